/** What can happen to a dispute: one event for each command, and the clock's reminders. Events are never changed. */
import type { CommandId, Day, Instant, PersonId, PhotoId } from '#modules/kernel/ids.ts'
import type { Seat } from '#modules/people/actor.ts'
import type {
  Agreement,
  Allowance,
  Asker,
  Confirmation,
  Dispute,
  Guest,
  Inquiry,
  Party,
  Piece,
  Retention,
  Revisit,
  Route,
  Session,
  Signature,
  Term,
} from '../dispute.ts'
import type { Sign } from './danger.ts'

export type Said = {
  /** Null when a party or the clock did it. */
  readonly by: PersonId | null
  readonly as: Asker['as']
  readonly at: Instant
  readonly photos?: readonly PhotoId[]
  /** Which party did it, by their code. */
  readonly party?: string
  /** When it was tapped, if it had to wait for signal. */
  readonly madeAt?: Instant
}

export type About = Pick<
  Dispute,
  'type' | 'nationalType' | 'scale' | 'occurredOn' | 'involved' | 'fen' | 'summary' | 'wish' | 'isDifficult'
>

export type Event = Said &
  (
    | ({ readonly type: 'registered' } & { readonly about: About } & Pick<
          Dispute,
          'committee' | 'place' | 'year' | 'serial' | 'source' | 'referredBy' | 'matterId' | 'parties' | 'mediators'
        >)
    | { readonly type: 'amended'; readonly about: About }
    | { readonly type: 'partyAdded'; readonly added: Party }
    | { readonly type: 'partyAmended'; readonly whose: string; readonly side: Party['side']; readonly needsGuardian: boolean }
    | { readonly type: 'partyRemoved'; readonly whose: string }
    | { readonly type: 'paperChecked'; readonly whose: string; readonly paper: NonNullable<Party['paper']> }
    | { readonly type: 'informed'; readonly whose: string; readonly on: Day }
    | { readonly type: 'consented'; readonly whose: string; readonly wantsOpen: boolean; readonly through: string | null }
    | {
        readonly type: 'declined'
        readonly whose: string
        readonly reason: string
        readonly routes: readonly Route[]
        readonly on: Day
        readonly through: string | null
      }
    | { readonly type: 'assigned'; readonly mediators: readonly PersonId[]; readonly chosenBy: 'committee' | 'parties' }
    | { readonly type: 'recused'; readonly mediator: PersonId; readonly askedBy: 'mediator' | 'party'; readonly reason: string }
    | { readonly type: 'accepted'; readonly on: Day; readonly settleBy: Day }
    | { readonly type: 'opennessSet'; readonly isOpen: boolean }
    | { readonly type: 'invited'; readonly guest: Guest }
    | { readonly type: 'held'; readonly session: Session }
    | { readonly type: 'inquired'; readonly inquiry: Inquiry }
    | { readonly type: 'attached'; readonly piece: Piece }
    | { readonly type: 'extended'; readonly until: Day; readonly reason: string }
    | { readonly type: 'agreed'; readonly agreement: Agreement }
    /** `completes`: with it all have signed and the seal is on, and it binds from that day. */
    | { readonly type: 'signed'; readonly signatures: readonly Signature[]; readonly completes: Day | null }
    | { readonly type: 'failed'; readonly reason: string; readonly routes: readonly Route[]; readonly on: Day }
    | { readonly type: 'withdrawn'; readonly whose: string; readonly reason: string; readonly routes: readonly Route[]; readonly on: Day }
    | { readonly type: 'performed'; readonly term: Term['id']; readonly on: Day; readonly words: string }
    | { readonly type: 'breached'; readonly term: Term['id']; readonly words: string; readonly routes: readonly Route[]; readonly on: Day }
    | { readonly type: 'termConfirmed'; readonly term: Term['id']; readonly whose: string }
    | { readonly type: 'told'; readonly words: string }
    | { readonly type: 'courtAsked'; readonly confirmation: Confirmation }
    | ({ readonly type: 'courtDecided' } & Pick<Confirmation, 'paperNumber'> & {
          readonly result: NonNullable<Confirmation['result']>
          readonly on: Day
        })
    | { readonly type: 'revisited'; readonly revisit: Revisit }
    /** `alarms`: the combinations that made it an alarm; `preventBy` until when a measure is asked for. */
    | {
        readonly type: 'signsNoted'
        readonly signs: readonly Sign[]
        readonly alarms: readonly (readonly Sign[])[]
        readonly preventBy: Instant | null
      }
    | { readonly type: 'prevented'; readonly words: string }
    | { readonly type: 'policeTold'; readonly station: string; readonly toldAt: Instant; readonly words: string | null }
    | { readonly type: 'referredUp'; readonly to: Seat; readonly reason: string }
    | { readonly type: 'commented'; readonly words: string }
    | { readonly type: 'closed'; readonly note: string; readonly on: Day }
    | { readonly type: 'archived'; readonly retention: Retention; readonly shelf: string | null; readonly on: Day }
    | { readonly type: 'claimed'; readonly allowance: Allowance }
    | { readonly type: 'calledBack'; readonly result: 'confirmed' | 'doubted'; readonly words: string }
    | { readonly type: 'claimDecided'; readonly isGranted: boolean; readonly reason: string }
    /** The clock: `key` by rules/clock.ts, once each. */
    | { readonly type: 'reminded'; readonly key: string; readonly what: Reminder; readonly on: Day }
  )

export type Reminder = 'acceptLate' | 'settleSoon' | 'settleLate' | 'termSoon' | 'termLate' | 'courtSoon' | 'revisit' | 'preventLate'

/** An event as it stands in the file. */
export type Recorded = Event & { readonly version: number; readonly commandId: CommandId }
