/** What may happen to a matter, when, and at whose hand. The buttons on the screen and the refusals of the server are this table. */

import type { Category } from '#modules/categories/category.ts'
import { dueAfter, type LocalDays } from '#modules/kernel/calendar.ts'
import type { Instant } from '#modules/kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '#modules/kernel/refusal.ts'
import { may, postIn, type Seat } from '#modules/people/actor.ts'
import { can } from '#modules/people/role.ts'
import { covers } from '#modules/places/place.ts'
import { centreOf, isOnLadder, rungOf, seatAbove, seatsBelow, standsAbove } from './ladder.ts'
import { type Action, type Asker, type Event, holderOf, type Matter, type Status, type Step } from './matter.ts'
import type { Command } from './wire.ts'

/** The facts that the rules need beside the matter itself. */
export type Surroundings = {
  readonly at: Instant
  readonly category: Category
  /** Seats somebody sits in: those on the matter's ladder, every department's, and those below the holder. */
  readonly filled: readonly Seat[]
  readonly local: LocalDays
  /** Days of silence after which a settled matter closes, and within which a closed one can be reopened. */
  readonly silenceDays: number
  readonly reopenDays: number
}

type Who = 'holder' | 'holder or dispatcher' | 'reader' | 'reporter' | 'reporter or verifier' | 'system'

/** The whole procedure on one screen: from which status, and who. */
export const procedure = {
  accept: { from: ['waiting'], who: 'holder' },
  settle: { from: ['waiting', 'working'], who: 'holder' },
  passUp: { from: ['waiting', 'working'], who: 'holder' },
  handDown: { from: ['waiting', 'working'], who: 'holder or dispatcher' },
  handOver: { from: ['waiting', 'working'], who: 'holder or dispatcher' },
  refuse: { from: ['waiting', 'working'], who: 'holder' },
  comment: { from: ['waiting', 'working', 'settled'], who: 'reader' },
  verify: { from: ['settled'], who: 'reporter or verifier' },
  rate: { from: ['settled', 'closed'], who: 'reporter' },
  reopen: { from: ['settled', 'closed'], who: 'reporter or verifier' },
  withdraw: { from: ['waiting', 'working'], who: 'reporter' },
  close: { from: ['settled'], who: 'system' },
} as const satisfies Record<Action, { from: readonly Status[]; who: Who }>

export const actions = Object.keys(procedure) as Action[]

const isReporter = (matter: Matter, asker: Asker) =>
  asker.as === 'reporter' || (asker.as === 'staff' && matter.reporterId === asker.actor.id && matter.source === 'staff')

const holds = (matter: Matter, asker: Asker) => asker.as === 'staff' && postIn(asker.actor, holderOf(matter)) !== undefined

/** A post above the holder's may move a matter on without holding it, and only on: never settle it over somebody's head. */
const dispatches = (matter: Matter, asker: Asker) =>
  asker.as === 'staff' &&
  asker.actor.posts.some(
    (post) =>
      can(post.role, 'matter.dispatch') && isOnLadder(post) && covers(post.place, matter.place) && standsAbove(post, holderOf(matter)),
  )

function notAllowed(matter: Matter, action: Action, asker: Asker): Refusal | undefined {
  const { who }: { who: Who } = procedure[action]
  const notHolder = () =>
    refuse('matter.not_holder', { role: matter.holderRole, place: matter.holderPlace, department: matter.holderDepartment })
  switch (who) {
    case 'holder':
      return holds(matter, asker) ? undefined : notHolder()
    case 'holder or dispatcher': {
      if (!holds(matter, asker) && !dispatches(matter, asker)) return notHolder()
      const verb = action === 'handOver' ? 'matter.handOver' : 'matter.handDown'
      return asker.as === 'staff' && may(asker.actor, verb, matter.place) ? undefined : refuse('not_permitted', { verb })
    }
    case 'reader':
      return asker.as === 'system' ? refuse('not_permitted', { verb: 'matter.read' }) : undefined
    case 'reporter':
      return isReporter(matter, asker) ? undefined : refuse('matter.not_reporter')
    case 'reporter or verifier':
      if (asker.as === 'staff' && matter.worker === asker.actor.id) return refuse('matter.own_work')
      if (isReporter(matter, asker)) return undefined
      return asker.as === 'staff' && may(asker.actor, 'matter.verify', matter.place) ? undefined : refuse('matter.not_reporter')
    case 'system':
      return asker.as === 'system' ? undefined : refuse('not_permitted', { verb: action })
  }
}

const days = (from: Instant, count: number): Instant => new Date(Date.parse(from) + count * 86_400_000).toISOString()

/** Why the asker cannot do this now, or undefined if they can. Screens ask before they offer a button. */
export function whyNot(
  matter: Matter,
  action: Action,
  asker: Asker,
  { at, reopenDays }: Pick<Surroundings, 'at' | 'reopenDays'>,
): Refusal | undefined {
  const { from }: { from: readonly Status[] } = procedure[action]
  if (!from.includes(matter.status)) return refuse('matter.wrong_status', { action, status: matter.status })
  if (action === 'handDown' && rungOf(holderOf(matter)) === 'lane' && holds(matter, asker)) return refuse('matter.bottom_of_ladder')
  const denied = notAllowed(matter, action, asker)
  if (denied) return denied
  if (action === 'handDown' && matter.goesAround) return refuse('matter.goes_around')
  if (action === 'passUp' && rungOf(holderOf(matter)) === 'county') return refuse('matter.top_of_ladder')
  if (action === 'rate' && matter.rating !== null) return refuse('matter.rated_already')
  if (action === 'reopen') {
    const until = days(matter.settledAt ?? matter.reportedAt, reopenDays)
    if (at > until) return refuse('matter.window_over', { until })
  }
  return undefined
}

/** The promises that begin when a matter arrives at a seat. */
export function arrivalAt(to: Seat, { at, category, local }: Pick<Surroundings, 'at' | 'category' | 'local'>): Step {
  const { accept, settle } = category.limits[rungOf(to)]
  return { to, acceptBy: dueAfter(at, accept, local), settleBy: dueAfter(at, settle, local) }
}

export const silenceAfter = (at: Instant, silenceDays: number): Instant => days(at, silenceDays)

/** The event that a command becomes, or why it is refused. `basis` is the version the asker saw, if they say. */
export function decide(matter: Matter, command: Command, asker: Asker, around: Surroundings, basis?: number): Event | Refusal {
  if (basis !== undefined && basis < matter.movedVersion)
    return refuse('matter.stale', { saw: basis, now: matter.version, status: matter.status })
  const refusal = whyNot(matter, command.do, asker, around)
  if (refusal) return refusal

  const actor = asker.as === 'staff' ? asker.actor : undefined
  const photos = 'photos' in command && command.photos && command.photos.length > 0 ? { photos: command.photos } : {}
  const said = { by: actor?.id ?? null, as: asker.as, seat: actor ? seatOf(matter, asker) : null, at: around.at, ...photos }
  switch (command.do) {
    case 'accept':
      return { ...said, type: 'accepted' }
    case 'settle':
      return { ...said, type: 'settled', outcome: command.outcome, silenceAt: silenceAfter(around.at, around.silenceDays) }
    case 'passUp': {
      const to = seatAbove(holderOf(matter), matter.place, around.category.department, around.filled)
      return to ? { ...said, type: 'passedUp', reason: command.reason, ...arrivalAt(to, around) } : refuse('matter.top_of_ladder')
    }
    case 'handDown': {
      const to = handDownTo(matter, command, asker, around)
      if (isRefusal(to)) return to
      const place = covers(matter.place, to.place) ? to.place : matter.place
      return { ...said, type: 'handedDown', words: command.words, place, ...arrivalAt(to, around) }
    }
    case 'handOver': {
      const to = around.filled.find((seat) => seat.role === 'department_officer' && seat.department === command.department)
      if (!to) return refuse('matter.nobody_there', { department: command.department })
      if (matter.holderDepartment === command.department) return refuse('matter.already_there', { department: command.department })
      return { ...said, type: 'handedOver', words: command.words, ...arrivalAt(to, around) }
    }
    case 'refuse':
      return { ...said, type: 'refused', reason: command.reason, channel: command.channel }
    case 'comment':
      return { ...said, type: 'commented', words: command.words, isPublic: asker.as === 'reporter' || command.isPublic }
    case 'verify':
      return { ...said, type: 'verified' }
    case 'rate':
      return { ...said, type: 'rated', rating: command.rating, words: command.words ?? null }
    case 'reopen':
      return { ...said, type: 'reopened', reason: command.reason, ...arrivalAt(stillFilled(matter, around), around) }
    case 'withdraw':
      return { ...said, type: 'withdrawn', reason: command.reason ?? null }
    case 'close':
      return matter.silenceAt && around.at < matter.silenceAt
        ? refuse('matter.window_open', { until: matter.silenceAt })
        : { ...said, type: 'closed', why: 'silence' }
  }
}

/** The seat the actor speaks from: the holder's if they sit there, else the lowest of theirs that covers the matter. */
function seatOf(matter: Matter, asker: Asker): Seat | null {
  if (asker.as !== 'staff') return null
  const posts = asker.actor.posts
    .filter((post) => isOnLadder(post) && covers(post.place, matter.place))
    .sort((one, other) => other.place.length - one.place.length)
  const post = postIn(asker.actor, holderOf(matter)) ?? posts[0]
  return post ? { role: post.role, place: post.place, department: post.department } : null
}

function handDownTo(
  matter: Matter,
  to: { role: Seat['role']; place: Seat['place'] },
  asker: Asker,
  { filled }: Surroundings,
): Seat | Refusal {
  const from = holds(matter, asker) ? holderOf(matter) : seatOf(matter, asker)
  const below = from ? seatsBelow(from, matter.place, filled) : []
  return (
    below.find((seat) => seat.role === to.role && seat.place === to.place) ??
    refuse('matter.nobody_there', { role: to.role, place: to.place })
  )
}

/** A reopened matter goes back to the seat that settled it, or to the next one up if that is empty now. */
const stillFilled = (matter: Matter, { filled, category }: Surroundings): Seat => {
  const holder = holderOf(matter)
  return filled.some((seat) => seat.role === holder.role && seat.place === holder.place && seat.department === holder.department)
    ? holder
    : (seatAbove(holder, matter.place, category.department, filled) ?? centreOf(matter.place))
}
