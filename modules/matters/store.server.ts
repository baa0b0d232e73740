/** Matters in the database: what an actor may find, and how an event is recorded. */
import { type Expression, type SqlBool, sql } from 'kysely'
import type { Db } from '#db/db.ts'
import { shaped } from '#db/rows.ts'
import { type Asked, statement } from '#db/statement.ts'
import type { CommandId, County, Instant, MatterId, PhotoId, PlaceCode } from '#modules/kernel/ids.ts'
import { type Actor, postsFor, type Seat } from '#modules/people/actor.ts'
import type { Verb } from '#modules/people/role.ts'
import { type Event, evolve, type Matter, type Recorded } from './matter.ts'

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
  'latitude',
  'longitude',
  'isOutside',
  'onTheSpot',
  'reportedAt',
  'acceptBy',
  'settleBy',
  'dueBy',
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

/** What a post sees: a department what it has had; any other what lies under its place, but no complaint that goes around it. */
const sightOf = ({ role, place, department }: Seat): Expression<SqlBool> => {
  if (role === 'department_officer') return sql<SqlBool>`matters.departments @> array[${department}]::varchar[]`
  const own = role === 'centre_officer' ? sql`or matters.holder_role = 'centre_officer'` : sql``
  return sql<SqlBool>`(${under(place)} and (not matters.goes_around ${own}))`
}

/**
 * What an actor may see: what each of their posts sees and, with `own`, what they filed themselves.
 * Out of sight is not found: there is no other check on reads, and no way to forget this one.
 */
export function inSight(actor: Actor, verb: Verb, own = verb === 'matter.read'): Expression<SqlBool> {
  const posts = postsFor(actor, verb)
  const widest = posts.find((post) => post.role === 'centre_officer')
  const parts = widest ? [sightOf(widest)] : posts.map(sightOf)
  if (own) parts.push(sql<SqlBool>`matters.reporter_id = ${actor.id}`)
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
  visibleTo(db, actor, verb).select(columns).where('id', '=', id).executeTakeFirst() as Promise<Matter | undefined>

/** Whether an actor may see a matter. */
export const sees = async (db: Db, actor: Actor, id: MatterId): Promise<boolean> => (await find(db, actor, id)) !== undefined

/** By the reporter's tracking code, as its keyed hash. */
export const findTracked = (db: Db, tracking: Buffer) =>
  db
    .selectFrom('reporters')
    .innerJoin('matters', (join) => join.onRef('matters.county', '=', 'reporters.county').onRef('matters.id', '=', 'reporters.matterId'))
    .select(columns.map((column) => `matters.${column}` as const))
    .where('reporters.county', 'in', (counties) => counties.selectFrom('counties').select('code'))
    .where('reporters.tracking', '=', tracking)
    .executeTakeFirst() as Promise<Matter | undefined>

/** For the rules' own use, after sight was decided elsewhere. */
export const findAny = (db: Db, county: County, id: MatterId) =>
  db.selectFrom('matters').select(columns).where('county', '=', county).where('id', '=', id).executeTakeFirst() as Promise<
    Matter | undefined
  >

/** The matter that a command already changed: a retry after a lost reply. */
export const seen = async (db: Db, county: County, commandId: CommandId) =>
  (await db.selectFrom('events').select('subjectId').where('county', '=', county).where('commandId', '=', commandId).executeTakeFirst())
    ?.subjectId as MatterId | undefined

export type ReporterRow = { tracking: Buffer | null; name: Buffer | null; phone: Buffer | null }

/**
 * Adds the event to the record and folds it into the row, in one statement and so in one transaction. Two writers of one version, or of
 * one command, meet at a unique key: the second gets a unique violation, for the caller to answer.
 */
export async function record(db: Db, before: Matter, event: Event, commandId: CommandId, reporter?: ReporterRow): Promise<Matter> {
  const after = evolve(before, event)
  const { county, id, version } = after
  const { type, by, at, ...facts } = event
  const row = { county, subjectId: id, version, subject: 'matter', type, commandId, byPerson: by, at, facts }
  const photos = [...(event.photos ?? [])]

  if (before.version === 0) {
    await file(db, {
      ...{ county, id, version, photos },
      event: eventShape.json(row),
      matter: matterShape.json(after),
      reporter: reporter ? reporterShape.json({ county, matterId: id, ...reporter }) : null,
    })
    return after
  }
  let query = db.with('said', (cte) =>
    cte
      .insertInto('events')
      .values({ ...row, facts: JSON.stringify(facts) })
      .returning('version'),
  ) as unknown as Db
  if (photos.length > 0)
    query = query.with('shown', (cte) =>
      cte
        .updateTable('photos')
        .set({ matterId: id, version })
        .where('county', '=', county)
        .where('id', 'in', photos)
        .where('matterId', 'is', null)
        .returning('id'),
    ) as unknown as Db
  const { county: _county, id: _id, departments, ...changed } = after
  await query
    .updateTable('matters')
    .set({ ...changed, departments: [...departments] })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('version', '=', before.version)
    .execute()
  return after
}

const matterShape = shaped(columns)
const eventShape = shaped(['county', 'subjectId', 'version', 'subject', 'type', 'commandId', 'byPerson', 'at', 'facts'])
const reporterShape = shaped(['county', 'matterId', 'tracking', 'name', 'phone'])

type First = {
  county: County
  id: MatterId
  version: number
  photos: readonly PhotoId[]
  event: string
  matter: string
  reporter: string | null
}

/** The first event and its row. A report is the write that comes in crowds. */
const file = statement(
  (_, is: Asked<First>) => sql`with said as (
      insert into events (${eventShape.columns}) select ${eventShape.columns} from json_populate_record(null::events, ${is('event')}::json)
      returning version),
    shown as (
      update photos set matter_id = ${is('id')}, version = ${is('version')}
      where county = ${is('county')} and id = any(${is('photos')}::uuid[]) and matter_id is null returning id),
    reached as (
      insert into reporters (${reporterShape.columns})
      select ${reporterShape.columns} from json_populate_record(null::reporters, ${is('reporter')}::json) where county is not null
      returning matter_id)
    insert into matters (${matterShape.columns})
    select ${matterShape.columns} from json_populate_record(null::matters, ${is('matter')}::json)`,
)

/** The whole file of a matter, oldest first. */
export async function eventsOf(db: Db, county: County, id: MatterId): Promise<Recorded[]> {
  const rows = await db
    .selectFrom('events')
    .select(['version', 'type', 'commandId', 'byPerson', 'at', 'facts'])
    .where('county', '=', county)
    .where('subjectId', '=', id)
    .orderBy('version')
    .execute()
  return rows.map(({ facts, byPerson, ...row }) => ({ ...(facts as object), ...row, by: byPerson }) as unknown as Recorded)
}

export const reporterOf = (db: Db, county: County, id: MatterId) =>
  db
    .selectFrom('reporters')
    .select(['name', 'phone', 'tracking'])
    .where('county', '=', county)
    .where('matterId', '=', id)
    .executeTakeFirst()

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
    .orderBy('dueBy')
    .execute() as Promise<Matter[]>

/** Settled matters whose reporter has been silent long enough, oldest first. */
export const silentAt = (db: Db, now: Instant, limit: number) =>
  db
    .selectFrom('matters')
    .select(columns)
    .where('county', 'in', (counties) => counties.selectFrom('counties').select('code'))
    .where('silenceAt', '<=', now)
    .orderBy('silenceAt')
    .limit(limit)
    .execute() as Promise<Matter[]>
