/** What a dispute is about: its two types, since when, how many it concerns, and what it is worth. The new file and its correction share these. */
import { Checkbox, Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { nationalTypes } from '#modules/disputes/codes/national.ts'
import { type Scale, scales } from '#modules/disputes/dispute.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { useNow } from '#web/ui/deadline.tsx'
import { DayField, LineField, WordsField } from '../fields.tsx'
import { KindChoice } from '../kind-select.tsx'
import { nameIn } from '../matters/catalogue.ts'
import { useTypes } from './types.ts'

export type About = {
  readonly type: string
  readonly nationalType: string
  readonly scale: Scale
  readonly occurredOn: string
  readonly involved: string
  readonly yuan: string
  readonly isDifficult: boolean
  readonly wish: string
}

type Props = {
  readonly value: About
  readonly summary: string
  readonly onChange: (part: Partial<About>) => void
  readonly onSummary: (words: string) => void
}

export function AboutFields({ value, summary, onChange, onSummary }: Props) {
  const { t } = useTranslation('disputes')
  const today = dayOf(useNow())
  return (
    <>
      <Types value={value} onChange={onChange} />
      <WordsField name={t('desk.fields.summary')} note={t('desk.notes.summary')} value={summary} most={4000} onChange={onSummary} />
      <WordsField name={t('desk.fields.wish')} isOptional value={value.wish} most={1000} onChange={(wish) => onChange({ wish })} />
      <div className="pair">
        <DayField
          name={t('desk.fields.occurredOn')}
          value={value.occurredOn}
          until={today}
          onChange={(occurredOn) => onChange({ occurredOn })}
        />
        <LineField
          name={t('desk.fields.involved')}
          kind="number"
          className="number-field"
          value={value.involved}
          most={6}
          onChange={(involved) => onChange({ involved })}
        />
        <LineField
          name={t('desk.fields.yuan')}
          note={t('desk.notes.yuan')}
          kind="number"
          isOptional
          className="time-field"
          value={value.yuan}
          most={16}
          onChange={(yuan) => onChange({ yuan })}
        />
      </div>
      <div className="field">
        <Checkbox checked={value.isDifficult} onChange={(event) => onChange({ isDifficult: event.target.checked })}>
          {t('desk.fields.isDifficult')}
        </Checkbox>
      </div>
    </>
  )
}

function Types({ value, onChange }: Pick<Props, 'value' | 'onChange'>) {
  const { t } = useTranslation('disputes')
  const { data: types } = useTypes()
  const [type, national, scale] = [useId(), useId(), useId()]
  const usual = types?.find(({ code }) => code === value.type)?.nationalType
  return (
    <>
      <div className="field">
        <label htmlFor={type}>{t('desk.fields.type')}</label>
        <KindChoice
          id={type}
          kinds={types}
          isWhole
          label={t('desk.fields.type')}
          placeholder={t('desk.notes.type')}
          value={value.type}
          // Another type brings its own national type with it.
          onChange={(code) => onChange({ type: code, nationalType: types?.find((each) => each.code === code)?.nationalType ?? '' })}
        />
      </div>
      <div className="pair">
        <div className="field">
          <label htmlFor={national}>{t('desk.fields.nationalType')}</label>
          <Select
            id={national}
            className="wide"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('desk.notes.nationalType')}
            value={value.nationalType || usual}
            options={nationalTypes.map((each) => ({ value: each.code as string, label: nameIn(each) }))}
            onChange={(nationalType: string) => onChange({ nationalType })}
          />
        </div>
        <div className="field">
          <label htmlFor={scale}>{t('desk.fields.scale')}</label>
          <Select
            id={scale}
            className="wide"
            value={value.scale}
            options={scales.map((each) => ({ value: each, label: t(`scales.${each}`) }))}
            onChange={(next: Scale) => onChange({ scale: next })}
          />
        </div>
      </div>
    </>
  )
}
