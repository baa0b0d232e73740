/** Which committee takes it, how it came in, and where it happened. */
import { Select } from 'antd'
import { useEffect, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { sources } from '#modules/disputes/dispute.ts'
import { type Intake, type IntakeField, isReferred } from '#modules/disputes/intake.ts'
import { shortName } from '#modules/disputes/number.ts'
import { useMe } from '#web/client/session.ts'
import { LineField, OneOf } from '../../fields.tsx'
import { PlaceSelect } from '../../places/place-select.tsx'
import { useCommittees, usual } from './committees.ts'

type Props = {
  readonly value: Intake
  readonly onChange: (part: Partial<Intake>) => void
  readonly labelOf: (field: IntakeField) => string
}

export function CommitteeFields({ value, onChange, labelOf }: Props) {
  const { t } = useTranslation(['disputes', 'app'])
  const { data: committees } = useCommittees()
  const [committee, place] = [useId(), useId()]
  const chosen = committees?.find((each) => each.place === value.committee)
  const { id } = useMe()
  const first = committees && !value.committee ? usual(committees, value.place, id) : undefined
  useEffect(() => {
    if (first) onChange({ committee: first.place, place: value.place || first.place })
  }, [first, value.place, onChange])

  /** Where it happened lies in the committee's own place. */
  const choose = (code: string) => onChange({ committee: code, ...(value.place.startsWith(code) ? {} : { place: code }) })
  return (
    <section className="form">
      <h2>{t('desk.intake.who')}</h2>
      <div className="field">
        <label htmlFor={committee}>{labelOf('committee')}</label>
        <Select
          id={committee}
          className="wide"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('desk.notes.committee')}
          value={value.committee || undefined}
          options={committees?.map((each) => ({ value: each.place, label: t('committee', { place: shortName(each.name) }) })) ?? []}
          onChange={choose}
        />
        {chosen && (
          <p className="soft">
            {chosen.people.length > 0
              ? t('desk.intake.members', { people: chosen.people.map(({ name }) => name).join(t('app:comma')) })
              : t('desk.intake.nobody')}
          </p>
        )}
      </div>
      <OneOf
        name={labelOf('source')}
        value={value.source}
        options={sources.map((source) => ({ value: source, label: t(`sources.${source}`) }))}
        onChange={(source) => onChange({ source })}
      />
      {isReferred(value.source) && (
        <LineField
          name={labelOf('referredBy')}
          note={t('desk.notes.referredBy')}
          value={value.referredBy}
          most={100}
          onChange={(referredBy) => onChange({ referredBy })}
        />
      )}
      <div className="field">
        <label htmlFor={place}>{labelOf('place')}</label>
        <PlaceSelect
          id={place}
          label={labelOf('place')}
          placeholder={t('desk.notes.place')}
          value={value.place || undefined}
          onChange={(code) => onChange({ place: code ?? '' })}
        />
      </div>
    </section>
  )
}
