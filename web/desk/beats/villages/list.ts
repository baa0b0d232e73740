/** The villages in sight, narrowed and put in order as the address asks. Pure. */
import type { VillageRow } from '#modules/beats/reply.ts'
import type { Standing } from '#modules/duties/reply.ts'
import type { VillagesSearch } from '../../address.tsx'

export const shows = [
  'behind',
  'vacant',
  'unvisited',
  'unadvised',
  'promised',
  'adviserPromised',
  'unreported',
  'zeroCases',
  'zeroPetitions',
] as const
export type Show = (typeof shows)[number]
export const sorts = ['place', 'lastDay', 'coverage', 'missed'] as const

/** Duties that were due in the village and how many of them were met, whoever was there. */
export type Met = { readonly due: number; readonly met: number }

export type Line = VillageRow & { readonly duties: Met }

export function linesOf(rows: readonly VillageRow[], standings: readonly Pick<Standing, 'place' | 'due' | 'met'>[]): Line[] {
  const by = Map.groupBy(standings, ({ place }) => place as string)
  return rows.map((row) => {
    const own = by.get(row.village) ?? []
    return { ...row, duties: { due: own.reduce((sum, { due }) => sum + due, 0), met: own.reduce((sum, { met }) => sum + met, 0) } }
  })
}

export const missed = ({ duties: { due, met } }: Pick<Line, 'duties'>): number => due - met

/** Days without anybody in the village after which it is looked for. */
export const long = 14

const isLongAgo = (day: string | null, since: string) => day === null || day < since

/** `since` is the first day that is not long ago. */
const tests: Readonly<Record<Show, (line: Line, since: string) => boolean>> = {
  behind: (line) => missed(line) > 0,
  vacant: ({ officers, advisers }) => officers.length === 0 || advisers.length === 0,
  unvisited: ({ work }, since) => isLongAgo(work.officer.lastDay, since),
  unadvised: ({ work }, since) => isLongAgo(work.adviser.lastDay, since),
  promised: ({ work }) => work.officer.late > 0,
  adviserPromised: ({ work }) => work.adviser.late > 0,
  unreported: ({ zero }) => zero.cases.state === 'notReported' || zero.petitions.state === 'notReported',
  zeroCases: ({ zero }) => zero.cases.state === 'zero',
  zeroPetitions: ({ zero }) => zero.petitions.state === 'zero',
}

const share = ({ visited, households }: Line) => (households > 0 ? visited / households : 1)

/** What the villages of a list ask of those above: each number is that of the list it opens. */
export const askedOf = (rows: readonly VillageRow[], seat: keyof VillageRow['work'], since: string) => ({
  away: rows.filter(({ work }) => isLongAgo(work[seat].lastDay, since)).length,
  late: rows.reduce((sum, { work }) => sum + work[seat].late, 0),
  villages: rows.filter(({ work }) => work[seat].late > 0).length,
})

const orders: Readonly<Record<(typeof sorts)[number], (one: Line, other: Line) => number>> = {
  place: () => 0,
  lastDay: (one, other) => ((one.lastDay ?? '') < (other.lastDay ?? '') ? -1 : (one.lastDay ?? '') > (other.lastDay ?? '') ? 1 : 0),
  coverage: (one, other) => share(one) - share(other),
  missed: (one, other) => missed(other) - missed(one),
}

export const isShow = (name: string | undefined): name is Show => shows.some((each) => each === name)
export const sortOf = (name: string | undefined): (typeof sorts)[number] => sorts.find((each) => each === name) ?? 'place'

export function narrowed(lines: readonly Line[], { place = '', search = '', show, sort }: VillagesSearch, since: string): Line[] {
  const wanted = search.trim().toLowerCase()
  const says = ({ name, townName, village, officers, advisers }: Line) =>
    [name, townName, village, ...officers.map((each) => each.name), ...advisers.map((each) => each.name)]
      .join(' ')
      .toLowerCase()
      .includes(wanted)
  return lines
    .filter((line) => line.village.startsWith(place.slice(0, 12)) && says(line) && (!isShow(show) || tests[show](line, since)))
    .sort(orders[sortOf(sort)])
}

/** How many lines each way of narrowing would leave, for the words on its button. */
export const countsOf = (lines: readonly Line[], since: string): Record<Show, number> =>
  Object.fromEntries(shows.map((show) => [show, lines.filter((line) => tests[show](line, since)).length])) as Record<Show, number>
