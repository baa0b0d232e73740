/** Later editions of the national codes over HTTP, for administrators: compared with what stands; many changes looked at together, and decided together. */
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { transact } from '#db/db.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { text } from '#modules/kernel/ids.ts'
import { isRefusal, refuse } from '#modules/kernel/refusal.ts'
import { allowed, answers, atMost, json, router, signedIn } from '#server/context.ts'
import { orProblem, Problem } from '#server/problem.ts'
import { decide, type Follower } from '../change.server.ts'
import { lookedAt, told, viewOf, whoAsks } from '../change-routes.server.ts'
import * as store from '../change-store.server.ts'
import { ChangeView, Decisions, Edition, Preview, PreviewQuestions } from '../change-wire.ts'
import { compareEdition, fingerprintOf } from './edition.server.ts'

const tags = ['places']
const editionAtMost = 10_000_000
/** What an edition of a whole county may come to, each change with its id. */
const decisionsAtMost = 2_000_000

/** A later edition, compared with what stands. Nothing is written. */
export function editions(followers: readonly Follower[]) {
  const routes = router()
  routes.use(signedIn, allowed('place.edit'), atMost(editionAtMost))
  routes.openapi(
    createRoute({
      tags,
      method: 'post',
      path: '/',
      summary: 'What a later edition of the national codes (JSON or CSV, as the body) seems to have changed',
      request: { query: z.object({ name: text(200).default('codes.json') }) },
      responses: answers(Edition),
    }),
    async (c) => {
      const { db, actor, now } = c.var
      const bytes = new Uint8Array(await c.req.arrayBuffer())
      const { name } = c.req.valid('query')
      return c.json(orProblem(await compareEdition(db, followers, bytes, { name, today: dayOf(now), county: actor.county })), 200)
    },
  )
  return routes
}

/** Several changes of one day: each as it would be after those before it. */
export function manyChanges(followers: readonly Follower[]) {
  const routes = router()
  routes.use(signedIn, allowed('place.edit'), atMost(decisionsAtMost))

  routes.openapi(
    createRoute({
      tags,
      method: 'post',
      path: '/preview',
      summary: 'What several changes of one day would do together, and how much would move',
      request: { body: json(PreviewQuestions) },
      responses: answers(Preview),
    }),
    async (c) => {
      const { plans, day } = c.req.valid('json')
      return c.json(await lookedAt(c, followers, plans, day), 200)
    },
  )

  routes.openapi(
    createRoute({
      tags,
      method: 'post',
      path: '/',
      summary: 'Decide several changes of one day, one after the other, all or none',
      request: { body: json(Decisions) },
      responses: answers(z.object({ rows: z.array(ChangeView) })),
    }),
    async (c) => {
      const { db, actor } = c.var
      const { fingerprint, plans, ...asked } = c.req.valid('json')
      const rows = await transact(db, async (trx) => {
        await store.lockCounty(trx, actor.county)
        const isAgain = (await store.find(trx, actor.county, plans[0]!.id)) !== undefined
        if (!isAgain && (await fingerprintOf(trx, actor.county)) !== fingerprint) throw new Problem(refuse('change.overtaken'))
        const made: store.Change[] = []
        for (const [turn, plan] of plans.entries()) {
          const change = await decide(trx, followers, { ...asked, ...plan, ...whoAsks(c), turn })
          if (isRefusal(change)) throw new Problem({ ...change, facts: { ...change.facts, at: turn + 1 } })
          await told(c, change, trx)
          made.push(change)
        }
        return made
      })
      return c.json({ rows: rows.map(viewOf) }, 201)
    },
  )
  return routes
}
