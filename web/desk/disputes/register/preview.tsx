/** A row, opened beside the list. The file itself stays closed: every opening of it is recorded, and shown to the committee's head. */
import CloseOutlined from '@ant-design/icons/CloseOutlined'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { principals } from '#modules/disputes/dispute.ts'
import type { DisputeRow } from '#modules/disputes/reply.ts'
import { DateTime } from '#web/ui/deadline.tsx'
import { Link } from '../../address.tsx'
import { Fact } from '../../fact.tsx'
import { DueOn, dueDay, On } from '../due.tsx'
import { Yuan } from '../money.tsx'
import { Alarm, DisputeStatus } from '../status.tsx'

export function Preview({ row, onClose }: { row: DisputeRow; onClose: () => void }) {
  const { t } = useTranslation(['disputes', 'app'])
  const { dispute, next, missing } = row
  return (
    <aside className="preview" aria-label={t('desk.preview')}>
      <header className="preview-head">
        <h2>{row.title}</h2>
        <Button type="text" icon={<CloseOutlined aria-hidden="true" />} aria-label={t('app:close')} onClick={onClose} />
      </header>
      <p className="tags">
        <DisputeStatus status={dispute.status} />
        <Alarm dispute={dispute} />
      </p>
      <dl className="facts">
        <Fact name={t('desk.columns.number')}>{row.number}</Fact>
        <Fact name={t('desk.facts.type')}>{row.typeName}</Fact>
        <Fact name={t('desk.columns.place')}>{row.placeName}</Fact>
        <Fact name={t('desk.columns.source')}>{t(`sources.${dispute.source}`)}</Fact>
        <Fact name={t('desk.facts.parties')}>{t('desk.people', { count: principals(dispute).length })}</Fact>
        {dispute.fen !== null && (
          <Fact name={t('desk.columns.amount')}>
            <Yuan fen={dispute.fen} />
          </Fact>
        )}
        <Fact name={t('desk.columns.mediators')}>{row.mediatorNames.join(t('app:comma')) || t('desk.nobodyYet')}</Fact>
        <Fact name={t('desk.columns.registeredAt')}>
          <DateTime at={dispute.registeredAt} />
        </Fact>
        {next && (
          <Fact name={t(`desk.dues.${next.what}`)}>
            <On day={dueDay(next)} /> <DueOn day={dueDay(next)} />
          </Fact>
        )}
        <Fact name={t('desk.dossier.title')}>{missing > 0 ? t('desk.dossier.lacks', { count: missing }) : t('desk.dossier.whole')}</Fact>
      </dl>
      <p>
        <Link to="/disputes/$id" params={{ id: dispute.id }} className="button button-primary">
          {t('desk.open')}
        </Link>
      </p>
      <p className="soft">{t('desk.openRecorded')}</p>
    </aside>
  )
}
