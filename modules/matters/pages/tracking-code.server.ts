/** The code by which a reporter finds their matter again: 80 random bits, in letters and digits nobody mixes up. */
import { randomBytes } from 'node:crypto'

/** Crockford's base 32: no I, L, O or U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export function mintTrackingCode(): string {
  const bits = BigInt(`0x${randomBytes(10).toString('hex')}`)
  return Array.from({ length: 16 }, (_, digit) => alphabet[Number((bits >> BigInt(5 * (15 - digit))) & 31n)]).join('')
}

/** In fours, as people read and write it. */
export const inFours = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code
