/** The queue: what the address asks, what the server is asked, and one page after another. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { QueuePage } from '#modules/matters/reply.ts'
import { asked, get } from '#web/client/api.ts'
import { type QueueSearch, useAsked, useGo } from '../../address.tsx'

export const views = ['todo', 'decide', 'ordered', 'soon', 'late', 'all', 'done', 'reported'] as const
/** What is still to be done, nearest or longest late first: these lists have an order of their own. */
export const dueViews: readonly string[] = ['todo', 'decide', 'ordered', 'soon', 'late']
export const sorts = ['newest', 'oldest', 'due'] as const

/** Where somebody without a choice begins: their own work. */
export const viewOf = ({ view }: QueueSearch): string => view ?? 'all'

export const question = (search: QueueSearch) => ({ ...search, view: viewOf(search) })

export const useQueue = (search: QueueSearch) =>
  useInfiniteQuery({
    queryKey: ['matters', 'queue', question(search)],
    queryFn: ({ pageParam, signal }) => get<QueuePage>(`/matters${asked({ ...question(search), after: pageParam })}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: 120_000,
  })

/** The list in the address, and how to ask it something else. */
export function useQueueSearch(): [QueueSearch, (part: QueueSearch) => void] {
  const search = useAsked('/matters')
  const go = useGo()
  const change = useCallback((part: QueueSearch) => go({ to: '/matters', search: { ...search, ...part }, replace: true }), [go, search])
  return [search, change]
}
