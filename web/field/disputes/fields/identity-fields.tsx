/** Who somebody is: the name and the telephone first; what the forms ask besides is there when it is opened. */
import { useTranslation } from 'react-i18next'
import { guestKinds, type Side, type Speaker, sides, speakers } from '#modules/disputes/dispute.ts'
import { type FilledIdentity, typedIdentity } from '#modules/disputes/form-fields.ts'
import { Choice, Offers } from '../../matters/choice.tsx'
import { type FieldsProps, partyOptions } from './fields.tsx'
import { Checks, TextField, Toggle } from './inputs.tsx'

type Props = {
  readonly value: FilledIdentity
  readonly onChange: (part: Partial<FilledIdentity>) => void
  readonly canBeOrganisation?: boolean
}

export function Who({ value, onChange, canBeOrganisation = true }: Props) {
  const { t } = useTranslation('disputes')
  const isPerson = value.kind === 'person'
  return (
    <>
      {canBeOrganisation && (
        <Offers
          options={(['person', 'organisation'] as const).map((key) => ({ key, words: t(`kinds.${key}`) }))}
          chosen={value.kind}
          onChoose={(kind) => onChange({ kind: kind as FilledIdentity['kind'] })}
        />
      )}
      <TextField
        name={t(isPerson ? 'field.fields.name' : 'field.fields.organisation')}
        value={value.name}
        onChange={(name) => onChange({ name })}
        most={50}
      />
      <TextField
        name={t('field.fields.phone')}
        kind="tel"
        isOptional
        value={value.phone}
        onChange={(phone) => onChange({ phone })}
        most={20}
      />
      <details className="more">
        <summary>{t('field.moreAbout')}</summary>
        <div className="form-part">
          <TextField
            name={t('field.fields.address')}
            isOptional
            value={value.address}
            onChange={(address) => onChange({ address })}
            most={200}
          />
          {isPerson ? (
            <>
              <Offers
                options={(['female', 'male'] as const).map((key) => ({ key, words: t(`field.genders.${key}`) }))}
                chosen={value.gender}
                onChoose={(gender) => onChange({ gender: gender === value.gender ? '' : (gender as FilledIdentity['gender']) })}
              />
              <TextField
                name={t('field.fields.birthYear')}
                kind="numeric"
                isOptional
                value={value.birthYear}
                onChange={(birthYear) => onChange({ birthYear })}
                most={4}
              />
              <TextField name={t('field.fields.job')} isOptional value={value.job} onChange={(job) => onChange({ job })} most={50} />
            </>
          ) : (
            <TextField
              name={t('field.fields.headedBy')}
              isOptional
              value={value.headedBy}
              onChange={(headedBy) => onChange({ headedBy })}
              most={50}
            />
          )}
        </div>
      </details>
    </>
  )
}

export function IdentityFields(props: FieldsProps) {
  const { t } = useTranslation('disputes')
  const { action, seen, speech, filled, onChange, isAbout } = props
  const { parties } = seen.dispute
  const spokenFor = parties.filter(({ of, id }) => of === null && id !== filled.party)
  return (
    <>
      {action === 'amendParty' && !isAbout && (
        <Choice
          name={t('field.fields.party')}
          options={parties.map(({ id }) => ({ key: id, words: speech.party(id) }))}
          chosen={filled.party}
          onChoose={(party) => {
            const { side, kind, needsGuardian } = parties.find(({ id }) => id === party)!
            const identity = seen.identities[party]
            onChange({ ...typedIdentity(identity), party, side, kind, needsGuardian })
          }}
        />
      )}
      {action === 'addParty' && spokenFor.length > 0 && (
        <Choice
          name={t('field.fields.of')}
          options={[
            { key: '', words: t('field.itself') },
            ...spokenFor.map(({ id }) => ({ key: id, words: t('field.speaksFor', { party: speech.party(id) }) })),
          ]}
          chosen={filled.of}
          onChoose={(of) => onChange({ of, side: parties.find(({ id }) => id === of)?.side ?? filled.side })}
        />
      )}
      {filled.of !== '' && action === 'addParty' && (
        <Choice
          name={t('field.fields.speaksAs')}
          options={speakers.map((key) => ({ key, words: t(`speakers.${key}`) }))}
          chosen={filled.speaksAs}
          onChoose={(speaksAs) => onChange({ speaksAs: speaksAs as Speaker })}
        />
      )}
      {filled.of === '' && (
        <Choice
          name={t('field.fields.side')}
          options={sides.map((key) => ({ key, words: t(`sides.${key}`) }))}
          chosen={filled.side}
          onChoose={(side) => onChange({ side: side as Side })}
        />
      )}
      <Who value={filled} onChange={onChange} canBeOrganisation={action === 'addParty'} />
      {filled.of === '' && filled.kind === 'person' && (
        <Toggle
          name={t('field.fields.needsGuardian')}
          note={t('field.guardianNote')}
          is={filled.needsGuardian}
          onChange={(needsGuardian) => onChange({ needsGuardian })}
        />
      )}
      {filled.of !== '' && filled.speaksAs === 'agent' && <p className="soft">{t('field.powerFirst')}</p>}
    </>
  )
}

export function GuestFields(props: FieldsProps) {
  const { t } = useTranslation('disputes')
  const { filled, onChange } = props
  return (
    <>
      <Choice
        name={t('field.fields.guestKind')}
        options={guestKinds.map((key) => ({ key, words: t(`guestKinds.${key}`) }))}
        chosen={filled.guestKind}
        onChoose={(kind) => onChange({ guestKind: kind as (typeof guestKinds)[number] })}
      />
      <Who value={filled} onChange={onChange} />
      <Checks
        name={t('field.fields.agreedBy')}
        note={t('field.act.invite.note')}
        options={partyOptions(props)}
        chosen={filled.agreedBy}
        onChoose={(agreedBy) => onChange({ agreedBy })}
      />
    </>
  )
}
