/**
 * What is missing now and comes next in a file, the most pressing first, each with the action that does it. Pure: the rules say what is
 * missing (rules/procedure.ts, rules/agreement.ts, rules/dossier.ts); here it is put into the order in which it is done.
 */
import { type Action, type Dispute, principals } from '#modules/disputes/dispute.ts'
import { unsigned } from '#modules/disputes/rules/agreement.ts'
import { type Item, missingIn } from '#modules/disputes/rules/dossier.ts'
import { guardianOf, policeFirst } from '#modules/disputes/rules/parties.ts'
import { type Around, courtUntil, whyNot } from '#modules/disputes/rules/procedure.ts'
import { isHead, isMediator } from '#modules/disputes/rules/sight.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { Day } from '#modules/kernel/ids.ts'
import { type Refusal, refuse } from '#modules/kernel/refusal.ts'
import type { Actor } from '#modules/people/actor.ts'

/** `key` is under "field.steps" in the catalogue. */
export type Step = {
  readonly key: string
  readonly action: Action
  readonly party?: string
  readonly term?: string
  readonly on?: Day
  /** What it is a paper of, or whose signature. */
  readonly item?: Item
  readonly signer?: 'party' | 'mediator' | 'seal'
  readonly isPressing?: boolean
}

export type Offered = Step & { readonly why: Refusal | undefined }

/** Before mediation can begin, or go on after somebody was added. */
function beforehand(dispute: Dispute): Step[] {
  const parties = principals(dispute)
  const sides = new Set(parties.map(({ side }) => side))
  const lacksSide = !sides.has('applicant') || !sides.has('respondent')
  const alone = parties.filter(({ id, needsGuardian }) => needsGuardian && !guardianOf(dispute, id))
  return [
    ...(policeFirst(dispute) ? [{ key: 'police', action: 'tellPolice', isPressing: true } as const] : []),
    ...(lacksSide ? [{ key: 'addParty', action: 'addParty' } as const] : []),
    ...parties.filter(({ informedOn }) => informedOn === null).map(({ id }) => ({ key: 'inform', action: 'inform', party: id }) as const),
    ...alone.map(({ id }) => ({ key: 'guardian', action: 'addParty', party: id }) as const),
    ...parties
      .filter(({ informedOn, isWilling }) => informedOn !== null && isWilling === null)
      .map(({ id }) => ({ key: 'consent', action: 'consent', party: id }) as const),
    ...(dispute.mediators.length === 0 ? [{ key: 'assign', action: 'assign' } as const] : []),
  ]
}

const actionFor: Partial<Record<Item, Action>> = {
  notice: 'inform',
  identity: 'checkPaper',
  powerOfAttorney: 'attach',
  session: 'hold',
  revisit: 'revisit',
  confirmation: 'attach',
}

/** Papers that the dossier cannot be closed without, once mediation has come to its end. */
const papers = (dispute: Dispute): Step[] =>
  missingIn(dispute).flatMap(({ code, party }) => {
    const item = code as Item
    const action = actionFor[item]
    return action ? [{ key: action === 'revisit' ? 'revisit' : 'paper', action, item, ...(party ? { party } : {}) }] : []
  })

function performing(dispute: Dispute, { at, local }: Pick<Around, 'at' | 'local'>): Step[] {
  const today = dayOf(at)
  const due = (dispute.agreement?.terms ?? []).filter(({ state }) => state !== 'performed')
  const until = courtUntil(dispute, local)
  const { confirmation } = dispute
  const mayAsk =
    dispute.agreement?.form === 'written' && (!confirmation || confirmation.result === 'notAccepted') && until !== null && today <= until
  // Not confirmed, it binds nobody any more: another agreement, or the end (art. 33).
  if (confirmation?.result === 'rejected')
    return [
      { key: 'anew', action: 'agree' },
      { key: 'over', action: 'fail' },
    ]
  return [
    ...[...due]
      .sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1))
      .map(({ id, dueOn, state, by }): Step => {
        const isLate = dueOn < today
        return {
          key: state === 'breached' ? 'breached' : isLate ? 'termLate' : 'term',
          action: 'perform',
          term: id,
          party: by,
          on: dueOn,
          isPressing: isLate,
        }
      }),
    ...(mayAsk && due.length > 0 ? [{ key: 'court', action: 'askCourt', on: until } as const] : []),
  ]
}

function byStatus(dispute: Dispute, around: Pick<Around, 'at' | 'local'>): Step[] {
  const { settleBy } = dispute
  const isLate = settleBy !== null && settleBy < dayOf(around.at)
  switch (dispute.status) {
    case 'registered': {
      const before = beforehand(dispute)
      return before.length > 0 ? before : [{ key: 'accept', action: 'accept' }]
    }
    case 'mediating': {
      const before = beforehand(dispute)
      if (before.length > 0) return before
      const until = settleBy ? { on: settleBy, isPressing: isLate } : {}
      return dispute.sessions.length === 0
        ? [{ key: 'hold', action: 'hold', ...until }]
        : [
            { key: 'agree', action: 'agree', ...until },
            { key: 'again', action: 'hold' },
          ]
    }
    case 'agreed':
      return unsigned(dispute).map(({ as, who }) => ({
        key: 'sign',
        action: 'sign',
        signer: as,
        ...(as === 'party' ? { party: who } : {}),
      }))
    case 'performing':
    case 'performed': {
      const asked = dispute.confirmation?.result === null ? [{ key: 'courtDecided', action: 'courtDecided' } as const] : []
      const left = [...(dispute.status === 'performing' ? performing(dispute, around) : []), ...asked, ...papers(dispute)]
      const isDone = !dispute.agreement?.terms.some(({ state }) => state === 'due')
      return left.some(({ key }) => key === 'paper' || key === 'revisit') || !isDone ? left : [...left, { key: 'close', action: 'close' }]
    }
    case 'failed':
    case 'declined':
    case 'withdrawn': {
      const left = papers(dispute)
      return left.length > 0 ? left : [{ key: 'close', action: 'close' }]
    }
    case 'closed':
      return [{ key: 'archive', action: 'archive' }, ...(dispute.allowance ? [] : [{ key: 'claim', action: 'claim' } as const])]
    case 'archived':
      return []
  }
}

export function stepsOf(dispute: Dispute, actor: Actor, around: Pick<Around, 'at' | 'local'>): Offered[] {
  const prevent: Step[] = dispute.preventBy === null ? [] : [{ key: 'prevent', action: 'prevent', isPressing: true }]
  return [...prevent, ...byStatus(dispute, around)]
    .map((step) => ({
      ...step,
      why: notSigner(dispute, actor, step) ?? whyNot(dispute, step.action, { as: 'staff', actor }, around),
    }))
    .filter(({ action, why }) => action !== 'claim' || !why)
}

/** The seal is the head's to set, and a mediator's name the mediator's own. */
function notSigner(dispute: Dispute, actor: Actor, { signer }: Step): Refusal | undefined {
  if (signer === 'seal' && !isHead(actor, dispute)) return refuse('dispute.not_head')
  return signer === 'mediator' && !isMediator(actor, dispute) ? refuse('dispute.not_assigned') : undefined
}
