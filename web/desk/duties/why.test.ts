import { expect, test } from 'vitest'
import { reasonsOf } from './why.ts'

const days = { from: '2026-05-01', to: '2026-06-03' }
const told = { since: '2025-01-01', until: null, leaves: [], insteadOf: null }

test('leave, a term that began or ended, and an answer that is awaited are told; what lies outside the days is not', () => {
  expect(reasonsOf(told, [{ waiting: 0 }], days)).toEqual([])
  expect(
    reasonsOf(
      { ...told, since: '2026-05-10', until: '2026-06-01', leaves: [{ from: '2026-05-12', to: '2026-05-14', substituteName: '孔邻警' }] },
      [{ waiting: 1 }, { waiting: 2 }],
      days,
    ),
  ).toEqual([
    { is: 'leave', from: '2026-05-12', to: '2026-05-14', days: 3, substitute: '孔邻警' },
    { is: 'began', on: '2026-05-10' },
    { is: 'ended', on: '2026-06-01' },
    { is: 'waiting', count: 3 },
  ])
  expect(reasonsOf({ ...told, until: '2026-06-20' }, [], days)).toEqual([])
  const stint = { ...told, since: '2026-05-10', until: '2026-05-15', insteadOf: '张民警' }
  expect(reasonsOf(stint, [], days)).toEqual([{ is: 'insteadOf', name: '张民警', from: '2026-05-10', to: '2026-05-14' }])
})
