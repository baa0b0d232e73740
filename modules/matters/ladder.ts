/**
 * The ladder a matter climbs, and who stands on it.
 *
 *     lane chief, grid worker  →  village official  →  township officer  →  county department, county centre
 *
 * A seat that nobody sits in is passed over: nothing waits on an empty chair. The last seat is the county centre's;
 * a matter goes there even if it is empty, because the centre is on duty as an office.
 */

import { type Rung, rungs } from '#modules/categories/category.ts'
import type { PlaceCode } from '#modules/kernel/ids.ts'
import { type Seat, sameSeat } from '#modules/people/actor.ts'
import type { Role } from '#modules/people/role.ts'
import { countyOf, within } from '#modules/places/place.ts'

const rungOfRole: Partial<Record<Role, Rung>> = {
  lane_chief: 'lane',
  grid_worker: 'lane',
  village_official: 'village',
  township_officer: 'town',
  department_officer: 'county',
  centre_officer: 'county',
}

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

/** Every seat on the ladder of a place, lowest first. */
export const ladderOf = (place: PlaceCode, department: string): Seat[] => [
  ...seat('lane_chief', within(place, 'lane')),
  ...seat('grid_worker', within(place, 'grid')),
  ...seat('village_official', within(place, 'village')),
  ...seat('township_officer', within(place, 'town')),
  ...seat('department_officer', within(place, 'county'), department),
  centreOf(place),
]

const isFilled = (filled: readonly Seat[], wanted: Seat) => filled.some((each) => sameSeat(each, wanted))

/** The first filled seat for a new report. */
export const firstSeat = (place: PlaceCode, department: string, filled: readonly Seat[]): Seat =>
  ladderOf(place, department).find((each) => isFilled(filled, each)) ?? centreOf(place)

/** The department's seat, or the county centre's in its place: where a complaint about somebody in office goes at once. */
export const topSeat = (place: PlaceCode, department: string, filled: readonly Seat[]): Seat =>
  ladderOf(place, department).find((each) => each.role === 'department_officer' && isFilled(filled, each)) ?? centreOf(place)

/** The first filled seat on a rung above a seat; undefined at the top. */
export function seatAbove(from: Seat, place: PlaceCode, department: string, filled: readonly Seat[]): Seat | undefined {
  const above = rungs.slice(rungs.indexOf(rungOf(from)) + 1)
  if (above.length === 0) return undefined
  return ladderOf(place, department).find((each) => above.includes(rungOf(each)) && isFilled(filled, each)) ?? centreOf(place)
}

/** The filled seats below a seat on the way to a place: where it can hand a matter down to. */
export const seatsBelow = (from: Seat, place: PlaceCode, filled: readonly Seat[]): Seat[] => {
  const below = rungs.slice(0, rungs.indexOf(rungOf(from)))
  return filled.filter(
    (each) =>
      isOnLadder(each) &&
      below.includes(rungOf(each)) &&
      each.place.startsWith(from.place) &&
      (place.startsWith(each.place) || each.place.startsWith(place)),
  )
}
