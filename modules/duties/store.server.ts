/** Duties as data of a county: their rows, the goals of places, and the terms and leave of those who owe them. */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import type { County, Day, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Role } from '#modules/people/role.ts'
import type { Duty, Goal, Leave } from './duty.ts'
import { eightOnes } from './eight.ts'
import type { Seated } from './state.ts'

/** Gives a county the duties it starts with. What was changed since stays as it is. */
export const installDuties = (db: Db, county: County) =>
  db
    .insertInto('duties')
    .values(eightOnes.map(({ code, ...settings }, sort) => ({ county, code, settings: JSON.stringify(settings), sort, isOn: true })))
    .onConflict((row) => row.columns(['county', 'code']).doNothing())
    .execute()

export async function dutiesOf(db: Db, county: County): Promise<(Duty & { readonly isOn: boolean })[]> {
  const rows = await db.selectFrom('duties').select(['code', 'settings', 'isOn']).where('county', '=', county).orderBy('sort').execute()
  // A county from before there were duties begins with the eight.
  if (rows.length === 0) return eightOnes.map((duty) => ({ ...duty, isOn: true }))
  return rows.map(({ code, settings, isOn }) => ({ ...read(code, settings as unknown as Stored), code, isOn }))
}

/** As rows were written until there were places and seats: `byAnybody`, or else only one's own. */
type Stored = Omit<Duty, 'code' | 'place' | 'by'> & Partial<Pick<Duty, 'place' | 'by'>> & { readonly byAnybody?: boolean }

/** Of a row from before: what the eight count for the seat is counted so. */
function read(code: string, { byAnybody, ...settings }: Stored): Omit<Duty, 'code'> {
  const since = byAnybody ? 'anybody' : eightOnes.some((duty) => duty.code === code && duty.by === 'seat') ? 'seat' : 'self'
  return { ...settings, place: settings.place ?? null, by: settings.by ?? since }
}

export const putDuty = (db: Db, county: County, { code, isOn, ...settings }: Duty & { readonly isOn: boolean }, sort: number) => {
  const row = { settings: JSON.stringify(settings), sort, isOn }
  return db
    .insertInto('duties')
    .values({ county, code, ...row })
    .onConflict((each) => each.columns(['county', 'code']).doUpdateSet(row))
    .execute()
}

export const goalsOf = (db: Db, county: County): Promise<Goal[]> =>
  db
    .selectFrom('dutyGoals')
    .select(['duty', 'place', 'need', 'from', 'atLeast'])
    .where('county', '=', county)
    .orderBy('place')
    .execute() as unknown as Promise<Goal[]>

export const putGoal = (db: Db, county: County, { atLeast, ...goal }: Goal) =>
  db
    .insertInto('dutyGoals')
    .values({ county, ...goal, atLeast })
    .onConflict((row) => row.columns(['county', 'duty', 'place', 'need', 'from']).doUpdateSet({ atLeast }))
    .execute()

export const dropGoal = async (db: Db, county: County, { duty, place, need, from }: Omit<Goal, 'atLeast'>): Promise<number | undefined> =>
  (
    await db
      .deleteFrom('dutyGoals')
      .where('county', '=', county)
      .where('duty', '=', duty)
      .where('place', '=', place)
      .where('need', '=', need)
      .where('from', '=', from)
      .returning('atLeast')
      .executeTakeFirst()
  )?.atLeast

/** Everybody who had a seat of these roles under a place until a day, with their terms. */
export async function termsOf(
  db: Db,
  county: County,
  place: PlaceCode,
  roles: readonly Role[],
  to: Day,
): Promise<(Seated & { readonly name: string; readonly placeName: string; readonly insteadOf: string | null })[]> {
  const rows = await db
    .selectFrom('posts')
    .innerJoin('people', (join) => join.onRef('people.county', '=', 'posts.county').onRef('people.id', '=', 'posts.personId'))
    .innerJoin('places', (join) => join.onRef('places.county', '=', 'posts.county').onRef('places.code', '=', 'posts.place'))
    .leftJoin('people as away', (join) => join.onRef('away.county', '=', 'posts.county').onRef('away.id', '=', 'posts.insteadOf'))
    .select(['posts.personId', 'posts.role', 'posts.place', 'posts.since', 'posts.until', 'people.name', 'places.name as placeName'])
    .select('away.name as insteadOf')
    .where('posts.county', '=', county)
    .where('posts.role', 'in', [...roles])
    .where(sql<boolean>`left(posts.place, length(${place}::text)) = ${place}`)
    .where('posts.since', '<=', to)
    .orderBy('posts.place')
    .orderBy('posts.since')
    .execute()
  return rows.map(({ personId, ...row }) => ({ ...row, person: personId }))
}

/** Leave, with who stood in. */
export type NamedLeave = Leave & { readonly substituteName: string | null }

export const leavesOf = (db: Db, county: County, people: readonly PersonId[]): Promise<NamedLeave[]> =>
  db
    .selectFrom('leaves')
    .leftJoin('people as instead', (join) =>
      join.onRef('instead.county', '=', 'leaves.county').onRef('instead.id', '=', 'leaves.substitute'),
    )
    .select(['leaves.person', 'leaves.from', 'leaves.to', 'instead.name as substituteName'])
    .where('leaves.county', '=', county)
    .where('leaves.person', 'in', [...people])
    .orderBy('leaves.from')
    .execute() as unknown as Promise<NamedLeave[]>
