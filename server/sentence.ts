/** A refusal as a sentence on a page: what happened and the way out. The server's counterpart of web/ui/say.ts. */
import type { Fact, Refusal } from '#modules/kernel/refusal.ts'
import { inWords } from '#web/ui/instants.ts'
import { type Language, words } from './words.ts'

export function sentence({ refused, facts }: Refusal, language: Language, now: string): string {
  const say = words(language)
  /** Facts that stand for words. Anything else stands as it is. */
  const turned: Readonly<Record<string, (fact: Fact) => string>> = {
    role: (role) => say(`people:roles.${role}`),
    level: (level) => say(`places:levels.${level}`),
    status: (status) => say(`matters:statuses.${status}`),
    action: (action) => say(`matters:actions.${action}`),
    until: (until) => inWords(String(until), now, language),
  }
  const known = Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, turned[name]?.(fact) ?? fact]))
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
