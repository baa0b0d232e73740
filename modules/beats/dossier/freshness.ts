/**
 * How old what a village's officer keeps may be. What is older is marked in the dossier, and the dossier is then not whole.
 *
 *   nothing there ──▶ missing      older than its limit ──▶ stale      else ──▶ fresh
 *
 * The limits are ours. What is owed by week or month (article of 2018, B: a day a week, a meeting and a bulletin a month) may be as old as
 * it gets while nothing is missed: a meeting on the 1st of one month and on the last day of the next are 61 days apart; a Monday, a week of
 * leave and the Sunday after it 20.
 */
import { daysAfter } from '#modules/kernel/calendar.ts'
import type { Day } from '#modules/kernel/ids.ts'

/** Days. */
export const limits = { facilities: 180, groups: 90, notice: 60, visits: 21, meetings: 62, bulletins: 62 } as const

/** What an officer keeps of a village, by day; null where there is none. */
export type Kept = {
  readonly facilities: { readonly count: number; readonly seenOn: Day | null }
  readonly groups: { readonly count: number; readonly seenOn: Day | null; readonly noticeOn: Day | null }
  /** The last day on which anything was recorded in the village, the last meeting, the last bulletin. */
  readonly visits: Day | null
  readonly meetings: Day | null
  readonly bulletins: Day | null
}

export const keptParts = ['facilities', 'groups', 'visits', 'meetings', 'bulletins'] as const
export type KeptPart = (typeof keptParts)[number]
export type Freshness = 'fresh' | 'stale' | 'missing'

export const isStale = (on: Day | null, days: number, today: Day): boolean => on === null || on < daysAfter(today, -days)

export function freshnessOf(part: KeptPart, kept: Kept, today: Day): Freshness {
  switch (part) {
    case 'facilities':
      return kept.facilities.count === 0 ? 'missing' : isStale(kept.facilities.seenOn, limits.facilities, today) ? 'stale' : 'fresh'
    case 'groups': {
      const { count, seenOn, noticeOn } = kept.groups
      if (count === 0) return 'missing'
      return isStale(seenOn, limits.groups, today) || isStale(noticeOn, limits.notice, today) ? 'stale' : 'fresh'
    }
    default:
      return kept[part] === null ? 'missing' : isStale(kept[part], limits[part], today) ? 'stale' : 'fresh'
  }
}

/** Whole and fresh (the duty 一村一档): everything that the officer keeps is there and not too old. What others keep is not held against them. */
export const isWhole = (kept: Kept, today: Day): boolean => keptParts.every((part) => freshnessOf(part, kept, today) === 'fresh')
