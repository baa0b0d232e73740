/** What crosses the network about notice boards. */
import { z } from 'zod'
import { boardReasons } from '../outcome.ts'

export const BoardList = z.object({
  rows: z.array(
    z.object({
      lane: z.string(),
      name: z.string(),
      town: z.string(),
      /** When it was printed last; null where that is not known. */
      issued: z.string().nullable(),
      staleSince: z.string(),
      why: z.enum(boardReasons),
    }),
  ),
  towns: z.array(z.object({ code: z.string(), name: z.string(), count: z.number() })),
})
export type BoardList = z.infer<typeof BoardList>
