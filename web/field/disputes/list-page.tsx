/** 调解: a mediator's files, the newest first, and what is due or may escalate by itself; every row says whose, about what, how it stands. */
import './words.ts'
import '../styles/disputes.css'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Counts } from '#modules/disputes/reply.ts'
import { useOutbox } from '#web/client/outbox.ts'
import { useActor, useMay } from '#web/client/session.ts'
import { Act } from '#web/ui/act.tsx'
import { Empty, ErrorBox, Forbidden, Loading, refusalOf } from '#web/ui/states.tsx'
import { useSeen } from '../matters/seen.ts'
import { Bell } from '../notices/bell.tsx'
import { Page } from '../page.tsx'
import { PullToRefresh } from '../pull-to-refresh.tsx'
import { type DisputeView, disputeViews } from '../routes.tsx'
import { keptRows, useCommittees, useDisputeCounts, useRegister, useTypes } from './register.ts'
import { Row, UnsentRow } from './row.tsx'
import { fileOfEntry } from './unsent-file.ts'

const address = getRouteApi('/disputes')

export function ListPage() {
  const { t } = useTranslation('disputes')
  const mayMediate = useMay('dispute.mediate')
  const { view = 'mine', search = '' } = address.useSearch()
  const navigate = address.useNavigate()
  const { data: counts } = useDisputeCounts()
  return (
    <Page title={t('field.list.title')} aside={<Bell />}>
      {mayMediate ? (
        <>
          <nav className="tabs" aria-label={t('field.list.tabs')}>
            {disputeViews.map((each) => (
              <Link
                key={each}
                to="/disputes"
                search={{ view: each, search: search || undefined }}
                replace
                className="tab"
                aria-current={each === view ? 'page' : undefined}
              >
                {t(`field.list.views.${each}`)}
                <Count view={each} counts={counts} />
              </Link>
            ))}
          </nav>
          <div className="filters">
            <input
              className="input"
              type="search"
              value={search}
              placeholder={t('field.list.search')}
              aria-label={t('field.list.search')}
              onChange={({ target }) => void navigate({ search: (now) => ({ ...now, search: target.value || undefined }), replace: true })}
            />
            <Link to="/disputes/new" className="button">
              {t('field.list.register')}
            </Link>
          </div>
          <List view={view} search={search} />
        </>
      ) : (
        <Forbidden />
      )}
    </Page>
  )
}

function Count({ view, counts }: { view: DisputeView; counts: Counts | undefined }) {
  const count = view === 'mine' ? counts?.open : view === 'all' ? undefined : counts?.[view]
  return count ? <span className={`count${view === 'danger' ? ' count-late' : ''}`}>{count > 999 ? '999+' : count}</span> : null
}

function List({ view, search }: { view: DisputeView; search: string }) {
  const { t } = useTranslation(['disputes', 'field', 'app'])
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useRegister(view, search || undefined)
  const entries = useOutbox()
  const unsent = useUnsent(view)
  const end = useSeen(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  })
  const isOffline = error !== null && refusalOf(error).refused === 'offline'
  const rows = data?.pages.flatMap((page) => page.rows) ?? (isOffline ? keptRows(view, search) : [])
  if (!data && rows.length + unsent.length === 0)
    return error ? <ErrorBox error={error} onRetry={() => void refetch()} /> : <Loading lines={8} />
  const isPending = (id: string) => entries.some(({ subject, state }) => subject.id === id && state !== 'refused')
  return (
    <PullToRefresh onRefresh={refetch}>
      {error && <p className="strip strip-calm">{t('field:list.old')}</p>}
      <ul className={`cards${isPlaceholderData ? ' is-old' : ''}`} aria-busy={isPlaceholderData}>
        {unsent.map((file) => (
          <UnsentRow key={file.dispute.id} row={file} />
        ))}
        {rows.map((row) => (
          <Row key={row.dispute.id} row={row} isPending={isPending(row.dispute.id)} />
        ))}
      </ul>
      {rows.length + unsent.length === 0 && !isPlaceholderData && (
        <Empty title={t(search ? 'field.list.noHits' : `field.list.empty.${view}`)}>
          {t(search ? 'field.list.noHitsWords' : `field.list.emptyWords.${view}`)}
        </Empty>
      )}
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

/** Registered here and not arrived yet: they stand above the rest. */
function useUnsent(view: DisputeView) {
  const actor = useActor()
  const types = useTypes().data ?? []
  const committees = useCommittees().data ?? []
  const entries = useOutbox().filter(({ kind, subject, state }) => kind === 'first' && subject.of === 'disputes' && state !== 'refused')
  if (view !== 'mine' && view !== 'all') return []
  return entries.flatMap((entry) => fileOfEntry(entry, actor, { types, committees, placeName: '' }) ?? [])
}
