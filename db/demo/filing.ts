/** Writes finished files in bulk: the events, and the row that they fold to. */
import { setImmediate } from 'node:timers/promises'
import type { Opened } from '#server/start.ts'
import { insertRows } from '../rows.ts'
import type { Life } from './life.ts'
import { reporterRows } from './reporters.ts'

type Into = Pick<Opened, 'db' | 'secrets'>

/** In the shape in which modules/matters/store.server.ts records one. */
const eventRows = ({ matter: { county, id }, events }: Life) =>
  events.map(({ version, type, commandId, by, at, ...facts }) => ({
    county,
    subjectId: id,
    version,
    subject: 'matter',
    type,
    commandId,
    byPerson: by,
    at,
    facts,
    isTold: true,
  }))

async function fileLives({ db }: Into, lives: readonly Life[]): Promise<void> {
  await insertRows(
    db,
    'matters',
    lives.map(({ matter }) => matter),
  )
  await insertRows(db, 'events', lives.flatMap(eventRows))
}

/** Writes what is being drawn while the next is drawn: the database works on one core, chance on the other. In the caller's transaction. */
export async function fileYear(into: Into, year: Iterable<readonly Life[]>): Promise<readonly Life[]> {
  const all: Life[] = []
  let filing = Promise.resolve()
  for (const lives of year) {
    all.push(...lives)
    filing = filing.then(() => fileLives(into, lives))
    await Promise.race([filing, setImmediate()]) // lets the next statement out; a failure ends the loading at once
  }
  await filing
  // Only now: while `matters` was nearly empty, the database would have settled on looking for each row's matter by reading all of it.
  await insertRows(into.db, 'reporters', reporterRows(all, into.secrets))
  return all
}
