import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cell, type Mark, type Sum, suppress } from './suppress.ts'

/** A table of rows and columns with its totals: cell "r c", totals "r", "c" and "all". */
function tableOf(values: readonly (readonly number[])[]): { cells: Map<string, Cell>; sums: Sum[] } {
  const cells = new Map<string, Cell>()
  const sums: Sum[] = []
  const put = (id: string, value: number) => cells.set(id, { value, as: 'shown' })
  const [rows, columns] = [values.map((_, r) => `r${r}`), values[0]!.map((_, c) => `c${c}`)]
  for (const [r, row] of values.entries()) for (const [c, value] of row.entries()) put(`r${r} c${c}`, value)
  const sumOf = (ids: readonly string[]) => ids.reduce((sum, id) => sum + cells.get(id)!.value, 0)
  const add = (total: string, parts: readonly string[]) => {
    put(total, sumOf(parts))
    sums.push({ total, parts })
  }
  for (const row of rows)
    add(
      row,
      columns.map((column) => `${row} ${column}`),
    )
  for (const column of columns)
    add(
      column,
      rows.map((row) => `${row} ${column}`),
    )
  add('all', rows)
  sums.push({ total: 'all', parts: columns })
  return { cells, sums }
}

/** Every value that a reader must still think possible for a cell, by trying all tables that fit what is shown. */
function possible(values: readonly (readonly number[])[], marks: ReadonlyMap<string, Mark>, most: number): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>()
  const { cells } = tableOf(values)
  const [height, width] = [values.length, values[0]!.length]
  const fits = (id: string, value: number) => {
    const mark = marks.get(id)
    if (mark === 'small') return value >= 1 && value <= 4
    if (mark === 'withheld') return value >= 1
    return value === cells.get(id)!.value
  }
  const guess = values.map((row) => [...row])
  const go = (index: number) => {
    if (index === height * width) {
      const { cells: tried } = tableOf(guess)
      if (![...tried].every(([id, { value }]) => fits(id, value))) return
      for (const [id, { value }] of tried) found.set(id, (found.get(id) ?? new Set()).add(value))
      return
    }
    const [r, c] = [Math.floor(index / width), index % width]
    for (let value = 0; value <= most; value++)
      if (fits(`r${r} c${c}`, value)) {
        guess[r]![c] = value
        go(index + 1)
      }
  }
  go(0)
  return found
}

test('a count of one to four is never shown; none and five are', () => {
  const { cells, sums } = tableOf([
    [1, 20, 0, 4],
    [30, 8, 5, 9],
  ])
  const marks = suppress(cells, sums)

  expect([marks.get('r0 c0'), marks.get('r0 c3')]).toEqual(['small', 'small'])
  expect(marks.has('r0 c2')).toBe(false)
})

test('one small count among large ones takes another with it, or the total would tell', () => {
  const marks = suppress(
    new Map<string, Cell>([
      ['all', { value: 42, as: 'shown' }],
      ['a', { value: 3, as: 'shown' }],
      ['b', { value: 12, as: 'shown' }],
      ['c', { value: 27, as: 'shown' }],
    ]),
    [{ total: 'all', parts: ['a', 'b', 'c'] }],
  )

  expect([...marks]).toEqual([
    ['a', 'small'],
    ['b', 'withheld'],
  ])
})

test('two small counts that can only be one and one are not left alone', () => {
  const marks = suppress(
    new Map<string, Cell>([
      ['all', { value: 12, as: 'shown' }],
      ['a', { value: 1, as: 'shown' }],
      ['b', { value: 1, as: 'shown' }],
      ['c', { value: 10, as: 'shown' }],
    ]),
    [{ total: 'all', parts: ['a', 'b', 'c'] }],
  )

  expect(marks.get('c')).toBe('withheld')
})

test('what is left of a total when its head takes away what they know is not small either', () => {
  const marks = suppress(
    new Map<string, Cell>([
      ['all', { value: 9, as: 'shown' }],
      ['own', { value: 7, as: 'known' }],
      ['others', { value: 2, as: 'derived' }],
    ]),
    [{ total: 'all', parts: ['own', 'others'] }],
  )

  expect([...marks]).toEqual([['all', 'withheld']])
})

test('four small parts of a small total are one each: then not even that the total is small is said', () => {
  const one = { value: 1, as: 'shown' } as const
  const marks = suppress(
    new Map<string, Cell>([['all', { value: 4, as: 'shown' }], ...['a', 'b', 'c', 'd'].map((id) => [id, one] as const)]),
    [{ total: 'all', parts: ['a', 'b', 'c', 'd'] }],
  )

  expect([marks.get('all'), marks.get('a')]).toEqual(['withheld', 'small'])
})

test('a table without small counts is shown whole', () => {
  const { cells, sums } = tableOf([
    [5, 0, 9],
    [12, 7, 0],
  ])

  expect([...suppress(cells, sums)]).toEqual([])
})

test('whatever the table, nobody can work out a small count: several values stay possible for each', () => {
  const count = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 9 }))
  fc.assert(
    fc.property(fc.array(fc.array(count, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 2 }), (values) => {
      const { cells, sums } = tableOf(values)
      const marks = suppress(cells, sums)
      const still = possible(values, marks, 14)
      for (const [id, { value }] of cells) {
        if (value >= 1 && value <= 4) expect([id, marks.has(id)]).toEqual([id, true])
        if (value >= 1 && value <= 4)
          expect([id, JSON.stringify(values), still.get(id)!.size > 1]).toEqual([id, JSON.stringify(values), true])
      }
    }),
    { numRuns: 40, seed: 20181024 },
  )
})
