/** Which actions somebody is offered about a dispute on the phone, each with the reason when it cannot be. Pure. */
import type { Action, Dispute } from '#modules/disputes/dispute.ts'
import { endedWithout, isOpen, principals } from '#modules/disputes/dispute.ts'
import { type Around, procedure, whyNot } from '#modules/disputes/rules/procedure.ts'
import { isHead } from '#modules/disputes/rules/sight.ts'
import type { Refusal } from '#modules/kernel/refusal.ts'
import type { Actor } from '#modules/people/actor.ts'

export type Offer = { readonly action: Action; readonly why: Refusal | undefined }

/** In the order of the work. A party's own words are the party's; a claim is decided at the desk. */
export const usual: readonly Action[] = [
  ...(['prevent', 'accept', 'hold', 'agree', 'sign', 'perform', 'breach', 'revisit', 'close', 'archive', 'claim'] as const),
  ...(['inform', 'consent', 'decline', 'checkPaper', 'addParty', 'amendParty', 'removeParty'] as const),
  ...(['assign', 'recuse', 'setOpenness', 'invite', 'inquire', 'attach', 'extend'] as const),
  ...(['askCourt', 'courtDecided', 'fail', 'withdraw'] as const),
  ...(['noteSigns', 'tellPolice', 'referUp', 'comment', 'amend'] as const),
]

const done: readonly Dispute['status'][] = ['performing', 'performed']

/** Whether an action is worth a word at all: nobody wants to read why there is no court's decision before anybody asked the court. */
function isAbout(dispute: Dispute, action: Action, actor: Actor): boolean {
  const { status } = dispute
  const isBegun = status === 'registered' || status === 'mediating'
  if (procedure[action].who === 'head' && !isHead(actor, dispute)) return false
  switch (action) {
    case 'prevent':
      return dispute.preventBy !== null
    case 'accept':
      return status === 'registered'
    case 'decline':
      return isBegun && principals(dispute).some(({ isWilling }) => status === 'registered' || isWilling !== true)
    case 'inform':
      return isBegun && principals(dispute).some(({ informedOn }) => informedOn === null)
    case 'consent':
      return isBegun && principals(dispute).some(({ informedOn, isWilling }) => informedOn !== null && isWilling === null)
    case 'checkPaper':
      return status !== 'archived' && dispute.parties.some(({ paper }) => paper === null)
    case 'amend':
      return isBegun
    case 'hold':
    case 'agree':
    case 'fail':
      return isOpen(dispute) || (status === 'performing' && dispute.confirmation?.result === 'rejected')
    case 'withdraw':
    case 'recuse':
    case 'inquire':
      return isOpen(dispute)
    case 'sign':
      return status === 'mediating' || status === 'agreed'
    case 'setOpenness':
    case 'invite':
    case 'extend':
      return status === 'mediating'
    case 'perform':
    case 'breach':
      return status === 'performing'
    case 'askCourt':
      return done.includes(status) && (dispute.confirmation === null || dispute.confirmation.result === 'notAccepted')
    case 'courtDecided':
      return dispute.confirmation !== null && dispute.confirmation.result === null
    case 'revisit':
      return done.includes(status) || status === 'closed'
    case 'close':
      return done.includes(status) || endedWithout.includes(status)
    case 'archive':
      return status === 'closed'
    case 'claim':
      return (status === 'closed' || status === 'archived') && dispute.allowance === null
    default:
      return (procedure[action].from as readonly Dispute['status'][]).includes(status)
  }
}

export const offersOf = (dispute: Dispute, actor: Actor, around: Pick<Around, 'at' | 'local'>): Offer[] =>
  usual
    .filter((action) => isAbout(dispute, action, actor))
    .map((action) => ({ action, why: whyNot(dispute, action, { as: 'staff', actor }, around) }))
