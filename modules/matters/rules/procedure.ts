/** What may happen to a matter, when, and at whose hand. The buttons on the screen and the refusals of the server are this table. */
import type { Category } from '#modules/categories/category.ts'
import { daysLater } from '#modules/kernel/calendar.ts'
import type { Instant } from '#modules/kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '#modules/kernel/refusal.ts'
import { may, postIn, type Seat } from '#modules/people/actor.ts'
import { can } from '#modules/people/role.ts'
import { covers } from '#modules/places/place.ts'
import { type Action, type Asker, holderOf, type Matter, type Status } from '../matter.ts'
import type { Command } from '../wire.ts'
import { applied, consequenceOf } from './applications.ts'
import { type Around, arrivalAt, pauseOf, resetOf, settleReminder } from './clock.ts'
import type { Event } from './event.ts'
import { centreOf, isOnLadder, rungOf, seatAbove, seatsBelow, standsAbove } from './ladder.ts'
import { ordersEnding } from './orders.ts'

/** The facts that the rules need beside the matter itself: `filled` are seats somebody sits in, on its ladder, in departments, and below. */
export type Surroundings = Around & {
  /** Days of silence after which a settled matter closes, and within which a closed one can be reopened. */
  readonly silenceDays: number
  readonly reopenDays: number
  /** The category that an application asks for, when that is decided. */
  readonly other?: Category | undefined
  /** Others were linked to it: their reporters wait for its outcome. */
  readonly hasDuplicates?: boolean | undefined
  /** The matter that another is to be linked to: one that the asker may see. */
  readonly main?: (Pick<Matter, 'id' | 'status'> & { readonly number: string }) | undefined
}

type Who = 'holder' | 'holder or dispatcher' | 'above' | 'reader' | 'reporter' | 'reporter or verifier' | 'system'

const handled = ['waiting', 'working'] as const
const open = ['waiting', 'working', 'suspended'] as const
/** What a duplicate can be linked to: whatever somebody still answers for. */
const linkable: readonly Status[] = ['waiting', 'working', 'suspended', 'settled']
export const isLinkable = ({ status }: Pick<Matter, 'status'>): boolean => linkable.includes(status)

/** The whole procedure on one screen: from which status, and who. What the clock does in each status stands in clock.ts. */
export const procedure = {
  accept: { from: ['waiting'], who: 'holder' },
  settle: { from: handled, who: 'holder' },
  passUp: { from: handled, who: 'holder' },
  handDown: { from: handled, who: 'holder or dispatcher' },
  handOver: { from: handled, who: 'holder or dispatcher' },
  refuse: { from: handled, who: 'holder' },
  apply: { from: handled, who: 'holder' },
  cancel: { from: open, who: 'holder' },
  grant: { from: handled, who: 'above' },
  decline: { from: open, who: 'above' },
  order: { from: open, who: 'above' },
  answer: { from: open, who: 'holder' },
  resume: { from: ['suspended'], who: 'holder' },
  tellPolice: { from: ['waiting', 'working', 'suspended', 'settled'], who: 'reader' },
  link: { from: handled, who: 'holder or dispatcher' },
  unlink: { from: ['linked'], who: 'holder or dispatcher' },
  comment: { from: ['waiting', 'working', 'suspended', 'settled'], who: 'reader' },
  verify: { from: ['settled'], who: 'reporter or verifier' },
  rate: { from: ['settled', 'closed'], who: 'reporter' },
  reopen: { from: ['settled', 'closed'], who: 'reporter or verifier' },
  withdraw: { from: open, who: 'reporter' },
  close: { from: ['settled'], who: 'system' },
} as const satisfies Record<Action, { from: readonly Status[]; who: Who }>

export const actions = Object.keys(procedure) as Action[]

/** Who reported it first has the last word on it; those who joined follow and comment. */
const isReporter = (matter: Matter, asker: Asker) =>
  (asker.as === 'reporter' && asker.joined === undefined) ||
  (asker.as === 'staff' && matter.reporterId === asker.actor.id && matter.source === 'staff')

const notReporter = (asker: Asker) => refuse(asker.as === 'reporter' ? 'matter.not_first_reporter' : 'matter.not_reporter')

const holds = (matter: Matter, asker: Asker) => asker.as === 'staff' && postIn(asker.actor, holderOf(matter)) !== undefined

/** The asker's seat above the holder's that gives them a verb. Nobody above settles over somebody's head. */
const seatAboveWith = (matter: Matter, asker: Asker, verb: 'matter.dispatch' | 'matter.direct'): Seat | undefined =>
  asker.as === 'staff'
    ? asker.actor.posts.find(
        (post) =>
          can(post.role, verb) &&
          isOnLadder(post) &&
          covers(post.place, matter.place) &&
          standsAbove(post, holderOf(matter)) &&
          (post.department === null || matter.departments.includes(post.department)),
      )
    : undefined

function notAllowed(matter: Matter, action: Action, asker: Asker): Refusal | undefined {
  const { who }: { who: Who } = procedure[action]
  const notHolder = () =>
    refuse('matter.not_holder', { role: matter.holderRole, place: matter.holderPlace, department: matter.holderDepartment })
  switch (who) {
    case 'holder':
      return holds(matter, asker) ? undefined : notHolder()
    case 'holder or dispatcher': {
      if (!holds(matter, asker) && !seatAboveWith(matter, asker, 'matter.dispatch')) return notHolder()
      if (action === 'link' || action === 'unlink') return undefined
      const verb = action === 'handOver' ? 'matter.handOver' : 'matter.handDown'
      return asker.as === 'staff' && may(asker.actor, verb, matter.place) ? undefined : refuse('not_permitted', { verb })
    }
    case 'above':
      return seatAboveWith(matter, asker, 'matter.direct') ? undefined : refuse('matter.not_above')
    case 'reader':
      return asker.as === 'system' ? refuse('not_permitted', { verb: 'matter.read' }) : undefined
    case 'reporter':
      return isReporter(matter, asker) ? undefined : notReporter(asker)
    case 'reporter or verifier':
      if (asker.as === 'staff' && matter.worker === asker.actor.id) return refuse('matter.own_work')
      if (isReporter(matter, asker)) return undefined
      return asker.as === 'staff' && may(asker.actor, 'matter.verify', matter.place) ? undefined : notReporter(asker)
    case 'system':
      return asker.as === 'system' ? undefined : refuse('not_permitted', { verb: action })
  }
}

/** Why the asker cannot do this now, or undefined if they can. Screens ask before they offer a button. */
export function whyNot(
  matter: Matter,
  action: Action,
  asker: Asker,
  { at, reopenDays, hasDuplicates = false }: Pick<Surroundings, 'at' | 'reopenDays' | 'hasDuplicates'>,
): Refusal | undefined {
  const { from }: { from: readonly Status[] } = procedure[action]
  if (!from.includes(matter.status)) return refuse('matter.wrong_status', { action, status: matter.status })
  if (action === 'handDown' && rungOf(holderOf(matter)) === 'lane' && holds(matter, asker)) return refuse('matter.bottom_of_ladder')
  const denied = notAllowed(matter, action, asker)
  if (denied) return denied
  switch (action) {
    case 'handDown':
      return matter.goesAround ? refuse('matter.goes_around') : undefined
    case 'passUp':
      return rungOf(holderOf(matter)) === 'county' ? refuse('matter.top_of_ladder') : undefined
    case 'settle':
      return matter.seenBy && !matter.policeToldAt ? refuse('matter.police_first') : undefined
    case 'apply':
      if (matter.holderRole === 'centre_officer') return refuse('matter.nobody_above')
      return matter.application ? refuse('matter.applied_already', { kind: matter.application.kind }) : undefined
    case 'cancel':
    case 'grant':
    case 'decline':
      return matter.application ? undefined : refuse('matter.no_application')
    case 'answer':
      return matter.orders.length > 0 ? undefined : refuse('matter.no_order')
    case 'tellPolice':
      if (!matter.isEmergency && !matter.seenBy) return refuse('matter.no_police')
      return asker.as === 'staff' && may(asker.actor, 'matter.handle', matter.place) ? undefined : refuse('not_permitted', { verb: action })
    case 'withdraw':
      return matter.joined > 0 || hasDuplicates ? refuse('matter.others_joined') : undefined
    case 'rate':
      return matter.rating === null ? undefined : refuse('matter.rated_already')
    case 'reopen': {
      const until = daysLater(matter.settledAt ?? matter.reportedAt, reopenDays)
      return at > until ? refuse('matter.window_over', { until }) : undefined
    }
    default:
      return undefined
  }
}

export const silenceAfter = (at: Instant, silenceDays: number): Instant => daysLater(at, silenceDays)

/** The event that a command becomes, or why it is refused. `basis` is the version the asker saw, if they say. */
export function decide(matter: Matter, command: Command, asker: Asker, around: Surroundings, basis?: number): Event | Refusal {
  if (basis !== undefined && basis < matter.movedVersion)
    return refuse('matter.stale', { saw: basis, now: matter.version, status: matter.status })
  const refusal = whyNot(matter, command.do, asker, around)
  if (refusal) return refusal

  const actor = asker.as === 'staff' ? asker.actor : undefined
  const photos = 'photos' in command && command.photos && command.photos.length > 0 ? { photos: command.photos } : {}
  const seat = actor ? seatOf(matter, asker) : null
  const reporter = asker.as === 'reporter' && asker.joined !== undefined ? { reporter: asker.joined } : {}
  const said = { by: actor?.id ?? null, as: asker.as, seat, at: around.at, ...photos, ...reporter, ...ordersEnding(matter, command) }
  const above = seatAboveWith(matter, asker, 'matter.direct')
  switch (command.do) {
    case 'accept':
      return { ...said, type: 'accepted', remindAt: settleReminder(matter, around) }
    case 'settle':
      return { ...said, type: 'settled', outcome: command.outcome, silenceAt: silenceAfter(around.at, around.silenceDays) }
    case 'passUp': {
      const to = seatAbove(holderOf(matter), matter.place, around.category, around.filled)
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
    case 'apply': {
      const wish = applied(matter, command, around)
      return isRefusal(wish) ? wish : { ...said, type: 'applied', ...wish }
    }
    case 'cancel':
    case 'grant':
    case 'decline': {
      const { application } = matter
      if (!application || application.id !== command.application) return refuse('matter.no_application')
      if (command.do === 'cancel') return { ...said, type: 'cancelled', application: application.id }
      if (command.do === 'decline')
        return { ...said, type: 'declined', application: application.id, why: 'decision', reason: command.reason }
      const consequence = consequenceOf(matter, application, above ?? centreOf(matter.place), around)
      if (isRefusal(consequence)) return consequence
      return { ...said, type: 'granted', application: application.id, words: command.words ?? null, consequence }
    }
    case 'order':
      if (command.dueBy <= around.at) return refuse('matter.order_past')
      return {
        ...said,
        type: 'ordered',
        kind: command.kind,
        from: plain(above ?? centreOf(matter.place)),
        words: command.words,
        dueBy: command.dueBy,
      }
    case 'answer':
      if (!matter.orders.some(({ id }) => id === command.order)) return refuse('matter.no_order')
      return { ...said, type: 'answered', order: command.order, words: command.words }
    case 'resume':
      return { ...said, type: 'resumed', why: 'asked', reason: command.reason, ...resetOf(matter, around) }
    case 'tellPolice':
      if (command.toldAt > around.at) return refuse('matter.police_later')
      return { ...said, type: 'policeTold', station: command.station, toldAt: command.toldAt, words: command.words ?? null }
    case 'link':
      if (command.to === matter.id) return refuse('matter.own_duplicate')
      if (!around.main || around.main.id !== command.to) return refuse('not_found')
      if (around.main.status === 'linked') return refuse('matter.main_linked', { number: around.main.number })
      if (!isLinkable(around.main)) return refuse('matter.main_ended', { status: around.main.status })
      return {
        ...said,
        type: 'linked',
        of: around.main.id,
        number: around.main.number,
        words: command.words ?? null,
        pause: pauseOf(matter, null, around),
      }
    case 'unlink':
      if (!matter.duplicateOf) return refuse('matter.wrong_status', { action: 'unlink', status: matter.status })
      return { ...said, type: 'unlinked', of: matter.duplicateOf, reason: command.reason ?? null, ...resetOf(matter, around) }
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

const plain = ({ role, place, department }: Seat): Seat => ({ role, place, department })

/** The seat the actor speaks from: the holder's if they sit there, else the lowest of theirs that covers the matter. */
function seatOf(matter: Matter, asker: Asker): Seat | null {
  if (asker.as !== 'staff') return null
  const posts = asker.actor.posts
    .filter((post) => isOnLadder(post) && covers(post.place, matter.place))
    .sort((one, other) => other.place.length - one.place.length)
  const post = postIn(asker.actor, holderOf(matter)) ?? posts[0]
  return post ? plain(post) : null
}

function handDownTo(
  matter: Matter,
  to: { role: Seat['role']; place: Seat['place'] },
  asker: Asker,
  { filled }: Surroundings,
): Seat | Refusal {
  const from = holds(matter, asker) ? holderOf(matter) : seatOf(matter, asker)
  const below = from ? seatsBelow(from, matter.place, filled, matter.seenBy) : []
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
    : (seatAbove(holder, matter.place, category, filled) ?? centreOf(matter.place))
}
