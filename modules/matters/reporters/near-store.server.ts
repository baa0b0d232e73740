/** Open matters around a report in the database: those near its point in its category, and those of its village. */
import { type Expression, type SqlBool, sql } from 'kysely'
import type { Db } from '#db/db.ts'
import type { County, Instant, MatterId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Actor } from '#modules/people/actor.ts'
import { countyOf, within } from '#modules/places/place.ts'
import type { Matter } from '../matter.ts'
import type { Compared } from '../rules/near.ts'
import { columns, inSight } from '../store.server.ts'

/** Far more than are open in one village, or about one thing around one point. */
const rowsAtMost = 300

/** What everybody may know of: the state of public space, never a dispute, never a complaint about somebody. */
const isForEverybody = sql<SqlBool>`(matters.is_public and not matters.goes_around and matters.seen_by is null)`

type Around = { readonly report: Compared; readonly metres: number; readonly since: Instant }

/** What is compared of each: whole rows of a whole village would take longer to read than to find. */
export type Found = Compared & { readonly id: MatterId }

/** For a resident, what is public; for one of the staff, what is in their sight. */
export const openAroundFor = (db: Db, actor: Actor | undefined, around: Around): Promise<Found[]> =>
  openAround(db, actor ? inSight(actor, 'matter.read') : isForEverybody, around)

async function openAround(db: Db, inScope: Expression<SqlBool>, { report, metres, since }: Around): Promise<Found[]> {
  const { place, category, latitude, longitude } = report
  const open = () =>
    db
      .selectFrom('matters')
      .select(['id', 'place', 'category', 'words', 'latitude', 'longitude'])
      .where('county', '=', countyOf(place))
      .where('lateAt', 'is not', null)
      .where('reportedAt', '>=', since)
      .where(inScope)
      .orderBy('reportedAt', 'desc')
      .limit(rowsAtMost)
  const village = within(place, 'village')
  const found = await Promise.all([
    village ? open().where(inVillage(village)).execute() : [],
    typeof latitude === 'number' && typeof longitude === 'number'
      ? open()
          .where('category', '=', category)
          .where(inBox(latitude, longitude, metres))
          .execute()
      : [],
  ])
  return [...new Map(found.flat().map((row) => [row.id, row])).values()]
}

/** Whole, in the order of the ids. */
export async function wholeOf(db: Db, county: County, ids: readonly MatterId[]): Promise<Matter[]> {
  const rows = await db.selectFrom('matters').select(columns).where('county', '=', county).where('id', 'in', ids).execute()
  return ids.flatMap((id) => (rows as unknown as Matter[]).filter((row) => row.id === id))
}

/** Equality on the prefix, for the index of what is open in a village. */
const inVillage = (village: PlaceCode) => sql<SqlBool>`left(matters.place, 12) = ${village}`

function inBox(latitude: number, longitude: number, metres: number): Expression<SqlBool> {
  const north = metres / 111_320
  const east = north / Math.max(0.01, Math.cos((latitude * Math.PI) / 180))
  return sql<SqlBool>`(matters.latitude between ${latitude - north}::float8 and ${latitude + north}::float8
    and matters.longitude between ${longitude - east}::float8 and ${longitude + east}::float8)`
}
