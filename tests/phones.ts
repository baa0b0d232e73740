/** People who use the API beside a browser, in the same county. */
import type { MatterFile } from '#modules/matters/reply.ts'
import { createApp } from '#server/app.ts'
import { cast } from './cast.ts'
import type { Opened, Who } from './server.ts'
import { cookieOf } from './sign-in.ts'

/** Somebody of the cast at the API, in the journey's own county. */
export function phones(opened: Opened, origin: string) {
  const app = createApp(opened)
  return async (who: Who, path: string, body?: object) => {
    const cookie = await cookieOf(app, cast.people[who].phone, cast.password)
    const init = body ? { method: 'POST', body: JSON.stringify(body) } : {}
    const reply = await app.request(path, { ...init, headers: { cookie, origin, 'content-type': 'application/json' } })
    if (!reply.ok) throw new Error(`${who} ${path}: ${await reply.text()}`)
    return (await reply.json()) as MatterFile
  }
}
