/** A matter of the usual kind, reported through the real server. */
import type { Filed, MatterFile } from '#modules/matters/reply.ts'
import { cast } from './cast.ts'
import type { Served, Who } from './server.ts'

export const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

/** Street rubbish on the chief's lane; `change` replaces fields. */
export const report = (number: number, change: object = {}) => ({
  commandId: uuid(number * 100),
  id: uuid(number),
  place: cast.places.lane,
  category: '0401',
  words: `槐树巷口的垃圾三天没人收 ${number}`,
  ...change,
})

/** Reported by a caller through somebody of the staff; the file as they are shown it. */
export async function reported({ as }: Pick<Served, 'as'>, number: number, change: object = {}, by: Who = 'official'): Promise<MatterFile> {
  const reply = await as(by).post('/api/matters', report(number, { source: 'phone', ...change }))
  if (!reply.ok) throw new Error(await reply.text())
  const id = ((await reply.json()) as Filed).matter.id
  return (await (await as(by).get(`/api/matters/${id}`)).json()) as MatterFile
}

let sent = 1_000_000

export const envelope = (command: object, more: object = {}) => ({ commandId: uuid(sent++), command, ...more })

/** Does something with a matter, which must be allowed. */
export async function done({ as }: Pick<Served, 'as'>, who: Who, id: string, command: object): Promise<MatterFile> {
  const reply = await as(who).post(`/api/matters/${id}/commands`, envelope(command))
  if (!reply.ok) throw new Error(`${who} ${JSON.stringify(command)}: ${await reply.text()}`)
  return (await reply.json()) as MatterFile
}
