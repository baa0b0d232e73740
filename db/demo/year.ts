/** The demo county's year: about 20,000 matters that began in the 365 days before now, and went as they go. */
import { dayOf } from '#modules/kernel/calendar.ts'
import type { Instant } from '#modules/kernel/ids.ts'
import { isOpen } from '#modules/matters/matter.ts'
import { nextMove } from './conduct.ts'
import type { Town } from './county.ts'
import type { Ground } from './ground.ts'
import { begin, happen, type Life, tickUntil } from './life.ts'
import { around, pick, type Random, seeded, sharedOut } from './random.ts'
import { drawReport, drawWay, type Spot, spotsOf } from './reports.ts'
import { busyness, day, instant, midnight } from './rhythm.ts'
import { standing } from './standing.ts'

const reports = 19_650

/** Every lane as often as people report there: some villages are livelier than others. */
function livelySpots(towns: readonly Town[]): Spot[] {
  const random = seeded('lively')
  const villages = new Map<string, number>()
  return spotsOf(towns).flatMap((spot) => {
    const village = villages.get(spot.village) ?? Math.exp(around(random, 0, 0.35))
    villages.set(spot.village, village)
    return Array<Spot>(Math.max(1, Math.round(village * 6 * (spot.lane.households / 25)))).fill(spot)
  })
}

/** Lives a matter on until nothing more happens, or not before `now`. */
export function liveOn(life: Life, ground: Ground, random: Random, now: number): Life {
  for (;;) {
    const move = nextMove({ life, ground, random })
    if (tickUntil(life, ground, Math.min(move?.time ?? now, now))) continue
    if (!move || move.time > now) return life
    happen(life, move, ground, random)
  }
}

/**
 * The year's matters, ten days at a time, then what stands open beside them. The same for the same `until`; what came long before
 * hardly depends on it.
 */
export function* liveYear(towns: readonly Town[], ground: Ground, until: Instant): Generator<Life[]> {
  const now = Date.parse(until)
  const today = midnight(dayOf(until))
  const spots = livelySpots(towns)
  const days = Array.from({ length: 365 }, (_, index) => today - (364 - index) * day)
  const weights = days.map(
    (start, index) => busyness(dayOf(instant(start))) * (0.9 + (0.2 * index) / 364) * Math.min(1, (now - start) / day),
  )
  const counts = sharedOut(reports, weights, 0)
  const open: Life[] = []
  let lives: Life[] = []
  for (const [index, start] of days.entries()) {
    const random = seeded('day', dayOf(instant(start)))
    for (let n = 0; n < counts[index]!; n++) {
      const first = drawReport(random, ground, pick(random, spots), drawWay(random), start)
      if (first && first.time < now) lives.push(liveOn(begin(first, ground, random), ground, random, now))
    }
    if (index % 10 !== 9 && index < 364) continue
    open.push(...lives.filter(({ matter }) => isOpen(matter)))
    yield lives.sort(byTime)
    lives = []
  }
  yield standing(open, spots, ground, now).sort(byTime)
}

const byTime = (one: Life, other: Life) => (one.matter.reportedAt < other.matter.reportedAt ? -1 : 1)
