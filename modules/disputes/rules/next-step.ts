/**
 * The one thing to do next in a file, as a good colleague would say it; the rules still decide whether it can be done, and everything
 * else they allow stands below it.
 */

import { daysAfter } from '#modules/kernel/calendar.ts'
import type { Day } from '#modules/kernel/ids.ts'
import { type Action, type Dispute, type PieceKind, principals } from '../dispute.ts'
import { missingIn } from './dossier.ts'
import { guardianOf } from './parties.ts'

/** An action, and what it is about: whose, which promise, which paper. */
export type Step = {
  readonly action: Action
  readonly party?: string | undefined
  readonly term?: string | undefined
  readonly piece?: PieceKind | undefined
}

/** What puts a missing item of the dossier there. */
export function stepFor({ code, party }: { readonly code: string; readonly party?: string }): Step | undefined {
  switch (code) {
    case 'notice':
      return { action: 'inform', party }
    case 'identity':
      return { action: 'checkPaper', party }
    case 'powerOfAttorney':
      return { action: 'attach', party, piece: 'powerOfAttorney' }
    case 'session':
      return { action: 'hold' }
    case 'inquiry':
      return { action: 'inquire' }
    case 'revisit':
      return { action: 'revisit' }
    case 'agreement':
      return { action: 'agree' }
    case 'evidence':
    case 'performance':
    case 'confirmation':
      return { action: 'attach', piece: code }
    default:
      return undefined
  }
}

/** What is still asked of the parties before it can begin, or go on. */
function toBegin(dispute: Dispute): Step[] {
  const parties = principals(dispute)
  const lone = ['applicant', 'respondent'].some((side) => !parties.some((party) => party.side === side))
  const uninformed = parties.find(({ informedOn }) => informedOn === null)
  const unguarded = parties.some(({ id, needsGuardian }) => needsGuardian && !guardianOf(dispute, id))
  const silent = parties.find(({ isWilling }) => isWilling === null)
  return [
    ...(lone || unguarded ? [{ action: 'addParty' as Action }] : []),
    ...(dispute.mediators.length === 0 ? [{ action: 'assign' as Action }] : []),
    ...(uninformed ? [{ action: 'inform' as Action, party: uninformed.id }] : []),
    ...(silent ? [{ action: 'consent' as Action, party: silent.id }] : []),
  ]
}

function byStatus(dispute: Dispute, today: Day): Step[] {
  const { status, agreement, sessions, revisits, confirmation } = dispute
  const due = agreement?.terms.filter(({ state }) => state !== 'performed') ?? []
  const isTimeToVisit = agreement?.effectiveOn != null && daysAfter(agreement.effectiveOn, 15) <= today && revisits.length === 0
  switch (status) {
    case 'registered':
      return [...toBegin(dispute), { action: 'accept' }]
    case 'mediating':
      return [...toBegin(dispute), { action: sessions.length === 0 ? 'hold' : 'agree' }]
    case 'agreed':
      return [{ action: 'sign' }]
    case 'performing': {
      const late = due.find(({ dueOn, state }) => dueOn <= today && state === 'due')
      return [
        ...(late ? [{ action: 'perform' as Action, term: late.id }] : []),
        ...(isTimeToVisit ? [{ action: 'revisit' as Action }] : []),
        ...(confirmation && confirmation.result === null ? [{ action: 'courtDecided' as Action }] : []),
        ...due.slice(0, 1).map(({ id }): Step => ({ action: 'perform', term: id })),
      ]
    }
    case 'performed':
    case 'failed':
    case 'declined':
    case 'withdrawn':
      return [{ action: 'close' }, ...missingIn(dispute).flatMap((each) => stepFor(each) ?? [])]
    case 'closed':
      return [{ action: 'archive' }, { action: 'claim' }]
    case 'archived':
      return [{ action: 'claim' }]
  }
}

/** The first of what is next that the rules allow. */
export const nextStep = (dispute: Dispute, today: Day, isAllowed: (action: Action) => boolean): Step | undefined =>
  [...(dispute.preventBy ? [{ action: 'prevent' as Action }] : []), ...byStatus(dispute, today)].find(({ action }) => isAllowed(action))
