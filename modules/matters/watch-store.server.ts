/** Who has opened an emergency, and which matters were linked to which. */
import type { Db } from '#db/db.ts'
import type { County, Day, Instant, MatterId, PersonId } from '#modules/kernel/ids.ts'
import { standing } from '#modules/people/store.server.ts'
import { numberOf } from './number.ts'
import type { Other } from './reply.ts'

/** The first time counts; later ones change nothing. */
export const sighted = (db: Db, county: County, matterId: MatterId, personId: PersonId, at: Instant) =>
  db
    .insertInto('sightings')
    .values({ county, matterId, personId, at })
    .onConflict((row) => row.columns(['county', 'matterId', 'personId']).doNothing())
    .execute()

/** Who opened a matter and the seats they hold today, first sight first. */
export const sightingsOf = (db: Db, county: County, matterId: MatterId, on: Day) =>
  db
    .selectFrom('sightings')
    .innerJoin('people', (join) => join.onRef('people.county', '=', 'sightings.county').onRef('people.id', '=', 'sightings.personId'))
    .innerJoin('posts', (join) =>
      join.onRef('posts.county', '=', 'sightings.county').onRef('posts.personId', '=', 'sightings.personId').on(standing(on)),
    )
    .select(['sightings.at', 'people.name', 'posts.role', 'posts.place', 'posts.department'])
    .where('sightings.county', '=', county)
    .where('sightings.matterId', '=', matterId)
    .orderBy('sightings.at')
    .execute()

const others = (db: Db, county: County) => db.selectFrom('matters').select(['id', 'status', 'reportedAt']).where('county', '=', county)

const other = ({ id, status, reportedAt }: { id: string; status: Other['status']; reportedAt: Instant }): Other => ({
  id: id as MatterId,
  status,
  number: numberOf({ id: id as MatterId, reportedAt }),
})

/** The matters linked to one, oldest first. */
export const duplicatesOf = async (db: Db, county: County, id: MatterId): Promise<Other[]> =>
  (await others(db, county).where('duplicateOf', '=', id).orderBy('reportedAt').execute()).map(other)

export const otherOf = async (db: Db, county: County, id: MatterId): Promise<Other | null> => {
  const found = await others(db, county).where('id', '=', id).executeTakeFirst()
  return found ? other(found) : null
}
