/**
 * A real server on a real PostgreSQL, in this process. Every test gets a database of its own, copied from one that holds the cast's two counties:
 * what a test does is really committed, so that retries, races and unique keys behave as they will.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import pino from 'pino'
import { inject, test } from 'vitest'
import { createApp } from '#server/app.ts'
import { type Opened, open } from '#server/start.ts'
import { cast } from './cast.ts'
import { signedIn } from './sign-in.ts'

export const noon = '2026-06-03T04:00:00.000Z' // a Wednesday, 12:00 in the county

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string
  }
}

export type Who = keyof typeof cast.people
type Reply = Response & { json(): Promise<never> }
type Client = {
  get(path: string): Promise<Response>
  post(path: string, body: unknown): Promise<Response>
  /** POST with a body as it is. */
  upload(path: string, body: string | Uint8Array, type: string): Promise<Response>
  put(path: string, body: string | Uint8Array, type: string): Promise<Response>
  delete(path: string): Promise<Response>
}

export type { Opened, Reply }

export type Served = {
  readonly app: ReturnType<typeof createApp>
  readonly opened: Opened
  readonly cast: typeof cast
  /** The test's own database. */
  readonly url: string
  /** Somebody of the cast, signed in. */
  as(who: Who): Client
  /** Nobody in particular: no session. */
  readonly anybody: Client
  /** Moves the clock. */
  at(instant: string): void
}

let copies = 0
const secret = 'a secret for tests, thirty-two characters or more'

async function withDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const base = inject('databaseUrl')
  const name = `t_${process.pid}_${copies++}`
  const admin = new pg.Client({ connectionString: base.replace(/\/[^/]*$/, '/postgres') })
  await admin.connect()
  try {
    await admin.query(`create database ${name} template stage`)
    return await work(base.replace(/\/[^/]*$/, `/${name}`))
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.end()
  }
}

/** A test with a server of its own, at noon of a working day. */
export const served = (name: string, body: (server: Served) => Promise<void>, timeout?: number) => test(name, () => run(body), timeout)

/** The server's surroundings on a database of their own, at noon unless `clock` says otherwise; gone afterwards. */
export async function withOpened<T>(
  given: { address: string; clock?: () => string },
  work: (opened: Opened, url: string) => Promise<T>,
): Promise<T> {
  const photos = mkdtempSync(join(tmpdir(), 'maplebridge-photos-'))
  return withDatabase(async (url) => {
    const opened = await open({ url, secret, photos, connections: 8, ...given }, pino({ level: process.env['LOG_LEVEL'] ?? 'fatal' }))
    try {
      return await work(opened, url)
    } finally {
      await opened.close()
      rmSync(photos, { recursive: true, force: true })
    }
  })
}

async function run(body: (server: Served) => Promise<void>): Promise<void> {
  let now = noon
  await withOpened({ address: 'http://localhost', clock: () => now }, async (opened, url) => {
    const app = createApp(opened)
    const cookies = new Map<Who, Promise<string>>()
    const signIn = (who: Who) => {
      const known = cookies.get(who) ?? signedIn(opened, cast.people[who].id, now)
      cookies.set(who, known)
      return known
    }
    await body({
      app,
      opened,
      cast,
      url,
      as: (who) => client(app, () => signIn(who)),
      anybody: client(app, async () => ''),
      at: (instant) => {
        now = instant
      },
    })
  })
}

function client(app: Served['app'], cookie: () => Promise<string>): Client {
  const send = async (method: string, path: string, body?: string | Uint8Array, type = 'application/json') =>
    app.request(path, {
      method,
      headers: { cookie: await cookie(), origin: 'http://localhost', ...(body === undefined ? {} : { 'content-type': type }) },
      ...(body === undefined ? {} : { body: body as string }),
    })
  return {
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, JSON.stringify(body)),
    upload: (path, body, type) => send('POST', path, body, type),
    put: (path, body, type) => send('PUT', path, body, type),
    delete: (path) => send('DELETE', path),
  }
}
