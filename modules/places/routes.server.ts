/** Places over HTTP, for staff: search by name or code, and the importer. A place with its seats and figures is in overview. */
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Db } from '#db/db.ts'
import { likely } from '#db/db.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { text, words } from '#modules/kernel/ids.ts'
import { isRefusal } from '#modules/kernel/refusal.ts'
import { audited } from '#server/audit.ts'
import { allowed, answers, atMost, router, signedIn } from '#server/context.ts'
import { Problem } from '#server/problem.ts'
import { importFile } from './import.server.ts'
import { type Place, pathOf } from './place.ts'
import * as store from './store.server.ts'
import { ImportReport, PlaceHit } from './wire.ts'

const tags = ['places']
const importAtMost = 10_000_000

export const places = router()
places.use(signedIn)

places.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/',
    summary: 'Places of my county by part of a name or code',
    request: { query: z.object({ search: words(50) }) },
    responses: answers(z.array(PlaceHit)),
  }),
  async (c) => {
    const { db, actor, now } = c.var
    return c.json(await hits(db, await store.search(db, actor.county, likely(c.req.valid('query').search), dayOf(now), 20)), 200)
  },
)

places.use('/import', allowed('place.edit'), atMost(importAtMost))
places.openapi(
  createRoute({
    tags,
    method: 'post',
    path: '/import',
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

/** Places with their paths as words: "绛县 古绛镇 城内村委会". */
export async function hits(db: Db, found: readonly Place[]): Promise<PlaceHit[]> {
  const [first] = found
  if (!first) return []
  const names = await store.placeNames(
    db,
    first.county,
    found.flatMap(({ code }) => pathOf(code)),
  )
  return found.map(({ code, name, level }) => ({
    code,
    name,
    level,
    path: pathOf(code)
      .map((each) => names.get(each) ?? each)
      .join(' '),
  }))
}
