/** Leave of officers and advisers over HTTP: entered by who answers for them, with who stands in. */
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { isMissingReference, transact } from '#db/db.ts'
import { dayOf, daysAfter } from '#modules/kernel/calendar.ts'
import { refuse } from '#modules/kernel/refusal.ts'
import { audited } from '#server/audit.ts'
import { answers, json, router, signedIn } from '#server/context.ts'
import { notFound, Problem } from '#server/problem.ts'
import { entersLeave, whyNotLeave } from '../rules/village.ts'
import { NewLeave } from '../wire.ts'
import * as store from './store.server.ts'
import { endSubstitution, substitute } from './substitute.server.ts'
import { tellOfLeave } from './told.server.ts'

const tags = ['beats']
const params = z.object({ id: z.uuid().transform((value) => value.toLowerCase()) })
const Done = z.object({ id: z.string() })

export const leaves = router()
leaves.use(signedIn)

leaves.openapi(
  createRoute({
    tags,
    method: 'post',
    path: '/',
    summary: 'Enter leave; a substitute holds the post for those days',
    request: { body: json(NewLeave) },
    responses: answers(Done),
  }),
  async (c) => {
    const { actor, now } = c.var
    const leave = c.req.valid('json')
    const refusal = whyNotLeave(leave, actor, dayOf(now))
    if (refusal) throw new Problem(refusal)
    await transact(c.var.db, async (db) => {
      const denied = await substitute(db, actor, leave, now)
      if (denied) throw new Problem(denied)
      if (await store.addLeave(db, actor, leave, now)) await tellOfLeave(db, actor, leave, now)
      await audited(
        c,
        { action: 'leave.entered', subject: 'person', subjectId: leave.person, facts: { from: leave.from, to: leave.to } },
        db,
      )
    }).catch((error: unknown) => {
      throw isMissingReference(error) ? notFound() : error
    })
    return c.json({ id: leave.id }, 201)
  },
)

leaves.openapi(
  createRoute({
    tags,
    method: 'delete',
    path: '/{id}',
    summary: 'Leave that is not taken, or ends today: what was taken of it stays',
    request: { params },
    responses: answers(Done),
  }),
  async (c) => {
    const { actor, now } = c.var
    const { id } = c.req.valid('param')
    const leave = await store.findLeave(c.var.db, actor.county, id)
    if (!leave || !entersLeave(actor, leave.village, await store.roleAt(c.var.db, actor.county, leave))) throw notFound()
    const today = dayOf(now)
    if (leave.to < today) throw new Problem(refuse('beat.leave_over', { day: leave.to }))
    await transact(c.var.db, async (db) => {
      if (leave.from < today) await store.shortenLeave(db, actor.county, id, daysAfter(today, -1))
      else await store.dropLeave(db, actor.county, id)
      await endSubstitution(db, actor.county, leave, today)
      await audited(
        c,
        { action: 'leave.removed', subject: 'person', subjectId: leave.person, facts: { from: leave.from, to: leave.to } },
        db,
      )
    })
    return c.json({ id }, 200)
  },
)
