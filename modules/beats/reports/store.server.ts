/** What the station and the petition office reported of villages, by month. No row is "not reported", never zero. */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import type { County, Instant, PlaceCode } from '#modules/kernel/ids.ts'
import type { Actor } from '#modules/people/actor.ts'
import type { Report, StandingKind } from '../beat.ts'
import type { ReportTable } from '../reply.ts'
import type { Reports } from '../wire.ts'

/** The first of some villages that is none that stands. */
export async function unknownAmong(db: Db, county: County, villages: readonly PlaceCode[]): Promise<PlaceCode | undefined> {
  const there = await db
    .selectFrom('places')
    .select('code')
    .where('county', '=', county)
    .where('code', 'in', [...new Set(villages)])
    .where('until', 'is', null)
    .execute()
  const known = new Set<string>(there.map(({ code }) => code))
  return villages.find((village) => !known.has(village))
}

/** What was reported of a village and a month before, and is now; null for "not reported". */
export type Rereported = {
  readonly village: PlaceCode
  readonly month: string
  readonly before: number | null
  readonly after: number | null
}

/** All rows or none; what was reported before for the same month is replaced, or taken back. Answers what is different now. */
export async function putReports(db: Db, { county, id: byPerson }: Actor, { kind, rows }: Reports, at: Instant): Promise<Rereported[]> {
  const there = await db
    .selectFrom('villageReports')
    .select(['village', 'month', 'count'])
    .where('county', '=', county)
    .where('kind', '=', kind)
    .where('village', 'in', [...new Set(rows.map(({ village }) => village))])
    .where('month', 'in', [...new Set(rows.map(({ month }) => month))])
    .forUpdate()
    .execute()
  const before = new Map(there.map(({ village, month, count }) => [`${village} ${month}`, count]))
  const changed = rows
    .map(({ village, month, count }) => ({ village, month, before: before.get(`${village} ${month}`) ?? null, after: count }))
    .filter((row) => row.before !== row.after)
  const said = changed.filter(({ after }) => after !== null)
  if (said.length > 0)
    await db
      .insertInto('villageReports')
      .values(said.map(({ village, month, after }) => ({ county, kind, village, month, count: after!, byPerson, at })))
      .onConflict((row) =>
        row.columns(['county', 'village', 'kind', 'month']).doUpdateSet((eb) => ({
          count: eb.ref('excluded.count'),
          byPerson: eb.ref('excluded.byPerson'),
          at: eb.ref('excluded.at'),
        })),
      )
      .execute()
  for (const { village, month, after } of changed)
    if (after === null)
      await db
        .deleteFrom('villageReports')
        .where('county', '=', county)
        .where('kind', '=', kind)
        .where('village', '=', village)
        .where('month', '=', month)
        .execute()
  return changed
}

/** What was reported of the villages under a place, for some months. */
export const reportsOf = (db: Db, county: County, place: PlaceCode, months: readonly string[]): Promise<Report[]> =>
  db
    .selectFrom('villageReports')
    .select(['county', 'village', 'kind', 'month', 'count', 'byPerson as by', 'at'])
    .where('county', '=', county)
    .where(sql<boolean>`left(village, length(${place}::text)) = ${place}`)
    .where('month', 'in', [...months])
    .execute() as unknown as Promise<Report[]>

/** A year's reports of the villages under some places, and the villages. */
export async function reportTable(
  db: Db,
  county: County,
  places: readonly PlaceCode[],
  kind: StandingKind,
  year: number,
): Promise<ReportTable> {
  const under = (column: string) => sql<boolean>`exists (select from unnest(${[...places]}::varchar[]) as one
    where left(${sql.ref(column)}, length(one)) = one)`
  const [villages, rows] = await Promise.all([
    db
      .selectFrom('places')
      .innerJoin('places as towns', (join) =>
        join.onRef('towns.county', '=', 'places.county').on(sql<boolean>`towns.code = left(places.code, 9)`),
      )
      .select(['places.code as village', 'places.name', 'towns.code as town', 'towns.name as townName'])
      .where('places.county', '=', county)
      .where('places.level', '=', 'village')
      .where('places.until', 'is', null)
      .where(under('places.code'))
      .orderBy('places.code')
      .execute(),
    db
      .selectFrom('villageReports')
      .innerJoin('people', (join) =>
        join.onRef('people.county', '=', 'villageReports.county').onRef('people.id', '=', 'villageReports.byPerson'),
      )
      .select(['villageReports.village', 'villageReports.month', 'villageReports.count', 'people.name as byName', 'villageReports.at'])
      .where('villageReports.county', '=', county)
      .where('villageReports.kind', '=', kind)
      .where('villageReports.month', '>=', `${year}-01`)
      .where('villageReports.month', '<=', `${year}-12`)
      .where(under('villageReports.village'))
      .execute(),
  ])
  return { villages, rows }
}

/** For some months, how many villages under some places are not reported, town by town. */
export const unreportedOf = async (db: Db, county: County, places: readonly PlaceCode[], kind: StandingKind, months: readonly string[]) =>
  (
    await sql<{ town: string; month: string; villages: number }>`
      select left(code, 9) as town, month, count(*)::int as villages
        from places cross join unnest(${[...months]}::varchar[]) as month
        where county = ${county} and level = 'village' and until is null
          and exists (select from unnest(${[...places]}::varchar[]) as one where left(code, length(one)) = one)
          and not exists (select from village_reports as said
            where said.county = places.county and said.village = code and said.kind = ${kind} and said.month = month.month)
        group by 1, 2 order by 1, 2`.execute(db)
  ).rows
