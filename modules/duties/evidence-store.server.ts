/** What counts for duties, read from the records that the work itself left: one statement for any number of villages and days. */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import { isWhole, limits } from '#modules/beats/dossier/freshness.ts'
import { keptOf } from '#modules/beats/dossier/store.server.ts'
import { daysAfter } from '#modules/kernel/calendar.ts'
import type { County, Day, PlaceCode } from '#modules/kernel/ids.ts'
import { type Evidence, type EvidenceKind, evidenceKinds } from './duty.ts'

const village = (column: string, place: PlaceCode) =>
  sql`left(${sql.ref(column)}, ${sql.lit(Math.min(place.length, 12))}) = ${place.slice(0, 12)}`

const dayAt = (instant: string) => sql`(${sql.ref(instant)} at time zone 'Asia/Shanghai')::date`
/** The day on which a record was written down; a day that was planned, on the day itself. */
const filedOn = sql`greatest(${dayAt('filed_at')}, "on")`

/** Helped like a prevention team, and none: the committee that every village has by law (eight.ts, row 5). In the phone's words and in full. */
const noTeam = '调委会|调解委员会|mediation committee'

/**
 * Everything of the closed set (duty.ts) under a place in some days, both included.
 * A team that stands was helped at any time. A day in the village is one on which anything was recorded there; a problem is solved when a legal question was, a matter of category 01
 * was settled by whom it stood with, or a dispute that they registered or came across led to an agreement that binds: on the day it ended,
 * whenever they had come across it.
 */
export async function evidenceOf(
  db: Db,
  county: County,
  place: PlaceCode,
  from: Day,
  to: Day,
  kinds: readonly EvidenceKind[] = evidenceKinds,
): Promise<Evidence[]> {
  const { rows } = await sql<Evidence>`
    with made as (
      select id, village, by_person, "on", facts, nullif(${filedOn}, "on") as filed_on from beat_records
      where county = ${county} and ${village('village', place)} and voided is null and "on" between ${from} and ${to}),
    found as (
      select village || by_person || "on" as id, 'villageDay' as kind, "on", by_person as by, village as place, 1 as amount, null as key,
        bool_or(facts ->> 'kind' = 'day') or null as is_good, '/villages/' || village || '?on=' || "on" as link,
        nullif(min(coalesce(filed_on, "on")), "on") as filed_on
      from made where facts ->> 'kind' in ('visit', 'meeting', 'help', 'advice') or (facts ->> 'kind' = 'day' and facts ->> 'state' = 'done')
      group by village, by_person, "on"
    union all
    select id::text, facts ->> 'kind', "on", by_person, village,
        coalesce((facts ->> 'count')::int, 1), (facts ->> 'lane') || ' ' || (facts ->> 'house'), null, '/records/' || id, filed_on
      from made where facts ->> 'kind' in ('visit', 'meeting', 'entries')
    union all
    select (array_agg(id order by "on", id))[1]::text, 'team', min("on"), (array_agg(by_person order by "on", id))[1], village, 1,
        facts ->> 'team', null, '/records/' || (array_agg(id order by "on", id))[1], null
      from beat_records where county = ${county} and ${village('village', place)} and voided is null
        and facts ->> 'kind' = 'help' and "on" <= ${to} and facts ->> 'team' !~* ${noTeam}
      group by village, facts ->> 'team'
    union all
    select id::text || 's', 'solved', "on", by_person, village, 1, null, (facts ->> 'isSolved')::boolean, '/records/' || id, filed_on
      from made where facts ->> 'kind' = 'advice'
    union all
    select id::text, 'bulletin', ${dayAt('published_at')}, by_person, village, 1, null, null, '/villages/' || village, null
      from bulletins where county = ${county} and ${village('village', place)} and withdrawn_at is null
        and ${dayAt('published_at')} between ${from} and ${to}
    union all
    select id::text, 'clue', "on", by_person, village, 1, null, (outcome ->> 'isUseful')::boolean, '/clues/' || id, null
      from clues where county = ${county} and ${village('village', place)} and "on" between ${from} and ${to}
    union all
    select id::text, 'solved', ${dayAt('settled_at')}, worker, left(place, 12), 1, null, true, '/matters/' || id, null
      from matters where county = ${county} and ${village('place', place)} and length(place) >= 12 and category like '01%' and dispute_id is null
        and worker is not null and status in ('settled', 'closed') and ${dayAt('settled_at')} between ${from} and ${to}
    union all
    select ended.id || their.by_person::text, 'solved', ended_on, their.by_person, left(place, 12), 1, null, true, '/disputes', null
      from disputes as ended join (
          select id as dispute_id, registered_by as by_person from disputes where county = ${county} and ended_on between ${from} and ${to}
          union select dispute_id, by_person from beat_records where county = ${county} and voided is null and dispute_id is not null
        ) as their on their.dispute_id = ended.id
      where county = ${county} and ${village('place', place)} and length(place) >= 12
        and status in ('performing', 'performed', 'closed', 'archived') and file -> 'agreement' ->> 'effectiveOn' is not null
        and ended_on between ${from} and ${to})
    select * from found where kind = any(${[...kinds]}::text[])`.execute(db)
  return rows
}

/** The villages whose dossier is whole and fresh on a day, as far as their officers keep it. */
export async function wholeDossiers(db: Db, county: County, place: PlaceCode, on: Day): Promise<Set<PlaceCode>> {
  const kept = await keptOf(db, county, place, daysAfter(on, -Math.max(limits.visits, limits.meetings)), on)
  return new Set([...kept].flatMap(([village, each]) => (isWhole(each, on) ? [village] : [])))
}

/** What was written down on visits, of meetings and as answers, to see identical texts; never shown. */
export const saidOf = (db: Db, county: County, place: PlaceCode, from: Day, to: Day) =>
  db
    .selectFrom('beatRecords')
    .select(['village', 'byPerson as by', 'on'])
    .select([
      sql<'visit' | 'meeting' | 'advice'>`facts ->> 'kind'`.as('kind'),
      sql<string>`concat_ws(' ', facts ->> 'heard', facts ->> 'about', facts ->> 'question', facts ->> 'answer')`.as('words'),
      sql<Day | null>`nullif(${filedOn}, "on")`.as('filedOn'),
    ])
    .where('county', '=', county)
    .where(sql<boolean>`${village('village', place)}`)
    .where('voided', 'is', null)
    .where(sql<boolean>`facts ->> 'kind' in ('visit', 'meeting', 'advice')`)
    .where('on', '>=', from)
    .where('on', '<=', to)
    .execute()

/** How many households each village has. */
export async function householdsOf(db: Db, county: County, place: PlaceCode): Promise<Map<PlaceCode, number>> {
  const { rows } = await sql<{ village: PlaceCode; n: number }>`select left(code, 12) as village, sum(households)::int as n from places
    where county = ${county} and ${village('code', place)} and level = 'lane' and until is null group by 1`.execute(db)
  return new Map(rows.map(({ village, n }) => [village, n]))
}
