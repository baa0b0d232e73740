/** Gathers what goes from one officer of a village to the next. */
import type { Db } from '#db/db.ts'
import { dayOf, daysAfter } from '#modules/kernel/calendar.ts'
import type { Instant, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import { numberOf } from '#modules/matters/number.ts'
import type { Actor } from '#modules/people/actor.ts'
import { parentOf } from '#modules/places/place.ts'
import { placeNames } from '#modules/places/store.server.ts'
import type { Language } from '#server/words.ts'
import type { BeatRecord } from '../beat.ts'
import { rowsOf } from '../names.server.ts'
import { list, promisesOf } from '../store.server.ts'
import { groupsOf } from '../village-store.server.ts'
import { type Handover, handsOf, seesHandover } from './handover.ts'
import * as store from './store.server.ts'

/** How far back questions are looked for that were not answered, in days. */
const unsolvedDays = 90

/** Undefined where the actor may not look, or nobody was ever the officer there. `from`, `to`: whom the asker means instead. */
export async function handoverOf(
  db: Db,
  actor: Actor,
  village: PlaceCode,
  asked: { readonly from?: PersonId | undefined; readonly to?: PersonId | undefined },
  { now, language }: { now: Instant; language: Language },
): Promise<Handover | undefined> {
  if (!seesHandover(actor, village)) return undefined
  const { county } = actor
  const today = dayOf(now)
  const officers = await store.officersOf(db, county, village)
  const found = handsOf(officers, today)
  const from = asked.from ? officers.find(({ id }) => id === asked.from) : found?.from
  if (!from) return undefined
  const to = asked.to ? (officers.find(({ id }) => id === asked.to) ?? null) : from === found?.from ? found.to : null
  const of = { village, by: from.id }
  const [names, promises, advice, days, matters, groups, clues] = await Promise.all([
    placeNames(db, county, [village, parentOf(village)!]),
    promisesOf(db, actor, village, from.id),
    list(db, actor, { ...of, kind: 'advice', since: daysAfter(today, -unsolvedDays), limit: 100 }),
    list(db, actor, { ...of, kind: 'day', since: today, limit: 100 }),
    store.heldBySeat(db, county, village),
    groupsOf(db, county, village, today),
    store.clueCount(db, county, village, from.id),
  ])
  const rows = (records: readonly BeatRecord[], is: (record: BeatRecord) => boolean) =>
    rowsOf(
      db,
      actor,
      records.filter((record) => record.by === from.id && record.voided === null && is(record)),
    )
  return {
    ...{ village, name: names.get(village) ?? village, townName: names.get(parentOf(village)!) ?? '', on: today, from, to, clues },
    promises: await rows(promises, () => true),
    unsolved: await rows(advice, ({ facts }) => facts.kind === 'advice' && !facts.isSolved),
    planned: await rows(
      days.toSorted((one, other) => (one.on < other.on ? -1 : 1)),
      ({ facts }) => facts.kind === 'day' && facts.state === 'planned',
    ),
    matters: matters.map(({ id, reportedAt, dueBy, category, categoryEn }) => ({
      ...{ id, number: numberOf({ id, reportedAt }), reportedAt, dueBy, category: language === 'en' ? categoryEn : category },
    })),
    groups: groups
      .filter(({ owner }) => owner === from.id)
      .map(({ id, kind, name, size, lastNoticeOn }) => ({ id, kind, name, size, lastNoticeOn })),
  }
}
