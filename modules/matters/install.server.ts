/** Gives a county the catalogue it starts with. What an administrator changed since stays as it is. */
import type { Db } from '#db/db.ts'
import type { County } from '#modules/kernel/ids.ts'
import { categories } from './categories.ts'
import { departments } from './departments.ts'

export async function installCatalogue(db: Db, county: County): Promise<void> {
  await db
    .insertInto('departments')
    .values(departments.map((department, sort) => ({ county, ...department, sort })))
    .onConflict((row) => row.columns(['county', 'code']).doNothing())
    .execute()
  const rows = categories.map(({ limits, ...category }, sort) => ({ county, ...category, limits: JSON.stringify(limits), sort }))
  for (const some of [rows.filter(({ parent }) => parent === null), rows.filter(({ parent }) => parent !== null)])
    await db
      .insertInto('categories')
      .values(some)
      .onConflict((row) => row.columns(['county', 'code']).doNothing())
      .execute()
}
