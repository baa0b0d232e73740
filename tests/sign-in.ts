/** The session cookie of whoever signs in as they would: with telephone number and password. */
import type { createApp } from '#server/app.ts'

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
