/** Matters go along when their place becomes another: every one that somebody still answers for. What is closed stays where it was. */
import { type Db, transact } from '#db/db.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { CommandId, County, Instant, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import { idFor } from '#modules/kernel/name-id.server.ts'
import { sameSeat } from '#modules/people/actor.ts'
import type { Moved } from '#modules/places/change.server.ts'
import { counties } from '#modules/places/store.server.ts'
import { facts } from '../jobs.server.ts'
import * as records from '../record-store.server.ts'
import { evolve } from '../rules/evolve.ts'
import { moved } from '../rules/resettle.ts'
import * as store from './moved-store.server.ts'

/**
 * Moves the matters of places that ended, in the caller's transaction and after the people moved. The event's id is made of the change and the
 * matter, so that it happens once. Answers how many open matters moved.
 */
export async function moveMatters(
  db: Db,
  { county, changeId, at, by, heirs }: Omit<Moved, 'kind' | 'day' | 'by'> & { by: PersonId | null },
): Promise<{ matters: number }> {
  const matters = await store.unfinishedAt(db, county, [...heirs.keys()])
  if (matters.length === 0) return { matters: 0 }
  const local = (await counties(db)).find(({ code }) => code === county)?.localDays ?? {}
  const around = await facts(db, county, local, at)
  const workers = matters.flatMap(({ worker }) => worker ?? [])
  const seats = await store.seatsOf(db, county, [...new Set(workers)], dayOf(at))
  const changes = matters.map((matter): records.Change => {
    const place = heirs.get(matter.place)!
    const here = around({ category: matter.category, place })
    if (!here) throw new Error(`matter ${matter.id} without its category`)
    const sits = (seat: Parameters<typeof sameSeat>[0]) => (seats.get(matter.worker as PersonId) ?? []).some((each) => sameSeat(each, seat))
    const event = { ...moved(matter, { ...here, place, sits }), by }
    const commandId = idFor<CommandId>('place change', changeId, matter.id, String(matter.version))
    return { after: evolve(matter, event), events: [{ event, commandId }] }
  })
  await records.recordAll(db, county, changes)
  return { matters: matters.filter(({ lateAt }) => lateAt !== null).length }
}

/** Brings along what was being reported at a place while it ended. Answers how many. */
export async function bringAlong(db: Db, county: County, at: Instant): Promise<number> {
  const found = await store.leftBehind(db, county, dayOf(at))
  let count = 0
  for (const { code, successor, changeId } of found)
    count += await transact(db, async (trx) => {
      const heirs = new Map([[code as PlaceCode, successor as PlaceCode]])
      return (await moveMatters(trx, { county, changeId: changeId as string, at, by: null, heirs })).matters
    })
  return count
}
