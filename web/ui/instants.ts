/** Times as people say them, in the county's time (UTC+8) whatever the phone's zone. Pure. */
import type { Day, Instant } from '#modules/kernel/ids.ts'

export type Moment = { readonly year: number; readonly month: number; readonly day: number; readonly hour: string; readonly minute: string }

const two = (number: number) => String(number).padStart(2, '0')

export function momentOf(instant: Instant): Moment {
  const there = new Date(Date.parse(instant) + 8 * 3_600_000)
  return {
    year: there.getUTCFullYear(),
    month: there.getUTCMonth() + 1,
    day: there.getUTCDate(),
    hour: two(there.getUTCHours()),
    minute: two(there.getUTCMinutes()),
  }
}

/** "11月23日 14:05"; "2025年11月23日 14:05" when it is not this year. English: "23 Nov 14:05". */
export function inWords(instant: Instant, now: Instant, language: string): string {
  const { year, month, day, hour, minute } = momentOf(instant)
  const isThisYear = year === momentOf(now).year
  if (language === 'en') return `${day} ${months[month - 1]}${isThisYear ? '' : ` ${year}`} ${hour}:${minute}`
  return `${isThisYear ? '' : `${year}年`}${month}月${day}日 ${hour}:${minute}`
}

/** "11月23日", with the year when it is not this one. English: "23 Nov". */
export function dayInWords(on: Day, now: Instant, language: string): string {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number)
  const isThisYear = year === momentOf(now).year
  if (language === 'en') return `${day} ${months[month - 1]}${isThisYear ? '' : ` ${year}`}`
  return `${isThisYear ? '' : `${year}年`}${month}月${day}日`
}

/** What a field for date and time holds, in the county's time: "2026-06-03T14:00". */
export const typedOf = (instant: Instant): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16)

/** The instant that was typed into such a field; empty while it is not whole. */
export const instantOf = (typed: string): Instant => {
  const time = Date.parse(`${typed}+08:00`)
  return Number.isNaN(time) ? '' : new Date(time).toISOString()
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export type Distance = { readonly count: number; readonly unit: 'minutes' | 'hours' | 'days'; readonly isPast: boolean }

/** How far off an instant is, in the largest unit that is honest: rounded down while it is ahead, and down when it is past. */
export function distance(to: Instant, now: Instant): Distance {
  const minutes = (Date.parse(to) - Date.parse(now)) / 60_000
  const whole = Math.abs(minutes)
  const isPast = minutes < 0
  if (whole < 60) return { count: Math.max(1, Math.floor(whole)), unit: 'minutes', isPast }
  if (whole < 48 * 60) return { count: Math.floor(whole / 60), unit: 'hours', isPast }
  return { count: Math.floor(whole / 1440), unit: 'days', isPast }
}
