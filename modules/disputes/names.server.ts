/** The words a person reads beside a dispute's codes: its number, whose it is and about what, where, before whom, and what is next. */
import type { Db } from '#db/db.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { County, Instant } from '#modules/kernel/ids.ts'
import { namesOf } from '#modules/people/store.server.ts'
import { pathName, pathOf } from '#modules/places/place.ts'
import { placeNames } from '#modules/places/store.server.ts'
import type { Secrets } from '#server/secrets.ts'
import { type Language, words } from '#server/words.ts'
import { types } from './codes/types.ts'
import { type Dispute, principals } from './dispute.ts'
import { fileNumber } from './number.ts'
import { identitiesOf } from './record-store.server.ts'
import type { DisputeRow, NextDue } from './reply.ts'
import { pending } from './rules/clock.ts'
import { missingIn } from './rules/dossier.ts'

export const typeName = (code: string, language: Language): string => {
  const type = types.find((each) => each.code === code)
  const parent = type?.parent ? types.find((each) => each.code === type.parent) : undefined
  const name = (each: typeof type) => (language === 'en' ? each?.nameEn : each?.name) ?? code
  return parent && /^(其他|Other)/.test(name(type)) ? name(parent) : name(type)
}

/** The next thing that has a day: what is past first. */
export function nextDue(dispute: Dispute, now: Instant): NextDue | null {
  const today = dayOf(now)
  // A reminder of what was reminded of already is none any more, but the day still stands.
  const [first] = pending({ ...dispute, reminded: [] })
    .filter(({ what }) => what !== 'courtSoon' && !what.endsWith('Soon'))
    .sort((one, other) => (one.on < other.on ? -1 : 1))
  return first ? { what: first.what, on: first.on, isPast: first.on <= today } : null
}

/** A file without anybody's words. */
const glance = (dispute: Dispute): Dispute => ({
  ...dispute,
  ...{ summary: '', wish: '', sessions: [], inquiries: [], pieces: [], revisits: [], agreement: null },
  note: dispute.note === null ? null : '',
})

/** For those who may open them: the parties by name, and nothing that was said. */
export async function rowsOf(
  db: Db,
  county: County,
  disputes: readonly Dispute[],
  { secrets, now, language }: { secrets: Pick<Secrets, 'open'>; now: Instant; language: Language },
): Promise<DisputeRow[]> {
  if (disputes.length === 0) return []
  const [places, people, identities] = await Promise.all([
    placeNames(
      db,
      county,
      disputes.flatMap(({ place, committee }) => [...pathOf(place), committee]),
    ),
    namesOf(
      db,
      county,
      disputes.flatMap(({ mediators }) => [...mediators]),
    ),
    identitiesOf(
      db,
      county,
      disputes.map(({ id }) => id),
      secrets,
    ),
  ])
  const names = new Map(identities.map(({ disputeId, id, identity }) => [`${disputeId} ${id}`, identity.name]))
  const say = words(language)
  return disputes.map((dispute) => {
    const parties = principals(dispute).flatMap(({ id }) => names.get(`${dispute.id} ${id}`) ?? [])
    const type = typeName(dispute.type, language)
    const committee = places.get(dispute.committee) ?? dispute.committee
    return {
      dispute: glance(dispute),
      number: fileNumber(dispute, committee),
      title:
        parties.length > 0
          ? say('disputes:titleOf', { parties: parties.slice(0, 3).join(language === 'en' ? ', ' : '、'), type })
          : say('disputes:titleUnnamed', { type }),
      typeName: type,
      placeName: pathName(dispute.place, places),
      committeeName: committee,
      mediatorNames: dispute.mediators.map((id) => people.get(id) ?? ''),
      next: nextDue(dispute, now),
      missing: missingIn(dispute).length,
    }
  })
}
