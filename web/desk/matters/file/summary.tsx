/** What it is about, where, and the rest of what is known. */
import { useTranslation } from 'react-i18next'
import type { MatterFile } from '#modules/matters/reply.ts'
import { DateTime } from '#web/ui/deadline.tsx'
import { Link } from '../../address.tsx'
import { Fact } from '../../fact.tsx'
import { Photos } from '../../photos/photos.tsx'

export function Summary({ file }: { file: MatterFile }) {
  const { t } = useTranslation(['matters', 'desk', 'people'])
  const { row } = file
  const { matter } = row
  const point = matter.latitude !== null && matter.longitude !== null
  return (
    <>
      <section className="panel">
        <h2>{t('fields.words')}</h2>
        <p className="said">{matter.words}</p>
        <Photos ids={file.events[0]?.photos ?? []} />
      </section>
      {matter.outcome && (
        <section className="panel">
          <h2>{t('fields.outcome')}</h2>
          <p className="said">{matter.outcome}</p>
          {matter.onTheSpot && <p className="soft">{t('onTheSpot')}</p>}
          {matter.rating !== null && <p>{t('desk:file.rating', { rating: matter.rating })}</p>}
        </section>
      )}
      <section className="panel">
        <h2>{t('desk:file.facts')}</h2>
        <dl className="facts">
          <Fact name={t('fields.place')}>
            <Link to="/places" search={{ code: matter.place }}>
              {row.placeName}
            </Link>
          </Fact>
          {point && (
            <Fact name={t('desk:file.point')}>
              <span className="unbroken">
                {matter.latitude?.toFixed(5)}, {matter.longitude?.toFixed(5)}
              </span>
              {matter.isOutside && <small className="tone-soon">{t('outside')}</small>}
            </Fact>
          )}
          <Fact name={t('fields.source')}>{t(`sources.${matter.source}`)}</Fact>
          <Fact name={t('fields.reportedAt')}>
            <DateTime at={matter.reportedAt} />
          </Fact>
          {matter.acceptedAt && (
            <Fact name={t('fields.acceptedAt')}>
              <DateTime at={matter.acceptedAt} />
            </Fact>
          )}
          {matter.settledAt && (
            <Fact name={t('fields.settledAt')}>
              <DateTime at={matter.settledAt} />
            </Fact>
          )}
          {matter.closedAt && (
            <Fact name={t('fields.closedAt')}>
              <DateTime at={matter.closedAt} />
            </Fact>
          )}
          <Fact name={t('fields.public')}>{t(matter.isPublic ? 'public.yes' : 'public.no')}</Fact>
        </dl>
      </section>
    </>
  )
}
