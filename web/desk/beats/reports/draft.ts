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

/** Null takes back what was reported. */
export type Change = Pick<ListedRow, 'village' | 'month'> & { readonly count: number | null }

/** What changes: typed, a number, and another than what stands; or emptied where something stood. */
export const changesIn = (draft: Draft, reported: Reported): Change[] =>
  Object.entries(draft).flatMap(([key, typed]): Change[] => {
    const [village = '', month = ''] = key.split(' ')
    const before = reported.get(key)?.count
    if (typed === '') return before === undefined ? [] : [{ village, month, count: null }]
    return isNumber(typed) && Number(typed) !== before ? [{ village, month, count: Number(typed) }] : []
  })

/** What was typed and is not what stands: the rest need not be kept. */
export const pruned = (draft: Draft, reported: Reported): Draft =>
  Object.fromEntries(Object.entries(draft).filter(([key, typed]) => typed !== String(reported.get(key)?.count ?? '')))

/** What was sent is no draft any more, unless it was typed over meanwhile. */
export const without = (draft: Draft, sent: readonly Change[]): Draft => {
  const gone = new Map(sent.map(({ village, month, count }) => [keyOf(village, month), count]))
  const isSent = (key: string, typed: string) => gone.has(key) && (typed === '' ? null : Number(typed)) === gone.get(key)
  return Object.fromEntries(Object.entries(draft).filter(([key, typed]) => !isSent(key, typed)))
}

/** Places in which something waits to be saved, right or wrong; of a draft that holds only what differs. */
export const unsavedIn = (draft: Draft): number => Object.keys(draft).length

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
