/** A month of days, Monday first, with the way to the months beside it. What stands on a day is its page's. */
import LeftOutlined from '@ant-design/icons/LeftOutlined'
import RightOutlined from '@ant-design/icons/RightOutlined'
import { Button } from 'antd'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '#modules/kernel/ids.ts'
import { languageNow } from '#web/ui/words.ts'

const dateOf = (day: Day) => new Date(`${day}T00:00:00Z`)
const asDay = (date: Date): Day => date.toISOString().slice(0, 10)

/** The days of a month ("2026-11"), with the blanks before the first. */
function weeksOf(month: string): (Day | null)[] {
  const first = dateOf(`${month}-01`)
  const blanks = (first.getUTCDay() + 6) % 7
  const days: (Day | null)[] = Array.from({ length: blanks }, () => null)
  for (const date = first; asDay(date).startsWith(month); date.setUTCDate(date.getUTCDate() + 1)) days.push(asDay(date))
  return days
}

export const monthOn = (month: string, by: number): string => {
  const date = dateOf(`${month}-01`)
  date.setUTCMonth(date.getUTCMonth() + by)
  return asDay(date).slice(0, 7)
}

export const monthWords = (month: string): string =>
  new Intl.DateTimeFormat(languageNow(), { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(dateOf(`${month}-01`))

type Props = { readonly month: string; readonly onMonth: (month: string) => void; readonly children: (day: Day) => ReactNode }

export function Month({ month, onMonth, children }: Props) {
  const { t } = useTranslation('desk')
  return (
    <div className="calendar">
      <header className="calendar-head">
        <Button
          aria-label={t('rules.monthBefore')}
          icon={<LeftOutlined aria-hidden="true" />}
          onClick={() => onMonth(monthOn(month, -1))}
        />
        <h3 aria-live="polite">{monthWords(month)}</h3>
        <Button aria-label={t('rules.monthAfter')} icon={<RightOutlined aria-hidden="true" />} onClick={() => onMonth(monthOn(month, 1))} />
      </header>
      <div className="calendar-days">
        {(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const).map((name) => (
          <span key={name} className="calendar-name" aria-hidden="true">
            {t(`rules.weekdays.${name}`)}
          </span>
        ))}
        {weeksOf(month).map((day, at) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: a blank has no other name
          day === null ? <span key={at} /> : <Fragment key={day}>{children(day)}</Fragment>,
        )}
      </div>
    </div>
  )
}
