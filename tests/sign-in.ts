/** Session cookies for tests. */
import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { daysLater } from '#modules/kernel/calendar.ts'
import type { Instant, PersonId } from '#modules/kernel/ids.ts'
import type { createApp } from '#server/app.ts'
import type { Opened } from '#server/start.ts'

/**
 * Somebody who has signed in, for longer than any test moves the clock. The password is not asked for: to check one costs a tenth of a second on purpose, and most tests are about
 * something else. Those about signing in use cookieOf.
 */
export async function signedIn({ db, secrets }: Pick<Opened, 'db' | 'secrets'>, person: PersonId, now: Instant): Promise<string> {
  const token = `test-${person}`
  await sql`insert into auth_sessions (id, token, user_id, expires_at, created_at, updated_at)
    select ${token}, ${token}, id, ${daysLater(now, 400)}, ${now}, ${now} from auth_users where person_id = ${person}`.execute(db)
  const signature = createHmac('sha256', secrets.session).update(token).digest('base64')
  return `maplebridge.session_token=${encodeURIComponent(`${token}.${signature}`)}`
}

/** The session cookie of whoever signs in as they would: with telephone number and password. */

export async function cookieOf(app: ReturnType<typeof createApp>, phone: string, password: string): Promise<string> {
  const reply = await app.request('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ phone, password }),
  })
  if (!reply.ok) throw new Error(`sign-in of ${phone}: ${await reply.text()}`)
  return reply.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
}
