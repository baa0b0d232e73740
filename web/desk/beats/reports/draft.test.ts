import { expect, test } from 'vitest'
import { changesIn, keyOf, reportedIn, wrongIn, zeroed } from './draft.ts'

const row = (village: string, month: string, count: number) => ({ village, month, count, byName: '章所长', at: '2026-06-01T00:00:00.000Z' })
const reported = reportedIn({ rows: [row('1', '2026-04', 2)] })

test('only what is a number and differs is sent, and what was emptied stays as it was', () => {
  const draft = { [keyOf('1', '2026-04')]: '2', [keyOf('1', '2026-05')]: '0', [keyOf('2', '2026-04')]: '', [keyOf('2', '2026-05')]: '两起' }

  expect(changesIn(draft, reported)).toEqual([{ village: '1', month: '2026-05', count: 0 }])
  expect(wrongIn(draft)).toEqual([keyOf('2', '2026-05')])
  expect(changesIn({ [keyOf('1', '2026-04')]: '' }, reported)).toEqual([])
})

test('zero is filled in where nothing stands and nothing was typed, and nowhere else', () => {
  expect(zeroed({ [keyOf('2', '2026-04')]: '3' }, ['1', '2', '3'], '2026-04', reported)).toEqual({
    [keyOf('2', '2026-04')]: '3',
    [keyOf('3', '2026-04')]: '0',
  })
})
