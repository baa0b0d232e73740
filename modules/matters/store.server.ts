/** Matters in the database: what an actor may find, and how an event is recorded. */
import { type Expression, type SqlBool, sql } from 'kysely'
import type { Db } from '#db/db.ts'
import type { County, Day, Instant, MatterId, PlaceCode } from '#modules/kernel/ids.ts'
import { type Actor, postsFor, type Seat } from '#modules/people/actor.ts'
import { can, type Verb } from '#modules/people/role.ts'
import { standing } from '#modules/people/store.server.ts'
import type { Matter } from './matter.ts'

export const columns = [
  'county',
  'id',
  'place',
  'category',
  'words',
  'status',
  'holderRole',
  'holderPlace',
  'holderDepartment',
  'worker',
  'departments',
  'reporterId',
  'source',
  'isPublic',
  'isEmergency',
  'goesAround',
  'seenBy',
  'latitude',
  'longitude',
  'isOutside',
  'onTheSpot',
  'reportedAt',
  'acceptBy',
  'settleBy',
  'dueBy',
  'remindAt',
  'isOverdue',
  'lateSince',
  'lateAt',
  'nextAt',
  'pause',
  'application',
  'orders',
  'duplicateOf',
  'disputeId',
  'policeToldAt',
  'joined',
  'acceptedAt',
  'settledAt',
  'silenceAt',
  'closedAt',
  'outcome',
  'rating',
  'version',
  'movedVersion',
] as const satisfies readonly (keyof Matter)[]

/** Under a place. Written as equality on a prefix, so that the index on that prefix keeps the order of what follows it. */
export const under = (place: PlaceCode): Expression<SqlBool> =>
  place.length === 6
    ? sql<SqlBool>`matters.county = ${place}`
    : place.length === 18
      ? sql<SqlBool>`matters.place = ${place}`
      : place.length <= 12
        ? sql<SqlBool>`left(matters.place, ${sql.lit(place.length)}) = ${place}`
        : sql<SqlBool>`left(matters.place, 12) = ${place.slice(0, 12)} and left(matters.place, ${sql.lit(place.length)}) = ${place}`

/**
 * What a post sees: a department what it has had; a police officer emergencies and what stands with them; any other what lies under its place,
 * but no complaint that goes around it. On a restricted path, only the roles that are named.
 */
const sightOf = ({ role, place, department }: Seat): Expression<SqlBool> => {
  const named = sql`(matters.seen_by is null or matters.seen_by @> array[${role}]::varchar[])`
  if (role === 'department_officer') return sql<SqlBool>`(matters.departments @> array[${department}]::varchar[] and ${named})`
  if (role === 'police_officer')
    return sql<SqlBool>`(${under(place)} and not matters.goes_around and ${named} and (matters.is_emergency or matters.seen_by is not null or matters.holder_role = 'police_officer'))`
  const own = role === 'centre_officer' ? sql`or matters.holder_role = 'centre_officer'` : sql``
  return sql<SqlBool>`(${under(place)} and (not matters.goes_around ${own}) and ${named})`
}

/**
 * What an actor may see: what each of their posts sees, or saw where it was before its place became another, and, with `own`, what they filed themselves, unless its path is restricted.
 * Out of sight is not found: there is no other check on reads, and no way to forget this one.
 */
export function inSight(actor: Actor, verb: Verb, own = verb === 'matter.read'): Expression<SqlBool> {
  const posts = postsFor(actor, verb)
  const widest = posts.find((post) => post.role === 'centre_officer')
  // Beside the county centre's sight only a department's can add anything: complaints that go around it.
  const parts = (widest ? posts.filter((post) => post === widest || post.role === 'department_officer') : posts).map(sightOf)
  // What happened at places that have become one's own is history: it is read, and nothing is done there.
  if (verb === 'matter.read' && !widest) parts.push(...(actor.formerly ?? []).filter(({ role }) => can(role, verb)).map(sightOf))
  if (own) parts.push(sql<SqlBool>`(matters.reporter_id = ${actor.id} and matters.seen_by is null)`)
  return sql<SqlBool>`(${sql.join(parts.length > 0 ? parts : [sql`false`], sql` or `)})`
}

/** The matters an actor may see. */
export const visibleTo = (db: Db, actor: Actor, verb: Verb = 'matter.read', own?: boolean) =>
  db
    .selectFrom('matters')
    .where('matters.county', '=', actor.county)
    .where(inSight(actor, verb, own))

/** In an actor's sight for a verb: to read, or to be told how to reach the reporter. */
export const find = (db: Db, actor: Actor, id: MatterId, verb: Verb = 'matter.read') =>
  visibleTo(db, actor, verb).select(columns).where('id', '=', id).executeTakeFirst() as unknown as Promise<Matter | undefined>

/** Whether an actor may see a matter. */
export const sees = async (db: Db, actor: Actor, id: MatterId): Promise<boolean> => (await find(db, actor, id)) !== undefined

/** For the rules' own use, after sight was decided elsewhere. */
export const findAny = (db: Db, county: County, id: MatterId) =>
  db.selectFrom('matters').select(columns).where('county', '=', county).where('id', '=', id).executeTakeFirst() as unknown as Promise<
    Matter | undefined
  >

/** Matters held for the caller's transaction, as they are now; always in one order, so that no two wait for each other. */
export const hold = (db: Db, county: County, ids: readonly MatterId[]) =>
  db
    .selectFrom('matters')
    .select(columns)
    .where('county', '=', county)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute() as unknown as Promise<Matter[]>

/** Open matters that wait at a seat or are worked on by a person: what has to move when somebody leaves. */
export const heldAt = (db: Db, county: County, seat: Seat) =>
  db
    .selectFrom('matters')
    .select(columns)
    .where('county', '=', county)
    .where('holderPlace', '=', seat.place)
    .where('holderRole', '=', seat.role)
    .where('holderDepartment', 'is not distinct from', seat.department)
    .where('dueBy', 'is not', null)
    .orderBy('lateAt')
    .execute() as unknown as Promise<Matter[]>

/** Open matters about which the clock has to do something now, oldest first, held for the caller's transaction; what others hold is theirs. */
export const dueNow = (db: Db, county: County, now: Instant, limit: number) =>
  db
    .selectFrom('matters')
    .select(columns)
    .where('county', '=', county)
    .where('nextAt', '<=', now)
    .orderBy('nextAt')
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute() as unknown as Promise<Matter[]>

/** Open matters in a seat that nobody sits in today, or with somebody who has left it; `isFilled`: a colleague still sits there. */
export const stranded = (db: Db, county: County, on: Day, limit: number) => {
  const inSeat = sql`posts.county = matters.county and posts.place = matters.holder_place and posts.role = matters.holder_role
    and coalesce(posts.department, '') = coalesce(matters.holder_department, '') and ${standing(on)}`
  // Two anti-joins over everything that is open, before any row is locked.
  const found = sql`
    select id from matters where county = ${county} and late_at is not null and holder_role <> 'centre_officer'
      and not exists (select 1 from posts where ${inSeat})
    union all
    select id from matters where county = ${county} and late_at is not null and worker is not null
      and not exists (select 1 from posts where posts.person_id = matters.worker and ${inSeat})
    limit ${limit}`
  return db
    .selectFrom('matters')
    .select(columns)
    .select(sql<boolean>`(holder_role = 'centre_officer' or exists (select 1 from posts where ${inSeat}))`.as('isFilled'))
    .where('county', '=', county)
    .where(sql<boolean>`id = any(array(${found}))`)
    .where('lateAt', 'is not', null)
    .forUpdate()
    .skipLocked()
    .execute() as unknown as Promise<(Matter & { isFilled: boolean })[]>
}
