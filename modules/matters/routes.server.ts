/** Matters over HTTP, for staff. Five steps in the same order every time: parse, find, seen, decide, record (the last three are act). */
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { dayOf } from '#modules/kernel/calendar.ts'
import { page, timeCursor } from '#modules/kernel/cursor.ts'
import type { MatterId } from '#modules/kernel/ids.ts'
import { id, words } from '#modules/kernel/ids.ts'
import { refuse } from '#modules/kernel/refusal.ts'
import { postsFor, type Seat } from '#modules/people/actor.ts'
import { vacanciesUnder } from '#modules/people/vacancy-store.server.ts'
import { audited } from '#server/audit.ts'
import { answers, cursor, json, router, signedIn } from '#server/context.ts'
import { notFound, orProblem, Problem } from '#server/problem.ts'
import { act, file } from './act.server.ts'
import { spreadsheet } from './export.server.ts'
import { fileOf, opened, sealedContact } from './file.server.ts'
import { rowsOf } from './names.server.ts'
import { numberOf } from './number.ts'
import * as queue from './queue.server.ts'
import { Contacts, Counts, Filed, type MatterFile, MatterRow, QueuePage } from './reply.ts'
import { nearTo } from './reporters/near.server.ts'
import { reportersOf } from './reporters/reporters-store.server.ts'
import * as store from './store.server.ts'
import { sighted } from './watch-store.server.ts'
import { Envelope, Export, Near, Queue, Report } from './wire.ts'

const tags = ['matters']
const params = z.object({ id: id<MatterId>() })
const File = z
  .custom<MatterFile>()
  .openapi('MatterFile', { type: 'object', description: 'The matter, its file, and what the rules need: modules/matters/reply.ts' })

const rowsAtMost = 10_000

/** Empty seats are the business of who looks after a place, not of a county department. */
const fillsSeats = ({ role }: Seat) => role !== 'department_officer' && role !== 'police_officer'

export const matters = router()
matters.use(signedIn)

matters.openapi(
  createRoute({ tags, method: 'get', path: '/', summary: 'A page of a queue', request: { query: Queue }, responses: answers(QueuePage) }),
  async (c) => {
    const { db, actor, now, language } = c.var
    const query = c.req.valid('query')
    const after = cursor(query.after, timeCursor)
    const { rows, next } = page(await queue.list(db, actor, query, now, after), query.limit, queue.keyOf(query))
    return c.json({ rows: await rowsOf(db, actor.county, rows, language === 'en'), next }, 200)
  },
)

matters.openapi(
  createRoute({ tags, method: 'get', path: '/counts', summary: 'How many are to do, late, settled', responses: answers(Counts) }),
  async (c) => {
    const { db, actor, now } = c.var
    const vacancies = await Promise.all(
      postsFor(actor, 'place.read')
        .filter(fillsSeats)
        .map(({ place }) => vacanciesUnder(db, place, dayOf(now))),
    )
    return c.json({ ...(await queue.counts(db, actor, now)), vacancies: Math.max(0, ...vacancies) }, 200)
  },
)

matters.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/export',
    summary: 'What the queue shows, as a spreadsheet',
    request: { query: Export },
    responses: { 200: { description: 'An .xlsx file' } },
  }),
  async (c) => {
    const { db, actor, now, language } = c.var
    const { columns, ...query } = c.req.valid('query')
    if (postsFor(actor, 'matter.export').length === 0) throw new Problem(refuse('not_permitted', { verb: 'matter.export' }))
    const found = await queue.list(db, actor, { ...query, limit: rowsAtMost }, now, undefined)
    if (found.length > rowsAtMost) throw new Problem(refuse('export.too_many', { atMost: rowsAtMost }))
    await audited(c, {
      action: 'matters.exported',
      subject: 'queue',
      subjectId: '',
      facts: { rows: found.length, query: { ...query, search: query.search === undefined ? undefined : '…' } },
    })
    const bytes = await spreadsheet(await rowsOf(db, actor.county, found, language === 'en'), columns, language, {
      by: actor.name,
      at: now,
    })
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="matters-${dayOf(now)}.xlsx"`,
    })
  },
)

matters.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/near',
    summary: 'Open matters in my sight that may be about the same thing as a report',
    request: { query: Near },
    responses: answers(z.array(MatterRow)),
  }),
  async (c) => {
    const { db, actor, now, language } = c.var
    const report = c.req.valid('query')
    if (!report.place.startsWith(actor.county)) throw new Problem(refuse('place.unknown', { place: report.place }))
    return c.json(await rowsOf(db, actor.county, await nearTo(db, report, actor, now), language === 'en'), 200)
  },
)

matters.openapi(
  createRoute({ tags, method: 'get', path: '/{id}', summary: 'The file of a matter', request: { params }, responses: answers(File) }),
  async (c) => {
    const { db, actor, now, secrets, language } = c.var
    const matter = await store.find(db, actor, c.req.valid('param').id)
    if (!matter) throw notFound()
    if (matter.isEmergency) await sighted(db, actor.county, matter.id, actor.id, now)
    await audited(c, {
      action: 'matter.opened',
      subject: 'matter',
      subjectId: matter.id,
      facts: { number: numberOf(matter) },
    })
    return c.json(await fileOf(db, matter, secrets, now, language === 'en'), 200)
  },
)

matters.openapi(
  createRoute({ tags, method: 'post', path: '/', summary: 'Report a matter', request: { body: json(Report) }, responses: answers(Filed) }),
  async (c) => {
    const { db, actor, now, secrets } = c.var
    const report = c.req.valid('json')
    if (!report.place.startsWith(actor.county)) throw new Problem(refuse('place.unknown', { place: report.place }))
    const reporter = report.contact ? sealedContact(report.contact, secrets, null) : undefined
    const { matter, fresh } = orProblem(await file(db, report, { as: 'staff', actor }, now, reporter))
    return c.json({ matter, number: numberOf(matter) }, fresh ? 201 : 200)
  },
)

matters.openapi(
  createRoute({
    tags,
    method: 'post',
    path: '/{id}/commands',
    summary: 'Do something with a matter',
    request: { params, body: json(Envelope) },
    responses: answers(File),
  }),
  async (c) => {
    const { db, actor, now, secrets, language } = c.var
    const matter = await store.find(db, actor, c.req.valid('param').id)
    if (!matter) throw notFound()
    const acted = orProblem(await act(db, matter, c.req.valid('json'), { as: 'staff', actor }, now))
    return c.json(await fileOf(db, acted.matter, secrets, now, language === 'en'), 200)
  },
)

matters.openapi(
  createRoute({
    tags,
    method: 'post',
    path: '/{id}/contact',
    summary: 'How to reach the reporter; who asked and why is recorded',
    request: { params, body: json(z.object({ reason: words(200) })) },
    responses: answers(Contacts),
  }),
  async (c) => {
    const { db, actor, secrets } = c.var
    const matter = await store.find(db, actor, c.req.valid('param').id, 'matter.contact')
    const all = matter ? await reportersOf(db, actor.county, matter.id) : []
    if (!matter || all.length === 0) throw notFound()
    const { reason } = c.req.valid('json')
    await audited(c, {
      action: 'reporter.opened',
      subject: 'matter',
      subjectId: matter.id,
      facts: { reason, number: numberOf(matter) },
    })
    const first = all.find((each) => each.id === matter.id)
    const others = all.filter((each) => each !== first && (each.name || each.phone))
    return c.json({ ...opened(first ?? { name: null, phone: null }, secrets), others: others.map((each) => opened(each, secrets)) }, 200)
  },
)
