/**
 * What an event is called in the file: the sentence in the catalogue (matters:events.*) and what its blanks are filled with.
 * Both timelines, in the field and at the desk, tell from here, so that a new kind of event cannot be told in one and forgotten in the other.
 */
import type { Day, Instant } from '#modules/kernel/ids.ts'
import type { Seat } from '#modules/people/actor.ts'
import type { Application } from './matter.ts'
import type { MatterFile } from './reply.ts'
import type { Consequence } from './rules/event.ts'

export type Told = MatterFile['events'][number]

type Values = { readonly [blank: string]: string | number }

/** `key` is under "events." in the catalogue of matters. */
export type Telling = { readonly key: string; readonly values: Values }

/** How the screen that tells it says instants, seats and words, in its reader's language. */
export type Speech = {
  /** Who did it: with their role or without, as the screen has room. */
  readonly who: (event: Told) => string
  /** A seat, by the name the file gives it; null when it gives none. */
  readonly seat: (seat: Seat, name: string | null) => string
  readonly instant: (at: Instant) => string
  readonly day: (on: Day) => string
  readonly category: (code: string) => string
  /** From the catalogue of matters. */
  readonly word: (key: string, values?: Values) => string
}

/** What somebody applies for, with its measure: "延期 3 天". */
export function wishWords(
  wish: Pick<Application, 'kind' | 'days' | 'until' | 'category'>,
  speech: Pick<Speech, 'day' | 'category' | 'word'>,
) {
  const { kind, days, until, category } = wish
  return speech.word(`wishes.${kind}`, {
    days: days ?? 0,
    until: until ? speech.day(until) : '',
    category: category ? speech.category(category) : '',
  })
}

export function telling(event: Told, speech: Speech): Telling {
  const name = speech.who(event)
  const { instant, word } = speech
  const to = 'to' in event && typeof event.to === 'object' ? speech.seat(event.to, event.toName) : (event.toName ?? word('somebody'))
  const say = (key: string, values: Values = {}): Telling => ({ key, values: { name, ...values } })
  /** Another sentence when words were added. */
  const orWords = (key: string, said: string | null | undefined, values: Values = {}): Telling =>
    said ? say(`${key}Words`, { ...values, words: said }) : say(key, values)

  switch (event.type) {
    case 'reported':
      return event.outcome === null ? say('reported', { to }) : say('reportedOnTheSpot', { outcome: event.outcome })
    case 'accepted':
    case 'verified':
    case 'closed':
    case 'cancelled':
    case 'orderLapsed':
    case 'left':
    case 'erased':
      return say(event.type)
    case 'settled':
      return event.mediated ? say('settledMediated', { outcome: event.outcome }) : say('settled', { outcome: event.outcome })
    case 'passedUp':
    case 'reopened':
      return say(event.type, { to, reason: event.reason })
    case 'handedDown':
    case 'handedOver':
      return say(event.type, { to, words: event.words })
    case 'moved':
      return say(event.why === 'place' ? 'movedPlace' : 'moved', { to })
    case 'takenOver':
      return say('takenOver', { to })
    case 'refused':
      return say('refused', { reason: event.reason, channel: event.channel })
    case 'commented':
    case 'answered':
      return say(event.type, { words: event.words })
    case 'rated':
      return orWords('rated', event.words, { rating: event.rating })
    case 'withdrawn':
      return event.reason ? say('withdrawnReason', { reason: event.reason }) : say('withdrawn')
    case 'reminded':
    case 'overdue':
      return say(event.type, { what: word(`promised.${event.what}`), dueBy: instant(event.dueBy) })
    case 'lapsed':
      return say('lapsed', {
        what: word(`promised.${event.what}`),
        dueBy: instant(event.dueBy),
        from: speech.seat(event.from, event.fromName),
        to,
      })
    case 'mediated':
      return say('mediated', { number: event.number, until: instant(event.pause.until) })
    case 'resumed':
      if (event.why === 'mediation') return say('resumedMediation', { reason: event.reason ?? '', settleBy: instant(event.settleBy) })
      return event.why === 'asked'
        ? say('resumedAsked', { reason: event.reason ?? '', settleBy: instant(event.settleBy) })
        : say('resumedTime', { settleBy: instant(event.settleBy) })
    case 'applied':
      return say('applied', {
        kind: wishWords(event, speech),
        decider: speech.seat(event.decider, event.deciderName),
        decideBy: instant(event.decideBy),
        reason: event.reason,
      })
    case 'granted':
      return orWords(`granted${sentenceOf[event.consequence.kind]}`, event.words, consequenceWords(event.consequence, event, speech))
    case 'declined':
      return event.why === 'silence' ? say('declinedSilence') : say('declined', { reason: event.reason ?? '' })
    case 'applicationMoved':
      return say('applicationMoved', {
        decider: speech.seat(event.decider, event.deciderName),
        decideBy: instant(event.decideBy),
      })
    case 'ordered':
      return say('ordered', { kind: word(`orders.${event.kind}`), dueBy: instant(event.dueBy), words: event.words })
    case 'policeTold':
      return orWords('policeTold', event.words, { station: event.station, toldAt: instant(event.toldAt) })
    case 'linked':
      return orWords('linked', event.words, { number: event.number })
    case 'unlinked':
      return orWords('unlinked', event.reason)
    case 'gained':
    case 'lost':
      return say(event.type, { number: event.number })
    case 'joined':
      return orWords('joined', event.words)
  }
}

const sentenceOf = {
  extension: 'Extension',
  suspension: 'Suspension',
  reclassification: 'Reclassification',
  voiding: 'Voiding',
  notOurs: 'NotOurs',
} as const satisfies Record<Consequence['kind'], string>

function consequenceWords(consequence: Consequence, { toName }: Told, { seat, instant, category }: Speech): Values {
  switch (consequence.kind) {
    case 'extension':
      return { settleBy: instant(consequence.settleBy) }
    case 'suspension':
      return { until: instant(consequence.pause.until) }
    case 'reclassification':
      return { category: category(consequence.category), to: seat(consequence.to, toName) }
    case 'voiding':
      return {}
    case 'notOurs':
      return { to: seat(consequence.to, toName) }
  }
}
