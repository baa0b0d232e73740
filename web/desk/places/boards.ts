/** Boards that no longer tell the truth, as the server tells them. */
import { useQuery } from '@tanstack/react-query'
import type { BoardList } from '#modules/places/boards/wire.ts'
import { asked, get } from '#web/client/api.ts'
import { useMay } from '#web/client/session.ts'

/** Who has boards printed: the township, the county centre and the administrator. */
export function useMayPrint(): boolean {
  const isAdministrator = useMay('place.edit')
  return useMay('matter.dispatch') || isAdministrator
}

/** Boards to be replaced in one's own places, or in one of them. */
export const useBoards = (place: string, enabled: boolean) =>
  useQuery({
    queryKey: ['boards', place],
    queryFn: ({ signal }) => get<BoardList>(`/boards${asked({ place })}`, signal),
    enabled,
    // The sheets are printed in a window of their own: back here, the list is asked again.
    refetchOnWindowFocus: 'always',
  })
