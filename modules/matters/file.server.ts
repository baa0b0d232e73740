/** A matter's file: everything one screen needs to show it and to know what may be done. */
import type { Db } from '#db/db.ts'
import { departmentNames } from '#modules/categories/store.server.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { Instant, MatterId, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Seat } from '#modules/people/actor.ts'
import { maskName, maskPhone } from '#modules/people/mask.ts'
import { namesOf, seatsAt } from '#modules/people/store.server.ts'
import { levelOf, pathOf } from '#modules/places/place.ts'
import { placeNames } from '#modules/places/store.server.ts'
import type { Secrets } from '#server/secrets.ts'
import { around } from './around.server.ts'
import type { Matter } from './matter.ts'
import { rowsOf, seatName } from './names.server.ts'
import * as records from './record-store.server.ts'
import type { FilledSeat, MatterFile } from './reply.ts'
import { reportersOf } from './reporters/reporters-store.server.ts'
import type { Recorded } from './rules/event.ts'
import { watchOf } from './watch.server.ts'
import { duplicatesShown, mainOf } from './watch-store.server.ts'

/** With `english`, names that have an English form come in it. */
export async function fileOf(db: Db, matter: Matter, secrets: Secrets, now: Instant, english: boolean): Promise<MatterFile> {
  const { county, id, place, category } = matter
  const [[row], events, found, reporters, departments] = await Promise.all([
    rowsOf(db, county, [matter], english),
    records.eventsOf(db, county, id),
    around(db, { place, category, at: now, below: true }),
    reportersOf(db, county, id),
    departmentNames(db, county, english),
  ])
  if (!row || !found?.category) throw new Error(`matter ${id} without its category or county`)
  const spoken = events.map(spokenOf)
  const named = spoken.flatMap(({ to, decider, from }) => [to, decider, from].flatMap((seat) => seat?.place ?? []))
  const codes: PlaceCode[] = [...pathOf(place), ...named, ...found.filled.map((seat) => seat.place)]
  const [places, people, seats] = await Promise.all([
    placeNames(db, county, codes),
    namesOf(
      db,
      county,
      spoken.flatMap(({ by, heir }) => [by, heir]),
    ),
    seatsAt(db, county, [...new Set(found.filled.map((seat) => seat.place))], dayOf(now)),
  ])
  const filled = found.filled.map((seat) => filledSeat(seat, seats, places, departments))
  const [watch, duplicates, main] = await Promise.all([
    watchOf(db, matter, { category: found.category, filled }, now),
    duplicatesShown(db, matter),
    mainOf(db, matter),
  ])
  const nameOf = (seat: Seat | null) => seat && seatName(seat, places, departments)
  const personOf = (id: PersonId | null) => (id && people.get(id)) ?? null
  const { filled: _filled, isOutside: _is, isPlace: _place, at: _at, ...rest } = found
  return {
    row,
    path: pathOf(place).map((code) => ({ code, name: places.get(code) ?? code, level: levelOf(code) })),
    events: events.map((event) => {
      const { by, heir, to, decider, from } = spokenOf(event)
      return { ...event, byName: personOf(by), toName: nameOf(to) ?? personOf(heir), deciderName: nameOf(decider), fromName: nameOf(from) }
    }),
    around: { ...rest, category: found.category, filled, hasDuplicates: duplicates.length > 0 },
    watch,
    duplicates,
    main,
    contact: contactOf(id, reporters, secrets),
  }
}

/** Whom and which seats an event speaks of. `heir`: the person who took over, where that is a person and no seat. */
function spokenOf(event: Recorded) {
  const step = event.type === 'granted' ? event.consequence : event
  return {
    by: event.by,
    heir: event.type === 'takenOver' ? event.to : null,
    to: 'to' in step && typeof step.to === 'object' ? step.to : null,
    decider: 'decider' in event ? event.decider : null,
    from: 'from' in event && typeof event.from === 'object' ? event.from : null,
  }
}

/** The first reporter's; of those who joined, only how many can be reached. Null if nobody can be. */
function contactOf(id: MatterId, reporters: readonly (Sealed & { id: string })[], secrets: Secrets): MatterFile['contact'] {
  const reachable = reporters.filter(({ name, phone }) => name || phone)
  const first = reachable.find((each) => each.id === id)
  const others = reachable.length - (first ? 1 : 0)
  return reachable.length === 0 ? null : { ...masked(first ?? { name: null, phone: null }, secrets), others }
}

const filledSeat = (
  seat: Seat,
  seats: Awaited<ReturnType<typeof seatsAt>>,
  places: ReadonlyMap<PlaceCode, string>,
  departments: ReadonlyMap<string, string>,
): FilledSeat => ({
  ...seat,
  placeName: seatName(seat, places, departments),
  names: seats
    .filter((each) => each.role === seat.role && each.place === seat.place && each.department === seat.department)
    .map(({ name }) => name),
})

type Sealed = { name: Buffer | null; phone: Buffer | null }

const masked = ({ name, phone }: Sealed, secrets: Secrets) => ({
  name: name ? maskName(secrets.open(name)) : null,
  phone: phone ? maskPhone(secrets.open(phone)) : null,
})

/** How to reach the reporter, whole. The caller has recorded who asked and why. */
export const opened = ({ name, phone }: Sealed, secrets: Secrets) => ({
  name: name ? secrets.open(name) : null,
  phone: phone ? secrets.open(phone) : null,
})

/** A reporter as stored: sealed, and found again only by the keyed hash of their tracking code. */
export const sealedContact = (
  contact: { name?: string | undefined; phone?: string | undefined } | undefined,
  secrets: Secrets,
  tracking: string | null,
): records.ReporterRow => ({
  tracking: tracking ? secrets.hash(tracking) : null,
  name: contact?.name ? secrets.seal(contact.name) : null,
  phone: contact?.phone ? secrets.seal(contact.phone) : null,
  phoneKey: contact?.phone ? phoneKey(contact.phone, secrets) : null,
})

/** By which a resident who has shown that a number is theirs finds what they left it with. */
export const phoneKey = (phone: string, secrets: Pick<Secrets, 'hash'>): Buffer => secrets.hash(`telephone ${phone}`)
