import { expect, test } from 'vitest'
import type { Evidence } from '#modules/duties/duty.ts'
import { recordsOf, shownOf } from './evidence.ts'

const evidence = (kind: Evidence['kind'], on: string, link: string, amount = 1): Evidence => ({
  ...{ id: `${kind}${on}${link}`, kind, on, by: 'p' as never, place: '149901100201' as never },
  ...{ amount, key: null, isGood: null, link },
})

test('five visits of one day are one link, two matters are two', () => {
  const shown = shownOf([
    evidence('visit', '2026-06-03', '/records/1'),
    evidence('visit', '2026-06-03', '/records/2'),
    evidence('visit', '2026-06-04', '/records/3'),
    evidence('solved', '2026-06-03', '/matters/1'),
    evidence('solved', '2026-06-03', '/matters/2'),
    evidence('entries', '2026-06-03', '/records/4', 20),
  ])

  expect(shown.map(({ kind, count, to, id }) => [kind, count, to, id])).toEqual([
    ['visit', 2, 'records', ''],
    ['visit', 1, 'records', ''],
    ['solved', 1, 'matter', '1'],
    ['solved', 1, 'matter', '2'],
    ['entries', 20, 'records', ''],
  ])
})

test('a clue and a mediation file have no link here', () => {
  expect(shownOf([evidence('clue', '2026-06-03', '/clues/1'), evidence('solved', '2026-06-03', '/disputes')]).map(({ to }) => to)).toEqual([
    'nowhere',
    'nowhere',
  ])
})

test('a day in the village is all its records, a solved problem those of advice', () => {
  expect(recordsOf('villageDay', '2026-06-03')).toEqual({ on: '2026-06-03' })
  expect(recordsOf('solved', '2026-06-03')).toEqual({ on: '2026-06-03', kind: 'advice' })
})
