/** Telling a party their rights, their yes, their papers; who mediates; open or closed; more time. */

import { useTranslation } from 'react-i18next'
import { type Paper, type Party, papers } from '#modules/disputes/dispute.ts'
import { daysToExtend } from '#modules/disputes/rules/clock.ts'
import { dayOf, daysAfter } from '#modules/kernel/calendar.ts'
import { Act } from '#web/ui/act.tsx'
import { Choice } from '../../matters/choice.tsx'
import { WordsField } from '../../matters/words-field.tsx'
import { inDays } from '../names.ts'
import { type FieldsProps, PartyField, partyOptions, ThroughField } from './fields.tsx'
import { Checks, DayField, Toggle } from './inputs.tsx'

const rights = ['choose', 'accept', 'open', 'free'] as const
const duties = ['truth', 'order', 'respect'] as const

const among: Partial<Record<FieldsProps['action'], (party: Party) => boolean>> = {
  inform: ({ of }) => of === null,
  consent: ({ of, informedOn }) => of === null && informedOn !== null,
  checkPaper: () => true,
  removeParty: () => true,
}

export function PeopleFields(props: FieldsProps) {
  const { t } = useTranslation('disputes')
  const { action, seen, around, filled, onChange, onOpen } = props
  const today = dayOf(around.at)
  const { settleBy } = seen.dispute
  switch (action) {
    case 'inform':
      return (
        <>
          <PartyField {...props} among={among.inform!} />
          <div className="read-out">
            <p className="read-out-title">{t('field.act.inform.readOut')}</p>
            <p>{t('field.rights.title')}</p>
            <ol>
              {rights.map((each) => (
                <li key={each}>{t(`field.rights.${each}`)}</li>
              ))}
            </ol>
            <p>{t('field.duties.title')}</p>
            <ol>
              {duties.map((each) => (
                <li key={each}>{t(`field.duties.${each}`)}</li>
              ))}
            </ol>
            <p>{t('field.rights.fee')}</p>
          </div>
          <DayField name={t('field.act.inform.on')} value={filled.on} most={today} onChange={(on) => onChange({ on })} />
        </>
      )
    case 'consent':
      return (
        <>
          <PartyField {...props} among={among.consent!} />
          <ThroughField {...props} />
          <Toggle
            name={t('field.act.consent.wantsOpen')}
            note={t('field.act.consent.wantsOpenNote')}
            is={filled.wantsOpen}
            onChange={(wantsOpen) => onChange({ wantsOpen })}
          />
          {(seen.dispute.status === 'registered' || seen.dispute.status === 'mediating') && (
            <Act kind="quiet" onAct={() => onOpen('decline', { party: filled.party || undefined })}>
              {t('field.act.consent.declines')}
            </Act>
          )}
        </>
      )
    case 'checkPaper':
      return (
        <>
          <PartyField {...props} among={among.checkPaper!} />
          <Choice
            name={t('field.fields.paper')}
            options={papers.map((key) => ({ key, words: t(`papers.${key}`) }))}
            chosen={filled.paper}
            onChoose={(paper) => onChange({ paper: paper as Paper })}
          />
          <p className="soft">{t('field.act.checkPaper.note')}</p>
        </>
      )
    case 'removeParty':
      return <PartyField {...props} among={among.removeParty!} />
    case 'assign':
      return <AssignFields {...props} />
    case 'recuse':
      return <RecuseFields {...props} />
    case 'setOpenness':
      return (
        <>
          <Choice
            name={t('field.fields.openness')}
            options={(['closed', 'open'] as const).map((key) => ({ key, words: t(`openness.${key}`) }))}
            chosen={filled.isOpen ? 'open' : 'closed'}
            onChoose={(key) => onChange({ isOpen: key === 'open' })}
          />
          {filled.isOpen && (
            <Checks
              name={t('field.fields.agreedBy')}
              note={t('field.act.setOpenness.note')}
              options={partyOptions(props)}
              chosen={filled.agreedBy}
              onChoose={(agreedBy) => onChange({ agreedBy })}
            />
          )}
        </>
      )
    default:
      return (
        <>
          {settleBy && <p>{t('field.act.extend.explained', { on: inDays(settleBy), most: inDays(daysAfter(settleBy, daysToExtend)) })}</p>}
          <DayField
            name={t('field.act.extend.until')}
            value={filled.until}
            least={settleBy ? daysAfter(settleBy, 1) : undefined}
            most={settleBy ? daysAfter(settleBy, daysToExtend) : undefined}
            onChange={(until) => onChange({ until })}
          />
          <WordsField name={t('field.act.extend.words')} value={filled.words} onChange={(words) => onChange({ words })} most={500} />
          <Checks
            name={t('field.fields.agreedBy')}
            note={t('field.act.extend.note')}
            options={partyOptions(props)}
            chosen={filled.agreedBy}
            onChoose={(agreedBy) => onChange({ agreedBy })}
          />
        </>
      )
  }
}

function AssignFields({ seen, speech, around, filled, onChange }: FieldsProps) {
  const { t } = useTranslation('disputes')
  const free = around.members.filter((id) => !seen.dispute.recused.includes(id))
  return (
    <>
      <Checks
        name={t('field.fields.mediators')}
        options={free.map((key) => ({ key, words: speech.person(key) }))}
        chosen={filled.mediators}
        onChoose={(mediators) => onChange({ mediators })}
      />
      <Choice
        name={t('field.fields.chosenBy')}
        options={(['committee', 'parties'] as const).map((key) => ({ key, words: t(`field.chosenBy.${key}`) }))}
        chosen={filled.chosenBy}
        onChoose={(key) => onChange({ chosenBy: key as 'committee' | 'parties' })}
      />
    </>
  )
}

function RecuseFields({ seen, speech, filled, onChange }: FieldsProps) {
  const { t } = useTranslation('disputes')
  return (
    <>
      <p>{t('field.act.recuse.explained')}</p>
      <Choice
        name={t('field.fields.mediator')}
        options={seen.dispute.mediators.map((key) => ({ key, words: speech.person(key) }))}
        chosen={filled.mediator}
        onChoose={(mediator) => onChange({ mediator })}
      />
      <Choice
        name={t('field.fields.askedBy')}
        options={(['mediator', 'party'] as const).map((key) => ({ key, words: t(`field.askedBy.${key}`) }))}
        chosen={filled.askedBy}
        onChoose={(key) => onChange({ askedBy: key as 'mediator' | 'party' })}
      />
      <WordsField
        name={t('field.act.recuse.words')}
        value={filled.words}
        onChange={(words) => onChange({ words })}
        most={500}
        offers={[t('field.act.recuse.offers.kin'), t('field.act.recuse.offers.interest')]}
      />
    </>
  )
}
