/** What the server answers about beats. */
import { z } from 'zod'
import type { Day, DisputeId, MatterId, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import { roleNames } from '#modules/people/role.ts'
import { type BeatRecord, type ContactGroup, type StandingKind, standingKinds, type ZeroStanding } from './beat.ts'

const record = z.looseObject({ id: z.string(), village: z.string(), on: z.string() }) as unknown as z.ZodType<BeatRecord>

/** A record with the names a person reads. */
export const RecordRow = z.object({
  record,
  byName: z.string(),
  villageName: z.string(),
  /** Of a visit. */
  laneName: z.string().nullable(),
})
export type RecordRow = z.infer<typeof RecordRow>
export const RecordPage = z.object({ rows: z.array(RecordRow), next: z.string().nullable() })
export type RecordPage = z.infer<typeof RecordPage>

const standing = z.looseObject({ state: z.string() }) as unknown as z.ZodType<ZeroStanding>

/** The last day somebody worked there in the last 365 days, and how many of their promises at doors are past their day. */
const workOf = z.object({ lastDay: z.string().nullable(), late: z.number() })

/** A village in my sight: who is there, and how its records stand. */
const worker = z.object({
  ...{ id: z.string(), name: z.string(), since: z.string() },
  /** On leave: the last day of it. Stands in: for whom. */
  ...{ awayUntil: z.string().nullable(), insteadOf: z.string().nullable() },
})
export type Worker = z.infer<typeof worker>

export const VillageRow = z.object({
  village: z.string(),
  name: z.string(),
  townName: z.string(),
  officers: z.array(worker),
  advisers: z.array(worker),
  lastDay: z.string().nullable(),
  /** Of whoever was its officer, or its adviser, on the day. */
  work: z.object({ officer: workOf, adviser: workOf }),
  households: z.number(),
  /** Households visited in the last 365 days. */
  visited: z.number(),
  /** This year so far. */
  zero: z.object({ cases: standing, petitions: standing }),
})
export type VillageRow = z.infer<typeof VillageRow>

/** What is reported of a year, village by village, where the asker may report or read. */
export const ReportTable = z.object({
  villages: z.array(z.object({ village: z.string(), name: z.string(), town: z.string(), townName: z.string() })),
  rows: z.array(z.object({ village: z.string(), month: z.string(), count: z.number(), byName: z.string(), at: z.string() })),
})
export type ReportTable = z.infer<typeof ReportTable>

/** How much is still to be reported, where I report: villages of a town in a month that is over. */
export const Unreported = z.array(z.object({ kind: z.enum(standingKinds), town: z.string(), month: z.string(), villages: z.number() }))
export type Unreported = z.infer<typeof Unreported>

export type VillageFile = {
  readonly village: PlaceCode
  readonly name: string
  readonly townName: string
  readonly officers: readonly Worker[]
  readonly advisers: readonly Worker[]
  readonly lanes: readonly {
    readonly lane: PlaceCode
    readonly name: string
    readonly households: number | null
    readonly visited: number
    readonly lastOn: Day | null
  }[]
  /** `isOwnerHere`: whoever keeps it still works there; else a colleague takes it over. */
  readonly groups: readonly (ContactGroup & { readonly seenOn: Day; readonly ownerName: string; readonly isOwnerHere: boolean })[]
  readonly bulletins: readonly {
    readonly id: string
    readonly title: string
    readonly body: string
    readonly publishedAt: string
    readonly byName: string
    readonly by: PersonId
    /** What came of it, for its author. */
    readonly matterId: MatterId | null
    readonly disputeId: DisputeId | null
  }[]

  readonly leaves: readonly {
    readonly id: string
    readonly person: PersonId
    readonly name: string | null
    readonly from: Day
    readonly to: Day
    readonly substituteName: string | null
  }[]
  /** This year so far. */
  readonly zero: Readonly<Record<StandingKind, ZeroStanding>>
  /** Promises made on visits and not kept yet. */
  readonly promises: readonly RecordRow[]
}

export const ClueRow = z.object({
  id: z.string(),
  village: z.string(),
  villageName: z.string(),
  by: z.string(),
  byName: z.string(),
  on: z.string(),
  unit: z.string(),
  /** Who else reads it. */
  named: z.array(z.object({ id: z.string(), name: z.string() })),
  words: z.string(),
  /** Who told it: for the author alone. */
  source: z.string().nullable(),
  outcome: z.object({ isUseful: z.boolean(), reason: z.string(), by: z.string(), on: z.string() }).nullable(),
  matterId: z.string().nullable(),
  disputeId: z.string().nullable(),
})
export type ClueRow = z.infer<typeof ClueRow>
/** `waiting`: of all that were asked for, how many nobody has answered yet; on the first page. */
export const CluePage = z.object({ rows: z.array(ClueRow), next: z.string().nullable(), waiting: z.number().nullable() })
export type CluePage = z.infer<typeof CluePage>

/** Somebody who works for a village, by one of their posts. */
export const Colleague = z.object({ id: z.string(), name: z.string(), role: z.enum(roleNames), placeName: z.string() })
export type Colleague = z.infer<typeof Colleague>
