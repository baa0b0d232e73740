/** What somebody who is about to report is asked: is it one of these? */

import type { Db } from '#db/db.ts'
import { findChoice } from '#modules/categories/store.server.ts'
import { daysLater } from '#modules/kernel/calendar.ts'
import type { Instant } from '#modules/kernel/ids.ts'
import type { Actor } from '#modules/people/actor.ts'
import { countyOf } from '#modules/places/place.ts'
import type { Matter } from '../matter.ts'
import { type Compared, likeliest } from '../rules/near.ts'
import { openAroundFor, wholeOf } from './near-store.server.ts'

/**
 * For one of the staff, what they may see; for a resident, only what is public, and only where their own report would be public
 * and can wait: nobody who reports a fire, or a quarrel, is asked to compare.
 */
export async function nearTo(db: Db, report: Compared, actor: Actor | undefined, now: Instant): Promise<Matter[]> {
  const category = await findChoice(db, countyOf(report.place), report.category)
  if (!category || (!actor && (!category.isPublic || category.isEmergency))) return []
  const since = daysLater(now, -category.nearDays)
  const found = await openAroundFor(db, actor, { report, metres: category.nearMetres, since })
  const likely = likeliest(report, found, category.nearMetres)
  return likely.length === 0
    ? []
    : wholeOf(
        db,
        countyOf(report.place),
        likely.map(({ id }) => id),
      )
}
