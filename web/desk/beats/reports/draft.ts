/** What was typed into the table of reports and not sent yet. Pure. */
import type { ReportTable } from '#modules/beats/reply.ts'
import { countAtMost, type ListedRow } from '#modules/beats/report-list.ts'

export const keyOf = (village: string, month: string) => `${village} ${month}`

export const monthsOf = (year: string): string[] =>
  Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`)

export type Reported = ReadonlyMap<string, ReportTable['rows'][number]>
export const reportedIn = ({ rows }: Pick<ReportTable, 'rows'>): Reported =>
  new Map(rows.map((row) => [keyOf(row.village, row.month), row]))

/** By village and month, as it was typed. */
export type Draft = Readonly<Record<string, string>>

export const isNumber = (typed: string): boolean => /^\d{1,5}$/.test(typed) && Number(typed) <= countAtMost

/** What changes: typed, a number, and another than what stands. What is emptied stays as it was reported. */
export const changesIn = (draft: Draft, reported: Reported): ListedRow[] =>
  Object.entries(draft).flatMap(([key, typed]) => {
    const [village = '', month = ''] = key.split(' ')
    return isNumber(typed) && Number(typed) !== reported.get(key)?.count ? [{ village, month, count: Number(typed) }] : []
  })

export const wrongIn = (draft: Draft): string[] => Object.keys(draft).filter((key) => draft[key] !== '' && !isNumber(draft[key]!))

/** Zero in every place of a month where nothing stands and nothing was typed: still to be looked at, and sent. */
export const zeroed = (draft: Draft, villages: readonly string[], month: string, reported: Reported): Draft => ({
  ...draft,
  ...Object.fromEntries(
    villages
      .map((village) => keyOf(village, month))
      .filter((key) => !reported.has(key) && !draft[key])
      .map((key) => [key, '0']),
  ),
})
