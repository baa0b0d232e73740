/** Signs that it may turn violent: ticked as facts about the dispute, with what follows said before they are sent (art. 25). */
import { useTranslation } from 'react-i18next'
import { alarmsIn, hoursToPrevent, type Sign, signs } from '#modules/disputes/rules/danger.ts'
import { Offers } from '../../matters/choice.tsx'
import { Calls } from '../../matters/danger.tsx'
import { WordsField } from '../../matters/words-field.tsx'
import { useOnline } from '../../outbox-strip.tsx'
import type { FieldsProps } from './fields.tsx'
import { Checks, InstantField, TextField } from './inputs.tsx'

export function DangerFields({ action, seen, filled, onChange }: FieldsProps) {
  const { t } = useTranslation('disputes')
  const isOnline = useOnline()
  if (action === 'noteSigns') {
    const isNew = alarmsIn(filled.signs).length > alarmsIn(seen.dispute.signs).length
    return (
      <>
        <Checks
          name={t('field.fields.signs')}
          note={t('field.act.noteSigns.note')}
          options={signs.map((key) => ({ key, words: t(`signs.${key}`) }))}
          chosen={filled.signs}
          onChoose={(chosen) => onChange({ signs: chosen as Sign[] })}
        />
        <div aria-live="polite">
          {isNew && (
            <div className="danger">
              <p className="danger-title">{t('field.act.noteSigns.alarm')}</p>
              <p>{t(isOnline ? 'field.act.noteSigns.alarmWords' : 'field.act.noteSigns.alarmOffline', { hours: hoursToPrevent })}</p>
              <Calls numbers={['110']} />
            </div>
          )}
        </div>
      </>
    )
  }
  if (action === 'prevent')
    return (
      <WordsField
        name={t('field.act.prevent.words')}
        note={t('field.act.prevent.note')}
        value={filled.words}
        onChange={(words) => onChange({ words })}
        most={1000}
        offers={[t('field.act.prevent.offers.apart'), t('field.act.prevent.offers.kin'), t('field.act.prevent.offers.police')]}
      />
    )
  return (
    <>
      <p>{t('field.act.tellPolice.explained')}</p>
      <Calls numbers={['110']} />
      <div className="field">
        <InstantField
          name={t('field.fields.toldAt')}
          value={filled.toldAt}
          most={new Date().toISOString()}
          onChange={(toldAt) => onChange({ toldAt })}
        />
        <Offers
          options={[{ key: 'now', words: t('field.now') }]}
          chosen=""
          onChoose={() => onChange({ toldAt: new Date().toISOString() })}
        />
      </div>
      <TextField
        name={t('field.fields.station')}
        value={filled.station}
        onChange={(station) => onChange({ station })}
        most={60}
        offers={['110']}
      />
      <WordsField
        name={t('field.act.tellPolice.words')}
        isOptional
        value={filled.words}
        onChange={(words) => onChange({ words })}
        most={500}
      />
    </>
  )
}
