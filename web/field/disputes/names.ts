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

type Missing = { readonly code?: string; readonly party?: string }

/** "身份证明(张三)、调解记录" */
const missingWords = (fact: Fact, { party }: Speech): string =>
  list(
    (Array.isArray(fact) ? (fact as readonly Missing[]) : []).map(({ code = '', party: whose }) => {
      const item = i18next.t(`disputes:items.${code}`, { defaultValue: code })
      return whose ? i18next.t('disputes:field.of', { item, party: party(whose) }) : item
    }),
  )

/** What the file knows beside the refusal's own facts: whose papers are missing. */
export const knownOf = ({ refused, facts }: Refusal, speech: Speech): { readonly [name: string]: string } =>
  refused === 'dispute.incomplete' ? { missing: missingWords(facts['missing'], speech) } : {}

export const sayOf = (refusal: Refusal, speech: Speech): string => say(refusal, knownOf(refusal, speech))
