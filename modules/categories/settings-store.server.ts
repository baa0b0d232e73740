/** A county's settings and its categories, as an administrator changes them. What was promised before stays as it was promised. */
import type { Db } from '#db/db.ts'
import type { County } from '#modules/kernel/ids.ts'
import type { CategoryChange, Settings } from './wire.ts'

export const settingsOf = async (db: Db, county: County): Promise<Settings> =>
  (await db
    .selectFrom('counties')
    .select(['silenceDays', 'reopenDays', 'forgetDays', 'localDays'])
    .where('code', '=', county)
    .executeTakeFirstOrThrow()) as unknown as Settings

export const changeSettings = (db: Db, county: County, { silenceDays, reopenDays, forgetDays, localDays }: Settings) =>
  db
    .updateTable('counties')
    .set({ silenceDays, reopenDays, ...(forgetDays === undefined ? {} : { forgetDays }), localDays: JSON.stringify(localDays) })
    .where('code', '=', county)
    .execute()

/** False if there is no such sub-category. */
export async function changeCategory(
  db: Db,
  county: County,
  code: string,
  { limits, ladder, ...change }: CategoryChange,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('categories')
    .set({ ...change, ladder: [...ladder], limits: JSON.stringify(limits) })
    .where('county', '=', county)
    .where('code', '=', code)
    .where('parent', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const hasDepartment = async (db: Db, county: County, code: string): Promise<boolean> =>
  (await db.selectFrom('departments').select('code').where('county', '=', county).where('code', '=', code).executeTakeFirst()) !== undefined
