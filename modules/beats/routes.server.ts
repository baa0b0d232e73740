/** Beats over HTTP: the records of a village day, and the villages they were made in. */
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { page, timeCursor } from '#modules/kernel/cursor.ts'
import { audited } from '#server/audit.ts'
import { answers, cursor, json, router, signedIn } from '#server/context.ts'
import { notFound, orProblem } from '#server/problem.ts'
import { act } from './act.server.ts'
import { fileOf, listOf } from './file.server.ts'
import { rowsOf } from './names.server.ts'
import { RecordPage, RecordRow, type VillageFile, VillageRow } from './reply.ts'
import * as store from './store.server.ts'
import { Asked, Envelope, village } from './wire.ts'

const tags = ['beats']
const params = z.object({ id: z.uuid().transform((value) => value.toLowerCase()) })
const File = z.custom<VillageFile>().openapi('VillageFile', {
  type: 'object',
  description: "A village's officer and adviser, lanes, groups, bulletins: modules/beats/reply.ts",
})

export const beats = router()
beats.use(signedIn)

beats.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/records',
    summary: 'Records of the villages in my sight, newest first',
    request: { query: Asked },
    responses: answers(RecordPage),
  }),
  async (c) => {
    const { db, actor } = c.var
    const asked = c.req.valid('query')
    const { rows, next } = page(await store.list(db, actor, asked, cursor(asked.after, timeCursor)), asked.limit, store.keyOf)
    if (rows.some((row) => row.by !== actor.id))
      await audited(c, {
        ...{ action: 'records.opened', subject: 'village', subjectId: asked.village ?? actor.county },
        facts: { rows: rows.length },
      })
    return c.json({ rows: await rowsOf(db, actor, rows), next }, 200)
  },
)

beats.openapi(
  createRoute({
    tags,
    method: 'post',
    path: '/records/{id}/commands',
    summary: 'Make a record, or do something with my own',
    request: { params, body: json(Envelope) },
    responses: answers(RecordRow),
  }),
  async (c) => {
    const { db, actor, now } = c.var
    const acted = orProblem(await act(db, actor, c.req.valid('param').id, c.req.valid('json'), now))
    const [row] = await rowsOf(db, actor, [acted.record])
    return c.json(row!, acted.fresh ? 201 : 200)
  },
)

beats.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/villages',
    summary: 'Villages in my sight, with who works there',
    responses: answers(z.array(VillageRow)),
  }),
  async (c) => c.json(await listOf(c.var.db, c.var.actor, c.var.now), 200),
)

beats.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/villages/{village}',
    summary: 'A village as its officer needs it',
    request: { params: z.object({ village }) },
    responses: answers(File),
  }),
  async (c) => {
    const { db, actor, now } = c.var
    const { village } = c.req.valid('param')
    const file = await fileOf(db, actor, village, now)
    if (!file) throw notFound()
    await audited(c, { action: 'village.opened', subject: 'village', subjectId: village })
    return c.json(file, 200)
  },
)
