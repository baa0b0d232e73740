/** Joining a matter that somebody else reported, leaving it again, and being forgotten: each one transaction, each once. */
import { type Db, isUniqueViolation, transact } from '#db/db.ts'
import type { CommandId, County, Instant, MatterId, PhotoId } from '#modules/kernel/ids.ts'
import { type Refusal, refuse } from '#modules/kernel/refusal.ts'
import * as photos from '#modules/photos/store.server.ts'
import type { Matter } from '../matter.ts'
import * as records from '../record-store.server.ts'
import type { Event } from '../rules/event.ts'
import { erased, hasEnded, joined, left, whyNotJoin } from '../rules/joining.ts'
import * as store from '../store.server.ts'
import * as reporters from './reporters-store.server.ts'

export type Joining = {
  readonly commandId: CommandId
  readonly to: MatterId
  /** The id of the new reporter's row, minted with the form. */
  readonly id: string
  readonly words: string | null
  readonly photos: readonly PhotoId[]
}

/** Does the work once, on the matter as it is now and held; answers undefined when it is done. Two of one command: the second finds it done. */
async function onHeld(
  db: Db,
  county: County,
  id: MatterId,
  commandId: CommandId,
  work: (trx: Db, matter: Matter) => Promise<Refusal | undefined>,
): Promise<Refusal | undefined> {
  try {
    return await transact(db, async (trx) => {
      const [matter] = await store.hold(trx, county, [id])
      const earlier = await records.seen(trx, county, commandId)
      if (earlier !== undefined) return earlier === id ? undefined : refuse('conflict')
      return matter ? work(trx, matter) : refuse('not_found')
    })
  } catch (error) {
    if (isUniqueViolation(error)) return refuse('conflict')
    throw error
  }
}

const say = (trx: Db, matter: Matter, event: Event, commandId: CommandId) => records.record(trx, matter, event, commandId)

/** The same person twice, by telephone number or by the same form, is one: the second time they only get another code. */
export const join = (db: Db, county: County, { to, id, commandId, words, photos: shown }: Joining, row: records.ReporterRow, at: Instant) =>
  onHeld(db, county, to, commandId, async (trx, matter) => {
    const refusal = whyNotJoin(matter)
    if (refusal) return refusal
    if (shown.length > 0 && !(await photos.areLoose(trx, county, shown, null))) return refuse('photo.unknown')
    const isKnown = row.phoneKey !== null && (await reporters.isBehind(trx, county, to, row.phoneKey, id))
    if (!(await reporters.addReporter(trx, { county, matterId: to, id, joinedAt: at, ...row }))) return undefined
    const event = joined({ words, photos: shown, reporter: id, isKnown }, at)
    if (event) await say(trx, matter, event, commandId)
    return undefined
  })

/** Only who joined can leave; who reported it first withdraws it. */
export const leave = (db: Db, county: County, id: MatterId, reporter: string, commandId: CommandId, at: Instant) =>
  onHeld(db, county, id, commandId, async (trx, matter) => {
    if (reporter === id) return refuse('not_permitted', { verb: 'leave' })
    const row = await reporters.removeReporter(trx, county, id, reporter)
    const isStillBehind = row?.phoneKey ? await reporters.isBehind(trx, county, id, row.phoneKey, reporter) : false
    if (row && !isStillBehind) await say(trx, matter, left(reporter, at), commandId)
    return undefined
  })

/** Removes somebody's name, number and code from a matter that has ended. */
export const forget = (
  db: Db,
  county: County,
  id: MatterId,
  reporter: string,
  commandId: CommandId,
  by: 'reporter' | 'system',
  at: Instant,
) =>
  onHeld(db, county, id, commandId, async (trx, matter) => {
    const main = matter.duplicateOf ? await store.findAny(trx, county, matter.duplicateOf) : undefined
    if (!hasEnded(matter, main)) return refuse('reporter.still_open')
    await reporters.eraseReporter(trx, county, id, reporter)
    await say(trx, matter, erased(by, reporter === id ? undefined : reporter, at), commandId)
    return undefined
  })
