/** What may happen to a dispute, when, and at whose hand. The buttons on the screen and the refusals of the server are this table. */
import { dayOf, type LocalDays } from '#modules/kernel/calendar.ts'
import type { Day, Instant, PersonId } from '#modules/kernel/ids.ts'
import { type Refusal, refuse } from '#modules/kernel/refusal.ts'
import { type Action, type Asker, type Dispute, endedWithout, principals, type Status } from '../dispute.ts'
import type { AllowanceTable } from './allowance.ts'
import { confirmBy } from './clock.ts'
import { missingIn } from './dossier.ts'
import { decidesClaims, isHead, isMediator, isOffice, mayOpen } from './sight.ts'

/** The facts that the rules need beside the file itself. */
export type Around = {
  readonly at: Instant
  readonly local: LocalDays
  /** Who sits on the committee today: mediators and head. */
  readonly members: readonly PersonId[]
  readonly table: AllowanceTable
}

export type Who = 'mediator' | 'head' | 'reader' | 'party' | 'mediator or party' | 'mediator or office' | 'judicial office'

const live = ['registered', 'mediating', 'agreed', 'performing', 'performed', 'failed', 'declined', 'withdrawn'] as const
const ended = ['failed', 'declined', 'withdrawn', 'performing', 'performed'] as const
const unarchived = [...live, 'closed'] as const

/** The whole procedure on one screen: from which status, and who. `mediator` is one assigned to the file, or the committee's head. */
export const procedure = {
  amend: { from: ['registered', 'mediating'], who: 'mediator' },
  addParty: { from: ['registered', 'mediating'], who: 'mediator' },
  amendParty: { from: live, who: 'mediator' },
  removeParty: { from: ['registered', 'mediating'], who: 'mediator' },
  checkPaper: { from: live, who: 'mediator' },
  inform: { from: ['registered', 'mediating'], who: 'mediator' },
  consent: { from: ['registered', 'mediating'], who: 'mediator' },
  decline: { from: ['registered'], who: 'mediator' },
  assign: { from: ['registered', 'mediating', 'agreed', 'performing'], who: 'head' },
  recuse: { from: ['registered', 'mediating', 'agreed'], who: 'mediator' },
  accept: { from: ['registered'], who: 'mediator' },
  setOpenness: { from: ['mediating'], who: 'mediator' },
  invite: { from: ['mediating'], who: 'mediator' },
  hold: { from: ['mediating', 'agreed'], who: 'mediator' },
  inquire: { from: ['registered', 'mediating', 'agreed'], who: 'mediator' },
  attach: { from: live, who: 'mediator' },
  extend: { from: ['mediating'], who: 'mediator' },
  agree: { from: ['mediating', 'agreed'], who: 'mediator' },
  sign: { from: ['agreed'], who: 'mediator' },
  fail: { from: ['mediating', 'agreed'], who: 'mediator' },
  withdraw: { from: ['registered', 'mediating', 'agreed'], who: 'mediator or party' },
  perform: { from: ['performing'], who: 'mediator' },
  breach: { from: ['performing'], who: 'mediator' },
  confirmTerm: { from: ['performing', 'performed'], who: 'party' },
  tell: { from: unarchived, who: 'party' },
  askCourt: { from: ['performing', 'performed'], who: 'mediator' },
  courtDecided: { from: ['performing', 'performed'], who: 'mediator' },
  revisit: { from: ['performing', 'performed', 'closed'], who: 'mediator' },
  noteSigns: { from: live, who: 'mediator' },
  prevent: { from: live, who: 'mediator or office' },
  tellPolice: { from: live, who: 'reader' },
  referUp: { from: live, who: 'mediator' },
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

/** The parties whose consent is still missing to begin, or to go on after one was added (arts. 17, 23). */
const unready = (dispute: Dispute): Refusal | undefined => {
  const parties = principals(dispute)
  if (new Set(parties.map(({ side }) => side).filter((side) => side !== 'third')).size < 2) return refuse('dispute.one_side')
  const uninformed = parties.filter(({ informedOn }) => informedOn === null)
  if (uninformed.length > 0) return refuse('dispute.not_informed', { parties: uninformed.map(({ id }) => id) })
  const silent = parties.filter(({ isWilling }) => isWilling !== true)
  if (silent.length > 0) return refuse('dispute.consent_missing', { parties: silent.map(({ id }) => id) })
  return dispute.mediators.length > 0 ? undefined : refuse('dispute.no_mediator')
}

/** The last day on which the parties can go to court together; null without an agreement that binds. */
export const courtUntil = ({ agreement }: Pick<Dispute, 'agreement'>, local: LocalDays): Day | null =>
  agreement?.effectiveOn ? confirmBy(agreement.effectiveOn, local) : null

function whyNotClose(dispute: Dispute): Refusal | undefined {
  if (dispute.preventBy !== null) return refuse('dispute.prevention_open')
  if (dispute.status === 'performing' && dispute.agreement?.terms.some(({ state }) => state === 'due')) return refuse('dispute.terms_due')
  if (endedWithout.includes(dispute.status) && !dispute.routesTold) return refuse('dispute.routes_untold')
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
    case 'hold':
    case 'agree':
      return unready(dispute) ?? (action === 'agree' && dispute.sessions.length === 0 ? refuse('dispute.no_session') : undefined)
    case 'invite':
    case 'setOpenness':
      return dispute.mediators.length > 0 ? undefined : refuse('dispute.no_mediator')
    case 'extend':
      return dispute.isExtended ? refuse('dispute.extended_already') : undefined
    case 'askCourt': {
      if (dispute.confirmation) return refuse('dispute.court_asked')
      if (dispute.agreement?.form === 'oral') return refuse('dispute.court_oral')
      const until = courtUntil(dispute, local)
      return until !== null && dayOf(at) > until ? refuse('dispute.court_late', { until }) : undefined
    }
    case 'courtDecided':
      if (!dispute.confirmation) return refuse('dispute.court_not_asked')
      return dispute.confirmation.result === null ? undefined : refuse('dispute.court_decided')
    case 'prevent':
      return dispute.preventBy === null ? refuse('dispute.no_alarm') : undefined
    case 'close':
      return whyNotClose(dispute)
    case 'claim':
      return dispute.allowance ? refuse('dispute.claimed_already') : undefined
    case 'callBack':
      if (!dispute.allowance) return refuse('dispute.not_claimed')
      return dispute.allowance.calledBack ? refuse('dispute.called_already') : undefined
    case 'decideClaim':
      if (!dispute.allowance) return refuse('dispute.not_claimed')
      if (dispute.allowance.isGranted !== null) return refuse('dispute.claim_decided')
      return dispute.allowance.isSampled && !dispute.allowance.calledBack ? refuse('dispute.call_first') : undefined
    default:
      return undefined
  }
}
