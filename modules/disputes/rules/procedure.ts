/** What may happen to a dispute, when, and at whose hand. The buttons on the screen and the refusals of the server are this table. */
import { dayOf, daysAfter, type LocalDays } from '#modules/kernel/calendar.ts'
import type { Day, Instant, PersonId } from '#modules/kernel/ids.ts'
import { type Refusal, refuse } from '#modules/kernel/refusal.ts'
import type { Action, Asker, Dispute, Status } from '../dispute.ts'
import type { AllowanceTable } from './allowance.ts'
import { whyNotCall, whyNotClaim, whyNotDecide } from './claims.ts'
import { confirmBy } from './clock.ts'
import { missingIn } from './dossier.ts'
import { unready } from './parties.ts'
import { decidesClaims, isHead, isMediator, isOffice, mayOpen } from './sight.ts'

/** The facts that the rules need beside the file itself. */
export type Around = {
  readonly at: Instant
  readonly local: LocalDays
  /** Who sits on the committee today: mediators and head. */
  readonly members: readonly PersonId[]
  readonly table: AllowanceTable
  /** The number of another file about the same quarrel for which an allowance was claimed. */
  readonly twin?: string | undefined
}

export type Who = 'mediator' | 'head' | 'reader' | 'party' | 'mediator or party' | 'mediator or office' | 'judicial office'

const live = ['registered', 'mediating', 'agreed', 'performing', 'performed', 'failed', 'declined', 'withdrawn'] as const
/** As `live`, without a file that a clear refusal has stopped: nobody joins it (art. 17). */
const willing = ['registered', 'mediating', 'agreed', 'performing', 'performed', 'failed', 'withdrawn'] as const
const ended = ['failed', 'declined', 'withdrawn', 'performing', 'performed'] as const
const unarchived = [...live, 'closed'] as const

/** The whole procedure on one screen: from which status, and who. `mediator` is one assigned to the file, or the committee's head. */
export const procedure = {
  amend: { from: ['registered', 'mediating'], who: 'mediator' },
  addParty: { from: willing, who: 'mediator' },
  amendParty: { from: live, who: 'mediator' },
  removeParty: { from: live, who: 'mediator' },
  checkPaper: { from: live, who: 'mediator' },
  inform: { from: ['registered', 'mediating', 'agreed'], who: 'mediator' },
  consent: { from: ['registered', 'mediating', 'agreed'], who: 'mediator' },
  decline: { from: ['registered', 'mediating'], who: 'mediator' },
  assign: { from: ['registered', 'mediating', 'agreed', 'performing'], who: 'head' },
  recuse: { from: ['registered', 'mediating', 'agreed'], who: 'mediator' },
  accept: { from: ['registered'], who: 'mediator' },
  setOpenness: { from: ['mediating'], who: 'mediator' },
  invite: { from: ['mediating'], who: 'mediator' },
  hold: { from: ['mediating', 'agreed', 'performing'], who: 'mediator' },
  inquire: { from: ['registered', 'mediating', 'agreed'], who: 'mediator' },
  attach: { from: unarchived, who: 'mediator' },
  extend: { from: ['mediating'], who: 'mediator' },
  agree: { from: ['mediating', 'agreed', 'performing'], who: 'mediator' },
  sign: { from: ['agreed'], who: 'mediator' },
  fail: { from: ['registered', 'mediating', 'agreed', 'performing'], who: 'mediator' },
  withdraw: { from: ['registered', 'mediating', 'agreed'], who: 'mediator or party' },
  perform: { from: ['performing'], who: 'mediator' },
  breach: { from: ['performing'], who: 'mediator' },
  confirmTerm: { from: ['performing', 'performed'], who: 'party' },
  tell: { from: unarchived, who: 'party' },
  askCourt: { from: ['performing', 'performed'], who: 'mediator' },
  courtDecided: { from: ['performing', 'performed'], who: 'mediator' },
  revisit: { from: ['performing', 'performed', 'closed'], who: 'mediator' },
  noteSigns: { from: unarchived, who: 'mediator' },
  prevent: { from: unarchived, who: 'mediator or office' },
  tellPolice: { from: unarchived, who: 'reader' },
  referUp: { from: unarchived, who: 'mediator' },
  comment: { from: unarchived, who: 'reader' },
  close: { from: ended, who: 'mediator' },
  archive: { from: ['closed'], who: 'head' },
  claim: { from: ['closed', 'archived'], who: 'mediator' },
  callBack: { from: ['closed', 'archived'], who: 'judicial office' },
  decideClaim: { from: ['closed', 'archived'], who: 'judicial office' },
} as const satisfies Record<Action, { from: readonly Status[]; who: Who }>

export const actions = Object.keys(procedure) as Action[]

function notAllowed(dispute: Dispute, who: Who, asker: Asker): Refusal | undefined {
  if (asker.as === 'party') {
    if (who !== 'party' && who !== 'mediator or party') return refuse('dispute.not_mediator')
    return dispute.parties.some(({ id }) => id === asker.party) ? undefined : refuse('not_found')
  }
  if (asker.as === 'system') return refuse('dispute.not_mediator')
  const { actor } = asker
  const works = isMediator(actor, dispute) || isHead(actor, dispute)
  switch (who) {
    case 'mediator':
    case 'mediator or party':
      return works ? undefined : refuse('dispute.not_mediator')
    case 'mediator or office':
      return works || isOffice(actor, dispute) ? undefined : refuse('dispute.not_mediator')
    case 'head':
      return isHead(actor, dispute) ? undefined : refuse('dispute.not_head')
    case 'reader':
      return mayOpen(actor, dispute) ? undefined : refuse('not_found')
    case 'party':
      return refuse('dispute.not_party')
    case 'judicial office':
      if (dispute.mediators.includes(actor.id)) return refuse('dispute.own_claim')
      return decidesClaims(actor, dispute) ? undefined : refuse('dispute.not_judicial_office')
  }
}

/** An agreement that binds is kept and not talked over again, unless the court did not confirm it (art. 33; 民事诉讼法 art. 206). */
const bound = ({ status, agreement, confirmation }: Dispute): Refusal | undefined =>
  status === 'performing' && confirmation?.result !== 'rejected'
    ? refuse('dispute.binding', { day: agreement?.effectiveOn ?? null })
    : undefined

/** The last day on which the parties can go to court together; null without an agreement that binds. */
export const courtUntil = ({ agreement }: Pick<Dispute, 'agreement'>, local: LocalDays): Day | null =>
  agreement?.effectiveOn ? confirmBy(agreement.effectiveOn, local) : null

/** Days in which an application made in time can still be written into the file: as many as the court has to decide (法释〔2011〕5号 art. 5). */
const daysToRecord = 15

/** Whether the court can be asked at all. It can be asked again when it did not take the application, as long as there is time. */
function whyNotCourt(dispute: Dispute, at: Instant, local: LocalDays): Refusal | undefined {
  const { confirmation, agreement } = dispute
  if (confirmation && confirmation.result !== 'notAccepted') return refuse('dispute.court_asked')
  // The agreement itself is among the papers that the court wants to see (法释〔2011〕5号 art. 3).
  if (agreement?.form === 'oral') return refuse('dispute.court_oral')
  const until = courtUntil(dispute, local)
  return until !== null && dayOf(at) > daysAfter(until, daysToRecord) ? refuse('dispute.court_late', { until }) : undefined
}

function whyNotClose(dispute: Dispute): Refusal | undefined {
  if (dispute.preventBy !== null) return refuse('dispute.prevention_open')
  if (dispute.status === 'performing' && dispute.agreement?.terms.some(({ state }) => state === 'due')) return refuse('dispute.terms_due')
  if (dispute.confirmation?.result === null) return refuse('dispute.court_pending')
  const missing = missingIn(dispute)
  return missing.length > 0 ? refuse('dispute.incomplete', { missing: missing.map((each) => ({ ...each })) }) : undefined
}

/** Why the asker cannot do this now, or undefined if they can. Screens ask before they offer a button. */
export function whyNot(dispute: Dispute, action: Action, asker: Asker, { at, local }: Pick<Around, 'at' | 'local'>): Refusal | undefined {
  const { from, who }: { from: readonly Status[]; who: Who } = procedure[action]
  const denied = notAllowed(dispute, who, asker)
  if (denied) return denied
  if (!from.includes(dispute.status)) {
    // A clear refusal is a hard stop: nothing of mediation goes on after it (art. 17).
    return dispute.status === 'declined'
      ? refuse('dispute.declined', { action })
      : refuse('dispute.wrong_status', { action, status: dispute.status })
  }
  switch (action) {
    case 'accept':
      return unready(dispute)
    case 'hold':
      return bound(dispute) ?? unready(dispute)
    case 'agree':
      return bound(dispute) ?? unready(dispute) ?? (dispute.sessions.length === 0 ? refuse('dispute.no_session') : undefined)
    case 'fail':
      return bound(dispute)
    case 'invite':
    case 'setOpenness':
      return dispute.mediators.length > 0 ? undefined : refuse('dispute.no_mediator')
    case 'extend':
      return dispute.isExtended ? refuse('dispute.extended_already') : undefined
    case 'askCourt':
      return whyNotCourt(dispute, at, local)
    case 'courtDecided':
      if (!dispute.confirmation) return refuse('dispute.court_not_asked')
      return dispute.confirmation.result === null ? undefined : refuse('dispute.court_decided')
    case 'prevent':
      return dispute.preventBy === null ? refuse('dispute.no_alarm') : undefined
    case 'close':
      return whyNotClose(dispute)
    case 'archive':
      return dispute.preventBy === null ? undefined : refuse('dispute.prevention_open')
    case 'claim':
      return whyNotClaim(dispute, asker)
    case 'callBack':
      return whyNotCall(dispute)
    case 'decideClaim':
      return whyNotDecide(dispute)
    default:
      return undefined
  }
}
