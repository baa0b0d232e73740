/** The officer's villages and what the server answers about them; kept on the phone, so that a village without signal is no obstacle. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { RecordKind } from '#modules/beats/beat.ts'
import type { Dossier } from '#modules/beats/dossier/dossier.ts'
import type { FacilityRow } from '#modules/beats/dossier/facility.ts'
import type { RecordPage, RecordRow, VillageFile } from '#modules/beats/reply.ts'
import type { Standings } from '#modules/duties/reply.ts'
import { dayOf, daysAfter } from '#modules/kernel/calendar.ts'
import type { Day, PersonId } from '#modules/kernel/ids.ts'
import { can } from '#modules/people/role.ts'
import { asked, get } from '#web/client/api.ts'
import { cache } from '#web/client/cache.ts'
import { useOutbox } from '#web/client/outbox.ts'
import { useActor, useMe } from '#web/client/session.ts'
import { dayInWords } from '#web/ui/instants.ts'
import { languageNow } from '#web/ui/words.ts'
import { type Foreseen, foreseen, type Names, unsent } from './foreseen.ts'

export const today = (): Day => dayOf(new Date().toISOString())
export const inDays = (on: Day): string => dayInWords(on, new Date().toISOString(), languageNow())

/** `standsIn`: only while somebody is on leave. One's own villages come first. */
export type Village = { readonly code: string; readonly name: string; readonly standsIn: boolean }

/** The villages that the signed-in person works in, by their posts; or keeps the dossier of. */
export function useVillages(verb: 'beat.work' | 'village.keep' = 'beat.work'): readonly Village[] {
  const { posts } = useMe()
  const mine = posts
    .filter(({ role }) => can(role, verb))
    .sort((one, other) => Number(one.insteadOf !== null) - Number(other.insteadOf !== null))
  return [...Map.groupBy(mine, ({ place }) => place).values()].map(([post]) => ({
    ...{ code: post!.place, name: post!.placeName, standsIn: post!.insteadOf !== null },
  }))
}

/** The one that was looked at last: whoever comes back to their work comes back to the same village, also after the app was closed. */
const lookedKey = 'maplebridge-village'

/** The one in the address if it is one's own, else the one looked at last, else the first. */
export function useVillage(code: string | undefined, verb?: 'village.keep'): Village | undefined {
  const villages = useVillages(verb)
  const village = villages.find((each) => each.code === (code ?? localStorage.getItem(lookedKey))) ?? villages[0]
  const chosen = village?.code
  useEffect(() => {
    if (chosen) localStorage.setItem(lookedKey, chosen)
  }, [chosen])
  return village
}

const fileOf = (village: string | undefined) => ({
  queryKey: ['beats', 'village', village],
  queryFn: ({ signal }: { signal: AbortSignal }) => get<VillageFile>(`/beats/villages/${village}`, signal),
  staleTime: 60_000,
})

export const useVillageFile = (village: string | undefined) => useQuery({ ...fileOf(village), enabled: village !== undefined })

/** Brings all of one's villages onto the phone as soon as one is looked at, so that the day in the next one needs no signal. */
export function useAllVillages() {
  const { id } = useActor()
  const codes = useVillages()
    .map(({ code }) => code)
    .join()
  useEffect(() => {
    for (const village of codes.split(',').filter(Boolean)) {
      void cache.prefetchQuery(fileOf(village))
      void cache.prefetchQuery(recentOf(village, id))
    }
  }, [codes, id])
}

export const useFacilities = (village: string) =>
  useQuery({
    queryKey: ['beats', 'facilities', village],
    queryFn: ({ signal }) => get<FacilityRow[]>(`/beats/villages/${village}/facilities`, signal),
    staleTime: 60_000,
  })

/** Opening it is recorded: it is not asked for again by itself. */
export const useDossier = (village: string) =>
  useQuery({
    queryKey: ['beats', 'dossier', village],
    queryFn: ({ signal }) => get<Dossier>(`/beats/villages/${village}/dossier`, signal),
    refetchOnWindowFocus: false,
  })

export const useDuties = () =>
  useQuery({ queryKey: ['duties', 'mine'], queryFn: ({ signal }) => get<Standings[]>('/duties/mine', signal), staleTime: 60_000 })

type Asked = { readonly village: string; readonly kind?: RecordKind | undefined; readonly on?: Day | undefined }

/** My own records in a village, newest first. */
export function useRecords({ village, kind, on }: Asked) {
  const { id } = useActor()
  return useInfiniteQuery({
    queryKey: ['beats', 'records', { village, kind, on }],
    queryFn: ({ pageParam, signal }) =>
      get<RecordPage>(`/beats/records${asked({ village, kind, by: id, since: on, until: on, after: pageParam, limit: 50 })}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
}

/** Records of the last thirty days, which are those that can still be put right or passed on. */
const recentOf = (village: string, by: PersonId) => ({
  queryKey: ['beats', 'records', { village, recent: true }],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    get<RecordPage>(`/beats/records${asked({ village, by, since: daysAfter(today(), -30), limit: 100 })}`, signal),
  staleTime: 60_000,
})

export const useRecent = (village: string) => useQuery(recentOf(village, useActor().id))

/** Names of villages by the posts, of lanes by the village's file. */
export function useNames(file: VillageFile | undefined): Names {
  const villages = useVillages()
  return useMemo(
    () => ({
      village: (code) => villages.find((village) => village.code === code)?.name ?? '',
      lane: (code) => file?.lanes.find(({ lane }) => lane === code)?.name ?? null,
    }),
    [villages, file],
  )
}

/** The rows with what waits on this phone done to them. */
export function useForeseen(rows: readonly RecordRow[], names: Names): readonly Foreseen[] {
  const actor = useActor()
  return foreseen(rows, useOutbox(), actor, names)
}

/** What was made on this phone in a village and has not arrived. */
export function useUnsent(village: string, names: Names): readonly Foreseen[] {
  const actor = useActor()
  return unsent(useOutbox(), actor, names).filter(({ record }) => record.village === village)
}
