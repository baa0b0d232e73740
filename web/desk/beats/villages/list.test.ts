import { expect, test } from 'vitest'
import type { VillageRow } from '#modules/beats/reply.ts'
import { askedOf, countsOf, linesOf, narrowed } from './list.ts'

const work = (officerDay: string | null, officerLate = 0, adviserDay: string | null = '2026-06-01', adviserLate = 0) => ({
  work: { officer: { lastDay: officerDay, late: officerLate }, adviser: { lastDay: adviserDay, late: adviserLate } },
})
const row = (village: string, name: string, more: Partial<VillageRow> = {}): VillageRow => ({
  ...{
    village,
    name,
    townName: '东镇',
    officers: [{ id: 'p', name: '张民警', since: '2026-01-01', awayUntil: null, insteadOf: null }],
    advisers: [],
  },
  ...{ lastDay: '2026-06-01', households: 100, visited: 50, zero: { cases: { state: 'zero' }, petitions: { state: 'zero' } } },
  ...work('2026-06-01'),
  ...more,
})
const rows = [
  row('149901100201', '河湾村', { lastDay: null, visited: 90, ...work(null, 3) }),
  row('149901100202', '坡上村', {
    officers: [],
    zero: { cases: { state: 'some', count: 2 }, petitions: { state: 'notReported', missing: ['2026-05'] } },
  }),
  row('149901101201', '西沟村', { townName: '西镇', lastDay: '2026-03-01', visited: 10, ...work('2026-03-01', 0, '2026-05-19', 1) }),
]
const lines = linesOf(rows, [
  { place: '149901100201' as never, due: 10, met: 10 },
  { place: '149901101201' as never, due: 10, met: 7 },
  { place: '149901101201' as never, due: 4, met: 1 },
])
const shown = (search: Parameters<typeof narrowed>[1]) => narrowed(lines, search, '2026-05-20').map(({ name }) => name)

test('a village counts what was due there whoever was its officer', () => {
  expect(lines.map(({ duties }) => duties)).toEqual([
    { due: 10, met: 10 },
    { due: 0, met: 0 },
    { due: 14, met: 8 },
  ])
})

test('the list is narrowed by town, by a name of the village or who works there, and by what is wanting', () => {
  expect(shown({})).toEqual(['河湾村', '坡上村', '西沟村'])
  expect(shown({ place: '149901101' })).toEqual(['西沟村'])
  expect(shown({ search: '西镇' })).toEqual(['西沟村'])
  expect(shown({ search: '张民警' })).toEqual(['河湾村', '西沟村'])
  expect(shown({ show: 'behind' })).toEqual(['西沟村'])
  expect(shown({ show: 'unvisited' })).toEqual(['河湾村', '西沟村'])
  expect(shown({ show: 'unadvised' })).toEqual(['西沟村'])
  expect(shown({ show: 'promised' })).toEqual(['河湾村'])
  expect(shown({ show: 'adviserPromised' })).toEqual(['西沟村'])
  expect(shown({ show: 'unreported' })).toEqual(['坡上村'])
  expect(shown({ show: 'zeroCases' })).toEqual(['河湾村', '西沟村'])
  expect(shown({ show: 'nonsense' })).toEqual(['河湾村', '坡上村', '西沟村'])
})

test('nobody who was never there stands after somebody who was there long ago', () => {
  expect(shown({ sort: 'lastDay' })).toEqual(['河湾村', '西沟村', '坡上村'])
  expect(shown({ sort: 'coverage' })).toEqual(['西沟村', '坡上村', '河湾村'])
  expect(shown({ sort: 'missed' })).toEqual(['西沟村', '河湾村', '坡上村'])
})

test('each way of narrowing says how many it leaves', () => {
  expect(countsOf(lines, '2026-05-20')).toEqual({
    ...{ behind: 1, vacant: 3, unvisited: 2, unadvised: 1, promised: 1, adviserPromised: 1 },
    ...{ unreported: 1, zeroCases: 2, zeroPetitions: 2 },
  })
})

test('what waits for those above is counted for the officer and for the adviser', () => {
  expect(askedOf(lines, 'officer', '2026-05-20')).toEqual({ away: 2, late: 3, villages: 1 })
  expect(askedOf(lines, 'adviser', '2026-05-20')).toEqual({ away: 1, late: 1, villages: 1 })
})
