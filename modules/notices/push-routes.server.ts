/** Web push over HTTP: the key a browser subscribes with, and one's own subscriptions. */
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { isUniqueViolation } from '#db/db.ts'
import { id } from '#modules/kernel/ids.ts'
import { refuse } from '#modules/kernel/refusal.ts'
import { answers, invalid, json, router, signedIn } from '#server/context.ts'
import { Problem } from '#server/problem.ts'
import * as store from './push-store.server.ts'
import { Subscription } from './wire.ts'

const tags = ['notices']
const Done = z.object({ id: z.string() })

const bytes = (text: string) => Buffer.from(text, 'base64url').length

export const pushes = router()
pushes.use(signedIn)

pushes.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/',
    summary: 'The public key that a browser subscribes with',
    responses: answers(z.object({ key: z.string() })),
  }),
  async (c) => c.json({ key: (await store.vapidKeys(c.var.db, c.var.secrets)).publicKey }, 200),
)

pushes.openapi(
  createRoute({
    tags,
    method: 'post',
    path: '/',
    summary: 'Have this browser told',
    request: { body: json(Subscription) },
    responses: answers(Done),
  }),
  async (c) => {
    const { db, actor, secrets, now } = c.var
    const wanted = c.req.valid('json')
    // A point of P-256 and sixteen bytes, or nothing could ever be sealed for it.
    if (bytes(wanted.keys.p256dh) !== 65 || bytes(wanted.keys.auth) !== 16)
      throw new Problem(invalid([{ path: ['keys'], message: 'unusable' }]))
    try {
      await store.subscribe(db, actor, wanted, secrets, now)
    } catch (error) {
      if (isUniqueViolation(error)) throw new Problem(refuse('conflict'))
      throw error
    }
    return c.json({ id: wanted.id }, 201)
  },
)

pushes.openapi(
  createRoute({
    tags,
    method: 'delete',
    path: '/{id}',
    summary: 'Have it told no more',
    request: { params: z.object({ id: id<string>() }) },
    responses: answers(Done),
  }),
  async (c) => {
    const { db, actor } = c.var
    const { id } = c.req.valid('param')
    await store.unsubscribe(db, actor.county, actor.id, id)
    return c.json({ id }, 200)
  },
)
