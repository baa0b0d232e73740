/** The committees for which I may register a dispute, with who sits there. */
import { useQuery } from '@tanstack/react-query'
import type { Committee } from '#modules/disputes/reply.ts'
import { get } from '#web/client/api.ts'

export const useCommittees = () =>
  useQuery({
    queryKey: ['disputes', 'committees'],
    queryFn: ({ signal }) => get<Committee[]>('/disputes/committees', signal),
    staleTime: 60_000,
  })

/** The one to begin with: the nearest to the place, else the one I sit on, else the only one. */
export function usual(committees: readonly Committee[], place: string, me: string): Committee | undefined {
  const nearest = committees
    .filter((each) => place !== '' && place.startsWith(each.place))
    .sort((one, other) => other.place.length - one.place.length)
  const mine = committees.filter(({ people }) => people.some(({ id }) => id === me))
  return nearest[0] ?? (mine.length === 1 ? mine[0] : committees.length === 1 ? committees[0] : undefined)
}
