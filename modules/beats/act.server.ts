/** The one way a record is made or changed: has it happened already, do the rules allow it, record it. */
import { type Db, isMissingReference, isUniqueViolation, transact } from '#db/db.ts'
import { dayOf, waited } from '#modules/kernel/calendar.ts'
import type { Instant, PlaceCode } from '#modules/kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '#modules/kernel/refusal.ts'
import { type Actor, may } from '#modules/people/actor.ts'
import { postsOn } from '#modules/people/store.server.ts'
import { countyOf, within } from '#modules/places/place.ts'
import { heirOf } from '#modules/places/successor-store.server.ts'
import type { BeatRecord } from './beat.ts'
import { whyNotCame } from './came-store.server.ts'
import { blank, decide, decideFile, type Event } from './rules/decide.ts'
import * as store from './store.server.ts'
import type { Command, Envelope } from './wire.ts'

export type Acted = { readonly record: BeatRecord; readonly fresh: boolean }

/** Filed under the names of today: the village may have become another while the phone had no signal. */
async function filed(db: Db, actor: Actor, command: Extract<Command, { do: 'file' }>, at: Instant): Promise<Event | Refusal> {
  const now = (place: PlaceCode) => heirOf(db, place, dayOf(at))
  const heir = may(actor, 'beat.work', command.village) ? undefined : await now(command.village)
  if (!heir) return decideFile(command, await asOf(db, actor, command), at)
  const { facts } = command
  const lane = facts.kind === 'visit' ? ((await now(facts.lane)) ?? facts.lane) : undefined
  const village = (lane && within(lane, 'village')) ?? heir
  return decideFile({ ...command, village, facts: facts.kind === 'visit' ? { ...facts, lane: lane! } : facts }, actor, at)
}

/** What was done while one had the village is filed also when the post is over: the signal came back later than the last day. */
async function asOf(db: Db, actor: Actor, { village, on }: Extract<Command, { do: 'file' }>): Promise<Actor> {
  if (may(actor, 'beat.work', village)) return actor
  return { ...actor, posts: [...actor.posts, ...(await postsOn(db, actor.county, actor.id, village, on))] }
}

/** Carries out a command on the record with this id; `file` makes it. A retry is answered as the first. */
export async function act(
  pool: Db,
  actor: Actor,
  id: string,
  { commandId, command, madeAt }: Envelope,
  at: Instant,
): Promise<Acted | Refusal> {
  const { county } = actor
  if (command.do === 'file' && countyOf(command.village) !== county) return refuse('place.unknown', { place: command.village })
  try {
    return await transact(pool, async (db) => {
      const found = await store.held(db, county, id)
      const earlier = await store.seen(db, county, commandId)
      // The first sending may have arrived between the two questions.
      const record = found ?? (earlier === id ? await store.held(db, county, id) : undefined)
      if (earlier !== undefined)
        return record && earlier === id && (record.by === actor.id || command.do === 'keep')
          ? { record, fresh: false }
          : refuse('conflict', { commandId })
      if (command.do === 'file' ? record !== undefined : record === undefined) return refuse(record ? 'conflict' : 'not_found', { id })
      const isKeeping = command.do === 'keep' && record !== undefined && may(actor, 'beat.work', record.village)
      if (record && record.by !== actor.id && !isKeeping) return refuse('not_found')
      const denied = command.do === 'follow' ? await whyNotCame(db, actor, command) : undefined
      if (denied) return denied
      const before = record ?? blank(county, id)
      const event = command.do === 'file' ? await filed(db, actor, command, at) : decide(before, command, actor, at)
      if (isRefusal(event)) return event
      return { record: await store.record(db, before, madeAt && waited(madeAt, at) ? { ...event, madeAt } : event, commandId), fresh: true }
    })
  } catch (error) {
    if (isMissingReference(error)) return refuse('place.unknown', { place: command.do === 'file' ? command.village : '' })
    if (!isUniqueViolation(error)) throw error
    return act(pool, actor, id, { commandId, command, madeAt }, at)
  }
}
