/**
 * The yearly form of the national statistics of people's mediation, for the files whose number is of that year: types, sources, results,
 * parties, amounts, written and oral agreements, difficult ones (facts/standards.md 2.4).
 *
 *   counted files of a county ──▶ tally, for the county and each of its towns ──▶ marksOf: what is too small to show ──▶ formOf a place
 *
 * A committee's own head reads their own files' figures as they are. Whoever is above reads those of a town or a county, small cells
 * suppressed over the whole county at once, so that no two questions together tell what one of them hides.
 */
import type { PlaceCode } from '#modules/kernel/ids.ts'
import { kindOf, within } from '#modules/places/place.ts'
import { nationalTypes } from '../codes/national.ts'
import { sources } from '../dispute.ts'
import { type Cell, type Mark, type Sum, suppress } from './suppress.ts'

/** How a file ended, or that it has not. */
export const outcomes = ['succeeded', 'failed', 'declined', 'withdrawn', 'open'] as const
export type Outcome = (typeof outcomes)[number]

/** The form's kinds of committees. Those of enterprises and associations have no files here. */
export const committeeKinds = ['village', 'residents', 'town', 'subdistrict', 'enterprise', 'association'] as const
export type CommitteeKind = (typeof committeeKinds)[number]

/** Files that are alike in everything the form asks. */
export type Row = {
  readonly committee: PlaceCode
  readonly nationalType: string
  readonly source: string
  readonly outcome: Outcome
  readonly form: 'written' | 'oral' | null
  readonly isDifficult: boolean
  readonly disputes: number
  readonly involved: number
  readonly fen: number
}

export type Figure = number | Mark
export type Line = {
  readonly disputes: Figure
  readonly succeeded: Figure
  readonly difficult: Figure
  readonly involved: Figure
  readonly fen: Figure
}
export type Form = {
  readonly total: Line
  readonly types: readonly (Line & { readonly code: string })[]
  readonly sources: readonly { readonly code: string; readonly disputes: Figure }[]
  readonly results: readonly { readonly code: string; readonly disputes: Figure }[]
  readonly agreements: readonly { readonly code: string; readonly disputes: Figure }[]
  readonly committees: readonly { readonly code: string; readonly disputes: Figure }[]
}

const types = nationalTypes.map(({ code }) => code)

export function kindOfCommittee(committee: PlaceCode): CommitteeKind {
  const kind = kindOf(committee)
  if (kind === 'subdistrict') return 'subdistrict'
  if (within(committee, 'village') === undefined) return 'town'
  return kind === 'residents_committee' || kind === 'quasi_residents_committee' ? 'residents' : 'village'
}

/** Every cell of the form a file counts in. Those that end in "-" stand on no form, but are what is left of one that does. */
const keysOf = ({ committee, nationalType: type, source, outcome, form, isDifficult }: Row): readonly string[] => [
  'all',
  `source ${source}`,
  `result ${outcome}`,
  `agreement ${form ?? '-'}`,
  `committee ${kindOfCommittee(committee)}`,
  isDifficult ? 'difficult' : 'difficult-',
  `type ${type}`,
  `type ${type} ${outcome === 'succeeded' ? 'succeeded' : 'succeeded-'}`,
  `type ${type} ${isDifficult ? 'difficult' : 'difficult-'}`,
]

const perType = ['succeeded', 'difficult'] as const

/** What a form shows of every place. */
const shownKeys: readonly string[] = [
  'all',
  'difficult',
  ...sources.map((code) => `source ${code}`),
  ...outcomes.map((code) => `result ${code}`),
  ...['written', 'oral'].map((code) => `agreement ${code}`),
  ...committeeKinds.map((code) => `committee ${code}`),
  ...types.map((code) => `type ${code}`),
]
const restKeys: readonly string[] = ['difficult-', 'agreement -']
/** How many of each type succeeded and were difficult is shown of the whole county only: of a town nearly all would be small. */
const countyKeys: readonly string[] = types.flatMap((code) => perType.map((of) => `type ${code} ${of}`))
const countyRestKeys: readonly string[] = countyKeys.map((key) => `${key}-`)

/** What adds up to what within one form. */
const sums: readonly Sum[] = [
  { total: 'all', parts: sources.map((code) => `source ${code}`) },
  { total: 'all', parts: outcomes.map((code) => `result ${code}`) },
  { total: 'all', parts: ['agreement written', 'agreement oral', 'agreement -'] },
  { total: 'all', parts: committeeKinds.map((code) => `committee ${code}`) },
  { total: 'all', parts: ['difficult', 'difficult-'] },
  { total: 'all', parts: types.map((code) => `type ${code}`) },
  { total: 'result succeeded', parts: ['agreement written', 'agreement oral'] },
]
const countySums: readonly Sum[] = [
  { total: 'difficult', parts: types.map((code) => `type ${code} difficult`) },
  { total: 'result succeeded', parts: types.map((code) => `type ${code} succeeded`) },
  ...countyKeys.map((key) => ({ total: key.replace(/ \w+$/, ''), parts: [key, `${key}-`] })),
]

export type Tally = {
  readonly counts: ReadonlyMap<string, number>
  readonly involved: ReadonlyMap<string, number>
  readonly fen: ReadonlyMap<string, number>
}

export function tally(rows: readonly Row[]): Tally {
  const [counts, involved, fen] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()]
  for (const row of rows)
    for (const key of keysOf(row)) {
      counts.set(key, (counts.get(key) ?? 0) + row.disputes)
      involved.set(key, (involved.get(key) ?? 0) + row.involved)
      fen.set(key, (fen.get(key) ?? 0) + row.fen)
    }
  return { counts, involved, fen }
}

/**
 * What of each place's form is not shown to somebody above, by "place key". `known`: the committees whose own figures they read whole, as
 * their head: what is left of a town without them must not be small either.
 */
export function marksOf(county: PlaceCode, rows: readonly Row[], known: readonly PlaceCode[]): Map<string, Mark> {
  const towns = [...new Set(rows.map(({ committee }) => within(committee, 'town')!))]
  const cells = new Map<string, Cell>()
  const all: Sum[] = []
  const put = (place: string, of: readonly Row[], shown: Cell['as'], rest: Cell['as'], isCounty = false) => {
    const { counts } = tally(of)
    for (const key of isCounty ? [...shownKeys, ...countyKeys] : shownKeys)
      cells.set(`${place} ${key}`, { value: counts.get(key) ?? 0, as: shown })
    for (const key of isCounty ? [...restKeys, ...countyRestKeys] : restKeys)
      cells.set(`${place} ${key}`, { value: counts.get(key) ?? 0, as: rest })
    for (const { total, parts } of isCounty ? [...sums, ...countySums] : sums)
      all.push({ total: `${place} ${total}`, parts: parts.map((part) => `${place} ${part}`) })
  }
  put(county, rows, 'shown', 'derived', true)
  for (const town of towns) {
    const here = rows.filter(({ committee }) => within(committee, 'town') === town)
    put(town, here, 'shown', 'derived')
    const own = known.filter((committee) => within(committee, 'town') === town)
    if (own.length === 0) continue
    put(
      `${town} own`,
      here.filter(({ committee }) => own.includes(committee)),
      'known',
      'known',
    )
    put(
      `${town} others`,
      here.filter(({ committee }) => !own.includes(committee)),
      'derived',
      'derived',
    )
    for (const key of shownKeys) all.push({ total: `${town} ${key}`, parts: [`${town} own ${key}`, `${town} others ${key}`] })
  }
  for (const key of shownKeys) all.push({ total: `${county} ${key}`, parts: towns.map((town) => `${town} ${key}`) })
  const marks = suppress(cells, all)
  for (const town of towns) for (const key of countyKeys) marks.set(`${town} ${key}`, 'withheld')
  return marks
}

/** Money in whole 万元 for those above: the form's own unit. */
const tenThousand = 1_000_000

/** The form of a place; without marks, exact. Parties and money are hidden where the count they belong to is. */
export function formOf({ counts, involved, fen }: Tally, mark?: (key: string) => Mark | undefined): Form {
  const count = (key: string): Figure => mark?.(key) ?? counts.get(key) ?? 0
  const rounded = (amount: number) => (mark ? Math.round(amount / tenThousand) * tenThousand : amount)
  const line = (key: string, succeeded: string, difficult: string): Line => ({
    disputes: count(key),
    succeeded: count(succeeded),
    difficult: count(difficult),
    involved: mark?.(key) ?? involved.get(key) ?? 0,
    fen: mark?.(key) ?? rounded(fen.get(key) ?? 0),
  })
  const list = (of: string, codes: readonly string[]) => codes.map((code) => ({ code, disputes: count(`${of} ${code}`) }))
  return {
    total: line('all', 'result succeeded', 'difficult'),
    types: types.map((code) => ({ code, ...line(`type ${code}`, `type ${code} succeeded`, `type ${code} difficult`) })),
    sources: list('source', sources),
    results: list('result', outcomes),
    agreements: list('agreement', ['written', 'oral']),
    committees: list('committee', committeeKinds),
  }
}
