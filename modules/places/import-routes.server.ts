/** The importer over HTTP, for administrators: a file is tried, or written. */
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { dayOf } from '#modules/kernel/calendar.ts'
import { text } from '#modules/kernel/ids.ts'
import { isRefusal } from '#modules/kernel/refusal.ts'
import { audited } from '#server/audit.ts'
import { allowed, answers, atMost, router, signedIn } from '#server/context.ts'
import { Problem } from '#server/problem.ts'
import { importFile } from './import.server.ts'
import { ImportReport } from './wire.ts'

const importAtMost = 10_000_000

export const placeImport = router()
placeImport.use(signedIn, allowed('place.edit'), atMost(importAtMost))

placeImport.openapi(
  createRoute({
    tags: ['places'],
    method: 'post',
    path: '/',
    summary: 'Import divisions (JSON) or grids and lanes (CSV, UTF-8 or GB18030) as the body; with dryRun only say what would happen',
    request: { query: z.object({ name: text(200).default('places.csv'), dryRun: z.stringbool().default(true) }) },
    responses: answers(ImportReport),
  }),
  async (c) => {
    const { db, actor, now } = c.var
    const report = await importFile(db, new Uint8Array(await c.req.arrayBuffer()), {
      ...c.req.valid('query'),
      today: dayOf(now),
      only: actor.county,
    })
    if (isRefusal(report)) throw new Problem(report)
    const { added, changed, written } = report
    if (written)
      await audited(c, {
        action: 'places.imported',
        subject: 'county',
        subjectId: actor.county,
        facts: { file: c.req.valid('query').name, added, changed },
      })
    return c.json(report, 200)
  },
)
