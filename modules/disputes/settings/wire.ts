/** What a county's administrator sets about mediation. */
import { z } from 'zod'
import { isNationalType, type NationalType } from '../codes/national.ts'
import { typeOf } from '../codes/types.ts'
import { grades } from '../rules/allowance.ts'

const fen = z.int().min(0).max(10_000_000)
const byGrade = z.object(Object.fromEntries(grades.map((grade) => [grade, fen])) as Record<(typeof grades)[number], typeof fen>)

/** 以案定补: fen for each grade, settled by agreement and ended without one (modules/disputes/rules/allowance.ts). */
export const Allowances = z.object({
  agreed: byGrade,
  ended: byGrade,
  incompletePercent: z.int().min(0).max(100),
  /** One in so many claims is drawn for a call; 0, and none is. */
  sampleOneIn: z.int().min(0).max(100),
})

export const Settings = z.object({
  /** The national type that stands beside a type of GB/T 31000; those that are left out are as they were from the start. */
  types: z.record(
    z.string().refine((code) => typeOf(code) !== undefined, 'type'),
    z.string().refine(isNationalType, 'national type') as unknown as z.ZodType<NationalType>,
  ),
  allowances: Allowances,
})
export type Settings = z.infer<typeof Settings>
