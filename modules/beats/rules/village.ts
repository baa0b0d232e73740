/** Who may say what of a village: leave and its substitute by the station, cases by the station, petitions by the petition office. */
import type { Day, PlaceCode } from '#modules/kernel/ids.ts'
import { type Refusal, refuse } from '#modules/kernel/refusal.ts'
import type { Actor } from '#modules/people/actor.ts'
import type { Role } from '#modules/people/role.ts'
import { covers } from '#modules/places/place.ts'
import { isOver, type StandingKind } from '../beat.ts'
import type { NewLeave, Reports } from '../wire.ts'

/** Who works in a village by turns of days, and who answers for their leave: the station for its officer, the judicial office for its adviser. */
const answersFor = { police_officer: 'station_officer', legal_adviser: 'judicial_officer' } as const
export type BeatRole = keyof typeof answersFor
export const isBeatRole = (role: Role): role is BeatRole => role in answersFor

/** No department, though it reports figures. Without a role: of somebody there. */
export const entersLeave = ({ posts }: Pick<Actor, 'posts'>, village: PlaceCode, of?: Role): boolean =>
  Object.entries(answersFor).some(
    ([whose, by]) => (of === undefined || of === whose) && posts.some(({ role, place }) => role === by && covers(place, village)),
  )

export function whyNotLeave({ village, person, from, to, substitute }: NewLeave, actor: Actor, today: Day): Refusal | undefined {
  if (!entersLeave(actor, village)) return refuse('not_permitted', { verb: 'beat.report' })
  if (to < from) return refuse('beat.leave_order', { day: to })
  if (substitute === person) return refuse('beat.own_substitute')
  // A substitute sits there from the first day of leave; nobody can have sat there yesterday who did not.
  return substitute && from < today ? refuse('beat.substitute_past', { day: from }) : undefined
}

/** Where somebody says how many there were: cases are the station's and the public security bureau's, petitions the petition office's. */
export const reportsUnder = (kind: StandingKind, { posts }: Pick<Actor, 'posts'>): PlaceCode[] =>
  posts
    .filter(({ role, department }) =>
      kind === 'cases' ? role === 'station_officer' || department === 'police' : department === 'petitions',
    )
    .map(({ place }) => place)

export function whyNotReport({ kind, rows }: Reports, actor: Actor, today: Day): Refusal | undefined {
  const seen = new Set<string>()
  const twice = rows.find(({ village, month }) => seen.size === seen.add(`${village} ${month}`).size)
  if (twice) return refuse('beat.row_twice', { place: twice.village, month: twice.month })
  const mine = reportsUnder(kind, actor)
  const outside = rows.find(({ village }) => !mine.some((place) => covers(place, village)))
  if (outside) return refuse('beat.not_reporter', { kind, place: outside.village })
  const running = rows.find(({ month }) => !isOver(month, today))
  return running ? refuse('beat.month_not_over', { month: running.month }) : undefined
}
