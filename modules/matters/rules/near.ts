/**
 * Which open matters may be about the same thing as a report that is being written:
 *
 *   the same category, and no further away than the category says       →  perhaps the same
 *   the same village and category, in similar words                     →  perhaps the same
 *   the same village, another category, in almost the same words        →  perhaps the same
 *
 * An offer too many costs one tap, one too few costs somebody a second way: so the thresholds lean towards offering.
 */
import { within } from '#modules/places/place.ts'
import type { Matter } from '../matter.ts'

export type Compared = Pick<Matter, 'place' | 'category' | 'words'> & {
  readonly latitude?: number | null | undefined
  readonly longitude?: number | null | undefined
}

/** Nobody reads a longer list before sending. */
export const offersAtMost = 3

/** How alike words have to be: see near.test.ts for the pairs by which these were measured. */
const alike = { sameCategory: 0.35, otherCategory: 0.6 } as const

/** Characters that stand in every report and say nothing about what it is about: particles, numbers, time, whereabouts, politeness. */
const saysNothing = new Set(
  '的了着过在有没不很都就也又把被到上下里个一二三四五六七八九十两几好天日月年人去来我您你他她它们请麻烦谢希望能否可以给让和与跟是这那还要会得地啥么吗呢吧啊边头口处旁附近家村巷街路东西南北前后左右中间大小多',
)

const contentOf = (words: string): Set<string> =>
  new Set((words.toLowerCase().match(/\p{Script=Han}|\p{Script=Latin}{3,}/gu) ?? []).filter((sign) => !saysNothing.has(sign)))

/**
 * From 0 (nothing in common) to 1: Dice's measure over the characters that carry meaning, and whole words of Latin letters. Trigrams fail here:
 * reports are short, so two about one lamp share hardly three characters in a row, and two about a lamp and a bin share "三天没人".
 */
export function likeness(one: string, other: string): number {
  const [first, second] = [contentOf(one), contentOf(other)]
  const shared = [...first].filter((sign) => second.has(sign)).length
  return first.size + second.size === 0 ? 0 : (2 * shared) / (first.size + second.size)
}

/** On a flat earth, good to a few per cent over a village. Degrees in, metres out. */
export const metresBetween = (latitude: number, longitude: number, otherLatitude: number, otherLongitude: number): number =>
  111_320 * Math.hypot(latitude - otherLatitude, (longitude - otherLongitude) * Math.cos((latitude * Math.PI) / 180))

/** How strongly another matter is offered: 0 not at all, up to 1 for the same words, more than that for how near it is on the map. */
export function nearness(report: Compared, other: Compared, nearMetres: number): number {
  const isSameCategory = report.category === other.category
  if (
    isSameCategory &&
    typeof report.latitude === 'number' &&
    typeof report.longitude === 'number' &&
    typeof other.latitude === 'number' &&
    typeof other.longitude === 'number'
  ) {
    const metres = metresBetween(report.latitude, report.longitude, other.latitude, other.longitude)
    if (metres <= nearMetres) return 2 - metres / (nearMetres + 1)
  }
  const village = within(report.place, 'village')
  if (village === undefined || village !== within(other.place, 'village')) return 0
  const like = likeness(report.words, other.words)
  return like >= (isSameCategory ? alike.sameCategory : alike.otherCategory) ? like : 0
}

/** The few that are most likely the same, the likeliest first. */
export const likeliest = <M extends Compared>(report: Compared, others: readonly M[], nearMetres: number): M[] =>
  others
    .map((other) => ({ other, near: nearness(report, other, nearMetres) }))
    .filter(({ near }) => near > 0)
    .sort((one, other) => other.near - one.near)
    .slice(0, offersAtMost)
    .map(({ other }) => other)
