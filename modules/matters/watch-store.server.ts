/** Who has opened an emergency, and which matters were linked to which. */
import type { Db } from '#db/db.ts'
import type { County, Day, Instant, MatterId, PersonId } from '#modules/kernel/ids.ts'
import { standing } from '#modules/people/store.server.ts'
import type { Matter } from './matter.ts'
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

/** Of a matter that is not on a restricted path itself, nobody learns that another one is. */
const others = (db: Db, { county, seenBy, goesAround }: Pick<Matter, 'county' | 'seenBy' | 'goesAround'>) => {
  const all = db.selectFrom('matters').select(['id', 'status', 'reportedAt']).where('county', '=', county)
  return seenBy || goesAround ? all : all.where('seenBy', 'is', null).where('goesAround', '=', false)
}

const other = ({ id, status, reportedAt }: { id: string; status: Other['status']; reportedAt: Instant }): Other => ({
  id: id as MatterId,
  status,
  number: numberOf({ id: id as MatterId, reportedAt }),
})

/** The matters linked to one, oldest first, as its file shows them. */
export const duplicatesShown = async (db: Db, matter: Matter): Promise<Other[]> =>
  (await others(db, matter).where('duplicateOf', '=', matter.id).orderBy('reportedAt').execute()).map(other)

/** All that are linked to one, for the rules' own use. */
export const duplicatesOf = async (db: Db, county: County, id: MatterId): Promise<Other[]> =>
  (await others(db, { county, seenBy: null, goesAround: true }).where('duplicateOf', '=', id).orderBy('reportedAt').execute()).map(other)

/** The matter that this one is linked to. */
export const mainOf = async (db: Db, matter: Matter): Promise<Other | null> => {
  const found = matter.duplicateOf && (await others(db, matter).where('id', '=', matter.duplicateOf).executeTakeFirst())
  return found ? other(found) : null
}
