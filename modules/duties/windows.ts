/**
 * The windows of a duty: stretches of days that tile somebody's term, without gap or overlap.
 *
 *   week     Monday to Sunday          cut where the term begins or ends, and said so
 *   month    the first to the last
 */
import { daysAfter, isWorked, type LocalDays } from '#modules/kernel/calendar.ts'
import type { Day } from '#modules/kernel/ids.ts'
import type { Duty, Leave, Term } from './duty.ts'

const aDay = 86_400_000
const time = (day: Day) => Date.parse(`${day}T00:00:00.000Z`)
const dayAt = (at: number): Day => new Date(at).toISOString().slice(0, 10)

/** Every day from one to another, both included. */
export function daysBetween(from: Day, to: Day): Day[] {
  const days: Day[] = []
  for (let at = time(from), end = time(to); at <= end; at += aDay) days.push(dayAt(at))
  return days
}

/** Monday of the week. */
export const weekOf = (day: Day): Day => daysAfter(day, -((new Date(time(day)).getUTCDay() + 6) % 7))
const monthOf = (day: Day): Day => `${day.slice(0, 7)}-01`
const endOfMonth = (day: Day): Day => {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return dayAt(Date.UTC(year, month, 0))
}

/** The first day of the week or month that a day lies in; the day itself for the windows that are a day or a term. */
export const beginOf = (kind: Duty['window'], day: Day): Day => (kind === 'week' ? weekOf(day) : kind === 'month' ? monthOf(day) : day)

/** Days, both included. `whole` is the stretch it is a part of, where the term or the duty begins or ends within. */
export type Window = { readonly from: Day; readonly to: Day; readonly whole: { readonly from: Day; readonly to: Day } }

/** The earliest of some days, of which the first is one. */
export const least = (first: Day, ...days: readonly (Day | null | undefined)[]): Day =>
  days.filter((day) => day != null).reduce((one, other) => (other < one ? other : one), first)
export const most = (...days: readonly Day[]): Day => days.reduce((one, other) => (other > one ? other : one))

/** The first and last day on which a duty is owed in a term; undefined if there is none. `upTo` is the last day that is looked at. */
export function span(
  duty: Pick<Duty, 'from' | 'until'>,
  term: Pick<Term, 'since' | 'until'>,
  upTo: Day,
): { from: Day; to: Day } | undefined {
  const from = most(duty.from, term.since)
  const to = least(upTo, term.until && daysAfter(term.until, -1), duty.until)
  return from <= to ? { from, to } : undefined
}

/** The last day to look at: the week or month that is running is looked at whole. */
export const runningUntil = (kind: Duty['window'], today: Day): Day =>
  kind === 'week' ? daysAfter(weekOf(today), 6) : kind === 'month' ? endOfMonth(today) : today

/** Days of which every window that has one of them in it is looked at, whole. */
export type Range = { readonly from: Day; readonly to: Day }

/**
 * The stretch of a duty in a term that is looked at: the same windows from wherever one looks. What is owed `once` is looked at until today
 * or its end, what is owed at any time as it stood on the last day of the range.
 */
export function lookedAt(duty: Pick<Duty, 'window' | 'from' | 'until'>, term: Term, today: Day, range?: Range): Range | undefined {
  const upTo = least(today, range?.to)
  const owed = span(duty, term, duty.window === 'once' ? today : runningUntil(duty.window, upTo))
  if (!owed || !range) return owed
  if (duty.window === 'once' || duty.window === 'standing') return owed.to < range.from || owed.from > upTo ? undefined : owed
  const from = most(owed.from, beginOf(duty.window, range.from))
  return from <= owed.to ? { from, to: owed.to } : undefined
}

/** The windows that tile a span. `marks`: the days that have one each, for the windows that the work itself opens. */
export function windowsOf(kind: Duty['window'], { from, to }: { from: Day; to: Day }, marks: readonly Day[]): Window[] {
  const cut = (begins: Day, ends: Day): Window => ({ from: most(begins, from), to: least(ends, to), whole: { from: begins, to: ends } })
  const windows: Window[] = []
  switch (kind) {
    case 'day':
      return daysBetween(from, to).map((day) => cut(day, day))
    case 'week':
      for (let day = weekOf(from); day <= to; day = daysAfter(day, 7)) windows.push(cut(day, daysAfter(day, 6)))
      return windows
    case 'month':
      for (let day = monthOf(from); day <= to; day = daysAfter(endOfMonth(day), 1)) windows.push(cut(day, endOfMonth(day)))
      return windows
    case 'visit':
    case 'collectingDay':
      return [...new Set(marks)]
        .filter((day) => day >= from && day <= to)
        .sort()
        .map((day) => cut(day, day))
    case 'once':
    case 'standing':
      return [cut(from, to)]
  }
}

/** Counts of days that were counted once: many people's windows are the same. By the county's own days, which count differently. */
const known = new WeakMap<LocalDays, Map<string, number>>()

function countDays(from: Day, to: Day, counts: 'all' | 'worked' | 'ordinary', local: LocalDays): number {
  const of = known.get(local) ?? new Map<string, number>()
  known.set(local, of)
  const key = `${counts} ${from} ${to}`
  const found = of.get(key) ?? daysBetween(from, to).filter((day) => isCounted(day, counts, local)).length
  if (of.size < 20_000) of.set(key, found)
  return found
}

/** `ordinary`: what a week or month without holidays would have, its weekdays. */
function isCounted(day: Day, counts: 'all' | 'worked' | 'ordinary', local: LocalDays): boolean {
  if (counts === 'all') return true
  if (counts === 'worked') return isWorked(day, local)
  const weekday = new Date(time(day)).getUTCDay()
  return weekday >= 1 && weekday <= 5
}

/** Days of a window on which somebody could do what they owe, and of the whole stretch that a full goal is for. */
export function available(
  { from, to, whole }: Window,
  cutBy: Duty['cutBy'],
  { person }: Pick<Term, 'person'>,
  leaves: readonly Leave[],
  local: LocalDays,
): { readonly days: number; readonly of: number } {
  const isCut = cutBy.includes('holidays')
  const counts = isCut ? 'worked' : 'all'
  const away = cutBy.includes('leave') ? leaves.filter((leave) => leave.person === person && leave.from <= to && leave.to >= from) : []
  const isAway = (day: Day) => away.some((leave) => day >= leave.from && day <= leave.to)
  const days =
    away.length === 0
      ? countDays(from, to, counts, local)
      : daysBetween(from, to).filter((day) => isCounted(day, counts, local) && !isAway(day)).length
  // A full goal is for an ordinary stretch: a week with a holiday in it is a shorter one. A single day is one, a Saturday that was worked too.
  const of = whole.from === whole.to ? 1 : countDays(whole.from, whole.to, isCut ? 'ordinary' : 'all', local)
  return { days: Math.min(days, of), of }
}
