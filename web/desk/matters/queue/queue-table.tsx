/** The rows. A wide screen sees a table, a narrow one a card for each: the same cells. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Application, Order } from '#modules/matters/matter.ts'
import type { MatterRow } from '#modules/matters/reply.ts'
import type { Column } from '#modules/matters/wire.ts'
import { DateTime, Deadline, useNow } from '#web/ui/deadline.tsx'
import { Emergency, Status } from '#web/ui/status.tsx'
import { Link } from '../../address.tsx'
import { ListTable } from '../../list/list-table.tsx'
import { useNames } from '../catalogue.ts'
import { useWishWords } from '../file/wish-fields.tsx'
import { columnKey } from './columns.ts'

type Props = {
  readonly rows: readonly MatterRow[]
  readonly columns: readonly Column[]
  readonly open: string | undefined
  readonly onOpen: (id: string) => void
}

export function QueueTable({ rows, columns, open, onOpen }: Props) {
  const { t } = useTranslation(['desk', 'matters'])
  return (
    <ListTable
      title={t('queue.title')}
      rows={rows}
      columns={columns}
      open={open}
      idOf={({ matter }) => matter.id}
      nameOf={(column) => t(columnKey(column))}
      cell={(row, column) => <Cell row={row} column={column} />}
      onOpen={onOpen}
    />
  )
}

function Cell({ row, column }: { row: MatterRow; column: Column }): ReactNode {
  const { t } = useTranslation(['matters', 'people', 'desk'])
  const names = useNames()
  const now = useNow()
  const { matter } = row
  switch (column) {
    case 'number':
      return <span className="unbroken soft">{row.number}</span>
    case 'category':
      return (
        <>
          {names.category(matter.category) ?? row.categoryName}
          {matter.isEmergency && <Emergency />}
        </>
      )
    case 'place':
      return row.placeName
    case 'words':
      return (
        <Link to="/matters/$id" params={{ id: matter.id }} className="words-link">
          {matter.words}
        </Link>
      )
    case 'status':
      return <Status status={matter.status} />
    case 'holder':
      return (
        <>
          {row.holderName}
          {!matter.holderDepartment && <small className="soft">{t(`people:roles.${matter.holderRole}`)}</small>}
        </>
      )
    case 'worker':
      return row.workerName ?? '—'
    case 'dueBy':
      if (matter.status === 'suspended') return <Resumes at={matter.dueBy} />
      return matter.dueBy ? <Deadline at={matter.dueBy} /> : <span className="soft">—</span>
    case 'lateSince':
      return matter.lateAt && matter.lateAt <= now ? <Deadline at={matter.lateAt} /> : <span className="soft">—</span>
    case 'application':
      return matter.application ? <Applied application={matter.application} /> : <span className="soft">—</span>
    case 'orders':
      return matter.orders.length > 0 ? <Ordered orders={matter.orders} /> : <span className="soft">—</span>
    case 'reportedAt':
      return <DateTime at={matter.reportedAt} />
    case 'settledAt':
      return matter.settledAt ? <DateTime at={matter.settledAt} /> : '—'
    case 'outcome':
      return <span className="clamped">{matter.outcome ?? '—'}</span>
    case 'source':
      return t(`sources.${matter.source}`)
    case 'rating':
      return matter.rating === null ? '—' : t('desk:queue.rating', { rating: matter.rating })
  }
}

function Applied({ application }: { application: Application }) {
  const words = useWishWords()
  return (
    <>
      {words(application)}
      <small>
        <Deadline at={application.decideBy} />
      </small>
    </>
  )
}

/** What is put off is not due: it goes on then. */
function Resumes({ at }: { at: string | null }) {
  const { t } = useTranslation('desk')
  return (
    <span className="soft">
      {t('queue.resumes')}
      <small>
        <DateTime at={at} />
      </small>
    </span>
  )
}

/** The one to answer first; how many more there are. */
function Ordered({ orders }: { orders: readonly Order[] }) {
  const { t } = useTranslation('desk')
  const [first] = [...orders].sort((one, other) => (one.dueBy < other.dueBy ? -1 : 1))
  if (!first) return null
  return (
    <>
      <span className="clamped">
        {t(`act.order.kinds.${first.kind}`)}
        {t('colon')}
        {first.words}
      </span>
      <small>
        <Deadline at={first.dueBy} /> {orders.length > 1 && t('queue.moreOrders', { count: orders.length - 1 })}
      </small>
    </>
  )
}
