/** Clues in the database. Each is read by its author, the unit it went to, and those named; who told it, by its author alone. */
import { type Expression, type SqlBool, sql } from 'kysely'
import type { Db } from '#db/db.ts'
import type { Day } from '#modules/kernel/ids.ts'
import type { Actor } from '#modules/people/actor.ts'
import type { Secrets } from '#server/secrets.ts'
import type { Clue } from './beat.ts'
import type { NewClue } from './wire.ts'

/** The units an actor sits in. */
const unitsOf = (actor: Actor): string[] =>
  actor.posts.flatMap(({ role, department }) => (role === 'department_officer' && department ? [department] : []))

const inSight = (actor: Actor): Expression<SqlBool> =>
  sql<SqlBool>`(clues.by_person = ${actor.id} or clues.unit = any(${unitsOf(actor)}::varchar[]) or clues.named @> array[${actor.id}]::uuid[])`

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
] as const

/** Newest first. `source` comes to the author alone. */
export async function cluesOf(db: Db, actor: Actor, secrets: Pick<Secrets, 'open'>) {
  const rows = await visibleTo(db, actor)
    .innerJoin('people', (join) => join.onRef('people.county', '=', 'clues.county').onRef('people.id', '=', 'clues.byPerson'))
    .innerJoin('places', (join) => join.onRef('places.county', '=', 'clues.county').onRef('places.code', '=', 'clues.village'))
    .select([...columns, 'people.name as byName', 'places.name as villageName'])
    .orderBy('clues.on', 'desc')
    .orderBy('clues.id', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ words, source, byPerson, outcome, ...row }) => ({
    ...row,
    by: byPerson,
    words: secrets.open(words),
    source: source && byPerson === actor.id ? secrets.open(source) : null,
    outcome: outcome as Clue['outcome'],
  }))
}

export async function hand(db: Db, actor: Actor, clue: NewClue, secrets: Pick<Secrets, 'seal'>): Promise<boolean> {
  const { words, source, named, ...rest } = clue
  await db
    .insertInto('clues')
    .values({
      ...{ county: actor.county, ...rest, byPerson: actor.id, named: [...named], outcome: null },
      words: secrets.seal(words),
      source: source ? secrets.seal(source) : null,
    })
    .onConflict((row) => row.columns(['county', 'id']).doNothing())
    .execute()
  const there = await db
    .selectFrom('clues')
    .select('byPerson')
    .where('county', '=', actor.county)
    .where('id', '=', clue.id)
    .executeTakeFirst()
  return there?.byPerson === actor.id
}

/** Who says whether it was useful: somebody in the unit it went to, once. */
export async function judge(
  db: Db,
  actor: Actor,
  id: string,
  { isUseful, reason }: { isUseful: boolean; reason: string },
  on: Day,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('clues')
    .set({ outcome: JSON.stringify({ isUseful, reason, by: actor.id, on }) })
    .where('county', '=', actor.county)
    .where('id', '=', id)
    .where(sql<boolean>`unit = any(${unitsOf(actor)}::varchar[])`)
    .where('byPerson', '<>', actor.id)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
