/** The event that a command becomes, or why it is refused. */
import { dayOf, daysAfter } from '#modules/kernel/calendar.ts'
import type { Day } from '#modules/kernel/ids.ts'
import { type Refusal, refuse } from '#modules/kernel/refusal.ts'
import { roles } from '#modules/people/role.ts'
import { covers, levelOf } from '#modules/places/place.ts'
import { isNationalType } from '../codes/national.ts'
import { typeOf } from '../codes/types.ts'
import { type Asker, type Dispute, routes } from '../dispute.ts'
import type { Command } from '../wire.ts'
import { agreed, breached, performed, signed, termConfirmed } from './agreement.ts'
import { claimed } from './claims.ts'
import { daysToExtend, daysToSettle } from './clock.ts'
import { courtAsked, courtDecided } from './court.ts'
import { alarmsIn, hoursToPrevent, isNewAlarm } from './danger.ts'
import type { Event, Said } from './event.ts'
import { added, declined, find, removed, speaksFor, stranger, unagreed, untold } from './parties.ts'
import { type Around, whyNot } from './procedure.ts'
import { isHead } from './sight.ts'

type Of<Do extends Command['do']> = Extract<Command, { do: Do }>

export function decide(dispute: Dispute, command: Command, asker: Asker, around: Around): Event | Refusal {
  const refusal = whyNot(dispute, command.do, asker, around) ?? stranger(dispute, command) ?? taken(dispute, command)
  if (refusal) return refusal

  const photos = 'photos' in command ? { photos: command.photos } : {}
  const party = asker.as === 'party' ? { party: asker.party } : {}
  const said = { by: asker.as === 'staff' ? asker.actor.id : null, as: asker.as, at: around.at, ...photos, ...party }
  const today = dayOf(around.at)
  if ('on' in command && command.on && command.on > today) return refuse('dispute.day_ahead', { day: command.on })
  const named = 'party' in command && typeof command.party === 'string' ? find(dispute, command.party) : undefined

  switch (command.do) {
    case 'amend': {
      if (command.occurredOn > today) return refuse('dispute.day_ahead', { day: command.occurredOn })
      const type = typeOf(command.type)
      if (!type || (command.nationalType && !isNationalType(command.nationalType)))
        return refuse('dispute.type_unknown', { type: command.type })
      const usual = command.type === dispute.type ? dispute.nationalType : type.nationalType
      const { do: _, nationalType = usual, fen = null, ...about } = command
      return { ...said, type: 'amended', about: { ...about, nationalType, fen } }
    }
    case 'addParty':
      return added(dispute, command, said)
    case 'amendParty': {
      const needsGuardian = (command.needsGuardian ?? named?.needsGuardian ?? false) && named?.kind === 'person' && named.of === null
      return { ...said, type: 'partyAmended', whose: command.party, side: command.side, needsGuardian }
    }
    case 'removeParty':
      return removed(dispute, command, said)
    case 'checkPaper':
      return { ...said, type: 'paperChecked', whose: command.party, paper: command.paper }
    case 'inform':
      return { ...said, type: 'informed', whose: command.party, on: command.on }
    case 'consent':
      if (named?.informedOn === null) return refuse('dispute.not_informed', { parties: [command.party] })
      return { ...said, type: 'consented', whose: command.party, wantsOpen: command.wantsOpen, through: command.through ?? null }
    case 'decline':
      return declined(dispute, command, said, today)
    case 'assign': {
      const recused = command.mediators.filter((id) => dispute.recused.includes(id))
      if (recused.length > 0) return refuse('dispute.recused', { people: recused })
      const strangers = command.mediators.filter((id) => !around.members.includes(id))
      if (strangers.length > 0) return refuse('dispute.not_member', { people: strangers })
      return { ...said, type: 'assigned', mediators: [...new Set(command.mediators)], chosenBy: command.chosenBy }
    }
    case 'recuse':
      if (!dispute.mediators.includes(command.mediator)) return refuse('dispute.not_assigned', { people: [command.mediator] })
      // Mediators step back themselves; over another the head decides.
      if (asker.as === 'staff' && asker.actor.id !== command.mediator && !isHead(asker.actor, dispute)) return refuse('dispute.not_head')
      return { ...said, type: 'recused', mediator: command.mediator, askedBy: command.askedBy, reason: command.reason }
    case 'accept':
      return { ...said, type: 'accepted', on: today, settleBy: daysAfter(today, daysToSettle) }
    case 'setOpenness':
      // Open only if every party wants it; closed is never refused (art. 23 (3)).
      return (command.isOpen && unagreed(dispute, command.agreedBy)) || { ...said, type: 'opennessSet', isOpen: command.isOpen }
    case 'invite':
      return (
        unagreed(dispute, command.agreedBy) ?? {
          ...said,
          type: 'invited',
          guest: { id: command.guest, kind: command.kind, agreedBy: command.agreedBy },
        }
      )
    case 'hold':
      return held(dispute, command, said)
    case 'inquire': {
      const { do: _, inquiry: id, ...rest } = command
      return { ...said, type: 'inquired', inquiry: { id, ...rest } }
    }
    case 'attach':
      return attached(dispute, command, said)
    case 'extend':
      if (dispute.settleBy && (command.until <= dispute.settleBy || command.until > daysAfter(dispute.settleBy, daysToExtend)))
        return refuse('dispute.extension', { after: dispute.settleBy, until: daysAfter(dispute.settleBy, daysToExtend) })
      return unagreed(dispute, command.agreedBy) ?? { ...said, type: 'extended', until: command.until, reason: command.reason }
    case 'agree':
      return agreed(dispute, command, said)
    case 'sign':
      return signed(dispute, command, asker, said, today)
    case 'fail':
      return untold(command.routes) ?? { ...said, type: 'failed', reason: command.reason, routes: command.routes, on: today }
    case 'withdraw':
      return withdrawn(dispute, command, asker, said, today)
    case 'perform':
      return performed(dispute, command, said)
    case 'breach':
      return breached(dispute, command, said, today)
    case 'confirmTerm':
      return termConfirmed(dispute, command, asker, said)
    case 'tell':
      return { ...said, type: 'told', words: command.words }
    case 'askCourt':
      return courtAsked(dispute, command, said, around.local)
    case 'courtDecided':
      return courtDecided(dispute, command, said)
    case 'revisit': {
      const { do: _, revisit: id, ...rest } = command
      if (rest.parties.some((each) => !find(dispute, each))) return refuse('dispute.party_unknown')
      const { effectiveOn = null } = dispute.agreement ?? {}
      if (effectiveOn !== null && rest.on < effectiveOn) return refuse('dispute.day_before', { day: effectiveOn })
      return { ...said, type: 'revisited', revisit: { id, ...rest } }
    }
    case 'noteSigns':
      return signsNoted(dispute, command, said)
    case 'prevent':
      return { ...said, type: 'prevented', words: command.words }
    case 'tellPolice':
      if (command.toldAt > around.at) return refuse('dispute.day_ahead', { day: dayOf(command.toldAt) })
      return { ...said, type: 'policeTold', station: command.station, toldAt: command.toldAt, words: command.words ?? null }
    case 'referUp': {
      const { role, place, reason } = command
      const isAbove = covers(place, dispute.committee) && (role === 'judicial_officer' || role === 'township_officer')
      if (!isAbove || levelOf(place) !== roles[role].level) return refuse('dispute.not_office', { role, place })
      if (dispute.offices.some((seat) => seat.role === role && seat.place === place)) return refuse('dispute.referred_already')
      return { ...said, type: 'referredUp', to: { role, place, department: null }, reason }
    }
    case 'comment':
      return { ...said, type: 'commented', words: command.words }
    case 'close':
      return { ...said, type: 'closed', note: command.note, on: today }
    case 'archive':
      return { ...said, type: 'archived', retention: command.retention, shelf: command.shelf || null, on: today }
    case 'claim':
      // One quarrel is paid once, however many files were opened about it.
      if (around.twin !== undefined) return refuse('dispute.claimed_elsewhere', { number: around.twin })
      return claimed(dispute, command, said, around.at, around.table)
    case 'callBack':
      return { ...said, type: 'calledBack', result: command.result, words: command.words }
    case 'decideClaim':
      if (command.isGranted && dispute.allowance?.calledBack === 'doubted') return refuse('dispute.claim_doubted')
      return { ...said, type: 'claimDecided', isGranted: command.isGranted, reason: command.reason }
  }
}

/** Ids are minted where a thing is made; one that is there already would write over what it names. */
function taken(dispute: Dispute, command: Command): Refusal | undefined {
  const isAmong = (those: readonly { id: string }[], id: string) =>
    those.some((each) => each.id === id) ? refuse('conflict', { id }) : undefined
  switch (command.do) {
    case 'hold':
      return isAmong(dispute.sessions, command.session)
    case 'inquire':
      return isAmong(dispute.inquiries, command.inquiry)
    case 'attach':
      return isAmong(dispute.pieces, command.piece)
    case 'revisit':
      return isAmong(dispute.revisits, command.revisit)
    case 'invite':
      return isAmong(dispute.parties, command.guest)
    default:
      return undefined
  }
}

function held(dispute: Dispute, { do: _, session: id, ...rest }: Of<'hold'>, said: Said): Event | Refusal {
  const { startedAt, endedAt, parties, mediators, guests } = rest
  if (endedAt < startedAt || endedAt > said.at || dayOf(startedAt) < dispute.occurredOn) return refuse('dispute.session_time')
  if (parties.some((each) => !find(dispute, each))) return refuse('dispute.party_unknown')
  const strangers = mediators.filter((each) => !dispute.mediators.includes(each))
  if (strangers.length > 0) return refuse('dispute.not_assigned', { people: strangers })
  for (const each of guests) {
    const guest = dispute.guests.find((other) => other.id === each)
    if (!guest) return refuse('dispute.guest_unknown')
    // Whoever became a party after the guest was invited has to agree too (art. 20).
    const against = unagreed(dispute, guest.agreedBy)
    if (against) return against
  }
  return { ...said, type: 'held', session: { id, ...rest, isOpen: dispute.isOpenSession } }
}

function attached(dispute: Dispute, command: Of<'attach'>, said: Said): Event | Refusal {
  const { piece: id, kind, title, party = null, photos: pages } = command
  const isAgents = party !== null && find(dispute, party)?.speaksAs === 'agent'
  if ((kind === 'identity' && party === null) || (kind === 'powerOfAttorney' && !isAgents))
    return refuse('dispute.whose_paper', { piece: kind })
  return { ...said, type: 'attached', piece: { id, kind, title, party, pages } }
}

function withdrawn(dispute: Dispute, command: Of<'withdraw'>, asker: Asker, said: Said, on: Day): Event | Refusal {
  const { party: whose, reason } = command
  if (asker.as === 'party' && asker.party !== whose) {
    const speaker = find(dispute, asker.party)
    if (!speaker || !speaksFor(dispute, speaker, whose)) return refuse('dispute.not_party')
  }
  // On the party's own page all the other ways are shown, and that is the telling.
  const told = asker.as === 'party' ? routes : command.routes
  return untold(told) ?? { ...said, type: 'withdrawn', whose, reason, routes: told, on }
}

function signsNoted(dispute: Dispute, command: Of<'noteSigns'>, said: Said): Event {
  const signs = [...new Set(command.signs)]
  const isNew = isNewAlarm(dispute.signs, signs)
  const by = new Date(Date.parse(said.at) + hoursToPrevent * 3_600_000).toISOString()
  // Once asked for, a measure stays asked for: taking the ticks away again does not answer it.
  const preventBy = isNew ? (dispute.preventBy ?? by) : dispute.preventBy
  return { ...said, type: 'signsNoted', signs, alarms: isNew ? alarmsIn(signs) : [], preventBy }
}
