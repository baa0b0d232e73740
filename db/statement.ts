/**
 * Statements that every request makes, built once: to build one anew costs this process more than to execute it costs the database.
 *
 *   const named = statement((db, is: Asked<{ id: string }>) => db.selectFrom('people').select('name').where('id', '=', is('id')))
 *   const [person] = await named(db, { id })
 */
import { type CompiledQuery, type RawBuilder, sql } from 'kysely'
import { type Db, prepared } from './db.ts'

class Blank {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** The place of a value that comes with each execution. */
export type Asked<Values> = <Name extends keyof Values & string>(name: Name) => RawBuilder<Values[Name]>

/** Makes a function of a statement, which each connection parses once. Its text must be the same whatever the values are. */
export function statement<Values extends object, Row>(
  build: (db: Db, is: Asked<Values>) => { compile(db: Db): CompiledQuery<Row> },
): (db: Db, values: Values) => Promise<Row[]> {
  let known: CompiledQuery<Row> | undefined
  return async (db, values) => {
    known ??= prepared(build(db, (name) => sql`${new Blank(name)}`).compile(db))
    const parameters = known.parameters.map((value) => (value instanceof Blank ? values[value.name as keyof Values] : value))
    return (await db.executeQuery<Row>({ ...known, parameters })).rows
  }
}
