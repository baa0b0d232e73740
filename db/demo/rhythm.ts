/** When things happen in the demo county: how many reports a day brings, at what hour people report, how long work takes. */
import { dueAfter, isWorked, type Limit } from '#modules/kernel/calendar.ts'
import type { Day, Instant } from '#modules/kernel/ids.ts'
import { chance, type Random, weighted } from './random.ts'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour
const offset = 8 * hour

export const instant = (time: number): Instant => new Date(time).toISOString()
export const midnight = (of: Day): number => Date.parse(`${of}T00:00:00.000Z`) - offset

/** How busy a day is: working days more than others, spring and high summer more than autumn. */
export function busyness(on: Day): number {
  const month = Number(on.slice(5, 7)) - 1
  const season = [0.95, 0.85, 1.0, 1.05, 1.05, 1.1, 1.2, 1.15, 1.0, 0.9, 0.9, 0.95][month]!
  const weekday = new Date(`${on}T00:00:00.000Z`).getUTCDay()
  return season * (isWorked(on) ? (weekday === 1 ? 1.15 : 1) : 0.72)
}

const residents = [1, 0, 0, 0, 0, 1, 4, 9, 12, 12, 11, 9, 6, 5, 6, 8, 9, 10, 11, 13, 12, 8, 5, 2]
const atWork = [0, 0, 0, 0, 0, 1, 5, 11, 14, 14, 13, 8, 3, 3, 8, 12, 12, 10, 7, 4, 3, 1, 0, 0]

/** Milliseconds after midnight at which somebody reports. */
export function timeOfDay(random: Random, who: 'resident' | 'staff'): number {
  const hours = (who === 'resident' ? residents : atWork).map((weight, index) => [index, weight] as const)
  return weighted(random, hours) * hour + Math.floor(random() * hour)
}

/** The same instant, or the next morning if people sleep at it. */
export function awake(random: Random, time: number): number {
  const into = (time + offset) % day
  if (into >= 6.5 * hour && into < 21.5 * hour) return time
  const morning = time - into + (into < 6.5 * hour ? 0 : day)
  return Math.floor(morning + (7 + random() * 1.5) * hour)
}

export type Pace = { readonly lateShare: number; readonly indoors: boolean }

/**
 * When somebody who has `limit` from `from` on is done: mostly well inside it, in a small share of cases after it.
 * `indoors` people keep office hours; the others are at home in the lane and also come in the evening and on Sundays.
 */
export function doneBy(random: Random, from: number, limit: Limit, { lateShare, indoors }: Pace): number {
  const isLate = chance(random, lateShare)
  const part = isLate ? 1.05 + random() ** 2 * 1.8 : 0.04 + 0.88 * random() ** 1.6
  const minutes = Math.max(1, limit.minutes * part)
  const slip = Math.floor(random() * minute)
  if (limit.runs === 'always') return from + Math.floor(minutes * minute) + slip
  if (!isLate && !indoors && chance(random, 0.6)) return awake(random, from + Math.floor(minutes * minute) + slip)
  return Date.parse(dueAfter(instant(from), { minutes: Math.round(minutes), runs: 'working' })) + slip
}
