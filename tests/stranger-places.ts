/** What the strangers' walk tries on places, their changes and their notice boards. */
import { cast } from './cast.ts'
import { uuid } from './matter.ts'
import type { Visit } from './stranger-notices.ts'

const { places } = cast
const rename = { kind: 'rename', place: places.lane, name: '改名巷' }
const decided = { day: '2026-06-03', reason: '批复' }

export const placeVisits: Visit[] = [
  { method: 'get', path: '/api/places/{code}', url: `/api/places/${places.lane}` },
  { method: 'get', path: '/api/places', url: `/api/places?search=${encodeURIComponent('槐树巷')}` },
  { method: 'post', path: '/api/places/import', url: '/api/places/import?dryRun=false', body: {} },
  { method: 'get', path: '/api/places/changes', url: '/api/places/changes' },
  {
    method: 'post',
    path: '/api/places/changes/preview',
    url: '/api/places/changes/preview',
    body: { plan: { kind: 'merge', places: [places.lane], into: places.vacantLane }, day: '2026-06-03' },
  },
  {
    method: 'post',
    path: '/api/places/changes',
    url: '/api/places/changes',
    body: { ...decided, id: uuid(64), plan: rename, fingerprint: '' },
  },
  {
    method: 'post',
    path: '/api/places/changes/many/preview',
    url: '/api/places/changes/many/preview',
    body: { plans: [rename], day: '2026-06-03' },
  },
  {
    method: 'post',
    path: '/api/places/changes/many',
    url: '/api/places/changes/many',
    body: { ...decided, fingerprint: '', plans: [{ id: uuid(65), plan: rename }] },
  },
  { method: 'post', path: '/api/places/changes/{id}/cancel', url: `/api/places/changes/${uuid(66)}/cancel`, body: {} },
  { method: 'post', path: '/api/places/editions', url: '/api/places/editions', body: {} },
  { method: 'get', path: '/api/boards', url: '/api/boards' },
  { method: 'get', path: '/api/boards/print', url: `/api/boards/print?lanes=${places.lane}` },
  {
    method: 'post',
    path: '/api/boards/printed',
    url: '/api/boards/printed',
    body: { boards: [{ lane: places.lane, fingerprint: 'a.b.c.d.e.f' }] },
  },
]
