/** A dispute's file: everything one screen needs to show it and to know what may be done. Only for who may open it. */
import type { Db } from '#db/db.ts'
import type { Instant, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import { numberOf as matterNumber } from '#modules/matters/number.ts'
import * as matters from '#modules/matters/store.server.ts'
import type { Actor, Seat } from '#modules/people/actor.ts'
import { openingsOf } from '#modules/people/audit-store.server.ts'
import { namesOf } from '#modules/people/store.server.ts'
import { levelOf, pathOf } from '#modules/places/place.ts'
import { placeNames } from '#modules/places/store.server.ts'
import type { Secrets } from '#server/secrets.ts'
import type { Language } from '#server/words.ts'
import { aroundOf } from './act.server.ts'
import { nationalTypes } from './codes/national.ts'
import type { Dispute } from './dispute.ts'
import { rowsOf } from './names.server.ts'
import * as records from './record-store.server.ts'
import type { DisputeFile } from './reply.ts'
import type { Recorded } from './rules/event.ts'
import { isHead, mayOpen } from './rules/sight.ts'

/** Everybody on the staff whom an event speaks of. */
const spokenOf = (event: Recorded): (PersonId | null)[] => [
  event.by,
  ...('mediators' in event ? event.mediators : []),
  ...('mediator' in event ? [event.mediator] : []),
  ...(event.type === 'held' ? event.session.mediators : []),
  ...(event.type === 'claimed' ? [event.allowance.claimedBy] : []),
]

export async function fileOf(
  db: Db,
  dispute: Dispute,
  actor: Actor,
  { secrets, now, language }: { secrets: Secrets; now: Instant; language: Language },
): Promise<DisputeFile> {
  const { county, id, committee } = dispute
  const head = isHead(actor, dispute)
  const [[row], events, identities, around, openings, matter] = await Promise.all([
    rowsOf(db, county, [dispute], { secrets, now, language }),
    records.eventsOf(db, county, id),
    records.identitiesOf(db, county, [id], secrets),
    aroundOf(db, dispute, now),
    head ? openingsOf(db, county, 'dispute', id) : null,
    dispute.matterId ? matters.findAny(db, county, dispute.matterId) : undefined,
  ])
  if (!row) throw new Error(`dispute ${id} without its row`)
  const offices = officesAbove(committee)
  const [people, places, canOpen] = await Promise.all([
    namesOf(db, county, [...around.members, ...dispute.mediators, ...dispute.recused, ...events.flatMap(spokenOf)]),
    placeNames(
      db,
      county,
      offices.map(({ place }) => place),
    ),
    matter ? matters.sees(db, actor, matter.id) : false,
  ])
  // Who has just stepped back is answered, and reads no more of it.
  if (!mayOpen(actor, dispute))
    return {
      ...row,
      nationalName: '',
      identities: {},
      events: [],
      people: {},
      around,
      openings: null,
      matter: null,
      offices: [],
      coded: [],
    }
  const national = nationalTypes.find(({ code }) => code === dispute.nationalType)
  return {
    ...row,
    dispute,
    nationalName: (language === 'en' ? national?.nameEn : national?.name) ?? dispute.nationalType,
    identities: Object.fromEntries(identities.map(({ id, identity }) => [id, identity])),
    events: events.map((event) => ({ ...event, byName: (event.by && people.get(event.by)) ?? null })),
    people: Object.fromEntries(people),
    around,
    openings,
    matter: matter ? { id: matter.id, number: matterNumber(matter), status: matter.status, canOpen } : null,
    offices: offices.map((seat) => ({ ...seat, name: places.get(seat.place) ?? seat.place })),
    coded: identities.filter(({ hasCode }) => hasCode).map(({ id }) => id),
  }
}

/** The judicial office and the township above a village's committee; above a town's, none is asked. */
const officesAbove = (committee: PlaceCode): Seat[] => {
  const town = pathOf(committee).find((place) => levelOf(place) === 'town')
  if (!town || town === committee) return []
  return (['judicial_officer', 'township_officer'] as const).map((role) => ({ role, place: town, department: null }))
}
