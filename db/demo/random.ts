/** Chance that is the same on every machine: a seeded generator (mulberry32) and the few draws the demo county needs. */
export type Random = () => number

/** Numbers from 0 up to 1, the same ones for the same words. */
export function seeded(...words: readonly (string | number)[]): Random {
  let state = 2166136261
  for (const letter of words.join('\u0000')) state = Math.imul(state ^ letter.codePointAt(0)!, 16777619)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const chance = (random: Random, share: number): boolean => random() < share

/** A whole number from `least` to `most`, both included. */
export const between = (random: Random, least: number, most: number): number => least + Math.floor(random() * (most - least + 1))

export function pick<T>(random: Random, from: readonly T[]): T {
  if (from.length === 0) throw new Error('nothing to pick from')
  return from[Math.floor(random() * from.length)]!
}

/** One of the entries, each as likely as its weight. */
export function weighted<T>(random: Random, from: readonly (readonly [T, number])[]): T {
  let left = random() * from.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [each, weight] of from) {
    left -= weight
    if (left < 0) return each
  }
  return from.at(-1)![0]
}

/** Roughly normal: the middle, give or take `spread`, never beyond three times that. */
export const around = (random: Random, middle: number, spread: number): number =>
  middle + spread * (random() + random() + random() + random() - 2) * 1.5

/** `total` shared out in whole numbers in proportion to the weights, each getting at least `least`. */
export function sharedOut(total: number, weights: readonly number[], least: number): number[] {
  const free = total - least * weights.length
  if (free < 0) throw new Error(`${total} is too few for ${weights.length} with ${least} each`)
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const exact = weights.map((weight) => (free * weight) / all)
  const shares = exact.map(Math.floor)
  const left = free - shares.reduce((sum, share) => sum + share, 0)
  const next = exact
    .map((value, index) => ({ rest: value - Math.floor(value), index }))
    .sort((one, other) => other.rest - one.rest || one.index - other.index)
  for (const { index } of next.slice(0, left)) shares[index]! += 1
  return shares.map((share) => share + least)
}
