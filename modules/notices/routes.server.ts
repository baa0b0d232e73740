/** Somebody's own inbox over HTTP, and a stream that says when something has come. */
import { createRoute } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import { page, timeCursor } from '#modules/kernel/cursor.ts'
import type { Accounts } from '#modules/people/accounts.server.ts'
import { answers, cursor, json, router, signedIn } from '#server/context.ts'
import * as store from './store.server.ts'
import { counted } from './telling/digest.ts'
import { Inbox, InboxQuery, Read } from './wire.ts'

const tags = ['notices']
const Unread = z.object({ unread: z.number() })

/** How often a stream looks whether its session still stands; also keeps the connection open through proxies. */
const beat = 25_000

export function notices(accounts: Accounts) {
  const routes = router()
  routes.use(signedIn)

  routes.openapi(
    createRoute({
      tags,
      method: 'get',
      path: '/',
      summary: 'My inbox, newest first',
      request: { query: InboxQuery },
      responses: answers(Inbox),
    }),
    async (c) => {
      const { db, actor, language } = c.var
      const query = c.req.valid('query')
      const found = await store.inbox(db, actor, { ...query, after: cursor(query.after, timeCursor) })
      const { rows, next } = page(found, query.limit, ({ at, id }) => [at, id])
      const shown = rows.map(({ titleEn, bodyEn, title, body, ...row }) => ({
        ...row,
        title: counted(language === 'en' ? titleEn : title, row.count),
        body: counted(language === 'en' ? bodyEn : body, row.count),
      }))
      return c.json({ rows: shown, next, unread: await store.unreadOf(db, actor.county, actor.id) }, 200)
    },
  )

  routes.openapi(
    createRoute({
      tags,
      method: 'post',
      path: '/read',
      summary: 'Mark notices of mine as read',
      request: { body: json(Read) },
      responses: answers(Unread),
    }),
    async (c) => {
      const { db, actor, now } = c.var
      await store.markRead(db, actor, c.req.valid('json'), now)
      return c.json({ unread: await store.unreadOf(db, actor.county, actor.id) }, 200)
    },
  )

  routes.openapi(
    createRoute({
      tags,
      method: 'get',
      path: '/stream',
      summary: 'Server-sent events: "unread" with the count, at once and whenever it may have changed',
      responses: { 200: { description: 'text/event-stream' } },
    }),
    (c) => {
      const { db, actor, live, clock } = c.var
      c.header('x-accel-buffering', 'no')
      return streamSSE(c, async (stream) => {
        let isOpen = true
        let isDue = true
        let wake = () => {}
        const stirred = () => {
          isDue = true
          wake()
        }
        const close = () => {
          isOpen = false
          wake()
        }
        const stop = live.follow(actor.county, actor.id, stirred)
        const forget = live.onEnd(close)
        stream.onAbort(close)
        try {
          while (isOpen) {
            if (isDue) {
              isDue = false
              const unread = await store.unreadOf(db, actor.county, actor.id)
              await stream.writeSSE({ event: 'unread', data: JSON.stringify({ unread }) })
            } else await stream.write(': still here\n\n')
            if (!isDue && isOpen)
              await new Promise<void>((resolve) => {
                const timer = setTimeout(resolve, beat)
                wake = () => {
                  clearTimeout(timer)
                  resolve()
                }
              })
            if (isOpen && !(await accounts.sessionOf(c, clock()))) isOpen = false // signed out elsewhere
          }
        } finally {
          stop()
          forget()
        }
      })
    },
  )
  return routes
}
