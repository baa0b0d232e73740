/**
 * Tells people what happened: takes the events nobody was told of, and makes notices and deliveries of them by the routing table. A batch is
 * one transaction, and holds its events: two processes tell each thing once, and what a killed one held is told by the next.
 */
import { type Db, transact } from '#db/db.ts'
import type { County, Instant } from '#modules/kernel/ids.ts'
import { counties } from '#modules/places/store.server.ts'
import * as store from './store.server.ts'
import { disputeGround, writeDispute } from './telling/disputes.server.ts'
import { leave } from './telling/gather.server.ts'
import { type Ground, groundOf, groundOfBatch } from './telling/ground.server.ts'
import * as facts from './telling/told-store.server.ts'
import { type Made, write } from './telling/write.server.ts'

const batch = 500

/** Tells everything there is to tell, in every county; answers how many events that were. `address`: for the links that groups get. */
export async function tell(db: Db, now: Instant, address: string): Promise<number> {
  let told = 0
  for (const { code } of await counties(db)) {
    let ground: Ground | undefined
    for (;;) {
      if (!(await facts.isAnything(db, code))) break
      ground ??= await groundOf(db, code, now, address)
      const count = await some(db, code, ground)
      told += count
      if (count === 0) break
    }
  }
  return told
}

const some = (pool: Db, county: County, ground: Ground): Promise<number> =>
  transact(pool, async (db) => {
    const events = await facts.untold(db, county, batch)
    if (events.length === 0) return 0
    const [ofDisputes, ofMatters] = [
      events.filter(({ subject }) => subject === 'dispute'),
      events.filter(({ subject }) => subject === 'matter'),
    ]
    const around = await groundOfBatch(db, county, ofMatters)
    const made: Made = { notices: [], vacancies: [], deliveries: [] }
    for (const each of ofMatters) write(each, ground, around, made)
    if (ofDisputes.length > 0) {
      const files = await disputeGround(db, county, ofDisputes)
      for (const each of ofDisputes) writeDispute(each, ground, files, made)
    }
    await leave(db, ground, made)
    await store.addOnce(db, made.vacancies)
    await facts.markTold(db, county, events)
    const people = [...new Set([...made.notices.map(({ notice }) => notice), ...made.vacancies].map(({ personId }) => personId))]
    if (people.length > 0) await facts.wake(db, county, people)
    return events.length
  })
