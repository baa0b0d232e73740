/** What is recorded of a party, of somebody who speaks for one or helps, and of the mediators. */
import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Action, guestKinds, papers, principals, sides, speakers } from '#modules/disputes/dispute.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { useNow } from '#web/ui/deadline.tsx'
import { DayField, OneOf, WordsField } from '../../fields.tsx'
import { IdentityFields } from '../identity-fields.tsx'
import { AgreedField, type FieldProps, MediatorsField, PartyField, RoutesField, ThroughField } from './people-fields.tsx'
import { nameOf } from './speech.ts'

export const partyActions = [
  'addParty',
  'amendParty',
  'removeParty',
  'checkPaper',
  'inform',
  'consent',
  'decline',
  'withdraw',
  'assign',
  'recuse',
  'invite',
  'setOpenness',
] as const satisfies readonly Action[]
type PartyAction = (typeof partyActions)[number]

type Props = FieldProps & {
  readonly action: PartyAction
  /** The party was chosen by where the form was opened. */
  readonly isChosen: boolean
}

export function PartyFields({ action, isChosen, ...props }: Props) {
  const { file, filled, onChange, labelOf } = props
  const { t } = useTranslation('disputes')
  const today = dayOf(useNow())
  const which = isChosen ? <p className="lead-words">{nameOf(file, filled.party)}</p> : <PartyField {...props} />
  switch (action) {
    case 'addParty':
      return <NewParty {...props} />
    case 'amendParty':
      return (
        <>
          {!isChosen && <PartyField {...props} isAll />}
          <SideField {...props} />
          <IdentityFields value={filled} onChange={onChange} />
          {file.dispute.parties.some(({ id, of }) => id === filled.party && of === null) && <GuardianField {...props} />}
        </>
      )
    case 'removeParty':
      return which
    case 'checkPaper':
      return (
        <>
          {which}
          <OneOf
            name={labelOf('paper')}
            value={filled.paper}
            isStacked
            options={papers.map((value) => ({ value, label: t(`papers.${value}`) }))}
            onChange={(paper) => onChange({ paper })}
          />
        </>
      )
    case 'inform':
      return (
        <>
          {which}
          <DayField name={labelOf('on')} value={filled.on} until={today} onChange={(on) => onChange({ on })} />
        </>
      )
    case 'consent':
      return (
        <>
          {which}
          <ThroughField {...props} />
          <div className="field">
            <Checkbox checked={filled.wantsOpen} onChange={(event) => onChange({ wantsOpen: event.target.checked })}>
              {labelOf('wantsOpen')}
            </Checkbox>
          </div>
        </>
      )
    case 'decline':
    case 'withdraw':
      return (
        <>
          {which}
          <ThroughField {...props} />
          <WordsField name={labelOf('words')} isOptional value={filled.words} most={500} onChange={(words) => onChange({ words })} />
          <RoutesField {...props} />
        </>
      )
    case 'assign':
      return (
        <>
          <MediatorsField {...props} of={file.around.members} />
          <OneOf
            name={labelOf('chosenBy')}
            value={filled.chosenBy}
            options={(['committee', 'parties'] as const).map((value) => ({ value, label: t(`desk.chosenBy.${value}`) }))}
            onChange={(chosenBy) => onChange({ chosenBy })}
          />
        </>
      )
    case 'recuse':
      return (
        <>
          <OneOf
            name={labelOf('mediator')}
            value={filled.mediator}
            options={file.dispute.mediators.map((value) => ({ value: value as string, label: nameOf(file, value) }))}
            onChange={(mediator) => onChange({ mediator })}
          />
          <OneOf
            name={labelOf('askedBy')}
            value={filled.askedBy}
            options={(['mediator', 'party'] as const).map((value) => ({ value, label: t(`desk.askedBy.${value}`) }))}
            onChange={(askedBy) => onChange({ askedBy })}
          />
          <WordsField name={labelOf('words')} value={filled.words} most={500} onChange={(words) => onChange({ words })} />
        </>
      )
    case 'invite':
      return (
        <>
          <OneOf
            name={labelOf('guestKind')}
            value={filled.guestKind}
            options={guestKinds.map((value) => ({ value, label: t(`guestKinds.${value}`) }))}
            onChange={(guestKind) => onChange({ guestKind })}
          />
          <IdentityFields value={filled} onChange={onChange} />
          <AgreedField {...props} />
        </>
      )
    case 'setOpenness':
      return (
        <>
          <OneOf
            name={labelOf('isOpen')}
            value={filled.isOpen ? 'open' : 'closed'}
            options={(['closed', 'open'] as const).map((value) => ({ value, label: t(`desk.sessionKinds.${value}`) }))}
            onChange={(value) => onChange({ isOpen: value === 'open' })}
          />
          {filled.isOpen && <AgreedField {...props} />}
        </>
      )
  }
}

function SideField({ filled, onChange, labelOf }: FieldProps) {
  const { t } = useTranslation('disputes')
  return (
    <OneOf
      name={labelOf('side')}
      value={filled.side}
      options={sides.map((value) => ({ value, label: t(`sides.${value}`) }))}
      onChange={(side) => onChange({ side })}
    />
  )
}

/** By a power of attorney, or by law. */
function SpeakerField({ filled, onChange, labelOf }: FieldProps) {
  const { t } = useTranslation('disputes')
  return (
    <OneOf
      name={labelOf('speaksAs')}
      value={filled.speaksAs}
      options={speakers.map((value) => ({ value, label: t(`speakers.${value}`) }))}
      onChange={(speaksAs) => onChange({ speaksAs })}
    />
  )
}

const GuardianField = ({ filled, onChange, labelOf }: FieldProps) =>
  filled.kind === 'person' ? (
    <div className="field">
      <Checkbox checked={filled.needsGuardian} onChange={(event) => onChange({ needsGuardian: event.target.checked })}>
        {labelOf('needsGuardian')}
      </Checkbox>
    </div>
  ) : null

/** A party, or somebody who speaks for one. */
function NewParty(props: FieldProps) {
  const { file, filled, onChange, labelOf } = props
  const { t } = useTranslation('disputes')
  const parties = principals(file.dispute)
  const speakFor = (of: string) =>
    onChange({
      of,
      speaksAs: parties.find(({ id }) => id === of)?.needsGuardian ? 'guardian' : 'agent',
      side: parties.find(({ id }) => id === of)?.side ?? filled.side,
    })
  return (
    <>
      {parties.length > 0 && (
        <OneOf
          name={labelOf('of')}
          value={filled.of || 'self'}
          isStacked
          options={[
            { value: 'self', label: t('desk.parties.aParty') },
            ...parties.map(({ id }) => ({ value: id, label: t('desk.parties.speaks', { name: nameOf(file, id) }) })),
          ]}
          onChange={(of) => (of === 'self' ? onChange({ of: '' }) : speakFor(of))}
        />
      )}
      {filled.of ? <SpeakerField {...props} /> : <SideField {...props} />}
      <IdentityFields value={filled} hasKind={!filled.of} onChange={onChange} />
      {filled.of ? filled.speaksAs === 'agent' && <p className="soft">{t('desk.notes.speaker')}</p> : <GuardianField {...props} />}
    </>
  )
}
