/** What becomes of reporters by themselves as time passes: they are forgotten. In batches, each one transaction, each person once. */
import { type Db, transact } from '#db/db.ts'
import { daysLater } from '#modules/kernel/calendar.ts'
import type { CommandId, County, Instant } from '#modules/kernel/ids.ts'
import { idFor } from '#modules/kernel/name-id.server.ts'
import type { Secrets } from '#server/secrets.ts'
import { phoneKey } from '../file.server.ts'
import type { Matter } from '../matter.ts'
import * as records from '../record-store.server.ts'
import { evolve } from '../rules/evolve.ts'
import { erased } from '../rules/joining.ts'
import * as store from '../store.server.ts'
import * as retention from './retention-store.server.ts'

const batch = 500

/** Removes names and numbers from what ended longer ago than the county keeps them; answers how many people were forgotten. */
export async function forgetEnded(db: Db, now: Instant): Promise<number> {
  let forgotten = 0
  for (const { code, forgetDays } of await retention.forgetDays(db)) {
    const before = daysLater(now, -forgetDays)
    for (let some = batch; some === batch; forgotten += some)
      some = await transact(db, (trx) => forgetSome(trx, code as County, before, now))
  }
  return forgotten
}

async function forgetSome(trx: Db, county: County, before: Instant, now: Instant): Promise<number> {
  const ids = [...new Set((await retention.keptTooLong(trx, county, before, batch)).map(({ matterId }) => matterId))]
  const held = await store.hold(trx, county, ids)
  // Asked again now that they are held: one may have been reopened, or its reporter have gone, meanwhile.
  const kept = (await retention.keptTooLong(trx, county, before, batch)).filter(({ matterId }) => ids.includes(matterId))
  const changes = held.flatMap((matter) => {
    const own = kept.filter(({ matterId }) => matterId === matter.id)
    return own.length > 0 ? [forgetting(matter, own, now)] : []
  })
  await records.recordAll(trx, county, changes)
  await retention.forgetContacts(trx, county, kept)
  return kept.length
}

function forgetting(matter: Matter, kept: readonly retention.Kept[], now: Instant): records.Change {
  const events = kept.map(({ id }) => ({
    event: erased('system', id === matter.id ? undefined : id, now),
    commandId: idFor<CommandId>('forget', matter.id, id),
  }))
  return { after: events.reduce((so, { event }) => evolve(so, event), matter), events }
}

/** Gives every number a key by which its owner finds it: those written before there were keys. A number that cannot be opened has none. */
export async function keyPhones(db: Db, secrets: Secrets): Promise<number> {
  let done = 0
  for (const { code } of await retention.forgetDays(db)) {
    let last: retention.Unkeyed | undefined
    do {
      const rows = await retention.unkeyed(db, code as County, last, batch)
      const keys = rows.flatMap(({ matterId, id, phone }) => {
        const number = opened(secrets, phone)
        return number ? [{ matterId, id, phoneKey: phoneKey(number, secrets) }] : []
      })
      if (keys.length > 0) await retention.putKeys(db, code as County, keys)
      done += keys.length
      last = rows.length === batch ? rows.at(-1) : undefined
    } while (last)
  }
  return done
}

/** Undefined if it was sealed with a secret that was lost: then nobody can ring it either. */
function opened(secrets: Secrets, sealed: Buffer): string | undefined {
  try {
    return secrets.open(sealed)
  } catch {
    return undefined
  }
}
