/**
 * A duty: something that somebody owes again and again, as data. What counts for it is what the work itself leaves behind; there is no
 * form to fill in for a duty, and more than is asked for never counts for more.
 *
 *   evidence (visits, meetings, …)  +  windows of the term  ──▶  for each window: what was asked, what counted, what is still open
 *
 * The engine knows nothing of villages and police officers. 八个一 are eight rows of this type (modules/duties/eight.ts).
 */
import type { Day, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Role } from '#modules/people/role.ts'

/** Everything that can count, a closed set: each kind is left behind by one thing that people do. */
export const evidenceKinds = [
  'villageDay', // a day spent in the village
  'visit', // a household visited
  'meeting', // a village meeting attended
  'bulletin', // a public-security bulletin published
  'team', // a prevention team that stands
  'entries', // entries made in the police's own system: a count
  'clue', // a clue handed on
  'solved', // a dispute or legal problem solved
  'dossier', // the village's file, whole and fresh
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

export type Evidence = {
  readonly id: string
  readonly kind: EvidenceKind
  readonly on: Day
  readonly by: PersonId
  readonly place: PlaceCode
  /** How many: 1 for most, the number of entries for a count. */
  readonly amount: number
  /** What must not count twice in a window: the household, for a visit. Null where each counts. */
  readonly key: string | null
  /** A clue that was found useful, a problem that was solved, a day in the village that was said to be done; null where nobody has said yet. */
  readonly isGood: boolean | null
  /** The day on which it was written down, where that was later than the day itself. */
  readonly filedOn?: Day | null
  /** Where it is shown. */
  readonly link: string
}

/** What goes on standing once it is there, however long ago it began. Of everything else only what was done in a window counts for it. */
export const lastingKinds: readonly EvidenceKind[] = ['team', 'dossier']

/** One thing that has to be there: at least so many of a kind. */
export type Need = {
  readonly kind: EvidenceKind
  readonly atLeast: number
  /** Only what was found useful or solved. */
  readonly onlyGood: boolean
  /** Each key once: households, not visits. */
  readonly distinct: boolean
}

/**
 * For which stretch of time something is owed. `visit`: on each day on which a household was visited or that was said to be a day in the
 * village; `collectingDay`: on each day on which entries were made; `once`: in the whole term; `standing`: at any time, so today.
 */
export const windowKinds = ['day', 'week', 'month', 'visit', 'collectingDay', 'once', 'standing'] as const
export type WindowKind = (typeof windowKinds)[number]

/**
 * Whose work counts. `self`: the holder's own. `seat`: also that of whoever else held the same seat on the day, a colleague or a substitute:
 * a village meeting or a bulletin is the village's. `anybody`: whoever did it, a team or a file.
 */
export const makers = ['self', 'seat', 'anybody'] as const
export type Maker = (typeof makers)[number]

export type Duty = {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  /** All of them are owed. */
  readonly needs: readonly Need[]
  readonly window: WindowKind
  /** Who owes it: everybody in such a seat, at this place or in it. `place` null is the whole county. */
  readonly role: Role
  readonly place: PlaceCode | null
  readonly by: Maker
  readonly from: Day
  readonly until: Day | null
  /** Days off the calendar and days on leave are taken out of a window, and the goal is cut in proportion. */
  readonly cutBy: readonly ('holidays' | 'leave')[]
  /** The line it comes from. */
  readonly source: string
}

/** Another goal for a place and everything in it, from a day on; the narrowest place and then the latest day wins. */
export type Goal = {
  readonly duty: string
  readonly place: PlaceCode
  readonly need: EvidenceKind
  readonly atLeast: number
  readonly from: Day
}

/** Somebody in a seat for a time. `until` is the first day on which they are not there any more; null while they are. */
export type Term = { readonly person: PersonId; readonly place: PlaceCode; readonly since: Day; readonly until: Day | null }

/** Days away, both included. */
export type Leave = { readonly person: PersonId; readonly from: Day; readonly to: Day }
