/** Who was told of an emergency and who has seen it: every level of its ladder, and the village's police officer. */
import type { Db } from '#db/db.ts'
import { type Category, ordinaryLadder } from '#modules/categories/category.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { Instant } from '#modules/kernel/ids.ts'
import { type Seat, sameSeat } from '#modules/people/actor.ts'
import type { Matter } from './matter.ts'
import type { FilledSeat, Watch } from './reply.ts'
import { ladderOf } from './rules/ladder.ts'
import { sightingsOf } from './watch-store.server.ts'

/** The seats that are told of an emergency at once; of a restricted one, only those that may see it. */
export const toldSeats = (matter: Matter, category: Category): Seat[] =>
  ladderOf(matter.place, { ...category, ladder: matter.seenBy ?? [...ordinaryLadder, 'police_officer'] })

export async function watchOf(
  db: Db,
  matter: Matter,
  { category, filled }: { category: Category; filled: readonly FilledSeat[] },
  now: Instant,
): Promise<Watch[] | null> {
  if (!matter.isEmergency) return null
  const seen = await sightingsOf(db, matter.county, matter.id, dayOf(now))
  return toldSeats(matter, category).flatMap((seat) => {
    const found = filled.find((each) => sameSeat(each as unknown as Seat, seat))
    if (!found) return []
    const first = seen.find((each) => sameSeat(each as Seat, seat))
    const { role, place, placeName, names } = found
    return [{ role, place, placeName, names, seenAt: first?.at ?? null, seenBy: first?.name ?? null }]
  })
}
