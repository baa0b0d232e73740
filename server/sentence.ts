/** A refusal as a sentence on a page: what happened and the way out. The server's counterpart of web/ui/say.ts. */
import type { Refusal } from '#modules/kernel/refusal.ts'
import { factsInWords } from '#web/ui/facts.ts'
import { type Language, words } from './words.ts'

export function sentence(refusal: Refusal, language: Language, now: string): string {
  const { refused } = refusal
  const say = words(language)
  const known = factsInWords(refusal, (key, otherwise) => say(key, { defaultValue: otherwise }), now, language)
  const all = {
    holder: known['role'],
    verb: say('people:verbs.this'),
    fields: say('app:fields.other'),
    ...known,
    code: refused,
    ns: 'refusals',
    keySeparator: false,
  }
  return say(refused, { ...all, defaultValue: say('unknown', all) })
}
