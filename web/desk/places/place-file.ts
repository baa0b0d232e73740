/** Places as the server tells them. */
import { useQuery } from '@tanstack/react-query'
import type { PlaceCode } from '#modules/kernel/ids.ts'
import { covers } from '#modules/places/place.ts'
import type { PlaceFile, PlaceHit } from '#modules/places/wire.ts'
import { asked, get } from '#web/client/api.ts'
import { cache } from '#web/client/cache.ts'
import { useMe } from '#web/client/session.ts'

const question = (code: string) => ({
  queryKey: ['places', 'file', code],
  queryFn: ({ signal }: { signal: AbortSignal }) => get<PlaceFile>(`/places/${code}`, signal),
  staleTime: 60_000,
})

export const usePlaceFile = (code: string) => useQuery({ ...question(code), enabled: code !== '' })

export const fetchPlaceFile = (code: string): Promise<PlaceFile> => cache.fetchQuery(question(code))

/** The widest places of one's posts: where the trees begin. */
export function useRoots(): readonly string[] {
  const codes = [...new Set(useMe().posts.map(({ place }) => place))]
  return codes.filter((code) => !codes.some((other) => other !== code && covers(other as PlaceCode, code as PlaceCode)))
}

/** Found by a part of the name or code, only in one's own places. */
export function usePlaceSearch(search: string) {
  const roots = useRoots()
  const text = search.trim()
  return useQuery({
    queryKey: ['places', 'search', text],
    queryFn: ({ signal }) => get<PlaceHit[]>(`/places${asked({ search: text })}`, signal),
    enabled: text !== '',
    select: (hits) => hits.filter(({ code }) => roots.some((root) => covers(root as PlaceCode, code))),
  })
}

/** "卫庄镇 东村 三巷": from the town down. */
export const pathWords = (path: readonly { readonly name: string }[]): string =>
  (path.length > 1 ? path.slice(1) : path).map(({ name }) => name).join(' ')

/** Its code where one may not know the name. */
export function usePlaceName(code: string | undefined): string {
  const { data, isError } = usePlaceFile(code ?? '')
  return data ? pathWords(data.path) : isError ? (code ?? '') : ''
}
