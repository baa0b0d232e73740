/**
 * How long each rung of the ladder has, in five sizes. Every rung starts its own clock when the matter arrives there.
 *
 *              lane       village    town       county    to settle
 *   urgent     2 h        4 h        8 h        24 h      day and night
 *   quick      4 h        1 day      2 days     3 days    working time
 *   ordinary   1 day      2 days     3 days     5 days
 *   slow       3 days     5 days     10 days    15 days
 *   lengthy    5 days     10 days    20 days    40 days
 *
 * After GB/T 30428.8 (暴露垃圾, 路面积水: 4 working hours; 绿地养护: 5 working days), the 12345 lines' practice (urgent 2 hours,
 * ordinary 5 working days, complex 15) and 信访工作条例 (60 days, about 40 working days).
 */
import { type Limit, workingDay } from '#modules/kernel/calendar.ts'
import type { Limits } from './category.ts'

const working = (minutes: number): Limit => ({ minutes, runs: 'working' })
const always = (minutes: number): Limit => ({ minutes, runs: 'always' })
const days = (count: number): Limit => working(count * workingDay)
const hour = 60

export const urgent: Limits = {
  lane: { accept: always(hour / 2), settle: always(2 * hour) },
  village: { accept: always(hour / 2), settle: always(4 * hour) },
  town: { accept: always(hour), settle: always(8 * hour) },
  county: { accept: always(2 * hour), settle: always(24 * hour) },
}

export const quick: Limits = {
  lane: { accept: working(hour), settle: working(4 * hour) },
  village: { accept: working(2 * hour), settle: days(1) },
  town: { accept: days(1 / 2), settle: days(2) },
  county: { accept: days(1 / 2), settle: days(3) },
}

export const ordinary: Limits = {
  lane: { accept: days(1 / 2), settle: days(1) },
  village: { accept: days(1 / 2), settle: days(2) },
  town: { accept: days(1), settle: days(3) },
  county: { accept: days(1), settle: days(5) },
}

export const slow: Limits = {
  lane: { accept: days(1), settle: days(3) },
  village: { accept: days(1), settle: days(5) },
  town: { accept: days(2), settle: days(10) },
  county: { accept: days(2), settle: days(15) },
}

export const lengthy: Limits = {
  lane: { accept: days(1), settle: days(5) },
  village: { accept: days(2), settle: days(10) },
  town: { accept: days(3), settle: days(20) },
  county: { accept: days(5), settle: days(40) },
}
