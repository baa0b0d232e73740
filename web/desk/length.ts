/** Lengths of time as people say and type them: "2 个工作日", "4 小时", half a day; stored in minutes. Pure but for the words. */
import i18next from 'i18next'
import { type Limit, workingDay } from '#modules/kernel/calendar.ts'

export const units = ['days', 'hours', 'minutes'] as const
export type Unit = (typeof units)[number]

export const minutesIn = (unit: Unit, runs: Limit['runs']): number =>
  unit === 'days' ? (runs === 'working' ? workingDay : 24 * 60) : unit === 'hours' ? 60 : 1

/** What one would type for it: the largest unit in which it is whole, or a half day. */
export function typedLength({ minutes, runs }: Limit): { readonly count: number; readonly unit: Unit } {
  const day = minutesIn('days', runs)
  // Up to two days of plain time are said in hours: "24 小时" is what the notices say.
  if (minutes % (day / 2) === 0 && (runs === 'working' || minutes > 2 * day)) return { count: minutes / day, unit: 'days' }
  return minutes % 60 === 0 ? { count: minutes / 60, unit: 'hours' } : { count: minutes, unit: 'minutes' }
}

/** Days, hours and minutes, as many as it takes; what is less than a minute is a minute. */
function parts({ minutes, runs }: Limit): readonly [Unit, number][] {
  const { count, unit } = typedLength({ minutes, runs })
  if (unit !== 'minutes' || count < 60) return [[unit, unit === 'minutes' ? Math.max(1, count) : count]]
  const day = minutesIn('days', runs)
  const counts = { days: Math.floor(minutes / day), hours: Math.floor((minutes % day) / 60), minutes: (minutes % day) % 60 }
  return units.filter((each) => counts[each] > 0).map((each) => [each, counts[each]])
}

/** "2 个工作日", "半个工作日", "3 小时 20 分钟（办公时间）". */
export function lengthWords(limit: Limit): string {
  const said = parts(limit).map(([unit, count]) =>
    unit === 'days' && limit.runs === 'working' && count === 0.5
      ? i18next.t('desk:length.halfDay')
      : i18next.t(`desk:length.${unit === 'days' ? (limit.runs === 'working' ? 'workingDays' : 'days') : unit}`, { count }),
  )
  const hasDays = parts(limit).some(([unit]) => unit === 'days')
  return said.join(' ') + (limit.runs === 'working' && !hasDays ? i18next.t('desk:length.inOfficeHours') : '')
}
