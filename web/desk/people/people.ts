/** People as the server tells them, and the changes an administrator makes. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { PersonView } from '#modules/people/wire.ts'
import { asked, get } from '#web/client/api.ts'
import { cache } from '#web/client/cache.ts'

export type PeopleSearch = { readonly place?: string; readonly role?: string; readonly search?: string }
export type PeoplePage = { readonly rows: readonly PersonView[]; readonly next: string | null }

export const usePeople = (search: PeopleSearch) =>
  useInfiniteQuery({
    queryKey: ['people', 'list', search],
    queryFn: ({ pageParam, signal }) => get<PeoplePage>(`/people${asked({ ...search, after: pageParam, limit: 50 })}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })

export const usePerson = (id: string) =>
  useQuery({ queryKey: ['people', 'one', id], queryFn: ({ signal }) => get<PersonView>(`/people/${id}`, signal) })

/** A few people by a part of the name or a whole number: to choose one. */
export const usePeopleSearch = (search: string) =>
  useQuery({
    queryKey: ['people', 'search', search.trim()],
    queryFn: ({ signal }) => get<PeoplePage>(`/people${asked({ search: search.trim(), limit: 20 })}`, signal),
    enabled: search.trim() !== '',
  })

/** A person or a post changed: everything that shows people or seats is asked again. */
export function peopleChanged(person?: PersonView) {
  if (person) cache.setQueryData(['people', 'one', person.id], person)
  void cache.invalidateQueries({ queryKey: ['people'] })
  void cache.invalidateQueries({ queryKey: ['places'] })
  void cache.invalidateQueries({ queryKey: ['matters', 'counts'] })
}

/** Today in the county, "2018-10-24". */
export const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

export const isStanding = ({ until }: { readonly until: string | null }): boolean => until === null || until > today()
