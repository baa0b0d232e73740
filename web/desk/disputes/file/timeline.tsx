/** What happened, newest last: who did what and when, and under it what was written down. */
import { useTranslation } from 'react-i18next'
import type { DisputeFile } from '#modules/disputes/reply.ts'
import type { Told } from '#modules/disputes/telling.ts'
import { DateTime } from '#web/ui/deadline.tsx'
import { Photos } from '../../photos/photos.tsx'
import { useSpeech } from './speech.ts'

export function Timeline({ file, events = file.events }: { file: DisputeFile; events?: readonly Told[] }) {
  const { t } = useTranslation('desk')
  const { words } = useSpeech(file)
  return (
    <ol className="timeline">
      {events.map((event) => (
        <li key={event.version} data-type={event.type}>
          <p className="timeline-when">
            <DateTime at={event.at} />
            {event.madeAt && <span>{t('timeline.late')}</span>}
          </p>
          <p className="timeline-words">{words(event)}</p>
          <Written event={event} file={file} />
          <Photos ids={event.photos ?? []} />
        </li>
      ))}
    </ol>
  )
}

/** Minutes, notes and reasons, folded away: the timeline stays a page one can take in. */
function Written({ event, file }: { event: Told; file: DisputeFile }) {
  const { t } = useTranslation(['disputes', 'app'])
  const { name, list } = useSpeech(file)
  switch (event.type) {
    case 'held': {
      const { startedAt, endedAt, parties, mediators, guests, isOpen, notes } = event.session
      return (
        <details className="written">
          <summary>{t('desk.timeline.minutes')}</summary>
          <p className="soft">
            <DateTime at={startedAt} />–<DateTime at={endedAt} /> · {t(isOpen ? 'desk.timeline.open' : 'desk.timeline.closed')}
          </p>
          <p className="soft">
            {t('desk.timeline.there', { people: list([...parties, ...guests].map(name)), mediators: list(mediators.map(name)) })}
          </p>
          <p className="said">{notes}</p>
        </details>
      )
    }
    case 'inquired':
      return <Folded words={event.inquiry.notes} name={t('desk.timeline.notes')} />
    case 'revisited': {
      const { performance, satisfaction, danger, notes } = event.revisit
      return (
        <>
          <p className="soft">
            {list([t(`performances.${performance}`), t(`satisfactions.${satisfaction}`), danger ? t('desk.timeline.danger') : ''])}
          </p>
          <Folded words={notes} name={t('desk.timeline.notes')} />
        </>
      )
    }
    case 'declined':
    case 'withdrawn':
      return event.reason ? <p className="soft">{event.reason}</p> : null
    case 'breached':
    case 'performed':
      return event.words ? <p className="soft">{event.words}</p> : null
    case 'closed':
      return <Folded words={event.note} name={t('items.note')} />
    default:
      return null
  }
}

const Folded = ({ words, name }: { words: string; name: string }) =>
  words ? (
    <details className="written">
      <summary>{name}</summary>
      <p className="said">{words}</p>
    </details>
  ) : null
