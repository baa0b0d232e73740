/** What happened, newest last: who did what and when, in one sentence each. */
import { useTranslation } from 'react-i18next'
import { DateTime } from '#web/ui/deadline.tsx'
import { sentenceOf, speech } from '#web/ui/sentence.ts'
import { Tag } from '#web/ui/status.tsx'
import { useCategoryName } from './category-name.ts'
import type { Told } from './foreseen.ts'
import { Photos } from './photos.tsx'

export function Timeline({ events }: { events: readonly Told[] }) {
  const { t } = useTranslation('matters')
  const category = useCategoryName()
  // The seat of what waits here has its whole name already.
  const pending = { category, seat: (_: object, name: string | null) => name ?? t('somebody') }
  return (
    <ol className="timeline">
      {events.map((event) => (
        <li key={event.commandId} className={event.isPending ? 'is-pending' : undefined}>
          <p className="timeline-when">
            <DateTime at={event.at} />
            {event.isPending && (
              <Tag tone="soon" shape="clock">
                {t('pending')}
              </Tag>
            )}
          </p>
          <p>{sentenceOf(event, speech(event.isPending ? pending : { category }))}</p>
          {event.type !== 'reported' && <Photos ids={event.photos ?? []} />}
        </li>
      ))}
    </ol>
  )
}
