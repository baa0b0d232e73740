/** A visit: which door, what for, what was heard, what was promised. No name and no picture of anybody. */
import { useTranslation } from 'react-i18next'
import { purposes } from '#modules/beats/beat.ts'
import type { VillageFile } from '#modules/beats/reply.ts'
import { DayField, TextField } from '../disputes/fields/inputs.tsx'
import { Choice, Offers } from '../matters/choice.tsx'
import { WordsField } from '../matters/words-field.tsx'
import { type Filled, nextDoors } from './form.ts'
import { today } from './village-work.ts'

type Props = {
  readonly filled: Filled
  readonly change: (part: Partial<Filled>) => void
  readonly lanes: VillageFile['lanes']
  /** The door that was written down before this one. */
  readonly last: string | undefined
}

/** As many lanes as fit as buttons; more are rows to scroll. */
const few = 6

export function VisitFields({ filled, change, lanes, last }: Props) {
  const { t } = useTranslation('beats')
  const options = lanes.map(({ lane, name, households, visited }) => ({
    key: lane as string,
    words: name,
    note: households ? t('field.laneSeen', { visited, households }) : t('field.laneVisited', { visited }),
  }))
  return (
    <>
      {options.length > few ? (
        <Choice name={t('field.fields.lane')} options={options} chosen={filled.lane} onChoose={(lane) => change({ lane })} />
      ) : (
        <div className="field">
          <span className="field-name">{t('field.fields.lane')}</span>
          <Offers options={options} chosen={filled.lane} onChoose={(lane) => change({ lane })} />
        </div>
      )}
      <TextField
        name={t('field.fields.house')}
        placeholder={t('field.houseExample')}
        value={filled.house}
        onChange={(house) => change({ house })}
        most={20}
        offers={last ? nextDoors(last) : []}
      />
      <div className="field">
        <span className="field-name">{t('field.fields.purpose')}</span>
        <Offers
          options={purposes.map((key) => ({ key, words: t(`purposes.${key}`) }))}
          chosen={filled.purpose}
          onChoose={(purpose) => change({ purpose: purpose as Filled['purpose'] })}
        />
      </div>
      <WordsField
        name={t('field.fields.heard')}
        placeholder={t('field.heardExample')}
        value={filled.heard}
        onChange={(heard) => change({ heard })}
        most={1000}
        note={t('field.heardNote')}
        isOptional
      />
      <WordsField
        name={t('field.fields.promised')}
        placeholder={t('field.promisedExample')}
        value={filled.promised}
        onChange={(promised) => change({ promised })}
        most={500}
        isOptional
      />
      {filled.promised.trim() && (
        <DayField
          name={t('field.fields.promisedBy')}
          value={filled.promisedBy}
          least={today()}
          isOptional
          onChange={(promisedBy) => change({ promisedBy })}
        />
      )}
    </>
  )
}
