/** The event that a command becomes, or why it is refused. */
import { dayOf } from '#modules/kernel/calendar.ts'
import { type Refusal, refuse } from '#modules/kernel/refusal.ts'
import { roles } from '#modules/people/role.ts'
import { covers, levelOf } from '#modules/places/place.ts'
import { type Asker, type Dispute, type Party, principals, type Route, routes } from '../dispute.ts'
import type { Command, NewParty } from '../wire.ts'
import { agreed, signed } from './agreement.ts'
import { allowanceOf, isSampled } from './allowance.ts'
import { daysAfter, daysToExtend, daysToSettle } from './clock.ts'
import { alarmsIn, hoursToPrevent } from './danger.ts'
import { isComplete } from './dossier.ts'
import type { Event } from './event.ts'
import { type Around, whyNot } from './procedure.ts'

type Of<Do extends Command['do']> = Extract<Command, { do: Do }>

export function decide(dispute: Dispute, command: Command, asker: Asker, around: Around): Event | Refusal {
  const refusal = whyNot(dispute, command.do, asker, around) ?? stranger(dispute, command)
  if (refusal) return refusal

  const photos = 'photos' in command ? { photos: command.photos } : {}
  const party = asker.as === 'party' ? { party: asker.party } : {}
  const said = { by: asker.as === 'staff' ? asker.actor.id : null, as: asker.as, at: around.at, ...photos, ...party }
  const today = dayOf(around.at)
  const later = 'on' in command && command.on && command.on > today ? refuse('dispute.day_ahead', { day: command.on }) : undefined
  if (later) return later

  switch (command.do) {
    case 'amend': {
      const { do: _, nationalType = dispute.nationalType, fen = null, ...about } = command
      return { ...said, type: 'amended', about: { ...about, nationalType, fen } }
    }
    case 'addParty':
      if (dispute.parties.some(({ id }) => id === command.party.id)) return refuse('conflict', { id: command.party.id })
      return { ...said, type: 'partyAdded', added: partyFrom(command.party) }
    case 'amendParty':
      return { ...said, type: 'partyAmended', whose: command.party, side: command.side }
    case 'removeParty':
      if (dispute.status !== 'registered' && find(dispute, command.party)?.isWilling) return refuse('dispute.party_stays')
      if (dispute.parties.some(({ of }) => of === command.party)) return refuse('dispute.party_spoken_for')
      return { ...said, type: 'partyRemoved', whose: command.party }
    case 'checkPaper':
      return { ...said, type: 'paperChecked', whose: command.party, paper: command.paper }
    case 'inform':
      return { ...said, type: 'informed', whose: command.party, on: command.on }
    case 'consent':
      if (find(dispute, command.party)?.informedOn === null) return refuse('dispute.not_informed', { parties: [command.party] })
      return { ...said, type: 'consented', whose: command.party, wantsOpen: command.wantsOpen, through: command.through ?? null }
    case 'decline':
      return (
        untold(command.routes, routes) ?? {
          ...said,
          type: 'declined',
          whose: command.party,
          reason: command.reason,
          routes: command.routes,
          on: today,
          through: command.through ?? null,
        }
      )
    case 'assign': {
      const recused = command.mediators.filter((id) => dispute.recused.includes(id))
      if (recused.length > 0) return refuse('dispute.recused', { people: recused })
      const strangers = command.mediators.filter((id) => !around.members.includes(id))
      if (strangers.length > 0) return refuse('dispute.not_member', { people: strangers })
      return { ...said, type: 'assigned', mediators: [...new Set(command.mediators)], chosenBy: command.chosenBy }
    }
    case 'recuse':
      if (!dispute.mediators.includes(command.mediator)) return refuse('dispute.not_assigned')
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
      return held(dispute, command, around) ?? { ...said, type: 'held', session: sessionOf(dispute, command) }
    case 'inquire': {
      const { do: _, inquiry: id, ...rest } = command
      return { ...said, type: 'inquired', inquiry: { id, ...rest } }
    }
    case 'attach': {
      const { piece: id, kind, title, party: whose = null, photos: pages } = command
      if ((kind === 'identity' || kind === 'powerOfAttorney') && whose === null) return refuse('dispute.whose_paper', { kind })
      return { ...said, type: 'attached', piece: { id, kind, title, party: whose, pages } }
    }
    case 'extend':
      if (dispute.settleBy && (command.until <= dispute.settleBy || command.until > daysAfter(dispute.settleBy, daysToExtend)))
        return refuse('dispute.extension', { after: dispute.settleBy, until: daysAfter(dispute.settleBy, daysToExtend) })
      return unagreed(dispute, command.agreedBy) ?? { ...said, type: 'extended', until: command.until, reason: command.reason }
    case 'agree':
      return agreed(dispute, command, said, today)
    case 'sign':
      return signed(dispute, command, asker, said, today)
    case 'fail':
      return untold(command.routes, routes) ?? { ...said, type: 'failed', reason: command.reason, routes: command.routes, on: today }
    case 'withdraw': {
      if (asker.as === 'party' && asker.party !== command.party) return refuse('dispute.not_party')
      // On the party's own page all the other ways are shown, and that is the telling.
      const told = asker.as === 'party' ? routes : command.routes
      return untold(told, routes) ?? { ...said, type: 'withdrawn', whose: command.party, reason: command.reason, routes: told, on: today }
    }
    case 'perform':
      return (
        ofTerm(dispute, command.term, 'performed') ?? {
          ...said,
          type: 'performed',
          term: command.term,
          on: command.on,
          words: command.words,
        }
      )
    case 'breach':
      return (
        ofTerm(dispute, command.term, 'breached') ??
        (termOf(dispute, command.term)!.dueOn >= today
          ? refuse('dispute.term_not_due', { day: termOf(dispute, command.term)!.dueOn })
          : undefined) ??
        untold(command.routes, ['court']) ?? {
          ...said,
          type: 'breached',
          term: command.term,
          words: command.words,
          routes: command.routes,
          on: today,
        }
      )
    case 'confirmTerm': {
      const term = termOf(dispute, command.term)
      if (!term) return refuse('dispute.term_unknown')
      const whose = asker.as === 'party' ? asker.party : ''
      return term.confirmedBy.includes(whose)
        ? refuse('dispute.confirmed_already')
        : { ...said, type: 'termConfirmed', term: term.id, whose }
    }
    case 'tell':
      return { ...said, type: 'told', words: command.words }
    case 'askCourt': {
      if (command.concerns !== 'rights') return refuse('dispute.court_excluded', { kind: command.concerns })
      const { effectiveOn } = dispute.agreement ?? {}
      if (!effectiveOn || command.on < effectiveOn) return refuse('dispute.before_agreement', { day: effectiveOn ?? null })
      const alone = unagreed(dispute, command.agreedBy)
      if (alone) return refuse('dispute.court_alone', alone.facts)
      const { court, on: askedOn } = command
      return { ...said, type: 'courtAsked', confirmation: { court, askedOn, result: null, decidedOn: null, paperNumber: null } }
    }
    case 'courtDecided':
      return { ...said, type: 'courtDecided', result: command.result, on: command.on, paperNumber: command.paperNumber || null }
    case 'revisit': {
      const { do: _, revisit: id, ...rest } = command
      return { ...said, type: 'revisited', revisit: { id, ...rest } }
    }
    case 'noteSigns': {
      const before = alarmsIn(dispute.signs).length
      const alarms = alarmsIn(command.signs)
      const isNew = alarms.length > before
      const by = new Date(Date.parse(around.at) + hoursToPrevent * 3_600_000).toISOString()
      return {
        ...said,
        type: 'signsNoted',
        signs: command.signs,
        alarms: isNew ? alarms : [],
        preventBy: isNew ? (dispute.preventBy ?? by) : dispute.preventBy,
      }
    }
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
      return claimed(dispute, command, asker, said, around)
    case 'callBack':
      return { ...said, type: 'calledBack', result: command.result, words: command.words }
    case 'decideClaim':
      if (command.isGranted && dispute.allowance?.calledBack === 'doubted') return refuse('dispute.claim_doubted')
      return { ...said, type: 'claimDecided', isGranted: command.isGranted, reason: command.reason }
  }
}

type Said = Pick<Event, 'by' | 'as' | 'at' | 'photos' | 'party'>

const find = ({ parties }: Dispute, id: string): Party | undefined => parties.find((party) => party.id === id)
const termOf = ({ agreement }: Dispute, id: string) => agreement?.terms.find((term) => term.id === id)

export const partyFrom = ({ id, kind, side, of = null as never }: NewParty): Party => ({
  ...{ id, kind, side, of: of ?? null },
  ...{ paper: null, informedOn: null, isWilling: null, wantsOpen: null },
})

/** A party that is not in the file, or somebody who speaks for them without a power of attorney (art. 20; 民法典 art. 165). */
function stranger(dispute: Dispute, command: Command): Refusal | undefined {
  const named = 'party' in command && typeof command.party === 'string' ? command.party : undefined
  if (named && !find(dispute, named)) return refuse('dispute.party_unknown')
  const of = command.do === 'addParty' ? command.party.of : undefined
  if (of && find(dispute, of)?.of !== null) return refuse('dispute.party_unknown')
  const through = 'through' in command ? command.through : undefined
  if (!through) return undefined
  if (find(dispute, through)?.of !== named) return refuse('dispute.not_representative')
  return dispute.pieces.some(({ kind, party }) => kind === 'powerOfAttorney' && party === through)
    ? undefined
    : refuse('dispute.no_power_of_attorney')
}

/** Parties who have not agreed to something that needs every one of them (arts. 20, 23; art. 33 "jointly"). */
function unagreed(dispute: Dispute, agreedBy: readonly string[]): Refusal | undefined {
  const others = principals(dispute).filter(({ id }) => !agreedBy.includes(id))
  return others.length > 0 ? refuse('dispute.all_parties', { parties: others.map(({ id }) => id) }) : undefined
}

/** The parties are to be told of the other ways that are open to them (art. 26). */
function untold(told: readonly Route[], wanted: readonly Route[]): Refusal | undefined {
  const left = wanted.filter((route) => !told.includes(route))
  return left.length > 0 ? refuse('dispute.routes_untold', { routes: left }) : undefined
}

function held(dispute: Dispute, { startedAt, endedAt, parties, mediators, guests }: Of<'hold'>, { at }: Around): Refusal | undefined {
  if (endedAt < startedAt || endedAt > at) return refuse('dispute.session_time')
  if (parties.some((id) => !find(dispute, id))) return refuse('dispute.party_unknown')
  if (guests.some((id) => !dispute.guests.some((guest) => guest.id === id))) return refuse('dispute.guest_unknown')
  const strangers = mediators.filter((id) => !dispute.mediators.includes(id))
  return strangers.length > 0 ? refuse('dispute.not_assigned', { people: strangers }) : undefined
}

function sessionOf(dispute: Dispute, { do: _, session: id, ...rest }: Of<'hold'>) {
  return { id, ...rest, isOpen: dispute.isOpenSession }
}

function ofTerm(dispute: Dispute, id: string, becomes: 'performed' | 'breached'): Refusal | undefined {
  const term = termOf(dispute, id)
  if (!term) return refuse('dispute.term_unknown')
  return term.state === 'performed' || term.state === becomes ? refuse('dispute.term_done', { state: term.state }) : undefined
}

function claimed(dispute: Dispute, { grade }: Of<'claim'>, asker: Asker, said: Said, { table }: Around): Event | Refusal {
  if (asker.as !== 'staff' || !dispute.mediators.includes(asker.actor.id)) return refuse('dispute.not_assigned')
  const complete = isComplete(dispute)
  return {
    ...said,
    type: 'claimed',
    allowance: {
      ...{ grade, isComplete: complete, fen: allowanceOf(dispute, grade, complete, table) },
      ...{ claimedBy: asker.actor.id, claimedAt: said.at, isSampled: isSampled(dispute.id, table), calledBack: null, isGranted: null },
    },
  }
}
