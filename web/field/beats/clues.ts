/** The signed-in person's clues: what they handed on and what came to them, page by page, each list by itself. */
import { useInfiniteQuery } from '@tanstack/react-query'
import type { CluePage } from '#modules/beats/reply.ts'
import { asked, get } from '#web/client/api.ts'

export const useClues = (of: 'mine' | 'given') =>
  useInfiniteQuery({
    queryKey: ['clues', 'list', of],
    queryFn: ({ pageParam, signal }) => get<CluePage>(`/beats/clues${asked({ of, after: pageParam, limit: 10 })}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    // Each opening is recorded.
    refetchOnWindowFocus: false,
  })
