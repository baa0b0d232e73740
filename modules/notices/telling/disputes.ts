/**
 * Who hears of a mediation file, and of what: never of what is in it. Its own people hear its number and what is due; when signs of escalation
 * come together, the village's police officer and the township hear where, and whom to ask (人民调解法 art. 25). Pure.
 */

import type { Dispute } from '#modules/disputes/dispute.ts'
import { confirmBy } from '#modules/disputes/rules/clock.ts'
import type { Event, Reminder } from '#modules/disputes/rules/event.ts'
import type { Day, PersonId } from '#modules/kernel/ids.ts'
import type { Seat } from '#modules/people/actor.ts'
import { levelOf, within } from '#modules/places/place.ts'
import type { Audience, DisputeTold } from '../notice.ts'

/** What of an event is told, if anything is. */
export function toldOf(event: Event, dispute: Dispute): DisputeTold | undefined {
  switch (event.type) {
    case 'registered':
      return dispute.mediators.length === 0 ? 'dispute.registered' : undefined
    case 'recused':
      return dispute.mediators.length === 0 ? 'dispute.registered' : undefined
    case 'assigned':
      return 'dispute.assigned'
    case 'signsNoted':
      return event.alarms.length > 0 ? 'dispute.alarm' : undefined
    case 'reminded':
      return event.what === 'termSoon' || event.what === 'courtSoon' ? 'dispute.promise' : 'dispute.reminded'
    case 'told':
    case 'termConfirmed':
      return 'dispute.message'
    case 'referredUp':
      return 'dispute.referred'
    case 'claimed':
      return 'dispute.claimed'
    case 'claimDecided':
      return 'dispute.decided'
    default:
      return undefined
  }
}

export type DisputeAim =
  | { readonly to: 'person'; readonly person: PersonId }
  /** `opens`: whoever sits there can open the file. */
  | { readonly to: 'seat'; readonly seat: Seat; readonly opens: boolean }
  | { readonly to: 'party'; readonly party: string }

const seat = (role: Seat['role'], place: Seat['place'] | undefined, opens: boolean): DisputeAim[] =>
  place ? [{ to: 'seat', seat: { role, place, department: null }, opens }] : []

/** The committee's head, and where it has none the judicial office of its town: nothing waits on an empty chair. */
const headOf = ({ committee }: Dispute): DisputeAim[] =>
  levelOf(committee) === 'town' ? seat('judicial_officer', committee, true) : seat('mediation_head', committee, true)

/** The village's officer; of what happened in no village, the police station of the town. */
const police = ({ place }: Dispute): DisputeAim[] => {
  const village = within(place, 'village')
  return village ? seat('police_officer', village, false) : seat('station_officer', within(place, 'town'), false)
}

/** Where an audience's people are found; empty where an event has no such people. */
export function disputeAims(audience: Audience, event: Event, dispute: Dispute): DisputeAim[] {
  const town = within(dispute.committee, 'town')
  switch (audience) {
    case 'mediators':
      return dispute.mediators.map((person) => ({ to: 'person', person }))
    case 'committeeHead':
      return headOf(dispute)
    case 'prevention':
      // Of what is late, only that a measure is missing: nothing else of a file is theirs to know.
      if (event.type === 'reminded' && event.what !== 'preventLate') return []
      return [...police(dispute), ...seat('township_officer', town, false)]
    case 'office':
      return event.type === 'referredUp' ? [{ to: 'seat', seat: event.to, opens: true }] : []
    case 'judicialOffice':
      return levelOf(dispute.committee) === 'town' ? [] : seat('judicial_officer', town, false)
    case 'parties':
      return partiesOf(event, dispute).map((party) => ({ to: 'party', party }))
    default:
      return []
  }
}

/** Of a promise, who made it; of the way to court, everybody. */
function partiesOf(event: Event, { agreement, parties }: Dispute): string[] {
  if (event.type !== 'reminded') return []
  if (event.what === 'courtSoon') return parties.filter(({ of }) => of === null).map(({ id }) => id)
  const term = agreement?.terms.find(({ id }) => event.key.endsWith(id))
  return term ? [term.by] : []
}

/** What is due, for the sentence; null where nothing is. */
export const reminderOf = (event: Event): Reminder | null => (event.type === 'reminded' ? event.what : null)

/** The day that a reminder is about: of the promise, of the way to court, of the thirty days. */
export function dueOf(event: Extract<Event, { type: 'reminded' }>, { agreement, settleBy }: Dispute): Day {
  const term = agreement?.terms.find(({ id }) => event.key.endsWith(id))
  if (term) return term.dueOn
  if (event.what === 'courtSoon' && agreement?.effectiveOn) return confirmBy(agreement.effectiveOn)
  return (event.what === 'settleSoon' || event.what === 'settleLate' ? settleBy : null) ?? event.on
}
