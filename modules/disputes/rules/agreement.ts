/** The agreement: its items (art. 29), who has to sign, when it begins to bind (arts. 29, 30), and how it is kept (art. 31). */
import { dayOf } from '#modules/kernel/calendar.ts'
import type { Day } from '#modules/kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '#modules/kernel/refusal.ts'
import { type Asker, type Dispute, principals, type Signature } from '../dispute.ts'
import type { Command } from '../wire.ts'
import type { Event, Said } from './event.ts'
import { find, guardianOf, untold } from './parties.ts'
import { isHead, isMediator } from './sight.ts'

type Of<Do extends Command['do']> = Extract<Command, { do: Do }>

/** Parties who were at no session up to a day, neither themselves nor through somebody. */
const absent = (dispute: Dispute, on: Day) => {
  const there = dispute.sessions.filter(({ startedAt }) => dayOf(startedAt) <= on).flatMap(({ parties }) => parties)
  return principals(dispute).filter(({ id }) => !there.some((each) => each === id || find(dispute, each)?.of === id))
}

export function agreed(dispute: Dispute, command: Of<'agree'>, said: Said): Event | Refusal {
  const { form, facts, issues, responsibility, terms, on } = command
  if (terms.some(({ by }) => find(dispute, by)?.of !== null)) return refuse('dispute.party_unknown')
  if (new Set(terms.map(({ id }) => id)).size < terms.length) return refuse('conflict')
  const first = dispute.sessions.map(({ startedAt }) => dayOf(startedAt)).sort()[0]
  if (first && on < first) return refuse('dispute.day_before', { day: first })
  const early = terms.find(({ dueOn }) => dueOn < on)
  if (early) return refuse('dispute.term_before', { day: early.dueOn })
  // No name stands under an oral agreement: that everybody was at the table is what shows that everybody agreed (art. 30).
  const missing = form === 'oral' ? absent(dispute, on) : []
  if (missing.length > 0) return refuse('dispute.party_absent', { parties: missing.map(({ id }) => id) })
  return {
    ...said,
    type: 'agreed',
    agreement: {
      ...{ form, facts, issues, responsibility, madeOn: on },
      terms: terms.map(({ fen = null as never, ...term }) => ({ ...term, fen: fen ?? null, state: 'due', doneOn: null, confirmedBy: [] })),
      // An oral agreement binds from the day it was reached (art. 30).
      effectiveOn: form === 'oral' ? on : null,
      signatures: [],
    },
  }
}

export function signed(dispute: Dispute, command: Of<'sign'>, asker: Asker, said: Said, today: Day): Event | Refusal {
  const { agreement } = dispute
  const actor = asker.as === 'staff' ? asker.actor : undefined
  if (!agreement || !actor) return refuse('dispute.not_mediator')
  const { as, way, photos, device } = command
  const on = way === 'scan' ? command.on : today
  if (!on) return refuse('dispute.paper_day')
  if (on < agreement.madeOn) return refuse('dispute.before_agreement', { day: agreement.madeOn })
  const one = (each: Signature['as'], who: string, through: string | null = null): Signature => ({
    ...{ as: each, who, through, way, on },
    ...{ picture: photos[0]!, at: said.at, device: device || null },
  })
  const added = ((): Signature[] | Refusal => {
    switch (as) {
      case 'party': {
        const party = find(dispute, command.party ?? '')
        return party?.of === null ? [one('party', party.id, command.through)] : refuse('dispute.party_unknown')
      }
      case 'mediator':
        return isMediator(actor, dispute) ? [one('mediator', actor.id)] : refuse('dispute.not_assigned', { people: [actor.id] })
      case 'seal':
        return isHead(actor, dispute) ? [one('seal', dispute.committee)] : refuse('dispute.not_head')
      case 'all':
        return way === 'scan' ? everybody(dispute, one) : refuse('dispute.scan_only')
    }
  })()
  if (isRefusal(added)) return added
  const fresh = added.filter((each) => !agreement.signatures.some((other) => other.as === each.as && other.who === each.who))
  if (fresh.length === 0) return refuse('dispute.signed_already')
  const all = [...agreement.signatures, ...fresh]
  // It binds from the day on which the last of them signed, in whatever order they came into the file.
  const last = all
    .map((each) => each.on)
    .sort()
    .at(-1)!
  return { ...said, type: 'signed', signatures: fresh, completes: unsigned(dispute, all).length === 0 ? last : null }
}

function everybody(dispute: Dispute, one: (as: Signature['as'], who: string, through?: string) => Signature): Signature[] | Refusal {
  if (dispute.mediators.length === 0) return refuse('dispute.no_mediator')
  const alone = principals(dispute).filter(({ id, needsGuardian }) => needsGuardian && !guardianOf(dispute, id))
  if (alone.length > 0) return refuse('dispute.guardian_missing', { parties: alone.map(({ id }) => id) })
  return [
    ...principals(dispute).map(({ id, needsGuardian }) => one('party', id, needsGuardian ? guardianOf(dispute, id)!.id : undefined)),
    ...dispute.mediators.map((id) => one('mediator', id)),
    one('seal', dispute.committee),
  ]
}

/** What is still missing under a written agreement: each party, one mediator, the seal (art. 29). */
export function unsigned(
  dispute: Dispute,
  signatures: readonly Signature[] = dispute.agreement?.signatures ?? [],
): Pick<Signature, 'as' | 'who'>[] {
  const missing = principals(dispute)
    .filter(({ id }) => !signatures.some((each) => each.as === 'party' && each.who === id))
    .map(({ id }): Pick<Signature, 'as' | 'who'> => ({ as: 'party', who: id }))
  if (!signatures.some((each) => each.as === 'mediator')) missing.push({ as: 'mediator', who: dispute.mediators[0] ?? '' })
  if (!signatures.some((each) => each.as === 'seal')) missing.push({ as: 'seal', who: dispute.committee })
  return missing
}

const termOf = ({ agreement }: Dispute, id: string) => agreement?.terms.find((term) => term.id === id)

/** Kept, in time or late: what was broken can be made good. */
export function performed(dispute: Dispute, { term: id, on, words }: Of<'perform'>, said: Said): Event | Refusal {
  const term = termOf(dispute, id)
  if (!term) return refuse('dispute.term_unknown')
  if (term.state === 'performed') return refuse('dispute.term_done', { state: term.state })
  const { madeOn } = dispute.agreement!
  return on < madeOn ? refuse('dispute.day_before', { day: madeOn }) : { ...said, type: 'performed', term: id, on, words }
}

/** Broken: not before its day is over, and the other side hears that it can go to court (arts. 31, 32). */
export function breached(dispute: Dispute, { term: id, words, routes }: Of<'breach'>, said: Said, today: Day): Event | Refusal {
  const term = termOf(dispute, id)
  if (!term) return refuse('dispute.term_unknown')
  if (term.state !== 'due') return refuse('dispute.term_done', { state: term.state })
  if (term.dueOn >= today) return refuse('dispute.term_not_due', { day: term.dueOn })
  return untold(routes, ['court']) ?? { ...said, type: 'breached', term: id, words, routes, on: today }
}

export function termConfirmed(dispute: Dispute, { term: id }: Of<'confirmTerm'>, asker: Asker, said: Said): Event | Refusal {
  const term = termOf(dispute, id)
  if (!term) return refuse('dispute.term_unknown')
  const whose = asker.as === 'party' ? asker.party : ''
  return term.confirmedBy.includes(whose) ? refuse('dispute.confirmed_already') : { ...said, type: 'termConfirmed', term: id, whose }
}
