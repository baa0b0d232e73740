/** A queue as a spreadsheet: exactly the rows and columns on the screen, with who took it and when. */
import writeXlsxFile from 'write-excel-file/node'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { Instant } from '#modules/kernel/ids.ts'
import { words } from '#server/words.ts'
import type { MatterRow } from './reply.ts'
import type { Column } from './wire.ts'

type Language = 'zh-CN' | 'en'

/** Text that a spreadsheet would take for a formula is made text again (OWASP: CSV injection). */
export const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

/** "2018-10-24 09:30" in the county's time. */
const local = (instant: Instant | null) =>
  instant ? `${dayOf(instant)} ${new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16)}` : ''

const cells: Record<Column, { width: number; of: (row: MatterRow, say: (key: string) => string) => string }> = {
  number: { width: 18, of: (row) => row.number },
  category: { width: 16, of: (row) => row.categoryName },
  place: { width: 36, of: (row) => row.placeName },
  words: { width: 60, of: (row) => row.matter.words },
  status: { width: 10, of: (row, say) => say(`matters:statuses.${row.matter.status}`) },
  holder: { width: 24, of: (row, say) => `${row.holderName} ${say(`people:roles.${row.matter.holderRole}`)}` },
  worker: { width: 12, of: (row) => row.workerName ?? '' },
  reportedAt: { width: 18, of: (row) => local(row.matter.reportedAt) },
  lateSince: { width: 18, of: (row) => local(row.matter.lateSince) },
  dueBy: { width: 18, of: (row) => local(row.matter.dueBy) },
  application: {
    width: 24,
    of: ({ matter: { application } }, say) =>
      application ? `${say(`matters:applications.${application.kind}`)} ${application.reason}` : '',
  },
  orders: {
    width: 24,
    of: ({ matter: { orders } }) => orders.map(({ words, dueBy }) => `${local(dueBy)} ${words}`).join('\n'),
  },
  settledAt: { width: 18, of: (row) => local(row.matter.settledAt) },
  outcome: { width: 60, of: (row) => row.matter.outcome ?? '' },
  source: { width: 10, of: (row, say) => say(`matters:sources.${row.matter.source}`) },
  rating: { width: 8, of: (row) => (row.matter.rating === null ? '' : String(row.matter.rating)) },
}

/** The field whose word stands over a column. */
const titles: Record<Column, string> = {
  number: 'number',
  category: 'category',
  place: 'place',
  words: 'words',
  status: 'status',
  holder: 'holder',
  worker: 'worker',
  reportedAt: 'reportedAt',
  lateSince: 'lateSince',
  dueBy: 'due',
  application: 'application',
  orders: 'orders',
  settledAt: 'settledAt',
  outcome: 'outcome',
  source: 'source',
  rating: 'rating',
}

export async function spreadsheet(
  rows: readonly MatterRow[],
  columns: readonly Column[],
  language: Language,
  taken: { by: string; at: Instant },
): Promise<Buffer> {
  const say = words(language)
  const head = columns.map((column) => ({ value: say(`matters:fields.${titles[column]}`), fontWeight: 'bold' as const }))
  const body = rows.map((row) => columns.map((column) => ({ value: harmless(cells[column].of(row, say)), type: String, wrap: true })))
  const foot = [{ value: say('files:exported', { by: taken.by, at: local(taken.at) }), type: String }]
  return writeXlsxFile([head, ...body, [], foot], {
    columns: columns.map((column) => ({ width: cells[column].width })),
    stickyRowsCount: 1,
  } as never).toBuffer()
}
