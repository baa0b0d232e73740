/** What is done about pictures as time passes. */
import type { Db } from '#db/db.ts'
import type { Instant } from '#modules/kernel/ids.ts'
import { discard } from './photo.server.ts'
import * as store from './store.server.ts'

/** Pictures that were uploaded a day ago and that no report or command came to show. */
export async function discardLoose(db: Db, folder: string, now: Instant): Promise<number> {
  const loose = await store.loose(db, new Date(Date.parse(now) - 86_400_000).toISOString())
  for (const { county, id } of loose) {
    await store.remove(db, county, id)
    await discard(folder, county, id)
  }
  return loose.length
}
