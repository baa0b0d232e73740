/** Many rows in few statements: each batch is one JSON parameter that PostgreSQL itself unfolds. */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import type { DB } from '#db/schema.ts'

const batch = 2000

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const plain = (value: unknown) => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value)

/** Inserts rows of one shape; columns that the first row does not name get their defaults. */
export async function insertRows<Row extends object>(db: Db, table: keyof DB, rows: readonly Row[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const names = Object.keys(first).map((name) => [name as keyof Row, snake(name)] as const)
  const columns = sql.join(names.map(([, column]) => sql.ref(column)))
  const into = sql.ref(snake(table))
  for (let start = 0; start < rows.length; start += batch) {
    const part = rows
      .slice(start, start + batch)
      .map((row) => Object.fromEntries(names.map(([name, column]) => [column, plain(row[name])])))
    await sql`insert into ${into} (${columns}) select ${columns} from json_populate_recordset(null::${into}, ${JSON.stringify(part)}::json)`.execute(
      db,
    )
  }
}
