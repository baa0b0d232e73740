/** A matter's file: everything one screen needs to show it and to know what may be done. */
import type { Db } from '#db/db.ts'
import { departmentNames } from '#modules/categories/store.server.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { Instant, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
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
import * as store from './store.server.ts'
import { watchOf } from './watch.server.ts'
import { duplicatesOf, otherOf } from './watch-store.server.ts'

/** With `english`, names that have an English form come in it. */
export async function fileOf(db: Db, matter: Matter, secrets: Secrets, now: Instant, english: boolean): Promise<MatterFile> {
  const { county, id, place, category } = matter
  const [[row], events, found, reporter, departments] = await Promise.all([
    rowsOf(db, county, [matter], english),
    records.eventsOf(db, county, id),
    around(db, { place, category, at: now, below: true }),
    store.reporterOf(db, county, id),
    departmentNames(db, county, english),
  ])
  if (!row || !found?.category) throw new Error(`matter ${id} without its category or county`)
  const steps = events.flatMap((event) => ('to' in event && typeof event.to === 'object' ? [event.to.place] : []))
  const codes: PlaceCode[] = [...pathOf(place), ...steps, ...found.filled.map((seat) => seat.place)]
  const [places, people, seats] = await Promise.all([
    placeNames(db, county, codes),
    namesOf(
      db,
      county,
      events.map(({ by }) => by),
    ),
    seatsAt(db, county, [...new Set(found.filled.map((seat) => seat.place))], dayOf(now)),
  ])
  const filled = found.filled.map((seat) => named(seat, seats, places, departments))
  const [watch, duplicates, main] = await Promise.all([
    watchOf(db, matter, { category: found.category, filled }, now),
    duplicatesOf(db, county, id),
    matter.duplicateOf ? otherOf(db, county, matter.duplicateOf) : null,
  ])
  const toName = (event: (typeof events)[number]) =>
    'to' in event && typeof event.to === 'object' ? seatName(event.to, places, departments) : null
  const { filled: _filled, isOutside: _is, isPlace: _place, at: _at, ...rest } = found
  return {
    row,
    path: pathOf(place).map((code) => ({ code, name: places.get(code) ?? code, level: levelOf(code) })),
    events: events.map((event) => ({
      ...event,
      byName: event.by ? (people.get(event.by as PersonId) ?? null) : null,
      toName: toName(event),
    })),
    around: { ...rest, category: found.category, filled },
    watch,
    duplicates,
    main,
    contact: reporter?.name || reporter?.phone ? masked(reporter, secrets) : null,
  }
}

const named = (
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
})
