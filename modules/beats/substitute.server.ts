/** Who stands in for an officer or adviser on leave: somebody in the same role nearby, who holds the post for those days and no longer. */
import type { Db } from '#db/db.ts'
import { dayOf, daysAfter } from '#modules/kernel/calendar.ts'
import type { County, Day, Instant, PostId } from '#modules/kernel/ids.ts'
import { idFor } from '#modules/kernel/name-id.server.ts'
import { type Refusal, refuse } from '#modules/kernel/refusal.ts'
import { type Actor, may, type Seat } from '#modules/people/actor.ts'
import { seatChanged } from '#modules/people/board.server.ts'
import { endPost, grant, postsFrom } from '#modules/people/store.server.ts'
import type { NewLeave } from './wire.ts'

const postOf = (leave: string) => idFor<PostId>('substitute', leave)

/** The post that a substitute holds: the seat of who is away, from the first day of leave to the last. */
export const substitutePost = ({ id, from, to }: Pick<NewLeave, 'id' | 'from' | 'to'>, seat: Seat) => ({
  id: postOf(id),
  ...seat,
  since: from,
  until: daysAfter(to, 1),
})

/** Gives the substitute the post, or says why not. Sent again, it happens once. */
export async function substitute(db: Db, actor: Actor, leave: NewLeave, at: Instant): Promise<Refusal | undefined> {
  const { village, person, from } = leave
  const held = await postsFrom(db, actor.county, person, dayOf(at))
  const seat = held.find(({ role, place }) => place === village && (role === 'police_officer' || role === 'legal_adviser'))
  if (!seat) return refuse('beat.not_worker')
  if (!leave.substitute) return undefined
  const theirs = await postsFrom(db, actor.county, leave.substitute, dayOf(at))
  if (!theirs.some(({ role, place }) => role === seat.role && may(actor, 'beat.report', place))) return refuse('beat.not_substitute')
  if (theirs.some(({ role, place }) => role === seat.role && place === village)) return undefined
  const post = substitutePost(leave, { role: seat.role, place: village, department: null })
  await grant(db, actor.county, leave.substitute, post, actor.id)
  await seatChanged(db, actor.county, post, from)
  return undefined
}

export const endSubstitution = (db: Db, county: County, leave: string, on: Day) => endPost(db, county, postOf(leave), on)
