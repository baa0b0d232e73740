/** Who reports what from where: the first step of each of the demo county's matters. */

import { dayOf } from '#modules/kernel/calendar.ts'
import type { PlaceCode } from '#modules/kernel/ids.ts'
import type { Asker } from '#modules/matters/matter.ts'
import type { Actor } from '#modules/people/actor.ts'
import type { Lane, Town } from './county.ts'
import type { Ground } from './ground.ts'
import { type First, staffAsker } from './life.ts'
import { drawCategory } from './mix.ts'
import { chance, pick, type Random, weighted } from './random.ts'
import { instant, timeOfDay } from './rhythm.ts'
import { storyOf } from './story.ts'

/** Somewhere a report can come from: a lane, and the wider places it lies in. */
export type Spot = { readonly lane: Lane; readonly grid: PlaceCode; readonly village: PlaceCode; readonly town: PlaceCode }

export const spotsOf = (towns: readonly Town[]): Spot[] =>
  towns.flatMap((town) =>
    town.villages.flatMap((village) =>
      village.grids.flatMap(({ code: grid, lanes }) => lanes.map((lane) => ({ lane, grid, village: village.code, town: town.code }))),
    ),
  )

export type Way = 'web' | 'chief' | 'worker' | 'official' | 'phone' | 'inPerson'

const ways: readonly (readonly [Way, number])[] = [
  ['web', 45],
  ['chief', 29],
  ['worker', 12],
  ['official', 3],
  ['phone', 7],
  ['inPerson', 4],
]

/** What whoever finds it can often put right there and then: rubbish, piles, parked cars, twigs, a light word between neighbours. */
const easy = /^(0101|0199|02|030|0401|0404|0405|0499|0601|0602|0607|0701|0703|0806|0904|1005|1102|1103)/

export const drawWay = (random: Random): Way => weighted(random, ways)

/** A report at a time of that day; undefined if nobody sits where it would have come from. */
export function drawReport(random: Random, ground: Ground, spot: Spot, way: Way, midnight: number): First | undefined {
  const time = midnight + timeOfDay(random, way === 'web' ? 'resident' : 'staff')
  const month = Number(dayOf(instant(time)).slice(5, 7))
  const category = drawCategory(random, month)
  const isPrivate = ground.category(category).goesAround // nobody tells an official about an official
  return reportOf(random, ground, spot, { way: isPrivate ? 'web' : way, category, time, month })
}

type Drawn = {
  readonly way: Way
  readonly category: string
  readonly time: number
  readonly month: number
  readonly place?: PlaceCode
  readonly passes?: boolean
}

/** As drawReport, of a chosen category and time; with `passes` it is not settled on the spot. */
export function reportOf(
  random: Random,
  ground: Ground,
  spot: Spot,
  { way, category, time, month, place: given, passes = false }: Drawn,
): First | undefined {
  const { isEmergency } = ground.category(category)
  const from = askerOf(random, ground, spot, way)
  if (!from) return undefined
  const place = given ?? placeOf(random, spot, way)
  const story = storyOf(category, month, random)
  const isFixed =
    !passes &&
    !isEmergency &&
    (way === 'chief' || way === 'worker' || way === 'official') &&
    chance(random, easy.test(category) ? 0.85 : 0.55)
  const located = chance(random, way === 'web' ? 0.45 : 0.25)
  return {
    ...from,
    time,
    place,
    category,
    words: story.report,
    story,
    ...(located ? { latitude: near(random, spot.lane.latitude), longitude: near(random, spot.lane.longitude) } : {}),
    ...(isFixed ? { outcome: story.outcome() } : {}),
  }
}

const near = (random: Random, degrees: number) => Math.round((degrees + (random() - 0.5) * 0.0012) * 1e6) / 1e6

function placeOf(random: Random, { lane, grid, village }: Spot, way: Way): PlaceCode {
  if (way === 'chief') return lane.code
  return weighted(random, [
    [lane.code, 86],
    [grid, way === 'worker' ? 9 : 3],
    [village, way === 'worker' ? 0 : 8],
  ])
}

function askerOf(
  random: Random,
  ground: Ground,
  { lane, grid, village, town }: Spot,
  way: Way,
): { asker: Asker; source: First['source'] } | undefined {
  if (way === 'web') return { asker: { as: 'reporter' }, source: 'web' }
  const chiefs = ground.holders({ role: 'lane_chief', place: lane.code, department: null })
  const workers = ground.holders({ role: 'grid_worker', place: grid, department: null })
  const officials = ground.holders({ role: 'village_official', place: village, department: null })
  const officers = ground.holders({ role: 'township_officer', place: town, department: null })
  const one = (from: readonly Actor[]) => (from.length > 0 ? pick(random, from) : undefined)
  const actor =
    way === 'chief'
      ? one(chiefs)
      : way === 'worker'
        ? one(workers)
        : way === 'official'
          ? one(officials)
          : one(chance(random, 0.6) ? officials : officers)
  return actor && { asker: staffAsker(actor), source: way === 'phone' || way === 'inPerson' ? way : 'staff' }
}
