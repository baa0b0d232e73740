/** A matter's number: "20181024-7F3KX", the day it was reported and five characters of its id. To say on the telephone; not a key. */
import { dayOf } from '#modules/kernel/calendar.ts'
import type { Matter } from './matter.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export function numberOf({ id, reportedAt }: Pick<Matter, 'id' | 'reportedAt'>): string {
  const tail = Number.parseInt(id.replaceAll('-', '').slice(-7), 16) % 32 ** 5
  let text = ''
  for (let rest = tail, digit = 0; digit < 5; digit++, rest = Math.floor(rest / 32)) text = alphabet[rest % 32] + text
  return `${dayOf(reportedAt).replaceAll('-', '')}-${text}`
}

/**
 * The last seven characters that an id with this number can have: eight, since a number keeps 25 of their 28 bits.
 * Takes "20181024-7F3KX" or "7F3KX"; undefined if it is neither.
 */
export function endingsOf(typed: string): string[] | undefined {
  const tail = /^(?:\d{8}-)?([0-9A-HJKMNP-TV-Z]{5})$/.exec(typed.toUpperCase())?.[1]
  if (!tail) return undefined
  const value = [...tail].reduce((sum, letter) => sum * 32 + alphabet.indexOf(letter), 0)
  return Array.from({ length: 8 }, (_, high) => (value + high * 32 ** 5).toString(16).padStart(7, '0'))
}
