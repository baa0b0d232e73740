/** A matter that came into a file: it stands still while the committee has it, and follows the outcome. */
import type { Db } from '#db/db.ts'
import type { CommandId, Instant, MatterId } from '#modules/kernel/ids.ts'
import { idFor } from '#modules/kernel/name-id.server.ts'
import { isRefusal, type Refusal, refuse } from '#modules/kernel/refusal.ts'
import { around } from '#modules/matters/around.server.ts'
import type { Matter } from '#modules/matters/matter.ts'
import { record } from '#modules/matters/record-store.server.ts'
import { followed, mediated, whyNotMediate } from '#modules/matters/rules/mediation.ts'
import * as matters from '#modules/matters/store.server.ts'
import type { Actor } from '#modules/people/actor.ts'
import { placeNames } from '#modules/places/store.server.ts'
import { words } from '#server/words.ts'
import type { Dispute } from './dispute.ts'

/** The matter, held for the caller's transaction, if the actor may give it to a committee. */
export async function matterToMediate(db: Db, actor: Actor, id: MatterId): Promise<{ readonly matter: Matter } | Refusal> {
  if (!(await matters.sees(db, actor, id))) return refuse('not_found')
  const [matter] = await matters.hold(db, actor.county, [id])
  if (!matter) return refuse('not_found')
  return whyNotMediate(matter, actor) ?? { matter }
}

const facts = async (db: Db, { place, category }: Matter, at: Instant) => {
  const found = await around(db, { place, category, at })
  if (!found?.category) throw new Error(`category ${category} is not there`)
  return { ...found, category: found.category }
}

export async function mediate(db: Db, matter: Matter, actor: Actor, { id }: Dispute, number: string, at: Instant): Promise<void> {
  await record(db, matter, mediated(matter, actor, id, number, await facts(db, matter, at)), idFor<CommandId>('mediated', id))
}

/** Carries a file's end over to its matter, once: the agreement that binds, or the end without one. Nothing of what was said goes along. */
export async function follow(db: Db, before: Dispute, after: Dispute, number: string, at: Instant): Promise<void> {
  const isAgreed = !before.agreement?.effectiveOn && after.agreement?.effectiveOn != null
  const isOver = before.ending === null && after.ending !== null && after.ending !== 'agreed'
  if (!after.matterId || (!isAgreed && !isOver)) return
  const [matter] = await matters.hold(db, after.county, [after.matterId])
  if (!matter) return
  const names = await placeNames(db, after.county, [after.committee])
  const say = words('zh-CN')
  const committee = say('disputes:committee', { place: names.get(after.committee) ?? '' })
  const sentence = say(isAgreed ? 'matters:settledByMediation' : 'matters:mediationEnded', { committee, number })
  const event = followed(matter, after.id, { number, words: sentence, isAgreed }, await facts(db, matter, at))
  if (event && !isRefusal(event)) await record(db, matter, event, idFor<CommandId>('followed', after.id, String(after.version)))
}
