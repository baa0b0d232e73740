/** A month of working days. The national calendar is the ground; a day pressed becomes the county's own, pressed again the nation's. */
import LeftOutlined from '@ant-design/icons/LeftOutlined'
import RightOutlined from '@ant-design/icons/RightOutlined'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf, isWorked, type LocalDays } from '#modules/kernel/calendar.ts'
import type { Day } from '#modules/kernel/ids.ts'
import { useNow } from '#web/ui/deadline.tsx'
import { dayInWords } from '#web/ui/instants.ts'
import { languageNow } from '#web/ui/words.ts'

type Props = { readonly local: LocalDays; readonly onChange: (local: LocalDays) => void }

const dateOf = (day: Day) => new Date(`${day}T00:00:00Z`)
const asDay = (date: Date): Day => date.toISOString().slice(0, 10)

/** The days of a month ("2026-11"), Monday first, with the blanks before the first. */
function weeksOf(month: string): (Day | null)[] {
  const first = dateOf(`${month}-01`)
  const blanks = (first.getUTCDay() + 6) % 7
  const days: (Day | null)[] = Array.from({ length: blanks }, () => null)
  for (const date = first; asDay(date).startsWith(month); date.setUTCDate(date.getUTCDate() + 1)) days.push(asDay(date))
  return days
}

const monthOn = (month: string, by: number): string => {
  const date = dateOf(`${month}-01`)
  date.setUTCMonth(date.getUTCMonth() + by)
  return asDay(date).slice(0, 7)
}

/** Pressed: the opposite of the national calendar, or that again. */
function pressed(local: LocalDays, day: Day): LocalDays {
  const { [day]: own, ...others } = local
  return own === undefined ? { ...local, [day]: !isWorked(day) } : others
}

export function WorkCalendar({ local, onChange }: Props) {
  const { t } = useTranslation('desk')
  const now = useNow()
  const today = dayOf(now)
  const [month, setMonth] = useState(today.slice(0, 7))
  const own = Object.entries(local).sort(([one], [other]) => (one < other ? -1 : 1))
  const words = (day: Day) => dayInWords(day, now, languageNow())
  const title = new Intl.DateTimeFormat(languageNow(), { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(dateOf(`${month}-01`))
  return (
    <div className="calendar-split">
      <div className="calendar">
        <header className="calendar-head">
          <Button
            aria-label={t('rules.monthBefore')}
            icon={<LeftOutlined aria-hidden="true" />}
            onClick={() => setMonth(monthOn(month, -1))}
          />
          <h3 aria-live="polite">{title}</h3>
          <Button
            aria-label={t('rules.monthAfter')}
            icon={<RightOutlined aria-hidden="true" />}
            onClick={() => setMonth(monthOn(month, 1))}
          />
        </header>
        <div className="calendar-days">
          {(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const).map((name) => (
            <span key={name} className="calendar-name" aria-hidden="true">
              {t(`rules.weekdays.${name}`)}
            </span>
          ))}
          {weeksOf(month).map((day, at) =>
            day === null ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: a blank has no other name
              <span key={at} />
            ) : (
              <button
                key={day}
                type="button"
                className="calendar-day"
                data-worked={isWorked(day, local)}
                data-own={local[day] !== undefined}
                aria-current={day === today ? 'date' : undefined}
                aria-pressed={local[day] !== undefined}
                onClick={() => onChange(pressed(local, day))}
              >
                <span>
                  <span className="unseen">{title} </span>
                  {Number(day.slice(8))}
                </span>
                <small className="calendar-state">{t(stateOf(local, day))}</small>
              </button>
            ),
          )}
        </div>
      </div>
      <section>
        <h3>{t('rules.ownDays')}</h3>
        {own.length === 0 && <p className="soft">{t('rules.ownDaysNone')}</p>}
        <ul className="lines">
          {own.map(([day, isOn]) => (
            <li key={day} className="line">
              <span>
                {words(day)} <strong>{t(isOn ? 'rules.countyWorks' : 'rules.countyRests')}</strong>
              </span>
              <Button size="small" aria-label={t('rules.dropDay', { day: words(day) })} onClick={() => onChange(pressed(local, day))}>
                {t('rules.drop')}
              </Button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

const stateOf = (local: LocalDays, day: Day): string =>
  local[day] === undefined ? (isWorked(day) ? 'rules.worked' : 'rules.rest') : local[day] ? 'rules.countyWorks' : 'rules.countyRests'
