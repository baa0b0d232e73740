/**
 * Linking a duplicate and undoing it: written into every file it concerns, at once or not at all.
 *
 *   A → B, then B → C    B goes on in C, and A with it: A → C, so that nobody has to follow a chain
 *   B is unlinked        B goes on alone; A stays with C, for whoever linked them said they are one
 */
import { type Db, transact } from '#db/db.ts'
import type { CommandId, MatterId } from '#modules/kernel/ids.ts'
import { idFor } from '#modules/kernel/name-id.server.ts'
import type { Matter } from '../matter.ts'
import { numberOf } from '../number.ts'
import * as records from '../record-store.server.ts'
import type { Event } from '../rules/event.ts'
import { isLinkable } from '../rules/procedure.ts'
import * as store from '../store.server.ts'
import { duplicatesOf } from '../watch-store.server.ts'

export type Link = Extract<Event, { type: 'linked' | 'unlinked' }>

/** Overtaken if anything it rests on is no longer so: then it is decided again. */
export function recordLink(db: Db, matter: Matter, event: Link, commandId: CommandId): Promise<Matter> {
  const { county, id } = matter
  return transact(db, async (trx) => {
    const before = event.type === 'linked' ? (await duplicatesOf(trx, county, id)).map((each) => each.id) : []
    const held = new Map((await store.hold(trx, county, [id, event.of, ...before])).map((each) => [each.id, each]))
    const along = event.type === 'linked' ? await duplicatesOf(trx, county, id) : []
    const main = held.get(event.of)
    if (!main) throw new Error(`matter ${event.of} is gone`)
    if (held.get(id)?.version !== matter.version || along.some((each) => !before.includes(each.id))) throw new records.Overtaken()
    if (event.type === 'linked' && !isLinkable(main)) throw new records.Overtaken()

    const { by, as, seat, at } = event
    const said = { by, as, seat, at }
    let own = await records.record(trx, matter, event, commandId)
    let other = await tell(trx, main, event.type === 'linked' ? 'gained' : 'lost', matter, 'other side')
    for (const { id: third } of along) {
      const duplicate = held.get(third)
      if (!duplicate?.pause) throw new records.Overtaken()
      const moved: Event = { ...said, type: 'linked', of: other.id, number: numberOf(other), words: null, pause: duplicate.pause }
      await records.record(trx, duplicate, moved, idFor<CommandId>('goes along', commandId, third))
      other = await tell(trx, other, 'gained', duplicate, 'gains along')
      own = await tell(trx, own, 'lost', duplicate, 'loses along')
    }
    return own

    function tell(to: Db, file: Matter, type: 'gained' | 'lost', about: Matter, side: string): Promise<Matter> {
      const command = idFor<CommandId>(side, commandId, ...(about.id === id ? [] : [about.id as MatterId]))
      return records.record(to, file, { ...said, type, duplicate: about.id, number: numberOf(about) }, command)
    }
  })
}
