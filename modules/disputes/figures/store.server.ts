/** Files counted for the yearly form. Nothing of what is in them leaves the database. */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import type { County } from '#modules/kernel/ids.ts'
import type { Row } from './form.ts'

/** A county's files of a year, by the year of their number, alike ones together. An agreement that binds is a success, also when it is broken later. */
export async function countedIn(db: Db, county: County, year: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with ended as (
      select committee, national_type, source, is_difficult, involved, fen,
        case file ->> 'ending' when 'agreed' then 'succeeded' else coalesce(file ->> 'ending', 'open') end as outcome,
        case file ->> 'ending' when 'agreed' then file #>> '{agreement,form}' end as form
      from disputes where county = ${county} and year = ${year})
    select committee, national_type as "nationalType", source, outcome, form, is_difficult as "isDifficult",
      count(*) as disputes, sum(involved) as involved, coalesce(sum(fen), 0) as fen
    from ended group by 1, 2, 3, 4, 5, 6`.execute(db)
  return rows
}
