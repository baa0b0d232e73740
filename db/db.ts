/** The database: Kysely over pg, with the parsers that keep instants and days as text. */
import { createHash } from 'node:crypto'
import {
  CamelCasePlugin,
  type CompiledQuery,
  HandleEmptyInListsPlugin,
  Kysely,
  PostgresDialect,
  type PostgresPoolClient,
  pushValueIntoList,
  sql,
} from 'kysely'
import pg from 'pg'
import { type Lane, openLane } from './lane.ts'
import type { DB } from './schema.ts'

export type Db = Kysely<DB>

const { builtins } = pg.types
/** An instant is ISO text in UTC; a day is "2018-10-24" (a Date would be a day early); counts fit a number. */
pg.types.setTypeParser(builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString())
pg.types.setTypeParser(builtins.DATE, (text) => text)
pg.types.setTypeParser(builtins.INT8, Number)
pg.types.setTypeParser(builtins.NUMERIC, Number)

const names = new Map<string, string>()
/** The same in every process: behind a pooler two of them can share a connection. */
const nameOf = (text: string): string => {
  const known = names.get(text) ?? `mb_${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`
  names.set(text, known)
  return known
}

const mark = '/*prepared*/ '

/** Marks a compiled statement that each connection shall parse and plan once: see statement.ts. */
export const prepared = <Row>(compiled: CompiledQuery<Row>): CompiledQuery<Row> => ({ ...compiled, sql: mark + compiled.sql })

export function openPool(url: string, size = 20): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    application_name: 'maplebridge',
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  })
  // A connection that breaks in somebody's hands refuses their statement; without a listener it would end the process too.
  pool.on('connect', (client) => client.on('error', () => undefined))
  pool.on('error', () => undefined)
  return pool
}

/** A connection as Kysely borrows it: taken from the pool by the first statement that is no prepared read, for then it may be a transaction. */
function borrowed(pool: pg.Pool, lane: Lane): PostgresPoolClient {
  let client: pg.PoolClient | undefined
  const query = async (text: string, parameters: readonly unknown[] = []) => {
    const isPrepared = text.startsWith(mark)
    const asked = { text, values: [...parameters], ...(isPrepared && { name: nameOf(text) }) }
    if (isPrepared && !client && text.startsWith('select', mark.length)) return lane.query(asked)
    client ??= await pool.connect()
    return client.query(asked)
  }
  return { query: query as unknown as PostgresPoolClient['query'], release: (destroy) => client?.release(destroy) }
}

export function overPool(pool: pg.Pool): Db {
  const lane = openLane(pool.options)
  return new Kysely<DB>({
    dialect: new PostgresDialect({
      pool: {
        options: pool.options,
        connect: async () => borrowed(pool, lane),
        end: async () => void (await Promise.all([lane.end(), pool.end()])),
      },
    }),
    plugins: [
      new CamelCasePlugin({ maintainNestedObjectKeys: true }),
      new HandleEmptyInListsPlugin({ strategy: pushValueIntoList('00000000-0000-0000-0000-000000000000') }),
    ],
  })
}

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

/** Whether the database answers, also on the connection for short reads. */
export async function isUp(db: Db): Promise<boolean> {
  try {
    // Each asks within its own promise: one that throws at once would leave the other's failure unheard.
    const asks = [() => sql`select 1`.execute(db), () => db.executeQuery(prepared(sql`select 1`.compile(db)))]
    await Promise.all(asks.map(async (ask) => ask()))
    return true
  } catch {
    return false
  }
}
