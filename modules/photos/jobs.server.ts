/** What is done about pictures as time passes. */

import type { Db } from '#db/db.ts'
import { daysLater } from '#modules/kernel/calendar.ts'
import type { Instant } from '#modules/kernel/ids.ts'
import { discard } from './photo.server.ts'
import * as store from './store.server.ts'

/** Pictures that were uploaded a day ago and that no report or command came to show. */
export async function discardLoose(db: Db, folder: string, now: Instant): Promise<number> {
  const loose = await store.loose(db, daysLater(now, -1))
  let discarded = 0
  for (const { county, id } of loose) {
    if (!(await store.remove(db, county, id))) continue // a report has just come to show it
    await discard(folder, county, id)
    discarded += 1
  }
  return discarded
}
