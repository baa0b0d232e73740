/** What falls due next in a file, in words: the last day while it is ahead, and that it has passed once it has. */
import i18next from 'i18next'
import type { NextDue } from '#modules/disputes/reply.ts'
import type { Reminder } from '#modules/disputes/rules/event.ts'
import { daysAfter } from '#modules/kernel/calendar.ts'
import { inDays } from './names.ts'

/** The clock speaks of these on the day after their last. */
const dayAfter: readonly Reminder[] = ['settleLate', 'termLate']

export function dueWords({ what, on, isPast }: NextDue): string {
  if (isPast) return i18next.t(`disputes:reminders.${what}`)
  return i18next.t(`disputes:field.dues.${what}`, { on: inDays(dayAfter.includes(what) ? daysAfter(on, -1) : on) })
}
