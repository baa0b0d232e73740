/** Disputes in the database: what an actor may find, and nothing else is found by any route. */
import { type Expression, type SqlBool, sql } from 'kysely'
import type { Db } from '#db/db.ts'
import type { County, Day, DisputeId, Instant, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Actor } from '#modules/people/actor.ts'
import { standing } from '#modules/people/store.server.ts'
import { heirOf } from '#modules/places/successor-store.server.ts'
import { types } from './codes/types.ts'
import type { Dispute } from './dispute.ts'
import { type AllowanceTable, firstTable } from './rules/allowance.ts'
import { headRoles, memberRoles } from './rules/sight.ts'

/** What stands in columns of its own; the rest of a dispute is its `file`. */
export const columns = [
  'county',
  'id',
  'committee',
  'place',
  'year',
  'serial',
  'source',
  'matterId',
  'type',
  'nationalType',
  'scale',
  'occurredOn',
  'involved',
  'fen',
  'isDifficult',
  'status',
  'registeredAt',
  'registeredBy',
  'mediators',
  'offices',
  'acceptedOn',
  'settleBy',
  'preventBy',
  'endedOn',
  'closedOn',
  'allowance',
  'nextAt',
  'version',
] as const satisfies readonly (keyof Dispute)[]

type Stored = Pick<Dispute, (typeof columns)[number]> & { readonly file: object }

export const rowOf = (dispute: Dispute): Stored => {
  const file: Record<string, unknown> = { ...dispute }
  for (const column of columns) delete file[column]
  return { ...(Object.fromEntries(columns.map((column) => [column, dispute[column]])) as Stored), file }
}

const disputeOf = ({ file, ...row }: Stored): Dispute => ({ ...(file as Dispute), ...row })

const whole = [...columns, 'file'] as const

/**
 * What an actor may open: files they are assigned to while they sit on that committee, all of a committee they head, and those referred up
 * to an office of theirs. As mayOpen in rules/sight.ts.
 */
export function inSight(actor: Actor): Expression<SqlBool> {
  const parts = [...actor.posts, ...(actor.formerly ?? [])].flatMap(({ role, place }) => [
    ...(headRoles.includes(role) ? [sql<SqlBool>`disputes.committee = ${place}`] : []),
    ...(memberRoles.includes(role)
      ? [sql<SqlBool>`(disputes.committee = ${place} and disputes.mediators @> array[${actor.id}]::uuid[])`]
      : []),
    sql<SqlBool>`(disputes.offices <> '[]' and disputes.offices @> ${JSON.stringify([{ role, place }])}::jsonb)`,
  ])
  return sql<SqlBool>`(${sql.join(parts.length > 0 ? parts : [sql`false`], sql` or `)})`
}

/** The disputes an actor may open: there is no other check on reads, and no way to forget this one. */
export const visibleTo = (db: Db, actor: Actor) =>
  db.selectFrom('disputes').where('disputes.county', '=', actor.county).where(inSight(actor))

export async function find(db: Db, actor: Actor, id: DisputeId): Promise<Dispute | undefined> {
  const row = await visibleTo(db, actor).select(whole).where('id', '=', id).executeTakeFirst()
  return row && disputeOf(row as unknown as Stored)
}

export const sees = async (db: Db, actor: Actor, id: DisputeId): Promise<boolean> =>
  (await visibleTo(db, actor).select('id').where('id', '=', id).executeTakeFirst()) !== undefined

/** For the rules' own use, after sight was decided elsewhere. `held`: nobody else changes it until the transaction ends. */
export async function findAny(db: Db, county: County, id: DisputeId, held = false): Promise<Dispute | undefined> {
  const asked = db.selectFrom('disputes').select(whole).where('county', '=', county).where('id', '=', id)
  const row = await (held ? asked.forUpdate() : asked).executeTakeFirst()
  return row && disputeOf(row as unknown as Stored)
}

export const findMany = async (db: Db, county: County, ids: readonly DisputeId[]): Promise<Dispute[]> =>
  all(
    await db
      .selectFrom('disputes')
      .select(whole)
      .where('county', '=', county)
      .where('id', 'in', [...ids])
      .execute(),
  )

export const all = (rows: readonly object[]): Dispute[] => (rows as Stored[]).map(disputeOf)
export { whole as wholeRow }

/** Files about which the clock has to say something now, oldest first, held for the caller's transaction; what others hold is theirs. */
export const dueNow = async (db: Db, county: County, now: Instant, limit: number): Promise<Dispute[]> =>
  all(
    await db
      .selectFrom('disputes')
      .select(whole)
      .where('county', '=', county)
      .where('nextAt', '<=', now)
      .orderBy('nextAt')
      .limit(limit)
      .forUpdate()
      .skipLocked()
      .execute(),
  )

/** Who sits on a committee today, or on the one that took over from it. */
export async function membersOf(db: Db, county: County, committee: PlaceCode, on: Day): Promise<PersonId[]> {
  const place = (await heirOf(db, committee, on)) ?? committee
  return (
    await db
      .selectFrom('posts')
      .select('personId')
      .distinct()
      .where('posts.county', '=', county)
      .where('place', '=', place)
      .where('role', 'in', [...memberRoles])
      .where(standing(on))
      .execute()
  ).map(({ personId }) => personId)
}

/** The next number of a committee's year. Holds the count until the caller's transaction ends, so that no number is left out. */
export async function nextSerial(db: Db, county: County, committee: PlaceCode, year: number): Promise<number> {
  const { last } = await db
    .insertInto('disputeSerials')
    .values({ county, committee, year, last: 1 })
    .onConflict((row) => row.columns(['county', 'committee', 'year']).doUpdateSet({ last: sql<number>`dispute_serials.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

/** The national type beside a type: the county's own row, else the table in codes/. Undefined for a type that there is not. */
export async function nationalTypeOf(db: Db, county: County, type: string): Promise<string | undefined> {
  const known = types.find(({ code }) => code === type)
  if (!known) return undefined
  const own = await db
    .selectFrom('disputeTypes')
    .select('nationalType')
    .where('county', '=', county)
    .where('code', '=', type)
    .executeTakeFirst()
  return own?.nationalType ?? known.nationalType
}

export async function allowanceTable(db: Db, county: County): Promise<AllowanceTable> {
  const row = await db.selectFrom('disputeAllowances').select('settings').where('county', '=', county).executeTakeFirst()
  return (row?.settings as AllowanceTable | undefined) ?? firstTable
}

/** Every type, with the national type that stands beside it in the county. */
export async function typeChoices(db: Db, county: County) {
  const own = await db.selectFrom('disputeTypes').select(['code', 'nationalType']).where('county', '=', county).execute()
  const set = new Map(own.map(({ code, nationalType }) => [code, nationalType]))
  return types.map((type) => ({ ...type, nationalType: set.get(type.code) ?? type.nationalType }))
}

/** Whether an actor registered a file: they know its number, and may not be able to open it. */
export const isRegistrant = async (db: Db, actor: Actor, id: DisputeId): Promise<boolean> =>
  (await db
    .selectFrom('disputes')
    .select('id')
    .where('county', '=', actor.county)
    .where('id', '=', id)
    .where('registeredBy', '=', actor.id)
    .executeTakeFirst()) !== undefined
