/** Whom a clue is told to, and that is all that is told: there is one. */
import type { Db } from '#db/db.ts'
import type { Instant, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import type { BeatTold } from '#modules/notices/notice.ts'
import type { Actor } from '#modules/people/actor.ts'
import { namesOf } from '#modules/people/store.server.ts'
import { placeNames } from '#modules/places/store.server.ts'
import { tell } from '../told.server.ts'

export async function tellOfClue(
  db: Db,
  { county, id: by }: Actor,
  { id, village }: { readonly id: string; readonly village: PlaceCode },
  event: BeatTold,
  people: readonly PersonId[],
  at: Instant,
): Promise<void> {
  const [places, names] = await Promise.all([placeNames(db, county, [village]), namesOf(db, county, [by])])
  const facts = { village: places.get(village) ?? '', name: names.get(by) ?? '' }
  const readers = people.filter((person) => person !== by)
  await tell(db, { county, event, about: id, facts: () => facts }, readers, at)
}
