/**
 * Beats (一村一警): what a village's police officer and legal adviser leave behind when they work there. Each record is made once, where it
 * happened, and serves every use: the village's file, the duties, the station's list. Nothing is asked for a duty's sake: no check-in, no
 * track, no picture, no points.
 *
 *   file ──▶ standing ── amend (within a week, by its author) ──▶ standing
 *                    └── void (a slip, with a reason) ──▶ voided
 *   a day in the village: planned ── done | cancelled
 *   a promise made on a visit: open ── kept
 *
 * A visit names a lane and a house number and what it was about; there is no profile of anybody. Entries made in the police's own system
 * are a count. Source: the article of 2018, section B; design.md section 1.
 */
import type { County, Day, DisputeId, Instant, MatterId, PersonId, PlaceCode } from '#modules/kernel/ids.ts'

export const recordKinds = ['day', 'visit', 'meeting', 'help', 'advice', 'entries'] as const
export type RecordKind = (typeof recordKinds)[number]

/** What a visit is for. */
export const purposes = ['safety', 'fraud', 'fire', 'dispute', 'care', 'traffic', 'advice', 'other'] as const
export type Purpose = (typeof purposes)[number]

/** 一标三实: standard address, actual house, actual unit, actual person; how many, never which. */
export const entryKinds = ['address', 'house', 'unit', 'person'] as const
export type EntryKind = (typeof entryKinds)[number]

export type Facts =
  /** A day in the village: planned, then done. `plan`: what is meant to be done. */
  | { readonly kind: 'day'; readonly state: 'planned' | 'done' | 'cancelled'; readonly plan: string | null }
  | {
      readonly kind: 'visit'
      readonly lane: PlaceCode
      /** "12" or "12-1": the number on the door. */
      readonly house: string
      readonly purpose: Purpose
      readonly heard: string
      readonly promised: string | null
      readonly promisedBy: Day | null
      readonly keptOn: Day | null
    }
  | { readonly kind: 'meeting'; readonly about: string; readonly attended: number | null }
  | { readonly kind: 'help'; readonly team: string; readonly what: string }
  /** A legal problem that was answered. */
  | { readonly kind: 'advice'; readonly question: string; readonly answer: string; readonly isSolved: boolean }
  | { readonly kind: 'entries'; readonly of: EntryKind; readonly count: number }

/** The number on a door as it is kept, "12" or "12-1"; undefined for what is none. "12 号", "１２", "12—1" are the same door. */
export function houseNumber(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\s号]/g, '')
    .replace(/[—–－之]/g, '-')
  return /^\d{1,4}(-\d{1,3}){0,2}$/.test(plain) ? plain.replace(/(^|-)0+(?=\d)/g, '$1') : undefined
}

/** What only an officer does: entries are made in the police's own system. */
export const officersKinds: readonly RecordKind[] = ['entries', 'help']

export type BeatRecord = {
  readonly county: County
  readonly id: string
  readonly village: PlaceCode
  readonly by: PersonId
  readonly on: Day
  readonly filedAt: Instant
  readonly facts: Facts
  /** What came of it, in one step. */
  readonly matterId: MatterId | null
  readonly disputeId: DisputeId | null
  /** Why it does not count; null while it stands. */
  readonly voided: string | null
  readonly version: number
}

/** A record can be put right by its author for this many days; later it stands as it is. */
export const daysToAmend = 7
/** How far back something can be filed that had no signal or no time. */
export const daysToFile = 30

/** A public-security bulletin: written once, published on the village's page, printed, counted. */
export type Bulletin = {
  readonly county: County
  readonly id: string
  readonly village: PlaceCode
  readonly by: PersonId
  readonly title: string
  readonly body: string
  readonly publishedAt: Instant
  readonly withdrawnAt: Instant | null
}

/** A clue is compartmented: its author, the unit it went to and those named read it; everybody else at most counts it. */
export type Clue = {
  readonly county: County
  readonly id: string
  readonly village: PlaceCode
  readonly by: PersonId
  readonly on: Day
  /** A county department, or an office of the village's town (clues/unit.ts). */
  readonly unit: string
  readonly named: readonly PersonId[]
  /** What the unit says of it: useful or not, and why. */
  readonly outcome: { readonly isUseful: boolean; readonly reason: string; readonly by: PersonId; readonly on: Day } | null
}

/** A group in which officer and residents talk. A link; nobody in it is kept. */
export const groupKinds = ['wechat', 'qq', 'other'] as const
export type ContactGroup = {
  readonly county: County
  readonly id: string
  readonly village: PlaceCode
  readonly kind: (typeof groupKinds)[number]
  readonly name: string
  readonly owner: PersonId
  readonly size: number
  readonly lastNoticeOn: Day | null
  readonly link: string | null
}

/** Cases or petitions of a village in a month, as the station or the petition office reports them. */
export const standingKinds = ['cases', 'petitions'] as const
export type StandingKind = (typeof standingKinds)[number]
export type Report = {
  readonly county: County
  readonly village: PlaceCode
  readonly kind: StandingKind
  /** "2018-10" */
  readonly month: string
  readonly count: number
  readonly by: PersonId
  readonly at: Instant
}

/** A month is reported when it is over: until then there may still come one. */
export const isOver = (month: string, today: Day): boolean => month < today.slice(0, 7)

/** The months of the year that are over, "2018-01" and on. In January, those of the year before. */
export function monthsOver(today: Day): string[] {
  const [year = 0, month = 0] = today.split('-').map(Number)
  const [of, count] = month === 1 ? [year - 1, 12] : [year, month - 1]
  return Array.from({ length: count }, (_, index) => `${of}-${String(index + 1).padStart(2, '0')}`)
}

/** Zero is shown only where somebody able to report has done so for every month of the period; otherwise it was not reported. */
export type ZeroStanding =
  | { readonly state: 'zero' }
  | { readonly state: 'some'; readonly count: number }
  | { readonly state: 'notReported'; readonly missing: readonly string[] }

export function zeroOf(months: readonly string[], reports: readonly Pick<Report, 'month' | 'count'>[]): ZeroStanding {
  const by = new Map(reports.map(({ month, count }) => [month, count]))
  const count = months.reduce((sum, month) => sum + (by.get(month) ?? 0), 0)
  if (count > 0) return { state: 'some', count }
  const missing = months.filter((month) => !by.has(month))
  return missing.length > 0 ? { state: 'notReported', missing } : { state: 'zero' }
}

/** Leave of an officer or adviser, with who stands in: the substitute holds a post at the village for those days. */
export type Leave = {
  readonly county: County
  readonly id: string
  readonly person: PersonId
  readonly from: Day
  readonly to: Day
  readonly substitute: PersonId | null
}
