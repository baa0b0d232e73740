/** Posts: who may be given which role where, and what has to happen when one ends. */

import type { Day, PersonId } from '#modules/kernel/ids.ts'
import { type Refusal, refuse } from '#modules/kernel/refusal.ts'
import { levelOf } from '#modules/places/place.ts'
import { type Actor, may, type Seat } from './actor.ts'
import { roles } from './role.ts'

/** Powers that one person must not hold together: who grants does not audit and does not handle matters (三员分立, GB/T 22239). */
const apart: readonly (readonly string[])[] = [['administrator'], ['auditor']]

const groupOf = (role: string) => apart.findIndex((group) => group.includes(role))

/** Why these dates are no term: it must end after it begins, and after today. */
export const whyNotTerm = ({ since, until }: { since?: Day | undefined; until?: Day | undefined }, today: Day): Refusal | undefined =>
  until !== undefined && (until <= today || until <= (since ?? today)) ? refuse('post.term', { until }) : undefined

/** Why the actor may not give this post to this person, or undefined if they may. */
export function whyNotGrant(actor: Actor, person: PersonId, post: Seat, held: readonly Seat[]): Refusal | undefined {
  if (!may(actor, 'post.grant', post.place)) return refuse('not_permitted', { verb: 'post.grant', place: post.place })
  if (person === actor.id) return refuse('post.own')
  if (roles[post.role].level !== levelOf(post.place)) return refuse('post.level', { role: post.role, level: roles[post.role].level })
  if ((post.role === 'department_officer') !== (post.department !== null)) return refuse('post.department', { role: post.role })
  if (held.some((each) => each.role === post.role && each.place === post.place && each.department === post.department))
    return refuse('post.duplicate')
  if (held.some((each) => groupOf(each.role) !== groupOf(post.role))) return refuse('post.apart', { role: post.role })
  return undefined
}
