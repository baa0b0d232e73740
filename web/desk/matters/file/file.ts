/** A matter's file, and sending a command about it. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { CommandId } from '#modules/kernel/ids.ts'
import type { Asker } from '#modules/matters/matter.ts'
import type { MatterFile } from '#modules/matters/reply.ts'
import type { Surroundings } from '#modules/matters/rules/procedure.ts'
import type { Command } from '#modules/matters/wire.ts'
import type { Actor, Seat } from '#modules/people/actor.ts'
import { get, post } from '#web/client/api.ts'

const keyOf = (id: string) => ['matters', 'file', id]

export const useFile = (id: string, isWanted = true) =>
  useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => get<MatterFile>(`/matters/${id}`, signal),
    enabled: isWanted,
    refetchInterval: 120_000,
  })

/** `commandId` is minted where the form begins: sent twice, it happens once. */
export function useSend() {
  const queries = useQueryClient()
  return useCallback(
    async (file: MatterFile, commandId: CommandId, command: Command): Promise<MatterFile> => {
      const { id, version } = file.row.matter
      const fresh = await post<MatterFile>(`/matters/${id}/commands`, { commandId, command, version })
      queries.setQueryData(keyOf(id), fresh)
      void queries.invalidateQueries({ queryKey: ['matters'], predicate: ({ queryKey }) => queryKey[1] !== 'file' })
      return fresh
    },
    [queries],
  )
}

/** How it stands now, asked again. */
export function useReload() {
  const queries = useQueryClient()
  return useCallback(
    (id: string) => queries.fetchQuery({ queryKey: keyOf(id), queryFn: () => get<MatterFile>(`/matters/${id}`), staleTime: 0 }),
    [queries],
  )
}

export const asStaff = (actor: Actor): Asker => ({ as: 'staff', actor })

export const seatsOf = ({ around }: MatterFile): readonly Seat[] => around.filled as unknown as readonly Seat[]

export const surroundingsOf = (file: MatterFile, at: string): Surroundings => ({ ...file.around, at, filled: seatsOf(file) })

/** A seat by the name the file has for it; empty if nobody sits there. */
export const nameOfSeat = ({ around, path }: MatterFile, { role, place, department }: Seat): string =>
  around.filled.find((each) => each.role === role && each.place === place && each.department === department)?.placeName ??
  path.find(({ code }) => code === place)?.name ??
  ''
