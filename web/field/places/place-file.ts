import { useQueries, useQuery } from '@tanstack/react-query'
import type { PlaceFile, PlaceHit } from '#modules/places/wire.ts'
import { asked, get } from '#web/client/api.ts'

const fileOf = (code: string) => ({
  queryKey: ['places', code],
  queryFn: ({ signal }: { signal: AbortSignal }) => get<PlaceFile>(`/places/${code}`, signal),
  staleTime: 300_000,
})

export const usePlace = (code: string | undefined) => useQuery({ ...fileOf(code ?? ''), enabled: code !== undefined })

export const usePlaces = (codes: readonly string[]) => useQueries({ queries: codes.map(fileOf) })

export const usePlaceSearch = (search: string) =>
  useQuery({
    queryKey: ['places', { search }],
    queryFn: ({ signal }) => get<PlaceHit[]>(`/places${asked({ search })}`, signal),
    enabled: search.trim().length > 0,
  })
