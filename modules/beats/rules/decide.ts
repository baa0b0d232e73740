/** What may be done with a record, by whom and until when; and the event that it becomes. */
import { dayOf } from '#modules/kernel/calendar.ts'
import type { CommandId, Day, DisputeId, Instant, MatterId, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import { type Refusal, refuse } from '#modules/kernel/refusal.ts'
import { type Actor, may } from '#modules/people/actor.ts'
import { covers } from '#modules/places/place.ts'
import { type BeatRecord, daysToAmend, daysToFile, type Facts, officersKinds } from '../beat.ts'
import type { Command, Facts as Wanted } from '../wire.ts'

type Said = { readonly by: PersonId; readonly at: Instant; readonly madeAt?: Instant }

export type Event = Said &
  (
    | { readonly type: 'filed'; readonly village: PlaceCode; readonly on: Day; readonly facts: Facts }
    | { readonly type: 'amended'; readonly on: Day; readonly facts: Facts }
    | { readonly type: 'voided'; readonly reason: string }
    | { readonly type: 'finished'; readonly state: 'done' | 'cancelled' }
    | { readonly type: 'kept'; readonly on: Day }
    /** Its village became another: by nobody's command. */
    | { readonly type: 'moved'; readonly village: PlaceCode; readonly lane: PlaceCode | null }
    | { readonly type: 'followed'; readonly matterId: MatterId | null; readonly disputeId: DisputeId | null }
  )
export type Recorded = Event & { readonly version: number; readonly commandId: CommandId }

export type Action = Exclude<Command['do'], 'file'>

const aDay = 86_400_000
const daysApart = (from: Day, to: Day) => (Date.parse(to) - Date.parse(from)) / aDay

/** Why the actor cannot do this with the record now, or undefined if they can. Only its author changes a record; a promise is kept by whoever works there. */
export function whyNot(record: BeatRecord, action: Action, actor: Actor, at: Instant): Refusal | undefined {
  const isTheirs = record.by === actor.id || (action === 'keep' && may(actor, 'beat.work', record.village))
  if (!isTheirs) return refuse('beat.not_author')
  if (record.voided !== null) return refuse('beat.voided')
  switch (action) {
    case 'amend':
    case 'void':
      return daysApart(dayOf(record.filedAt), dayOf(at)) > daysToAmend ? refuse('beat.too_late', { days: daysToAmend }) : undefined
    case 'finish':
      return record.facts.kind === 'day' && record.facts.state === 'planned' ? undefined : refuse('beat.not_planned')
    case 'keep':
      if (record.facts.kind !== 'visit' || record.facts.promised === null) return refuse('beat.no_promise')
      return record.facts.keptOn === null ? undefined : refuse('beat.kept_already')
    case 'follow':
      return record.matterId || record.disputeId ? refuse('beat.followed_already') : undefined
  }
}

/** A new record. What is planned lies ahead; what was done does not, nor further back than thirty days. */
export function decideFile({ village, on, facts }: Extract<Command, { do: 'file' }>, actor: Actor, at: Instant): Event | Refusal {
  if (!may(actor, 'beat.work', village)) return refuse('not_permitted', { verb: 'beat.work' })
  const isOfficer = actor.posts.some(({ role, place }) => role === 'police_officer' && place === village)
  if (officersKinds.includes(facts.kind) && !isOfficer) return refuse('beat.officers_only', { kind: facts.kind })
  return whyNotFacts(on, facts, village, at, at) ?? { by: actor.id, at, type: 'filed', village, on, facts: factsFrom(facts) }
}

/** `filedAt`: from when the thirty days count back, for a record that was filed in time and is put right later. */
function whyNotFacts(on: Day, facts: Wanted, village: PlaceCode, at: Instant, filedAt: Instant): Refusal | undefined {
  const today = dayOf(at)
  const isPlan = facts.kind === 'day' && facts.state === 'planned'
  if (!isPlan && on > today) return refuse('beat.day_ahead', { day: on })
  if (daysApart(on, dayOf(filedAt)) > daysToFile) return refuse('beat.day_past', { day: on, days: daysToFile })
  if (facts.kind === 'visit' && !covers(village, facts.lane)) return refuse('beat.other_village', { place: facts.lane })
  if (facts.kind === 'advice' && facts.isSolved && !facts.answer) return refuse('beat.no_answer')
  return undefined
}

export function decide(record: BeatRecord, command: Exclude<Command, { do: 'file' }>, actor: Actor, at: Instant): Event | Refusal {
  const refusal = whyNot(record, command.do, actor, at)
  if (refusal) return refusal
  const said = { by: actor.id, at }
  switch (command.do) {
    case 'amend':
      if (command.facts.kind !== record.facts.kind) return refuse('beat.other_kind', { kind: record.facts.kind })
      return (
        whyNotFacts(command.on, command.facts, record.village, at, record.filedAt) ?? {
          ...said,
          type: 'amended',
          on: command.on,
          facts: factsFrom(command.facts),
        }
      )
    case 'void':
      return { ...said, type: 'voided', reason: command.reason }
    case 'finish':
      if (command.state === 'done' && record.on > dayOf(at)) return refuse('beat.day_ahead', { day: record.on })
      if (command.state === 'done' && daysApart(record.on, dayOf(at)) > daysToFile)
        return refuse('beat.day_past', { day: record.on, days: daysToFile })
      return { ...said, type: 'finished', state: command.state }
    case 'keep':
      return command.on > dayOf(at) ? refuse('beat.day_ahead', { day: command.on }) : { ...said, type: 'kept', on: command.on }
    case 'follow':
      if (!command.matterId && !command.disputeId) return refuse('beat.nothing_followed')
      return { ...said, type: 'followed', matterId: command.matterId ?? null, disputeId: command.disputeId ?? null }
  }
}

function factsFrom(facts: Wanted): Facts {
  switch (facts.kind) {
    case 'day':
      return { ...facts, plan: facts.plan || null }
    case 'visit':
      return { ...facts, promised: facts.promised || null, promisedBy: facts.promisedBy ?? null, keptOn: null }
    case 'meeting':
      return { ...facts, attended: facts.attended ?? null }
    default:
      return facts
  }
}

/** A promise that was kept stays kept when the words of the visit are put right. */
const stillKept = (before: Facts, facts: Facts): Facts =>
  before.kind === 'visit' && facts.kind === 'visit' && facts.promised !== null ? { ...facts, keptOn: before.keptOn } : facts

/** The record after one more event. Total: an event that happened is never refused. */
export function evolve(record: BeatRecord, event: Event): BeatRecord {
  const next = { ...record, version: record.version + 1 }
  switch (event.type) {
    case 'filed':
      return { ...next, village: event.village, by: event.by, on: event.on, filedAt: event.at, facts: event.facts }
    case 'amended':
      return { ...next, on: event.on, facts: stillKept(record.facts, event.facts) }
    case 'voided':
      return { ...next, voided: event.reason }
    case 'finished':
      return next.facts.kind === 'day' ? { ...next, facts: { ...next.facts, state: event.state } } : next
    case 'kept':
      return next.facts.kind === 'visit' ? { ...next, facts: { ...next.facts, keptOn: event.on } } : next
    case 'moved':
      return {
        ...{ ...next, village: event.village },
        facts: next.facts.kind === 'visit' && event.lane ? { ...next.facts, lane: event.lane } : next.facts,
      }
    case 'followed':
      return { ...next, matterId: event.matterId, disputeId: event.disputeId }
  }
}

export const blank = (county: BeatRecord['county'], id: string): BeatRecord => ({
  ...{ county, id, village: county as string as PlaceCode, by: '' as PersonId, on: '', filedAt: '' },
  facts: { kind: 'day', state: 'planned', plan: null },
  ...{ matterId: null, disputeId: null, voided: null, version: 0 },
})
