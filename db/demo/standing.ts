/** What is open at this moment beside what the year left open by itself: so that every desk has something on it, some of it late. */

import { rungs } from '#modules/categories/category.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { PlaceCode } from '#modules/kernel/ids.ts'
import { holderOf } from '#modules/matters/matter.ts'
import { rungOf } from '#modules/matters/rules/ladder.ts'
import { type Seat, sameSeat } from '#modules/people/actor.ts'
import { order } from './asking.ts'
import { handler, paced } from './conduct.ts'
import type { Ground } from './ground.ts'
import { begin, happen, type Life, staffAsker, tickUntil } from './life.ts'
import { drawCategory } from './mix.ts'
import { chance, pick, type Random, seeded, weighted } from './random.ts'
import { reportOf, type Spot, type Way } from './reports.ts'
import { awake, day, hour, instant, minute } from './rhythm.ts'
import { shown } from './shown.ts'

const openInAll = 400
const lateInAll = 50

type Wanted = { readonly seat: Seat; readonly spot: Spot; readonly isLate: boolean }

/** `open` is what the year left open. */
export function standing(open: readonly Life[], spots: readonly Spot[], ground: Ground, now: number): Life[] {
  const random = seeded('standing', dayOf(instant(now)))
  const until = instant(now)
  let late = open.filter(({ matter }) => matter.lateAt! < until).length
  const added: Life[] = []
  const want = (wanted: Wanted) => {
    const life = reach(random, ground, wanted, now)
    if (life) added.push(life)
    if (life && wanted.isLate) late += 1
  }
  for (const [seat, count] of shownSeats) {
    const near = spots.filter(({ lane }) => lane.code.startsWith(seat.place))
    const held = open.filter(({ matter }) => sameSeat(holderOf(matter), seat)).length
    for (let n = held; n < count; n++) want({ seat, spot: pick(random, near), isLate: n === count - 1 })
  }
  for (const seat of [shownSeats[0]![0], shownSeats[2]![0]]) ask(random, ground, added, seat, now)
  while (open.length + added.length < openInAll) {
    const spot = pick(random, spots)
    want({ seat: someSeat(random, spot), spot, isLate: late < lateInAll })
  }
  return added
}

const seat = (role: Seat['role'], place: PlaceCode, department: string | null = null): Seat => ({ role, place, department })

/** How many matters at least each of the printed people finds on their list; the last of each is late, and so the clock may have taken it up. */
const shownSeats: readonly (readonly [Seat, number])[] = [
  [seat('lane_chief', shown.lane), 7],
  [seat('grid_worker', shown.grid), 6],
  [seat('village_official', shown.village), 8],
  [seat('township_officer', shown.town), 9],
  [seat('department_officer', shown.county, shown.department), 9],
  [seat('department_officer', shown.county, 'centre'), 7],
]

const someDepartments = [
  'housing',
  'city',
  'transport',
  'water',
  'power',
  'land',
  'traffic',
  'civil',
  'agriculture',
  'forestry',
  'market',
  'labour',
]

const someSeat = (random: Random, { lane, village, town }: Spot): Seat =>
  weighted(random, [
    [seat('lane_chief', lane.code), 46],
    [seat('village_official', village), 30],
    [seat('township_officer', town), 14],
    [seat('department_officer', shown.county, pick(random, someDepartments)), 10],
  ])

function categoryFor(random: Random, ground: Ground, { department }: Seat, month: number): string {
  for (;;) {
    const code = drawCategory(random, month)
    const found = ground.category(code)
    if (!found.isEmergency && !found.goesAround && (department === null || found.department === department)) return code
  }
}

/** Of what a shown seat works on, one waits for a decision above and another for an answer to an order, so that nobody's first look finds nothing. */
function ask(random: Random, ground: Ground, lives: readonly Life[], seat: Seat, now: number): void {
  const held = lives.filter(({ matter, time }) => sameSeat(holderOf(matter), seat) && time < now - 15 * minute)
  const wishing = held.find(({ matter }) => matter.status === 'working')
  const ordered = held.find((life) => life !== wishing)
  const time = now - 10 * minute
  if (wishing && !tickUntil(wishing, ground, time)) {
    const asker = staffAsker(handler({ life: wishing, ground, random }))
    const command = { do: 'apply', kind: 'extension', reason: '配件要从运城调，后天才到', days: 2 } as const
    if (time > wishing.time) happen(wishing, { command, asker, time }, ground, random)
  }
  const sent =
    ordered && !tickUntil(ordered, ground, time) && time > ordered.time ? order({ life: ordered, ground, random }, time, 'urge') : undefined
  if (ordered && sent) happen(ordered, sent, ground, random)
}

const tries = 600

/** A matter that has come to the wanted seat and stands there, late or not; undefined if chance brings none. Looks further back try by try. */
function reach(random: Random, ground: Ground, wanted: Wanted, now: number): Life | undefined {
  const isTaken = chance(random, 0.5)
  const old = wanted.isLate ? random() ** 2 * 3 * day : 0
  for (let attempt = 0; attempt < tries; attempt++) {
    const time = awake(random, now - Math.floor(old + random() * (2 + attempt * 1.5) * hour))
    if (time >= now - 5 * minute) continue
    const life = climb(random, ground, { ...wanted, isTaken }, time, now)
    if (!life || life.matter.dueBy! < instant(now) !== wanted.isLate) continue
    while (tickUntil(life, ground, now));
    return life
  }
  return undefined
}

function climb(
  random: Random,
  ground: Ground,
  { seat: to, spot, isTaken }: Wanted & { isTaken: boolean },
  time: number,
  now: number,
): Life | undefined {
  const month = Number(dayOf(instant(time)).slice(5, 7))
  const way: Way = rungOf(to) === 'lane' || chance(random, 0.4) ? 'web' : 'chief'
  const place = to.role === 'grid_worker' ? spot.grid : spot.lane.code
  const first = reportOf(random, ground, spot, { way, category: categoryFor(random, ground, to, month), time, month, place, passes: true })
  if (!first) return undefined
  const life = begin(first, ground, random)
  while (!sameSeat(holderOf(life.matter), to)) {
    const rung = rungOf(holderOf(life.matter))
    if (rung === 'county' || rungs.indexOf(rung) >= rungs.indexOf(rungOf(to))) return undefined
    const asker = staffAsker(handler({ life, ground, random }))
    if (!step({ command: { do: 'accept' }, asker, time: paced({ life, ground, random }, life.arrived, 'accept') })) return undefined
    const passed = awake(random, life.time + Math.floor((10 + random() * 300) * minute))
    if (!step({ command: { do: 'passUp', reason: life.story.passUp(rung) }, asker, time: passed })) return undefined
  }
  if (!isTaken) return life
  const asker = staffAsker(handler({ life, ground, random }))
  return step({ command: { do: 'accept' }, asker, time: paced({ life, ground, random }, life.arrived, 'accept') }) ? life : undefined

  function step(move: Parameters<typeof happen>[1]): boolean {
    if (move.time >= now) return false
    happen(life, move, ground, random)
    return true
  }
}
