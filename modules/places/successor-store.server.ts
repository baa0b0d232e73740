/** What became of places that ended, what places were called before: so that old boards, old links and old names still lead somewhere. */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import { type Asked, statement } from '#db/statement.ts'
import type { County, Day, PlaceCode } from '#modules/kernel/ids.ts'
import { countyOf, type Place } from './place.ts'

const heirs = statement(
  (_, is: Asked<{ county: County; place: PlaceCode; on: Day }>) => sql<Place & { day: Day }>`
    select now.county, now.code, now.name, now.level, now.kind, now.households, now.scope, now.latitude, now.longitude, now.since, now.until, heirs.day
    from place_successors heirs join places now on now.county = heirs.county and now.code = heirs.successor
    where heirs.county = ${is('county')} and heirs.place = ${is('place')} and (now.until is null or now.until > ${is('on')})
    order by heirs.sort, now.code`,
)

/** What a place is today: the standing places that took over, first the one that took its work and people. Empty while it stands itself. */
export const heirsOf = (db: Db, code: PlaceCode, on: Day): Promise<(Place & { day: Day })[]> =>
  heirs(db, { county: countyOf(code), place: code, on })

/** The one that took its work and people. */
export const heirOf = async (db: Db, code: PlaceCode, on: Day): Promise<PlaceCode | undefined> => (await heirsOf(db, code, on))[0]?.code

/** For each of these places that has ended: the names of what it is today. */
export async function becameOf(db: Db, county: County, codes: readonly PlaceCode[]): Promise<Map<PlaceCode, string[]>> {
  const { rows } = await sql<{ place: PlaceCode; names: string[] }>`
    select heirs.place, array_agg(now.name order by heirs.sort, now.code) as names
    from place_successors heirs join places now on now.county = heirs.county and now.code = heirs.successor
    where heirs.county = ${county} and heirs.place = any(${[...new Set(codes)]}::varchar[]) and now.until is null
    group by heirs.place`.execute(db)
  return new Map(rows.map(({ place, names }) => [place, names]))
}

/** What a place was called before, and until which day; newest first. */
export const namesBefore = (db: Db, code: PlaceCode) =>
  db
    .selectFrom('placeNames')
    .select(['name', 'until'])
    .where('county', '=', countyOf(code))
    .where('place', '=', code)
    .orderBy('until', 'desc')
    .execute() as Promise<{ name: string; until: Day }[]>
