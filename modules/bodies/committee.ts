/**
 * A mediation committee (人民调解委员会), and why it is not composed as the law wants. Who sits on it are posts: mediators and a head in a
 * village, the officers of the judicial office (司法所) in a town, whose committee it is.
 *
 *   posts at the place + what the register says of each member ──▶ problemsOf ──▶ "no woman among them", "the term ended on …"
 */
import type { Day, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Actor } from '#modules/people/actor.ts'
import type { Role } from '#modules/people/role.ts'
import { covers, levelOf } from '#modules/places/place.ts'

/** 人民调解法 art. 8: three to nine members. */
export const membersAtLeast = 3
export const membersAtMost = 9
/** Art. 9: a term is three years; members may be elected again. */
const termYears = 3

export const committeeRoles = ['mediation_head', 'mediator', 'judicial_officer'] as const satisfies readonly Role[]
export type CommitteeRole = (typeof committeeRoles)[number]

export type Member = {
  readonly id: PersonId
  readonly role: CommitteeRole
  /** Null as long as nobody has noted it. */
  readonly isWoman: boolean | null
  /** By when elected: the committee's own day, a later by-election, or, before anybody noted it, the day the post began. */
  readonly electedOn: Day
}

export type Committee = { readonly place: PlaceCode; readonly members: readonly Member[] }

export type Problem =
  | { readonly code: 'too_few' | 'too_many'; readonly count: number; readonly limit: number }
  | { readonly code: 'no_head' }
  | { readonly code: 'several_heads'; readonly count: number }
  /** `unnoted`: members of whom the register does not say; nobody it says it of is a woman. */
  | { readonly code: 'no_woman'; readonly unnoted: number }
  | { readonly code: 'term_ended'; readonly people: readonly PersonId[]; readonly on: Day }

/** The last day of a term: three years on, the same day, or the last of February (民法典 art. 202). */
export function termEnds(electedOn: Day): Day {
  const [year, month, day] = electedOn.split('-')
  const ends = `${Number(year) + termYears}-${month}-${day}`
  return Number.isNaN(Date.parse(ends)) || new Date(ends).toISOString().slice(0, 10) !== ends
    ? `${Number(year) + termYears}-${month}-28`
    : ends
}

/** Everything the law finds wrong with it on a day, in the order of its articles; none, and it is properly composed. */
export function problemsOf({ place, members }: Committee, on: Day): Problem[] {
  const problems: Problem[] = []
  const count = members.length
  if (count < membersAtLeast) problems.push({ code: 'too_few', count, limit: membersAtLeast })
  if (count > membersAtMost) problems.push({ code: 'too_many', count, limit: membersAtMost })
  // The officers of a town's judicial office head its committee together (modules/disputes/rules/sight.ts).
  if (levelOf(place) === 'village') {
    const heads = members.filter(({ role }) => role === 'mediation_head').length
    if (heads === 0) problems.push({ code: 'no_head' })
    if (heads > 1) problems.push({ code: 'several_heads', count: heads })
  }
  if (count > 0 && !members.some(({ isWoman }) => isWoman))
    problems.push({ code: 'no_woman', unnoted: members.filter(({ isWoman }) => isWoman === null).length })
  const ended = members.map(({ id, electedOn }) => ({ id, on: termEnds(electedOn) })).filter((each) => each.on < on)
  if (ended.length > 0)
    problems.push({ code: 'term_ended', people: ended.map(({ id }) => id), on: ended.map((each) => each.on).sort()[0]! })
  return problems
}

/** Who keeps a committee's register: its head, and the judicial office above it (art. 5: the justice administration guides mediation). */
export const keepsRegister = ({ posts }: Pick<Actor, 'posts'>, place: PlaceCode): boolean =>
  posts.some(
    (post) =>
      (post.role === 'mediation_head' && post.place === place) ||
      (post.role === 'judicial_officer' && covers(post.place, place)) ||
      (post.role === 'department_officer' && post.department === 'justice' && covers(post.place, place)),
  )
