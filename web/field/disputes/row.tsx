/** One file in the list. */
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { DisputeRow } from '#modules/disputes/reply.ts'
import { alarmsIn } from '#modules/disputes/rules/danger.ts'
import { Tag } from '#web/ui/status.tsx'
import { dueWords } from './due.ts'
import { list } from './names.ts'
import { DisputeStatus, Pending } from './status.tsx'

export function Row({ row, isPending }: { row: DisputeRow; isPending: boolean }) {
  const { t } = useTranslation('disputes')
  const { dispute, next } = row
  const isAlarm = alarmsIn(dispute.signs).length > 0
  return (
    <li className={`card${isAlarm ? ' card-emergency' : ''}`}>
      <Link to="/disputes/$id" params={{ id: dispute.id }} className="card-link">
        <span className="card-top">
          <strong>{row.title}</strong>
          {isPending ? <Pending /> : <DisputeStatus status={dispute.status} />}
        </span>
        <span className="card-words clamp">{row.placeName}</span>
        <span className="tags">
          {isAlarm && (
            <Tag tone="late" shape="alert">
              {t('field.alarm')}
            </Tag>
          )}
          {next && (
            <Tag tone={next.isPast ? 'late' : 'soon'} shape={next.isPast ? 'alert' : 'clock'}>
              {dueWords(next)}
            </Tag>
          )}
        </span>
        <span className="soft card-small">{[row.number, list(row.mediatorNames)].filter(Boolean).join(' · ')}</span>
      </Link>
    </li>
  )
}

export function UnsentRow({ row }: { row: DisputeRow }) {
  const { t } = useTranslation('disputes')
  return (
    <li className="card">
      <Link to="/disputes/$id" params={{ id: row.dispute.id }} className="card-link">
        <span className="card-top">
          <strong>{[row.title, row.typeName].filter(Boolean).join(' ')}</strong>
          <Pending />
        </span>
        <span className="card-words clamp">{row.dispute.summary}</span>
        <span className="soft">{t('field.unnumbered')}</span>
      </Link>
    </li>
  )
}
