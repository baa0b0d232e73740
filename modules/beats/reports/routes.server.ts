/** What the station and the petition office report of villages, over HTTP. */
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { transact } from '#db/db.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { refuse } from '#modules/kernel/refusal.ts'
import { postsFor } from '#modules/people/actor.ts'
import { audited } from '#server/audit.ts'
import { answers, json, router, signedIn } from '#server/context.ts'
import { notFound, Problem } from '#server/problem.ts'
import { monthsOver, standingKinds } from '../beat.ts'
import { ReportTable, Unreported } from '../reply.ts'
import { reportsUnder, whyNotReport } from '../rules/village.ts'
import { Reports, ReportsAsked } from '../wire.ts'
import * as store from './store.server.ts'

const tags = ['beats']

export const reports = router()
reports.use(signedIn)

reports.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/',
    summary: 'What was reported of villages in a year, by month',
    request: { query: ReportsAsked },
    responses: answers(ReportTable),
  }),
  async (c) => {
    const { db, actor } = c.var
    const { kind, year } = c.req.valid('query')
    const places = [...reportsUnder(kind, actor), ...postsFor(actor, 'beat.read').map(({ place }) => place)]
    if (places.length === 0) throw notFound()
    return c.json(await store.reportTable(db, actor.county, places, kind, year), 200)
  },
)

reports.openapi(
  createRoute({
    tags,
    method: 'put',
    path: '/',
    summary: 'Say how many cases or petitions villages had, by month: all rows or none',
    request: { body: json(Reports) },
    responses: answers(z.object({ rows: z.number() })),
  }),
  async (c) => {
    const { db, actor, now } = c.var
    const said = c.req.valid('json')
    const refusal = whyNotReport(said, actor, dayOf(now))
    if (refusal) throw new Problem(refusal)
    const unknown = await store.unknownAmong(
      db,
      actor.county,
      said.rows.map(({ village }) => village),
    )
    if (unknown) throw new Problem(refuse('place.unknown', { place: unknown }))
    await transact(db, async (trx) => {
      const changed = await store.putReports(trx, actor, said, now)
      for (const [village, months] of Map.groupBy(changed, (each) => each.village))
        await audited(
          c,
          {
            ...{ action: 'village.reported', subject: 'village', subjectId: village },
            facts: {
              kind: said.kind,
              ...Object.fromEntries(months.map(({ month, before, after }) => [month, `${before ?? '–'} → ${after ?? '–'}`])),
            },
          },
          trx,
        )
    })
    return c.json({ rows: said.rows.length }, 200)
  },
)

reports.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/missing',
    summary: 'How much is still to be reported where I report: this year, of the months that are over',
    responses: answers(Unreported),
  }),
  async (c) => {
    const { db, actor, now } = c.var
    const months = monthsOver(dayOf(now))
    const missing = await Promise.all(
      standingKinds.map(async (kind) => {
        const places = reportsUnder(kind, actor)
        const rows = places.length > 0 ? await store.unreportedOf(db, actor.county, places, kind, months) : []
        return rows.map((row) => ({ kind, ...row }))
      }),
    )
    return c.json(missing.flat(), 200)
  },
)
