/** What happened, newest last: who did what and when, in one sentence each. */
import { useTranslation } from 'react-i18next'
import type { MatterFile } from '#modules/matters/reply.ts'
import { DateTime } from '#web/ui/deadline.tsx'
import { Photos } from './photos.tsx'

type Told = MatterFile['events'][number]

/** The sentence of an event: some have another when they carry a word more. */
function keyOf(event: Told): string {
  if (event.type === 'reported' && event.outcome !== null) return 'events.reportedOnTheSpot'
  if (event.type === 'rated' && event.words) return 'events.ratedWords'
  if (event.type === 'withdrawn' && event.reason) return 'events.withdrawnReason'
  return `events.${event.type}`
}

export function Timeline({ events }: { events: readonly Told[] }) {
  const { t } = useTranslation(['matters', 'desk', 'people'])
  const who = (event: Told) => {
    const name = event.byName ?? t(event.as === 'reporter' ? 'reporter' : event.as === 'system' ? 'system' : 'somebody')
    return event.seat && event.byName ? t('desk:timeline.who', { name, role: t(`people:roles.${event.seat.role}`) }) : name
  }
  /** "路北二巷 街巷长": the seat's role too, since a lane, its grid and its village all have people. */
  const whom = (event: Told) => {
    const to = 'to' in event && typeof event.to === 'object' ? event.to : undefined
    if (!event.toName || !to) return t('somebody')
    return to.department ? event.toName : t('people:post', { place: event.toName, role: t(`people:roles.${to.role}`) })
  }
  return (
    <ol className="timeline">
      {events.map((event) => {
        const { type, ...facts } = event
        return (
          <li key={event.version} data-type={type}>
            <p className="timeline-when">
              <DateTime at={event.at} />
              {event.type === 'commented' && <span>{t(event.isPublic ? 'desk:timeline.public' : 'desk:timeline.internal')}</span>}
              {event.madeAt && <span>{t('desk:timeline.late')}</span>}
            </p>
            <p className="timeline-words">{t(keyOf(event), { ...facts, name: who(event), to: whom(event) })}</p>
            {type !== 'reported' && <Photos ids={event.photos ?? []} />}
          </li>
        )
      })}
    </ol>
  )
}
