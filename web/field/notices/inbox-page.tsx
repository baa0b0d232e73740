/** 通知: what this person was told, newest first. What is unread has a dot, a word and heavier print. */
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeView, Read } from '#modules/notices/wire.ts'
import { useUnread } from '#web/client/live.ts'
import { markRead, useInbox } from '#web/client/notices.ts'
import { Act } from '#web/ui/act.tsx'
import { DateTime } from '#web/ui/deadline.tsx'
import { say } from '#web/ui/say.ts'
import { Empty, ErrorBox, Loading, refusalOf } from '#web/ui/states.tsx'
import { Emergency } from '#web/ui/status.tsx'
import { useSeen } from '../matters/seen.ts'
import { tell } from '../notice.tsx'
import { Page } from '../page.tsx'
import { PullToRefresh } from '../pull-to-refresh.tsx'

const mark = (read: Read) => markRead(read).catch((error: unknown) => tell(say(refusalOf(error))))

export function InboxPage() {
  const { t } = useTranslation('notices')
  return (
    <Page title={t('inbox.title')} hasBack aside={<AllRead />}>
      <List />
    </Page>
  )
}

function AllRead() {
  const { t } = useTranslation('notices')
  const unread = useUnread() ?? 0
  const [isBusy, setBusy] = useState(false)
  const readAll = () => {
    setBusy(true)
    void mark({ all: true }).finally(() => setBusy(false))
  }
  if (unread === 0) return null
  return (
    <span className="head-end">
      <Act kind="quiet" isBusy={isBusy} onAct={readAll}>
        {t('inbox.readAll')}
      </Act>
    </span>
  )
}

function List() {
  const { t } = useTranslation(['notices', 'field', 'app'])
  const { rows, data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInbox()
  const end = useSeen(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  })
  if (!data) return error ? <ErrorBox error={error} onRetry={() => void refetch()} /> : <Loading lines={8} />
  return (
    <PullToRefresh onRefresh={refetch}>
      {error && <p className="strip strip-calm">{t('inbox.old')}</p>}
      <ul className="cards">
        {rows.map((row) => (
          <Line key={row.id} row={row} />
        ))}
      </ul>
      {rows.length === 0 && <Empty title={t('inbox.empty')}>{t('inbox.emptyWords')}</Empty>}
      {hasNextPage && (
        <div ref={end} className="page-foot">
          <Act isBlock isBusy={isFetchingNextPage} onAct={() => void fetchNextPage()}>
            {t(isFetchingNextPage ? 'app:states.loading' : 'field:list.more')}
          </Act>
        </div>
      )}
    </PullToRefresh>
  )
}

function Line({ row }: { row: NoticeView }) {
  const className = `card${row.isUrgent ? ' card-emergency' : ''}${row.readAt ? '' : ' is-unread'}`
  const read = () => {
    if (!row.readAt) void mark({ ids: [row.id] } as Read)
  }
  // The page of the matter marks what was told about it; what is about no matter is read by tapping it.
  return (
    <li className={className}>
      {row.matterId ? (
        <Link to="/matters/$id" params={{ id: row.matterId }} className="card-link">
          <Words row={row} />
        </Link>
      ) : row.disputeId ? (
        <Link to="/disputes/$id" params={{ id: row.disputeId }} className="card-link">
          <Words row={row} />
        </Link>
      ) : row.event.startsWith('clue.') || row.event.startsWith('leave.') ? (
        <Link to={row.event.startsWith('clue.') ? '/beats/clues' : '/beats'} className="card-link" onClick={read}>
          <Words row={row} />
        </Link>
      ) : row.count !== null ? (
        <Link
          to="/"
          search={{ view: row.event === 'lapsed' || row.event === 'overdue' ? 'late' : 'todo' }}
          className="card-link"
          onClick={read}
        >
          <Words row={row} />
        </Link>
      ) : (
        <button type="button" className="card-link card-button" onClick={read}>
          <Words row={row} />
        </button>
      )}
    </li>
  )
}

function Words({ row }: { row: NoticeView }) {
  const { t } = useTranslation('notices')
  return (
    <>
      <span className="card-top">
        <span className="tags">
          {!row.readAt && <span className="new-word">{t('inbox.new')}</span>}
          {row.isUrgent && <Emergency />}
          <span className="notice-title">{row.title}</span>
        </span>
        <small className="soft">
          <DateTime at={row.at} />
        </small>
      </span>
      <span className="card-words">{row.body}</span>
    </>
  )
}
