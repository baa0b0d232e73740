/** Clues in the database. Each is read by its author, the unit it went to, and those named; who told it, by its author alone. */
import { type Expression, type SqlBool, sql } from 'kysely'
import type { Db } from '#db/db.ts'
import type { Day, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Actor } from '#modules/people/actor.ts'
import { namesOf } from '#modules/people/store.server.ts'
import type { Secrets } from '#server/secrets.ts'
import type { Clue } from '../beat.ts'
import type { CluesAsked, NewClue } from '../wire.ts'
import { isTownUnit, type TownUnit, townUnits } from './unit.ts'

/** What came to a unit that the actor sits in: as `sitsIn` says (unit.ts), for the database. */
function inUnit({ posts }: Actor): Expression<SqlBool> {
  const departments = posts.flatMap(({ role, department }) =>
    role === 'department_officer' && department && !isTownUnit(department) ? [department] : [],
  )
  const towns = (Object.keys(townUnits) as TownUnit[]).flatMap((unit) =>
    posts
      .filter(({ role }) => role === townUnits[unit])
      .map(({ place }) => sql<SqlBool>`clues.unit = ${unit} and left(clues.village, ${sql.lit(place.length)}) = ${place}`),
  )
  return sql<SqlBool>`(${sql.join([sql`clues.unit = any(${departments}::varchar[])`, ...towns], sql` or `)})`
}

const inSight = (actor: Actor): Expression<SqlBool> =>
  sql<SqlBool>`(clues.by_person = ${actor.id} or ${inUnit(actor)} or clues.named @> array[${actor.id}]::uuid[])`

const visibleTo = (db: Db, actor: Actor) => db.selectFrom('clues').where('clues.county', '=', actor.county).where(inSight(actor))

const columns = [
  'clues.id',
  'clues.village',
  'clues.byPerson',
  'clues.on',
  'clues.unit',
  'clues.named',
  'clues.words',
  'clues.source',
  'clues.outcome',
  'clues.matterId',
  'clues.disputeId',
] as const

const found = (db: Db, actor: Actor, of: CluesAsked['of']) => {
  const rows = visibleTo(db, actor)
  return of ? rows.where('clues.byPerson', of === 'mine' ? '=' : '<>', actor.id) : rows
}

/** One more than a page, and `source` for the author alone. What waits has an order of its own: whoever has waited longest comes first. */
export async function list(
  db: Db,
  actor: Actor,
  { which, of, limit }: CluesAsked,
  after: readonly string[] | undefined,
  secrets: Pick<Secrets, 'open'>,
) {
  const isOldestFirst = which === 'waiting'
  let asked = found(db, actor, of)
  if (which) asked = asked.where('clues.outcome', which === 'waiting' ? 'is' : 'is not', null)
  if (after)
    asked = asked.where(sql<boolean>`(clues."on", clues.id) ${isOldestFirst ? sql`>` : sql`<`} (${after[0]}::date, ${after[1]}::uuid)`)
  const rows = await asked
    .innerJoin('people', (join) => join.onRef('people.county', '=', 'clues.county').onRef('people.id', '=', 'clues.byPerson'))
    .innerJoin('places', (join) => join.onRef('places.county', '=', 'clues.county').onRef('places.code', '=', 'clues.village'))
    .select([...columns, 'people.name as byName', 'places.name as villageName'])
    .orderBy('clues.on', isOldestFirst ? 'asc' : 'desc')
    .orderBy('clues.id', isOldestFirst ? 'asc' : 'desc')
    .limit(limit + 1)
    .execute()
  const names = await namesOf(db, actor.county, [...new Set(rows.flatMap(({ named }) => named as PersonId[]))])
  return rows.map(({ words, source, byPerson, outcome, named, ...row }) => ({
    ...row,
    by: byPerson,
    named: named.map((id) => ({ id, name: names.get(id as PersonId) ?? '' })),
    words: secrets.open(words),
    source: source && byPerson === actor.id ? secrets.open(source) : null,
    outcome: outcome as Clue['outcome'],
  }))
}

export const keyOf = ({ on, id }: { readonly on: Day; readonly id: string }) => [on, id]

const counted = async (rows: ReturnType<typeof visibleTo>): Promise<number> =>
  (await rows.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count

/** How many nobody has answered yet. */
export const waitingOf = (db: Db, actor: Actor, of: CluesAsked['of']): Promise<number> =>
  counted(found(db, actor, of).where('clues.outcome', 'is', null))

/** How many came to the actor: as a unit, or by name. */
export const givenTo = (db: Db, actor: Actor): Promise<number> => counted(found(db, actor, 'given'))

/** A clue is there once, however often it is sent: whether this sending made it; undefined where its id is somebody else's. */
export async function hand(
  db: Db,
  actor: Actor,
  clue: NewClue,
  secrets: Pick<Secrets, 'seal'>,
): Promise<{ readonly fresh: boolean } | undefined> {
  const { words, source, named, ...rest } = clue
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('clues')
    .values({
      ...{ county: actor.county, ...rest, byPerson: actor.id, named: [...named], outcome: null },
      words: secrets.seal(words),
      source: source ? secrets.seal(source) : null,
    })
    .onConflict((row) => row.columns(['county', 'id']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows > 0n) return { fresh: true }
  const there = await db
    .selectFrom('clues')
    .select('byPerson')
    .where('county', '=', actor.county)
    .where('id', '=', clue.id)
    .executeTakeFirst()
  return there?.byPerson === actor.id ? { fresh: false } : undefined
}

/** Who says whether it was useful: somebody in the unit it went to, once. Answers whose clue it was. */
export async function judge(db: Db, actor: Actor, id: string, { isUseful, reason }: { isUseful: boolean; reason: string }, on: Day) {
  return db
    .updateTable('clues')
    .set({ outcome: JSON.stringify({ isUseful, reason, by: actor.id, on }) })
    .where('county', '=', actor.county)
    .where('id', '=', id)
    .where(inUnit(actor))
    .where('byPerson', '<>', actor.id)
    .where('outcome', 'is', null)
    .returning(['byPerson as by', 'village'])
    .executeTakeFirst() as Promise<{ by: PersonId; village: PlaceCode } | undefined>
}
