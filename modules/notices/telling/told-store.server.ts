/** What telling needs from the database: the events that nobody was told of yet, and who is where. */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import type { County, Day, MatterId, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Matter } from '#modules/matters/matter.ts'
import type { Event } from '#modules/matters/rules/event.ts'
import { columns } from '#modules/matters/store.server.ts'
import type { Seat } from '#modules/people/actor.ts'
import { standing } from '#modules/people/store.server.ts'
import type { Quiet } from '../notice.ts'

export type Untold = { readonly matterId: MatterId; readonly version: number; readonly event: Event; readonly subject: string }

export const isAnything = async (db: Db, county: County): Promise<boolean> =>
  (await db.selectFrom('events').select('version').where('county', '=', county).where('isTold', '=', false).limit(1).executeTakeFirst()) !==
  undefined

/** Untold events, oldest first, held for the caller's transaction. When there are many, reports come first: one may be an emergency. */
export async function untold(db: Db, county: County, limit: number): Promise<Untold[]> {
  const oldest = db
    .selectFrom('events')
    .select(['subject', 'subjectId', 'version', 'type', 'byPerson', 'at', 'facts'])
    .where('county', '=', county)
    .where('isTold', '=', false)
    .orderBy('at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
  const some = await oldest.execute()
  const reports = some.length === limit ? await oldest.where('type', '=', 'reported').execute() : []
  return (reports.length > 0 ? reports : some).map(({ subject, subjectId, version, type, byPerson, at, facts }) => ({
    subject,
    matterId: subjectId as MatterId,
    version,
    event: { ...(facts as object), type, by: byPerson, at } as unknown as Event,
  }))
}

export const markTold = (db: Db, county: County, told: readonly Untold[]) =>
  sql`update events set is_told = true from unnest(${told.map(({ matterId }) => matterId)}::uuid[], ${told.map(({ version }) => version)}::int[]) as it (subject_id, version)
    where events.county = ${county} and events.subject_id = it.subject_id and events.version = it.version`.execute(db)

export const mattersOf = async (db: Db, county: County, ids: readonly MatterId[]): Promise<Map<MatterId, Matter>> => {
  const rows = (await db
    .selectFrom('matters')
    .select(columns)
    .where('county', '=', county)
    .where('id', 'in', [...ids])
    .execute()) as unknown as Matter[]
  return new Map(rows.map((matter) => [matter.id, matter]))
}

/** Who was behind earlier events, by "matter version". */
export async function authorsOf(
  db: Db,
  county: County,
  asked: readonly { id: MatterId; version: number }[],
): Promise<Map<string, PersonId | null>> {
  if (asked.length === 0) return new Map()
  const { rows } = await sql<{
    id: string
    version: number
    by: PersonId | null
  }>`select subject_id as id, version, by_person as by from events
    where county = ${county} and (subject_id, version) in (select * from unnest(${asked.map(({ id }) => id)}::uuid[], ${asked.map(({ version }) => version)}::int[]))`.execute(
    db,
  )
  return new Map(rows.map(({ id, version, by }) => [`${id} ${version}`, by]))
}

export type Sitting = Seat & { readonly personId: PersonId }

/** Everybody in a seat today, of the whole county. */
export const everybody = (db: Db, county: County, on: Day): Promise<Sitting[]> =>
  db
    .selectFrom('posts')
    .select(['posts.role', 'posts.place', 'posts.department', 'posts.personId'])
    .where('posts.county', '=', county)
    .where(standing(on))
    .execute() as Promise<Sitting[]>

export type Reachable = {
  readonly about: MatterId
  readonly own: Pick<Matter, 'id' | 'reportedAt' | 'seenBy'>
  readonly reporterId: string
}

/** Residents who can be told about each matter, by telephone or by WeChat: who stand behind it or behind what was linked to it, each once. */
export async function reachable(db: Db, county: County, ids: readonly MatterId[], by: 'phone' | 'openid'): Promise<Reachable[]> {
  const behind = (column: 'matters.id' | 'matters.duplicateOf') =>
    db
      .selectFrom('reporters')
      .innerJoin('matters', (join) => join.onRef('matters.county', '=', 'reporters.county').onRef('matters.id', '=', 'reporters.matterId'))
      .select([
        `${column} as about`,
        'matters.id',
        'matters.reportedAt',
        'matters.seenBy',
        'reporters.id as reporterId',
        `reporters.${by}Key as key`,
      ])
      .where('reporters.county', '=', county)
      .where(column, 'in', [...ids])
      .where(`reporters.${by}`, 'is not', null)
      .orderBy('reporters.joinedAt')
      .execute()
  const rows = (await Promise.all([behind('matters.id'), behind('matters.duplicateOf')])).flat()
  const once = new Map<string, Reachable>()
  for (const { about, id, reportedAt, seenBy, reporterId, key: same } of rows) {
    const key = `${about} ${same?.toString('hex') ?? reporterId}`
    if (!once.has(key)) once.set(key, { about: about as MatterId, own: { id, reportedAt, seenBy: seenBy as Matter['seenBy'] }, reporterId })
  }
  return [...once.values()]
}

export type Filer = { readonly about: MatterId; readonly own: Pick<Matter, 'id' | 'reportedAt'>; readonly personId: PersonId }

/** The staff who filed what was linked to each matter, where they may still see it. */
export const filersOf = async (db: Db, county: County, ids: readonly MatterId[]): Promise<Filer[]> =>
  (
    await db
      .selectFrom('matters')
      .select(['duplicateOf', 'id', 'reportedAt', 'reporterId'])
      .where('county', '=', county)
      .where('duplicateOf', 'in', [...ids])
      .where('reporterId', 'is not', null)
      .where('seenBy', 'is', null)
      .execute()
  ).map(({ duplicateOf, id, reportedAt, reporterId }) => ({
    about: duplicateOf as MatterId,
    own: { id: id as MatterId, reportedAt },
    personId: reporterId as PersonId,
  }))

export const subscribers = async (db: Db, county: County): Promise<Set<string>> =>
  new Set(
    (await db.selectFrom('pushSubscriptions').select('personId').distinct().where('county', '=', county).execute()).map(
      ({ personId }) => personId,
    ),
  )

export const wechatReaders = async (db: Db, county: County): Promise<Set<string>> =>
  new Set((await db.selectFrom('wechatReaders').select('personId').where('county', '=', county).execute()).map(({ personId }) => personId))

export const robotsOf = (db: Db, county: County): Promise<{ id: string; channel: string; place: PlaceCode }[]> =>
  db.selectFrom('robots').select(['id', 'channel', 'place']).where('county', '=', county).where('isOn', '=', true).execute() as Promise<
    { id: string; channel: string; place: PlaceCode }[]
  >

export const quietOf = (db: Db, county: County): Promise<Quiet> =>
  db.selectFrom('counties').select(['quietFrom', 'quietUntil']).where('code', '=', county).executeTakeFirstOrThrow()

/** Wakes every process in which somebody of these is listening; sent with the transaction. A payload holds at most 8,000 bytes. */
export const wake = (db: Db, county: County, people: readonly PersonId[]) =>
  sql`select pg_notify('notices', ${JSON.stringify({ county, people: people.length <= 150 ? people : null })})`.execute(db)
