/** The promises: by when it is to be accepted and settled, or when silence closes it. */
import { useTranslation } from 'react-i18next'
import { isOpen, type Matter } from '#modules/matters/matter.ts'
import { DateTime, Deadline } from '#web/ui/deadline.tsx'
import { Tag } from '#web/ui/status.tsx'

export function Clocks({ matter }: { matter: Matter }) {
  const { t } = useTranslation(['matters', 'desk'])
  if (!isOpen(matter) && !matter.silenceAt) return null
  return (
    <section className="panel">
      <h2>{t('desk:file.clocks')}</h2>
      <dl className="facts">
        {isOpen(matter) && (
          <>
            <dt>{t('clocks.accept')}</dt>
            <dd>
              {matter.acceptedAt ? (
                <Tag tone="good" shape="tick">
                  {t('desk:file.accepted')}
                </Tag>
              ) : (
                <Deadline at={matter.acceptBy} />
              )}
              <small className="soft">
                <DateTime at={matter.acceptedAt ?? matter.acceptBy} />
              </small>
            </dd>
            <dt>{t('clocks.settle')}</dt>
            <dd>
              <Deadline at={matter.settleBy} />
              <small className="soft">
                <DateTime at={matter.settleBy} />
              </small>
            </dd>
          </>
        )}
        {matter.silenceAt && (
          <>
            <dt>{t('desk:file.silence')}</dt>
            <dd>
              <Deadline at={matter.silenceAt} />
              <small className="soft">{t('desk:file.silenceWords')}</small>
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}
