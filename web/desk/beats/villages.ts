/** Villages and their duties as the server tells them. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { RecordPage, Unreported, VillageFile, VillageRow } from '#modules/beats/reply.ts'
import type { Standings } from '#modules/duties/reply.ts'
import { asked, get } from '#web/client/api.ts'
import { cache } from '#web/client/cache.ts'
import type { RecordsSearch } from '../address.tsx'

export const useVillages = (isWanted = true) =>
  useQuery({
    queryKey: ['beats', 'villages'],
    queryFn: ({ signal }) => get<VillageRow[]>('/beats/villages', signal),
    enabled: isWanted,
    staleTime: 60_000,
  })

/** How much is still to be reported where one reports. */
export const useUnreported = (isWanted: boolean) =>
  useQuery({
    queryKey: ['beats', 'unreported'],
    queryFn: ({ signal }) => get<Unreported>('/beats/reports/missing', signal),
    enabled: isWanted,
    staleTime: 60_000,
  })

/** Opening a village's file is recorded: it is not asked for again by itself. */
export const useVillage = (village: string) =>
  useQuery({
    queryKey: ['beats', 'village', village],
    queryFn: ({ signal }) => get<VillageFile>(`/beats/villages/${village}`, signal),
    refetchOnWindowFocus: false,
  })

export const useRecords = (village: string, { kind, on }: RecordsSearch) =>
  useInfiniteQuery({
    queryKey: ['beats', 'records', village, kind ?? '', on ?? ''],
    queryFn: ({ pageParam, signal }) =>
      get<RecordPage>(`/beats/records${asked({ village, kind, since: on, until: on, after: pageParam, limit: 20 })}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })

/** In brief for a list of many villages, whole for one. `from` and `to` are days. */
export const useDuties = ({ place, from, to, brief = false }: { place?: string | undefined; from: string; to: string; brief?: boolean }) =>
  useQuery({
    queryKey: ['duties', place ?? '', from, to, brief],
    queryFn: ({ signal }) => get<Standings>(`/duties${asked({ place, from, to, brief: brief || undefined })}`, signal),
    staleTime: 60_000,
  })

export function villageChanged() {
  void cache.invalidateQueries({ queryKey: ['beats'] })
  void cache.invalidateQueries({ queryKey: ['duties'] })
}
