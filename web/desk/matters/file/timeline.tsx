/** What happened, newest last: who did what and when, in one sentence each. */
import { useTranslation } from 'react-i18next'
import type { Told } from '#modules/matters/telling.ts'
import { DateTime } from '#web/ui/deadline.tsx'
import { sentenceOf, speech, whoDid } from '#web/ui/sentence.ts'
import { Photos } from '../../photos/photos.tsx'
import { useNames } from '../catalogue.ts'

export function Timeline({ events }: { events: readonly Told[] }) {
  const { t } = useTranslation(['desk', 'people'])
  const names = useNames()
  const said = speech({
    category: (code) => names.category(code) ?? code,
    who: (event) =>
      event.seat && event.byName ? t('timeline.who', { name: event.byName, role: t(`people:roles.${event.seat.role}`) }) : whoDid(event),
  })
  return (
    <ol className="timeline">
      {events.map((event) => (
        <li key={event.version} data-type={event.type}>
          <p className="timeline-when">
            <DateTime at={event.at} />
            {event.type === 'commented' && <span>{t(event.isPublic ? 'timeline.public' : 'timeline.internal')}</span>}
            {event.madeAt && <span>{t('timeline.late')}</span>}
          </p>
          <p className="timeline-words">{sentenceOf(event, said)}</p>
          {event.type !== 'reported' && <Photos ids={event.photos ?? []} />}
        </li>
      ))}
    </ol>
  )
}
