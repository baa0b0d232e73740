/** Rows as JSON that PostgreSQL itself unfolds: one parameter, however many rows and columns there are. */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from './db.ts'
import type { DB } from './schema.ts'

const batch = 2000

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const plain = (value: unknown) => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value)

/** How rows with these properties are named and written for `json_populate_record` and `json_populate_recordset`. */
export function shaped<Name extends string>(names: readonly Name[]) {
  const pairs = names.map((name) => [name, snake(name)] as const)
  const record = (row: { readonly [N in Name]: unknown }) => Object.fromEntries(pairs.map(([name, column]) => [column, plain(row[name])]))
  return {
    columns: sql.join(pairs.map(([, column]) => sql.ref(column))),
    /** The columns of a table or alias. */
    of: (alias: string) => sql.join(pairs.map(([, column]) => sql.ref(`${alias}.${column}`))),
    json: (row: { readonly [N in Name]: unknown }): string => JSON.stringify(record(row)),
    jsons: (rows: readonly { readonly [N in Name]: unknown }[]): string => JSON.stringify(rows.map(record)),
  }
}

export const tableOf = (table: keyof DB): RawBuilder<unknown> => sql.ref(snake(table))

/** Inserts rows of one shape; columns that the first row does not name get their defaults. */
export async function insertRows<Row extends object>(db: Db, table: keyof DB, rows: readonly Row[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const { columns, jsons } = shaped(Object.keys(first) as (keyof Row & string)[])
  const into = tableOf(table)
  for (let start = 0; start < rows.length; start += batch)
    await sql`insert into ${into} (${columns}) select ${columns}
      from json_populate_recordset(null::${into}, ${jsons(rows.slice(start, start + batch))}::json)`.execute(db)
}
