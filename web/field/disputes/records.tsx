/** What was written and photographed: sessions, inquiries, papers, visits. Closed, each says when and where; opened, everything. */
import { useTranslation } from 'react-i18next'
import { inWords } from '#web/ui/instants.ts'
import { languageNow } from '#web/ui/words.ts'
import { Photos } from '../matters/photos.tsx'
import type { Seen } from './file-body.tsx'
import { inDays, list } from './names.ts'

export function Sessions({ seen: { dispute, identities }, speech, around }: Seen) {
  const { t } = useTranslation('disputes')
  const { sessions, inquiries } = dispute
  if (sessions.length + inquiries.length === 0) return null
  return (
    <section className="section">
      <h2>{t('field.sections.sessions')}</h2>
      {sessions.map(({ id, startedAt, where, parties, mediators, guests, notes, isOpen }) => (
        <details key={id} className="more">
          <summary>{t('field.session', { at: inWords(startedAt, around.at, languageNow()), where })}</summary>
          <p className="soft">
            {list([...parties.map(speech.party), ...guests.map((guest) => identities[guest]?.name ?? ''), ...mediators.map(speech.person)])}
            {' · '}
            {t(`openness.${isOpen ? 'open' : 'closed'}`)}
          </p>
          <p className="written">{notes}</p>
        </details>
      ))}
      {inquiries.map(({ id, on, where, whom, notes }) => (
        <details key={id} className="more">
          <summary>{t('field.inquiry', { on: inDays(on), whom })}</summary>
          <p className="soft">{where}</p>
          <p className="written">{notes}</p>
        </details>
      ))}
    </section>
  )
}

export function Papers({ seen: { dispute }, speech }: Seen) {
  const { t } = useTranslation('disputes')
  if (dispute.pieces.length === 0) return null
  return (
    <section className="section">
      <h2>{t('field.sections.papers')}</h2>
      <ul className="people">
        {dispute.pieces.map(({ id, kind, title, party, pages }) => (
          <li key={id} className="person">
            <p>
              <strong>{title}</strong>{' '}
              <span className="soft">
                {party ? t('field.of', { item: t(`pieceKinds.${kind}`), party: speech.party(party) }) : t(`pieceKinds.${kind}`)}
              </span>
            </p>
            <Photos ids={pages} name={title} />
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Revisits({ seen: { dispute }, speech }: Seen) {
  const { t } = useTranslation('disputes')
  if (dispute.revisits.length === 0) return null
  return (
    <section className="section">
      <h2>{t('field.sections.revisits')}</h2>
      {dispute.revisits.map(({ id, on, parties, performance, satisfaction, danger, notes }) => (
        <details key={id} className="more">
          <summary>{t('field.visit', { on: inDays(on), performance: t(`performances.${performance}`) })}</summary>
          <p className="soft">
            {[list(parties.map(speech.party)), t(`satisfactions.${satisfaction}`), danger ? t('field.fields.danger') : '']
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p className="written">{notes}</p>
        </details>
      ))}
    </section>
  )
}
