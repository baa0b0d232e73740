/** Signing in and out, one's own sessions and password. */
import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import { transact } from '#db/db.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { refuse } from '#modules/kernel/refusal.ts'
import { findCounty } from '#modules/places/store.server.ts'
import { audited } from '#server/audit.ts'
import { addressOf, answers, type Env, json, router, signedIn } from '#server/context.ts'
import { Problem } from '#server/problem.ts'
import { limits } from '#server/throttle.ts'
import type { Accounts } from './accounts.server.ts'
import type { Actor } from './actor.ts'
import { roles, type Verb } from './role.ts'
import * as store from './store.server.ts'
import { ChangePassword, Me, type PostView, SessionView, SignIn } from './wire.ts'

const tags = ['session']
const nothing = z.object({})

export function session(accounts: Accounts) {
  const routes = router()

  routes.openapi(
    createRoute({ tags, method: 'post', path: '/session', summary: 'Sign in', request: { body: json(SignIn) }, responses: answers(Me) }),
    async (c) => {
      const { db, now, throttle } = c.var
      const { phone, password } = c.req.valid('json')
      // Counted before the password is looked at: guesses sent all at once are no more than guesses one by one.
      const waits = await Promise.all([throttle.count('signIn', phone), throttle.count('signInAddress', addressOf(c))])
      const wait = Math.max(...waits)
      if (wait > 0) throw new Problem(refuse('sign_in.locked', { minutes: Math.ceil(wait / 60) }))

      const headers = await accounts.signIn(phone, password, new Headers({ 'user-agent': c.req.header('user-agent') ?? '' }))
      if (!headers)
        throw new Problem(refuse('sign_in.wrong', { left: Math.max(0, limits.signIn.points - (await throttle.used('signIn', phone))) }))
      await throttle.reward('signInAddress', addressOf(c))
      await throttle.forget('signIn', phone)
      for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
      const account = await accounts.byPhone(phone)
      const actor = account && (await store.actorOf(db, account.county, account.personId, dayOf(now)))
      if (!account || !actor) throw new Problem(refuse('sign_in.wrong', { left: 0 }))
      c.set('actor', actor)
      await audited(c, {
        action: 'session.started',
        subject: 'person',
        subjectId: actor.id,
      })
      return c.json(await meOf(c, actor, account.mustChangePassword), 200)
    },
  )

  routes.openapi(createRoute({ tags, method: 'delete', path: '/session', summary: 'Sign out', responses: answers(nothing) }), async (c) => {
    const headers = await accounts.signOut(c.req.raw.headers)
    for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
    return c.json({}, 200)
  })

  routes.use('/me', signedIn)
  routes.openapi(createRoute({ tags, method: 'get', path: '/me', summary: 'Who is signed in', responses: answers(Me) }), async (c) =>
    c.json(await meOf(c, c.var.actor, c.var.signed.mustChangePassword), 200),
  )

  routes.use('/me/password', signedIn)
  routes.openapi(
    createRoute({
      tags,
      method: 'post',
      path: '/me/password',
      summary: 'Change my password; ends my other sessions',
      request: { body: json(ChangePassword) },
      responses: answers(Me),
    }),
    async (c) => {
      const { db, actor, now, signed, throttle } = c.var
      const { current, next } = c.req.valid('json')
      const wait = await throttle.count('signIn', signed.userId)
      if (wait > 0) throw new Problem(refuse('sign_in.locked', { minutes: Math.ceil(wait / 60) }))
      if (!(await accounts.isPassword(signed.userId, current))) throw new Problem(refuse('password.wrong'))
      await throttle.forget('signIn', signed.userId)
      if (next === current) throw new Problem(refuse('password.same'))
      const hash = await accounts.hashPassword(next)
      await transact(db, async (trx) => {
        await accounts.setPassword(trx, signed.userId, hash, false, now)
        await accounts.endOtherSessions(trx, signed.userId, signed.sessionId)
        await audited(
          c,
          {
            action: 'password.changed',
            subject: 'person',
            subjectId: actor.id,
          },
          trx,
        )
      })
      return c.json(await meOf(c, actor, false), 200)
    },
  )

  routes.use('/sessions', signedIn)
  routes.use('/sessions/*', signedIn)
  routes.openapi(
    createRoute({ tags, method: 'get', path: '/sessions', summary: 'Where I am signed in', responses: answers(z.array(SessionView)) }),
    async (c) => {
      const { signed, now } = c.var
      const rows = await accounts.sessions(signed.userId, now)
      return c.json(
        rows.map(({ id, userAgent, createdAt, expiresAt }) => ({
          id,
          device: userAgent,
          startedAt: createdAt,
          expiresAt,
          isThis: id === signed.sessionId,
        })),
        200,
      )
    },
  )
  routes.openapi(
    createRoute({ tags, method: 'delete', path: '/sessions', summary: 'End all my other sessions', responses: answers(nothing) }),
    async (c) => {
      await accounts.endOtherSessions(c.var.db, c.var.signed.userId, c.var.signed.sessionId)
      return c.json({}, 200)
    },
  )
  routes.openapi(
    createRoute({
      tags,
      method: 'delete',
      path: '/sessions/{id}',
      summary: 'End one of my sessions',
      request: { params: z.object({ id: z.string().max(64) }) },
      responses: answers(nothing),
    }),
    async (c) => {
      await accounts.endSession(c.var.signed.userId, c.req.valid('param').id)
      return c.json({}, 200)
    },
  )
  return routes
}

async function meOf(c: Context<Env>, actor: Actor, mustChangePassword: boolean): Promise<Me> {
  const { db, now } = c.var
  const [posts, phone, county] = await Promise.all([
    store.postsOf(db, actor.county, [actor.id]),
    store.phoneOf(db, actor.county, actor.id),
    findCounty(db, actor.county),
  ])
  const today = dayOf(now)
  const standing = posts.filter(({ since, until }) => since <= today && (until === null || until > today))
  const verbs = [...new Set(actor.posts.flatMap(({ role }) => roles[role].verbs as readonly Verb[]))]
  return {
    id: actor.id,
    name: actor.name,
    phone,
    posts: standing.map(({ personId: _person, ...post }) => post as PostView),
    county: { code: actor.county, name: county?.name ?? actor.county },
    mustChangePassword,
    verbs,
  }
}
