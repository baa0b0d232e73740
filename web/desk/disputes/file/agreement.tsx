/** What was agreed (art. 29): the facts, whose fault, the promises with their days, who has signed; and the court's word on it. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Term } from '#modules/disputes/dispute.ts'
import type { DisputeFile } from '#modules/disputes/reply.ts'
import { unsigned } from '#modules/disputes/rules/agreement.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { useNow } from '#web/ui/deadline.tsx'
import { Tag } from '#web/ui/status.tsx'
import { DueOn, On } from '../due.tsx'
import { Yuan } from '../money.tsx'
import { type OnOpen, useWhyNot } from './file.ts'
import { useSpeech } from './speech.ts'

type Props = { readonly file: DisputeFile; readonly onOpen: OnOpen }

export function Agreement({ file, onOpen }: Props) {
  const { t } = useTranslation('disputes')
  const { agreement, confirmation } = file.dispute
  if (!agreement) return null
  return (
    <section className="panel">
      <header className="panel-head">
        <h2>{t(`forms.${agreement.form}`)}</h2>
        {agreement.effectiveOn ? (
          <Tag tone="good" shape="tick">
            {t('desk.agreement.binds')}
          </Tag>
        ) : (
          <Tag tone="soon" shape="ring">
            {t('desk.agreement.unsigned')}
          </Tag>
        )}
      </header>
      <p className="soft">
        {t('desk.agreement.madeOn')} <On day={agreement.madeOn} />
        {agreement.effectiveOn && (
          <>
            {' · '}
            {t('desk.agreement.effectiveOn')} <On day={agreement.effectiveOn} />
          </>
        )}
      </p>
      <ol className="terms">
        {agreement.terms.map((term) => (
          <OneTerm key={term.id} term={term} file={file} onOpen={onOpen} />
        ))}
      </ol>
      {agreement.form === 'written' && <Signed file={file} onOpen={onOpen} />}
      {confirmation && (
        <p>
          <strong>{confirmation.court}</strong>{' '}
          {confirmation.result ? t(`courtResults.${confirmation.result}`) : t('desk.agreement.courtWaits')}{' '}
          <On day={confirmation.decidedOn ?? confirmation.askedOn} /> {confirmation.paperNumber}
        </p>
      )}
      <details className="written">
        <summary>{t('desk.agreement.rest')}</summary>
        <h3>{t('desk.fields.facts')}</h3>
        <p className="said">{agreement.facts}</p>
        <h3>{t('desk.fields.issues')}</h3>
        <p className="said">{agreement.issues}</p>
        <h3>{t('desk.fields.responsibility')}</h3>
        <p className="said">{agreement.responsibility}</p>
      </details>
    </section>
  )
}

const tones = { due: 'busy', performed: 'good', breached: 'late' } as const
const shapes = { due: 'clock', performed: 'tick', breached: 'cross' } as const

function OneTerm({ term, file, onOpen }: Props & { term: Term }) {
  const { t } = useTranslation('disputes')
  const today = dayOf(useNow())
  const why = useWhyNot(file)
  const { name, list } = useSpeech(file)
  const isLeft = term.state !== 'performed'
  return (
    <li className="term">
      <p>
        <strong>{name(term.by)}</strong> {term.what}
        {term.fen !== null && (
          <>
            {t('desk.stop')}
            <Yuan fen={term.fen} />
          </>
        )}
      </p>
      <p className="soft">{t('desk.agreement.way', { way: term.way })}</p>
      <p className="tags">
        <Tag tone={tones[term.state]} shape={shapes[term.state]}>
          {t(`termStates.${term.state}`)}
        </Tag>
        <On day={term.doneOn ?? term.dueOn} />
        {term.state === 'due' && file.dispute.status === 'performing' && <DueOn day={term.dueOn} />}
        {term.confirmedBy.length > 0 && (
          <span className="soft">{t('desk.agreement.confirmed', { people: list(term.confirmedBy.map(name)) })}</span>
        )}
      </p>
      {isLeft && !why('perform') && (
        <p className="inline">
          <Button size="small" onClick={() => onOpen({ action: 'perform', term: term.id })}>
            {t('actions.perform')}
          </Button>
          {term.state === 'due' && term.dueOn < today && (
            <Button size="small" onClick={() => onOpen({ action: 'breach', term: term.id })}>
              {t('actions.breach')}
            </Button>
          )}
        </p>
      )}
    </li>
  )
}

/** Who has signed, and who has not: it binds when all have, one mediator has, and the seal is on. */
function Signed({ file, onOpen }: Props) {
  const { t } = useTranslation('disputes')
  const why = useWhyNot(file)
  const { name, list } = useSpeech(file)
  const { dispute } = file
  const who = (each: { readonly as: string; readonly who: string }) =>
    each.as === 'seal' ? t('signers.seal') : each.as === 'mediator' && !each.who ? t('signers.mediator') : name(each.who)
  const left = dispute.agreement?.effectiveOn ? [] : unsigned(dispute)
  const there = dispute.agreement?.signatures ?? []
  return (
    <>
      {there.length > 0 && <p>{t('desk.agreement.signedBy', { people: list([...new Set(there.map(who))]) })}</p>}
      {left.length > 0 && <p className="tone-soon">{t('desk.agreement.signsLeft', { people: list(left.map(who)) })}</p>}
      {left.length > 0 && !why('sign') && (
        <p className="inline">
          <Button size="small" onClick={() => onOpen({ action: 'sign' })}>
            {t('actions.sign')}
          </Button>
        </p>
      )}
    </>
  )
}
