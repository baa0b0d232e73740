/** The names of everybody a file speaks of, and what the rules say about it in words. */
import i18next from 'i18next'
import type { DisputeFile } from '#modules/disputes/reply.ts'
import type { Speech } from '#modules/disputes/telling.ts'
import type { Fact, Refusal } from '#modules/kernel/refusal.ts'
import { dayInWords } from '#web/ui/instants.ts'
import { say } from '#web/ui/say.ts'
import { seatWords } from '#web/ui/seat.ts'
import { languageNow } from '#web/ui/words.ts'

export const inDays = (on: string): string => dayInWords(on, new Date().toISOString(), languageNow())

export const list = (words: readonly string[]): string => words.filter(Boolean).join(i18next.t('app:comma'))

const word = (key: string): string => i18next.t(`disputes:${key}`)

/** `identities` as foreseen: somebody added without signal has a name too. */
export const speechOf = (file: DisputeFile, identities: DisputeFile['identities']): Speech => ({
  who: ({ byName, as }) => byName ?? word(as === 'party' ? 'events.party' : 'field.system'),
  party: (id) => identities[id]?.name ?? '',
  person: (id) => file.people[id] ?? word('field.somebody'),
  office: (seat) => {
    const office = file.offices.find(({ role, place }) => role === seat.role && place === seat.place)
    return seatWords(seat, office?.name ?? '')
  },
  day: inDays,
  word,
  list,
})

const strings = (fact: Fact): readonly string[] =>
  Array.isArray(fact) ? fact.filter((each): each is string => typeof each === 'string') : []

type Missing = { readonly code?: string; readonly party?: string }

/** "身份证明(张三)、调解记录" */
const missingWords = (fact: Fact, { party }: Speech): string =>
  list(
    (Array.isArray(fact) ? (fact as readonly Missing[]) : []).map(({ code = '', party: whose }) => {
      const item = i18next.t(`disputes:items.${code}`, { defaultValue: code })
      return whose ? i18next.t('disputes:field.of', { item, party: party(whose) }) : item
    }),
  )

const turned: Readonly<Record<string, (fact: Fact, speech: Speech) => string>> = {
  parties: (fact, { party }) => list(strings(fact).map(party)),
  people: (fact, { person }) => list(strings(fact).map((id) => person(id as never))),
  routes: (fact) => list(strings(fact).map((route) => word(`routes.${route}`))),
  missing: missingWords,
  action: (fact) => i18next.t(`disputes:actions.${String(fact)}`),
  status: (fact) => i18next.t(`disputes:statuses.${String(fact)}`),
  state: (fact) => i18next.t(`disputes:termStates.${String(fact)}`),
  day: (fact) => inDays(String(fact)),
  after: (fact) => inDays(String(fact)),
  until: (fact) => inDays(String(fact)),
}

/** The facts of a refusal about a dispute in words: names for ids, days for dates. */
export const knownOf = ({ refused, facts }: Refusal, speech: Speech): { readonly [name: string]: string } =>
  refused.startsWith('dispute.')
    ? Object.fromEntries(Object.entries(facts).flatMap(([name, fact]) => (turned[name] ? [[name, turned[name](fact, speech)]] : [])))
    : {}

export const sayOf = (refusal: Refusal, speech: Speech): string => say(refusal, knownOf(refusal, speech))
