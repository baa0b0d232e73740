/** What the strangers' walk tries on disputes, and what it must neither find nor change. */
import { li, mediated, registered, registration, secret, session, zhao } from './dispute.ts'
import { envelope, uuid } from './matter.ts'
import { picture } from './picture.ts'
import type { Served } from './server.ts'
import type { Visit } from './stranger-notices.ts'

const [dispute, photo] = [uuid(80), uuid(81)]
const disputes = '/api/disputes'

export const disputeVisits: Visit[] = [
  { method: 'get', path: disputes, url: `${disputes}?search=${encodeURIComponent(li.identity.name)}` },
  { method: 'get', path: `${disputes}/counts`, url: `${disputes}/counts` },
  { method: 'get', path: `${disputes}/calendar`, url: `${disputes}/calendar?from=2026-01-01&until=2026-12-31` },
  { method: 'get', path: `${disputes}/types`, url: `${disputes}/types` },
  { method: 'get', path: `${disputes}/committees`, url: `${disputes}/committees` },
  { method: 'post', path: disputes, url: disputes, body: registration(80, { commandId: uuid(82) }) },
  { method: 'get', path: `${disputes}/{id}`, url: `${disputes}/${dispute}` },
  { method: 'get', path: `${disputes}/{id}/dossier`, url: `${disputes}/${dispute}/dossier` },
  { method: 'get', path: `${disputes}/{id}/documents/{item}`, url: `${disputes}/${dispute}/documents/session` },
  {
    method: 'post',
    path: `${disputes}/{id}/commands`,
    url: `${disputes}/${dispute}/commands`,
    body: {
      ...envelope({ do: 'decline', party: zhao.id, reason: '', routes: ['arbitration', 'administrative', 'court'] }),
      commandId: uuid(83),
    },
  },
  { method: 'post', path: `${disputes}/{id}/parties/{party}/code`, url: `${disputes}/${dispute}/parties/${li.id}/code`, body: {} },
  { method: 'get', path: '/api/photos/{id}', url: `/api/photos/${photo}` },
]

/** What only the file's own people may read. */
export const theirsInDisputes = [secret, li.identity.name, li.identity.phone, zhao.identity.name, zhao.identity.phone]

/** A file with everything in it that could be found. */
export async function disputed(it: Served): Promise<void> {
  await registered(it, 80)
  await it.as('mediator').put(`/api/photos/${photo}`, await picture(), 'image/png')
  for (const party of [li.id, zhao.id]) {
    await mediated(it, 'mediator', dispute, { do: 'inform', party, on: '2026-06-03' })
    await mediated(it, 'mediator', dispute, { do: 'consent', party })
  }
  await mediated(it, 'mediator', dispute, { do: 'attach', piece: uuid(84), kind: 'evidence', title: secret, photos: [photo] })
  await mediated(it, 'mediator', dispute, { do: 'accept' })
  await mediated(it, 'mediator', dispute, session)
}
