/** The rows of pictures: uploaded loose, then shown by the event that names them. */
import type { Db } from '#db/db.ts'
import type { County, Instant, PersonId, PhotoId } from '#modules/kernel/ids.ts'

export const add = (
  db: Db,
  photo: { county: County; id: PhotoId; width: number; height: number; bytes: number; byPerson: PersonId | null; at: Instant },
) =>
  db
    .insertInto('photos')
    .values({ ...photo, matterId: null, version: null })
    .onConflict((row) => row.columns(['county', 'id']).doNothing())
    .execute()

export const find = (db: Db, county: County, id: PhotoId) =>
  db
    .selectFrom('photos')
    .select(['id', 'matterId', 'disputeId', 'version', 'byPerson', 'width', 'height'])
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst()

/** Whether all of these are there, loose, and uploaded by the same hand. */
export async function areLoose(db: Db, county: County, ids: readonly PhotoId[], by: PersonId | null): Promise<boolean> {
  if (ids.length === 0) return true
  const rows = await db
    .selectFrom('photos')
    .select('id')
    .where('county', '=', county)
    .where('id', 'in', [...ids])
    .where('matterId', 'is', null)
    .where('disputeId', 'is', null)
    .where('byPerson', 'is not distinct from', by)
    .execute()
  return rows.length === new Set(ids).size
}

/** Loose ones that nothing came to show: uploaded before `before`. */
export const loose = (db: Db, before: Instant) =>
  db
    .selectFrom('photos')
    .select(['county', 'id'])
    .where('county', 'in', (counties) => counties.selectFrom('counties').select('code'))
    .where('matterId', 'is', null)
    .where('disputeId', 'is', null)
    .where('at', '<', before)
    .limit(500)
    .execute()

/** False if it is not loose any more. */
export async function remove(db: Db, county: County, id: PhotoId): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('photos')
    .where('county', '=', county)
    .where('id', '=', id)
    .where('matterId', 'is', null)
    .where('disputeId', 'is', null)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
