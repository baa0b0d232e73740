/** Who works for a village: those an officer can name, so that they read a clue too. Whoever grants posts or audits is not among them. */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import { hasDepartment } from '#modules/categories/settings-store.server.ts'
import type { County, Day, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Role } from '#modules/people/role.ts'
import { standing } from '#modules/people/store.server.ts'
import { pathOf } from '#modules/places/place.ts'
import { isTownUnit, townUnits } from './unit.ts'

export type Colleague = { readonly id: PersonId; readonly name: string; readonly role: Role; readonly placeName: string }

/** Posts at the village, above it and in it, that are held on that day; the village's own first. */
export const colleaguesOf = (db: Db, county: County, village: PlaceCode, on: Day): Promise<Colleague[]> =>
  db
    .selectFrom('posts')
    .innerJoin('people', (join) => join.onRef('people.county', '=', 'posts.county').onRef('people.id', '=', 'posts.personId'))
    .innerJoin('places', (join) => join.onRef('places.county', '=', 'posts.county').onRef('places.code', '=', 'posts.place'))
    .leftJoin('departments', (join) =>
      join.onRef('departments.county', '=', 'posts.county').onRef('departments.code', '=', 'posts.department'),
    )
    .select(['people.id', 'people.name', 'posts.role', sql<string>`coalesce(departments.name, places.name)`.as('placeName')])
    .where('posts.county', '=', county)
    .where(({ or, eb }) =>
      or([
        eb('posts.place', 'in', [...pathOf(village)]),
        eb(sql<string>`left(posts.place, ${sql.lit(village.length)})`, '=', village as string),
      ]),
    )
    .where('posts.role', 'not in', ['administrator', 'auditor'])
    .where(standing(on))
    .orderBy(sql`abs(length(posts.place) - ${sql.lit(village.length)})`)
    .orderBy('posts.place')
    .orderBy('people.name')
    .execute() as unknown as Promise<Colleague[]>

/** Who sits in a unit now, for a village; undefined where there is no such department, or nobody in the town's office. */
export async function unitPeople(
  db: Db,
  county: County,
  { unit, village }: { readonly unit: string; readonly village: PlaceCode },
  on: Day,
): Promise<PersonId[] | undefined> {
  const seats = db.selectFrom('posts').select('personId').where('county', '=', county).where(standing(on))
  const asked = isTownUnit(unit)
    ? seats.where('role', '=', townUnits[unit]).where(sql<boolean>`left(${village}, length(place)) = place`)
    : seats.where('role', '=', 'department_officer').where('department', '=', unit)
  const people = (await asked.execute()).map(({ personId }) => personId as PersonId)
  const isThere = people.length > 0 || (!isTownUnit(unit) && (await hasDepartment(db, county, unit)))
  return isThere ? people : undefined
}
