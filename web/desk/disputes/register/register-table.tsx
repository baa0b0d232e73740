/** The rows of the register: whose dispute and about what, where it stands, with whom, and what is due next. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column } from '#modules/disputes/figures/wire.ts'
import type { DisputeRow } from '#modules/disputes/reply.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { Link } from '../../address.tsx'
import { ListTable } from '../../list/list-table.tsx'
import { NextUp, On } from '../due.tsx'
import { Yuan } from '../money.tsx'
import { Alarm, DisputeStatus } from '../status.tsx'

type Props = {
  readonly rows: readonly DisputeRow[]
  readonly columns: readonly Column[]
  readonly open: string | undefined
  readonly onOpen: (id: string) => void
}

export function RegisterTable({ rows, columns, open, onOpen }: Props) {
  const { t } = useTranslation('disputes')
  return (
    <ListTable
      title={t('desk.title')}
      rows={rows}
      columns={columns}
      open={open}
      idOf={({ dispute }) => dispute.id}
      nameOf={(column) => t(`desk.columns.${column}`)}
      cell={(row, column) => <Cell row={row} column={column} />}
      onOpen={onOpen}
    />
  )
}

function Cell({ row, column }: { row: DisputeRow; column: Column }): ReactNode {
  const { t } = useTranslation(['disputes', 'app'])
  const { dispute } = row
  switch (column) {
    case 'number':
      return <FileNumber number={row.number} />
    case 'title':
      return (
        <Link to="/disputes/$id" params={{ id: dispute.id }} className="words-link">
          {row.title}
        </Link>
      )
    case 'committee':
      return row.committeeName
    case 'place':
      return row.placeName
    case 'status':
      return (
        <span className="tags">
          <DisputeStatus status={dispute.status} />
          <Alarm dispute={dispute} />
        </span>
      )
    case 'mediators':
      return row.mediatorNames.length > 0 ? row.mediatorNames.join(t('app:comma')) : <span className="soft">{t('desk.nobodyYet')}</span>
    case 'next':
      return <NextUp next={row.next} />
    case 'registeredAt':
      return <On day={dayOf(dispute.registeredAt)} />
    case 'source':
      return t(`sources.${dispute.source}`)
    case 'type':
      return row.typeName
    case 'amount':
      return <Yuan fen={dispute.fen} />
    case 'involved':
      return t('desk.people', { count: dispute.involved })
  }
}

/** "(2026)河湾村" over "人调字第3号": broken where one would break it by hand. */
export function FileNumber({ number }: { number: string }) {
  const at = number.indexOf('人调字')
  return (
    <span className="soft file-number">
      {number.slice(0, Math.max(0, at))}
      <wbr />
      {number.slice(Math.max(0, at))}
    </span>
  )
}
