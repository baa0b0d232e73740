/** What crosses the network about categories and a county's settings. */
import { z } from 'zod'
import { ladderRoles, rungs } from './category.ts'

const limit = z.object({
  /** Minutes of working time, or of plain time: ten minutes to a year. */
  minutes: z
    .int()
    .min(10)
    .max(366 * 24 * 60),
  runs: z.enum(['working', 'always']),
})
const promise = z
  .object({ accept: limit, settle: limit })
  .refine(({ accept, settle }) => accept.runs !== settle.runs || accept.minutes <= settle.minutes, {
    message: 'accepting takes no longer than settling',
    path: ['accept'],
  })

/** What an administrator can change about a sub-category; its code and names are the catalogue's. */
export const CategoryChange = z
  .object({
    department: z.string().regex(/^[a-z_]{2,20}$/, 'department'),
    isPublic: z.boolean(),
    isEmergency: z.boolean(),
    isRestricted: z.boolean(),
    /** The roles its ladder has: at least one. */
    ladder: z
      .array(z.enum(ladderRoles))
      .min(1)
      .transform((roles) => ladderRoles.filter((role) => roles.includes(role))),
    limits: z.object(Object.fromEntries(rungs.map((rung) => [rung, promise])) as Record<(typeof rungs)[number], typeof promise>),
    nearMetres: z.int().min(0).max(5000),
    nearDays: z.int().min(0).max(365),
  })
  .refine(({ isPublic, isRestricted }) => !(isPublic && isRestricted), { message: 'what is restricted is not public', path: ['isPublic'] })
export type CategoryChange = z.infer<typeof CategoryChange>

export const Settings = z.object({
  /** Days of silence after which a settled matter closes, and within which a closed one can be reopened. */
  silenceDays: z.int().min(1).max(90),
  reopenDays: z.int().min(1).max(365),
  /** Days after the end of a matter for which its reporters' names and numbers are kept; without it, as before. */
  forgetDays: z.int().min(30).max(3650).optional(),
  /** Days on which the county differs from the national calendar: true is worked, false is not. */
  localDays: z.record(z.iso.date(), z.boolean()).refine((days) => Object.keys(days).length <= 400, 'too many days'),
})
export type Settings = z.infer<typeof Settings>
