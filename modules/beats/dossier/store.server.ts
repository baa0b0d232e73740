/** What a village's dossier is made of, counted in the database; and what its officer keeps, for any number of villages at once. */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import type { County, Day, Instant, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Facts } from './dossier.ts'
import type { Kept } from './freshness.ts'

const under = (column: string, place: PlaceCode) =>
  sql`left(${sql.ref(column)}, ${sql.lit(Math.min(place.length, 12))}) = ${place.slice(0, 12)}`

/** A day in the village: one on which anything was recorded there but a plan or a count. */
const isThere = sql`(facts ->> 'kind' in ('visit', 'meeting', 'help', 'advice') or (facts ->> 'kind' = 'day' and facts ->> 'state' = 'done'))`

/**
 * By village, as it was on a day; looks back to `since` and no further. What was looked at again later is not there on an earlier day: nobody
 * keeps when it was looked at before.
 */
export async function keptOf(db: Db, county: County, place: PlaceCode, since: Day, on: Day): Promise<Map<PlaceCode, Kept>> {
  const stood = sql`seen_on <= ${on} and (ended_on is null or ended_on > ${on})`
  const { rows } = await sql<Kept & { village: PlaceCode }>`
    with villages as (
        select code as village from places where county = ${county} and level = 'village' and ${under('code', place)} and (until is null or until > ${on})),
      made as (
        select village, max("on") filter (where ${isThere}) as visits, max("on") filter (where facts ->> 'kind' = 'meeting') as meetings
        from beat_records where county = ${county} and ${under('village', place)} and voided is null and "on" between ${since} and ${on} group by 1),
      said as (
        select village, max((published_at at time zone 'Asia/Shanghai')::date) as bulletins
        from bulletins where county = ${county} and ${under('village', place)} and withdrawn_at is null
          and (published_at at time zone 'Asia/Shanghai')::date <= ${on} group by 1),
      things as (
        select village, json_build_object('count', count(*), 'seenOn', min(seen_on)) as facilities
        from village_facilities where county = ${county} and ${under('village', place)} and ${stood} group by 1),
      talk as (
        select village, json_build_object('count', count(*), 'seenOn', min(seen_on),
          'noticeOn', case when bool_and(coalesce(last_notice_on <= ${on}, false)) then min(last_notice_on) end) as groups
        from contact_groups where county = ${county} and ${under('village', place)} and ${stood} group by 1)
    select village, made.visits, made.meetings, said.bulletins,
        coalesce(things.facilities, '{"count": 0, "seenOn": null}') as facilities,
        coalesce(talk.groups, '{"count": 0, "seenOn": null, "noticeOn": null}') as groups
      from villages left join made using (village) left join said using (village) left join things using (village)
        left join talk using (village)`.execute(db)
  return new Map(rows.map(({ village, ...kept }) => [village, kept]))
}

/** Numbers of a village since a day; what is open, now. */
export async function numbersOf(
  db: Db,
  county: County,
  village: PlaceCode,
  { since, now }: { since: Day; now: Instant },
): Promise<Pick<Facts, 'matters' | 'disputes' | 'records'> & { readonly bulletins: number }> {
  const begin = `${since}T00:00:00+08:00`
  const { rows } = await sql<Record<string, number>>`
    with m as (
        select count(*) filter (where reported_at >= ${begin}) as reported, count(*) filter (where settled_at >= ${begin}) as settled,
          count(*) filter (where late_at is not null) as open, count(*) filter (where late_at < ${now}) as late
        from matters where county = ${county} and left(place, 12) = ${village}),
      d as (
        select count(*) as registered,
          count(*) filter (where status in ('registered', 'mediating', 'agreed')) as going_on
        from disputes where county = ${county} and left(place, 12) = ${village} and registered_at >= ${begin}),
      r as (
        select count(distinct "on") filter (where ${isThere}) as days,
          count(distinct (facts ->> 'lane') || ' ' || (facts ->> 'house')) filter (where facts ->> 'kind' = 'visit') as visited,
          count(*) filter (where facts ->> 'kind' = 'advice') as advice, count(*) filter (where facts ->> 'kind' = 'meeting') as meetings,
          coalesce(sum((facts ->> 'count')::int) filter (where facts ->> 'kind' = 'entries'), 0)::int as entries
        from beat_records where county = ${county} and village = ${village} and voided is null and "on" >= ${since}),
      b as (
        select count(*) as bulletins from bulletins
        where county = ${county} and village = ${village} and withdrawn_at is null and published_at >= ${begin})
    select * from m, d, r, b`.execute(db)
  const { reported = 0, settled = 0, open = 0, late = 0, registered = 0, goingOn = 0, bulletins = 0, ...records } = rows[0] ?? {}
  return {
    matters: { reported, settled, open, late },
    disputes: { registered, open: goingOn, ended: registered - goingOn },
    records: records as unknown as Facts['records'],
    bulletins,
  }
}

/** Open hazards (隐患排查: category 02) by category, with the day of the oldest. */
export const hazardsOf = async (db: Db, county: County, village: PlaceCode) =>
  (
    await sql<{ name: string; nameEn: string; count: number; oldest: Day }>`
      select name, name_en, count(*) as count, min((reported_at at time zone 'Asia/Shanghai')::date) as oldest
      from matters join categories on categories.county = matters.county and categories.code = matters.category
      where matters.county = ${county} and left(place, 12) = ${village} and late_at is not null and category like '02%'
      group by 1, 2 order by 3 desc, 1`.execute(db)
  ).rows

/** Everybody who has been the officer of a village, the latest first; whoever stands in for a leave too. */
export const officersOf = async (db: Db, county: County, village: PlaceCode) =>
  db
    .selectFrom('posts')
    .innerJoin('people', (join) => join.onRef('people.county', '=', 'posts.county').onRef('people.id', '=', 'posts.personId'))
    .select(['people.id', 'people.name', 'people.phone', 'posts.since', 'posts.until'])
    .where('posts.county', '=', county)
    .where('posts.place', '=', village)
    .where('posts.role', '=', 'police_officer')
    .orderBy('posts.since', 'desc')
    .execute()

/** Open matters that stand with the officer's seat, the most pressing first. */
export const heldBySeat = (db: Db, county: County, village: PlaceCode) =>
  db
    .selectFrom('matters')
    .innerJoin('categories', (join) =>
      join.onRef('categories.county', '=', 'matters.county').onRef('categories.code', '=', 'matters.category'),
    )
    .select([
      'matters.id',
      'matters.reportedAt',
      'matters.dueBy',
      'matters.status',
      'categories.name as category',
      'categories.nameEn as categoryEn',
    ])
    .where('matters.county', '=', county)
    .where('matters.holderRole', '=', 'police_officer')
    .where('matters.holderPlace', '=', village)
    .where('matters.lateAt', 'is not', null)
    .orderBy('matters.lateAt')
    .execute()

/** Clues that somebody handed on from a village: how many, and how many nobody has judged yet. Counted, never read. */
export async function clueCount(db: Db, county: County, village: PlaceCode, by: PersonId): Promise<{ handed: number; waiting: number }> {
  const { rows } = await sql<{ handed: number; waiting: number }>`
    select count(*) as handed, count(*) filter (where outcome is null) as waiting
    from clues where county = ${county} and village = ${village} and by_person = ${by}`.execute(db)
  return rows[0] ?? { handed: 0, waiting: 0 }
}
