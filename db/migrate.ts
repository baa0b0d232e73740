/** Brings a database up to the newest of db/migrations. Forward only; each file once, in order, in one transaction. */
import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { Db } from './db.ts'

const folder = new URL('./migrations/', import.meta.url)

const migrations = (): Record<string, Migration> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.sql'))
      .map((file) => [
        file.slice(0, -4),
        {
          up: (db) =>
            sql
              .raw(readFileSync(new URL(file, folder), 'utf8'))
              .execute(db)
              .then(() => undefined),
        },
      ]),
  )

/** The names of the migrations that ran now. Throws the first one's error; nothing of it stays. */
export async function migrate(db: Db): Promise<string[]> {
  const { error, results } = await new Migrator({ db, provider: { getMigrations: async () => migrations() } }).migrateToLatest()
  if (error) throw error
  return (results ?? []).map((each) => each.migrationName)
}
