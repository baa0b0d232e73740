/** One notice: a dot and a word while it is unread. It leads to its matter, whose page marks it as read. */
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { NoticeView, Read } from '#modules/notices/wire.ts'
import { markRead } from '#web/client/notices.ts'
import { DateTime } from '#web/ui/deadline.tsx'
import { refusalOf } from '#web/ui/states.tsx'
import { Emergency } from '#web/ui/status.tsx'
import { Link } from '../address.tsx'
import { sayHere } from '../trouble.tsx'

export function NoticeLine({ row, onOpen }: { row: NoticeView; onOpen?: () => void }) {
  const { message } = App.useApp()
  const read = () => {
    if (row.readAt) return
    void markRead({ ids: [row.id] } as Read).catch((error: unknown) => message.error(sayHere(refusalOf(error))))
  }
  return (
    <li className={row.readAt ? 'notice-line' : 'notice-line is-unread'}>
      {row.matterId ? (
        <Link to="/matters/$id" params={{ id: row.matterId }} className="notice-link" onClick={onOpen}>
          <Words row={row} />
        </Link>
      ) : row.disputeId ? (
        <Link to="/disputes/$id" params={{ id: row.disputeId }} className="notice-link" onClick={onOpen}>
          <Words row={row} />
        </Link>
      ) : row.event.startsWith('clue.') ? (
        <Link
          to="/beats/clues"
          className="notice-link"
          onClick={() => {
            read()
            onOpen?.()
          }}
        >
          <Words row={row} />
        </Link>
      ) : row.count !== null ? (
        <Link
          {...listOf(row)}
          className="notice-link"
          onClick={() => {
            read()
            onOpen?.()
          }}
        >
          <Words row={row} />
        </Link>
      ) : (
        <button type="button" className="notice-link" onClick={read}>
          <Words row={row} />
        </button>
      )}
    </li>
  )
}

/** The list of what it counts: the late, or what is waiting. */
const listOf = ({ event }: NoticeView) =>
  ({ to: '/matters', search: { view: event === 'lapsed' || event === 'overdue' ? 'late' : 'todo' } }) as const

function Words({ row }: { row: NoticeView }) {
  const { t } = useTranslation('notices')
  return (
    <>
      <span className="notice-head">
        {!row.readAt && <span className="new-word">{t('inbox.new')}</span>}
        {row.isUrgent && <Emergency />}
        <span className="notice-title">{row.title}</span>
        <small className="soft">
          <DateTime at={row.at} />
        </small>
      </span>
      <span className="notice-body">{row.body}</span>
    </>
  )
}
