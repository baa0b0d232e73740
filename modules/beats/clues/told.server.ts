/** A clue is told in the app's inbox alone, and only that there is one: nothing of it leaves the house, whatever the routing table says. */
import type { Db } from '#db/db.ts'
import type { Instant, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import { idFor } from '#modules/kernel/name-id.server.ts'
import type { ClueTold } from '#modules/notices/notice.ts'
import { addOnce } from '#modules/notices/store.server.ts'
import { wake } from '#modules/notices/telling/told-store.server.ts'
import type { Actor } from '#modules/people/actor.ts'
import { namesOf } from '#modules/people/store.server.ts'
import { placeNames } from '#modules/places/store.server.ts'
import { words } from '#server/words.ts'

export async function tellOfClue(
  db: Db,
  { county, id: by }: Actor,
  { id, village }: { readonly id: string; readonly village: PlaceCode },
  event: ClueTold,
  people: readonly PersonId[],
  at: Instant,
): Promise<void> {
  const readers = [...new Set(people)].filter((person) => person !== by)
  if (readers.length === 0) return
  const [places, names] = await Promise.all([placeNames(db, county, [village]), namesOf(db, county, [by])])
  const facts = { village: places.get(village) ?? '', name: names.get(by) ?? '' }
  const [zh, en] = [words('zh-CN'), words('en')]
  const key = `beats:clues.told.${event === 'clue.handed' ? 'handed' : 'judged'}`
  await addOnce(
    db,
    readers.map((personId) => ({
      ...{ county, id: idFor<string>('clue', event, id, personId), personId, matterId: null, event, isUrgent: false, at, count: null },
      ...{ title: zh(`${key}.title`, facts), titleEn: en(`${key}.title`, facts) },
      ...{ body: zh(`${key}.body`, facts), bodyEn: en(`${key}.body`, facts) },
    })),
  )
  await wake(db, county, readers)
}
