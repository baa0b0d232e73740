/** What stands in the places and goes along when they change: the modules above places hand it in here. */
import type { Db } from '#db/db.ts'
import { moveVillages } from '#modules/beats/moved-store.server.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { Instant } from '#modules/kernel/ids.ts'
import { bringAlong, moveMatters } from '#modules/matters/places/moved.server.ts'
import { countMatters, unfinishedAt } from '#modules/matters/places/moved-store.server.ts'
import { recheck } from '#modules/people/board.server.ts'
import { countPosts, movePosts } from '#modules/people/moved-store.server.ts'
import { carryOutDue, type Follower } from '#modules/places/change.server.ts'
import { counties } from '#modules/places/store.server.ts'

/** People first: where matters go depends on who sits there. */
export const followers: readonly Follower[] = [
  { count: countPosts, follow: movePosts },
  { count: countMatters, hold: unfinishedAt, follow: moveMatters },
  { count: async () => ({}), follow: moveVillages },
]

/** Carries out what was planned for today, brings along what was left behind, and looks whose boards are out of date; answers how much of it there was. */
export async function changePlaces(db: Db, now: Instant): Promise<number> {
  let done = 0
  for (const { code } of await counties(db)) {
    done += await carryOutDue(db, followers, code, now)
    done += await bringAlong(db, code, now)
    done += await recheck(db, code, dayOf(now))
  }
  return done
}
