/** The yearly form and the register as spreadsheets: exactly what the screen shows, with who took it and when. */
import writeXlsxFile from 'write-excel-file/node'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { Instant } from '#modules/kernel/ids.ts'
import { harmless } from '#modules/matters/export.server.ts'
import { type Language, type Say, words } from '#server/words.ts'
import type { DisputeRow } from '../reply.ts'
import type { Figure } from './form.ts'
import type { Column, Figures } from './wire.ts'

type Taken = { readonly by: string; readonly at: Instant }
type Cell = {
  readonly value: string | number
  readonly type: typeof String | typeof Number
  readonly fontWeight?: 'bold'
  readonly wrap?: true
}

const text = (value: string): Cell => ({ value: harmless(value), type: String, wrap: true })
const bold = (value: string): Cell => ({ value: harmless(value), type: String, fontWeight: 'bold' })
/** Fen in 万元, the form's unit, to the yuan. */
const inTenThousands = (fen: number) => Math.round(fen / 100) / 10_000

/** "2018-10-24 09:30" in the county's time. */
const local = (instant: Instant) => `${dayOf(instant)} ${new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16)}`

const foot = (say: Say, { by, at }: Taken, key: string) => text(say(key, { by, at: local(at) }))

export async function figuresSheet(figures: Figures, language: Language, taken: Taken): Promise<Buffer> {
  const say = words(language)
  const of = (key: string, facts?: Record<string, unknown>) => say(`disputes:figures.${key}`, facts)
  const figure = (value: Figure): Cell => (typeof value === 'number' ? { value, type: Number } : text(of(`marks.${value}`)))
  const money = (value: Figure): Cell => (typeof value === 'number' ? { value: inTenThousands(value), type: Number } : figure(value))
  const line = (name: string, { disputes, succeeded, difficult, involved, fen }: Figures['total']) => [
    text(name),
    ...[disputes, succeeded, difficult, involved].map(figure),
    money(fen),
  ]
  const block = (title: string, name: (code: string) => string, lines: Figures['sources']) => [
    [],
    [bold(of(title)), bold(of('disputes'))],
    ...lines.map(({ code, disputes }) => [text(name(code)), figure(disputes)]),
  ]
  const { year, placeName, total, types, sources, results, agreements, committees } = figures
  const rows = [
    [bold(of(figures.of === 'committee' ? 'titleOwn' : 'titleAll', { year, place: placeName }))],
    [],
    ['type', 'disputes', 'succeeded', 'difficult', 'involved', 'amount'].map((key) => bold(of(key))),
    line(of('total'), total),
    ...types.map((type) => line(type.name, type)),
    ...block('sources', (code) => say(`disputes:sources.${code}`), sources),
    ...block('results', (code) => of(`outcomes.${code}`), results),
    ...block('agreements', (code) => of(`forms.${code}`), agreements),
    ...block('kinds', (code) => of(`committees.${code}`), committees),
    [],
    ...(figures.of === 'all' ? [[text(of('note'))]] : []),
    [foot(say, taken, 'disputes:figures.taken')],
  ]
  return workbook(rows, [28, 12, 12, 12, 12, 16])
}

const cells: Readonly<Record<Column, { width: number; of: (row: DisputeRow, say: Say) => string }>> = {
  number: { width: 26, of: (row) => row.number },
  title: { width: 36, of: (row) => row.title },
  type: { width: 20, of: (row) => row.typeName },
  place: { width: 36, of: (row) => row.placeName },
  committee: { width: 20, of: (row) => row.committeeName },
  mediators: { width: 20, of: (row) => row.mediatorNames.join('、') },
  status: { width: 16, of: (row, say) => say(`disputes:statuses.${row.dispute.status}`) },
  source: { width: 18, of: (row, say) => say(`disputes:sources.${row.dispute.source}`) },
  registeredAt: { width: 18, of: (row) => local(row.dispute.registeredAt) },
  involved: { width: 10, of: (row) => String(row.dispute.involved) },
  amount: { width: 14, of: (row) => (row.dispute.fen === null ? '' : (row.dispute.fen / 100).toFixed(2)) },
  next: { width: 24, of: (row, say) => (row.next ? `${row.next.on} ${say(`disputes:reminders.${row.next.what}`)}` : '') },
}

export async function registerSheet(
  rows: readonly DisputeRow[],
  columns: readonly Column[],
  language: Language,
  taken: Taken,
): Promise<Buffer> {
  const say = words(language)
  return workbook(
    [
      columns.map((column) => bold(say(`disputes:figures.columns.${column}`))),
      ...rows.map((row) => columns.map((column) => text(cells[column].of(row, say)))),
      [],
      [foot(say, taken, 'disputes:figures.takenRegister')],
    ],
    columns.map((column) => cells[column].width),
    1,
  )
}

const workbook = (rows: readonly (readonly Cell[])[], widths: readonly number[], stickyRowsCount = 0): Promise<Buffer> =>
  writeXlsxFile(
    rows as never,
    { columns: widths.map((width) => ({ width })), ...(stickyRowsCount && { stickyRowsCount }) } as never,
  ).toBuffer()
