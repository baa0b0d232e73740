/** What the clock does about files: it reminds, each thing once, however many processes look at the same time. */
import { type Db, transact } from '#db/db.ts'
import type { CommandId, County, Instant } from '#modules/kernel/ids.ts'
import { idFor } from '#modules/kernel/name-id.server.ts'
import { counties } from '#modules/places/store.server.ts'
import { record } from './record-store.server.ts'
import { dueNow } from './rules/clock.ts'
import * as store from './store.server.ts'

const batch = 100

/** Reminds of everything that is due, in every county; answers how many reminders that were. */
export async function remind(db: Db, now: Instant): Promise<number> {
  let reminded = 0
  for (const { code } of await counties(db)) {
    for (;;) {
      const some = await remindSome(db, code, now)
      reminded += some
      if (some === 0) break
    }
  }
  return reminded
}

/** One batch, in one transaction that holds its rows: a second process takes others, and what a killed one held is free again. */
const remindSome = (pool: Db, county: County, now: Instant): Promise<number> =>
  transact(pool, async (db) => {
    let reminded = 0
    for (let dispute of await store.dueNow(db, county, now, batch)) {
      for (const { key, what, on } of dueNow(dispute, now)) {
        const commandId = idFor<CommandId>('reminded', dispute.id, key)
        dispute = await record(db, dispute, { by: null, as: 'system', at: now, type: 'reminded', key, what, on }, commandId)
        reminded += 1
      }
    }
    return reminded
  })
