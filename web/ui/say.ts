/** A refusal as a sentence: what happened and the way out. The code picks the sentence, the facts fill it. */
import i18next from 'i18next'
import type { Fact, Refusal } from '#modules/kernel/refusal.ts'
import { factsInWords, type Word } from './facts.ts'
import { languageNow } from './words.ts'

type Facts = { readonly [name: string]: Fact }

const word: Word = (key, otherwise) => i18next.t(key, { defaultValue: otherwise })

const verb = (fact: Fact) => i18next.t(`people:verbs.${String(fact).replace('.', '_')}`, { defaultValue: i18next.t('people:verbs.this') })

type Issue = { readonly field?: string }

/** "联系电话、具体情况": the fields that were not right, by the names the form gives them. */
function fieldsOf(issues: Fact | undefined): string {
  const names = (Array.isArray(issues) ? (issues as readonly Issue[]) : []).map(({ field = '' }) => {
    const last =
      field
        .split('.')
        .filter((part) => !/^\d+$/.test(part))
        .at(-1) ?? ''
    return i18next.t(`app:fields.${last}`, { defaultValue: i18next.t('app:fields.other') })
  })
  return [...new Set(names)].join(i18next.t('app:comma'))
}

/** `known` adds facts that the screen has and the rules have not, such as the holder's name. */
export function say(refusal: Refusal, known: Facts = {}): string {
  const { refused, facts } = refusal
  const words: Record<string, unknown> = {
    fields: fieldsOf(facts['issues']),
    ...factsInWords(refusal, word, new Date().toISOString(), languageNow()),
    ...('verb' in facts ? { verb: verb(facts['verb']) } : {}),
  }
  const all = { holder: words['role'], ...words, ...known, ns: 'refusals', keySeparator: false as const }
  return i18next.t(i18next.exists(refused, { ns: 'refusals', keySeparator: false }) ? refused : 'unknown', { ...all, code: refused })
}
