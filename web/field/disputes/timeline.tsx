/** What happened, newest last; and, for the committee's head, who has looked. */
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { DisputeFile } from '#modules/disputes/reply.ts'
import { telling } from '#modules/disputes/telling.ts'
import { DateTime } from '#web/ui/deadline.tsx'
import type { Seen } from './file-body.tsx'
import { Pending } from './status.tsx'

export function Timeline({ seen: { events, dispute }, speech }: Seen) {
  return (
    <ol className="timeline">
      {events.map((event) => (
        <li key={event.commandId} className={event.isPending ? 'is-pending' : undefined}>
          <p className="timeline-when">
            <DateTime at={event.madeAt ?? event.at} />
            {event.isPending && <Pending />}
          </p>
          {telling(event, dispute, speech).map(({ key, values }) => (
            <p key={key}>
              {event.isPending && key === 'alarmed' ? i18next.t('disputes:field.alarmWaits') : i18next.t(`disputes:events.${key}`, values)}
            </p>
          ))}
        </li>
      ))}
    </ol>
  )
}

export function Openings({ openings }: { openings: NonNullable<DisputeFile['openings']> }) {
  const { t } = useTranslation('disputes')
  return (
    <section className="section">
      <details className="more">
        <summary>{t('field.openings', { count: openings.length })}</summary>
        <ul className="plain">
          {openings.map(({ at, byName }) => (
            <li key={`${at} ${byName}`}>
              <DateTime at={at} /> {byName}
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}
