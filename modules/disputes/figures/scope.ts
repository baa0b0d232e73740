/** Whose figures somebody may read, and how: their own committee's as they are, those of a town or a county above it with small cells suppressed. */
import type { PlaceCode } from '#modules/kernel/ids.ts'
import { type Refusal, refuse } from '#modules/kernel/refusal.ts'
import { type Actor, postsFor } from '#modules/people/actor.ts'
import { covers, levelOf } from '#modules/places/place.ts'
import { headRoles } from '../rules/sight.ts'

/** `committee`: its own files, exactly. `all`: every committee's in the place, suppressed. */
export type Scope = { readonly place: PlaceCode; readonly of: 'committee' | 'all' }

/** The committees somebody heads. */
export const headed = ({ posts }: Pick<Actor, 'posts'>): PlaceCode[] => [
  ...new Set(posts.filter(({ role }) => headRoles.includes(role)).map(({ place }) => place)),
]

/** The places from which somebody reads figures of more than one committee: a town or the county; of its departments, that of justice. */
export const above = (actor: Actor): PlaceCode[] => [
  ...new Set(
    postsFor(actor, 'dispute.count')
      .filter(({ role, department }) => role !== 'mediation_head' && (role !== 'department_officer' || department === 'justice'))
      .map(({ place }) => place),
  ),
]

/** What is asked for, or why it is refused. Without a place: the widest that there is. */
export function scopeOf(actor: Actor, asked: Partial<Scope>): Scope | Refusal {
  const [own, wide] = [headed(actor), above(actor)]
  const place = asked.place ?? [...wide, ...own].sort((one, other) => one.length - other.length)[0]
  if (place === undefined) return refuse('not_permitted', { verb: 'dispute.count' })
  const isOwn = own.includes(place)
  const isUnder = wide.some((each) => covers(each, place))
  if (isOwn && (asked.of === 'committee' || !isUnder || levelOf(place) === 'village')) return { place, of: 'committee' }
  if (!isUnder) return refuse('not_found')
  return ['county', 'town'].includes(levelOf(place)) && asked.of !== 'committee'
    ? { place, of: 'all' }
    : refuse('dispute.figures_too_narrow', { level: levelOf(place) })
}
