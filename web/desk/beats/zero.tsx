/** 零发案、零信访: zero only where somebody said so for every month; else how many, or that nobody said. */
import { useTranslation } from 'react-i18next'
import type { StandingKind, ZeroStanding } from '#modules/beats/beat.ts'
import { Tag } from '#web/ui/status.tsx'

export function Zero({ kind, of }: { kind: StandingKind; of: ZeroStanding }) {
  const { t } = useTranslation('beats')
  switch (of.state) {
    case 'zero':
      return (
        <Tag tone="good" shape="tick">
          {t(`desk.zero.none.${kind}`)}
        </Tag>
      )
    case 'some':
      return <span>{t(`desk.zero.${kind}`, { count: of.count })}</span>
    case 'notReported':
      return (
        <span className="unreported">
          <Tag tone="calm" shape="bar">
            {t('desk.zero.notReported')}
          </Tag>
          <small className="soft">{t('desk.zero.missing', { count: of.missing.length })}</small>
        </span>
      )
  }
}
