/** A month of working days. The national calendar is the ground; a day pressed becomes the county's own, pressed again the nation's. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf, isWorked, type LocalDays } from '#modules/kernel/calendar.ts'
import type { Day } from '#modules/kernel/ids.ts'
import { useNow } from '#web/ui/deadline.tsx'
import { dayInWords } from '#web/ui/instants.ts'
import { languageNow } from '#web/ui/words.ts'
import { Month, monthWords } from '../month.tsx'

type Props = { readonly local: LocalDays; readonly onChange: (local: LocalDays) => void }

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
  return (
    <div className="calendar-split">
      <Month month={month} onMonth={setMonth}>
        {(day) => (
          <button
            type="button"
            className="calendar-day"
            data-worked={isWorked(day, local)}
            data-own={local[day] !== undefined}
            aria-current={day === today ? 'date' : undefined}
            aria-pressed={local[day] !== undefined}
            onClick={() => onChange(pressed(local, day))}
          >
            <span>
              <span className="unseen">{monthWords(month)} </span>
              {Number(day.slice(8))}
            </span>
            <small className="calendar-state">{t(stateOf(local, day))}</small>
          </button>
        )}
      </Month>
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
