/**
 * A list of cases or petitions as an office has it in a spreadsheet: village (code or name), month, count. Read whole or not at all;
 * every row that cannot be understood is named by its line.
 *
 *   河湾村,2026-05,0        140826100201,2026年5月,2        卫庄镇 河湾村 ⇥ 2026/5 ⇥ 1
 */
import type { Day } from '#modules/kernel/ids.ts'
import { isOver } from './beat.ts'

export type ListedVillage = { readonly village: string; readonly name: string; readonly townName: string }
export type ListedRow = { readonly village: string; readonly month: string; readonly count: number }

export const listProblems = ['empty', 'columns', 'village', 'ambiguous', 'month', 'notOver', 'count', 'twice'] as const
export type ListProblem = {
  /** From 1, as a spreadsheet counts; 0 where the whole list is meant. */
  readonly line: number
  readonly problem: (typeof listProblems)[number]
  readonly facts: Readonly<Record<string, string | number>>
}

export const countAtMost = 10_000

/** The cells of a line: between commas or tabs, quoted where they hold one. */
function cellsOf(line: string): string[] {
  const by = line.includes('\t') ? '\t' : /[,，]/.test(line) ? ',' : ';'
  const cells: string[] = ['']
  let isQuoted = false
  for (const sign of line) {
    if (sign === '"') isQuoted = !isQuoted
    else if (!isQuoted && (sign === by || (by === ',' && sign === '，'))) cells.push('')
    else cells[cells.length - 1] += sign
  }
  return cells.map((cell) => cell.trim())
}

const titles = {
  village: /^(村|村名|村居|村委会|村委会名称|名称|编码|代码|区划代码|村编码|village|name|code)$/i,
  month: /^(月|月份|统计月份|month)$/i,
  count: /^(数|数量|件数|起数|发案|发案数|发案起数|信访|信访件数|批次|count|number|cases|petitions)$/i,
} as const

type Column = keyof typeof titles
const columns = Object.keys(titles) as Column[]

/** Which cell holds what, if the line is a heading; columns may stand in any order and among others. */
function heading(cells: readonly string[]): Record<Column, number> | undefined {
  const at = (column: Column) => cells.findIndex((cell) => titles[column].test(cell))
  const found = { village: at('village'), month: at('month'), count: at('count') }
  return columns.every((column) => found[column] >= 0) ? found : undefined
}

/** "2026-05" from 2026-05, 2026/5, 2026.5, 202605, 2026年5月, and 5月 of the year one is in; undefined where it is no month. */
export function monthOf(text: string, yearHere: string): string | undefined {
  const alone = /^(\d{1,2})\s*月(?:份)?$/.exec(text)
  const dated = /^(\d{4})\s*[-/.年]?\s*(\d{1,2})\s*月?(?:份)?(?:[-/.]1)?$/.exec(text)
  const [year = '', month = ''] = alone ? [yearHere, alone[1]] : [dated?.[1], dated?.[2]]
  const number = Number(month)
  return year >= '1900' && year < '2200' && number >= 1 && number <= 12 ? `${year}-${month.padStart(2, '0')}` : undefined
}

const plain = (name: string) => name.replace(/\s/g, '').replace(/(村民委员会|村委会|居委会|社区|村)$/, '')

/** The villages that a cell can mean: a code means one, a name with its town one, a name alone as many as are called so. */
function meant(cell: string, villages: readonly ListedVillage[]): ListedVillage[] {
  if (/^\d+$/.test(cell)) return villages.filter(({ village }) => village === cell)
  const name = plain(cell)
  return name === '' ? [] : villages.filter((each) => plain(each.name) === name || plain(`${each.townName}${each.name}`) === name)
}

/** `villages` are those that one may report of; only months that are over `today` are reported; a month without a year is one of `year`. */
export function readList(
  text: string,
  villages: readonly ListedVillage[],
  today: Day,
  year: string,
): { readonly rows: readonly ListedRow[]; readonly problems: readonly ListProblem[] } {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ line: index + 1, cells: cellsOf(line) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const [first, ...rest] = lines
  if (!first) return { rows: [], problems: [{ line: 0, problem: 'empty', facts: {} }] }
  const titled = heading(first.cells)
  const at = titled ?? { village: 0, month: 1, count: 2 }
  const rows: ListedRow[] = []
  const problems: ListProblem[] = []
  const seen = new Map<string, number>()
  for (const { line, cells } of titled ? rest : lines) {
    const read = rowOf(cells, at, villages, today, year)
    if ('problem' in read) {
      problems.push({ line, ...read })
      continue
    }
    const key = `${read.village} ${read.month}`
    const before = seen.get(key)
    if (before !== undefined) problems.push({ line, problem: 'twice', facts: { before } })
    else rows.push(read)
    seen.set(key, before ?? line)
  }
  if (rows.length === 0 && problems.length === 0) problems.push({ line: 0, problem: 'empty', facts: {} })
  return { rows, problems }
}

function rowOf(
  cells: readonly string[],
  at: Record<Column, number>,
  villages: readonly ListedVillage[],
  today: Day,
  year: string,
): ListedRow | Omit<ListProblem, 'line'> {
  const [place, typed, number] = [cells[at.village], cells[at.month], cells[at.count]]
  if (place === undefined || typed === undefined || number === undefined) return { problem: 'columns', facts: { cells: cells.length } }
  const [village, ...others] = meant(place, villages)
  if (!village) return { problem: 'village', facts: { text: place } }
  if (others.length > 0) return { problem: 'ambiguous', facts: { text: place, count: others.length + 1 } }
  const month = monthOf(typed, year)
  if (!month) return { problem: 'month', facts: { text: typed } }
  if (!isOver(month, today)) return { problem: 'notOver', facts: { text: typed } }
  if (!/^\d{1,5}$/.test(number) || Number(number) > countAtMost) return { problem: 'count', facts: { text: number } }
  return { village: village.village, month, count: Number(number) }
}
