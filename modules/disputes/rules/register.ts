/** How a file begins: by application, on the committee's own initiative, or passed on (人民调解法 arts. 17, 18). */

import { dayOf } from '#modules/kernel/calendar.ts'
import type { Instant, PersonId } from '#modules/kernel/ids.ts'
import { type Refusal, refuse } from '#modules/kernel/refusal.ts'
import { type Actor, may } from '#modules/people/actor.ts'
import { covers } from '#modules/places/place.ts'
import { isNationalType } from '../codes/national.ts'
import type { Register } from '../wire.ts'
import type { Event } from './event.ts'
import { partyFrom } from './parties.ts'
import { hasCommittee, isMember } from './sight.ts'

export type RegisterFacts = {
  readonly at: Instant
  /** The national type that stands beside the chosen one in the county's table; undefined where the type is not in it. */
  readonly nationalType: string | undefined
  /** The next count of the committee's year. */
  readonly year: number
  readonly serial: number
  /** The matter it comes from, which the actor may see; `isUntold`: the law wants the police told first, and they were not. */
  readonly matter: { readonly isMediated: boolean; readonly isUntold: boolean } | undefined
}

const referrals: readonly Register['source'][] = ['court', 'procuratorate', 'police', 'petitions', 'other']

/** The first event of a file. Who registers as a member of the committee mediates it, until its head assigns others. */
export function decideRegister(wanted: Register, actor: Actor, facts: RegisterFacts): Event | Refusal {
  const { committee, place, source, referredBy, matterId, parties } = wanted
  if (!may(actor, 'dispute.open', place) && !isMember(actor, committee)) return refuse('not_permitted', { verb: 'dispute.open' })
  if (!hasCommittee(committee) || !covers(committee, place)) return refuse('dispute.no_committee', { place: committee })
  const nationalType = wanted.nationalType ?? facts.nationalType
  if (facts.nationalType === undefined || !nationalType || !isNationalType(nationalType))
    return refuse('dispute.type_unknown', { type: wanted.type })
  if (referrals.includes(source) && !referredBy) return refuse('dispute.referrer')
  if (wanted.occurredOn > dayOf(facts.at)) return refuse('dispute.day_ahead', { day: wanted.occurredOn })
  if (matterId && !facts.matter) return refuse('not_found')
  if (facts.matter?.isMediated) return refuse('dispute.matter_mediated')
  // 反家庭暴力法 art. 14, 未成年人保护法 art. 11: never ordinary mediation first.
  if (facts.matter?.isUntold) return refuse('matter.police_first')
  const known = new Set(parties.filter(({ of }) => !of).map(({ id }) => id))
  if (new Set(parties.map(({ id }) => id)).size < parties.length) return refuse('conflict')
  if (parties.some(({ of }) => of && !known.has(of))) return refuse('dispute.party_unknown')

  const { type, scale, occurredOn, involved, fen = null, summary, wish, isDifficult } = wanted
  return {
    ...{ by: actor.id, as: 'staff', at: facts.at, type: 'registered' },
    ...{ committee, place, source, referredBy: referredBy ?? null, matterId: matterId ?? null },
    ...{ year: facts.year, serial: facts.serial },
    about: { type, nationalType, scale, occurredOn, involved, fen, summary, wish, isDifficult },
    parties: parties.map(partyFrom),
    mediators: isMember(actor, committee) ? [actor.id as PersonId] : [],
  }
}
