/** A report becomes a matter: where it goes first, what is promised, and whether it was settled on the spot (现场处置). */

import { rungs } from '#modules/categories/category.ts'
import { waited } from '#modules/kernel/calendar.ts'
import type { CommandId, MatterId, PhotoId, PlaceCode } from '#modules/kernel/ids.ts'
import { type Refusal, refuse } from '#modules/kernel/refusal.ts'
import { type Actor, may, type Seat } from '#modules/people/actor.ts'
import { covers } from '#modules/places/place.ts'
import type { Asker, Source } from '../matter.ts'
import { arrivalAt } from './clock.ts'
import type { Event } from './event.ts'
import { firstSeat, isOnLadder, rungOf, seatAbove } from './ladder.ts'
import { type Surroundings, silenceAfter } from './procedure.ts'

export type Report = {
  readonly commandId: CommandId
  readonly id: MatterId
  readonly place: PlaceCode
  readonly category: string
  readonly words: string
  readonly source: Source
  readonly photos?: readonly PhotoId[] | undefined
  readonly latitude?: number | undefined
  readonly longitude?: number | undefined
  readonly outcome?: string | undefined
  readonly madeAt?: string | undefined
}

/** The reporter's own seat nearest to the place, if they sit on its ladder. */
const ownSeat = (actor: Actor, place: PlaceCode): Seat | undefined =>
  actor.posts
    .filter((post) => isOnLadder(post) && covers(post.place, place))
    .sort((one, other) => rungs.indexOf(rungOf(one)) - rungs.indexOf(rungOf(other)))[0]

/**
 * The seat a report goes to: the first filled one, but never back to whoever reports it for themselves.
 * What a lane chief does not settle on the spot goes up to the village (街巷长报告,村干部报到: article, D).
 */
export function seatFor(
  report: Pick<Report, 'place' | 'source'>,
  asker: Asker,
  { category, filled }: Pick<Surroundings, 'category' | 'filled'>,
): Seat {
  const first = firstSeat(report.place, category, filled)
  if (category.goesAround || category.isRestricted) return first
  const own = asker.as === 'staff' && report.source === 'staff' ? ownSeat(asker.actor, report.place) : undefined
  if (!own || rungOf(own) !== rungOf(first)) return first
  return seatAbove(own, report.place, category, filled) ?? first
}

/** The first event of a matter, or why there will be none. */
export function decideReport(report: Report, asker: Asker, around: Surroundings, isOutside: boolean): Event | Refusal {
  if (asker.as === 'staff' && !may(asker.actor, 'matter.report', report.place))
    return refuse('not_permitted', { verb: 'matter.report', place: report.place })
  const own = asker.as === 'staff' ? ownSeat(asker.actor, report.place) : undefined
  if (report.outcome !== undefined && !own) return refuse('matter.not_on_ladder')

  const { at, category, silenceDays } = around
  if (report.outcome !== undefined && category.goesAround) return refuse('matter.goes_around')
  if (report.outcome !== undefined && category.isRestricted) return refuse('matter.police_first')
  const settled = report.outcome !== undefined
  return {
    type: 'reported',
    by: asker.as === 'staff' ? asker.actor.id : null,
    as: asker.as,
    seat: own ? { role: own.role, place: own.place, department: own.department } : null,
    at,
    ...(report.photos && report.photos.length > 0 ? { photos: report.photos } : {}),
    ...(report.madeAt && waited(report.madeAt, at) ? { madeAt: report.madeAt } : {}),
    place: report.place,
    category: report.category,
    words: report.words,
    source: report.source,
    isPublic: category.isPublic,
    isEmergency: category.isEmergency,
    goesAround: category.goesAround,
    ...(category.isRestricted ? { seenBy: category.ladder } : {}),
    told: category.isEmergency ? [category.department] : [],
    latitude: report.latitude ?? null,
    longitude: report.longitude ?? null,
    isOutside,
    outcome: report.outcome ?? null,
    silenceAt: settled ? silenceAfter(at, silenceDays) : null,
    ...arrivalAt(
      settled && own ? { role: own.role, place: own.place, department: own.department } : seatFor(report, asker, around),
      around,
    ),
  }
}
