/** The register and what registering needs, as the server answers; kept on the phone of whoever may open it. */
import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { Committee, Counts, DisputeRow, Register, TypeChoice } from '#modules/disputes/reply.ts'
import { asked, get } from '#web/client/api.ts'
import { cache } from '#web/client/cache.ts'
import type { DisputeView } from '../routes.tsx'

const hours = 3_600_000

export function useRegister(view: DisputeView, search: string | undefined) {
  return useInfiniteQuery({
    queryKey: ['disputes', 'list', { view, search }],
    queryFn: ({ pageParam, signal }) => get<Register>(`/disputes${asked({ view, search, after: pageParam })}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: 120_000,
  })
}

/** Without signal a question that was not asked before is answered from the lists that were. */
export function keptRows(view: DisputeView, search = ''): readonly DisputeRow[] {
  const lists = cache.getQueriesData<InfiniteData<Register>>({ queryKey: ['disputes', 'list', { view }] })
  const rows = new Map(lists.flatMap(([, data]) => data?.pages.flatMap((page) => page.rows) ?? []).map((row) => [row.dispute.id, row]))
  return [...rows.values()].filter(({ title, number, typeName, placeName }) =>
    [title, number, typeName, placeName].some((text) => text.includes(search)),
  )
}

export const useDisputeCounts = () =>
  useQuery({ queryKey: ['disputes', 'counts'], queryFn: ({ signal }) => get<Counts>('/disputes/counts', signal), refetchInterval: 120_000 })

/** Types and committees change a few times a year; asked for with the list, so that a file can be registered without signal. */
export const useTypes = () =>
  useQuery({
    queryKey: ['disputes', 'types'],
    queryFn: ({ signal }) => get<TypeChoice[]>('/disputes/types', signal),
    staleTime: 6 * hours,
  })

export const useCommittees = () =>
  useQuery({
    queryKey: ['disputes', 'committees'],
    queryFn: ({ signal }) => get<Committee[]>('/disputes/committees', signal),
    staleTime: hours,
  })
