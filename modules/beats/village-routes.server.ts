/** Bulletins and groups over HTTP. Plain rows with an audit line each. */
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { transact } from '#db/db.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { refuse } from '#modules/kernel/refusal.ts'
import { may, postsFor } from '#modules/people/actor.ts'
import { audited } from '#server/audit.ts'
import { answers, json, router, signedIn } from '#server/context.ts'
import { notFound, Problem } from '#server/problem.ts'
import { follow, whyNotCame } from './came-store.server.ts'
import * as store from './village-store.server.ts'
import { Came, Group, NewBulletin } from './wire.ts'

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
    const villages = postsFor(c.var.actor, 'beat.work').map(({ place }) => place)
    if (!(await store.endGroup(c.var.db, c.var.actor, { id, villages }, dayOf(c.var.now)))) throw notFound()
    await audited(c, { action: 'group.ended', subject: 'group', subjectId: id })
    return c.json({ id }, 200)
  },
)
