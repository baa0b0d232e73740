/** The facts of a refusal as words: what a code stands for in the catalogue, and days as people say them. The screen and the server share it. */
import type { Fact, Refusal } from '#modules/kernel/refusal.ts'
import { dayInWords, inWords } from './instants.ts'

/** Says a key of the catalogue, or what stands for it where the catalogue has nothing. */
export type Word = (key: string, otherwise: string) => string

const isDay = (fact: Fact) => typeof fact === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(fact)

export function factsInWords({ refused, facts }: Refusal, word: Word, now: string, language: string): Record<string, unknown> {
  const kind = refused.startsWith('dispute.') ? 'disputes' : 'matters'
  const said = (key: string) => (fact: Fact) => word(`${key}.${fact}`, String(fact))
  const time = (fact: Fact) => (isDay(fact) ? dayInWords(String(fact), now, language) : inWords(String(fact), now, language))
  const each = (key: string, codes: readonly unknown[]) =>
    [...new Set(codes.map((code) => word(`${key}.${code}`, String(code))))].join(word('app:comma', ', '))
  const list = (fact: Fact) => (Array.isArray(fact) ? (fact as readonly Fact[]) : [])

  /** Facts that stand for words. Anything else stands as it is. */
  const turned: Readonly<Record<string, (fact: Fact) => string>> = {
    role: said('people:roles'),
    level: said('places:levels'),
    status: said(`${kind}:statuses`),
    action: said(`${kind}:actions`),
    until: time,
    after: time,
    day: (day) => (isDay(day) ? time(day) : String(day ?? '')),
    state: said('disputes:termStates'),
    concerns: said('disputes:concerns'),
    piece: said('disputes:pieceKinds'),
    routes: (routes) => each('disputes:routes', list(routes)),
    missing: (missing) =>
      each(
        'disputes:items',
        list(missing).map((line) => (line as { readonly code: string }).code),
      ),
  }
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, turned[name]?.(fact) ?? fact]))
}
