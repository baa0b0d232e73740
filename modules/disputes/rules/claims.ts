/** 以案定补: a mediator claims once for a closed file; the judicial office decides, after a call to the parties where it was drawn. */
import type { Instant } from '#modules/kernel/ids.ts'
import { type Refusal, refuse } from '#modules/kernel/refusal.ts'
import type { Asker, Dispute } from '../dispute.ts'
import type { Command } from '../wire.ts'
import { type AllowanceTable, allowanceOf, isSampled } from './allowance.ts'
import { isComplete } from './dossier.ts'
import type { Event, Said } from './event.ts'

type Of<Do extends Command['do']> = Extract<Command, { do: Do }>

/** Only who mediated, only what was mediated: nothing is paid for a file that somebody refused at once, or that nobody ever sat down to. */
export function whyNotClaim(dispute: Dispute, asker: Asker): Refusal | undefined {
  if (dispute.allowance) return refuse('dispute.claimed_already')
  if (asker.as !== 'staff' || !dispute.mediators.includes(asker.actor.id))
    return refuse('dispute.not_assigned', { people: asker.as === 'staff' ? [asker.actor.id] : [] })
  return dispute.acceptedOn === null || dispute.sessions.length === 0 ? refuse('dispute.never_mediated') : undefined
}

export function whyNotCall({ allowance }: Dispute): Refusal | undefined {
  if (!allowance) return refuse('dispute.not_claimed')
  if (allowance.isGranted !== null) return refuse('dispute.claim_decided')
  return allowance.calledBack ? refuse('dispute.called_already') : undefined
}

export function whyNotDecide({ allowance }: Dispute): Refusal | undefined {
  if (!allowance) return refuse('dispute.not_claimed')
  if (allowance.isGranted !== null) return refuse('dispute.claim_decided')
  return allowance.isSampled && !allowance.calledBack ? refuse('dispute.call_first') : undefined
}

export function claimed(dispute: Dispute, { grade }: Of<'claim'>, said: Said, at: Instant, table: AllowanceTable): Event {
  const complete = isComplete(dispute)
  return {
    ...said,
    type: 'claimed',
    allowance: {
      ...{ grade, isComplete: complete, fen: allowanceOf(dispute, grade, complete, table) },
      ...{ claimedBy: said.by!, claimedAt: at, isSampled: isSampled(dispute.id, at, table), calledBack: null, isGranted: null },
    },
  }
}
