/**
 * A matter: anything somebody in a lane reports, until they see that it was settled. What may happen to it when stands in rules/.
 *
 *               accept (报到)          settle              verify, or silence
 *   report ──▶ waiting ──────▶ working ──────▶ settled ──────────────────▶ closed
 *                ▲   ▲            │               │                           │
 *                │   └── pass up, ┘               │ reopen ("not solved")     │ reopen, within the window
 *                │       hand down,               │                           │
 *                │       hand over                │                           │
 *                └────────────────────────────────┴───────────────────────────┘
 *   From waiting and working it can also be refused (with the right channel), withdrawn by its reporter, voided on application (作废),
 *   linked as a duplicate (并案, can be undone), or from working suspended for a time on application (挂起) or while a mediation
 *   committee has it (转人民调解).
 *
 * Pure: no clock, database or network. The phone runs this file to know which buttons to offer; the server runs it again
 * to decide. The steps are GB/T 30428's (收集, 立案, 派遣, 处理, 反馈, 核查结案, 评价) in the words of a village.
 */
import type { Limit } from '#modules/kernel/calendar.ts'
import type { County, Day, DisputeId, Instant, MatterId, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Actor, Seat } from '#modules/people/actor.ts'
import type { Role } from '#modules/people/role.ts'
import type { Command } from './wire.ts'

export const statuses = ['waiting', 'working', 'suspended', 'settled', 'closed', 'refused', 'withdrawn', 'voided', 'linked'] as const
export type Status = (typeof statuses)[number]

/** Somebody still has to do something. What is linked goes on in the matter it was linked to. */
export const openStatuses: readonly Status[] = ['waiting', 'working', 'suspended']

/** The most photos one report or one command can carry, and the most characters of a report or an outcome. */
export const photosAtMost = 6
export const wordsAtMost = 1000

/** Working days an extension can add at once, and calendar days a suspension can last. */
export const daysAtMost = { extension: 30, suspension: 180 } as const

export type Matter = {
  readonly county: County
  readonly id: MatterId
  readonly place: PlaceCode
  readonly category: string
  readonly words: string
  readonly status: Status
  /** The seat it stands with; who accepted it there, once somebody has. */
  readonly holderRole: Seat['role']
  readonly holderPlace: PlaceCode
  readonly holderDepartment: string | null
  readonly worker: PersonId | null
  /** Departments that have had it: they go on seeing it. */
  readonly departments: readonly string[]
  /** The staff member who filed it; null when a resident did. */
  readonly reporterId: PersonId | null
  readonly source: Source
  readonly isPublic: boolean
  readonly isEmergency: boolean
  /** A complaint about somebody in office: it goes to the department at once, and nobody below sees it (信访工作条例 art. 30). */
  readonly goesAround: boolean
  /** The only roles that see it, on a restricted path; null where everybody does whose place it is. */
  readonly seenBy: readonly Role[] | null
  readonly latitude: number | null
  readonly longitude: number | null
  /** The map point lies outside the county: accepted, marked. */
  readonly isOutside: boolean
  readonly onTheSpot: boolean
  readonly reportedAt: Instant
  /** Promises made when it arrived at this rung. A comment, a photo or a view never moves them. */
  readonly acceptBy: Instant
  readonly settleBy: Instant
  /** The one that counts now: accept-by while waiting, settle-by while working, the resumption while suspended, else null. */
  readonly dueBy: Instant | null
  /** When the holder is to be reminded of it; null once that was done. */
  readonly remindAt: Instant | null
  /** The clock has done what it does when this promise passes, and there is no step further up: it only stays on the lists of the late. */
  readonly isOverdue: boolean
  /** When the first promise passed; it stays on the lists of the late until it is settled, wherever it has gone. */
  readonly lateSince: Instant | null
  /** What open work is sorted by: when it was first late, or will be. Null when it is not open. */
  readonly lateAt: Instant | null
  /** The next instant at which the clock has to look at it; null if never. */
  readonly nextAt: Instant | null
  /** Set while its clock stands still (suspended, linked): what to go on from. */
  readonly pause: Pause | null
  /** What the holder has applied for and nobody has decided yet. */
  readonly application: Application | null
  /** Orders from above that want an answer, oldest first. */
  readonly orders: readonly Order[]
  /** The matter that this one is a duplicate of. */
  readonly duplicateOf: MatterId | null
  /** The mediation file it went on in: it follows that file's outcome (rules/mediation.ts). */
  readonly disputeId: DisputeId | null
  /** When the police were told, where the law wants that. */
  readonly policeToldAt: Instant | null
  /** How many others have joined the report. */
  readonly joined: number
  readonly acceptedAt: Instant | null
  readonly settledAt: Instant | null
  /** When silence closes it, if it is settled. */
  readonly silenceAt: Instant | null
  readonly closedAt: Instant | null
  readonly outcome: string | null
  /** 1 to 5, given by the reporter. */
  readonly rating: number | null
  readonly version: number
  /** The version at which status or holder last changed: a command based on an older one is stale. */
  readonly movedVersion: number
}

/** How it came in: by a resident on the web, or by staff for themselves, for a caller, for somebody before them. */
export type Source = 'web' | 'staff' | 'phone' | 'inPerson'

/** What a stopped clock goes on from. */
export type Pause = {
  readonly from: 'waiting' | 'working'
  readonly since: Instant
  /** When it goes on by itself; null for a linked matter, which does not. */
  readonly until: Instant | null
  readonly acceptLeft: Limit
  readonly settleLeft: Limit
}

export const applicationKinds = ['extension', 'suspension', 'reclassification', 'voiding', 'notOurs'] as const
export type ApplicationKind = (typeof applicationKinds)[number]

/** Those whose reason the reporter reads once they are granted, because it changes what was promised to them. Forms say so. */
export const reasonsTold: readonly ApplicationKind[] = ['extension', 'suspension', 'voiding']

/** A wish of the holder that somebody above decides: 延期, 挂起, 改类, 作废, 退回. `id` is the version of its event. */
export type Application = {
  readonly id: number
  readonly kind: ApplicationKind
  readonly by: PersonId
  readonly from: Seat
  readonly at: Instant
  readonly reason: string
  readonly decider: Seat
  readonly decideBy: Instant
  /** Extension: working days (days, where the category's clock runs day and night). */
  readonly days: number | null
  /** Suspension: the day on which it goes on. */
  readonly until: Day | null
  /** Reclassification: the category it should have. */
  readonly category: string | null
}

/** 督办 (supervise) or 催办 (urge), from above. `id` is the version of its event. */
export type Order = {
  readonly id: number
  readonly kind: 'supervise' | 'urge'
  readonly by: PersonId
  readonly from: Seat
  readonly at: Instant
  readonly words: string
  readonly dueBy: Instant
  /** Its time passed without an answer; whoever ordered was told. */
  readonly isLate: boolean
}

export const holderOf = (matter: Matter): Seat => ({
  role: matter.holderRole,
  place: matter.holderPlace,
  department: matter.holderDepartment,
})

export const isOpen = (matter: Pick<Matter, 'status'>): boolean => openStatuses.includes(matter.status)

/**
 * Who asks: one of the staff, a reporter by their tracking code or as a signed-in resident, or the clock.
 * `joined` is the id of somebody who joined the report; who reported it first has none.
 */
export type Asker =
  | { readonly as: 'staff'; readonly actor: Actor }
  | { readonly as: 'reporter'; readonly joined?: string | undefined }
  | { readonly as: 'system' }

export type Action = Command['do']
