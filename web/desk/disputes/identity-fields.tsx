/** Who somebody is: the fewest fields that the forms of 司发通〔2010〕239号 need, and no number of any paper. */
import { useTranslation } from 'react-i18next'
import type { FilledIdentity } from '#modules/disputes/form-fields.ts'
import { LineField, OneOf } from '../fields.tsx'

type Props = {
  readonly value: FilledIdentity
  readonly hasKind?: boolean
  /** What is asked less is folded away. */
  readonly isShort?: boolean
  readonly onChange: (part: Partial<FilledIdentity>) => void
}

export function IdentityFields({ value, hasKind = false, isShort = false, onChange }: Props) {
  const { t } = useTranslation('disputes')
  const isPerson = value.kind === 'person'
  return (
    <>
      {hasKind && <KindField value={value} onChange={onChange} />}
      <div className="pair">
        <LineField
          name={t(isPerson ? 'desk.fields.name' : 'desk.fields.organisation')}
          value={value.name}
          most={50}
          onChange={(name) => onChange({ name })}
        />
        <LineField
          name={t('desk.fields.phone')}
          kind="tel"
          isOptional
          value={value.phone}
          most={16}
          onChange={(phone) => onChange({ phone })}
        />
      </div>
      {isShort ? (
        <details className="written">
          <summary>{t('desk.intake.more')}</summary>
          <div className="form">
            <Rest value={value} onChange={onChange} />
          </div>
        </details>
      ) : (
        <Rest value={value} onChange={onChange} />
      )}
    </>
  )
}

export function KindField({ value, onChange }: Pick<Props, 'value' | 'onChange'>) {
  const { t } = useTranslation('disputes')
  return (
    <OneOf
      name={t('desk.fields.kind')}
      value={value.kind}
      options={(['person', 'organisation'] as const).map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      onChange={(kind) => onChange({ kind })}
    />
  )
}

function Rest({ value, onChange }: Props) {
  const { t } = useTranslation('disputes')
  return (
    <>
      {value.kind === 'person' ? (
        <>
          <div className="pair">
            <OneOf
              name={t('desk.fields.gender')}
              value={value.gender}
              options={(['female', 'male'] as const).map((gender) => ({ value: gender, label: t(`desk.genders.${gender}`) }))}
              onChange={(gender) => onChange({ gender })}
            />
            <LineField
              name={t('desk.fields.birthYear')}
              kind="number"
              isOptional
              className="number-field"
              value={value.birthYear}
              most={4}
              onChange={(birthYear) => onChange({ birthYear })}
            />
          </div>
          <div className="pair">
            <LineField name={t('desk.fields.job')} isOptional value={value.job} most={50} onChange={(job) => onChange({ job })} />
            <LineField
              name={t('desk.fields.address')}
              isOptional
              value={value.address}
              most={200}
              onChange={(address) => onChange({ address })}
            />
          </div>
        </>
      ) : (
        <div className="pair">
          <LineField
            name={t('desk.fields.headedBy')}
            isOptional
            value={value.headedBy}
            most={50}
            onChange={(headedBy) => onChange({ headedBy })}
          />
          <LineField
            name={t('desk.fields.address')}
            isOptional
            value={value.address}
            most={200}
            onChange={(address) => onChange({ address })}
          />
        </div>
      )}
    </>
  )
}
