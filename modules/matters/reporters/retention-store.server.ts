/** How long reporters are remembered, in the database: whose time is over, and whose number has no key yet. */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import { shaped } from '#db/rows.ts'
import type { County, Instant, MatterId } from '#modules/kernel/ids.ts'

/** Days after the end of a matter for which its reporters are remembered, by county. */
export const forgetDays = (db: Db) => db.selectFrom('counties').select(['code', 'forgetDays']).orderBy('code').execute()

export const forgetDaysOf = async (db: Db, county: County): Promise<number> =>
  (await db.selectFrom('counties').select('forgetDays').where('code', '=', county).executeTakeFirstOrThrow()).forgetDays

export type Kept = { readonly matterId: MatterId; readonly id: string }

/**
 * Reporters with a name or number whose matter, or the one it was linked to, ended before `before`. Who joined later than that cannot
 * be among them, so what is looked at is only what is still kept.
 */
export const keptTooLong = (db: Db, county: County, before: Instant, limit: number): Promise<Kept[]> =>
  db
    .selectFrom('reporters')
    .innerJoin('matters', (join) => join.onRef('matters.county', '=', 'reporters.county').onRef('matters.id', '=', 'reporters.matterId'))
    .leftJoin('matters as main', (join) => join.onRef('main.county', '=', 'matters.county').onRef('main.id', '=', 'matters.duplicateOf'))
    .select(['reporters.matterId', 'reporters.id'])
    .where('reporters.county', '=', county)
    .where('reporters.joinedAt', '<', before)
    .where(sql<boolean>`(reporters.name is not null or reporters.phone is not null or reporters.openid is not null)`)
    .where(sql<boolean>`case when matters.status = 'linked' then main.closed_at else matters.closed_at end < ${before}`)
    .orderBy('reporters.joinedAt')
    .orderBy('reporters.id')
    .limit(limit)
    .execute()

const keptShape = shaped(['matterId', 'id'])

/** Names, numbers and their keys go; the codes stay, for they say nothing about anybody. */
export const forgetContacts = (db: Db, county: County, kept: readonly Kept[]) =>
  sql`update reporters set name = null, phone = null, phone_key = null, openid = null, openid_key = null
    from json_populate_recordset(null::reporters, ${keptShape.jsons(kept)}::json) as gone
    where reporters.county = ${county} and reporters.matter_id = gone.matter_id and reporters.id = gone.id`.execute(db)

export type Unkeyed = Kept & { readonly phone: Buffer }

/** Numbers written before there were keys, after a row. */
export const unkeyed = (db: Db, county: County, after: Kept | undefined, limit: number): Promise<Unkeyed[]> => {
  const all = db
    .selectFrom('reporters')
    .select(['matterId', 'id', 'phone'])
    .where('county', '=', county)
    .where('phone', 'is not', null)
    .where('phoneKey', 'is', null)
  const rest = after ? all.where(sql<boolean>`(matter_id, id) > (${after.matterId}::uuid, ${after.id}::uuid)`) : all
  return rest.orderBy('matterId').orderBy('id').limit(limit).execute() as Promise<Unkeyed[]>
}

const keyShape = shaped(['matterId', 'id', 'phoneKey'])

export const putKeys = (db: Db, county: County, keys: readonly (Kept & { phoneKey: Buffer })[]) =>
  sql`update reporters set phone_key = keyed.phone_key
    from json_populate_recordset(null::reporters, ${keyShape.jsons(keys)}::json) as keyed
    where reporters.county = ${county} and reporters.matter_id = keyed.matter_id and reporters.id = keyed.id and reporters.phone is not null`.execute(
    db,
  )
