/**
 * Who can open a file, as one rule for the screen and, in SQL, for the store: the mediators assigned, the committee's head, and, once it
 * was referred up, the office that was named. The county sees figures and no file (人民调解法 art. 15 (4), art. 13).
 */
import type { PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import { type Actor, postIn } from '#modules/people/actor.ts'
import type { Role } from '#modules/people/role.ts'
import { covers, levelOf } from '#modules/places/place.ts'
import type { Dispute } from '../dispute.ts'

/** The committee of a village has mediators and a head; a town's is its judicial office (司法所), whose officers mediate and head it. */
export const memberRoles: readonly Role[] = ['mediator', 'mediation_head', 'judicial_officer']
export const headRoles: readonly Role[] = ['mediation_head', 'judicial_officer']

/** Places that have a mediation committee. */
export const hasCommittee = (place: PlaceCode): boolean => ['village', 'town'].includes(levelOf(place))

/** Also in a seat whose place has become one of the actor's own: the files of a village that was merged go on with its successor's committee. */
const sitsIn = (actor: Actor, committee: PlaceCode, roles: readonly Role[]) =>
  [...actor.posts, ...(actor.formerly ?? [])].some((post) => post.place === committee && roles.includes(post.role))

export const isMember = (actor: Actor, committee: PlaceCode): boolean => sitsIn(actor, committee, memberRoles)

export const isHead = (actor: Actor, { committee }: Pick<Dispute, 'committee'>): boolean => sitsIn(actor, committee, headRoles)

export const isMediator = (actor: Actor, { committee, mediators }: Pick<Dispute, 'committee' | 'mediators'>): boolean =>
  mediators.includes(actor.id) && isMember(actor, committee)

export const isOffice = (actor: Actor, { offices }: Pick<Dispute, 'offices'>): boolean => offices.some((seat) => postIn(actor, seat))

export const mayOpen = (actor: Actor, dispute: Pick<Dispute, 'committee' | 'mediators' | 'offices'>): boolean =>
  isMediator(actor, dispute) || isHead(actor, dispute) || isOffice(actor, dispute)

/**
 * Who decides an allowance: the judicial office of the town, or for a town's own file the county's department of justice, from what the
 * claim says (number, grade, how it ended, whether the dossier is complete) and never from the file. Nobody decides their own.
 */
export const decidesClaims = (actor: Actor, { committee, mediators }: Pick<Dispute, 'committee' | 'mediators'>): boolean =>
  !mediators.includes(actor.id as PersonId) &&
  actor.posts.some((post) =>
    levelOf(committee) === 'town'
      ? post.role === 'department_officer' && post.department === 'justice'
      : post.role === 'judicial_officer' && covers(post.place, committee),
  )
