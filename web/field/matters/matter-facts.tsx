import { useTranslation } from 'react-i18next'
import type { MatterFile } from '#modules/matters/reply.ts'
import { DateTime } from '#web/ui/deadline.tsx'
import type { Foreseen } from './foreseen.ts'

/** The rest of what is known, as a plain list. */
export function MatterFacts({ file, seen: { matter, holderName } }: { file: MatterFile; seen: Foreseen }) {
  const { t } = useTranslation('matters')
  const point = matter.latitude !== null && matter.longitude !== null ? `${matter.latitude},${matter.longitude}` : undefined
  return (
    <section className="section">
      <dl className="facts">
        <dt>{t('fields.holder')}</dt>
        <dd>{holderName}</dd>
        {matter.outcome && (
          <>
            <dt>{t('fields.outcome')}</dt>
            <dd>{matter.outcome}</dd>
          </>
        )}
        <dt>{t('fields.source')}</dt>
        <dd>{t(`sources.${matter.source}`)}</dd>
        <dt>{t('fields.reportedAt')}</dt>
        <dd>
          <DateTime at={matter.reportedAt} />
        </dd>
        {matter.silenceAt && (
          <>
            <dt>{t('fields.due')}</dt>
            <dd>
              <Silence at={matter.silenceAt} />
            </dd>
          </>
        )}
        <dt>{t('fields.public')}</dt>
        <dd>{t(matter.isPublic ? 'public.yes' : 'public.no')}</dd>
        <dt>{t('fields.number')}</dt>
        <dd className="unbroken">{file.row.number}</dd>
        {point && (
          <>
            <dt>{t('point')}</dt>
            <dd>
              <a className="button button-quiet" href={`geo:${point}?q=${point}`}>
                {t('openMap')}
              </a>
              {matter.isOutside && t('outside')}
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}

function Silence({ at }: { at: string }) {
  const { t } = useTranslation('matters')
  const [before, after] = t('clocks.silence', { at: '|' }).split('|')
  return (
    <>
      {before}
      <DateTime at={at} />
      {after}
    </>
  )
}
