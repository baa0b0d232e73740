/**
 * Whose word counts. A party speaks for themselves, or somebody speaks for them: an agent with a power of attorney in the file
 * (民法典 art. 165), or a guardian by law. For whoever needs a guardian, only the guardian consents and signs (民法典 arts. 19-23).
 */
import type { Day } from '#modules/kernel/ids.ts'
import { type Refusal, refuse } from '#modules/kernel/refusal.ts'
import { type Dispute, type Party, principals, type Route, routes } from '../dispute.ts'
import type { Command, NewParty } from '../wire.ts'
import type { Event, Said } from './event.ts'

type Of<Do extends Command['do']> = Extract<Command, { do: Do }>

export const find = ({ parties }: Pick<Dispute, 'parties'>, id: string): Party | undefined => parties.find((party) => party.id === id)

export const partyFrom = ({ id, kind, side, of = null as never, speaksAs = 'agent', needsGuardian = false }: NewParty): Party => ({
  ...{ id, kind, side, of: of ?? null, speaksAs: of ? speaksAs : null },
  needsGuardian: needsGuardian && kind === 'person' && !of,
  ...{ paper: null, informedOn: null, isWilling: null, wantsOpen: null },
})

const idsOf = (parties: readonly Party[]) => ({ parties: parties.map(({ id }) => id) })

export const guardianOf = ({ parties }: Pick<Dispute, 'parties'>, id: string): Party | undefined =>
  parties.find(({ of, speaksAs }) => of === id && speaksAs === 'guardian')

/** Whether somebody may speak for a party: a guardian by law, an agent once the power of attorney is in the file. */
export const speaksFor = (dispute: Dispute, speaker: Party, id: string): boolean =>
  speaker.of === id &&
  (speaker.speaksAs === 'guardian' || dispute.pieces.some(({ kind, party }) => kind === 'powerOfAttorney' && party === speaker.id))

/** Commands that are a party's own word, not one of somebody who speaks for them. */
const ownWord: readonly Command['do'][] = ['consent', 'decline', 'withdraw']

/** A party that is not in the file, or a word that somebody else cannot give for them. */
export function stranger(dispute: Dispute, command: Command): Refusal | undefined {
  const named = 'party' in command && typeof command.party === 'string' ? find(dispute, command.party) : undefined
  if ('party' in command && typeof command.party === 'string' && !named) return refuse('dispute.party_unknown')
  if (named?.of && ownWord.includes(command.do)) return refuse('dispute.party_unknown')
  const of = command.do === 'addParty' ? command.party.of : undefined
  if (of && find(dispute, of)?.of !== null) return refuse('dispute.party_unknown')

  const through = 'through' in command && command.through ? find(dispute, command.through) : undefined
  if ('through' in command && command.through) {
    if (!named || through?.of !== named.id) return refuse('dispute.not_representative')
    if (!speaksFor(dispute, through, named.id)) return refuse('dispute.no_power_of_attorney')
  }
  const binds = command.do === 'consent' || (command.do === 'sign' && command.as === 'party')
  return binds && named?.needsGuardian && through?.speaksAs !== 'guardian' ? refuse('dispute.guardian_speaks', idsOf([named])) : undefined
}

/** Parties who have not agreed to something that needs every one of them (arts. 20, 23; art. 33 "jointly"). */
export function unagreed(dispute: Dispute, agreedBy: readonly string[]): Refusal | undefined {
  const others = principals(dispute).filter(({ id }) => !agreedBy.includes(id))
  return others.length > 0 ? refuse('dispute.all_parties', idsOf(others)) : undefined
}

/** The parties are to be told of the other ways that are open to them (art. 26). */
export function untold(told: readonly Route[], wanted: readonly Route[] = routes): Refusal | undefined {
  const left = wanted.filter((route) => !told.includes(route))
  return left.length > 0 ? refuse('dispute.routes_untold', { routes: left }) : undefined
}

/**
 * Somebody who needs a guardian is a party, and hands, words or weapons were raised: the police come before any mediation
 * (反家庭暴力法 art. 14, 未成年人保护法 art. 11).
 */
export const policeFirst = (dispute: Dispute): boolean =>
  dispute.policeToldAt === null &&
  dispute.parties.some(({ needsGuardian }) => needsGuardian) &&
  dispute.signs.some((sign) => sign === 'violenceBefore' || sign === 'threat' || sign === 'weapon')

/** What is still missing to begin, or to go on after a party was added (arts. 17, 19, 23, 24). */
export function unready(dispute: Dispute): Refusal | undefined {
  if (policeFirst(dispute)) return refuse('dispute.police_first')
  const parties = principals(dispute)
  if (new Set(parties.map(({ side }) => side).filter((side) => side !== 'third')).size < 2) return refuse('dispute.one_side')
  const uninformed = parties.filter(({ informedOn }) => informedOn === null)
  if (uninformed.length > 0) return refuse('dispute.not_informed', idsOf(uninformed))
  const alone = parties.filter(({ id, needsGuardian }) => needsGuardian && !guardianOf(dispute, id))
  if (alone.length > 0) return refuse('dispute.guardian_missing', idsOf(alone))
  const silent = parties.filter(({ isWilling }) => isWilling !== true)
  if (silent.length > 0) return refuse('dispute.consent_missing', idsOf(silent))
  return dispute.mediators.length > 0 ? undefined : refuse('dispute.no_mediator')
}

/** Before there is an agreement anybody can become a party; after that only somebody who speaks for one. */
const isFixed = ({ status }: Dispute, { of }: { of?: string | null | undefined }) =>
  !of && status !== 'registered' && status !== 'mediating'

export function added(dispute: Dispute, { party }: Of<'addParty'>, said: Said): Event | Refusal {
  if ([...dispute.parties, ...dispute.guests].some(({ id }) => id === party.id)) return refuse('conflict', { id: party.id })
  return isFixed(dispute, party) ? refuse('dispute.parties_fixed') : { ...said, type: 'partyAdded', added: partyFrom(party) }
}

export function removed(dispute: Dispute, { party: id }: Of<'removeParty'>, said: Said): Event | Refusal {
  const party = find(dispute, id)!
  if (isFixed(dispute, party)) return refuse('dispute.parties_fixed')
  if (dispute.parties.some(({ of }) => of === id)) return refuse('dispute.party_spoken_for')
  const acted =
    dispute.sessions.some(({ parties }) => parties.includes(id)) || dispute.agreement?.signatures.some(({ through }) => through === id)
  return acted || (dispute.status !== 'registered' && party.isWilling)
    ? refuse('dispute.party_stays')
    : { ...said, type: 'partyRemoved', whose: id }
}

/** Clearly refused, which stops everything (art. 17). Whoever consented and began ends it by withdrawing (art. 23 (2)). */
export function declined(dispute: Dispute, command: Of<'decline'>, said: Said, on: Day): Event | Refusal {
  const { party: whose, reason, routes: told, through = null } = command
  if (dispute.status !== 'registered' && find(dispute, whose)?.isWilling) return refuse('dispute.consented')
  return untold(told) ?? { ...said, type: 'declined', whose, reason, routes: told, on, through }
}
