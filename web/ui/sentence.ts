/** An event as one sentence in the reader's language. The rules of telling are the capability's; here are the words. */
import i18next from 'i18next'
import { type Speech, type Told, telling } from '#modules/matters/telling.ts'
import { dayInWords, inWords } from './instants.ts'
import { seatWords } from './seat.ts'
import { languageNow } from './words.ts'

/** Who did it, without their role. */
export const whoDid = ({ byName, as }: Told): string =>
  byName ?? i18next.t(`matters:${as === 'reporter' ? 'reporter' : as === 'system' ? 'system' : 'somebody'}`)

/** `own` is what the face says in its own way: the names of categories, and whether people are named with their roles. */
export const speech = (own: Pick<Speech, 'category'> & Partial<Speech>): Speech => {
  const now = new Date().toISOString()
  return {
    who: whoDid,
    seat: (seat, name) => seatWords(seat, name ?? ''),
    instant: (at) => inWords(at, now, languageNow()),
    day: (on) => dayInWords(on, now, languageNow()),
    word: (key, values) => i18next.t(`matters:${key}`, { ...values }),
    ...own,
  }
}

export function sentenceOf(event: Told, said: Speech): string {
  const { key, values } = telling(event, said)
  return i18next.t(`matters:events.${key}`, values)
}
