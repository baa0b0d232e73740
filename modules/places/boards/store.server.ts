/** Notice boards in the database: which hang on a wall, and which no longer tell the truth. */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import type { County, Day, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import type { BoardReason } from '../outcome.ts'

/** Marks the boards of lanes as out of date; one that is already stays so since then, with the first reason. */
export async function stale(db: Db, county: County, lanes: readonly PlaceCode[], why: BoardReason, day: Day): Promise<void> {
  if (lanes.length === 0) return
  await sql`insert into boards (county, lane, stale_since, why)
    select ${county}, lane, ${day}::date, ${why} from unnest(${lanes}::varchar[]) as lane
    on conflict (county, lane) do update set stale_since = excluded.stale_since, why = excluded.why where boards.stale_since is null`.execute(
    db,
  )
}

/** The boards of every standing lane in some places. */
export async function staleUnder(db: Db, county: County, places: readonly PlaceCode[], why: BoardReason, day: Day): Promise<void> {
  if (places.length === 0) return
  const { rows } = await sql<{ code: PlaceCode }>`select code from places
    where county = ${county} and level = 'lane' and (until is null or until > ${day}::date)
      and exists (select 1 from unnest(${places}::varchar[]) as place where left(code, length(place)) = place)`.execute(db)
  await stale(
    db,
    county,
    rows.map(({ code }) => code),
    why,
    day,
  )
}

/** A lane that is no more needs no board: the one on its wall leads on to where it went. */
export const gone = (db: Db, county: County, lanes: readonly PlaceCode[]) =>
  sql`update boards set stale_since = null, why = null where county = ${county} and lane = any(${lanes}::varchar[]) and issued is not null`
    .execute(db)
    .then(() => sql`delete from boards where county = ${county} and lane = any(${lanes}::varchar[]) and issued is null`.execute(db))

/** Printed on a day, from what the board said then. */
export async function issued(
  db: Db,
  county: County,
  boards: readonly { readonly lane: PlaceCode; readonly fingerprint: string }[],
  by: PersonId,
  day: Day,
): Promise<void> {
  if (boards.length === 0) return
  await sql`insert into boards (county, lane, issued, fingerprint, issued_by)
    select ${county}, row.lane, ${day}::date, row.fingerprint, ${by}::uuid
    from json_to_recordset(${JSON.stringify(boards)}::json) as row (lane varchar, fingerprint varchar)
    on conflict (county, lane) do update
      set issued = excluded.issued, fingerprint = excluded.fingerprint, issued_by = excluded.issued_by, stale_since = null, why = null`.execute(
    db,
  )
}

/** Boards that hang and are not known to be out of date. */
export const printed = (db: Db, county: County) =>
  db.selectFrom('boards').select(['lane', 'fingerprint']).where('county', '=', county).where('staleSince', 'is', null).execute() as Promise<
    { lane: PlaceCode; fingerprint: string }[]
  >

export type StaleBoard = { readonly lane: PlaceCode; readonly issued: Day | null; readonly staleSince: Day; readonly why: BoardReason }

/** Boards to be replaced in a place, by code: the lanes of one village together. */
export const staleIn = (db: Db, county: County, places: readonly PlaceCode[], limit: number): Promise<StaleBoard[]> =>
  db
    .selectFrom('boards')
    .select(['lane', 'issued', 'staleSince', 'why'])
    .where('county', '=', county)
    .where('staleSince', 'is not', null)
    .where((eb) => eb.or(places.map((place) => eb(sql`left(lane, ${sql.lit(place.length)})`, '=', place))))
    .orderBy('lane')
    .limit(limit)
    .execute() as unknown as Promise<StaleBoard[]>

/** How many boards are to be replaced in each town. */
export async function staleByTown(db: Db, county: County, places: readonly PlaceCode[]): Promise<Map<PlaceCode, number>> {
  const rows = await db
    .selectFrom('boards')
    .select((eb) => [sql<PlaceCode>`left(lane, 9)`.as('town'), eb.fn.countAll<number>().as('n')])
    .where('county', '=', county)
    .where('staleSince', 'is not', null)
    .where((eb) => eb.or(places.map((place) => eb(sql`left(lane, ${sql.lit(place.length)})`, '=', place))))
    .groupBy(sql`left(lane, 9)`)
    .execute()
  return new Map(rows.map(({ town, n }) => [town, n]))
}

/** The board of a lane, if one was printed or should be. */
export const boardOf = (db: Db, county: County, lane: PlaceCode) =>
  db.selectFrom('boards').select(['issued', 'staleSince', 'why']).where('county', '=', county).where('lane', '=', lane).executeTakeFirst()
