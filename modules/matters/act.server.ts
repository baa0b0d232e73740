/**
 * The one way anything is written about a matter, for staff, residents and the clock alike:
 * has it happened already, what are the facts, do the rules allow it, record it.
 */
import { type Db, isUniqueViolation } from '#db/db.ts'
import type { Category } from '#modules/categories/category.ts'
import { findChoice } from '#modules/categories/store.server.ts'
import { dayOf, waited } from '#modules/kernel/calendar.ts'
import type { CommandId, Instant, MatterId, PhotoId } from '#modules/kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '#modules/kernel/refusal.ts'
import * as photos from '#modules/photos/store.server.ts'
import { countyOf } from '#modules/places/place.ts'
import { heirOf } from '#modules/places/successor-store.server.ts'
import { type Around, around } from './around.server.ts'
import { type Asker, holderOf, isOpen, type Matter } from './matter.ts'
import { numberOf } from './number.ts'
import * as records from './record-store.server.ts'
import { recordLink } from './reporters/link.server.ts'
import type { Event } from './rules/event.ts'
import { blank } from './rules/evolve.ts'
import { decide, type Surroundings } from './rules/procedure.ts'
import { decideReport, type Report } from './rules/report.ts'
import { seatAt } from './rules/resettle.ts'
import * as store from './store.server.ts'
import { duplicatesOf } from './watch-store.server.ts'
import type { Command, Envelope } from './wire.ts'

/** `fresh` is false when the command had happened before: the answer to a retry. */
export type Acted = { readonly matter: Matter; readonly fresh: boolean }

const attempts = 30

/** A short rest before the next attempt, longer each time and never the same for two. */
const rest = (attempt: number) => new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * (attempt + 1)))

const uploader = (asker: Asker) => (asker.as === 'staff' ? asker.actor.id : null)

/** What an earlier sending of the same command led to; a refusal if that was about another matter. */
async function already(
  db: Db,
  county: Matter['county'],
  id: MatterId,
  commandId: CommandId,
  asker: Asker,
): Promise<Acted | Refusal | undefined> {
  const earlier = await records.seen(db, county, commandId)
  if (earlier === undefined) return undefined
  const mayKnow = asker.as !== 'staff' || (await store.sees(db, asker.actor, id))
  const matter = earlier === id && mayKnow ? await store.findAny(db, county, id) : undefined
  return matter ? { matter, fresh: false } : refuse('conflict', { commandId })
}

/** What goes on again after its place ended goes on at the place that took over. */
async function atStanding(db: Db, matter: Matter, at: Instant): Promise<Matter> {
  const place = await heirOf(db, matter.place, dayOf(at))
  if (!place) return matter
  const { role, place: holderPlace, department } = seatAt(holderOf(matter), place) ?? holderOf(matter)
  return { ...matter, place, holderRole: role, holderPlace, holderDepartment: department }
}

async function lookAround(db: Db, question: Parameters<typeof around>[1]): Promise<(Around & { category: Category }) | Refusal> {
  const found = await around(db, question)
  if (!found?.isPlace) return refuse('place.unknown', { place: question.place })
  const { category } = found
  return category ? { ...found, category } : refuse('category.unknown', { category: question.category })
}

const missingPhotos = async (db: Db, county: Matter['county'], ids: readonly PhotoId[] | undefined, asker: Asker) =>
  ids && ids.length > 0 && !(await photos.areLoose(db, county, ids, uploader(asker))) ? refuse('photo.unknown') : undefined

/** Files a report. Optimistic: a retry is recognised when it meets the first at the unique key. */
export async function file(db: Db, report: Report, asker: Asker, at: Instant, reporter?: records.ReporterRow): Promise<Acted | Refusal> {
  const county = countyOf(report.place)
  const facts = await lookAround(db, { place: report.place, category: report.category, at })
  if (isRefusal(facts)) return facts
  const event = decideReport(report, asker, facts, facts.isOutside(report.latitude, report.longitude))
  if (isRefusal(event)) return event
  const missing = await missingPhotos(db, county, report.photos, asker)
  if (missing) return (await already(db, county, report.id, report.commandId, asker)) ?? missing
  try {
    return { matter: await records.record(db, blank(county, report.id), event, report.commandId, reporter), fresh: true }
  } catch (error) {
    if (error instanceof records.Overtaken)
      return (await already(db, county, report.id, report.commandId, asker)) ?? refuse('photo.unknown')
    if (!isUniqueViolation(error)) throw error
    return (await already(db, county, report.id, report.commandId, asker)) ?? refuse('conflict', { id: report.id })
  }
}

/** What only some commands need to know: the category applied for, the matter to link to, what was linked to it. */
async function further(
  db: Db,
  matter: Matter,
  command: Command,
  asker: Asker,
): Promise<Pick<Surroundings, 'other' | 'main' | 'hasDuplicates'>> {
  if (command.do === 'grant' && matter.application?.category)
    return { other: await findChoice(db, matter.county, matter.application.category) }
  if (command.do === 'link' && asker.as === 'staff') {
    const main = await store.find(db, asker.actor, command.to)
    return { main: main && { id: main.id, status: main.status, number: numberOf(main) } }
  }
  if (command.do === 'withdraw') return { hasDuplicates: (await duplicatesOf(db, matter.county, matter.id)).length > 0 }
  return {}
}

const recorded = (db: Db, matter: Matter, event: Event, commandId: CommandId): Promise<Matter> =>
  event.type === 'linked' || event.type === 'unlinked'
    ? recordLink(db, matter, event, commandId)
    : records.record(db, matter, event, commandId)

/** Carries out a command on a matter that the asker may see. Two at once: one first, the other decided again on what is then true. */
export async function act(db: Db, seen: Matter, envelope: Envelope, asker: Asker, at: Instant): Promise<Acted | Refusal> {
  const { county, id } = seen
  const { commandId, command, version, madeAt } = envelope
  const earlier = await already(db, county, id, commandId, asker)
  if (earlier) return earlier

  for (
    let attempt = 0, matter: Matter | undefined = seen;
    matter && attempt < attempts;
    attempt++, matter = await store.findAny(db, county, id)
  ) {
    const here = isOpen(matter) ? matter : await atStanding(db, matter, at)
    const facts = await lookAround(db, { place: here.place, category: matter.category, at, below: command.do === 'handDown' })
    if (isRefusal(facts)) return facts
    const decided = decide(here, command, asker, { ...facts, ...(await further(db, matter, command, asker)) }, version)
    if (isRefusal(decided)) return decided
    const event: Event = decided.type === 'reopened' && here !== matter ? { ...decided, place: here.place } : decided
    const missing = await missingPhotos(db, county, event.photos, asker)
    if (missing) return (await already(db, county, id, commandId, asker)) ?? missing
    try {
      const told = madeAt && waited(madeAt, at) ? { ...event, madeAt } : event
      return { matter: await recorded(db, matter, told, commandId), fresh: true }
    } catch (error) {
      if (!isUniqueViolation(error) && !(error instanceof records.Overtaken)) throw error
      const now = await already(db, county, id, commandId, asker)
      if (now) return now
      await rest(attempt)
    }
  }
  return refuse('conflict')
}
