/** Clues over HTTP: handed on to a unit, read by whom they name, judged by the unit. Who told it never leaves the author. */
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { isMissingReference } from '#db/db.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { refuse } from '#modules/kernel/refusal.ts'
import { may } from '#modules/people/actor.ts'
import { audited } from '#server/audit.ts'
import { answers, json, router, signedIn } from '#server/context.ts'
import { notFound, Problem } from '#server/problem.ts'
import * as store from './clues-store.server.ts'
import { ClueRow } from './reply.ts'
import { ClueOutcome, NewClue } from './wire.ts'

const tags = ['beats']
const params = z.object({ id: z.uuid().transform((value) => value.toLowerCase()) })
const Done = z.object({ id: z.string() })

export const clues = router()
clues.use(signedIn)

clues.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/',
    summary: 'Clues that I handed on, or that came to me',
    responses: answers(z.array(ClueRow)),
  }),
  async (c) => {
    const rows = await store.cluesOf(c.var.db, c.var.actor, c.var.secrets)
    if (rows.length > 0) await audited(c, { action: 'clues.opened', subject: 'clue', subjectId: 'list', facts: { rows: rows.length } })
    return c.json(rows, 200)
  },
)

clues.openapi(
  createRoute({
    tags,
    method: 'post',
    path: '/',
    summary: 'Hand a clue on to a unit',
    request: { body: json(NewClue) },
    responses: answers(Done),
  }),
  async (c) => {
    const { db, actor, now, secrets } = c.var
    const clue = c.req.valid('json')
    if (!may(actor, 'beat.work', clue.village)) throw new Problem(refuse('not_permitted', { verb: 'beat.work' }))
    if (clue.on > dayOf(now)) throw new Problem(refuse('beat.day_ahead', { day: clue.on }))
    const handed = await store.hand(db, actor, clue, secrets).catch((error: unknown) => {
      throw isMissingReference(error) ? new Problem(refuse('matter.nobody_there', { department: clue.unit })) : error
    })
    if (!handed) throw new Problem(refuse('conflict', { id: clue.id }))
    await audited(c, { action: 'clue.handed', subject: 'clue', subjectId: clue.id, facts: { unit: clue.unit } })
    return c.json({ id: clue.id }, 201)
  },
)

clues.openapi(
  createRoute({
    tags,
    method: 'post',
    path: '/{id}/outcome',
    summary: 'Say whether a clue was useful, and why',
    request: { params, body: json(ClueOutcome) },
    responses: answers(Done),
  }),
  async (c) => {
    const { db, actor, now } = c.var
    const { id } = c.req.valid('param')
    if (!(await store.judge(db, actor, id, c.req.valid('json'), dayOf(now)))) throw notFound()
    await audited(c, { action: 'clue.judged', subject: 'clue', subjectId: id })
    return c.json({ id }, 200)
  },
)
