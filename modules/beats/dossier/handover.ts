/**
 * What an officer hands over with a village: what they promised and have not kept, what stands with their seat, the days they planned, the
 * groups they own, questions they did not answer. Clues are counted, never shown: whoever takes over is not named in them.
 */
import { daysAfter } from '#modules/kernel/calendar.ts'
import type { Day, Instant, MatterId, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Actor } from '#modules/people/actor.ts'
import { covers } from '#modules/places/place.ts'
import type { RecordRow } from '../reply.ts'

export type Hand = { readonly id: PersonId; readonly name: string; readonly phone: string; readonly since: Day; readonly until: Day | null }

export type Handover = {
  readonly village: PlaceCode
  readonly name: string
  readonly townName: string
  readonly on: Day
  /** Who hands over, and who takes over, if that is known yet. */
  readonly from: Hand
  readonly to: Hand | null
  readonly promises: readonly RecordRow[]
  readonly unsolved: readonly RecordRow[]
  readonly planned: readonly RecordRow[]
  readonly matters: readonly {
    readonly id: MatterId
    readonly number: string
    readonly category: string
    readonly reportedAt: Instant
    readonly dueBy: Instant | null
  }[]
  readonly groups: readonly {
    readonly id: string
    readonly kind: string
    readonly name: string
    readonly size: number
    readonly lastNoticeOn: Day | null
  }[]
  readonly clues: { readonly handed: number; readonly waiting: number }
}

/** Its officer, and the station and judicial office above: they see to it that nothing is lost between two people. */
export const seesHandover = ({ posts }: Pick<Actor, 'posts'>, village: PlaceCode): boolean =>
  posts.some(
    ({ role, place }) =>
      (role === 'police_officer' && place === village) ||
      ((role === 'station_officer' || role === 'judicial_officer') && covers(place, village)),
  )

/** How long after a change the one before still is who hands over, in days. */
export const daysToHandOver = 60

type Term = Pick<Hand, 'since' | 'until'>

/** Whether a term lies within another: somebody stood in for a leave. */
const stoodIn = (one: Term, other: Term): boolean =>
  one.until !== null && other.since <= one.since && (other.until === null || one.until < other.until)

/**
 * Who hands over to whom, of everybody who was the officer there: after a change, for two months, the one before to the one who is there; else
 * the one who is there to whoever comes next, if that is known. Who only stood in for a leave hands nothing over.
 */
export function handsOf<Of extends Term>(officers: readonly Of[], today: Day): { from: Of; to: Of | null } | undefined {
  const terms = officers
    .filter((one) => !officers.some((other) => other !== one && stoodIn(one, other)))
    .toSorted((one, other) => (one.since < other.since ? 1 : -1))
  const now = terms.find(({ since, until }) => since <= today && (until === null || until > today))
  const before = terms.find(({ until }) => until !== null && until <= today)
  const next = terms.findLast(({ since }) => since > today) ?? null
  if (before?.until && before !== now && (!now || before.until >= daysAfter(today, -daysToHandOver)))
    return { from: before, to: now ?? next }
  return now && { from: now, to: next }
}
