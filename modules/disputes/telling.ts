/**
 * What an event is called in the file: the sentences in the catalogue (disputes:events.*) and what their blanks are filled with. Every
 * timeline tells from here, so that a new kind of event cannot be told in one and forgotten in another.
 */
import type { Day, PersonId } from '#modules/kernel/ids.ts'
import type { Seat } from '#modules/people/actor.ts'
import type { Dispute } from './dispute.ts'
import type { DisputeFile } from './reply.ts'

export type Told = DisputeFile['events'][number]

type Values = { readonly [blank: string]: string | number }

/** `key` is under "events." in the catalogue of disputes. */
export type Telling = { readonly key: string; readonly values: Values }

/** How the screen that tells it says names, days and words, in its reader's language. */
export type Speech = {
  /** Who did it. */
  readonly who: (event: Told) => string
  /** Of a party, of somebody who speaks for one, or of a guest, by their id; empty where the file no longer knows it. */
  readonly party: (id: string) => string
  readonly person: (id: PersonId) => string
  readonly office: (seat: Seat) => string
  readonly day: (on: Day) => string
  /** From the catalogue of disputes. */
  readonly word: (key: string) => string
  /** Several names or words, with the language's comma. */
  readonly list: (words: readonly string[]) => string
}

/** One event in one or two sentences. `terms` are the file's promises, so that it can be said which was kept. */
export function telling(event: Told, { agreement }: Pick<Dispute, 'agreement'>, speech: Speech): Telling[] {
  const { party, person, day, word, list } = speech
  const by = speech.who(event)
  const say = (key: string, values: Values = {}): Telling => ({ key, values: { by, ...values } })
  const name = (id: string) => party(id) || word('events.party')
  /** What was promised, and by whom. A term that a later agreement dropped is no longer known by its words. */
  const promised = (id: string): Values => {
    const term = agreement?.terms.find((each) => each.id === id)
    return { party: term ? name(term.by) : word('events.party'), what: term?.what ?? '' }
  }

  switch (event.type) {
    case 'registered':
    case 'amended':
    case 'partyRemoved':
    case 'closed':
      return [say(event.type)]
    case 'partyAdded': {
      const { id, of, side, speaksAs } = event.added
      return [say('partyAdded', { side: word(of ? `speakers.${speaksAs ?? 'agent'}` : `sides.${side}`), party: name(id) })]
    }
    case 'partyAmended':
      return [say('partyAmended', { party: name(event.whose) })]
    case 'paperChecked':
      if (event.paper === 'knownInPerson') return [say('paperKnown', { party: name(event.whose) })]
      return [say('paperChecked', { party: name(event.whose), paper: word(`papers.${event.paper}`) })]
    case 'informed':
      return [say('informed', { on: day(event.on), party: name(event.whose) })]
    case 'consented':
    case 'declined':
    case 'withdrawn':
      return [say(event.type, { party: name(event.whose) })]
    case 'assigned':
      return [say('assigned', { people: list(event.mediators.map(person)) })]
    case 'recused':
      return [say('recused', { people: person(event.mediator), reason: event.reason })]
    case 'accepted':
      return [say('accepted', { until: day(event.settleBy) })]
    case 'opennessSet':
      return [say('opennessSet', { openness: word(`openness.${event.isOpen ? 'open' : 'closed'}`) })]
    case 'invited':
      return [say('invited', { party: name(event.guest.id) })]
    case 'held':
      return [say('held', { where: event.session.where })]
    case 'inquired':
      return [say('inquired', { whom: event.inquiry.whom })]
    case 'attached':
      return [say('attached', { kind: word(`pieceKinds.${event.piece.kind}`), title: event.piece.title })]
    case 'extended':
      return [say('extended', { until: day(event.until), reason: event.reason })]
    case 'agreed':
      return [say('agreed', { form: word(`forms.${event.agreement.form}`), count: event.agreement.terms.length })]
    case 'signed': {
      const signers = event.signatures.map(({ as, who }) =>
        as === 'party' ? name(who) : as === 'mediator' ? person(who as PersonId) : word('signers.seal'),
      )
      const signed = say('signed', { who: list(signers) })
      return event.completes ? [signed, say('effective', { on: day(event.completes) })] : [signed]
    }
    case 'failed':
      return [say('failed', { reason: event.reason })]
    case 'performed':
    case 'breached':
    case 'termConfirmed':
      return [say(event.type, promised(event.term))]
    case 'told':
      return [say('told', { party: event.party ? name(event.party) : word('events.party'), words: event.words })]
    case 'courtAsked':
      return [say('courtAsked', { court: event.confirmation.court })]
    case 'courtDecided':
      return [say('courtDecided', { result: word(`courtResults.${event.result}`) })]
    case 'revisited':
      return [say('revisited', { people: list(event.revisit.parties.map(name)) })]
    case 'signsNoted': {
      if (event.signs.length === 0) return [say('signsCleared')]
      const noted = say('signsNoted', { signs: list(event.signs.map((sign) => word(`signs.${sign}`))) })
      return event.alarms.length > 0 ? [noted, say('alarmed')] : [noted]
    }
    case 'prevented':
    case 'commented':
      return [say(event.type, { words: event.words })]
    case 'policeTold':
      return [say('policeTold', { station: event.station })]
    case 'referredUp':
      return [say('referredUp', { office: speech.office(event.to), reason: event.reason })]
    case 'archived':
      return [say('archived', { retention: word(`retentions.${event.retention}`) })]
    case 'claimed':
      return [say('claimed', { grade: word(`grades.${event.allowance.grade}`) })]
    case 'calledBack':
      return [say('calledBack', { words: event.words })]
    case 'claimDecided':
      return [event.isGranted ? say('claimGranted') : say('claimRefused', { reason: event.reason })]
    case 'reminded':
      return [say('reminded', { what: word(`reminders.${event.what}`) })]
  }
}
