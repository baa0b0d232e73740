/** Signing in with a one-time code. Whether anything was ever left with a number is told to nobody but whoever holds the telephone. */
import { randomBytes, randomInt } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Instant } from '#modules/kernel/ids.ts'
import { type Refusal, refuse } from '#modules/kernel/refusal.ts'
import { phoneKey } from '#modules/matters/file.server.ts'
import { followedBy } from '#modules/matters/reporters/reporters-store.server.ts'
import { sendText } from '#modules/notices/send.server.ts'
import { addressOf, type Env } from '#server/context.ts'
import type { Secrets } from '#server/secrets.ts'
import { codeMinutes, deviceOf, sessionDays } from './resident.ts'
import * as store from './store.server.ts'

export type Resident = { readonly sessionId: string; readonly phoneKey: Buffer }

const cookie = 'maplebridge_resident'
/** Only these pages ever get it: no staff route is sent a resident's session. */
const path = '/me'

const later = (from: Instant, minutes: number): Instant => new Date(Date.parse(from) + minutes * 60_000).toISOString()
const codeHash = (secrets: Secrets, key: Buffer, code: string) => secrets.hash(`one-time code ${key.toString('hex')} ${code}`)
const tokenHash = (secrets: Secrets, token: string) => secrets.hash(`resident session ${token}`)

/** Seconds to wait; counted for the number and for the address, whether or not anything comes of it. */
async function wait(c: Context<Env>, phone: string, what: 'residentCode' | 'residentTry'): Promise<number> {
  const { throttle } = c.var
  return Math.max(...(await Promise.all([throttle.count(what, phone), throttle.count(`${what}Address`, addressOf(c))])))
}

/** Sends a code to a number with which something was left; to any other nothing, and the page says the same. */
export async function sendCode(c: Context<Env>, phone: string): Promise<Refusal | undefined> {
  const { db, secrets, now } = c.var
  const seconds = await wait(c, phone, 'residentCode')
  if (seconds > 0) return refuse('resident.too_many', { minutes: Math.ceil(seconds / 60) })
  const key = phoneKey(phone, secrets)
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const [known] = await followedBy(db, key, 1)
  // Written for an unknown number too, so that the answer takes as long.
  await store.putCode(db, key, codeHash(secrets, key, code), now, later(now, codeMinutes))
  const facts = { code, minutes: String(codeMinutes) }
  if (known) await sendText(db, { county: known.matter.county, phone, template: 'code', facts }, secrets, now)
  return undefined
}

/** Starts a session, or says in one sentence that the code is wrong, used, or too old. */
export async function enter(c: Context<Env>, phone: string, code: string): Promise<Refusal | undefined> {
  const { db, secrets, now, mint, throttle, address } = c.var
  const seconds = await wait(c, phone, 'residentTry')
  if (seconds > 0) return refuse('resident.too_many', { minutes: Math.ceil(seconds / 60) })
  const key = phoneKey(phone, secrets)
  if (!(await store.takeCode(db, key, codeHash(secrets, key, code), now))) return refuse('resident.code_wrong')
  await throttle.forget('residentTry', phone)
  const token = randomBytes(32).toString('base64url')
  const device = deviceOf(c.req.header('user-agent') ?? '')
  const expiresAt = later(now, sessionDays * 24 * 60)
  await store.addSession(db, { token: tokenHash(secrets, token), id: mint(), phoneKey: key, device, createdAt: now, expiresAt })
  setCookie(c, cookie, token, {
    path,
    httpOnly: true,
    sameSite: 'Lax',
    secure: address.startsWith('https:'),
    maxAge: sessionDays * 86_400,
  })
  return undefined
}

/** Who is signed in, if anybody is. */
export async function residentOf(c: Context<Env>): Promise<Resident | undefined> {
  const token = getCookie(c, cookie)
  const found = token ? await store.findSession(c.var.db, tokenHash(c.var.secrets, token), c.var.now) : undefined
  return found && { sessionId: found.id, phoneKey: found.phoneKey }
}

/** Ends one of the resident's sessions, or with `which` "all" every one. */
export async function signOut(c: Context<Env>, { sessionId, phoneKey: key }: Resident, which: string): Promise<void> {
  await store.endSessions(c.var.db, key, which === 'all' ? undefined : which)
  if (which === 'all' || which === sessionId) deleteCookie(c, cookie, { path })
}
