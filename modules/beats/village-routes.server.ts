/** Bulletins, groups, leave, and what the station and the petition office report, over HTTP. Plain rows with an audit line each. */
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { isMissingReference, transact } from '#db/db.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { refuse } from '#modules/kernel/refusal.ts'
import { may, postsFor } from '#modules/people/actor.ts'
import { audited } from '#server/audit.ts'
import { answers, json, router, signedIn } from '#server/context.ts'
import { notFound, Problem } from '#server/problem.ts'
import { monthsOver, standingKinds } from './beat.ts'
import { follow, whyNotCame } from './came-store.server.ts'
import { ReportTable, Unreported } from './reply.ts'
import { entersLeave, reportsUnder, whyNotLeave, whyNotReport } from './rules/village.ts'
import { endSubstitution, substitute } from './substitute.server.ts'
import * as store from './village-store.server.ts'
import { Came, Group, NewBulletin, NewLeave, Reports, ReportsAsked } from './wire.ts'

const tags = ['beats']
const params = z.object({ id: z.uuid().transform((value) => value.toLowerCase()) })
const Done = z.object({ id: z.string() })

export const villageWork = router()
villageWork.use(signedIn)

villageWork.openapi(
  createRoute({
    tags,
    method: 'post',
    path: '/bulletins',
    summary: "Publish a bulletin on a village's page",
    request: { body: json(NewBulletin) },
    responses: answers(Done),
  }),
  async (c) => {
    const { db, actor, now } = c.var
    const bulletin = c.req.valid('json')
    if (!may(actor, 'beat.work', bulletin.village)) throw new Problem(refuse('not_permitted', { verb: 'beat.work' }))
    if (!(await store.publish(db, actor, bulletin, now))) throw new Problem(refuse('conflict', { id: bulletin.id }))
    await audited(c, { action: 'bulletin.published', subject: 'village', subjectId: bulletin.village, facts: { id: bulletin.id } })
    return c.json({ id: bulletin.id }, 201)
  },
)

villageWork.openapi(
  createRoute({
    tags,
    method: 'post',
    path: '/bulletins/{id}/withdraw',
    summary: 'Take back a bulletin of mine',
    request: { params },
    responses: answers(Done),
  }),
  async (c) => {
    const { id } = c.req.valid('param')
    if (!(await store.withdraw(c.var.db, c.var.actor, id, c.var.now))) throw notFound()
    await audited(c, { action: 'bulletin.withdrawn', subject: 'bulletin', subjectId: id })
    return c.json({ id }, 200)
  },
)

villageWork.openapi(
  createRoute({
    tags,
    method: 'post',
    path: '/bulletins/{id}/follow',
    summary: 'Point a bulletin of mine at the matter or dispute that came of it',
    request: { params, body: json(Came) },
    responses: answers(Done),
  }),
  async (c) => {
    const { id } = c.req.valid('param')
    await transact(c.var.db, async (db) => {
      const denied = await whyNotCame(db, c.var.actor, c.req.valid('json'))
      if (denied) throw new Problem(denied)
      if (!(await follow(db, c.var.actor, 'bulletins', id, c.req.valid('json')))) throw notFound()
      await audited(c, { action: 'bulletin.followed', subject: 'bulletin', subjectId: id }, db)
    })
    return c.json({ id }, 200)
  },
)

villageWork.openapi(
  createRoute({
    tags,
    method: 'put',
    path: '/groups/{id}',
    summary: 'Keep a contact group as it is today',
    request: { params, body: json(Group) },
    responses: answers(Done),
  }),
  async (c) => {
    const { db, actor, now } = c.var
    const { id } = c.req.valid('param')
    const group = { ...c.req.valid('json'), id }
    if (!may(actor, 'beat.work', group.village)) throw new Problem(refuse('not_permitted', { verb: 'beat.work' }))
    const ahead = [group.seenOn, group.lastNoticeOn].find((day) => day !== undefined && day > dayOf(now))
    if (ahead) throw new Problem(refuse('beat.day_ahead', { day: ahead }))
    if (!(await store.putGroup(db, actor, group, dayOf(now)))) throw new Problem(refuse('conflict', { id }))
    await audited(c, { action: 'group.kept', subject: 'village', subjectId: group.village, facts: { id } })
    return c.json({ id }, 200)
  },
)

villageWork.openapi(
  createRoute({
    tags,
    method: 'delete',
    path: '/groups/{id}',
    summary: 'A group is no more',
    request: { params },
    responses: answers(Done),
  }),
  async (c) => {
    const { id } = c.req.valid('param')
    if (!(await store.endGroup(c.var.db, c.var.actor, id, dayOf(c.var.now)))) throw notFound()
    await audited(c, { action: 'group.ended', subject: 'group', subjectId: id })
    return c.json({ id }, 200)
  },
)

villageWork.openapi(
  createRoute({
    tags,
    method: 'post',
    path: '/leaves',
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
      await store.addLeave(db, actor, leave, now)
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

villageWork.openapi(
  createRoute({
    tags,
    method: 'delete',
    path: '/leaves/{id}',
    summary: 'Leave that is not taken',
    request: { params },
    responses: answers(Done),
  }),
  async (c) => {
    const { actor, now } = c.var
    const { id } = c.req.valid('param')
    const leave = await store.findLeave(c.var.db, actor.county, id)
    if (!leave || !entersLeave(actor, leave.village)) throw notFound()
    await transact(c.var.db, async (db) => {
      await store.dropLeave(db, actor.county, id)
      await endSubstitution(db, actor.county, id, dayOf(now))
      await audited(
        c,
        { action: 'leave.removed', subject: 'person', subjectId: leave.person, facts: { from: leave.from, to: leave.to } },
        db,
      )
    })
    return c.json({ id }, 200)
  },
)

villageWork.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/reports',
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

villageWork.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/unreported',
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

villageWork.openapi(
  createRoute({
    tags,
    method: 'put',
    path: '/reports',
    summary: 'Say how many cases or petitions villages had, by month: all rows or none',
    request: { body: json(Reports) },
    responses: answers(z.object({ rows: z.number() })),
  }),
  async (c) => {
    const { db, actor, now } = c.var
    const reports = c.req.valid('json')
    const refusal = whyNotReport(reports, actor, dayOf(now))
    if (refusal) throw new Problem(refusal)
    await store.putReports(db, actor, reports, now).catch((error: unknown) => {
      throw isMissingReference(error) ? new Problem(refuse('place.unknown', {})) : error
    })
    await audited(c, {
      action: 'village.reported',
      subject: 'village',
      subjectId: actor.county,
      facts: { kind: reports.kind, rows: reports.rows.length },
    })
    return c.json({ rows: reports.rows.length }, 200)
  },
)
