import { expect, test } from 'vitest'
import type { Seat } from '#modules/people/actor.ts'
import { cast } from '#tests/cast.ts'
import { sitsIn, usualUnit } from './unit.ts'

const { places } = cast
const seat = (role: Seat['role'], place: Seat['place'], department: string | null = null): Seat => ({ role, place, department })

test.each([
  ['station', seat('station_officer', places.westTown), false],
  ['station', seat('judicial_officer', places.eastTown), false],
  ['station', seat('police_officer', places.village), false],
  ['station', seat('department_officer', places.county, 'station'), false],
  ['judicial', seat('station_officer', places.eastTown), false],
  ['judicial', seat('department_officer', places.county, 'justice'), false],
  ['police', seat('station_officer', places.eastTown), false],
  ['police', seat('department_officer', places.county, 'housing'), false],
  ['toString', seat('department_officer', places.county, 'police'), false],
  ['station', seat('station_officer', places.eastTown), true],
  ['judicial', seat('judicial_officer', places.eastTown), true],
  ['police', seat('department_officer', places.county, 'police'), true],
])('whether what came to %s is read by %o: %s', (unit, its, reads) => {
  expect(sitsIn([its], { unit, village: places.village })).toBe(reads)
})

test('the police hand on to their station, a lawyer to the judicial office', () => {
  expect(usualUnit([seat('legal_adviser', places.village)])).toBe('judicial')
  expect(usualUnit([seat('legal_adviser', places.nextVillage), seat('police_officer', places.village)])).toBe('station')
})
