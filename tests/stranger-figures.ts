/** Visits to committees and to the figures of mediation, aimed at what is not the visitor's: tests/strangers.test.ts. */
import { cast } from './cast.ts'
import type { Visit } from './stranger-notices.ts'

const { places, people } = cast
const committee = `/api/committees/${places.village}`

export const figureVisits: readonly Visit[] = [
  { method: 'get', path: '/api/committees', url: `/api/committees?place=${places.village}` },
  { method: 'get', path: '/api/committees/{place}', url: committee },
  {
    method: 'put',
    path: '/api/committees/{place}',
    url: committee,
    body: { electedOn: '2026-01-01', members: [{ id: people.mediationHead.id, isWoman: true }] },
  },
]
