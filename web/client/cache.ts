/** What was asked before. Answers are shown at once and renewed behind; a refusal is never asked again by itself. */
import { QueryClient } from '@tanstack/react-query'
import { Refused } from './api.ts'

export const cache = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      refetchOnReconnect: true,
      staleTime: 15_000,
      gcTime: 24 * 3_600_000,
      retry: (failures, error) => !(error instanceof Refused) && failures < 2,
    },
  },
})
