/**
 * To whom a clue goes: a department of the county, or an office of the village's own town. Pure.
 *
 *   station     派出所   station_officer   whose post covers the village
 *   judicial    司法所   judicial_officer  whose post covers the village
 *   any other           department_officer in the department of that code
 */
import type { PlaceCode } from '#modules/kernel/ids.ts'
import type { Seat } from '#modules/people/actor.ts'
import type { Role } from '#modules/people/role.ts'
import { covers } from '#modules/places/place.ts'

export const townUnits = { station: 'station_officer', judicial: 'judicial_officer' } as const satisfies Record<string, Role>
export type TownUnit = keyof typeof townUnits

/** A department of the same code, if a county has one, gets no clues: these names are taken. */
export const isTownUnit = (unit: string): unit is TownUnit => Object.hasOwn(townUnits, unit)

/** Who reads what came to a unit, and says whether it was useful: one of the seats is in it. */
export const sitsIn = (seats: readonly Seat[], { unit, village }: { readonly unit: string; readonly village: PlaceCode }): boolean =>
  seats.some(({ role, place, department }) =>
    isTownUnit(unit) ? role === townUnits[unit] && covers(place, village) : role === 'department_officer' && department === unit,
  )

/** The nearest that somebody hands a clue to who has not chosen: the police to their station, a lawyer to the judicial office. */
export const usualUnit = (seats: readonly Pick<Seat, 'role'>[]): TownUnit =>
  seats.some(({ role }) => role === 'police_officer') ? 'station' : 'judicial'
