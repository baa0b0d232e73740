/** The tree of places in the database. The whole tree is public: it hangs on every wall. What is counted in it is not. */
import { type SelectQueryBuilder, sql } from 'kysely'
import type { Db } from '#db/db.ts'
import type { DB } from '#db/schema.ts'
import type { LocalDays } from '#modules/kernel/calendar.ts'
import type { County, Day, PlaceCode } from '#modules/kernel/ids.ts'
import { countyOf, type Level, type Place, parentOf } from './place.ts'

const columns = ['county', 'code', 'name', 'level', 'kind', 'households', 'scope', 'latitude', 'longitude', 'since', 'until'] as const

const standing = <O>(query: SelectQueryBuilder<DB, 'places', O>, on: Day) =>
  query.where((eb) => eb.or([eb('places.until', 'is', null), eb('places.until', '>', on)]))

export const find = (db: Db, code: PlaceCode) =>
  db.selectFrom('places').select(columns).where('county', '=', countyOf(code)).where('code', '=', code).executeTakeFirst() as Promise<
    Place | undefined
  >

/** The places right below one, in the order of their codes. */
export const below = (db: Db, parent: PlaceCode, on: Day) =>
  standing(db.selectFrom('places').select(columns), on)
    .where('county', '=', countyOf(parent))
    .where('parent', '=', parent)
    .orderBy('code')
    .execute() as Promise<Place[]>

/** Those of some places that stand on a day. */
export const standingAmong = (db: Db, county: County, codes: readonly PlaceCode[], on: Day) =>
  standing(db.selectFrom('places').select(columns), on)
    .where('county', '=', county)
    .where(sql<boolean>`code = any(${codes}::varchar[])`)
    .orderBy('code')
    .execute() as Promise<Place[]>

export async function placeNames(db: Db, county: County, codes: readonly PlaceCode[]): Promise<Map<PlaceCode, string>> {
  const wanted = [...new Set(codes)]
  if (wanted.length === 0) return new Map()
  const rows = await db.selectFrom('places').select(['code', 'name']).where('county', '=', county).where('code', 'in', wanted).execute()
  return new Map(rows.map(({ code, name }) => [code as PlaceCode, name]))
}

/**
 * Standing places whose name holds the text, or held it before, or whose code begins with it; also what places so called have become. Wider
 * places first. `text` has LIKE's signs escaped.
 */
export const search = (db: Db, county: County, text: string, on: Day, limit: number, level?: Level) => {
  const like = `%${text}%`
  const called = sql<boolean>`(places.code in (select place from place_names where county = ${county} and name like ${like})
    or places.code in (select heirs.successor from places old join place_successors heirs on heirs.county = old.county and heirs.place = old.code
      where old.county = ${county} and old.name like ${like}))`
  let query = standing(db.selectFrom('places').select(columns), on)
    .where('county', '=', county)
    .where((eb) => eb.or([eb('name', 'like', like), eb('code', 'like', `${text}%` as PlaceCode), called]))
  if (level) query = query.where('level', '=', level)
  return query.orderBy(sql`length(code)`).orderBy('code').limit(limit).execute() as Promise<Place[]>
}

/** The lanes (or villages, where no lane is drawn) nearest to a point, with the distance in metres on a flat earth, good to a few per cent here. */
export const nearest = (db: Db, county: County, latitude: number, longitude: number, on: Day, limit: number) => {
  const metres = sql<number>`111320 * sqrt(power(latitude - ${latitude}::float8, 2) + power((longitude - ${longitude}::float8) * cos(radians(${latitude}::float8)), 2))`
  return standing(db.selectFrom('places').select([...columns, metres.as('metres')]), on)
    .where('county', '=', county)
    .where('level', '=', 'lane')
    .where('latitude', 'is not', null)
    .where('longitude', 'is not', null)
    .orderBy('metres')
    .limit(limit)
    .execute() as Promise<(Place & { metres: number })[]>
}

/** Writes a place: new, or as it is now. */
export const put = (db: Db, places: readonly Place[]) =>
  db
    .insertInto('places')
    .values(places.map(({ code, ...place }) => ({ ...place, code, parent: parentOf(code) ?? null })))
    .onConflict((row) =>
      row.columns(['county', 'code']).doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        kind: eb.ref('excluded.kind'),
        households: eb.ref('excluded.households'),
        scope: eb.ref('excluded.scope'),
        latitude: eb.ref('excluded.latitude'),
        longitude: eb.ref('excluded.longitude'),
      })),
    )
    .execute()

export const all = (db: Db, county: County) =>
  db.selectFrom('places').select(columns).where('county', '=', county).orderBy('code').execute() as Promise<Place[]>

/** The county itself, when its places come from the national codes. */
export const putCounty = (db: Db, county: { code: County; name: string; city: string; province: string }) =>
  db
    .insertInto('counties')
    .values(county)
    .onConflict((row) => row.column('code').doUpdateSet({ name: county.name, city: county.city, province: county.province }))
    .execute()

export const findCounty = (db: Db, code: County) =>
  db
    .selectFrom('counties')
    .select(['code', 'name', 'city', 'province', 'silenceDays', 'reopenDays'])
    .where('code', '=', code)
    .executeTakeFirst()

export const counties = async (db: Db) => {
  const rows = await db.selectFrom('counties').select(['code', 'name', 'city', 'province', 'localDays']).orderBy('code').execute()
  return rows.map((county) => ({ ...county, localDays: county.localDays as LocalDays }))
}

/** The days on which a county differs from the national calendar. */
export const localDaysOf = async (db: Db, county: County): Promise<LocalDays> =>
  ((await db.selectFrom('counties').select('localDays').where('code', '=', county).executeTakeFirst())?.localDays as
    | LocalDays
    | undefined) ?? {}

/** The box around every point that is known, with about two kilometres to spare: beyond it a report's point is marked "outside". */
export const measure = (db: Db, county: County) =>
  sql`update counties set bounds = box.it from (
    select jsonb_build_object('south', min(latitude) - 0.02, 'north', max(latitude) + 0.02, 'west', min(longitude) - 0.02, 'east', max(longitude) + 0.02) as it
    from places where county = ${county} and latitude is not null and longitude is not null having count(*) > 0) as box
    where code = ${county}`.execute(db)
