/** The inbox, page by page, and marking what was read. */
import { type InfiniteData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Inbox, NoticeView, Read } from '#modules/notices/wire.ts'
import { asked, get, post } from './api.ts'
import { cache } from './cache.ts'
import { unreadIs } from './live.ts'

const perPage = 30

const fetchInbox = (limit: number, after: string, signal: AbortSignal) => get<Inbox>(`/notices${asked({ after, limit })}`, signal)

/** Its words come in the language asked for, so each language has its own. */
export function useInbox() {
  const { i18n } = useTranslation()
  const query = useInfiniteQuery({
    queryKey: ['notices', 'inbox', 'pages', i18n.language],
    queryFn: ({ pageParam, signal }) => fetchInbox(perPage, pageParam, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
  return { ...query, rows: query.data?.pages.flatMap((page) => page.rows) ?? [] }
}

/** The newest few. */
export function useNewest(count: number) {
  const { i18n } = useTranslation()
  return useQuery({
    queryKey: ['notices', 'inbox', 'newest', i18n.language, count],
    queryFn: ({ signal }) => fetchInbox(count, '', signal),
  })
}

function isAmong(read: Read, { id, matterId, disputeId }: NoticeView): boolean {
  if ('all' in read) return true
  if ('ids' in read) return (read.ids as readonly string[]).includes(id)
  return 'matter' in read ? matterId === read.matter : disputeId === read.dispute
}

/** Tells the server what was read, and shows it as read on every list at once. */
export async function markRead(read: Read) {
  const { unread } = await post<{ unread: number }>('/notices/read', read)
  const at = new Date().toISOString()
  const readNow = (page: Inbox): Inbox => ({
    ...page,
    rows: page.rows.map((row) => (row.readAt === null && isAmong(read, row) ? { ...row, readAt: at } : row)),
  })
  cache.setQueriesData<InfiniteData<Inbox>>(
    { queryKey: ['notices', 'inbox', 'pages'] },
    (data) => data && { ...data, pages: data.pages.map(readNow) },
  )
  cache.setQueriesData<Inbox>({ queryKey: ['notices', 'inbox', 'newest'] }, (page) => page && readNow(page))
  unreadIs(unread)
}

/** Whoever opens a matter or a mediation file has read what was told about it. Without signal it stays unread, which is no harm. */
export function useReadAbout(id: string, of: 'matter' | 'dispute' = 'matter') {
  useEffect(() => {
    void markRead({ [of]: id } as Read).catch(() => undefined)
  }, [id, of])
}
