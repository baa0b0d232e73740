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
