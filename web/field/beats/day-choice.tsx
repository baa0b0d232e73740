/** Which day: today in most cases, so two days to tap and a calendar for the rest. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { daysAfter } from '#modules/kernel/calendar.ts'
import { Offers } from '../matters/choice.tsx'
import { inDays, today } from './village-work.ts'

type Props = { value: string; onChange: (on: string) => void; least: string; most: string | undefined; isAhead: boolean }

export function DayChoice({ value, onChange, least, most, isAhead }: Props) {
  const { t } = useTranslation('beats')
  const id = useId()
  const now = today()
  const near = isAhead ? [now, daysAfter(now, 1), daysAfter(now, 2)] : [now, daysAfter(now, -1)]
  const words = (on: string) => (on === now ? t('field.today') : on === daysAfter(now, -1) ? t('field.yesterday') : inDays(on))
  return (
    <div className="field">
      <label className="field-name" htmlFor={id}>
        {t('field.fields.on')}
      </label>
      <div className="day-choice">
        <Offers options={near.map((key) => ({ key, words: words(key) }))} chosen={value} onChoose={onChange} />
        <input
          id={id}
          className="input"
          type="date"
          value={value}
          min={least}
          max={most}
          onChange={({ target }) => onChange(target.value)}
        />
      </div>
    </div>
  )
}
