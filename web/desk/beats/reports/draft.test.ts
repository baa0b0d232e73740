import { expect, test } from 'vitest'
import { changesIn, comparedWith, keyOf, missingIn, pruned, reportedIn, unsavedIn, without, wrongIn, zeroed } from './draft.ts'

const row = (village: string, month: string, count: number) => ({ village, month, count, byName: '章所长', at: '2026-06-01T00:00:00.000Z' })
const reported = reportedIn({ rows: [row('1', '2026-04', 2)] })

test('only what is a number and differs is sent; what is emptied is taken back where something stood', () => {
  const draft = { [keyOf('1', '2026-04')]: '2', [keyOf('1', '2026-05')]: '0', [keyOf('2', '2026-04')]: '', [keyOf('2', '2026-05')]: '两起' }

  expect(changesIn(draft, reported)).toEqual([{ village: '1', month: '2026-05', count: 0 }])
  expect(wrongIn(draft)).toEqual([keyOf('2', '2026-05')])
  const emptied = { [keyOf('1', '2026-04')]: '' }
  expect(changesIn(emptied, reported)).toEqual([{ village: '1', month: '2026-04', count: null }])
  expect(without(emptied, changesIn(emptied, reported))).toEqual({})
})

test('zero is filled in where nothing stands and nothing was typed, and nowhere else', () => {
  expect(zeroed({ [keyOf('2', '2026-04')]: '3' }, ['1', '2', '3'], '2026-04', reported)).toEqual({
    [keyOf('2', '2026-04')]: '3',
    [keyOf('3', '2026-04')]: '0',
  })
})

test('what is typed as it stands is no draft, and what was typed over while it was sent still is one', () => {
  const draft = { [keyOf('1', '2026-04')]: '2', [keyOf('1', '2026-05')]: '', [keyOf('2', '2026-05')]: '-1', [keyOf('3', '2026-05')]: '0' }

  expect(pruned(draft, reported)).toEqual({ [keyOf('2', '2026-05')]: '-1', [keyOf('3', '2026-05')]: '0' })
  expect(unsavedIn(pruned({ ...draft, [keyOf('1', '2026-04')]: '' }, reported))).toBe(3)
  expect(wrongIn(draft)).toEqual([keyOf('2', '2026-05')])
  expect(
    without({ [keyOf('2', '2026-05')]: '1', [keyOf('3', '2026-05')]: '4' }, [
      { village: '2', month: '2026-05', count: 1 },
      { village: '3', month: '2026-05', count: 0 },
    ]),
  ).toEqual({ [keyOf('3', '2026-05')]: '4' })
})

test('a list says what it would replace, and what it would not', () => {
  const rows = [
    { village: '1', month: '2026-04', count: 3 },
    { village: '2', month: '2026-04', count: 0 },
  ]

  expect(comparedWith(rows, reported)).toEqual({ replaced: [{ village: '1', month: '2026-04', count: 3, before: 2 }], same: 0, fresh: 1 })
  expect(comparedWith([{ village: '1', month: '2026-04', count: 2 }], reported)).toEqual({ replaced: [], same: 1, fresh: 0 })
})

test('each town says how much of the months that are over is not reported', () => {
  const village = (village: string, town: string) => ({ village, town, name: village, townName: town })

  expect([...missingIn({ villages: [village('1', '东'), village('2', '东'), village('3', '西')] }, reported, ['2026-04'])]).toEqual([
    ['东', 1],
    ['西', 1],
  ])
})
