/** Facilities of villages in the database: plain rows, seen again or gone. */
import type { Db } from '#db/db.ts'
import type { County, Day, PlaceCode } from '#modules/kernel/ids.ts'
import type { Actor } from '#modules/people/actor.ts'
import type { Facility, NewFacility } from './facility.ts'

const columns = ['id', 'village', 'kind', 'spot', 'count', 'works', 'seenOn', 'byPerson as by'] as const

export const facilitiesOf = (db: Db, county: County, village: PlaceCode): Promise<Facility[]> =>
  db
    .selectFrom('villageFacilities')
    .select(columns)
    .where('county', '=', county)
    .where('village', '=', village)
    .where('endedOn', 'is', null)
    .orderBy('kind')
    .orderBy('spot')
    .execute() as unknown as Promise<Facility[]>

/** The village of one, ended or not. */
export const findFacility = (db: Db, county: County, id: string) =>
  db.selectFrom('villageFacilities').select(['village', 'endedOn']).where('county', '=', county).where('id', '=', id).executeTakeFirst()

/** As its keeper saw it that day: a look that waited for signal does not undo a later one. */
export const putFacility = (db: Db, { county, id: by }: Actor, id: string, { village, seenOn, ...said }: NewFacility, on: Day) => {
  const facts = { ...said, seenOn: seenOn ?? on, byPerson: by, endedOn: null }
  return db
    .insertInto('villageFacilities')
    .values({ county, id, village, ...facts })
    .onConflict((row) =>
      row
        .columns(['county', 'id'])
        .doUpdateSet(facts)
        .where('villageFacilities.village', '=', village)
        .where('villageFacilities.seenOn', '<=', facts.seenOn),
    )
    .execute()
}

/** Ended again, it stays as it was. */
export const endFacility = (db: Db, county: County, id: string, on: Day) =>
  db
    .updateTable('villageFacilities')
    .set(({ fn, val }) => ({ endedOn: fn.coalesce('endedOn', val(on)) }))
    .where('county', '=', county)
    .where('id', '=', id)
    .execute()
