/** What crosses the network about duties. */
import { z } from 'zod'
import { text, words } from '#modules/kernel/ids.ts'
import { roleNames } from '#modules/people/role.ts'
import { placeCode } from '#modules/places/wire.ts'
import { evidenceKinds, makers, windowKinds } from './duty.ts'

const day = z.iso.date().refine((typed) => typed >= '1900' && typed < '2200', 'year')
export const code = z.string().regex(/^[a-z][a-z_]{1,29}$/, 'duty code')

/** Whose duties, in which days: of a village, or of all under a place. A year at most. */
export const Asked = z
  .object({
    place: placeCode.optional(),
    from: day.optional(),
    to: day.optional(),
    /** Only the sums of each duty and the window that runs: for a list of many villages. */
    brief: z.stringbool().optional(),
  })
  .refine(({ from, to }) => !from || !to || (from <= to && Date.parse(to) - Date.parse(from) < 400 * 86_400_000), {
    path: ['to'],
    message: 'a year at most',
  })
export type Asked = z.infer<typeof Asked>

const isOnce = <T>(all: readonly T[]) => new Set(all).size === all.length

export const DutySettings = z
  .object({
    name: words(60),
    nameEn: words(100),
    needs: z
      .array(z.object({ kind: z.enum(evidenceKinds), atLeast: z.int().min(0).max(1000), onlyGood: z.boolean(), distinct: z.boolean() }))
      .min(1)
      .max(5)
      .refine((needs) => isOnce(needs.map(({ kind }) => kind)), 'each kind once'),
    window: z.enum(windowKinds),
    role: z.enum(roleNames),
    place: placeCode.nullable(),
    by: z.enum(makers),
    from: day,
    until: day.nullable(),
    cutBy: z.array(z.enum(['holidays', 'leave'])).refine(isOnce, 'each once'),
    source: text(200),
    isOn: z.boolean(),
  })
  .refine(({ from, until }) => until === null || from <= until, { path: ['until'], message: 'ends before it begins' })
export type DutySettings = z.infer<typeof DutySettings>

export const NewGoal = z.object({ duty: code, place: placeCode, need: z.enum(evidenceKinds), atLeast: z.int().min(0).max(1000), from: day })
export type NewGoal = z.infer<typeof NewGoal>
export const GoalNamed = NewGoal.omit({ atLeast: true })

export const BurdenAsked = z.object({ weeks: z.coerce.number().int().min(1).max(52).default(8) })
