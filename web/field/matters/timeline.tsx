/** What happened, newest last: who did what and when, in one sentence each. */
import { useTranslation } from 'react-i18next'
import { DateTime } from '#web/ui/deadline.tsx'
import { seatWords } from '#web/ui/seat.ts'
import { Tag } from '#web/ui/status.tsx'
import type { Told } from './foreseen.ts'
import { Photos } from './photos.tsx'

/** The seat or person it went to. What waits here has the whole name already. */
function toOf(event: Told): string | null {
  if (!('to' in event) || typeof event.to === 'string' || event.isPending) return event.toName
  return seatWords(event.to, event.toName ?? '')
}

/** The sentence of an event: some have another when they carry a word more. */
function keyOf(event: Told): string {
  if (event.type === 'reported' && event.outcome !== null) return 'events.reportedOnTheSpot'
  if (event.type === 'rated' && event.words) return 'events.ratedWords'
  if (event.type === 'withdrawn' && event.reason) return 'events.withdrawnReason'
  return `events.${event.type}`
}

export function Timeline({ events }: { events: readonly Told[] }) {
  const { t } = useTranslation('matters')
  const who = (event: Told) => event.byName ?? t(event.as === 'reporter' ? 'reporter' : event.as === 'system' ? 'system' : 'somebody')
  return (
    <ol className="timeline">
      {events.map((event) => {
        const { type: _type, ...facts } = event
        return (
          <li key={event.commandId} className={event.isPending ? 'is-pending' : undefined}>
            <p className="timeline-when">
              <DateTime at={event.at} />
              {event.isPending && (
                <Tag tone="soon" shape="clock">
                  {t('pending')}
                </Tag>
              )}
            </p>
            <p>{t(keyOf(event), { ...facts, name: who(event), to: toOf(event) ?? t('somebody') })}</p>
            {event.type !== 'reported' && <Photos ids={event.photos ?? []} />}
          </li>
        )
      })}
    </ol>
  )
}
