/** 登记报警: when the police were told, and where. */
import { useTranslation } from 'react-i18next'
import { levelOf } from '#modules/places/place.ts'
import { instantOf, typedOf } from '#web/ui/instants.ts'
import type { FieldsProps } from './action-fields.tsx'
import { Offers } from './choice.tsx'
import { Calls } from './danger.tsx'

export function PoliceFields({ file, filled, onChange }: FieldsProps) {
  const { t } = useTranslation('field')
  const now = new Date().toISOString()
  const town = file.path.find(({ code }) => levelOf(code) === 'town')?.name
  const stations = ['110', ...(town ? [t('act.tellPolice.ofTown', { town })] : [])]
  return (
    <>
      <p>{t('act.tellPolice.explained')}</p>
      <Calls numbers={['110']} />
      <div className="field">
        <label className="field">
          <span className="field-name">{t('act.tellPolice.toldAt')}</span>
          <input
            className="input"
            type="datetime-local"
            max={typedOf(now)}
            value={filled.toldAt ? typedOf(filled.toldAt) : ''}
            onChange={(event) => onChange({ toldAt: instantOf(event.target.value) })}
          />
        </label>
        <Offers
          options={[{ key: 'now', words: t('act.tellPolice.now') }]}
          chosen=""
          onChoose={() => onChange({ toldAt: new Date().toISOString() })}
        />
      </div>
      <div className="field">
        <label className="field">
          <span className="field-name">{t('act.tellPolice.station')}</span>
          <input className="input" value={filled.station} maxLength={60} onChange={(event) => onChange({ station: event.target.value })} />
        </label>
        <Offers
          options={stations.map((key) => ({ key, words: key }))}
          chosen={filled.station}
          onChoose={(station) => onChange({ station })}
        />
      </div>
    </>
  )
}
