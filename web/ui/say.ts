/** A refusal as a sentence: what happened and the way out. The code picks the sentence, the facts fill it. */
import i18next from 'i18next'
import type { Fact, Refusal } from '#modules/kernel/refusal.ts'
import { inWords } from './instants.ts'
import { languageNow } from './words.ts'

type Facts = { readonly [name: string]: Fact }

const word = (key: string, otherwise: Fact) => i18next.t(key, { defaultValue: String(otherwise) })

/** Facts that stand for words: a role, a status, an action, an instant. Anything else stands as it is. */
const turned: Readonly<Record<string, (fact: Fact) => string>> = {
  role: (role) => word(`people:roles.${role}`, role),
  level: (level) => word(`places:levels.${level}`, level),
  status: (status) => word(`matters:statuses.${status}`, status),
  action: (action) => word(`matters:actions.${action}`, action),
  verb: (verb) => i18next.t(`people:verbs.${String(verb).replace('.', '_')}`, { defaultValue: i18next.t('people:verbs.this') }),
  until: (until) => inWords(String(until), new Date().toISOString(), languageNow()),
}

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
export function say({ refused, facts }: Refusal, known: Facts = {}): string {
  const words: Record<string, unknown> = { fields: fieldsOf(facts['issues']) }
  for (const [name, fact] of Object.entries(facts)) words[name] = turned[name] ? turned[name](fact) : fact
  const all = { holder: words['role'], ...words, ...known, ns: 'refusals', keySeparator: false as const }
  return i18next.t(i18next.exists(refused, { ns: 'refusals', keySeparator: false }) ? refused : 'unknown', { ...all, code: refused })
}
