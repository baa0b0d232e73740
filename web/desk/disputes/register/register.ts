/** The register of mediation files: what the address asks, what the server is asked, and one page after another. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Dispute } from '#modules/disputes/dispute.ts'
import { type Column, columns } from '#modules/disputes/figures/wire.ts'
import type { DisputeRow, Register } from '#modules/disputes/reply.ts'
import { asked, get } from '#web/client/api.ts'
import { type RegisterSearch, useAsked, useGo } from '../../address.tsx'
import type { Columns } from '../../list/columns.tsx'

/** What waits to be decided as a claim has a page of its own. */
export const views = ['mine', 'due', 'danger', 'all'] as const

export const viewOf = ({ view }: RegisterSearch): string => view ?? 'all'

export const question = (search: RegisterSearch) => ({ ...search, view: viewOf(search) })

export const useRegister = (search: RegisterSearch) =>
  useInfiniteQuery({
    queryKey: ['disputes', 'register', question(search)],
    queryFn: ({ pageParam, signal }) => get<Register>(`/disputes${asked({ ...question(search), after: pageParam })}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: 120_000,
  })

export function useRegisterSearch(): [RegisterSearch, (part: RegisterSearch) => void] {
  const search = useAsked('/disputes')
  const go = useGo()
  const change = useCallback((part: RegisterSearch) => go({ to: '/disputes', search: { ...search, ...part }, replace: true }), [go, search])
  return [search, change]
}

export const registerColumns: Columns<Column> = {
  all: columns,
  usual: ['number', 'title', 'committee', 'status', 'mediators', 'next', 'registeredAt'],
  fixed: 'title',
}

/** What a row is known by in the list. */
export const idOf = ({ dispute }: DisputeRow): Dispute['id'] => dispute.id
