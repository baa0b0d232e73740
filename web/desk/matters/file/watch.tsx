/** In an emergency: everybody who was told, and who of them has looked, when. */
import { useTranslation } from 'react-i18next'
import type { Watch as Seat } from '#modules/matters/reply.ts'
import { DateTime } from '#web/ui/deadline.tsx'
import { seatWords } from '#web/ui/seat.ts'
import { Tag } from '#web/ui/status.tsx'

export function Watch({ watch }: { watch: readonly Seat[] }) {
  const { t } = useTranslation(['desk', 'people', 'app'])
  const seen = watch.filter(({ seenAt }) => seenAt !== null).length
  return (
    <section className="panel">
      <h2>{t('watch.title')}</h2>
      <p className="soft">{t('watch.words', { seen, all: watch.length })}</p>
      <ul className="ladder">
        {watch.map(({ role, place, placeName, names, seenAt, seenBy }) => (
          <li key={`${role}${place}${placeName}`}>
            <strong>{seatWords({ role, department: role === 'department_officer' ? placeName : null }, placeName)}</strong>
            {seenAt ? (
              <Tag tone="good" shape="tick">
                {t('watch.seen')}
              </Tag>
            ) : (
              <Tag tone="soon" shape="ring">
                {t('watch.unseen')}
              </Tag>
            )}
            <span className="soft ladder-wide">
              {seenAt ? (
                <>
                  {seenBy} <DateTime at={seenAt} />
                </>
              ) : (
                names.join(t('app:comma'))
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
