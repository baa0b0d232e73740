/** The types of GB/T 31000-2015, each with the national type that stands beside it in this county. */
import { useQuery } from '@tanstack/react-query'
import type { TypeChoice } from '#modules/disputes/reply.ts'
import { get } from '#web/client/api.ts'

export const useTypes = () =>
  useQuery({
    queryKey: ['disputes', 'types'],
    queryFn: ({ signal }) => get<TypeChoice[]>('/disputes/types', signal),
    staleTime: 600_000,
  })
