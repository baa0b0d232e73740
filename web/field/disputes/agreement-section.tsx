/** What was agreed: its items, the promises with their days, and who has signed. */
import { useTranslation } from 'react-i18next'
import type { Signature, Term } from '#modules/disputes/dispute.ts'
import { courtUntil, whyNot } from '#modules/disputes/rules/procedure.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { PersonId } from '#modules/kernel/ids.ts'
import { useActor } from '#web/client/session.ts'
import { Act } from '#web/ui/act.tsx'
import { DateTime } from '#web/ui/deadline.tsx'
import { Tag } from '#web/ui/status.tsx'
import { Photos } from '../matters/photos.tsx'
import type { Seen } from './file-body.tsx'
import { inDays } from './names.ts'

export function AgreementSection(props: Seen) {
  const { t } = useTranslation('disputes')
  const { seen, speech, around } = props
  const { agreement, confirmation } = seen.dispute
  if (!agreement) return null
  const until = courtUntil(seen.dispute, around.local)
  return (
    <section className="section">
      <h2>{t(`forms.${agreement.form}`)}</h2>
      <p className="soft">
        {agreement.effectiveOn
          ? t('field.binds', { on: inDays(agreement.effectiveOn) })
          : t('field.unbound', { on: inDays(agreement.madeOn) })}
      </p>
      <Reading {...props} />
      <h3>{t('field.sections.terms')}</h3>
      <ol className="terms">
        {agreement.terms.map((term) => (
          <li key={term.id}>
            <One {...props} term={term} />
          </li>
        ))}
      </ol>
      {agreement.signatures.length > 0 && (
        <>
          <h3>{t('field.sections.signatures')}</h3>
          <ul className="people">
            {agreement.signatures.map((each) => (
              <li key={`${each.as} ${each.who}`} className="person">
                <p className="person-head">
                  <strong>{signer(each, speech.party, speech.person, t('signers.seal'))}</strong>
                  <span className="soft">{t(`field.ways.${each.way}`)}</span>
                  <DateTime at={each.at} />
                </p>
                {each.through && <p className="soft">{t('field.through', { who: speech.party(each.through) })}</p>}
                {each.device && <p className="soft">{t('field.drawnOn', { device: each.device })}</p>}
                <Photos
                  ids={[each.picture]}
                  name={t('field.signatureOf', { who: signer(each, speech.party, speech.person, t('signers.seal')) })}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {confirmation && (
        <p>
          {confirmation.result
            ? t(`courtResults.${confirmation.result}`)
            : t('field.courtAsked', { court: confirmation.court, on: inDays(confirmation.askedOn) })}
        </p>
      )}
      {!confirmation && until && dayOf(around.at) <= until && agreement.form === 'written' && (
        <p className="soft">{t('field.courtUntil', { on: inDays(until) })}</p>
      )}
    </section>
  )
}

const signer = ({ as, who }: Signature, party: (id: string) => string, person: (id: PersonId) => string, seal: string) =>
  as === 'party' ? party(who) : as === 'mediator' ? person(who as PersonId) : seal

/** Its words, as whoever signs is to read them. */
export function Reading({ seen: { dispute } }: Pick<Seen, 'seen'>) {
  const { t } = useTranslation('disputes')
  const { agreement } = dispute
  if (!agreement) return null
  return (
    <dl className="reading">
      {(['facts', 'issues', 'responsibility'] as const).map((part) => (
        <div key={part}>
          <dt>{t(`field.fields.${part}`)}</dt>
          <dd>{agreement[part]}</dd>
        </div>
      ))}
    </dl>
  )
}

const tones = { due: 'soon', performed: 'good', breached: 'late' } as const
const shapes = { due: 'clock', performed: 'tick', breached: 'alert' } as const

export function Promised({ term, speech }: Pick<Seen, 'speech'> & { term: Term }) {
  const { t } = useTranslation('disputes')
  return (
    <>
      <p>
        <strong>{speech.party(term.by)}</strong> {term.what}
      </p>
      <p className="soft">
        {t('field.promise', { on: inDays(term.dueOn), way: term.way })}
        {term.fen !== null && ` · ${t('field.yuan', { yuan: (term.fen / 100).toLocaleString() })}`}
      </p>
    </>
  )
}

function One({ term, seen, speech, around, onOpen }: Seen & { term: Term }) {
  const { t } = useTranslation('disputes')
  const actor = useActor()
  const can = (action: 'perform' | 'breach') => !whyNot(seen.dispute, action, { as: 'staff', actor }, around)
  const isLate = term.state === 'due' && term.dueOn < dayOf(around.at)
  return (
    <>
      <Promised term={term} speech={speech} />
      <p className="tags">
        <Tag tone={isLate ? 'late' : tones[term.state]} shape={isLate ? 'alert' : shapes[term.state]}>
          {isLate ? t('field.termLate') : term.doneOn ? t('field.termDone', { on: inDays(term.doneOn) }) : t(`termStates.${term.state}`)}
        </Tag>
        {term.confirmedBy.length > 0 && (
          <span className="soft">{t('field.confirmedBy', { who: term.confirmedBy.map(speech.party).join() })}</span>
        )}
      </p>
      {term.state !== 'performed' && (can('perform') || can('breach')) && (
        <div className="buttons">
          {can('perform') && <Act onAct={() => onOpen('perform', { term: term.id })}>{t('actions.perform')}</Act>}
          {isLate && can('breach') && <Act onAct={() => onOpen('breach', { term: term.id })}>{t('actions.breach')}</Act>}
        </div>
      )}
    </>
  )
}
