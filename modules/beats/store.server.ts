/** Records of beats in the database: what an actor may find, and how an event is recorded. */
import { type Expression, type SqlBool, sql } from 'kysely'
import type { Db } from '#db/db.ts'
import type { CommandId, County, Day, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import { type Actor, postsFor } from '#modules/people/actor.ts'
import type { BeatRecord } from './beat.ts'
import { type Event, evolve } from './rules/decide.ts'
import type { Asked } from './wire.ts'

export const columns = [
  'county',
  'id',
  'village',
  'byPerson',
  'on',
  'filedAt',
  'facts',
  'matterId',
  'disputeId',
  'voided',
  'version',
] as const

const recordOf = ({ byPerson, ...row }: { byPerson: string } & object): BeatRecord => ({ ...row, by: byPerson }) as unknown as BeatRecord

const under = (place: PlaceCode) => sql<SqlBool>`left(village, ${sql.lit(Math.min(place.length, 12))}) = ${place.slice(0, 12)}`

/** Villages whose records an actor may read. */
export function inSight(actor: Actor): Expression<SqlBool> {
  const parts = postsFor(actor, 'beat.read').map(({ place }) => under(place))
  return sql<SqlBool>`(${sql.join(parts.length > 0 ? parts : [sql`false`], sql` or `)})`
}

/** The records an actor may find: there is no other check on reads, and no way to forget this one. */
export const visibleTo = (db: Db, actor: Actor) => db.selectFrom('beatRecords').where('county', '=', actor.county).where(inSight(actor))

export async function list(db: Db, actor: Actor, asked: Asked, after?: readonly string[]): Promise<BeatRecord[]> {
  let rows = visibleTo(db, actor).select(columns)
  if (asked.village) rows = rows.where(under(asked.village))
  if (asked.by) rows = rows.where('byPerson', '=', asked.by)
  if (asked.kind) rows = rows.where(sql<boolean>`facts ->> 'kind' = ${asked.kind}`)
  if (asked.since) rows = rows.where('on', '>=', asked.since)
  if (asked.until) rows = rows.where('on', '<=', asked.until)
  if (after) rows = rows.where(sql<boolean>`(filed_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  return (
    await rows
      .orderBy('filedAt', 'desc')
      .orderBy('id', 'desc')
      .limit(asked.limit + 1)
      .execute()
  ).map(recordOf)
}

export const keyOf = ({ filedAt, id }: BeatRecord) => [filedAt, id]

/** For the rules' own use: whose record it is decides what may be done. Held for the caller's transaction. */
export async function held(db: Db, county: County, id: string): Promise<BeatRecord | undefined> {
  const row = await db
    .selectFrom('beatRecords')
    .select(columns)
    .where('county', '=', county)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && recordOf(row)
}

/** The record that a command already changed: a retry after a lost reply. */
export const seen = async (db: Db, county: County, commandId: CommandId) =>
  (await db.selectFrom('events').select('subjectId').where('county', '=', county).where('commandId', '=', commandId).executeTakeFirst())
    ?.subjectId as string | undefined

/** Adds the event and folds it into the row, in the caller's transaction, which holds the row. */
export async function record(db: Db, before: BeatRecord, event: Event, commandId: CommandId): Promise<BeatRecord> {
  const after = evolve(before, event)
  const { by: byPerson, facts, county, id, ...rest } = after
  const row = { ...rest, byPerson, facts: JSON.stringify(facts) }
  if (before.version === 0)
    await db
      .insertInto('beatRecords')
      .values({ county, id, ...row })
      .execute()
  else await db.updateTable('beatRecords').set(row).where('county', '=', county).where('id', '=', id).execute()
  const { type, by, at, ...said } = event
  await db
    .insertInto('events')
    .values({
      ...{ county, subjectId: id, version: after.version, subject: 'beat', type, commandId, byPerson: by, at },
      facts: JSON.stringify(said),
      isTold: true,
    })
    .execute()
  return after
}

/** For each village in sight: its households, how many were visited since a day, and the last day somebody worked there. */
export const visitedOf = async (db: Db, actor: Actor, since: Day) =>
  (
    await sql<{ village: PlaceCode; households: number; visited: number; lastDay: Day | null }>`
      with lanes as (
        select left(code, 12) as village, sum(households) as households from places
        where county = ${actor.county} and level = 'lane' and until is null group by 1),
      made as (
        select village, count(distinct (facts ->> 'lane') || ' ' || (facts ->> 'house')) filter (where facts ->> 'kind' = 'visit') as visited,
          max("on") filter (where facts ->> 'kind' in ('visit', 'meeting', 'help', 'advice')
            or (facts ->> 'kind' = 'day' and facts ->> 'state' = 'done')) as last_day
        from beat_records where county = ${actor.county} and voided is null and "on" >= ${since} group by 1)
      select village, households::int as households, coalesce(visited, 0)::int as visited, last_day from lanes left join made using (village)
      where ${inSight(actor)}`.execute(db)
  ).rows

/**
 * For each village in sight and each of its two seats: the last day since `since` on which whoever sat there worked there, and how many
 * promises they made at doors are past their day.
 */
export const workOf = async (db: Db, actor: Actor, since: Day, today: Day) =>
  (
    await sql<{ village: PlaceCode; role: 'police_officer' | 'legal_adviser'; lastDay: Day | null; late: number }>`
      select village, role, max("on") filter (where "on" >= ${since} and (facts ->> 'kind' in ('visit', 'meeting', 'help', 'advice')
            or (facts ->> 'kind' = 'day' and facts ->> 'state' = 'done'))) as last_day,
          count(distinct beat_records.id) filter (where facts ->> 'promised' is not null and facts ->> 'keptOn' is null
            and facts ->> 'promisedBy' < ${today})::int as late
        from beat_records join posts on posts.county = beat_records.county and posts.place = village and posts.person_id = by_person
          and role in ('police_officer', 'legal_adviser') and posts.since <= "on" and (posts.until is null or posts.until > "on")
        where beat_records.county = ${actor.county} and voided is null and ${inSight(actor)}
        group by village, role`.execute(db)
  ).rows

/** Promises made on visits in a village that nobody has kept yet, the oldest first. */
export const promisesOf = async (db: Db, actor: Actor, village: PlaceCode, by?: PersonId): Promise<BeatRecord[]> =>
  (
    await visibleTo(db, actor)
      .select(columns)
      .where('village', '=', village)
      .$if(by !== undefined, (query) => query.where('byPerson', '=', by!))
      .where('voided', 'is', null)
      .where(sql<boolean>`facts ->> 'promised' is not null and facts ->> 'keptOn' is null`)
      .orderBy('on')
      .limit(100)
      .execute()
  ).map(recordOf)
