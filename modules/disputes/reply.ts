/** What the server answers about disputes. */
import { z } from 'zod'
import type { LocalDays } from '#modules/kernel/calendar.ts'
import type { Day, DisputeId, Instant, MatterId, PersonId } from '#modules/kernel/ids.ts'
import type { Seat } from '#modules/people/actor.ts'
import type { Dispute } from './dispute.ts'
import type { AllowanceTable } from './rules/allowance.ts'
import type { Recorded, Reminder } from './rules/event.ts'
import type { Identity } from './wire.ts'

/** Its fields are the type Dispute's; to the contract it is an object. */
const dispute = z.looseObject({ id: z.string(), status: z.string(), type: z.string() }) as unknown as z.ZodType<Dispute>

/** The next thing that has a day: to settle by, a promise to be kept, a visit. */
export type NextDue = { readonly what: Reminder; readonly on: Day; readonly isPast: boolean }
const nextDue = z.object({ what: z.string(), on: z.string(), isPast: z.boolean() }) as unknown as z.ZodType<NextDue>

/**
 * A row of the register, for those who can open the file. What was said and agreed is not in it: whoever reads that opens the file, and each
 * opening is recorded.
 */
export const DisputeRow = z.object({
  dispute,
  /** "(2026)河湾村人调字第3号" */
  number: z.string(),
  /** "张三、李四 邻里纠纷": whose dispute, and about what. */
  title: z.string(),
  typeName: z.string(),
  placeName: z.string(),
  committeeName: z.string(),
  mediatorNames: z.array(z.string()),
  next: nextDue.nullable(),
  /** How many papers of the dossier are still missing. */
  missing: z.number(),
})
export type DisputeRow = z.infer<typeof DisputeRow>

export const Register = z.object({ rows: z.array(DisputeRow), next: z.string().nullable() })
export type Register = z.infer<typeof Register>

/** The answer to a registration. Who does not sit on the committee gets the number, and cannot open the file (`isMine` false). */
export const Registered = z.object({ id: z.string(), number: z.string(), isMine: z.boolean() })
export type Registered = z.infer<typeof Registered>

export const Counts = z.object({
  /** Open files that I mediate, or head. */
  open: z.number(),
  /** With something due within a week, or late. */
  due: z.number(),
  /** With an alarm whose preventive measure is not recorded. */
  danger: z.number(),
  /** Claims that wait for my decision. */
  claims: z.number(),
})
export type Counts = z.infer<typeof Counts>

export type DisputeFile = DisputeRow & {
  readonly nationalName: string
  /** Who the parties, those who speak for them, and the guests are, by id. */
  readonly identities: Readonly<Record<string, Identity>>
  readonly events: readonly (Recorded & { readonly byName: string | null })[]
  /** The names of everybody on the staff whom the file speaks of, and of the committee's members, by id. */
  readonly people: Readonly<Record<PersonId, string>>
  /** What decide() needs, so that the screen can ask the same rules; `at` is the server's now. */
  readonly around: {
    readonly at: Instant
    readonly local: LocalDays
    readonly members: readonly PersonId[]
    readonly table: AllowanceTable
  }
  /** Who opened the file and when, newest first: for the committee's head; null for anybody else. */
  readonly openings: readonly { readonly at: Instant; readonly byName: string }[] | null
  readonly matter: { readonly id: MatterId; readonly number: string; readonly status: string; readonly canOpen: boolean } | null
  /** Offices it can be referred up to. */
  readonly offices: readonly (Seat & { readonly name: string })[]
  /** Parties who have a code to look at what was agreed. */
  readonly coded: readonly string[]
}

/** What a day of the calendar holds. */
export const CalendarEntry = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  what: z.string() as unknown as z.ZodType<Reminder>,
  on: z.string(),
  isPast: z.boolean(),
})
export type CalendarEntry = z.infer<typeof CalendarEntry>

/** GB/T 31000-2015 types in two levels, each with the national type that stands beside it in this county. */
export const TypeChoice = z.object({
  code: z.string(),
  parent: z.string().nullable(),
  name: z.string(),
  nameEn: z.string(),
  nationalType: z.string(),
})
export type TypeChoice = z.infer<typeof TypeChoice>

/** A committee for which somebody may register a dispute: a village's or a town's. */
export const Committee = z.object({
  place: z.string(),
  name: z.string(),
  people: z.array(z.object({ id: z.string(), name: z.string(), isHead: z.boolean() })),
})
export type Committee = z.infer<typeof Committee>

/** An allowance claimed, as whoever decides it sees it: nothing of what the file holds. */
export const Claim = z.object({
  id: z.string() as unknown as z.ZodType<DisputeId>,
  number: z.string(),
  committeeName: z.string(),
  grade: z.string(),
  status: z.string(),
  isComplete: z.boolean(),
  fen: z.number(),
  claimedByName: z.string(),
  claimedAt: z.string(),
  isSampled: z.boolean(),
  calledBack: z.string().nullable(),
  isGranted: z.boolean().nullable(),
  /** For the call to the parties, where the claim was drawn: whom to ring. */
  parties: z.array(z.object({ name: z.string(), phone: z.string().nullable() })),
})
export type Claim = z.infer<typeof Claim>
