/**
 * Working time in a Chinese county office.
 *
 *   a limit of "1 working day" given on Friday 16:00  →  Monday 16:00, unless Monday is a holiday
 *
 * Office hours are 08:00-12:00 and 14:30-18:00 at UTC+8 all year, 450 minutes a day. Which days are worked comes from
 * chinese-days (the State Council's yearly notices on holidays and 调休), and from the county's own days, which win.
 */
import chineseDays from 'chinese-days'
import type { Day, Instant } from './ids.ts'

/** Minutes after midnight, in the county's time. */
const hours = [
  { from: 8 * 60, to: 12 * 60 },
  { from: 14 * 60 + 30, to: 18 * 60 },
] as const

/** Minutes of working time in one working day. */
export const workingDay = hours.reduce((sum, { from, to }) => sum + to - from, 0)

/** A length of time: minutes of working time, or of plain time that runs day and night (for what is urgent). */
export type Limit = { readonly minutes: number; readonly runs: 'working' | 'always' }

/** Days on which the county differs from the national calendar: `true` is worked, `false` is not. */
export type LocalDays = Readonly<Record<Day, boolean>>

const offset = 8 * 3_600_000
const minute = 60_000
const day = 86_400_000

const days = new Map<number, Day>()

/** The county's calendar day of a time in milliseconds. Remembered: a sweep asks for the same few days a million times. */
function dayAt(time: number): Day {
  const number = Math.floor((time + offset) / day)
  const known = days.get(number) ?? new Date(number * day).toISOString().slice(0, 10)
  if (days.size < 10_000) days.set(number, known)
  return known
}

/** The county's calendar day of an instant. */
export const dayOf = (instant: Instant): Day => dayAt(Date.parse(instant))

/** Milliseconds since the epoch at which a day begins in the county. */
const midnight = (of: Day) => Date.parse(`${of}T00:00:00.000Z`) - offset

/** The day so many days after another, or before it. */
export const daysAfter = (of: Day, count: number): Day =>
  new Date(Date.parse(`${of}T00:00:00.000Z`) + count * day).toISOString().slice(0, 10)

/** The same time of day so many days later, or before. */
export const daysLater = (at: Instant, count: number): Instant => new Date(Date.parse(at) + count * day).toISOString()

/** 08:00 on a day: when what was put off till then goes on. */
export const startOf = (of: Day): Instant => new Date(midnight(of) + hours[0].from * minute).toISOString()

/** Holidays of the sun's and the moon's year that the law itself names, "05-01" and "8-15". */
const solarHolidays: readonly string[] = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']
const lunarHolidays: readonly string[] = ['1-1', '1-2', '1-3', '5-5', '8-15']

/**
 * Whether the law itself makes a day a holiday (全国年节及纪念日放假办法 art. 2, as it is since 2025). No notice makes one of these a day of
 * work, and they are known before the notice for their year is out: a time that ends on New Year's Day is given in November.
 */
function isHolidayByLaw(on: Day): boolean {
  const year = Number(on.slice(0, 4))
  if (year < 2025 || year > 2099) return false
  if (solarHolidays.includes(on.slice(5)) || chineseDays.getSolarTermDate(year, 4, 'pure_brightness') === on) return true
  const lunar = (of: Day) => {
    const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(of)
    return isLeap ? '' : `${lunarMon}-${lunarDay}`
  }
  const tomorrow = new Date(Date.parse(`${on}T00:00:00.000Z`) + day).toISOString().slice(0, 10)
  return lunarHolidays.includes(lunar(on)) || lunar(tomorrow) === '1-1'
}

const worked = new Map<Day, boolean>()

export function isWorked(on: Day, local: LocalDays = {}): boolean {
  const said = local[on]
  if (said !== undefined) return said
  const known = worked.get(on) ?? (chineseDays.isWorkday(on) && !isHolidayByLaw(on))
  worked.set(on, known)
  return known
}

/** Whether something tapped at `madeAt` had to wait before it came at `at`: longer than a slow network takes. A clock that runs ahead says nothing. */
export const waited = (madeAt: Instant, at: Instant): boolean => Date.parse(at) - Date.parse(madeAt) > 120_000

/** The instant at which `limit` is used up, counted from `from`. Total for any limit from 0 to ten years of minutes. */
export function dueAfter(from: Instant, limit: Limit, local: LocalDays = {}): Instant {
  const start = Date.parse(from)
  if (limit.runs === 'always') return new Date(start + limit.minutes * minute).toISOString()

  let left = limit.minutes * minute
  for (let begins = midnight(dayOf(from)); ; begins += day) {
    if (!isWorked(dayAt(begins), local)) continue
    for (const { from: opens, to: shuts } of hours) {
      const at = Math.max(start, begins + opens * minute)
      const free = begins + shuts * minute - at
      if (free <= 0) continue
      if (left <= free) return new Date(at + left).toISOString()
      left -= free
    }
  }
}

/** Minutes of working time between two instants, 0 if `to` is not after `from`. */
export function workedBetween(from: Instant, to: Instant, local: LocalDays = {}): number {
  const [start, end] = [Date.parse(from), Date.parse(to)]
  let sum = 0
  for (let begins = midnight(dayOf(from)); begins < end; begins += day) {
    if (!isWorked(dayAt(begins), local)) continue
    for (const { from: opens, to: shuts } of hours)
      sum += Math.max(0, Math.min(end, begins + shuts * minute) - Math.max(start, begins + opens * minute))
  }
  return sum / minute
}

/** Minutes between two instants as a clock counts them, 0 if `to` is not after `from`. */
export const minutesBetween = (from: Instant, to: Instant, runs: Limit['runs'], local: LocalDays = {}): number =>
  runs === 'always' ? Math.max(0, Date.parse(to) - Date.parse(from)) / minute : workedBetween(from, to, local)
