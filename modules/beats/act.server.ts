/** The one way a record is made or changed: has it happened already, do the rules allow it, record it. */
import { type Db, isMissingReference, isUniqueViolation, transact } from '#db/db.ts'
import { waited } from '#modules/kernel/calendar.ts'
import type { Instant } from '#modules/kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '#modules/kernel/refusal.ts'
import type { Actor } from '#modules/people/actor.ts'
import { countyOf } from '#modules/places/place.ts'
import type { BeatRecord } from './beat.ts'
import { whyNotCame } from './came-store.server.ts'
import { blank, decide, decideFile } from './rules/decide.ts'
import * as store from './store.server.ts'
import type { Envelope } from './wire.ts'

export type Acted = { readonly record: BeatRecord; readonly fresh: boolean }

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
        return record && earlier === id && record.by === actor.id ? { record, fresh: false } : refuse('conflict', { commandId })
      if (command.do === 'file' ? record !== undefined : record === undefined) return refuse(record ? 'conflict' : 'not_found', { id })
      if (record && record.by !== actor.id) return refuse('not_found')
      const denied = command.do === 'follow' ? await whyNotCame(db, actor, command) : undefined
      if (denied) return denied
      const before = record ?? blank(county, id)
      const event = command.do === 'file' ? decideFile(command, actor, at) : decide(before, command, actor, at)
      if (isRefusal(event)) return event
      return { record: await store.record(db, before, madeAt && waited(madeAt, at) ? { ...event, madeAt } : event, commandId), fresh: true }
    })
  } catch (error) {
    if (isMissingReference(error)) return refuse('place.unknown', { place: command.do === 'file' ? command.village : '' })
    if (!isUniqueViolation(error)) throw error
    return act(pool, actor, id, { commandId, command, madeAt }, at)
  }
}
