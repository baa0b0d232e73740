/** What can happen to a matter: one event for each command, and for each thing the clock does. Events are never changed. */
import type { Limits, Rung } from '#modules/categories/category.ts'
import type { CommandId, DisputeId, Instant, MatterId, PersonId, PhotoId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Seat } from '#modules/people/actor.ts'
import type { Role } from '#modules/people/role.ts'
import type { Application, Asker, Order, Pause, Source } from '../matter.ts'

type Said = {
  /** Null when the reporter or the system did it. */
  readonly by: PersonId | null
  readonly as: Asker['as']
  /** The seat the staff member acted from. */
  readonly seat: Seat | null
  readonly at: Instant
  readonly photos?: readonly PhotoId[]
  /** Which of those who joined the report did it; missing where the first reporter did. */
  readonly reporter?: string
  /** When it was tapped, if it had to wait for signal. */
  readonly madeAt?: Instant
  /** The orders from above that end with it, unanswered. */
  readonly ends?: readonly number[]
}

/** A step to a seat, with the promises that begin there. */
export type Step = {
  readonly to: Seat
  readonly acceptBy: Instant
  readonly settleBy: Instant
  /** When to remind of accept-by. Missing in files from before there were reminders. */
  readonly remindAt?: Instant
  /** The category's limits as they were then: what was promised stays, whatever the limits become. */
  readonly limits?: Limits[Rung]
}

/** The clock set anew at the same seat. */
export type Reset = { readonly acceptBy: Instant; readonly settleBy: Instant; readonly remindAt: Instant }

/** What a category says about every matter in it. */
export type Labels = {
  readonly category: string
  readonly isPublic: boolean
  readonly isEmergency: boolean
  readonly goesAround: boolean
  readonly seenBy?: readonly Role[] | null
}

/** What follows from granting an application. */
export type Consequence =
  | ({ readonly kind: 'extension' } & Pick<Reset, 'settleBy' | 'remindAt'>)
  | { readonly kind: 'suspension'; readonly pause: Pause & { readonly until: Instant } }
  /** `told`: departments that see it from now on, because it has become an emergency. */
  | ({ readonly kind: 'reclassification'; readonly told?: readonly string[] } & Labels & Step)
  | { readonly kind: 'voiding' }
  | ({ readonly kind: 'notOurs' } & Step)

/** Its place is another now. `goesOn`: the same people have it, with the same promises. */
export type Moved = Step & { readonly place: PlaceCode; readonly goesOn: boolean }

export type Reported = {
  readonly type: 'reported'
  /** Departments that see it from the start: in an emergency, the one whose business it is. */
  readonly told: readonly string[]
  readonly place: PlaceCode
  readonly words: string
  readonly source: Source
  readonly latitude: number | null
  readonly longitude: number | null
  readonly isOutside: boolean
  /** Settled on the spot (现场处置): what was done. */
  readonly outcome: string | null
  readonly silenceAt: Instant | null
} & Labels

export type Event = Said &
  (
    | (Reported & Step)
    | { readonly type: 'accepted'; readonly remindAt?: Instant }
    /** `mediated`: the number of the file in which the parties agreed. */
    | { readonly type: 'settled'; readonly outcome: string; readonly silenceAt: Instant; readonly mediated?: string }
    | ({ readonly type: 'passedUp'; readonly reason: string } & Step)
    | ({ readonly type: 'handedDown'; readonly words: string; readonly place: PlaceCode } & Step)
    | ({ readonly type: 'handedOver'; readonly words: string } & Step)
    /** Nobody sits in its seat any more. */
    | ({ readonly type: 'moved'; readonly why: 'vacancy' } & Step)
    | ({ readonly type: 'moved'; readonly why: 'place' } & Moved)
    | { readonly type: 'takenOver'; readonly from: PersonId; readonly to: PersonId }
    | { readonly type: 'refused'; readonly reason: string; readonly channel: string }
    | { readonly type: 'commented'; readonly words: string; readonly isPublic: boolean }
    | { readonly type: 'verified' }
    | { readonly type: 'rated'; readonly rating: number; readonly words: string | null }
    /** `place`: where it goes on, if its own place is no more. */
    | ({ readonly type: 'reopened'; readonly reason: string; readonly place?: PlaceCode } & Step)
    | { readonly type: 'withdrawn'; readonly reason: string | null }
    | { readonly type: 'closed'; readonly why: 'silence' }
    // The clock.
    | { readonly type: 'reminded'; readonly what: Promised; readonly dueBy: Instant }
    | ({ readonly type: 'lapsed'; readonly what: Promised; readonly dueBy: Instant; readonly from: Seat } & Step)
    /** A promise passed at the top of the ladder: it stays, and the county centre is told. */
    | { readonly type: 'overdue'; readonly what: Promised; readonly dueBy: Instant }
    /** `mediation`: the committee's file ended without an agreement. */
    | ({ readonly type: 'resumed'; readonly why: 'time' | 'asked' | 'mediation'; readonly reason?: string } & Reset)
    // Applications and orders.
    | ({ readonly type: 'applied' } & Omit<Application, 'id' | 'by' | 'at'>)
    | { readonly type: 'cancelled'; readonly application: number }
    | { readonly type: 'granted'; readonly application: number; readonly words: string | null; readonly consequence: Consequence }
    | { readonly type: 'declined'; readonly application: number; readonly why: 'decision' | 'silence'; readonly reason: string | null }
    | { readonly type: 'applicationMoved'; readonly application: number; readonly decider: Seat; readonly decideBy: Instant }
    | ({ readonly type: 'ordered' } & Pick<Order, 'kind' | 'from' | 'words' | 'dueBy'>)
    | { readonly type: 'answered'; readonly order: number; readonly words: string }
    | { readonly type: 'orderLapsed'; readonly order: number }
    // A mediation committee has it: its file's number, and until when the clock stands still at most.
    | {
        readonly type: 'mediated'
        readonly dispute: DisputeId
        readonly number: string
        readonly pause: Pause & { readonly until: Instant }
      }
    // The police, where the law wants them told.
    | { readonly type: 'policeTold'; readonly station: string; readonly toldAt: Instant; readonly words: string | null }
    // Duplicates: the one that goes on in another, and the other.
    | { readonly type: 'linked'; readonly of: MatterId; readonly number: string; readonly words: string | null; readonly pause: Pause }
    | ({ readonly type: 'unlinked'; readonly of: MatterId; readonly reason: string | null } & Reset)
    | { readonly type: 'gained'; readonly duplicate: MatterId; readonly number: string }
    | { readonly type: 'lost'; readonly duplicate: MatterId; readonly number: string }
    | { readonly type: 'joined'; readonly words: string | null }
    | { readonly type: 'left' }
    /** A reporter's name, number and code were removed at their wish. */
    | { readonly type: 'erased' }
  )

/** Which promise: to accept, or to settle. */
export type Promised = 'accept' | 'settle'

/** An event as it stands in the file. */
export type Recorded = Event & { readonly version: number; readonly commandId: CommandId }
