/** Who stands behind a matter in the database: the first reporter, whose row has the matter's own id, and those who joined. */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import type { County, Instant, MatterId } from '#modules/kernel/ids.ts'
import type { Matter } from '../matter.ts'
import type { ReporterRow } from '../record-store.server.ts'
import { columns } from '../store.server.ts'

/** A matter, and the row of whom we talk with about it. */
export type Followed = { readonly matter: Matter; readonly reporter: string }

const reporterId = 'reporters.id as reporterRow'
const matterColumns = columns.map((column) => `matters.${column}` as const)

const followed = (db: Db) =>
  db
    .selectFrom('reporters')
    .innerJoin('matters', (join) => join.onRef('matters.county', '=', 'reporters.county').onRef('matters.id', '=', 'reporters.matterId'))
    .select([...matterColumns, reporterId])
    .where('reporters.county', 'in', (counties) => counties.selectFrom('counties').select('code'))

function asFollowed<R extends { reporterRow: string }>({ reporterRow, ...matter }: R): Followed {
  return { matter: matter as unknown as Matter, reporter: reporterRow }
}

/** By a reporter's tracking code, as its keyed hash. */
export async function findTracked(db: Db, tracking: Buffer): Promise<Followed | undefined> {
  const row = await followed(db).where('reporters.tracking', '=', tracking).executeTakeFirst()
  return row && asFollowed(row)
}

/** Everything left with a telephone number, by its keyed hash, newest first. */
export async function followedBy(db: Db, phoneKey: Buffer, limit: number): Promise<Followed[]> {
  const rows = await followed(db).where('reporters.phoneKey', '=', phoneKey).orderBy('reporters.joinedAt', 'desc').limit(limit).execute()
  return rows.map(asFollowed)
}

/** The number itself, sealed, from any of the rows it was left in. */
export const numberBehind = async (db: Db, phoneKey: Buffer): Promise<Buffer | null | undefined> =>
  (
    await db
      .selectFrom('reporters')
      .select('phone')
      .where('county', 'in', (counties) => counties.selectFrom('counties').select('code'))
      .where('phoneKey', '=', phoneKey)
      .limit(1)
      .executeTakeFirst()
  )?.phone

export async function findFollowed(db: Db, phoneKey: Buffer, reporter: string): Promise<Followed | undefined> {
  const row = await followed(db).where('reporters.phoneKey', '=', phoneKey).where('reporters.id', '=', reporter).executeTakeFirst()
  return row && asFollowed(row)
}

/** Everybody behind a matter, the first first. What was erased is null. */
export const reportersOf = (db: Db, county: County, id: MatterId) =>
  db
    .selectFrom('reporters')
    .select(['id', 'name', 'phone'])
    .where('county', '=', county)
    .where('matterId', '=', id)
    .orderBy(sql`id <> matter_id`)
    .orderBy('joinedAt')
    .orderBy('id')
    .execute()

/** Whether somebody with this number stands behind it, other than one row. */
export const isBehind = async (db: Db, county: County, id: MatterId, phoneKey: Buffer, except: string): Promise<boolean> =>
  (await db
    .selectFrom('reporters')
    .select('id')
    .where('county', '=', county)
    .where('matterId', '=', id)
    .where('phoneKey', '=', phoneKey)
    .where('id', '!=', except)
    .executeTakeFirst()) !== undefined

/** False if this very row is there already: the same form once more. */
export async function addReporter(
  db: Db,
  row: { county: County; matterId: MatterId; id: string; joinedAt: Instant } & ReporterRow,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('reporters')
    .values(row)
    .onConflict((same) => same.columns(['county', 'matterId', 'id']).doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** The number behind a row that goes: whoever removes it asks whether the same person stands there once more. */
export const removeReporter = (db: Db, county: County, id: MatterId, reporter: string) =>
  db
    .deleteFrom('reporters')
    .where('county', '=', county)
    .where('matterId', '=', id)
    .where('id', '=', reporter)
    .returning('phoneKey')
    .executeTakeFirst()

/** Name, number and code are gone; the row says that somebody was there. */
export const eraseReporter = (db: Db, county: County, id: MatterId, reporter: string) =>
  db
    .updateTable('reporters')
    .set({ name: null, phone: null, phoneKey: null, tracking: null, openid: null, openidKey: null })
    .where('county', '=', county)
    .where('matterId', '=', id)
    .where('id', '=', reporter)
    .execute()
