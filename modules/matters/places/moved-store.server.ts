/** Matters at places that end. */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import type { County, Day, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Seat } from '#modules/people/actor.ts'
import { standing } from '#modules/people/store.server.ts'
import type { Counted } from '#modules/places/change.server.ts'
import type { Matter } from '../matter.ts'
import { columns } from '../store.server.ts'

/** What somebody still answers for: open, settled and not yet closed, or gone on in another. */
const unfinished = sql<boolean>`(matters.late_at is not null or matters.status in ('settled', 'linked'))`

export async function countMatters(db: Db, county: County, places: readonly PlaceCode[]): Promise<Counted> {
  const rows = await db
    .selectFrom('matters')
    .select((eb) => ['place', eb.fn.countAll<number>().as('n')])
    .where('county', '=', county)
    .where(sql<boolean>`place = any(${places}::varchar[])`)
    .where('lateAt', 'is not', null)
    .groupBy('place')
    .execute()
  return { matters: new Map(rows.map(({ place, n }) => [place, n])) }
}

/** Held for the caller's transaction. */
export const unfinishedAt = (db: Db, county: County, places: readonly PlaceCode[]) =>
  db
    .selectFrom('matters')
    .select(columns)
    .where('county', '=', county)
    .where(sql<boolean>`place = any(${places}::varchar[])`)
    .where(unfinished)
    .orderBy('id')
    .forUpdate()
    .execute() as unknown as Promise<Matter[]>

/** Unfinished matters at places that have ended, and what took each place: reports that came in while the change was being carried out. */
export const leftBehind = (db: Db, county: County, on: Day) =>
  db
    .selectFrom('places')
    .innerJoin('placeSuccessors as heirs', (join) =>
      join.onRef('heirs.county', '=', 'places.county').onRef('heirs.place', '=', 'places.code'),
    )
    .innerJoin('places as now', (join) => join.onRef('now.county', '=', 'heirs.county').onRef('now.code', '=', 'heirs.successor'))
    .innerJoin('matters', (join) => join.onRef('matters.county', '=', 'places.county').onRef('matters.place', '=', 'places.code'))
    .select(['places.code', 'heirs.successor', 'heirs.changeId'])
    .distinctOn('places.code')
    .where('places.county', '=', county)
    .where('places.until', '<=', on)
    .where((eb) => eb.or([eb('now.until', 'is', null), eb('now.until', '>', on)]))
    .where('matters.lateAt', 'is not', null)
    .orderBy('places.code')
    .orderBy('heirs.sort')
    .orderBy('heirs.successor')
    .execute()

/** The seats that people sit in on a day. */
export async function seatsOf(db: Db, county: County, people: readonly PersonId[], on: Day): Promise<Map<PersonId, Seat[]>> {
  const rows = await db
    .selectFrom('posts')
    .select(['posts.personId', 'posts.role', 'posts.place', 'posts.department'])
    .where('posts.county', '=', county)
    .where(sql<boolean>`posts.person_id = any(${people}::uuid[])`)
    .where(standing(on))
    .execute()
  return Map.groupBy(rows, ({ personId }) => personId) as Map<PersonId, Seat[]>
}
