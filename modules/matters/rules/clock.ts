/**
 * The clock: what it promises when a matter arrives, and what it does by itself as time passes.
 *
 *   a quarter of the time is left  →  the holder is reminded, once
 *   the promise has passed         →  the matter goes up one step, and stays on the lists of the late till it is settled
 *   ... at the top of the ladder   →  it stays there, and the county centre is told
 *   a suspension is over           →  it goes on with the time that was left
 *   nobody decided an application  →  the next above decides; at the very top it is declined
 *   nobody answered an order       →  whoever gave it is told, also while the matter is suspended
 *   silence after it was settled   →  it is closed
 */
import type { Category } from '#modules/categories/category.ts'
import { dueAfter, type Limit, type LocalDays, minutesBetween, workingDay } from '#modules/kernel/calendar.ts'
import type { Instant } from '#modules/kernel/ids.ts'
import type { Seat } from '#modules/people/actor.ts'
import { holderOf, type Matter, type Pause, type Status } from '../matter.ts'
import type { Event, Promised, Reset, Step } from './event.ts'
import { centreOf, rungOf, seatAbove, seatBeyond, seatDeciding } from './ladder.ts'

/** What the clock does in each status; it stands still exactly where this says so. */
export const clocks = {
  waiting: 'accept',
  working: 'settle',
  suspended: 'stands still',
  linked: 'stands still',
  settled: 'silence',
  closed: 'ended',
  refused: 'ended',
  withdrawn: 'ended',
  voided: 'ended',
} as const satisfies Record<Status, Promised | 'stands still' | 'silence' | 'ended'>

export type Time = { readonly at: Instant; readonly category: Category; readonly local: LocalDays }
export type Around = Time & { readonly filled: readonly Seat[] }

/** Working time, or plain time, that an application waits for its decision before the next above decides. */
const decision: Limit = { minutes: workingDay, runs: 'working' }
const urgentDecision: Limit = { minutes: 120, runs: 'always' }

/** When to remind of a promise made at `from`: when a quarter of the time to it is left. */
export function remindAt(from: Instant, dueBy: Instant, runs: Limit['runs'], local: LocalDays): Instant {
  const minutes = Math.floor(minutesBetween(from, dueBy, runs, local) * 0.75)
  return dueAfter(from, { minutes, runs }, local)
}

/** The promises that begin when a matter arrives at a seat. */
export function arrivalAt(to: Seat, { at, category, local }: Time): Step {
  const limits = category.limits[rungOf(to)]
  const acceptBy = dueAfter(at, limits.accept, local)
  return {
    to,
    acceptBy,
    settleBy: dueAfter(at, limits.settle, local),
    remindAt: remindAt(at, acceptBy, limits.accept.runs, local),
    limits,
  }
}

const runsOf = (matter: Matter, { category }: Time): Limit['runs'] => category.limits[rungOf(holderOf(matter))].settle.runs

export const settleReminder = (matter: Matter, time: Time): Instant => remindAt(time.at, matter.settleBy, runsOf(matter, time), time.local)

export const decideBy = (matter: Matter, { at, local }: Time): Instant =>
  dueAfter(at, matter.isEmergency ? urgentDecision : decision, local)

/** Stops the clock: what was left of both promises, 0 if it had passed. */
export function pauseOf(matter: Matter, until: Instant | null, time: Time): Pause {
  const { accept, settle } = time.category.limits[rungOf(holderOf(matter))]
  const left = (by: Instant, runs: Limit['runs']): Limit => ({
    minutes: Math.round(minutesBetween(time.at, by, runs, time.local)),
    runs,
  })
  return {
    from: matter.status === 'working' ? 'working' : 'waiting',
    since: time.at,
    until,
    acceptLeft: left(matter.acceptBy, accept.runs),
    settleLeft: left(matter.settleBy, settle.runs),
  }
}

/** The clock goes on with what was left, but with half an hour at least: nothing is late the moment it goes on. */
export function resetOf({ pause, acceptBy, settleBy }: Matter, { at, local }: Time): Reset {
  const least = 30
  const again = ({ minutes, runs }: Limit): Instant => dueAfter(at, { minutes: Math.max(least, minutes), runs }, local)
  const accept = pause?.from === 'waiting' ? again(pause.acceptLeft) : acceptBy
  const settle = pause ? again(pause.settleLeft) : settleBy
  const due = pause?.from === 'waiting' ? accept : settle
  return { acceptBy: accept, settleBy: settle, remindAt: remindAt(at, due, pause?.settleLeft.runs ?? 'working', local) }
}

const bySystem = (at: Instant) => ({ by: null, as: 'system' as const, seat: null, at })

/** The next thing the clock does about a matter now; undefined if there is nothing (any more). Asked again after each. */
export function tick(matter: Matter, around: Around): Event | undefined {
  const { at } = around
  const said = bySystem(at)
  const passed = (time: Instant | null | undefined): time is Instant => time !== null && time !== undefined && time <= at

  const runs = clocks[matter.status]
  if (runs === 'silence') return passed(matter.silenceAt) ? { ...said, type: 'closed', why: 'silence' } : undefined
  if (runs === 'ended' || matter.dueBy === null) return undefined
  if (matter.application && passed(matter.application.decideBy)) return undecided(matter, around)
  // An order wants its answer while the work rests, too.
  const order = matter.orders.find(({ isLate, dueBy }) => !isLate && passed(dueBy))
  if (order) return { ...said, type: 'orderLapsed', order: order.id }
  if (runs === 'stands still')
    return matter.status === 'suspended' && passed(matter.dueBy)
      ? { ...said, type: 'resumed', why: 'time', ...resetOf(matter, around) }
      : undefined
  if (passed(matter.dueBy) && !matter.isOverdue) return lapse(matter, matter.dueBy, around)
  if (passed(matter.remindAt)) return { ...said, type: 'reminded', what: promised(matter), dueBy: matter.dueBy }
  return undefined
}

const promised = (matter: Matter): Promised => (matter.status === 'waiting' ? 'accept' : 'settle')

function lapse(matter: Matter, dueBy: Instant, around: Around): Event {
  const said = bySystem(around.at)
  const from = holderOf(matter)
  const to = seatBeyond(from, matter.place, around.category, around.filled)
  const what = promised(matter)
  return to ? { ...said, type: 'lapsed', what, dueBy, from, ...arrivalAt(to, around) } : { ...said, type: 'overdue', what, dueBy }
}

/** Silence is no answer: the next above the decider is asked, and where nobody is above it is declined, so that nothing hangs. */
function undecided(matter: Matter, around: Around): Event | undefined {
  const { application } = matter
  if (!application) return undefined
  const said = bySystem(around.at)
  const decider = seatDeciding(application.decider, matter.place, around.category, around.filled)
  return decider
    ? { ...said, type: 'applicationMoved', application: application.id, decider, decideBy: decideBy(matter, around) }
    : { ...said, type: 'declined', application: application.id, why: 'silence', reason: null }
}

/** What becomes of open work in a seat that nobody sits in any more, or that stood with somebody who has left it. */
export function vacated(matter: Matter, isFilled: boolean, around: Around): Event {
  const seat = holderOf(matter)
  const to = isFilled ? seat : (seatAbove(seat, matter.place, around.category, around.filled) ?? centreOf(matter.place))
  return { ...bySystem(around.at), type: 'moved', why: 'vacancy', ...arrivalAt(to, around) }
}
