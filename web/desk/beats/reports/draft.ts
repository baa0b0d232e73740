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

/** What was typed and is not what stands: the rest need not be kept. */
export const pruned = (draft: Draft, reported: Reported): Draft =>
  Object.fromEntries(Object.entries(draft).filter(([key, typed]) => typed !== String(reported.get(key)?.count ?? '')))

/** What was sent is no draft any more, unless it was typed over meanwhile. */
export const without = (draft: Draft, sent: readonly ListedRow[]): Draft => {
  const gone = new Map(sent.map(({ village, month, count }) => [keyOf(village, month), count]))
  return Object.fromEntries(Object.entries(draft).filter(([key, typed]) => !(gone.has(key) && Number(typed) === gone.get(key))))
}

/** Places in which something waits to be saved, right or wrong. */
export const unsavedIn = (draft: Draft): number => Object.values(draft).filter((typed) => typed !== '').length

export const wrongIn = (draft: Draft): string[] => Object.keys(draft).filter((key) => draft[key] !== '' && !isNumber(draft[key]!))

/** How a list differs from what stands: what it would replace, what is as it stands already, and what is new. */
export function comparedWith(rows: readonly ListedRow[], reported: Reported) {
  const there = (row: ListedRow) => reported.get(keyOf(row.village, row.month))?.count
  return {
    replaced: rows.flatMap((row) => {
      const before = there(row)
      return before === undefined || before === row.count ? [] : [{ ...row, before }]
    }),
    same: rows.filter((row) => there(row) === row.count).length,
    fresh: rows.filter((row) => there(row) === undefined).length,
  }
}

/** How many villages of each town are still to be reported for a month that is over. */
export const missingIn = (
  { villages }: Pick<ReportTable, 'villages'>,
  reported: Reported,
  months: readonly string[],
): Map<string, number> => {
  const missing = new Map<string, number>()
  for (const { village, town } of villages) {
    const count = months.filter((month) => !reported.has(keyOf(village, month))).length
    if (count > 0) missing.set(town, (missing.get(town) ?? 0) + count)
  }
  return missing
}

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
