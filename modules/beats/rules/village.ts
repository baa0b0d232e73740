/** Who may say what of a village: leave and its substitute by the station, cases by the station, petitions by the petition office. */
import type { Day, PlaceCode } from '#modules/kernel/ids.ts'
import { type Refusal, refuse } from '#modules/kernel/refusal.ts'
import type { Actor } from '#modules/people/actor.ts'
import { covers } from '#modules/places/place.ts'
import { isOver, type StandingKind } from '../beat.ts'
import type { NewLeave, Reports } from '../wire.ts'

/** The village's station for its officer, its judicial office for its adviser: no department, though it reports figures. */
export const entersLeave = (actor: Actor, village: PlaceCode): boolean =>
  actor.posts.some(({ role, place }) => (role === 'station_officer' || role === 'judicial_officer') && covers(place, village))

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
  const mine = reportsUnder(kind, actor)
  const outside = rows.find(({ village }) => !mine.some((place) => covers(place, village)))
  if (outside) return refuse('beat.not_reporter', { kind, place: outside.village })
  const running = rows.find(({ month }) => !isOver(month, today))
  return running ? refuse('beat.month_not_over', { month: running.month }) : undefined
}
