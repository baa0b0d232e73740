/** Clues over HTTP: handed on to a unit, read by whom they name, judged by the unit. Who told it never leaves the author. */
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { transact } from '#db/db.ts'
import { dayOf, daysAfter } from '#modules/kernel/calendar.ts'
import { dayCursor, page } from '#modules/kernel/cursor.ts'
import { refuse } from '#modules/kernel/refusal.ts'
import { may } from '#modules/people/actor.ts'
import { audited } from '#server/audit.ts'
import { answers, cursor, json, router, signedIn } from '#server/context.ts'
import { notFound, Problem } from '#server/problem.ts'
import { daysToFile } from '../beat.ts'
import { follow, whyNotCame } from '../came-store.server.ts'
import { CluePage, Colleague } from '../reply.ts'
import { Came, ClueOutcome, CluesAsked, NewClue, village } from '../wire.ts'
import { colleaguesOf, unitPeople } from './colleagues-store.server.ts'
import * as store from './store.server.ts'
import { tellOfClue } from './told.server.ts'

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
    request: { query: CluesAsked },
    responses: answers(CluePage),
  }),
  async (c) => {
    const { db, actor, secrets } = c.var
    const asked = c.req.valid('query')
    const found = await store.list(db, actor, asked, cursor(asked.after, dayCursor), secrets)
    const { rows, next } = page(found, asked.limit, store.keyOf)
    const ids = rows.map(({ id }) => id)
    if (rows.length > 0) await audited(c, { action: 'clues.opened', subject: 'clue', subjectId: 'list', facts: { rows: rows.length, ids } })
    return c.json({ rows, next, waiting: asked.after ? null : await store.waitingOf(db, actor, asked.of) }, 200)
  },
)

clues.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/given',
    summary: 'How many clues came to me; nothing of them',
    responses: answers(z.object({ count: z.number(), waiting: z.number() })),
  }),
  async (c) => {
    const { db, actor } = c.var
    const [count, waiting] = await Promise.all([store.givenTo(db, actor), store.waitingOf(db, actor, 'given')])
    return c.json({ count, waiting }, 200)
  },
)

clues.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/colleagues',
    summary: 'Who works for a village of mine, and can be named in a clue',
    request: { query: z.object({ village }) },
    responses: answers(z.array(Colleague)),
  }),
  async (c) => {
    const { db, actor, now } = c.var
    const { village } = c.req.valid('query')
    if (!may(actor, 'beat.work', village)) throw notFound()
    const people = await colleaguesOf(db, actor.county, village, dayOf(now))
    return c.json(
      people.filter(({ id }) => id !== actor.id),
      200,
    )
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
    const { actor, now, secrets } = c.var
    const clue = c.req.valid('json')
    if (!may(actor, 'beat.work', clue.village)) throw new Problem(refuse('not_permitted', { verb: 'beat.work' }))
    if (clue.on < daysAfter(dayOf(now), -daysToFile)) throw new Problem(refuse('beat.day_past', { day: clue.on, days: daysToFile }))
    if (clue.on > dayOf(now)) throw new Problem(refuse('beat.day_ahead', { day: clue.on }))
    await transact(c.var.db, async (db) => {
      if (clue.named.length > 0) {
        const known = new Set((await colleaguesOf(db, actor.county, clue.village, dayOf(now))).map(({ id }) => id))
        if (clue.named.some((id) => !known.has(id))) throw new Problem(refuse('beat.not_colleague'))
      }
      const handed = await store.hand(db, actor, clue, secrets)
      if (!handed) throw new Problem(refuse('conflict', { id: clue.id }))
      if (!handed.fresh) return
      const unit = await unitPeople(db, actor.county, clue, dayOf(now))
      if (!unit) throw new Problem(refuse('matter.nobody_there', { department: clue.unit }))
      await tellOfClue(db, actor, clue, 'clue.handed', unit, now)
      await tellOfClue(
        db,
        actor,
        clue,
        'clue.named',
        clue.named.filter((person) => !unit.includes(person)),
        now,
      )
      await audited(c, { action: 'clue.handed', subject: 'clue', subjectId: clue.id, facts: { unit: clue.unit } }, db)
    })
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
    const { actor, now } = c.var
    const { id } = c.req.valid('param')
    await transact(c.var.db, async (db) => {
      const judged = await store.judge(db, actor, id, c.req.valid('json'), dayOf(now))
      if (!judged) throw notFound()
      await tellOfClue(db, actor, { id, village: judged.village }, 'clue.judged', [judged.by], now)
      await audited(c, { action: 'clue.judged', subject: 'clue', subjectId: id }, db)
    })
    return c.json({ id }, 200)
  },
)

clues.openapi(
  createRoute({
    tags,
    method: 'post',
    path: '/{id}/follow',
    summary: 'Point a clue of mine at the matter or dispute that came of it',
    request: { params, body: json(Came) },
    responses: answers(Done),
  }),
  async (c) => {
    const { actor } = c.var
    const { id } = c.req.valid('param')
    await transact(c.var.db, async (db) => {
      const denied = await whyNotCame(db, actor, c.req.valid('json'))
      if (denied) throw new Problem(denied)
      if (!(await follow(db, actor, 'clues', id, c.req.valid('json')))) throw notFound()
      await audited(c, { action: 'clue.followed', subject: 'clue', subjectId: id }, db)
    })
    return c.json({ id }, 200)
  },
)
