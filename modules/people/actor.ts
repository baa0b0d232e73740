/** Who is asking: a person and the posts they hold now. Everything anybody may see or do follows from these. */
import type { County, PersonId, PlaceCode, PostId } from '#modules/kernel/ids.ts'
import { covers } from '#modules/places/place.ts'
import { can, type Role, type Verb } from './role.ts'

/** A role at a place. A department's officer sits in a county department, named by its code. */
export type Seat = { readonly role: Role; readonly place: PlaceCode; readonly department: string | null }

/** `insteadOf`: who is on leave meanwhile, of a post that only stands in. */
export type HeldPost = Seat & { readonly id: PostId; readonly insteadOf?: PersonId | null }

export type Actor = {
  readonly id: PersonId
  readonly county: County
  readonly name: string
  readonly posts: readonly HeldPost[]
  /** The same seats at places that have ended and become one of the actor's own: they may read what happened there, and no more. */
  readonly formerly?: readonly Seat[]
}

/** The posts that give an actor a verb. */
export const postsFor = (actor: Actor, verb: Verb): readonly HeldPost[] => actor.posts.filter((post) => can(post.role, verb))

/** Whether one of the actor's posts allows the verb at a place. */
export const may = (actor: Actor, verb: Verb, place: PlaceCode): boolean => postsFor(actor, verb).some((post) => covers(post.place, place))

export const sameSeat = (one: Seat, other: Seat): boolean =>
  one.role === other.role && one.place === other.place && one.department === other.department

/** The actor's own post in a seat, if they sit there. */
export const postIn = (actor: Actor, seat: Seat): HeldPost | undefined => actor.posts.find((post) => sameSeat(post, seat))
