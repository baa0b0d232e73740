/** What crosses the network about places. */
import { z } from 'zod'
import type { County, PlaceCode } from '#modules/kernel/ids.ts'
import { boardReasons } from './outcome.ts'
import { isPlaceCode, levels } from './place.ts'

export const placeCode = z
  .string()
  .refine(isPlaceCode, 'place code')
  .transform((code) => code as PlaceCode)

const branded = z.string().transform((code) => code as PlaceCode)

export const PlaceName = z.object({ code: branded, name: z.string(), level: z.enum(levels) })
export type PlaceName = z.infer<typeof PlaceName>

export const PlaceSeat = z.object({
  role: z.string(),
  department: z.string().nullable(),
  holders: z.array(
    z.object({
      ...{ postId: z.string(), personId: z.string(), name: z.string(), phone: z.string(), since: z.string() },
      /** Whom they stand in for while that one is on leave, and the first day on which they do not any more. */
      ...{ insteadOf: z.string().nullable(), until: z.string().nullable() },
    }),
  ),
})
export type PlaceSeat = z.infer<typeof PlaceSeat>

/** A place in the tree, with what stands under it: places one level down, vacant seats and open matters in its whole subtree. */
export const PlaceNode = PlaceName.extend({
  county: z.string().transform((code) => code as County),
  kind: z.string(),
  households: z.number().nullable(),
  scope: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  children: z.number(),
  vacancies: z.number(),
  open: z.number(),
  late: z.number(),
})
export type PlaceNode = z.infer<typeof PlaceNode>

/** What a place was before and has become: so that an old name still leads somewhere. */
export const PlaceHistory = z.object({
  /** Until which day it stood, and what took over; null while it stands. */
  ended: z.object({ day: z.string(), heirs: z.array(PlaceName) }).nullable(),
  /** What it was called before, and until which day. Newest first. */
  names: z.array(z.object({ name: z.string(), until: z.string() })),
  /** Places that ended and became this one, or a part of it. Newest first. */
  from: z.array(PlaceName.extend({ day: z.string() })),
})
export type PlaceHistory = z.infer<typeof PlaceHistory>

/** One place, opened: its path from the county down, its seats, and the nodes right below it. */
export const PlaceFile = z.object({
  place: PlaceNode,
  path: z.array(PlaceName),
  seats: z.array(PlaceSeat),
  below: z.array(PlaceNode),
  history: PlaceHistory,
  /** Of a lane: when its board was printed last, and since when and why it has to be replaced; null where neither is known. */
  board: z.object({ issued: z.string().nullable(), staleSince: z.string().nullable(), why: z.enum(boardReasons).nullable() }).nullable(),
})
export type PlaceFile = z.infer<typeof PlaceFile>

/** A hit of the search by name or code, with its path as words: "绛县 古绛镇 城内村". */
export const PlaceHit = PlaceName.extend({ path: z.string() })
export type PlaceHit = z.infer<typeof PlaceHit>

export const RowProblem = z.object({
  line: z.number(),
  code: z.string().nullable(),
  problem: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  severity: z.enum(['error', 'warning']),
})
export type RowProblem = z.infer<typeof RowProblem>

/** What an import did, or would do. With one error, nothing is written. */
export const ImportReport = z.object({
  rows: z.number(),
  added: z.number(),
  changed: z.number(),
  same: z.number(),
  written: z.boolean(),
  problems: z.array(RowProblem),
})
export type ImportReport = z.infer<typeof ImportReport>
