/** Fields that name people of the file: a party, who speaks for them, who agreed, who mediates. */
import { useTranslation } from 'react-i18next'
import { principals, routes } from '#modules/disputes/dispute.ts'
import type { Filled } from '#modules/disputes/form.ts'
import type { DisputeFile } from '#modules/disputes/reply.ts'
import { OneOf, SomeOf } from '../../fields.tsx'
import { nameOf } from './speech.ts'

export type FieldProps = {
  readonly file: DisputeFile
  readonly filled: Filled
  readonly onChange: (part: Partial<Filled> | ((now: Filled) => Partial<Filled>)) => void
  /** A field's name in this form. */
  readonly labelOf: (field: keyof Filled) => string
}

const withSide = (file: DisputeFile, t: (key: string) => string, isAll: boolean) =>
  (isAll ? file.dispute.parties : principals(file.dispute)).map(({ id, side, of }) => ({
    value: id,
    label: `${nameOf(file, id)}（${of ? t('desk.parties.speaker') : t(`sides.${side}`)}）`,
  }))

/** Which party; `isAll`: those who speak for them, too. */
export function PartyField({ file, filled, onChange, labelOf, isAll = false }: FieldProps & { isAll?: boolean }) {
  const { t } = useTranslation('disputes')
  return (
    <OneOf
      name={labelOf('party')}
      value={filled.party}
      options={withSide(file, t, isAll)}
      onChange={(party) => onChange({ party, through: '' })}
    />
  )
}

/** The party's own word, or that of somebody with a power of attorney. */
export function ThroughField({ file, filled, onChange, labelOf }: FieldProps) {
  const { t } = useTranslation('disputes')
  const speakers = file.dispute.parties.filter(({ of }) => of === filled.party)
  const isGuarded = file.dispute.parties.some(({ id, needsGuardian }) => id === filled.party && needsGuardian)
  // For whoever needs a guardian, only the guardian's word counts.
  const allowed = isGuarded ? speakers.filter(({ speaksAs }) => speaksAs === 'guardian') : speakers
  if (isGuarded && allowed.length === 0) return <p className="warning">{t('desk.parties.unguardedWords')}</p>
  if (allowed.length === 0) return null
  return (
    <OneOf
      name={labelOf('through')}
      value={filled.through || (isGuarded ? '' : 'self')}
      options={[
        ...(isGuarded ? [] : [{ value: 'self', label: t('desk.parties.self') }]),
        ...allowed.map(({ id, speaksAs }) => ({
          value: id,
          label: t('desk.parties.by', { name: nameOf(file, id), as: t(`speakers.${speaksAs ?? 'agent'}`) }),
        })),
      ]}
      onChange={(through) => onChange({ through: through === 'self' ? '' : through })}
    />
  )
}

/** Everybody is needed: whoever has not agreed is not ticked, and then it cannot be done. */
export function AgreedField({ file, filled, onChange, labelOf }: FieldProps) {
  const { t } = useTranslation('disputes')
  return (
    <SomeOf
      name={labelOf('agreedBy')}
      all={t('desk.everybody')}
      note={t('desk.notes.agreedBy')}
      value={filled.agreedBy}
      options={withSide(file, t, false)}
      onChange={(agreedBy) => onChange({ agreedBy })}
    />
  )
}

export function PartiesField({ file, filled, onChange, labelOf, isAll = false }: FieldProps & { isAll?: boolean }) {
  const { t } = useTranslation('disputes')
  return (
    <SomeOf
      name={labelOf('parties')}
      value={filled.parties}
      options={withSide(file, t, isAll)}
      onChange={(parties) => onChange({ parties })}
    />
  )
}

export function MediatorsField({ file, filled, onChange, labelOf, of }: FieldProps & { of: readonly string[] }) {
  const { t } = useTranslation('disputes')
  const { recused } = file.dispute
  return (
    <SomeOf
      name={labelOf('mediators')}
      value={filled.mediators}
      options={of.map((id) => {
        const isOut = (recused as readonly string[]).includes(id)
        const name = nameOf(file, id) || t('desk.somebody')
        return { value: id, label: isOut ? t('desk.parties.recused', { name }) : name, disabled: isOut }
      })}
      onChange={(mediators) => onChange({ mediators })}
    />
  )
}

/** Told by word of mouth: ticked one by one, or all at once. */
export function RoutesField({ filled, onChange, labelOf }: FieldProps) {
  const { t } = useTranslation('disputes')
  return (
    <SomeOf
      name={labelOf('routes')}
      all={t('desk.allRoutes')}
      note={t('desk.notes.routes')}
      value={filled.routes}
      options={routes.map((value) => ({ value, label: t(`routes.${value}`) }))}
      onChange={(told) => onChange({ routes: told })}
    />
  )
}
