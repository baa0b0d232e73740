/** What the strangers' walk tries on duties. */
import { eightOnes } from '#modules/duties/eight.ts'
import { cast } from './cast.ts'
import type { Visit } from './stranger-notices.ts'

const { places } = cast
const duties = '/api/duties'
const { code: _, ...day } = eightOnes[0]!

export const dutyVisits: Visit[] = [
  { method: 'get', path: `${duties}/mine`, url: `${duties}/mine` },
  { method: 'get', path: duties, url: `${duties}?place=${places.village}` },
  { method: 'get', path: `${duties}/burden`, url: `${duties}/burden` },
  { method: 'get', path: `${duties}/settings`, url: `${duties}/settings` },
  { method: 'put', path: `${duties}/settings/{code}`, url: `${duties}/settings/day`, body: { ...day, isOn: false } },
  {
    method: 'put',
    path: `${duties}/goals`,
    url: `${duties}/goals`,
    body: { duty: 'households', place: places.village, need: 'visit', atLeast: 1, from: '2026-06-03' },
  },
  {
    method: 'delete',
    path: `${duties}/goals/{duty}/{place}/{need}/{from}`,
    url: `${duties}/goals/households/${places.village}/visit/2026-06-03`,
  },
]
