/** A day on which something is due, and how far off it is in days: it is days that count here, not hours. */

import { useTranslation } from 'react-i18next'
import type { NextDue } from '#modules/disputes/reply.ts'
import type { Reminder } from '#modules/disputes/rules/event.ts'
import { dayOf, daysAfter } from '#modules/kernel/calendar.ts'
import type { Day } from '#modules/kernel/ids.ts'
import { useNow } from '#web/ui/deadline.tsx'
import { dayInWords } from '#web/ui/instants.ts'
import { Sign } from '#web/ui/status.tsx'
import { languageNow } from '#web/ui/words.ts'

/** Days left below which a day is shown as close. */
const close = 3

const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

export function useDayWords() {
  const now = useNow()
  return (day: Day) => dayInWords(day, now, languageNow())
}

export const On = ({ day }: { day: Day | null }) => {
  const words = useDayWords()
  return day ? (
    <time className="when" dateTime={day}>
      {words(day)}
    </time>
  ) : null
}

export function DueOn({ day }: { day: Day }) {
  const { t } = useTranslation('disputes')
  const left = daysBetween(dayOf(useNow()), day)
  const tone = left < 0 ? 'late' : left <= close ? 'soon' : 'calm'
  const words = left < 0 ? t('desk.due.over', { count: -left }) : left === 0 ? t('desk.due.today') : t('desk.due.left', { count: left })
  return (
    <span className={`deadline tone-${tone}`}>
      <Sign shape={left < 0 ? 'alert' : 'clock'} />
      {words}
    </span>
  )
}

/** The day itself: the clock reminds of what is late on the day after it. */
export const dueDay = ({ what, on }: { readonly what: Reminder; readonly on: Day }): Day =>
  what === 'settleLate' || what === 'termLate' ? daysAfter(on, -1) : on

/** What is next: what, when, how far off. */
export function NextUp({ next }: { next: NextDue | null }) {
  const { t } = useTranslation('disputes')
  if (!next) return <span className="soft">—</span>
  return (
    <>
      {t(`desk.dues.${next.what}`)}
      <small>
        <On day={dueDay(next)} /> <DueOn day={dueDay(next)} />
      </small>
    </>
  )
}
