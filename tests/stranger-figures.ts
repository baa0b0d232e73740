/** Visits to committees and to the figures of mediation, aimed at what is not the visitor's: tests/strangers.test.ts. */
import { firstTable } from '#modules/disputes/rules/allowance.ts'
import { cast } from './cast.ts'
import { uuid } from './matter.ts'
import type { Visit } from './stranger-notices.ts'

const { places, people } = cast
const disputes = '/api/disputes'
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
  { method: 'get', path: `${disputes}/figures`, url: `${disputes}/figures?year=2026&place=${places.village}` },
  { method: 'get', path: `${disputes}/figures/sheet`, url: `${disputes}/figures/sheet?year=2026&place=${places.village}` },
  { method: 'get', path: `${disputes}/sheet`, url: `${disputes}/sheet?columns=number,title,summary` },
  { method: 'get', path: `${disputes}/claims`, url: `${disputes}/claims` },
  {
    method: 'post',
    path: `${disputes}/{id}/claim`,
    url: `${disputes}/${uuid(80)}/claim`,
    body: { commandId: uuid(89), command: { do: 'decideClaim', isGranted: true, reason: '' } },
  },
  { method: 'get', path: `${disputes}/settings`, url: `${disputes}/settings` },
  {
    method: 'put',
    path: `${disputes}/settings`,
    url: `${disputes}/settings`,
    body: { types: { '0101': 'other' }, allowances: { ...firstTable, sampleOneIn: 0 } },
  },
]
