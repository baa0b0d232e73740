/** What the strangers' walk tries on beats. */
import { clue, filing, visit } from './beat.ts'
import { cast } from './cast.ts'
import { uuid } from './matter.ts'
import type { Visit } from './stranger-notices.ts'

const { places, people } = cast
const beats = '/api/beats'
const group = { id: uuid(90), village: places.village, kind: 'wechat', name: '河湾村平安群', size: 200 }

const facility = { village: places.village, kind: 'camera', spot: '村口', count: 2, works: true }

export const beatVisits: Visit[] = [
  { method: 'get', path: `${beats}/records`, url: `${beats}/records?village=${places.village}` },
  {
    method: 'post',
    path: `${beats}/records/{id}/commands`,
    url: `${beats}/records/${uuid(91)}/commands`,
    body: { commandId: uuid(92), command: filing(visit()) },
  },
  { method: 'get', path: `${beats}/villages`, url: `${beats}/villages` },
  { method: 'get', path: `${beats}/villages/{village}`, url: `${beats}/villages/${places.village}` },
  { method: 'get', path: `${beats}/villages/{village}/dossier`, url: `${beats}/villages/${places.village}/dossier` },
  { method: 'get', path: `${beats}/villages/{village}/dossier/pdf`, url: `${beats}/villages/${places.village}/dossier/pdf` },
  { method: 'get', path: `${beats}/villages/{village}/handover`, url: `${beats}/villages/${places.village}/handover` },
  { method: 'get', path: `${beats}/villages/{village}/handover/pdf`, url: `${beats}/villages/${places.village}/handover/pdf` },
  { method: 'get', path: `${beats}/villages/{village}/facilities`, url: `${beats}/villages/${places.village}/facilities` },
  { method: 'put', path: `${beats}/facilities/{id}`, url: `${beats}/facilities/${uuid(96)}`, body: facility },
  { method: 'delete', path: `${beats}/facilities/{id}`, url: `${beats}/facilities/${uuid(96)}` },
  {
    method: 'post',
    path: `${beats}/bulletins`,
    url: `${beats}/bulletins`,
    body: { id: uuid(93), village: places.village, title: '通报', body: '防骗' },
  },
  { method: 'post', path: `${beats}/bulletins/{id}/withdraw`, url: `${beats}/bulletins/${uuid(93)}/withdraw`, body: {} },
  {
    method: 'post',
    path: `${beats}/bulletins/{id}/follow`,
    url: `${beats}/bulletins/${uuid(93)}/follow`,
    body: { matterId: uuid(1) },
  },
  { method: 'put', path: `${beats}/groups/{id}`, url: `${beats}/groups/${uuid(90)}`, body: group },
  { method: 'delete', path: `${beats}/groups/{id}`, url: `${beats}/groups/${uuid(90)}` },
  {
    method: 'post',
    path: `${beats}/leaves`,
    url: `${beats}/leaves`,
    body: { id: uuid(94), village: places.village, person: people.villagePolice.id, from: '2026-06-03', to: '2026-06-05' },
  },
  { method: 'delete', path: `${beats}/leaves/{id}`, url: `${beats}/leaves/${uuid(94)}` },
  {
    method: 'put',
    path: `${beats}/reports`,
    url: `${beats}/reports`,
    body: { kind: 'cases', rows: [{ village: places.village, month: '2026-05', count: 0 }] },
  },
  { method: 'get', path: `${beats}/reports`, url: `${beats}/reports?kind=cases&year=2026` },
  { method: 'get', path: `${beats}/reports/missing`, url: `${beats}/reports/missing` },
  { method: 'get', path: `${beats}/clues`, url: `${beats}/clues` },
  { method: 'get', path: `${beats}/clues/given`, url: `${beats}/clues/given` },
  { method: 'get', path: `${beats}/clues/colleagues`, url: `${beats}/clues/colleagues?village=${places.village}` },
  { method: 'post', path: `${beats}/clues/{id}/follow`, url: `${beats}/clues/${uuid(95)}/follow`, body: { matterId: uuid(1) } },
  { method: 'post', path: `${beats}/clues`, url: `${beats}/clues`, body: clue(95) },
  {
    method: 'post',
    path: `${beats}/clues/{id}/outcome`,
    url: `${beats}/clues/${uuid(95)}/outcome`,
    body: { isUseful: true, reason: '属实' },
  },
]
