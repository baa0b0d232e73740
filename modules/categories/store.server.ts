/** The catalogue of a county in the database: what matters are about, and the departments that take them. */
import type { Db } from '#db/db.ts'
import type { County } from '#modules/kernel/ids.ts'
import { categories } from './categories.ts'
import type { Category, Department } from './category.ts'
import { departments } from './departments.ts'

/** Gives a county the catalogue it starts with. What an administrator changed since stays as it is. */
export async function installCatalogue(db: Db, county: County): Promise<void> {
  await db
    .insertInto('departments')
    .values(departments.map((department, sort) => ({ county, ...department, sort })))
    .onConflict((row) => row.columns(['county', 'code']).doNothing())
    .execute()
  const rows = categories.map(({ limits, ladder, ...category }, sort) => ({
    county,
    ...category,
    ladder: [...ladder],
    limits: JSON.stringify(limits),
    sort,
  }))
  for (const some of [rows.filter(({ parent }) => parent === null), rows.filter(({ parent }) => parent !== null)])
    await db
      .insertInto('categories')
      .values(some)
      .onConflict((row) => row.columns(['county', 'code']).doNothing())
      .execute()
}

const columns = [
  'code',
  'parent',
  'name',
  'nameEn',
  'ask',
  'askEn',
  'department',
  'isPublic',
  'isEmergency',
  'goesAround',
  'isRestricted',
  'ladder',
  'limits',
  'nearMetres',
  'nearDays',
] as const

export const categoriesOf = (db: Db, county: County): Promise<Category[]> =>
  db.selectFrom('categories').select(columns).where('county', '=', county).orderBy('sort').execute() as unknown as Promise<Category[]>

export const departmentsOf = (db: Db, county: County): Promise<Department[]> =>
  db.selectFrom('departments').select(['code', 'name', 'nameEn']).where('county', '=', county).orderBy('sort').execute()

/** Names by code, for lists. */
export async function departmentNames(db: Db, county: County, english: boolean): Promise<Map<string, string>> {
  const rows = await departmentsOf(db, county)
  return new Map(rows.map(({ code, name, nameEn }) => [code, english ? nameEn : name]))
}

/** Sub-categories by code: what matters can be about. */
export const choicesOf = async (db: Db, county: County): Promise<Map<string, Category>> =>
  new Map((await categoriesOf(db, county)).filter(({ parent }) => parent !== null).map((category) => [category.code, category]))

export const findChoice = async (db: Db, county: County, code: string): Promise<Category | undefined> =>
  (await db
    .selectFrom('categories')
    .select(columns)
    .where('county', '=', county)
    .where('code', '=', code)
    .where('parent', 'is not', null)
    .executeTakeFirst()) as unknown as Category | undefined
