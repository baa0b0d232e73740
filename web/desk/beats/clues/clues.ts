/** Clues as the server tells them: those that wait the oldest first, those that were answered the newest first. */
import { useInfiniteQuery } from '@tanstack/react-query'
import type { CluePage } from '#modules/beats/reply.ts'
import { asked, get } from '#web/client/api.ts'

export const whiches = ['waiting', 'answered'] as const
export type Which = (typeof whiches)[number]

export const useClues = (which: Which) =>
  useInfiniteQuery({
    queryKey: ['beats', 'clues', which],
    queryFn: ({ pageParam, signal }) => get<CluePage>(`/beats/clues${asked({ which, after: pageParam, limit: 20 })}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    // Each opening is recorded.
    refetchOnWindowFocus: false,
  })
