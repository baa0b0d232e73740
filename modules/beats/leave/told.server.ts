/** Who is away and who stands in are told so, when it was entered. */
import type { Db } from '#db/db.ts'
import type { Instant, PlaceCode } from '#modules/kernel/ids.ts'
import type { Actor } from '#modules/people/actor.ts'
import { namesOf } from '#modules/people/store.server.ts'
import { placeNames } from '#modules/places/store.server.ts'
import { type Language, words } from '#server/words.ts'
import { dayInWords } from '#web/ui/instants.ts'
import { tell } from '../told.server.ts'
import type { NewLeave } from '../wire.ts'
import { standInsFor } from './store.server.ts'

export async function tellOfLeave(db: Db, { county }: Actor, leave: NewLeave, at: Instant): Promise<void> {
  const { id, person, substitute, from, to } = leave
  const posts = await standInsFor(db, county, leave)
  const [names, places] = await Promise.all([
    namesOf(db, county, [person, substitute ?? null]),
    placeNames(
      db,
      county,
      posts.map(({ place }) => place as PlaceCode),
    ),
  ])
  const standIn = posts.length > 0 && substitute ? names.get(substitute) : undefined
  const facts = (language: Language) => {
    const say = words(language)
    return {
      ...{ from: dayInWords(from, at, language), to: dayInWords(to, at, language), name: names.get(person) ?? '' },
      standIn: standIn ? say('beats:told.with', { name: standIn }) : say('beats:told.alone'),
      villages: posts.map(({ place }) => places.get(place as PlaceCode) ?? '').join(say('beats:told.comma')),
    }
  }
  await tell(db, { county, event: 'leave.entered', about: id, facts }, [person], at)
  if (standIn && substitute) await tell(db, { county, event: 'leave.standIn', about: id, facts }, [substitute], at)
}
