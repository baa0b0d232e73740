/** What becomes of open work when somebody leaves a post: a successor takes it over, a colleague in the seat keeps it, or it moves up. */
import type { Db } from '#db/db.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { CommandId, County, Instant, PersonId } from '#modules/kernel/ids.ts'
import { idFor } from '#modules/kernel/name-id.server.ts'
import type { Seat } from '#modules/people/actor.ts'
import { holdersOf } from '#modules/people/store.server.ts'
import { around } from './around.server.ts'
import type { Matter } from './matter.ts'
import * as records from './record-store.server.ts'
import { vacated } from './rules/clock.ts'
import type { Event } from './rules/event.ts'
import { isOnLadder } from './rules/ladder.ts'
import * as store from './store.server.ts'

/**
 * Moves what the leaver had, in the caller's transaction; answers how many matters moved. `by` is the administrator who ended the post.
 * The command's id comes from the matter and its version, so that it happens once however often it is tried.
 */
export async function moveWork(
  db: Db,
  leaving: { county: County; personId: PersonId; seat: Seat },
  successor: PersonId | null,
  by: PersonId,
  at: Instant,
): Promise<number> {
  const { county, personId, seat } = leaving
  if (!isOnLadder(seat)) return 0
  const others = await holdersOf(db, county, seat, dayOf(at))
  const heir = others.find((each) => each.personId === successor)
  let moved = 0
  for (const matter of await store.heldAt(db, county, seat)) {
    const event = await stepFor(db, matter, { personId, by, at, heir: heir?.personId ?? null, isFilled: others.length > 0 })
    if (!event) continue
    await records.record(db, matter, event, idFor<CommandId>('vacancy', matter.id, String(matter.version)))
    moved += 1
  }
  return moved
}

type Leaving = { personId: PersonId; by: PersonId; at: Instant; heir: PersonId | null; isFilled: boolean }

async function stepFor(db: Db, matter: Matter, { personId, by, at, heir, isFilled }: Leaving): Promise<Event | undefined> {
  const said = { by, as: 'system' as const, seat: null, at }
  const isTheirs = matter.worker === personId
  if (isFilled && !isTheirs) return undefined // a colleague in the same seat will accept it
  if (isFilled && isTheirs && heir) return { ...said, type: 'takenOver', from: personId, to: heir }
  const facts = await around(db, { place: matter.place, category: matter.category, at })
  if (!facts?.category) throw new Error(`matter ${matter.id} without its category or county`)
  return { ...vacated(matter, isFilled, { ...facts, category: facts.category }), by }
}
