/** What people are told of the work in villages: in the app's inbox alone, whatever the routing table says, and nothing of what was seen or said. */
import type { Db } from '#db/db.ts'
import type { County, Instant, PersonId } from '#modules/kernel/ids.ts'
import { idFor } from '#modules/kernel/name-id.server.ts'
import type { BeatTold } from '#modules/notices/notice.ts'
import { addOnce } from '#modules/notices/store.server.ts'
import { wake } from '#modules/notices/telling/told-store.server.ts'
import { type Language, words } from '#server/words.ts'

type Told = {
  readonly county: County
  readonly event: BeatTold
  /** What it is about, by its id: nobody is told twice of one thing. */
  readonly about: string
  readonly facts: (language: Language) => Readonly<Record<string, string>>
}

export async function tell(db: Db, { county, event, about, facts }: Told, people: readonly PersonId[], at: Instant): Promise<void> {
  const readers = [...new Set(people)]
  if (readers.length === 0) return
  const key = `beats:told.${event.replace('.', '_')}`
  const said = (language: Language, part: 'title' | 'body') => words(language)(`${key}.${part}`, facts(language))
  await addOnce(
    db,
    readers.map((personId) => ({
      ...{ county, id: idFor<string>(event, about, personId), personId, matterId: null, event, isUrgent: false, at, count: null },
      ...{ title: said('zh-CN', 'title'), titleEn: said('en', 'title'), body: said('zh-CN', 'body'), bodyEn: said('en', 'body') },
    })),
  )
  await wake(db, county, readers)
}
