/** The fields of each action on a dispute. */
import { useTranslation } from 'react-i18next'
import { type Action, type Party, principals } from '#modules/disputes/dispute.ts'
import { type Filled, throughFor } from '#modules/disputes/form.ts'
import { Choice } from '../../matters/choice.tsx'
import { WordsField } from '../../matters/words-field.tsx'
import type { Seen } from '../file-body.tsx'
import { AfterFields } from './after-fields.tsx'
import { AgreeFields } from './agree-fields.tsx'
import { DangerFields } from './danger-fields.tsx'
import { EndFields } from './end-fields.tsx'
import { GuestFields, IdentityFields } from './identity-fields.tsx'
import { PeopleFields } from './people-fields.tsx'
import { AmendFields, PaperFields, RecordFields } from './record-fields.tsx'
import { SignFields } from './sign-fields.tsx'

export type FieldsProps = Seen & {
  readonly action: Action
  readonly filled: Filled
  readonly onChange: (part: Partial<Filled> | ((now: Filled) => Partial<Filled>)) => void
  /** Whom or what it is about was tapped, so it is not asked again. */
  readonly isAbout: boolean
}

export function Fields(props: FieldsProps) {
  const { t } = useTranslation('disputes')
  const { action, filled, onChange } = props
  switch (action) {
    case 'accept':
      return <p>{t('field.act.accept.explained')}</p>
    case 'amend':
      return <AmendFields {...props} />
    case 'addParty':
    case 'amendParty':
      return <IdentityFields {...props} />
    case 'invite':
      return <GuestFields {...props} />
    case 'inform':
    case 'consent':
    case 'checkPaper':
    case 'removeParty':
    case 'assign':
    case 'recuse':
    case 'setOpenness':
    case 'extend':
      return <PeopleFields {...props} />
    case 'hold':
    case 'inquire':
      return <RecordFields {...props} />
    case 'attach':
      return <PaperFields {...props} />
    case 'agree':
      return <AgreeFields {...props} />
    case 'sign':
      return <SignFields {...props} />
    case 'decline':
    case 'withdraw':
    case 'fail':
    case 'breach':
      return <EndFields {...props} />
    case 'perform':
    case 'askCourt':
    case 'courtDecided':
    case 'revisit':
    case 'archive':
    case 'claim':
    case 'referUp':
      return <AfterFields {...props} />
    case 'noteSigns':
    case 'prevent':
    case 'tellPolice':
      return <DangerFields {...props} />
    case 'comment':
    case 'close':
      return (
        <WordsField
          name={t(`field.act.${action}.words`)}
          note={t(`field.act.${action}.note`)}
          value={filled.words}
          onChange={(words) => onChange({ words })}
          most={action === 'close' ? 2000 : 1000}
        />
      )
    default:
      return null
  }
}

/** Which party, unless it was tapped. */
export function PartyField({
  seen,
  speech,
  action,
  filled,
  onChange,
  isAbout,
  among,
}: FieldsProps & { among?: (party: Party) => boolean }) {
  const { t } = useTranslation('disputes')
  if (isAbout && filled.party)
    return <p className="about">{t(`field.act.${action}.about`, { party: speech.party(filled.party), defaultValue: '{{party}}' })}</p>
  const parties = seen.dispute.parties.filter(among ?? (({ of }) => of === null))
  if (parties.length === 0) return <p className="warning">{t('field.nobodyFor')}</p>
  return (
    <Choice
      name={t('field.fields.party')}
      options={parties.map(({ id, of, side, speaksAs }) => ({
        key: id,
        words: speech.party(id),
        note: of ? t(`field.speaks.${speaksAs ?? 'agent'}`, { party: speech.party(of) }) : t(`sides.${side}`),
      }))}
      chosen={filled.party}
      onChoose={(party) => onChange({ party, through: throughFor(seen.dispute, party) })}
    />
  )
}

/** Who of a party's side said it: the party, or somebody with a power of attorney. */
export function ThroughField({ seen, speech, filled, onChange }: FieldsProps) {
  const { t } = useTranslation('disputes')
  const speakers = seen.dispute.parties.filter(({ of }) => of !== null && of === filled.party)
  const needsGuardian = seen.dispute.parties.find(({ id }) => id === filled.party)?.needsGuardian ?? false
  if (speakers.length === 0) return null
  return (
    <Choice
      name={t('field.fields.through')}
      options={[
        ...(needsGuardian ? [] : [{ key: '', words: t('field.self') }]),
        ...speakers.map(({ id, speaksAs }) => ({ key: id, words: t(`field.by.${speaksAs ?? 'agent'}`, { who: speech.party(id) }) })),
      ]}
      chosen={filled.through}
      onChoose={(through) => onChange({ through })}
    />
  )
}

/** Everybody who has to agree, as rows to tick. */
export const partyOptions = ({ seen, speech }: Pick<Seen, 'seen' | 'speech'>) =>
  principals(seen.dispute).map(({ id }) => ({ key: id, words: speech.party(id) }))
