/** The matter after one more event. Total: an event that happened is never refused. */
import type { County, Instant, MatterId, PlaceCode } from '#modules/kernel/ids.ts'
import { sameSeat } from '#modules/people/actor.ts'
import { holderOf, isOpen, type Matter, type Pause, type Status } from '../matter.ts'
import type { Consequence, Event, Labels, Reported, Reset, Step } from './event.ts'
import { resettle } from './resettle.ts'

/** A matter that has not been reported yet: what the first event is folded into. */
export const blank = (county: County, id: MatterId): Matter => ({
  county,
  id,
  place: county as string as PlaceCode,
  category: '',
  words: '',
  status: 'waiting',
  holderRole: 'centre_officer',
  holderPlace: county as string as PlaceCode,
  holderDepartment: null,
  worker: null,
  departments: [],
  reporterId: null,
  source: 'web',
  isPublic: false,
  isEmergency: false,
  goesAround: false,
  seenBy: null,
  latitude: null,
  longitude: null,
  isOutside: false,
  onTheSpot: false,
  reportedAt: '',
  acceptBy: '',
  settleBy: '',
  dueBy: null,
  remindAt: null,
  isOverdue: false,
  lateSince: null,
  lateAt: null,
  nextAt: null,
  pause: null,
  application: null,
  orders: [],
  duplicateOf: null,
  disputeId: null,
  policeToldAt: null,
  joined: 0,
  acceptedAt: null,
  settledAt: null,
  silenceAt: null,
  closedAt: null,
  outcome: null,
  rating: null,
  version: 0,
  movedVersion: 0,
})

export function evolve(matter: Matter, event: Event): Matter {
  const next = { ...after({ ...matter, version: matter.version + 1 }, event) }
  return { ...next, lateAt: isOpen(next) ? (next.lateSince ?? next.dueBy) : null, nextAt: nextAt(next) }
}

/** The earliest of what the clock waits for. */
function nextAt({ silenceAt, dueBy, isOverdue, remindAt, application, orders }: Matter): Instant | null {
  if (dueBy === null) return silenceAt
  const times = [isOverdue ? null : dueBy, remindAt, application?.decideBy, ...orders.map((order) => (order.isLate ? null : order.dueBy))]
  return times.reduce<Instant | null>((first, time) => (time && (first === null || time < first) ? time : first), null)
}

function after(next: Matter, event: Event): Matter {
  switch (event.type) {
    case 'reported':
      return report(next, event)
    case 'accepted':
      return {
        ...next,
        status: 'working',
        worker: event.by,
        acceptedAt: event.at,
        dueBy: next.settleBy,
        remindAt: event.remindAt ?? null,
        isOverdue: false,
        movedVersion: next.version,
      }
    case 'settled':
      return settle({ ...next, worker: event.by ?? next.worker }, event.at, event.outcome, event.silenceAt)
    case 'handedDown':
      return arrive({ ...next, place: event.place }, event)
    case 'moved':
      return event.why === 'place' ? resettle(next, event) : vacate(next, event)
    case 'reopened':
      return arrive({ ...next, place: event.place ?? next.place }, event)
    case 'passedUp':
    case 'handedOver':
      return arrive(next, event)
    case 'lapsed':
      return arrive({ ...next, lateSince: next.lateSince ?? event.dueBy }, event)
    case 'overdue':
      return { ...next, lateSince: next.lateSince ?? event.dueBy, isOverdue: true, remindAt: null }
    case 'reminded':
      return { ...next, remindAt: null }
    case 'takenOver':
      return { ...next, worker: event.to }
    case 'refused':
      return end(next, 'refused', event.at)
    case 'withdrawn':
      return end(next, 'withdrawn', event.at)
    case 'verified':
    case 'closed':
      return end(next, 'closed', event.at)
    case 'rated':
      return { ...next, rating: event.rating }
    case 'applied': {
      const { kind, from, reason, decider, decideBy, days, until, category, by, at } = event
      if (by === null) return next
      return { ...next, application: { id: next.version, kind, by, from, at, reason, decider, decideBy, days, until, category } }
    }
    case 'applicationMoved':
      return next.application ? { ...next, application: { ...next.application, decider: event.decider, decideBy: event.decideBy } } : next
    case 'cancelled':
    case 'declined':
      return { ...next, application: null }
    case 'granted':
      return grant({ ...next, application: null }, event.consequence, event.at)
    case 'resumed':
      return goOn(next, event)
    case 'unlinked':
      return goOn({ ...next, duplicateOf: null, closedAt: null }, event)
    case 'linked':
      return { ...stop(next, 'linked', event.pause), duplicateOf: event.of, application: null, orders: [], dueBy: null }
    case 'ordered': {
      const { kind, from, words, dueBy, by, at } = event
      return by === null
        ? next
        : { ...next, orders: [...next.orders, { id: next.version, kind, by, from, at, words, dueBy, isLate: false }] }
    }
    case 'answered':
      return { ...next, orders: next.orders.filter(({ id }) => id !== event.order) }
    case 'orderLapsed':
      return { ...next, orders: next.orders.map((order) => (order.id === event.order ? { ...order, isLate: true } : order)) }
    case 'mediated':
      return { ...stop(next, 'suspended', event.pause), disputeId: event.dispute, application: null }
    case 'policeTold':
      return { ...next, policeToldAt: next.policeToldAt ?? event.toldAt }
    case 'joined':
      return { ...next, joined: next.joined + 1 }
    case 'left':
      return { ...next, joined: Math.max(0, next.joined - 1) }
    case 'commented':
    case 'gained':
    case 'lost':
    case 'erased':
      return next
  }
}

const labelled = (matter: Matter, { category, isPublic, isEmergency, goesAround, seenBy = null }: Labels): Matter => ({
  ...matter,
  category,
  isPublic,
  isEmergency,
  goesAround,
  seenBy,
})

const arrive = (matter: Matter, { to, acceptBy, settleBy, remindAt = undefined }: Step): Matter => ({
  ...matter,
  status: 'waiting',
  holderRole: to.role,
  holderPlace: to.place,
  holderDepartment: to.department,
  departments: to.department && !matter.departments.includes(to.department) ? [...matter.departments, to.department] : matter.departments,
  worker: null,
  acceptBy,
  settleBy,
  dueBy: acceptBy,
  remindAt: remindAt ?? null,
  isOverdue: false,
  pause: null,
  application: null,
  acceptedAt: null,
  settledAt: null,
  silenceAt: null,
  closedAt: null,
  movedVersion: matter.version,
})

/** Out of an empty seat. What was suspended stays that: who has it now accepts it when it goes on. */
function vacate(matter: Matter, step: Step): Matter {
  const { pause } = matter
  const there = arrive(matter, step)
  if (!pause) return there
  const acceptLeft = step.limits?.accept ?? pause.acceptLeft
  return { ...there, status: matter.status, dueBy: pause.until, remindAt: null, pause: { ...pause, from: 'waiting', acceptLeft } }
}

const still = { dueBy: null, remindAt: null, isOverdue: false, pause: null, application: null, orders: [] } as const

const settle = (matter: Matter, at: Instant, outcome: string, silenceAt: Instant | null): Matter => ({
  ...matter,
  ...still,
  status: 'settled',
  outcome,
  silenceAt,
  settledAt: at,
  acceptedAt: matter.acceptedAt ?? at,
  movedVersion: matter.version,
})

const end = (matter: Matter, status: Status, at: Instant): Matter => ({
  ...matter,
  ...still,
  status,
  silenceAt: null,
  closedAt: at,
  movedVersion: matter.version,
})

const stop = (matter: Matter, status: 'suspended' | 'linked', pause: Pause): Matter => ({
  ...matter,
  status,
  pause,
  dueBy: pause.until,
  remindAt: null,
  isOverdue: false,
  movedVersion: matter.version,
})

/** A clock that stood still goes on with what was left. */
function goOn(matter: Matter, { acceptBy, settleBy, remindAt }: Reset): Matter {
  const status = matter.pause?.from ?? 'waiting'
  const dueBy = status === 'waiting' ? acceptBy : settleBy
  return { ...matter, status, pause: null, acceptBy, settleBy, dueBy, remindAt, isOverdue: false, movedVersion: matter.version }
}

function grant(matter: Matter, consequence: Consequence, at: Instant): Matter {
  switch (consequence.kind) {
    case 'extension': {
      const { settleBy, remindAt } = consequence
      return { ...matter, settleBy, dueBy: settleBy, remindAt, isOverdue: false, movedVersion: matter.version }
    }
    case 'suspension':
      return stop(matter, 'suspended', consequence.pause)
    case 'reclassification': {
      const { to, settleBy, remindAt = undefined } = consequence
      const departments = [...new Set([...matter.departments, ...(consequence.told ?? [])])]
      const renamed = { ...labelled(matter, consequence), departments }
      if (matter.status !== 'working' || !sameSeat(to, holderOf(matter))) return arrive(renamed, consequence)
      return { ...renamed, settleBy, dueBy: settleBy, remindAt: remindAt ?? null, isOverdue: false, movedVersion: matter.version }
    }
    case 'voiding':
      return end(matter, 'voided', at)
    case 'notOurs':
      return arrive(matter, consequence)
  }
}

function report(matter: Matter, event: Reported & Step & Pick<Event, 'at' | 'by'>): Matter {
  const { place, words, source, latitude, longitude, isOutside, at } = event
  const filed = {
    ...matter,
    place,
    words,
    source,
    departments: [...event.told],
    latitude,
    longitude,
    isOutside,
    reportedAt: at,
    reporterId: event.by,
  }
  const arrived = arrive(labelled(filed, event), event)
  if (event.outcome === null) return arrived
  return settle({ ...arrived, worker: event.by, onTheSpot: true, acceptedAt: at }, at, event.outcome, event.silenceAt)
}
