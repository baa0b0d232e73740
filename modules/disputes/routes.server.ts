/** Disputes over HTTP, for the staff: the register, a file, what is done with it. */
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { dayOf } from '#modules/kernel/calendar.ts'
import { page, timeCursor } from '#modules/kernel/cursor.ts'
import { type DisputeId, id } from '#modules/kernel/ids.ts'
import { refuse } from '#modules/kernel/refusal.ts'
import { mintTrackingCode } from '#modules/matters/pages/tracking-code.server.ts'
import { localDaysOf } from '#modules/places/store.server.ts'
import { audited } from '#server/audit.ts'
import { answers, cursor, json, router, signedIn } from '#server/context.ts'
import { notFound, orProblem, Problem } from '#server/problem.ts'
import { act, numberOf, register } from './act.server.ts'
import { claimsWaiting } from './claims/store.server.ts'
import { committeesFor } from './committees-store.server.ts'
import { fileOf } from './file.server.ts'
import { rowsOf } from './names.server.ts'
import * as records from './record-store.server.ts'
import * as registers from './register-store.server.ts'
import { CalendarEntry, Committee, Counts, type DisputeFile, Register as Page, Registered, TypeChoice } from './reply.ts'
import { onCalendar } from './rules/clock.ts'
import { mayOpen } from './rules/sight.ts'
import * as store from './store.server.ts'
import { Asked, Between, Envelope, Register } from './wire.ts'

const tags = ['disputes']
const params = z.object({ id: id<DisputeId>() })
const File = z
  .custom<DisputeFile>()
  .openapi('DisputeFile', { type: 'object', description: 'The dispute, its file, and what the rules need: modules/disputes/reply.ts' })

export const disputes = router()
disputes.use(signedIn)

disputes.openapi(
  createRoute({ tags, method: 'get', path: '/', summary: 'A page of the register', request: { query: Asked }, responses: answers(Page) }),
  async (c) => {
    const { db, actor, now, secrets } = c.var
    const asked = c.req.valid('query')
    const after = cursor(asked.after, timeCursor)
    const { rows, next } = page(await registers.list(db, actor, asked, now, secrets, after), asked.limit, registers.keyOf)
    return c.json({ rows: await rowsOf(db, actor.county, rows, c.var), next }, 200)
  },
)

disputes.openapi(
  createRoute({ tags, method: 'get', path: '/counts', summary: 'How many are open, due, may escalate', responses: answers(Counts) }),
  async (c) => {
    const { db, actor, now } = c.var
    const [counted, claims] = await Promise.all([registers.counts(db, actor, now), claimsWaiting(db, actor)])
    return c.json({ ...counted, claims }, 200)
  },
)

disputes.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/calendar',
    summary: 'What is due on which day, in my files',
    request: { query: Between },
    responses: answers(z.array(CalendarEntry)),
  }),
  async (c) => {
    const { db, actor, now } = c.var
    const { from, until } = c.req.valid('query')
    const [running, local] = await Promise.all([registers.running(db, actor), localDaysOf(db, actor.county)])
    const due = running.flatMap((dispute) =>
      onCalendar(dispute, local)
        .filter(({ on }) => on >= from && on <= until)
        .map((each) => ({ dispute, ...each })),
    )
    const rows = new Map(
      (await rowsOf(db, actor.county, [...new Set(due.map(({ dispute }) => dispute))], c.var)).map((row) => [row.dispute.id, row]),
    )
    const today = dayOf(now)
    const entries = due.map(({ dispute, what, on }) => {
      const { number, title } = rows.get(dispute.id)!
      return { id: dispute.id as string, number, title, what, on, isPast: on <= today }
    })
    return c.json(
      entries.sort((one, other) => (one.on < other.on ? -1 : 1)),
      200,
    )
  },
)

disputes.openapi(
  createRoute({ tags, method: 'get', path: '/types', summary: 'Types of disputes', responses: answers(z.array(TypeChoice)) }),
  async (c) => c.json(await store.typeChoices(c.var.db, c.var.actor.county), 200),
)

disputes.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/committees',
    summary: 'Committees for which I may register a dispute, with who sits there',
    responses: answers(z.array(Committee)),
  }),
  async (c) => c.json(await committeesFor(c.var.db, c.var.actor, dayOf(c.var.now)), 200),
)

disputes.openapi(
  createRoute({
    tags,
    method: 'post',
    path: '/',
    summary: 'Register a dispute',
    request: { body: json(Register) },
    responses: answers(Registered),
  }),
  async (c) => {
    const { db, actor, now, secrets } = c.var
    const { dispute, fresh } = orProblem(await register(db, c.req.valid('json'), actor, now, secrets))
    const isMine = mayOpen(actor, dispute)
    // A retry by somebody else tells them nothing.
    if (!fresh && !isMine && dispute.registeredBy !== actor.id) throw new Problem(refuse('conflict', { id: dispute.id }))
    return c.json({ id: dispute.id as string, number: await numberOf(db, dispute), isMine }, fresh ? 201 : 200)
  },
)

disputes.openapi(
  createRoute({ tags, method: 'get', path: '/{id}', summary: 'The file of a dispute', request: { params }, responses: answers(File) }),
  async (c) => {
    const dispute = await store.find(c.var.db, c.var.actor, c.req.valid('param').id)
    if (!dispute) throw notFound()
    await audited(c, { action: 'dispute.opened', subject: 'dispute', subjectId: dispute.id, facts: { number: dispute.serial } })
    return c.json(await fileOf(c.var.db, dispute, c.var.actor, c.var), 200)
  },
)

disputes.openapi(
  createRoute({
    tags,
    method: 'post',
    path: '/{id}/commands',
    summary: 'Do something with a dispute',
    request: { params, body: json(Envelope) },
    responses: answers(File),
  }),
  async (c) => {
    const { db, actor, now, secrets } = c.var
    const { id } = c.req.valid('param')
    const envelope = c.req.valid('json')
    // Whoever stepped back, and sends it again because the answer was lost, did so: the file is not theirs any more, the answer is.
    const dispute = (await store.find(db, actor, id)) ?? (await records.doneBy(db, actor, id, envelope.commandId))
    if (!dispute) throw notFound()
    const acted = orProblem(await act(db, dispute, envelope, { as: 'staff', actor }, now, secrets))
    return c.json(await fileOf(db, acted.dispute, actor, c.var), 200)
  },
)

disputes.openapi(
  createRoute({
    tags,
    method: 'post',
    path: '/{id}/parties/{party}/code',
    summary: 'Give a party a code to look at what was agreed; shown once',
    request: { params: params.extend({ party: z.uuid() }) },
    responses: answers(z.object({ code: z.string() })),
  }),
  async (c) => {
    const { db, actor, secrets } = c.var
    const { id, party } = c.req.valid('param')
    const dispute = await store.find(db, actor, id)
    if (!dispute?.parties.some((each) => each.id === party.toLowerCase())) throw notFound()
    const code = mintTrackingCode()
    await records.giveCode(db, dispute, party.toLowerCase(), secrets.hash(code))
    await audited(c, { action: 'dispute.code', subject: 'dispute', subjectId: id, facts: { party } })
    return c.json({ code }, 200)
  },
)
