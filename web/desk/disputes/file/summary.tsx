/** What it is about, where, how it came in, and what is asked for. */
import { useTranslation } from 'react-i18next'
import type { DisputeFile } from '#modules/disputes/reply.ts'
import { DateTime } from '#web/ui/deadline.tsx'
import { Link } from '../../address.tsx'
import { Fact } from '../../fact.tsx'
import { On } from '../due.tsx'
import { Yuan } from '../money.tsx'
import { useSpeech } from './speech.ts'

export function Summary({ file }: { file: DisputeFile }) {
  const { t } = useTranslation(['disputes', 'app'])
  const { name, list, office } = useSpeech(file)
  const { dispute, matter } = file
  return (
    <>
      <section className="panel">
        <h2>{t('desk.facts.summary')}</h2>
        <p className="said">{dispute.summary}</p>
        {dispute.wish && (
          <>
            <h3>{t('desk.facts.wish')}</h3>
            <p className="said">{dispute.wish}</p>
          </>
        )}
      </section>
      <section className="panel">
        <h2>{t('desk.facts.title')}</h2>
        <dl className="facts">
          <Fact name={t('desk.facts.type')}>{file.typeName}</Fact>
          <Fact name={t('desk.facts.national')}>{file.nationalName}</Fact>
          <Fact name={t('desk.columns.source')}>
            {t(`sources.${dispute.source}`)}
            {dispute.referredBy && <small className="soft">{dispute.referredBy}</small>}
          </Fact>
          {matter && (
            <Fact name={t('desk.facts.matter')}>
              {matter.canOpen ? (
                <Link to="/matters/$id" params={{ id: matter.id }}>
                  {matter.number}
                </Link>
              ) : (
                matter.number
              )}
            </Fact>
          )}
          <Fact name={t('desk.columns.place')}>{file.placeName}</Fact>
          <Fact name={t('desk.facts.occurredOn')}>
            <On day={dispute.occurredOn} />
          </Fact>
          <Fact name={t('desk.columns.involved')}>{t('desk.people', { count: dispute.involved })}</Fact>
          {dispute.fen !== null && (
            <Fact name={t('desk.columns.amount')}>
              <Yuan fen={dispute.fen} />
            </Fact>
          )}
          <Fact name={t('desk.facts.scale')}>{t(`scales.${dispute.scale}`)}</Fact>
          {dispute.isDifficult && <Fact name={t('desk.facts.difficult')}>{t('desk.facts.yes')}</Fact>}
        </dl>
      </section>
      <section className="panel">
        <h2>{t('desk.facts.committee')}</h2>
        <dl className="facts">
          <Fact name={t('desk.columns.committee')}>{file.committeeName}</Fact>
          <Fact name={t('desk.columns.mediators')}>
            {list(dispute.mediators.map(name)) || t('desk.nobodyYet')}
            {dispute.chosenBy && <small className="soft">{t(`desk.chosenBy.${dispute.chosenBy}`)}</small>}
          </Fact>
          {dispute.recused.length > 0 && <Fact name={t('desk.facts.recused')}>{list(dispute.recused.map(name))}</Fact>}
          {dispute.guests.length > 0 && (
            <Fact name={t('desk.facts.guests')}>
              {dispute.guests.map(({ id, kind }) => (
                <span key={id} className="stacked">
                  {name(id)} <small className="soft">{t(`guestKinds.${kind}`)}</small>
                </span>
              ))}
            </Fact>
          )}
          {dispute.acceptedOn && <Fact name={t('desk.facts.session')}>{t(`openness.${dispute.isOpenSession ? 'open' : 'closed'}`)}</Fact>}
          {dispute.offices.length > 0 && <Fact name={t('desk.facts.offices')}>{list(dispute.offices.map(office))}</Fact>}
          <Fact name={t('desk.columns.registeredAt')}>
            <DateTime at={dispute.registeredAt} />
            <small className="soft">{name(dispute.registeredBy)}</small>
          </Fact>
          {dispute.closedOn && (
            <Fact name={t('desk.facts.closedOn')}>
              <On day={dispute.closedOn} />
            </Fact>
          )}
          {dispute.archivedOn && (
            <Fact name={t('desk.facts.archivedOn')}>
              <On day={dispute.archivedOn} />
              {dispute.retention && (
                <small className="soft">
                  {list([t('desk.facts.kept', { retention: t(`retentions.${dispute.retention}`) }), dispute.shelf ?? ''])}
                </small>
              )}
            </Fact>
          )}
        </dl>
      </section>
    </>
  )
}
