/** The work lists, page by page, as the server sorts them: late first, then by deadline. */
import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { Catalogue } from '#modules/categories/category.ts'
import type { Counts, MatterRow, QueuePage } from '#modules/matters/reply.ts'
import { asked, get } from '#web/client/api.ts'
import { cache } from '#web/client/cache.ts'
import type { ListSearch, View } from '../routes.tsx'

const perPage = 30

export function useQueue({ view = 'todo', search, category, status }: ListSearch) {
  return useInfiniteQuery({
    queryKey: ['matters', 'list', { view, search, category, status }],
    queryFn: ({ pageParam, signal }) =>
      get<QueuePage>(`/matters${asked({ view, search, category, status, sort: sortOf(view), after: pageParam, limit: perPage })}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: 120_000,
  })
}

/**
 * Without signal a question that was not asked before is answered from the list that was: less than the server knows,
 * and said to be so on the screen.
 */
export function keptRows({ view = 'todo', search = '', category, status }: ListSearch): readonly MatterRow[] {
  const lists = cache.getQueriesData<InfiniteData<QueuePage>>({ queryKey: ['matters', 'list', { view }] })
  const rows = new Map(lists.flatMap(([, data]) => data?.pages.flatMap((page) => page.rows) ?? []).map((row) => [row.matter.id, row]))
  const isHit = ({ matter, number, placeName, categoryName }: MatterRow) =>
    (!search || [matter.words, number, placeName, categoryName].some((text) => text.includes(search))) &&
    (!category || matter.category.startsWith(category)) &&
    (!status || matter.status === status)
  return [...rows.values()].filter(isHit)
}

const sortOf = (view: View) => (view === 'done' ? 'newest' : 'due')

export const useCounts = () =>
  useQuery({ queryKey: ['matters', 'counts'], queryFn: ({ signal }) => get<Counts>('/matters/counts', signal), refetchInterval: 120_000 })

/** Kinds and departments change a few times a year. */
export const useCatalogue = () =>
  useQuery({ queryKey: ['catalogue'], queryFn: ({ signal }) => get<Catalogue>('/catalogue', signal), staleTime: 6 * 3_600_000 })
