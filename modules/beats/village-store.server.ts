/** What is known of a village beside its records: bulletins, groups, who works there. Plain rows. */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import type { County, Day, Instant, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Actor } from '#modules/people/actor.ts'
import { standing } from '#modules/people/store.server.ts'
import type { ContactGroup } from './beat.ts'
import { inSight } from './store.server.ts'
import type { Group, NewBulletin } from './wire.ts'

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

/** Whether whoever keeps a group still works in its village. */
const ownerHere = (on: Day) => sql<boolean>`exists (select from posts where posts.county = contact_groups.county
  and posts.person_id = contact_groups.owner and posts.place = contact_groups.village and posts.role in ('police_officer', 'legal_adviser')
  and posts.since <= ${on} and (posts.until is null or posts.until > ${on}))`

export type Kept = ContactGroup & { readonly seenOn: Day; readonly ownerName: string; readonly isOwnerHere: boolean }

export const groupsOf = (db: Db, county: County, village: PlaceCode, on: Day): Promise<Kept[]> =>
  db
    .selectFrom('contactGroups')
    .innerJoin('people', (join) => join.onRef('people.county', '=', 'contactGroups.county').onRef('people.id', '=', 'contactGroups.owner'))
    .select(['contactGroups.county', 'contactGroups.id', 'contactGroups.village', 'contactGroups.kind', 'contactGroups.name'])
    .select(['contactGroups.owner', 'contactGroups.size', 'contactGroups.lastNoticeOn', 'contactGroups.link', 'contactGroups.seenOn'])
    .select(['people.name as ownerName', ownerHere(on).as('isOwnerHere')])
    .where('contactGroups.county', '=', county)
    .where('contactGroups.village', '=', village)
    .where('contactGroups.endedOn', 'is', null)
    .orderBy('contactGroups.name')
    .execute() as unknown as Promise<Kept[]>

/** Keeps a group as its owner says it is today; one whose owner works there no more is taken over. False where it is somebody else's, or of another village. */
export async function putGroup(db: Db, actor: Actor, { id, lastNoticeOn, link, seenOn, ...group }: Group, on: Day): Promise<boolean> {
  const facts = { ...group, owner: actor.id, lastNoticeOn: lastNoticeOn ?? null, link: link ?? null, seenOn: seenOn ?? on, endedOn: null }
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('contactGroups')
    .values({ county: actor.county, id, ...facts })
    .onConflict((row) =>
      row
        .columns(['county', 'id'])
        .doUpdateSet(facts)
        .where('contactGroups.village', '=', group.village)
        .where(({ or, eb }) => or([eb('contactGroups.owner', '=', actor.id), eb(ownerHere(on), '=', false)])),
    )
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function endGroup(
  db: Db,
  actor: Actor,
  { id, villages }: { id: string; villages: readonly PlaceCode[] },
  on: Day,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('contactGroups')
    .set(({ fn, val }) => ({ endedOn: fn.coalesce('endedOn', val(on)) }))
    .where('county', '=', actor.county)
    .where('id', '=', id)
    .where('village', 'in', [...villages])
    .where(({ or, eb }) => or([eb('owner', '=', actor.id), eb(ownerHere(on), '=', false)]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

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
    .select(['posts.until', 'posts.insteadOf'])
    .where(inSight(actor))
    .orderBy('villages.village')
    .orderBy('posts.since')
    .orderBy('people.name')
    .execute() as unknown as Promise<
    {
      village: PlaceCode
      name: string
      role: 'police_officer' | 'legal_adviser' | null
      since: Day | null
      personId: PersonId | null
      personName: string | null
      until: Day | null
      insteadOf: PersonId | null
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
