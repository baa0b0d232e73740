/** Changes of places in the database: the decisions, and writing what came of them. */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import { insertRows } from '#db/rows.ts'
import type { County, Day, Instant, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Refusal } from '#modules/kernel/refusal.ts'
import type { Plan } from './change.ts'
import type { Sums, states } from './change-wire.ts'
import type { Outcome } from './outcome.ts'
import { type Place, parentOf } from './place.ts'

type Named = { readonly code: string; readonly name: string }
/** Kept with a change: names as they were then; what moved when it was done; why it could not be done. */
export type Facts = {
  readonly about: readonly Named[]
  readonly became: readonly Named[]
  readonly sums: Sums | null
  readonly refusal: Refusal | null
}

export type Change = {
  readonly county: County
  readonly id: string
  readonly plan: Plan
  readonly day: Day
  readonly turn: number
  readonly reason: string
  readonly document: string | null
  readonly state: (typeof states)[number]
  readonly askedBy: PersonId
  readonly askedAt: Instant
  readonly endedBy: PersonId | null
  readonly endedAt: Instant | null
  readonly facts: Facts
}

/** Where in the list a change stands. */
export type Position = Pick<Change, 'day' | 'askedAt' | 'turn' | 'id'>

const columns = [
  'county',
  'id',
  'plan',
  'day',
  'turn',
  'reason',
  'document',
  'state',
  'askedBy',
  'askedAt',
  'endedBy',
  'endedAt',
  'facts',
] as const satisfies readonly (keyof Change)[]

/** One decision about the places of a county at a time. Others may go on filing and working meanwhile. */
export const lockCounty = (db: Db, county: County) => sql`select code from counties where code = ${county} for no key update`.execute(db)

/** Waits for reports that are just being filed there. Longest codes first, as a report takes them: so that neither waits for the other. */
export const lockPlaces = (db: Db, county: County, codes: readonly PlaceCode[]) =>
  sql`select code from places where county = ${county} and code = any(${codes}::varchar[])
    order by length(code) desc, code for update`.execute(db)

export const find = (db: Db, county: County, id: string) =>
  db.selectFrom('placeChanges').select(columns).where('county', '=', county).where('id', '=', id).executeTakeFirst() as unknown as Promise<
    Change | undefined
  >

export const add = async (db: Db, change: Change): Promise<void> => {
  await db
    .insertInto('placeChanges')
    .values({ ...change, plan: JSON.stringify(change.plan), facts: JSON.stringify(change.facts) })
    .execute()
}

/** Ends a planned change; false if it has ended already. */
export async function end(
  db: Db,
  { county, id }: Pick<Change, 'county' | 'id'>,
  state: Exclude<Change['state'], 'planned'>,
  { by, at, facts }: { by: PersonId | null; at: Instant; facts: Facts },
): Promise<boolean> {
  const rows = await db
    .updateTable('placeChanges')
    .set({ state, endedBy: by, endedAt: at, facts: JSON.stringify(facts) })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('state', '=', 'planned')
    .returning('id')
    .execute()
  return rows.length > 0
}

/** What is planned, in the order in which it will be done; with `until`, what is due by then. */
export const planned = (db: Db, county: County, until?: Day) => {
  let rows = db.selectFrom('placeChanges').select(columns).where('county', '=', county).where('state', '=', 'planned')
  if (until) rows = rows.where('day', '<=', until)
  return rows.orderBy('day').orderBy('askedAt').orderBy('turn').execute() as unknown as Promise<Change[]>
}

/** Newest day first, with the names of who decided; what was decided together stays together. `after` is what the page before ended with. */
export function list(
  db: Db,
  county: County,
  { state, after, limit }: { state?: Change['state'] | undefined; after?: Position | undefined; limit: number },
) {
  let rows = db
    .selectFrom('placeChanges')
    .leftJoin('people as asker', (join) =>
      join.onRef('asker.county', '=', 'placeChanges.county').onRef('asker.id', '=', 'placeChanges.askedBy'),
    )
    .leftJoin('people as ender', (join) =>
      join.onRef('ender.county', '=', 'placeChanges.county').onRef('ender.id', '=', 'placeChanges.endedBy'),
    )
    .select(columns.map((column) => `placeChanges.${column}` as const))
    .select(['asker.name as askedByName', 'ender.name as endedByName'])
    .where('placeChanges.county', '=', county)
  if (state) rows = rows.where('placeChanges.state', '=', state)
  if (after)
    rows = rows.where(
      sql<boolean>`(place_changes.day, place_changes.asked_at, place_changes.turn, place_changes.id)
        < (${after.day}::date, ${after.askedAt}::timestamptz, ${after.turn}::int, ${after.id}::uuid)`,
    )
  return rows
    .orderBy('placeChanges.day', 'desc')
    .orderBy('placeChanges.askedAt', 'desc')
    .orderBy('placeChanges.turn', 'desc')
    .orderBy('placeChanges.id', 'desc')
    .limit(limit + 1)
    .execute() as unknown as Promise<(Change & { askedByName: string | null; endedByName: string | null })[]>
}

/** Writes an outcome: new places, names, ends, and what became of them. */
export async function write(
  db: Db,
  { county, id, before }: { county: County; id: string; before: ReadonlyMap<PlaceCode, Place> },
  { added, changed, ended }: Outcome,
  day: Day,
): Promise<void> {
  const ordered = [...added].sort((one, other) => one.code.length - other.code.length)
  await insertRows(
    db,
    'places',
    ordered.map(({ level, code, ...place }) => ({ ...place, code, level, parent: parentOf(code) ?? null })),
  )
  for (const place of changed) await rename(db, place, before.get(place.code), { day, id })
  const over = ended.map(({ code }) => code)
  await db.updateTable('places').set({ until: day }).where('county', '=', county).where('code', 'in', over).execute()
  const heirs = ended.flatMap(({ code, heirs }) =>
    heirs.map((successor, sort) => ({ county, place: code, successor, day, sort, changeId: id })),
  )
  await insertRows(db, 'placeSuccessors', heirs)
  // What had become one of these has now become its successors too.
  await sql`insert into place_successors (county, place, successor, day, sort, change_id)
    select distinct on (earlier.place, later.successor) earlier.county, earlier.place, later.successor, later.day, later.sort, later.change_id
    from place_successors later join place_successors earlier on earlier.county = later.county and earlier.successor = later.place
    where later.county = ${county} and later.change_id = ${id} and later.place = any(${over}::varchar[])
    order by earlier.place, later.successor, later.sort on conflict do nothing`.execute(db)
}

/** A place as it is now; the name it had is kept. `id` is null where a corrected file brought it. */
export async function rename(db: Db, place: Place, before: Place | undefined, { day, id }: { day: Day; id: string | null }): Promise<void> {
  const { county, code, name, households, scope } = place
  await db.updateTable('places').set({ name, households, scope }).where('county', '=', county).where('code', '=', code).execute()
  if (before && before.name !== name)
    await db
      .insertInto('placeNames')
      .values({ county, place: code, until: day, name: before.name, changeId: id })
      .onConflict((row) => row.doNothing())
      .execute()
}
