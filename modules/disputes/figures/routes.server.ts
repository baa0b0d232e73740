/** Figures and spreadsheets over HTTP. */
import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { dayOf } from '#modules/kernel/calendar.ts'
import { refuse } from '#modules/kernel/refusal.ts'
import { audited } from '#server/audit.ts'
import { answers, type Env, router, signedIn } from '#server/context.ts'
import { orProblem, Problem } from '#server/problem.ts'
import { rowsOf } from '../names.server.ts'
import * as registers from '../register-store.server.ts'
import { figuresFor } from './figures.server.ts'
import { figuresSheet, registerSheet } from './sheet.server.ts'
import { Figures, FiguresQuery, SheetQuery } from './wire.ts'

const tags = ['disputes']
const workbook = { 200: { description: 'An .xlsx file' } }
/** Rows of one spreadsheet. */
const rowsAtMost = 5000

export const figures = router()
figures.use(signedIn)

figures.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/figures',
    summary: 'The yearly form of the national statistics of mediation',
    request: { query: FiguresQuery },
    responses: answers(Figures),
  }),
  async (c) => c.json(await asked(c, c.req.valid('query')), 200),
)

figures.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/figures/sheet',
    summary: 'The yearly form as a spreadsheet',
    request: { query: FiguresQuery },
    responses: workbook,
  }),
  async (c) => {
    const { actor, now, language } = c.var
    const form = await asked(c, c.req.valid('query'))
    await audited(c, {
      action: 'disputes.exported',
      subject: 'disputes',
      subjectId: form.place,
      facts: { figures: form.year, of: form.of },
    })
    return sent(c, await figuresSheet(form, language, { by: actor.name, at: now }), `mediation-${form.year}-${form.place}.xlsx`)
  },
)

figures.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/sheet',
    summary: 'What the register shows, as a spreadsheet',
    request: { query: SheetQuery },
    responses: workbook,
  }),
  async (c) => {
    const { db, actor, now, language, secrets } = c.var
    const { columns, ...query } = c.req.valid('query')
    const found = await registers.list(db, actor, { ...query, limit: rowsAtMost }, now, secrets)
    if (found.length > rowsAtMost) throw new Problem(refuse('export.too_many', { atMost: rowsAtMost }))
    await audited(c, {
      action: 'disputes.exported',
      subject: 'disputes',
      subjectId: '',
      facts: { rows: found.length, query: { ...query, search: query.search === undefined ? undefined : '…' } },
    })
    const rows = await rowsOf(db, actor.county, found, c.var)
    return sent(c, await registerSheet(rows, columns, language, { by: actor.name, at: now }), `disputes-${dayOf(now)}.xlsx`)
  },
)

async function asked(c: Context<Env>, query: FiguresQuery): Promise<Figures> {
  const { db, actor } = c.var
  return orProblem(await figuresFor(db, actor, query, c.var))
}

const sent = (c: Context<Env>, bytes: Buffer, name: string) =>
  c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': `attachment; filename="${name}"`,
  })
