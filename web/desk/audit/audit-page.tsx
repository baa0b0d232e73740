/** 审计: who looked, granted, exported and signed in, newest first. It can be read and not changed. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AuditView } from '#modules/people/wire.ts'
import { asked, get } from '#web/client/api.ts'
import { useMay } from '#web/client/session.ts'
import { DateTime } from '#web/ui/deadline.tsx'
import { Empty, Loading } from '#web/ui/states.tsx'
import { Link, useAsked } from '../address.tsx'
import { Heads } from '../heads.tsx'
import { useNames } from '../matters/catalogue.ts'
import { NotYours } from '../not-yours.tsx'
import { Page } from '../page.tsx'
import { Trouble } from '../trouble.tsx'
import { AuditFilters } from './audit-filters.tsx'
import { type Changeable, Changes } from './changes.tsx'
import { useFactWords } from './fact-words.ts'
import { useNoticeChange } from './notice-change.ts'

type Lines = { readonly rows: readonly AuditView[]; readonly next: string | null }

export function AuditPage() {
  const { t } = useTranslation('desk')
  const may = useMay('audit.read')
  const search = useAsked('/audit')
  const isFiltered = Object.values(search).some(Boolean)
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['audit', search],
    queryFn: ({ pageParam, signal }) => get<Lines>(`/audit${asked({ ...search, after: pageParam, limit: 50 })}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled: may,
  })
  if (!may) return <NotYours title={t('audit.title')} />
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <Page title={t('audit.title')} isWide aside={<Button onClick={() => void refetch()}>{t('audit.again')}</Button>}>
      <p className="soft">{t('audit.words')}</p>
      <AuditFilters search={search} />
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={8} />}
      {data && rows.length === 0 && <Empty title={t(isFiltered ? 'audit.nothing' : 'audit.empty')} />}
      {rows.length > 0 && (
        <>
          <table className="table">
            <thead>
              <tr>
                <Heads names={['at', 'by', 'action', 'subject', 'facts']} say={(name) => t(`audit.columns.${name}`)} />
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </tbody>
          </table>
          <p className="list-foot">
            <span className="soft">{t(hasNextPage ? 'queue.shown' : 'queue.shownAll', { count: rows.length })}</span>
            {hasNextPage && (
              <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {t('queue.more')}
              </Button>
            )}
          </p>
        </>
      )}
    </Page>
  )
}

function Row({ row }: { row: AuditView }) {
  const { t } = useTranslation('desk')
  const names = useNames()
  const action = row.action.replace('.', '_')
  return (
    <tr>
      <td data-name={t('audit.columns.at')} className="unbroken">
        <DateTime at={row.at} />
      </td>
      <td data-name={t('audit.columns.by')} className="unbroken">
        {row.byName ?? t('audit.system')}
      </td>
      <td data-name={t('audit.columns.action')}>{t([`audit.actions.${action}`, 'audit.actions.other'], { action: row.action })}</td>
      <td data-name={t('audit.columns.subject')}>
        {row.subject === 'person' ? (
          <Link to="/people/$id" params={{ id: row.subjectId }}>
            {row.personName ?? t('audit.subjects.person')}
          </Link>
        ) : (
          <>
            {t([`audit.subjects.${row.subject}`, 'audit.subjects.other'], { subject: row.subject })}{' '}
            {row.subject === 'category' && (names.category(row.subjectId) ?? row.subjectId)}
            {row.placeName}
            {row.number && <span className="soft unbroken">{row.number}</span>}
          </>
        )}
      </td>
      <td data-name={t('audit.columns.facts')} className="broken">
        {row.subject === 'notices' ? <NoticeFacts facts={row.facts} /> : <Facts facts={row.facts} />}
      </td>
    </tr>
  )
}

type Seat = { readonly role?: string; readonly place?: string }
type Known = {
  readonly reason?: string
  readonly rows?: number
  readonly post?: Seat
  readonly seat?: Seat
  readonly successor?: string | null
  readonly query?: Readonly<Record<string, unknown>>
  readonly before?: Changeable
  readonly after?: Changeable
}

/** What of the notices was changed, and how. */
function NoticeFacts({ facts }: { facts: AuditView['facts'] }) {
  const { subject, change } = useNoticeChange()
  const { what, ...changes } = facts as { readonly what?: unknown } & Readonly<Record<string, unknown>>
  return (
    <>
      <p>{subject(String(what ?? ''))}</p>
      {Object.entries(changes).map(([name, value]) => (
        <p key={name} className="soft">
          {change(name, String(value))}
        </p>
      ))}
    </>
  )
}

/** "view=late, place=140826100": the question as it stood in the address. */
const queryWords = (query: Readonly<Record<string, unknown>>): string =>
  Object.entries(query)
    .filter(([name]) => name !== 'limit')
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(', ')

/** Reasons, rows, posts and changes have a line of their own; the rest is said in words. */
function Facts({ facts }: { facts: AuditView['facts'] }) {
  const { t } = useTranslation(['desk', 'people'])
  const said = useFactWords()
  const { reason, rows, post, seat, successor, query, before, after, ...rest } = facts as Known
  const at = post ?? seat
  return (
    <>
      {reason && <p>{t('audit.reason', { reason })}</p>}
      {rows !== undefined && <p>{t('audit.rows', { count: rows })}</p>}
      {at?.role && (
        <p>
          {t(`people:roles.${at.role}`)} <span className="soft">{at.place}</span>
        </p>
      )}
      {successor && (
        <p>
          <Link to="/people/$id" params={{ id: successor }}>
            {t('audit.successor')}
          </Link>
        </p>
      )}
      {query && <p className="soft">{t('audit.query', { query: queryWords(query) })}</p>}
      {before && after && <Changes before={before} after={after} />}
      {said(rest).map((words) => (
        <p key={words} className="soft">
          {words}
        </p>
      ))}
    </>
  )
}
