/** The dispute after one more event. Total: an event that happened is never refused. */
import type { County, Day, DisputeId, Instant, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Agreement, Dispute, Ending, Party, Route, Signature } from '../dispute.ts'
import { nextAt, tooLate } from './clock.ts'
import type { Event } from './event.ts'

/** A dispute that has not been registered yet: what the first event is folded into. */
export const blank = (county: County, id: DisputeId): Dispute => ({
  county,
  id,
  committee: county as string as PlaceCode,
  place: county as string as PlaceCode,
  year: 0,
  serial: 0,
  source: 'application',
  referredBy: null,
  matterId: null,
  type: '',
  nationalType: '',
  scale: '01',
  occurredOn: '',
  involved: 0,
  fen: null,
  isDifficult: false,
  summary: '',
  wish: '',
  status: 'registered',
  registeredAt: '',
  registeredBy: '' as PersonId,
  parties: [],
  guests: [],
  mediators: [],
  chosenBy: null,
  recused: [],
  isOpenSession: false,
  acceptedOn: null,
  settleBy: null,
  isExtended: false,
  sessions: [],
  inquiries: [],
  pieces: [],
  agreement: null,
  confirmation: null,
  revisits: [],
  signs: [],
  preventBy: null,
  policeToldAt: null,
  routesTold: null,
  offices: [],
  ending: null,
  endedOn: null,
  note: null,
  closedOn: null,
  archivedOn: null,
  retention: null,
  shelf: null,
  allowance: null,
  reminded: [],
  nextAt: null,
  version: 0,
})

export function evolve(dispute: Dispute, event: Event): Dispute {
  const next = after({ ...dispute, version: dispute.version + 1 }, event)
  return { ...next, nextAt: nextAt(next) }
}

const party = (dispute: Dispute, id: string, change: Partial<Party>): Dispute => ({
  ...dispute,
  parties: dispute.parties.map((each) => (each.id === id ? { ...each, ...change } : each)),
})

const agreement = (dispute: Dispute, change: (agreement: Agreement) => Partial<Agreement>): Dispute =>
  dispute.agreement ? { ...dispute, agreement: { ...dispute.agreement, ...change(dispute.agreement) } } : dispute

const end = (dispute: Dispute, status: Exclude<Ending, 'agreed'>, { on, routes }: { on: string; routes: readonly Route[] }): Dispute => ({
  ...dispute,
  status,
  ending: status,
  endedOn: on,
  routesTold: { on, routes },
})

function after(next: Dispute, event: Event): Dispute {
  switch (event.type) {
    case 'registered': {
      const { committee, place, year, serial, source, referredBy, matterId, parties, mediators, about, at, by } = event
      return {
        ...next,
        ...{ committee, place, year, serial, source, referredBy, matterId, parties, mediators },
        ...about,
        ...{ registeredAt: at, registeredBy: by as PersonId, chosenBy: mediators.length > 0 ? 'committee' : null },
      }
    }
    case 'amended':
      return { ...next, ...event.about }
    case 'partyAdded':
      // Whoever comes in later has not agreed yet to a session that is open (art. 23 (3)).
      return { ...next, parties: [...next.parties, event.added], isOpenSession: next.isOpenSession && event.added.of !== null }
    case 'partyAmended':
      return amendedParty(next, event)
    case 'partyRemoved':
      return { ...next, parties: next.parties.filter(({ id }) => id !== event.whose) }
    case 'paperChecked':
      return party(next, event.whose, { paper: event.paper })
    case 'informed':
      return party(next, event.whose, { informedOn: event.on })
    case 'consented':
      return party(next, event.whose, { isWilling: true, wantsOpen: event.wantsOpen })
    case 'declined':
      return end(party(next, event.whose, { isWilling: false }), 'declined', event)
    case 'assigned':
      return { ...next, mediators: event.mediators, chosenBy: event.chosenBy }
    case 'recused': {
      const mediators = next.mediators.filter((id) => id !== event.mediator)
      const withdrawn = signedLess(next, ({ as, who }) => as === 'mediator' && who === event.mediator)
      return { ...withdrawn, mediators, recused: [...next.recused, event.mediator] }
    }
    case 'accepted':
      return { ...next, status: 'mediating', acceptedOn: event.on, settleBy: event.settleBy }
    case 'opennessSet':
      return { ...next, isOpenSession: event.isOpen }
    case 'invited':
      return { ...next, guests: [...next.guests.filter(({ id }) => id !== event.guest.id), event.guest] }
    case 'held':
      return { ...next, sessions: [...next.sessions, event.session] }
    case 'inquired':
      return { ...next, inquiries: [...next.inquiries, event.inquiry] }
    case 'attached':
      return { ...next, pieces: [...next.pieces, event.piece] }
    case 'extended':
      return { ...next, settleBy: event.until, isExtended: true }
    case 'agreed': {
      // In place of one that the court did not confirm, it begins anew: what was asked, when it ended, until when to settle.
      const again = next.status === 'performing' ? { confirmation: null, ending: null, endedOn: null, settleBy: null } : {}
      return bind({ ...next, ...again, status: 'agreed', agreement: event.agreement }, event.agreement.effectiveOn, event.at)
    }
    case 'signed':
      return bind(
        agreement(next, ({ signatures }) => ({ signatures: [...signatures, ...event.signatures] })),
        event.completes,
        event.at,
      )
    case 'failed':
      return end(next, 'failed', event)
    case 'withdrawn':
      return end(next, 'withdrawn', event)
    case 'performed':
      return settled(
        agreement(next, ({ terms }) => ({
          terms: terms.map((term) => (term.id === event.term ? { ...term, state: 'performed', doneOn: event.on } : term)),
        })),
      )
    case 'breached': {
      const told = { ...next, routesTold: { on: event.on, routes: event.routes } }
      return agreement(told, ({ terms }) => ({
        terms: terms.map((term) => (term.id === event.term ? { ...term, state: 'breached' } : term)),
      }))
    }
    case 'termConfirmed':
      return agreement(next, ({ terms }) => ({
        terms: terms.map((term) => (term.id === event.term ? { ...term, confirmedBy: [...term.confirmedBy, event.whose] } : term)),
      }))
    case 'courtAsked':
      return { ...next, confirmation: event.confirmation }
    case 'courtDecided': {
      const { result, on: decidedOn, paperNumber } = event
      return next.confirmation ? { ...next, confirmation: { ...next.confirmation, result, decidedOn, paperNumber } } : next
    }
    case 'revisited':
      return { ...next, revisits: [...next.revisits, event.revisit] }
    case 'signsNoted':
      return { ...next, signs: event.signs, preventBy: event.preventBy }
    case 'prevented':
      return { ...next, preventBy: null }
    case 'policeTold':
      return { ...next, policeToldAt: next.policeToldAt ?? event.toldAt }
    case 'referredUp':
      return { ...next, offices: [...next.offices, event.to] }
    case 'closed':
      return { ...next, status: 'closed', note: event.note, closedOn: event.on }
    case 'archived':
      return { ...next, status: 'archived', retention: event.retention, shelf: event.shelf, archivedOn: event.on }
    case 'claimed':
      return { ...next, allowance: event.allowance }
    case 'calledBack':
      return next.allowance ? { ...next, allowance: { ...next.allowance, calledBack: event.result } } : next
    case 'claimDecided':
      return next.allowance ? { ...next, allowance: { ...next.allowance, isGranted: event.isGranted } } : next
    case 'reminded':
      return { ...next, reminded: [...next.reminded, event.key] }
    case 'told':
    case 'commented':
      return next
  }
}

/** From the day it binds it is to be kept. */
function bind(dispute: Dispute, effectiveOn: Day | null, at: Instant): Dispute {
  if (effectiveOn === null) return dispute
  const bound = agreement({ ...dispute, status: 'performing', ending: 'agreed', endedOn: effectiveOn }, () => ({ effectiveOn }))
  return { ...bound, reminded: [...bound.reminded, ...tooLate(bound, at)] }
}

/** Signatures that do not count any more leave an agreement that does not bind yet; one that binds keeps what it has. */
const signedLess = (dispute: Dispute, isVoid: (signature: Signature) => boolean): Dispute =>
  agreement(dispute, ({ signatures, effectiveOn }) => (effectiveOn ? {} : { signatures: signatures.filter((each) => !isVoid(each)) }))

/** What somebody said and signed before it was known that they need a guardian has to be said and signed by the guardian. */
function amendedParty(dispute: Dispute, { whose, side, needsGuardian }: Extract<Event, { type: 'partyAmended' }>): Dispute {
  const before = dispute.parties.find(({ id }) => id === whose)
  if (!before || !needsGuardian || before.needsGuardian) return party(dispute, whose, { side, needsGuardian })
  const unsigned = signedLess(dispute, ({ as, who }) => as === 'party' && who === whose)
  return party(unsigned, whose, { side, needsGuardian, isWilling: null })
}

const settled = (dispute: Dispute): Dispute =>
  dispute.agreement?.terms.every(({ state }) => state === 'performed') ? { ...dispute, status: 'performed' } : dispute
