/** 待办: the first screen. Late first, then by deadline; every row says what, where, how long left, and the one thing to do. */
import { getRouteApi, Link, Navigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Counts } from '#modules/matters/reply.ts'
import { useOutbox } from '#web/client/outbox.ts'
import { useMay, useMe } from '#web/client/session.ts'
import { Act } from '#web/ui/act.tsx'
import { Empty, ErrorBox, Forbidden, Loading, refusalOf } from '#web/ui/states.tsx'
import { Bell } from '../notices/bell.tsx'
import { Page } from '../page.tsx'
import { PullToRefresh } from '../pull-to-refresh.tsx'
import { asks, tabs, type View } from '../routes.tsx'
import { ListFilters } from './list-filters.tsx'
import { keptRows, useCounts, useQueue } from './queue.ts'
import { useSeen } from './seen.ts'
import { WorkRow } from './work-row.tsx'

const address = getRouteApi('/')

export function WorkList() {
  const { t } = useTranslation('field')
  const mayRead = useMay('matter.read')
  const mediates = useMay('dispute.mediate')
  const isOnBeat = useMay('beat.work')
  const { data: counts } = useCounts()
  const { view = 'todo' } = address.useSearch()
  if (!mayRead && mediates) return <Navigate to="/disputes" replace />
  if (!mayRead && isOnBeat) return <Navigate to="/beats" replace />
  if (!mayRead) {
    return (
      <Page title={t('bar.work')} aside={<Bell />}>
        <DeskWork />
      </Page>
    )
  }
  return (
    <Page title={t('bar.work')} aside={<Bell />}>
      <nav className="tabs" aria-label={t('list.tabs')}>
        {tabs.map((each) => (
          <Link
            key={each}
            to="/"
            search={(now) => ({ ...now, view: each, status: undefined })}
            replace
            className="tab"
            aria-current={each === view ? 'page' : undefined}
          >
            {t(`list.${each}`)}
            <Count view={each} counts={counts} />
          </Link>
        ))}
      </nav>
      <Asks view={view} counts={counts} />
      <ListFilters />
      <List />
    </Page>
  )
}

/** What others wait for: one's decision, one's answer. Only what there is, or what is being looked at. */
function Asks({ view, counts }: { view: View; counts: Counts | undefined }) {
  const { t } = useTranslation('field')
  const shown = asks.filter((each) => each === view || (counts?.[each] ?? 0) > 0)
  if (shown.length === 0) return null
  return (
    <nav className="offers asks" aria-label={t('list.asks')}>
      {shown.map((each) => (
        <Link
          key={each}
          to="/"
          search={(now) => ({ ...now, view: each === view ? 'todo' : each, status: undefined })}
          replace
          className="choice-option"
          aria-current={each === view ? 'page' : undefined}
        >
          {t(`list.${each}`)}
          <Count view={each} counts={counts} />
        </Link>
      ))}
    </nav>
  )
}

/** Administrators and auditors work at the desk; who has no post at all may do nothing yet. */
function DeskWork() {
  const { t } = useTranslation('field')
  if (useMe().verbs.length === 0) return <Forbidden />
  return (
    <>
      <Empty title={t('deskWork.title')}>{t('deskWork.words')}</Empty>
      <p className="page-foot">
        <a className="button button-primary" href="/desk/">
          {t('deskWork.open')}
        </a>
      </p>
    </>
  )
}

/** Counts stop at a thousand on the server; nobody acts differently on more. */
function Count({ view, counts }: { view: View; counts: Counts | undefined }) {
  const count = view === 'done' ? undefined : counts?.[view]
  if (!count) return null
  return <span className={`count count-${view}`}>{count > 999 ? '999+' : count}</span>
}

function List() {
  const { t } = useTranslation(['field', 'app'])
  const search = address.useSearch()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useQueue(search)
  const entries = useOutbox()
  const end = useSeen(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  })

  const isOffline = error !== null && refusalOf(error).refused === 'offline'
  const rows = data?.pages.flatMap((page) => page.rows) ?? (isOffline ? keptRows(search) : [])
  if (!data && rows.length === 0) return error ? <ErrorBox error={error} onRetry={() => void refetch()} /> : <Loading lines={8} />
  const isFiltered = Boolean(search.search || search.category || search.status)
  const view = search.view ?? 'todo'
  return (
    <PullToRefresh onRefresh={refetch}>
      {error && <p className="strip strip-calm">{t('list.old')}</p>}
      <ul className={`cards${isPlaceholderData ? ' is-old' : ''}`} aria-busy={isPlaceholderData}>
        {rows.map((row) => (
          <WorkRow
            key={row.matter.id}
            row={row}
            pending={entries.find((each) => each.subject.id === row.matter.id && each.state !== 'refused')}
          />
        ))}
      </ul>
      {rows.length === 0 && !isPlaceholderData && (
        <Empty title={t(isFiltered ? 'list.noHits' : `list.empty.${view}`)}>
          {t(isFiltered ? 'list.noHitsWords' : `list.emptyWords.${view}`)}
        </Empty>
      )}
      {hasNextPage && (
        <div ref={end} className="page-foot">
          <Act isBlock isBusy={isFetchingNextPage} onAct={() => void fetchNextPage()}>
            {t(isFetchingNextPage ? 'app:states.loading' : 'list.more')}
          </Act>
        </div>
      )}
    </PullToRefresh>
  )
}
