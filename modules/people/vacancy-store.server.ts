/** Seats that nobody sits in. */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import type { Day, PlaceCode } from '#modules/kernel/ids.ts'
import { countyOf } from '#modules/places/place.ts'
import { standing } from './store.server.ts'

/**
 * For each place right below one (or for itself, at the bottom): seats of the place's own kind that nobody sits in, in its whole subtree.
 * A lane wants a chief, a grid a worker, a village an official, a town an officer.
 */
export async function vacancies(db: Db, parent: PlaceCode, on: Day): Promise<Map<PlaceCode, number>> {
  const cut = sql.lit(parent.length + 3)
  const { rows } = await sql<{ code: PlaceCode; n: number }>`
    with seats (role, level) as (values ('lane_chief', 'lane'), ('grid_worker', 'grid'), ('village_official', 'village'), ('township_officer', 'town'))
    select left(code, ${cut}) as code, count(*) as n from places join seats on seats.level = places.level
    where places.county = ${countyOf(parent)} and left(code, ${sql.lit(parent.length)}) = ${parent} and (places.until is null or places.until > ${on})
      and not exists (select 1 from posts where posts.county = places.county and posts.place = places.code and posts.role = seats.role and ${standing(on)})
    group by 1`.execute(db)
  return new Map(rows.map(({ code, n }) => [code, n]))
}

export const vacanciesUnder = async (db: Db, place: PlaceCode, on: Day): Promise<number> =>
  [...(await vacancies(db, place, on)).values()].reduce((sum, n) => sum + n, 0)
