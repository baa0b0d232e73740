/** A county's settings over HTTP, for its administrator. Every change takes effect at once, from now on, and is recorded. */
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { transact } from '#db/db.ts'
import { refuse } from '#modules/kernel/refusal.ts'
import { audited } from '#server/audit.ts'
import { allowed, answers, json, router, signedIn } from '#server/context.ts'
import { notFound, Problem } from '#server/problem.ts'
import * as store from './settings-store.server.ts'
import { findChoice } from './store.server.ts'
import { CategoryChange, Settings } from './wire.ts'

const tags = ['settings']
const Changed = z.looseObject({ code: z.string() }).openapi('Category')

export const settings = router()
settings.use(signedIn)
settings.use(allowed('settings.edit'))

settings.openapi(
  createRoute({ tags, method: 'get', path: '/', summary: "The county's settings", responses: answers(Settings) }),
  async (c) => c.json(await store.settingsOf(c.var.db, c.var.actor.county), 200),
)

settings.openapi(
  createRoute({
    tags,
    method: 'put',
    path: '/',
    summary: "Change the county's settings",
    request: { body: json(Settings) },
    responses: answers(Settings),
  }),
  async (c) => {
    const { db, actor } = c.var
    const wanted = c.req.valid('json')
    const before = await store.settingsOf(db, actor.county)
    await transact(db, async (trx) => {
      await store.changeSettings(trx, actor.county, wanted)
      await audited(c, { action: 'settings.changed', subject: 'county', subjectId: actor.county, facts: { before, after: wanted } }, trx)
    })
    return c.json(wanted, 200)
  },
)

export const categoryChanges = router()
categoryChanges.use(signedIn)
categoryChanges.use(allowed('settings.edit'))

categoryChanges.openapi(
  createRoute({
    tags,
    method: 'put',
    path: '/{code}',
    summary: 'Change a sub-category: its department, ladder and limits',
    request: { params: z.object({ code: z.string().regex(/^\d{4}$/) }), body: json(CategoryChange) },
    responses: answers(Changed),
  }),
  async (c) => {
    const { db, actor } = c.var
    const { code } = c.req.valid('param')
    const wanted = c.req.valid('json')
    const before = await findChoice(db, actor.county, code)
    if (!before) throw notFound()
    if (!(await store.hasDepartment(db, actor.county, wanted.department)))
      throw new Problem(refuse('department.unknown', { department: wanted.department }))
    await transact(db, async (trx) => {
      await store.changeCategory(trx, actor.county, code, wanted)
      await audited(c, { action: 'category.changed', subject: 'category', subjectId: code, facts: { before, after: wanted } }, trx)
    })
    return c.json({ ...before, ...wanted }, 200)
  },
)
