/** The one way anything is written about a dispute, for staff, parties and the clock alike: has it happened already, do the rules allow it, record it. */
import { type Db, isMissingReference, isUniqueViolation, transact } from '#db/db.ts'
import { dayOf, type LocalDays, waited } from '#modules/kernel/calendar.ts'
import type { CommandId, County, Instant, PhotoId } from '#modules/kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '#modules/kernel/refusal.ts'
import { isUntold } from '#modules/matters/rules/mediation.ts'
import type { Actor } from '#modules/people/actor.ts'
import * as photos from '#modules/photos/store.server.ts'
import { countyOf } from '#modules/places/place.ts'
import { localDaysOf, placeNames } from '#modules/places/store.server.ts'
import type { Secrets } from '#server/secrets.ts'
import { twinOf } from './claims/twin.server.ts'
import type { Asker, Dispute } from './dispute.ts'
import { follow, matterToMediate, mediate } from './follow.server.ts'
import { fileNumber } from './number.ts'
import * as records from './record-store.server.ts'
import { decide } from './rules/decide.ts'
import type { Event } from './rules/event.ts'
import { blank } from './rules/evolve.ts'
import type { Around } from './rules/procedure.ts'
import { decideRegister } from './rules/register.ts'
import * as store from './store.server.ts'
import type { Command, Envelope, Register } from './wire.ts'

/** `fresh` is false when the command had happened before: the answer to a retry. */
export type Acted = { readonly dispute: Dispute; readonly fresh: boolean }

/** What an earlier sending of the same command led to; a refusal if that was about something else. */
async function already(db: Db, county: County, id: Dispute['id'], commandId: CommandId): Promise<Acted | Refusal | undefined> {
  const earlier = await records.seen(db, county, commandId)
  if (earlier === undefined) return undefined
  const dispute = earlier === id ? await store.findAny(db, county, id) : undefined
  return dispute ? { dispute, fresh: false } : refuse('conflict', { commandId })
}

const told = (event: Event, madeAt: Instant | undefined, at: Instant): Event =>
  madeAt && waited(madeAt, at) ? { ...event, madeAt } : event

/** Opens a file, gives it the committee's next number, and takes the matter it comes from along. */
export async function register(pool: Db, wanted: Register, actor: Actor, at: Instant, secrets: Secrets): Promise<Acted | Refusal> {
  const county = countyOf(wanted.place)
  if (county !== actor.county || countyOf(wanted.committee) !== county) return refuse('place.unknown', { place: wanted.place })
  try {
    return await transact(pool, async (db) => {
      const earlier = await already(db, county, wanted.id, wanted.commandId)
      if (earlier) return earlier
      const matter = wanted.matterId ? await matterToMediate(db, actor, wanted.matterId) : undefined
      if (isRefusal(matter)) return matter
      const year = Number(dayOf(at).slice(0, 4))
      const facts = {
        ...{ at, year, nationalType: await store.nationalTypeOf(db, county, wanted.type) },
        matter: matter && { isMediated: matter.matter.disputeId !== null, isUntold: isUntold(matter.matter) },
      }
      // Asked first without a number, so that a refusal uses none up.
      const asked = decideRegister(wanted, actor, { ...facts, serial: 1 })
      if (isRefusal(asked)) return asked
      const serial = await store.nextSerial(db, county, wanted.committee, year)
      const event = decideRegister(wanted, actor, { ...facts, serial })
      if (isRefusal(event)) return event
      const dispute = await records.record(db, blank(county, wanted.id), told(event, wanted.madeAt, at), wanted.commandId)
      for (const { id, identity } of wanted.parties) await records.identify(db, dispute, id, identity, secrets)
      if (matter) await mediate(db, matter.matter, actor, dispute, await numberOf(db, dispute), at)
      return { dispute, fresh: true }
    })
  } catch (error) {
    if (isMissingReference(error)) return refuse('place.unknown', { place: wanted.place })
    if (!isUniqueViolation(error)) throw error
    return (await already(pool, county, wanted.id, wanted.commandId)) ?? refuse('conflict', { id: wanted.id })
  }
}

/** A file's number in words. */
export async function numberOf(db: Db, dispute: Pick<Dispute, 'county' | 'committee' | 'year' | 'serial'>): Promise<string> {
  const names = await placeNames(db, dispute.county, [dispute.committee])
  return fileNumber(dispute, names.get(dispute.committee) ?? dispute.committee)
}

export async function aroundOf(db: Db, { county, committee }: Dispute, at: Instant): Promise<Around> {
  const [members, local, table]: [Around['members'], LocalDays, Around['table']] = await Promise.all([
    store.membersOf(db, county, committee, dayOf(at)),
    localDaysOf(db, county),
    store.allowanceTable(db, county),
  ])
  return { at, local, members, table }
}

/** Carries out a command on a file that the asker may open. The row is held: two at once are one first, the other decided on what is then true. */
export async function act(
  pool: Db,
  seen: Dispute,
  envelope: Envelope,
  asker: Asker,
  at: Instant,
  secrets: Secrets,
): Promise<Acted | Refusal> {
  const { county, id } = seen
  const { commandId, command, madeAt } = envelope
  try {
    return await transact(pool, async (db) => {
      const dispute = await store.findAny(db, county, id, true)
      if (!dispute) return refuse('not_found')
      const earlier = await already(db, county, id, commandId)
      if (earlier) return earlier
      const twin = command.do === 'claim' ? await twinOf(db, dispute, secrets) : undefined
      const event = decide(dispute, command, asker, { ...(await aroundOf(db, dispute, at)), twin: twin && (await numberOf(db, twin)) })
      if (isRefusal(event)) return event
      if (event.photos && !(await areMine(db, county, event.photos, asker))) return refuse('photo.unknown')
      const after = await records.record(db, dispute, told(event, madeAt, at), commandId)
      await keepWho(db, after, command, secrets)
      await follow(db, dispute, after, await numberOf(db, after), at)
      return { dispute: after, fresh: true }
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return (await already(pool, county, id, commandId)) ?? refuse('conflict', { commandId })
  }
}

const areMine = (db: Db, county: County, ids: readonly PhotoId[], asker: Asker) =>
  photos.areLoose(db, county, ids, asker.as === 'staff' ? asker.actor.id : null)

/** Who the command speaks of goes to the sealed part, not into the file. */
async function keepWho(db: Db, dispute: Dispute, command: Command, secrets: Secrets): Promise<void> {
  if (command.do === 'addParty') await records.identify(db, dispute, command.party.id, command.party.identity, secrets)
  if (command.do === 'amendParty') await records.identify(db, dispute, command.party, command.identity, secrets)
  if (command.do === 'invite') await records.identify(db, dispute, command.guest, command.identity, secrets)
  if (command.do === 'removeParty') await records.forgetParty(db, dispute, command.party)
}
