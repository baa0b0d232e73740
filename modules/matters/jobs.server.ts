/**
 * What matters do by themselves as time passes: reminders, steps up the ladder, suspensions that end, silence. Oldest first, in batches, until
 * nothing is left. A batch is one transaction: another process skips what this one holds, and what a killed one held is done by the next.
 * Each step has an id made of what it is about, so it can never happen twice.
 */
import { type Db, transact } from '#db/db.ts'
import { choicesOf } from '#modules/categories/store.server.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { CommandId, County, Instant } from '#modules/kernel/ids.ts'
import { idFor } from '#modules/kernel/name-id.server.ts'
import type { Seat } from '#modules/people/actor.ts'
import { seatsToday } from '#modules/people/store.server.ts'
import { pathOf } from '#modules/places/place.ts'
import { counties } from '#modules/places/store.server.ts'
import type { Matter } from './matter.ts'
import * as records from './record-store.server.ts'
import { type Around, tick, vacated } from './rules/clock.ts'
import type { Event } from './rules/event.ts'
import { evolve } from './rules/evolve.ts'
import * as store from './store.server.ts'

const batch = 1000
/** Batches at once: while the database writes one, the rules work on another. */
const atOnce = 2
/** No matter needs more at once; a rule that never ends must not hold up the others. */
const stepsAtMost = 10

/** Does everything that is due in every county; answers how many steps were taken. */
export async function sweep(db: Db, now: Instant): Promise<number> {
  let steps = 0
  for (const { code, localDays } of await counties(db)) {
    const around = await facts(db, code, localDays, now)
    steps += await rounds(
      db,
      code,
      around,
      (trx) => store.stranded(trx, code, dayOf(now), batch),
      (matter, here) => vacated(matter, matter.isFilled, here),
    )
    steps += await rounds(db, code, around, (trx) => store.dueNow(trx, code, now, batch), tick)
  }
  return steps
}

type Facts = (matter: Pick<Matter, 'category' | 'place'>) => Around | undefined

/** What the rules need about any matter of a county, loaded once a sweep. */
export async function facts(db: Db, county: County, local: Around['local'], at: Instant): Promise<Facts> {
  const categories = await choicesOf(db, county)
  const seats = new Map<string, Seat[]>()
  for (const seat of await seatsToday(db, county, dayOf(at))) seats.set(seat.place, [...(seats.get(seat.place) ?? []), seat])
  return ({ category, place }) => {
    const found = categories.get(category)
    return found && { at, category: found, local, filled: pathOf(place).flatMap((each) => seats.get(each) ?? []) }
  }
}

async function rounds<M extends Matter>(
  db: Db,
  county: County,
  around: Facts,
  due: (trx: Db) => Promise<M[]>,
  next: (matter: M, around: Around) => Event | undefined,
): Promise<number> {
  const one = async () => {
    for (let steps = 0; ; ) {
      const found = await transact(db, async (trx) => {
        const matters = await due(trx)
        const changes = matters.flatMap((matter) => stepsOf(matter, around(matter), next))
        if (changes.length > 0) await records.recordAll(trx, county, changes)
        return { matters: matters.length, steps: changes.reduce((sum, { events }) => sum + events.length, 0) }
      })
      steps += found.steps
      if (found.matters < batch || found.steps === 0) return steps
    }
  }
  const all = await Promise.all(Array.from({ length: atOnce }, one))
  return all.reduce((sum, steps) => sum + steps, 0)
}

function stepsOf<M extends Matter>(
  matter: M,
  around: Around | undefined,
  next: (matter: M, around: Around) => Event | undefined,
): records.Change[] {
  if (!around) return []
  const events: records.Change['events'][number][] = []
  let after: Matter = matter
  for (let event = next(matter, around); event && events.length < stepsAtMost; event = tick(after, around)) {
    events.push({ event, commandId: idFor<CommandId>('clock', matter.id, String(after.version)) })
    after = evolve(after, event)
  }
  return events.length > 0 ? [{ after, events }] : []
}
