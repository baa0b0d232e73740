/** What crosses the network about changes of places. */
import { z } from 'zod'
import { id, text, words } from '#modules/kernel/ids.ts'
import { changeKinds, type Plan } from './change.ts'
import { levels } from './place.ts'
import { placeCode } from './wire.ts'

const name = words(100)
const households = z.number().int().min(0).max(100_000).optional()
const code = placeCode.optional()
const codes = z.array(placeCode).min(1).max(50)
const part = z.object({ name, takes: z.array(placeCode).max(999), households })

export const ChangePlan = z.union([
  z.object({ kind: z.literal('rename'), place: placeCode, name }),
  z.object({ kind: z.literal('merge'), places: codes, into: placeCode }),
  z.object({ kind: z.literal('merge'), places: codes, name, code }),
  z.object({ kind: z.literal('split'), place: placeCode, stays: z.boolean(), parts: z.array(part).min(1).max(20) }),
  z.object({ kind: z.literal('move'), place: placeCode, parent: placeCode, code, name: name.optional() }),
  z.object({ kind: z.literal('abolish'), place: placeCode, successor: placeCode }),
  z.object({ kind: z.literal('found'), parent: placeCode, name, code, households }),
]) satisfies z.ZodType<Plan>

const day = z.iso.date()

/** What would become of what, on a day: asked before it is decided. */
export const PreviewQuestion = z.object({ plan: ChangePlan, day })

const manyAtMost = 2000
/** As PreviewQuestion, of several changes one after the other. */
export const PreviewQuestions = z.object({ plans: z.array(ChangePlan).min(1).max(manyAtMost), day })

export const Decision = z.object({
  id: id<string>(),
  plan: ChangePlan,
  day,
  reason: words(300),
  document: text(100).optional(),
  /** Of the preview that was looked at: if things are not as they were then, nothing is done. */
  fingerprint: z.string().max(64),
})
export type Decision = z.infer<typeof Decision>

export const Decisions = z.object({
  day,
  reason: words(300),
  document: text(100).optional(),
  fingerprint: z.string().max(64),
  plans: z
    .array(z.object({ id: id<string>(), plan: ChangePlan }))
    .min(1)
    .max(manyAtMost),
})
export type Decisions = z.infer<typeof Decisions>

/** A line of the tree before or after: what it is called, what becomes of it, and how much of it has to move. */
export const TreeLine = z.object({
  code: z.string(),
  name: z.string(),
  level: z.enum(levels),
  /** `around`: only to show where the others stand. `came`: the same place under another code. */
  mark: z.enum(['around', 'stays', 'ends', 'new', 'came', 'renamed', 'wider']),
  /** Before: the name of what it becomes. After: the name it had. */
  other: z.string().nullable(),
  matters: z.number(),
  posts: z.number(),
})
export type TreeLine = z.infer<typeof TreeLine>

export const Sums = z.object({
  villages: z.number(),
  grids: z.number(),
  lanes: z.number(),
  boards: z.number(),
  matters: z.number(),
  posts: z.number(),
  /** Posts of a kind that the successor has no seat for. */
  postsEnding: z.number(),
})
export type Sums = z.infer<typeof Sums>

export const Preview = z.object({
  fingerprint: z.string(),
  before: z.array(TreeLine),
  after: z.array(TreeLine),
  sums: Sums,
  doubles: z.array(z.object({ parent: z.string(), name: z.string() })),
})
export type Preview = z.infer<typeof Preview>

export const states = ['planned', 'done', 'cancelled', 'failed'] as const

export const ChangeView = z.object({
  id: z.string(),
  kind: z.enum(changeKinds),
  /** Names of the places it is about, and of what came of them, as they were then. */
  about: z.array(z.object({ code: z.string(), name: z.string() })),
  became: z.array(z.object({ code: z.string(), name: z.string() })),
  day: z.string(),
  reason: z.string(),
  document: z.string().nullable(),
  state: z.enum(states),
  askedAt: z.string(),
  askedBy: z.string(),
  endedAt: z.string().nullable(),
  endedBy: z.string().nullable(),
  sums: Sums.nullable(),
  /** Why a planned change could not be done on its day. */
  refusal: z.object({ refused: z.string(), facts: z.record(z.string(), z.unknown()) }).nullable(),
})
export type ChangeView = z.infer<typeof ChangeView>

export const ChangeQuery = z.object({
  state: z.enum(states).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})

/** What a later edition of the codes seems to have done; `plan` is null where somebody has to say what became of it. */
export const Proposal = z.object({
  id: z.string(),
  what: z.enum(['renamed', 'abolished', 'new', 'moved', 'merged', 'reused']),
  code: z.string(),
  name: z.string(),
  level: z.enum(levels),
  /** What it is called or coded in the file; what it seems to have become. */
  newCode: z.string().nullable(),
  newName: z.string().nullable(),
  /** The names of what it lies in now, and will lie in; null right below the county. */
  within: z.string().nullable(),
  newWithin: z.string().nullable(),
  plan: ChangePlan.nullable(),
  matters: z.number(),
  posts: z.number(),
})
export type Proposal = z.infer<typeof Proposal>

export const Edition = z.object({
  source: z.string().nullable(),
  kept: z.number(),
  fingerprint: z.string(),
  proposals: z.array(Proposal),
})
export type Edition = z.infer<typeof Edition>
