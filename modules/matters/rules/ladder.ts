/**
 * The ladder a matter climbs, and who stands on it.
 *
 *     lane chief, grid worker  →  village official  →  township officer  →  county department, county centre
 *
 * Which of these a matter may stand with is data of its category: how deep the ladder is, and that violence in the family goes to the
 * village's police officer instead of its official. A seat that nobody sits in is passed over: nothing waits on an empty chair.
 * Where nobody at all sits, a matter goes to the county centre, which is on duty as an office.
 */

import { type Category, type Rung, rungs } from '#modules/categories/category.ts'
import type { PlaceCode } from '#modules/kernel/ids.ts'
import { type Seat, sameSeat } from '#modules/people/actor.ts'
import type { Role } from '#modules/people/role.ts'
import { countyOf, within } from '#modules/places/place.ts'

const rungOfRole: Partial<Record<Role, Rung>> = {
  lane_chief: 'lane',
  grid_worker: 'lane',
  village_official: 'village',
  police_officer: 'village',
  township_officer: 'town',
  department_officer: 'county',
  centre_officer: 'county',
}

/** What the ladder of a category is made of. */
export type Climb = Pick<Category, 'department' | 'ladder'>

export const isOnLadder = (seat: Pick<Seat, 'role'>): boolean => rungOfRole[seat.role] !== undefined

/** The rung a seat stands on. Seats that never hold a matter (administrator, auditor) have none. */
export const rungOf = (seat: Pick<Seat, 'role'>): Rung => {
  const rung = rungOfRole[seat.role]
  if (!rung) throw new Error(`${seat.role} holds no matters`)
  return rung
}

/** Whether one seat may move on what another holds: from a higher rung, and the county centre also among the departments. */
export const standsAbove = (one: Seat, other: Seat): boolean =>
  rungs.indexOf(rungOf(one)) > rungs.indexOf(rungOf(other)) || (one.role === 'centre_officer' && other.role === 'department_officer')

export const centreOf = (place: PlaceCode): Seat => ({
  role: 'centre_officer',
  place: countyOf(place) as string as PlaceCode,
  department: null,
})

const seat = (role: Role, place: PlaceCode | undefined, department: string | null = null): Seat[] =>
  place ? [{ role, place, department }] : []

/** Every seat on a category's ladder at a place, lowest first. */
export const ladderOf = (place: PlaceCode, { department, ladder }: Climb): Seat[] =>
  [
    ...seat('lane_chief', within(place, 'lane')),
    ...seat('grid_worker', within(place, 'grid')),
    ...seat('village_official', within(place, 'village')),
    ...seat('police_officer', within(place, 'village')),
    ...seat('township_officer', within(place, 'town')),
    ...seat('department_officer', within(place, 'county'), department),
    centreOf(place),
  ].filter(({ role }) => ladder.includes(role))

const isFilled = (filled: readonly Seat[], wanted: Seat) => filled.some((each) => sameSeat(each, wanted))

/** The first filled seat for a new report; the county centre's where there is none. */
export const firstSeat = (place: PlaceCode, climb: Climb, filled: readonly Seat[]): Seat =>
  ladderOf(place, climb).find((each) => isFilled(filled, each)) ?? centreOf(place)

/** The first filled seat on a rung above a seat; undefined at the top of the category's ladder. */
export function seatAbove(from: Seat, place: PlaceCode, climb: Climb, filled: readonly Seat[]): Seat | undefined {
  const above = rungs.slice(rungs.indexOf(rungOf(from)) + 1)
  const higher = ladderOf(place, climb).filter((each) => above.includes(rungOf(each)))
  if (higher.length === 0) return undefined
  return higher.find((each) => isFilled(filled, each)) ?? centreOf(place)
}

/** One step further than passing up: from a department to the county centre. Where the clock and applications go; undefined at the very top. */
export const seatBeyond = (from: Seat, place: PlaceCode, climb: Climb, filled: readonly Seat[]): Seat | undefined =>
  seatAbove(from, place, climb, filled) ??
  (from.role === 'department_officer' && climb.ladder.includes('centre_officer') ? centreOf(place) : undefined)

/**
 * Who decides what a seat applies for: the next above it that answers for the place, village, township, county centre. A county department
 * does not: it is nobody's superior, and does not see what it has not had. Undefined for the county centre, which has nobody above.
 */
export function seatDeciding(from: Seat, place: PlaceCode, { department, ladder }: Climb, filled: readonly Seat[]): Seat | undefined {
  if (from.role === 'centre_officer') return undefined
  const line = ladder.filter((role) => role !== 'department_officer' && role !== 'centre_officer')
  return seatAbove(from, place, { department, ladder: [...line, 'centre_officer'] }, filled) ?? centreOf(place)
}

/** The filled seats below a seat on the way to a place: where it can hand a matter down to. `named`: the only roles that may see it. */
export const seatsBelow = (from: Seat, place: PlaceCode, filled: readonly Seat[], named: readonly Role[] | null = null): Seat[] => {
  const below = rungs.slice(0, rungs.indexOf(rungOf(from)))
  return filled.filter(
    (each) =>
      isOnLadder(each) &&
      (named === null || named.includes(each.role)) &&
      below.includes(rungOf(each)) &&
      each.place.startsWith(from.place) &&
      (place.startsWith(each.place) || each.place.startsWith(place)),
  )
}
