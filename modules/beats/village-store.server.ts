/** What is known of a village beside its records: bulletins, groups, leave, and what the station and the petition office reported. Plain rows. */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import type { County, Day, Instant, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Actor } from '#modules/people/actor.ts'
import { standing } from '#modules/people/store.server.ts'
import type { ContactGroup, Report, StandingKind } from './beat.ts'
import type { ReportTable } from './reply.ts'
import { inSight } from './store.server.ts'
import type { Group, NewBulletin, NewLeave, Reports } from './wire.ts'

/** Publishes once: the same one sent again is the same one. False where somebody else's has its id. */
export async function publish(db: Db, actor: Actor, { id, village, title, body }: NewBulletin, at: Instant): Promise<boolean> {
  await db
    .insertInto('bulletins')
    .values({ county: actor.county, id, village, byPerson: actor.id, title, body, publishedAt: at, withdrawnAt: null })
    .onConflict((row) => row.columns(['county', 'id']).doNothing())
    .execute()
  const there = await db
    .selectFrom('bulletins')
    .select('byPerson')
    .where('county', '=', actor.county)
    .where('id', '=', id)
    .executeTakeFirst()
  return there?.byPerson === actor.id
}

/** Takes back one's own; again, and it stays as it was. False if there is none. */
export async function withdraw(db: Db, actor: Actor, id: string, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('bulletins')
    .set(({ fn, val }) => ({ withdrawnAt: fn.coalesce('withdrawnAt', val(at)) }))
    .where('county', '=', actor.county)
    .where('id', '=', id)
    .where('byPerson', '=', actor.id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

const bulletinColumns = ['id', 'village', 'title', 'body', 'publishedAt', 'withdrawnAt'] as const

const shownBulletins = (db: Db, county: County, village: PlaceCode) =>
  db
    .selectFrom('bulletins')
    .innerJoin('people', (join) => join.onRef('people.county', '=', 'bulletins.county').onRef('people.id', '=', 'bulletins.byPerson'))
    .select([
      'bulletins.id',
      'bulletins.village',
      'bulletins.title',
      'bulletins.body',
      'bulletins.publishedAt',
      'bulletins.byPerson as by',
      'people.name as byName',
    ])
    .where('bulletins.county', '=', county)
    .where('bulletins.village', '=', village)
    .where('bulletins.withdrawnAt', 'is', null)

/** A village's bulletins, newest first, with who wrote them: they hang on the village's page for everybody, without what came of them. */
export const bulletinsOf = (db: Db, county: County, village: PlaceCode, limit = 50) =>
  shownBulletins(db, county, village)
    .select(['bulletins.matterId', 'bulletins.disputeId'])
    .orderBy('bulletins.publishedAt', 'desc')
    .orderBy('bulletins.id', 'desc')
    .limit(limit)
    .execute()

/** One of them; undefined where it was taken back. */
export const shownBulletin = (db: Db, county: County, village: PlaceCode, id: string) =>
  shownBulletins(db, county, village).where('bulletins.id', '=', id).executeTakeFirst()

export const findBulletin = (db: Db, county: County, id: string) =>
  db.selectFrom('bulletins').select(bulletinColumns).where('county', '=', county).where('id', '=', id).executeTakeFirst()

export const groupsOf = (db: Db, county: County, village: PlaceCode): Promise<(ContactGroup & { seenOn: Day })[]> =>
  db
    .selectFrom('contactGroups')
    .select(['county', 'id', 'village', 'kind', 'name', 'owner', 'size', 'lastNoticeOn', 'link', 'seenOn'])
    .where('county', '=', county)
    .where('village', '=', village)
    .where('endedOn', 'is', null)
    .orderBy('name')
    .execute() as unknown as Promise<(ContactGroup & { seenOn: Day })[]>

/** Keeps a group as its owner says it is today. False where it is somebody else's. */
export async function putGroup(db: Db, actor: Actor, { id, lastNoticeOn, link, seenOn, ...group }: Group, on: Day): Promise<boolean> {
  const facts = { ...group, lastNoticeOn: lastNoticeOn ?? null, link: link ?? null, seenOn: seenOn ?? on, endedOn: null }
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('contactGroups')
    .values({ county: actor.county, id, owner: actor.id, ...facts })
    .onConflict((row) => row.columns(['county', 'id']).doUpdateSet(facts).where('contactGroups.owner', '=', actor.id))
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function endGroup(db: Db, actor: Actor, id: string, on: Day): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('contactGroups')
    .set(({ fn, val }) => ({ endedOn: fn.coalesce('endedOn', val(on)) }))
    .where('county', '=', actor.county)
    .where('id', '=', id)
    .where('owner', '=', actor.id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const leavesOf = (db: Db, county: County, village: PlaceCode) =>
  db
    .selectFrom('leaves')
    .leftJoin('people as away', (join) => join.onRef('away.county', '=', 'leaves.county').onRef('away.id', '=', 'leaves.person'))
    .leftJoin('people as instead', (join) =>
      join.onRef('instead.county', '=', 'leaves.county').onRef('instead.id', '=', 'leaves.substitute'),
    )
    .select(['leaves.id', 'leaves.person', 'leaves.from', 'leaves.to', 'leaves.substitute', 'away.name', 'instead.name as substituteName'])
    .where('leaves.county', '=', county)
    .where(sql<boolean>`left(leaves.village, length(${village}::text)) = ${village}`)
    .orderBy('leaves.from', 'desc')
    .execute()

export const addLeave = (db: Db, actor: Actor, { substitute, ...leave }: NewLeave, at: Instant) =>
  db
    .insertInto('leaves')
    .values({ county: actor.county, ...leave, substitute: substitute ?? null, byPerson: actor.id, at })
    .onConflict((row) => row.columns(['county', 'id']).doNothing())
    .execute()

export const dropLeave = (db: Db, county: County, id: string) =>
  db
    .deleteFrom('leaves')
    .where('county', '=', county)
    .where('id', '=', id)
    .returning(['village', 'substitute', 'from', 'to', 'person'])
    .executeTakeFirst()

export const findLeave = (db: Db, county: County, id: string) =>
  db
    .selectFrom('leaves')
    .select(['village', 'person', 'from', 'to', 'substitute'])
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst()

/** All rows or none; what was reported before for the same month is replaced. */
export const putReports = (db: Db, actor: Actor, { kind, rows }: Reports, at: Instant) =>
  db
    .insertInto('villageReports')
    .values(rows.map((row) => ({ county: actor.county, kind, ...row, byPerson: actor.id, at })))
    .onConflict((row) =>
      row.columns(['county', 'village', 'kind', 'month']).doUpdateSet((eb) => ({
        count: eb.ref('excluded.count'),
        byPerson: eb.ref('excluded.byPerson'),
        at: eb.ref('excluded.at'),
      })),
    )
    .execute()

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

/** Villages in an actor's sight, with who is their officer and adviser today. */
export const villagesOf = (db: Db, actor: Actor, on: Day) =>
  db
    .selectFrom((inner) =>
      inner
        .selectFrom('places')
        .select(['county', 'code as village', 'name', 'households'])
        .where('county', '=', actor.county)
        .where('level', '=', 'village')
        .where(sql<boolean>`(until is null or until > ${on})`)
        .as('villages'),
    )
    .leftJoin('posts', (join) =>
      join
        .onRef('posts.county', '=', 'villages.county')
        .onRef('posts.place', '=', 'villages.village')
        .on('posts.role', 'in', ['police_officer', 'legal_adviser'])
        .on(standing(on)),
    )
    .leftJoin('people', (join) => join.onRef('people.county', '=', 'posts.county').onRef('people.id', '=', 'posts.personId'))
    .select(['villages.village', 'villages.name', 'posts.role', 'posts.since', 'people.id as personId', 'people.name as personName'])
    .where(inSight(actor))
    .orderBy('villages.village')
    .execute() as unknown as Promise<
    {
      village: PlaceCode
      name: string
      role: 'police_officer' | 'legal_adviser' | null
      since: Day | null
      personId: PersonId | null
      personName: string | null
    }[]
  >

/** For each lane of a village: how many households, how many of them were visited since a day, and when last. */
export const coverageOf = (db: Db, county: County, village: PlaceCode, since: Day) =>
  db
    .selectFrom('places')
    .leftJoin('beatRecords', (join) =>
      join
        .onRef('beatRecords.county', '=', 'places.county')
        .on('beatRecords.village', '=', village)
        .on(sql<boolean>`beat_records.facts ->> 'lane' = places.code`)
        .on('beatRecords.voided', 'is', null)
        .on('beatRecords.on', '>=', since),
    )
    .select([
      'places.code as lane',
      'places.name',
      'places.households',
      sql<number>`count(distinct beat_records.facts ->> 'house')`.as('visited'),
      sql<Day | null>`max(beat_records."on")`.as('lastOn'),
    ])
    .where('places.county', '=', county)
    .where('places.level', '=', 'lane')
    .where(sql<boolean>`left(places.code, 12) = ${village}`)
    .where('places.until', 'is', null)
    .groupBy(['places.code', 'places.name', 'places.households'])
    .orderBy('places.code')
    .execute()
