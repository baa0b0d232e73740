/** A mediation file, and sending a command about it. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Action, Asker } from '#modules/disputes/dispute.ts'
import type { DisputeFile } from '#modules/disputes/reply.ts'
import type { Step } from '#modules/disputes/rules/next-step.ts'
import { type Around, whyNot } from '#modules/disputes/rules/procedure.ts'
import type { Command } from '#modules/disputes/wire.ts'
import type { CommandId } from '#modules/kernel/ids.ts'
import { get, post } from '#web/client/api.ts'
import { useActor } from '#web/client/session.ts'
import { useNow } from '#web/ui/deadline.tsx'

const keyOf = (id: string) => ['disputes', 'file', id]

/** Every opening is recorded: it is asked for when somebody opens it, and not again by itself. */
export const useDispute = (id: string) =>
  useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => get<DisputeFile>(`/disputes/${id}`, signal),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

/** `commandId` is minted where the form begins: sent twice, it happens once. */
export function useSend() {
  const queries = useQueryClient()
  return useCallback(
    async ({ dispute: { id } }: DisputeFile, commandId: CommandId, command: Command): Promise<DisputeFile> => {
      const fresh = await post<DisputeFile>(`/disputes/${id}/commands`, { commandId, command })
      queries.setQueryData(keyOf(id), fresh)
      void queries.invalidateQueries({
        queryKey: ['disputes'],
        predicate: ({ queryKey }) => queryKey[1] !== 'file' && queryKey[1] !== 'types',
      })
      return fresh
    },
    [queries],
  )
}

/** How it stands now, asked again. */
export function useReload() {
  const queries = useQueryClient()
  return useCallback(
    (id: string) => queries.fetchQuery({ queryKey: keyOf(id), queryFn: () => get<DisputeFile>(`/disputes/${id}`), staleTime: 0 }),
    [queries],
  )
}

export function useAsker(): Asker {
  return { as: 'staff', actor: useActor() }
}

export const aroundOf = ({ around }: DisputeFile, at: string): Around => ({ ...around, at })

/** What may be done is asked in many places: by the buttons, the parties, the terms and the dossier. */
export function useWhyNot(file: DisputeFile) {
  const asker = useAsker()
  const at = useNow()
  return (action: Action) => whyNot(file.dispute, action, asker, { at, local: file.around.local })
}

/** A form that is opened, and what was pressed to open it. */
export type Opening = Step
export type OnOpen = (opening: Opening) => void
