/** Whom an event is told to: seats and persons, before anybody is looked up. Pure, so that it can be shown for every event. */
import type { PersonId } from '#modules/kernel/ids.ts'
import { holderOf, type Matter } from '#modules/matters/matter.ts'
import type { Consequence, Event } from '#modules/matters/rules/event.ts'
import type { Seat } from '#modules/people/actor.ts'
import type { Role } from '#modules/people/role.ts'
import { covers } from '#modules/places/place.ts'
import type { Audience, Facts, Route } from '../notice.ts'

export type Aim =
  | { readonly to: 'seat'; readonly seat: Seat; readonly orAbove: boolean }
  | { readonly to: 'person'; readonly person: PersonId }
  | { readonly to: 'filers' | 'reporters' | 'administrators' | 'group' }

/** The seat that has the matter after the event. */
export const nowWith = (event: Event, matter: Matter): Seat =>
  'to' in event && typeof event.to === 'object'
    ? event.to
    : event.type === 'granted' && 'to' in event.consequence
      ? event.consequence.to
      : holderOf(matter)

/**
 * Where an audience's people are found; empty where an event has no such people. `levels` and `above` come from the ladder; `author` is who
 * was behind an earlier event of the matter: who applied, who ordered.
 */
export function aimsOf(
  audience: Audience,
  event: Event,
  matter: Matter,
  { levels, above, author }: { levels: readonly Seat[]; above: Seat | undefined; author: (version: number) => PersonId | null | undefined },
): Aim[] {
  const seat = (each: Seat | undefined, orAbove: boolean): Aim[] => (each ? [{ to: 'seat', seat: each, orAbove }] : [])
  const person = (each: PersonId | null | undefined): Aim[] => (each ? [{ to: 'person', person: each }] : [])
  switch (audience) {
    case 'holder':
      return event.type === 'takenOver' ? person(event.to) : seat(nowWith(event, matter), true)
    case 'oldHolder':
      return event.type === 'lapsed' ? seat(event.from, false) : []
    case 'levels':
      return levels.flatMap((each) => seat(each, false))
    case 'above':
      return seat(above, true)
    case 'decider':
      return event.type === 'applied' || event.type === 'applicationMoved' ? seat(event.decider, true) : []
    case 'applicant':
      return applicationIn(event).flatMap((version) => person(author(version)))
    case 'orderer':
      return ordersIn(event).flatMap((version) => person(author(version)))
    case 'filer':
      return matter.seenBy ? [] : [{ to: 'filers' }] // who filed it may not see it any more
    case 'mediators':
    case 'committeeHead':
    case 'prevention':
    case 'office':
    case 'judicialOffice':
    case 'parties':
      return [] // of a mediation file: disputes.ts
    case 'reporters':
    case 'administrators':
    case 'group':
      return [{ to: audience }]
  }
}

/** Whether somebody in a seat may hear of a matter at all: whoever may not see it is not told that it is there. */
export function mayHear(matter: Matter, seat: Seat): boolean {
  const named: readonly Role[] | null = matter.seenBy
  if (named && !named.includes(seat.role)) return false
  if (seat.department) return matter.departments.includes(seat.department)
  if (matter.goesAround) return seat.role === 'centre_officer' && matter.holderRole === 'centre_officer'
  return covers(seat.place, matter.place)
}

const applicationIn = (event: Event): readonly number[] => ('application' in event ? [event.application] : [])

const ordersIn = (event: Event): readonly number[] => [...('order' in event ? [event.order] : []), ...(event.ends ?? [])]

/** The versions of the events that an answer, a decision, a lapse or an end looks back to. */
export const looksBackTo = (event: Event): readonly number[] => [...applicationIn(event), ...ordersIn(event)]

/** What of a granted application concerns others than who applied: a new category can make an emergency of it; voiding is its outcome. */
const concerns: Partial<Record<Audience, Consequence['kind']>> = { levels: 'reclassification', reporters: 'voiding', filer: 'voiding' }

/** Whether a route is taken by an event. */
export const isTaken = ({ event: wanted, audience, isOn, onlyEmergency }: Route, event: Event, matter: Matter): boolean =>
  isOn &&
  wanted === event.type &&
  (!onlyEmergency || matter.isEmergency) &&
  (event.type !== 'granted' || concerns[audience] === undefined || event.consequence.kind === concerns[audience])

/** The instant that counts for who is told. */
export function dueOf(event: Event, matter: Matter): string | null {
  if (event.type === 'applied' || event.type === 'applicationMoved') return event.decideBy
  if (event.type === 'ordered') return event.dueBy
  if (matter.pause) return matter.dueBy
  if ('acceptBy' in event && event.type !== 'resumed') return event.acceptBy
  return matter.dueBy
}

export type Said = { readonly zh: Facts; readonly en: Facts }
