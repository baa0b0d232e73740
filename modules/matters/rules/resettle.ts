/**
 * What becomes of work in hand when its place becomes another.
 *
 *   the same person sits in the seat that took over   →  nothing but the place: who has it, since when and until when stay
 *   others sit there                                  →  it waits for them; nobody gets more time to settle it
 *   nobody sits there                                 →  it goes on to the first filled seat above
 *
 * What is settled, suspended or a duplicate stays that, at the new place.
 */
import type { PlaceCode } from '#modules/kernel/ids.ts'
import { type Seat, sameSeat } from '#modules/people/actor.ts'
import { levelOf, within } from '#modules/places/place.ts'
import { holderOf, type Matter } from '../matter.ts'
import { type Around, arrivalAt, remindAt } from './clock.ts'
import type { Event, Moved } from './event.ts'
import { firstSeat, isOnLadder, rungOf } from './ladder.ts'

/** The same seat on the way to another place; undefined where that place is too wide to have one. */
export const seatAt = (seat: Seat, place: PlaceCode): Seat | undefined => {
  const there = within(place, levelOf(seat.place))
  return there && { role: seat.role, place: there, department: seat.department }
}

type Asked = Around & {
  readonly place: PlaceCode
  /** Whether the one who works on it sits in a seat. */
  readonly sits: (seat: Seat) => boolean
}

/** The event by which a matter comes to another place. `filled` are the seats there. */
export function moved(matter: Matter, { place, sits, ...around }: Asked): Extract<Event, { type: 'moved' }> {
  const said = { by: null, as: 'system' as const, seat: null, at: around.at, type: 'moved' as const, why: 'place' as const, place }
  const same = seatAt(holderOf(matter), place)
  const isDone = matter.status === 'settled'
  // A seat of the county's own is the same at every place.
  const isThere = same && (around.filled.some((each) => sameSeat(each, same)) || sameSeat(same, holderOf(matter)))
  const isTheirs = matter.worker === null || (same !== undefined && (sits(same) || sameSeat(same, holderOf(matter))))
  const { acceptBy, settleBy, remindAt: remind } = matter
  if (same && (isDone || (isThere && isTheirs)))
    return { ...said, to: same, acceptBy, settleBy, ...(remind ? { remindAt: remind } : {}), goesOn: true }

  const to = isThere ? same : firstSeat(place, around.category, around.filled.filter(isOnLadder))
  const arrival = arrivalAt(to, around)
  // Who has not accepted yet keeps the time that is left for it; who comes anew gets the usual time to accept, but no more to settle.
  const accept = matter.status === 'waiting' ? acceptBy : arrival.acceptBy < settleBy ? arrival.acceptBy : settleBy
  const runs = around.category.limits[rungOf(to)].accept.runs
  return { ...said, to, acceptBy: accept, settleBy, remindAt: remindAt(around.at, accept, runs, around.local), goesOn: false }
}

/** The matter at its new place. */
export function resettle(matter: Matter, { place, to, acceptBy, settleBy, remindAt = undefined, goesOn }: Moved): Matter {
  const reseat = (seat: Seat): Seat => seatAt(seat, place) ?? seat
  const here: Matter = {
    ...matter,
    place,
    holderRole: to.role,
    holderPlace: to.place,
    holderDepartment: to.department,
    application: matter.application && {
      ...matter.application,
      from: reseat(matter.application.from),
      decider: reseat(matter.application.decider),
    },
    orders: matter.orders.map((order) => ({ ...order, from: reseat(order.from) })),
  }
  if (goesOn) return here
  const anew = { ...here, worker: null, acceptedAt: null, acceptBy, settleBy, movedVersion: matter.version }
  if (matter.status === 'settled') return { ...here, movedVersion: matter.version }
  if (matter.pause) return { ...anew, pause: { ...matter.pause, from: 'waiting' } }
  return { ...anew, status: 'waiting', dueBy: acceptBy, remindAt: remindAt ?? null, isOverdue: false, application: null }
}
