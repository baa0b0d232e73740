/** What a request carries, and the doors it passes: who is asking, is the body well formed, may they. */
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { type ZodType, z } from 'zod'
import type { Db } from '#db/db.ts'
import type { Instant } from '#modules/kernel/ids.ts'
import { refuse } from '#modules/kernel/refusal.ts'
import type { Live } from '#modules/notices/live.server.ts'
import { type Actor, postsFor } from '#modules/people/actor.ts'
import type { Verb } from '#modules/people/role.ts'
import { Problem } from './problem.ts'
import type { Secrets } from './secrets.ts'
import type { Throttle } from './throttle.ts'

/** Everything outside a request: the process's surroundings. main.ts passes the real ones, tests pass theirs. */
export type Outside = {
  readonly db: Db
  readonly clock: () => Instant
  /** A fresh UUID, version 7: sorted by time, so that new rows lie together. */
  readonly mint: () => string
  readonly secrets: Secrets
  readonly throttle: Throttle
  /** Tells streams when a notice has come. */
  readonly live: Live
  /** Folder of the pictures. */
  readonly photos: string
  /** Where people reach this installation, without a slash at the end: it stands in the QR code of every notice board. */
  readonly address: string
}

export type Signed = { readonly sessionId: string; readonly userId: string; readonly mustChangePassword: boolean }

export type Env = {
  Variables: Outside & { now: Instant; actor: Actor; signed: Signed; requestId: string; language: 'zh-CN' | 'en' }
}

/** A router whose bodies, queries and parameters are checked at the edge: a 422 names every field. */
export const router = () =>
  new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success) throw new Problem(invalid(result.error.issues))
    },
  })

export const invalid = (issues: readonly { path: PropertyKey[]; code?: string; message: string }[]) =>
  refuse('invalid', {
    issues: issues.slice(0, 20).map(({ path, code, message }) => ({ field: path.map(String).join('.'), code, message })),
  })

/** The cursor of a page, read by `read`; one that somebody made up is refused. */
export function cursor<T>(typed: string | undefined, read: (typed: string | undefined) => T | undefined): T | undefined {
  const values = read(typed)
  if (typed !== undefined && values === undefined) throw new Problem(invalid([{ path: ['after'], message: 'cursor' }]))
  return values
}

const ProblemReply = z.object({ refused: z.string(), facts: z.record(z.string(), z.unknown()) })

/** The answers of a route: 200 (also 201, where something may be new) with this shape; everything else is a problem. */
export const answers = <A extends ZodType>(answer: A) => ({
  200: { description: 'Done', content: { 'application/json': { schema: answer } } },
  201: { description: 'Done, and something new is there', content: { 'application/json': { schema: answer } } },
  '4XX': { description: 'A refusal: a code and its facts', content: { 'application/json': { schema: ProblemReply } } },
})

/** A JSON body. */
export const json = <B extends ZodType>(schema: B) => ({ required: true as const, content: { 'application/json': { schema } } })

/** Only for who has a post with this verb, somewhere. What they may do it to is for the route to ask. */
export const allowed = (verb: Verb) =>
  createMiddleware<Env>(async (c, next) => {
    if (postsFor(c.var.actor, verb).length === 0) throw new Problem(refuse('not_permitted', { verb }))
    await next()
  })

export const signedIn = createMiddleware<Env>(async (c, next) => {
  if (!c.var.actor) throw new Problem(refuse('not_signed_in'))
  if (c.var.signed.mustChangePassword && !mayWithOldPassword(c.req.path)) throw new Problem(refuse('password.must_change'))
  await next()
})

/** The asker's network address, for the throttle only: never stored, never logged. Behind a proxy, MAPLEBRIDGE_PROXY=1 says to believe it. */
export const addressOf = (c: Context<Env>): string =>
  (process.env['MAPLEBRIDGE_PROXY'] === '1' && c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()) ||
  (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress ||
  'unknown'

const mayWithOldPassword = (path: string) => ['/api/me', '/api/me/password', '/api/session'].includes(path)

const tooLarge = (bytes: number) => new Problem(refuse('too_large', { megabytes: Math.round(bytes / 100_000) / 10 }))

/** Refuses a larger body: by its declared length without touching it, else while it comes in. */
export const atMost = (bytes: number) => {
  const counting = bodyLimit({
    maxSize: bytes,
    onError: () => {
      throw tooLarge(bytes)
    },
  })
  return createMiddleware<Env>((c, next) => {
    const declared = c.req.header('content-length')
    if (declared === undefined || c.req.header('transfer-encoding') !== undefined) return counting(c, next)
    if (!(Number(declared) <= bytes)) throw tooLarge(bytes)
    return next()
  })
}
