/**
 * Who stands in for an officer or adviser on leave: somebody in the same role nearby, who holds their posts for those days and no longer, in
 * every village of theirs that the station or judicial office answers for.
 */
import type { Db } from '#db/db.ts'
import { dayOf, daysAfter } from '#modules/kernel/calendar.ts'
import type { County, Day, Instant, PersonId, PlaceCode, PostId } from '#modules/kernel/ids.ts'
import { idFor } from '#modules/kernel/name-id.server.ts'
import { type Refusal, refuse } from '#modules/kernel/refusal.ts'
import type { Actor, Seat } from '#modules/people/actor.ts'
import { endPost, grant, postsFrom } from '#modules/people/store.server.ts'
import { entersLeave, isBeatRole } from '../rules/village.ts'
import type { NewLeave } from '../wire.ts'
import { awayBetween, standInsFor } from './store.server.ts'

const postOf = (leave: string, village: PlaceCode) => idFor<PostId>('substitute', leave, village)

/** The post that a substitute holds in a village: the seat of who is away, from the first day of leave to the last. */
export const substitutePost = ({ id, from, to }: Pick<NewLeave, 'id' | 'from' | 'to'>, seat: Seat, insteadOf: PersonId) => ({
  ...{ id: postOf(id, seat.place), role: seat.role, place: seat.place, department: null, insteadOf },
  ...{ since: from, until: daysAfter(to, 1) },
})

/** Gives the substitute the posts, or says why not. Sent again, it happens once. Boards on walls stay: they name who is there for good. */
export async function substitute(db: Db, actor: Actor, leave: NewLeave, at: Instant): Promise<Refusal | undefined> {
  const { county } = actor
  const { village, person, from, to } = leave
  const own = (await postsFrom(db, county, person, dayOf(at))).filter(({ role, insteadOf }) => isBeatRole(role) && insteadOf === null)
  const seat = own.find(({ place, role }) => place === village && entersLeave(actor, village, role))
  if (!seat) return refuse('beat.not_worker')
  if (await awayBetween(db, county, person, leave)) return refuse('beat.leave_overlaps', { from, to })
  if (!leave.substitute) return undefined
  const theirs = await postsFrom(db, county, leave.substitute, dayOf(at))
  const isNear = theirs.some(({ role, place, insteadOf }) => role === seat.role && insteadOf === null && entersLeave(actor, place, role))
  if (!isNear) return refuse('beat.not_substitute')
  if (await awayBetween(db, county, leave.substitute, { ...leave, id: null })) return refuse('beat.substitute_away', { from, to })
  for (const { role, place } of own) {
    if (role !== seat.role || !entersLeave(actor, place, role)) continue
    if (theirs.some((each) => each.role === role && each.place === place && each.insteadOf === null)) continue
    await grant(db, county, leave.substitute, substitutePost(leave, { role, place, department: null }, person), actor.id)
  }
  return undefined
}

/** The days of leave are not taken: whoever stood in for them does so no longer. */
export async function endSubstitution(db: Db, county: County, leave: { readonly person: PersonId; readonly from: Day }, on: Day) {
  for (const { id } of await standInsFor(db, county, leave)) await endPost(db, county, id, on)
}
