/** What crosses the network about figures. */
import { z } from 'zod'
import type { PlaceCode } from '#modules/kernel/ids.ts'
import { placeCode } from '#modules/places/wire.ts'
import { Asked, Statistics } from '../wire.ts'

/** Without a place: the widest that the asker reads. `committee`: only the asker's own committee's files, exactly. */
export const FiguresQuery = Statistics.extend({ place: placeCode.optional(), of: z.enum(['committee', 'all']).optional() })
export type FiguresQuery = z.infer<typeof FiguresQuery>

/** A number; `small` is 1 to 4, shown as "<5"; `withheld`, so that a small one cannot be computed. Money in fen. */
export const Figure = z.union([z.number(), z.enum(['small', 'withheld'])])
const counted = z.array(z.object({ code: z.string(), disputes: Figure }))
const line = { disputes: Figure, succeeded: Figure, difficult: Figure, involved: Figure, fen: Figure }

export const Figures = z.object({
  year: z.number(),
  place: z.string() as unknown as z.ZodType<PlaceCode>,
  placeName: z.string(),
  of: z.enum(['committee', 'all']),
  total: z.object(line),
  /** The 18 of the national statistics, in its order. */
  types: z.array(z.object({ code: z.string(), name: z.string(), ...line })),
  sources: counted,
  results: counted,
  agreements: counted,
  committees: counted,
  /** Whose figures the asker can choose among. */
  choices: z.array(z.object({ place: z.string() as unknown as z.ZodType<PlaceCode>, name: z.string(), of: z.enum(['committee', 'all']) })),
})
export type Figures = z.infer<typeof Figures>

/** Columns of the register. */
export const columns = [
  'number',
  'title',
  'type',
  'place',
  'committee',
  'mediators',
  'status',
  'source',
  'registeredAt',
  'involved',
  'amount',
  'next',
] as const
export type Column = (typeof columns)[number]

const list = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
  z.array(z.enum(columns)).max(20),
)

/** The register's question, and which columns of the answer. */
export const SheetQuery = Asked.omit({ after: true, limit: true }).extend({
  columns: list.default(['number', 'title', 'type', 'place', 'mediators', 'status', 'registeredAt', 'next']),
})
