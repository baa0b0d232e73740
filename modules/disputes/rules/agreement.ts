/** The agreement: its items (art. 29), who has to sign, and when it begins to bind (arts. 29, 30). */
import type { Day } from '#modules/kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '#modules/kernel/refusal.ts'
import { type Asker, type Dispute, principals, type Signature } from '../dispute.ts'
import type { Command } from '../wire.ts'
import type { Event } from './event.ts'
import { isHead, isMediator } from './sight.ts'

type Of<Do extends Command['do']> = Extract<Command, { do: Do }>
type Said = Pick<Event, 'by' | 'as' | 'at' | 'photos' | 'party'>

const find = ({ parties }: Dispute, id: string) => parties.find((party) => party.id === id)

export function agreed(dispute: Dispute, command: Of<'agree'>, said: Said, today: Day): Event | Refusal {
  const { form, facts, issues, responsibility, terms, on } = command
  if (terms.some(({ by }) => find(dispute, by)?.of !== null)) return refuse('dispute.party_unknown')
  if (new Set(terms.map(({ id }) => id)).size < terms.length) return refuse('conflict')
  const early = terms.find(({ dueOn }) => dueOn < on)
  if (early) return refuse('dispute.term_before', { day: early.dueOn })
  return {
    ...said,
    type: 'agreed',
    agreement: {
      ...{ form, facts, issues, responsibility, madeOn: on },
      terms: terms.map(({ fen = null as never, ...term }) => ({ ...term, fen: fen ?? null, state: 'due', doneOn: null, confirmedBy: [] })),
      // An oral agreement binds from the day it was reached (art. 30).
      effectiveOn: form === 'oral' ? (on > today ? today : on) : null,
      signatures: [],
    },
  }
}

export function signed(dispute: Dispute, command: Of<'sign'>, asker: Asker, said: Said, today: Day): Event | Refusal {
  const { agreement } = dispute
  const actor = asker.as === 'staff' ? asker.actor : undefined
  if (!agreement || !actor) return refuse('dispute.not_mediator')
  const { as, way, photos, through = null, device = null } = command
  const picture = photos[0]!
  const day = (way === 'scan' && command.on) || today
  if (day < agreement.madeOn) return refuse('dispute.before_agreement', { day: agreement.madeOn })
  const one = (who: string, each: Signature['as']): Signature => ({
    as: each,
    who,
    way,
    picture,
    through,
    at: said.at,
    device: device || null,
  })
  const there = (each: Signature) => agreement.signatures.some((other) => other.as === each.as && other.who === each.who)
  const added = ((): Signature[] | Refusal => {
    switch (as) {
      case 'party': {
        const party = find(dispute, command.party ?? '')
        return party && party.of === null ? [one(party.id, 'party')] : refuse('dispute.party_unknown')
      }
      case 'mediator':
        return isMediator(actor, dispute) ? [one(actor.id, 'mediator')] : refuse('dispute.not_assigned')
      case 'seal':
        return isHead(actor, dispute) ? [one(dispute.committee, 'seal')] : refuse('dispute.not_head')
      case 'all':
        if (way !== 'scan') return refuse('dispute.scan_only')
        return [
          ...principals(dispute).map(({ id }) => one(id, 'party')),
          ...dispute.mediators.map((id) => one(id, 'mediator')),
          one(dispute.committee, 'seal'),
        ]
    }
  })()
  if (isRefusal(added)) return added
  const fresh = added.filter((each) => !there(each))
  if (fresh.length === 0) return refuse('dispute.signed_already')
  const all = [...agreement.signatures, ...fresh]
  return { ...said, type: 'signed', signatures: fresh, completes: unsigned(dispute, all).length === 0 ? day : null }
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
