/** The database: Kysely over pg, with the parsers that keep instants and days as text. */
import { CamelCasePlugin, HandleEmptyInListsPlugin, Kysely, PostgresDialect, pushValueIntoList, sql } from 'kysely'
import pg from 'pg'
import type { DB } from './schema.ts'

export type Db = Kysely<DB>

const { builtins } = pg.types
/** An instant is ISO text in UTC; a day is "2018-10-24" (a Date would be a day early); counts fit a number. */
pg.types.setTypeParser(builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString())
pg.types.setTypeParser(builtins.DATE, (text) => text)
pg.types.setTypeParser(builtins.INT8, Number)
pg.types.setTypeParser(builtins.NUMERIC, Number)

/**
 * Marks a statement that every request or every report executes: each connection has it parsed and planned once. Only for texts that
 * do not vary with what is asked; stands near the front of the statement.
 */
export const prepared = sql`/*prepared*/`

const isPrepared = (text: string) => text.lastIndexOf('/*prepared*/', 12) >= 0
const names = new Map<string, string>()
const nameOf = (text: string): string => {
  const known = names.get(text) ?? `maplebridge_${names.size}`
  names.set(text, known)
  return known
}

export function openPool(url: string, size = 20): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: size, application_name: 'maplebridge', idleTimeoutMillis: 60_000 })
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...asked: unknown[]) => unknown
    client.query = ((text: unknown, values: unknown, ...rest: unknown[]) =>
      typeof text === 'string' && isPrepared(text)
        ? query({ name: nameOf(text), text, values }, ...rest)
        : query(text, values, ...rest)) as typeof client.query
  })
  return pool
}

export const overPool = (pool: pg.Pool): Db =>
  new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [
      new CamelCasePlugin({ maintainNestedObjectKeys: true }),
      new HandleEmptyInListsPlugin({ strategy: pushValueIntoList('00000000-0000-0000-0000-000000000000') }),
    ],
  })

/** Run in one transaction; in one that is already open, in a savepoint, since Kysely's transactions do not nest. */
export async function transact<T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  if (!db.isTransaction) return db.transaction().execute(work)
  await sql`savepoint nested`.execute(db)
  try {
    const result = await work(db)
    await sql`release savepoint nested`.execute(db)
    return result
  } catch (error) {
    await sql`rollback to savepoint nested`.execute(db)
    throw error
  }
}

/** Two writers met at a unique key: the same command, the same version, the same telephone number. */
export const isUniqueViolation = (error: unknown): error is Error & { constraint: string } =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === '23505'

/** A row named something that is not there: an unknown place, category or person. */
export const isMissingReference = (error: unknown): error is Error & { constraint: string } =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === '23503'

/** What people type, for LIKE: its own signs taken as themselves. */
export const likely = (typed: string): string => typed.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** Whether the database answers. */
export const isUp = (db: Db): Promise<boolean> =>
  sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
