/** Whose dispute it is: each side, who speaks for them, and for each whether they were told, want it, and showed who they are. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Action, type Party, principals } from '#modules/disputes/dispute.ts'
import { whyNot } from '#modules/disputes/rules/procedure.ts'
import { isHead, isMediator } from '#modules/disputes/rules/sight.ts'
import { useActor } from '#web/client/session.ts'
import { Act } from '#web/ui/act.tsx'
import { type Shape, Sign } from '#web/ui/status.tsx'
import type { Seen } from './file-body.tsx'
import { inDays, list } from './names.ts'
import { PartyCode } from './party-code.tsx'

/** What is done with one party, as long as it is not done. */
function openFor({ of, informedOn, isWilling, paper }: Party): Action[] {
  if (of !== null) return paper === null ? ['checkPaper'] : []
  return [
    ...(informedOn === null ? (['inform'] as const) : isWilling === null ? (['consent', 'decline'] as const) : []),
    ...(paper === null ? (['checkPaper'] as const) : []),
  ]
}

export function Parties(props: Seen) {
  const { t } = useTranslation('disputes')
  const { seen, speech, around, onOpen } = props
  const { dispute, identities } = seen
  const actor = useActor()
  const speakers = (of: string) => dispute.parties.filter((each) => each.of === of)
  const canAdd = !whyNot(dispute, 'addParty', { as: 'staff', actor }, around)
  return (
    <section className="section">
      <h2>{t('field.sections.parties')}</h2>
      <ul className="people">
        {principals(dispute).map((party) => (
          <li key={party.id} className="person">
            <One {...props} party={party} />
            {speakers(party.id).map((speaker) => (
              <div key={speaker.id} className="person-below">
                <One {...props} party={speaker} />
              </div>
            ))}
          </li>
        ))}
      </ul>
      {dispute.guests.length > 0 && (
        <p>
          {t('field.guests', {
            who: list(
              dispute.guests.map(({ id, kind }) => t('field.of', { item: identities[id]?.name ?? '', party: t(`guestKinds.${kind}`) })),
            ),
          })}
        </p>
      )}
      <p>{t('field.mediators', { who: list(dispute.mediators.map(speech.person)) || t('field.nobodyYet') })}</p>
      {canAdd && <Act onAct={() => onOpen('addParty')}>{t('actions.addParty')}</Act>}
    </section>
  )
}

function One({ party, file, seen, speech, around, onOpen }: Seen & { party: Party }) {
  const { t } = useTranslation('disputes')
  const actor = useActor()
  const identity = seen.identities[party.id]
  const acts = openFor(party).filter((action) => !whyNot(seen.dispute, action, { as: 'staff', actor }, around))
  const canAmend = !whyNot(seen.dispute, 'amendParty', { as: 'staff', actor }, around)
  const works = isMediator(actor, seen.dispute) || isHead(actor, seen.dispute)
  const [isCoding, setCoding] = useState(false)
  const more = [identity?.address, identity?.job, identity?.headedBy].filter(Boolean)
  return (
    <>
      <p className="person-head">
        <strong>{identity?.name ?? t('events.party')}</strong>
        <span className="soft">
          {party.of ? t(`field.speaks.${party.speaksAs ?? 'agent'}`, { party: speech.party(party.of) }) : t(`sides.${party.side}`)}
        </span>
        {identity?.phone && (
          <a className="unbroken" href={`tel:${identity.phone}`}>
            {identity.phone}
          </a>
        )}
      </p>
      {party.needsGuardian && <p className="soft">{t('field.fields.needsGuardian')}</p>}
      {more.length > 0 && <p className="soft">{more.join(' · ')}</p>}
      <ul className="ticks">
        {party.of === null && (
          <>
            <Tick
              is={party.informedOn !== null}
              words={party.informedOn ? t('field.ticks.informed', { on: inDays(party.informedOn) }) : t('field.ticks.uninformed')}
            />
            <Tick
              is={party.isWilling}
              words={t(
                party.isWilling === null ? 'field.ticks.unasked' : party.isWilling ? 'field.ticks.willing' : 'field.ticks.unwilling',
              )}
            />
          </>
        )}
        <Tick is={party.paper !== null} words={party.paper ? t(`papers.${party.paper}`) : t('field.ticks.noPaper')} />
      </ul>
      {(acts.length > 0 || canAmend || works) && (
        <div className="buttons">
          {acts.map((action) => (
            <Act key={action} onAct={() => onOpen(action, { party: party.id })}>
              {t([`field.short.${action}`, `actions.${action}`])}
            </Act>
          ))}
          {canAmend && (
            <Act kind="quiet" onAct={() => onOpen('amendParty', { party: party.id })}>
              {t('field.short.amendParty')}
            </Act>
          )}
          {works && (
            <Act kind="quiet" onAct={() => setCoding(true)}>
              {t(file.coded.includes(party.id) ? 'desk.code.again' : 'desk.code.give')}
            </Act>
          )}
        </div>
      )}
      {isCoding && <PartyCode file={file} speech={speech} party={party.id} onClose={() => setCoding(false)} />}
    </>
  )
}

/** Done, not done yet, or said no: by a word and a shape, never by colour alone. */
function Tick({ is, words }: { is: boolean | null; words: string }) {
  const shape: Shape = is ? 'tick' : is === null ? 'ring' : 'ring'
  return (
    <li className={is ? 'tick tone-good' : 'tick'}>
      <Sign shape={shape} />
      {words}
    </li>
  )
}
