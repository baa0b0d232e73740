/** What left the house, over HTTP: for the administrator all of it, for who sees a matter what was sent about it. */
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { transact } from '#db/db.ts'
import { page, timeCursor } from '#modules/kernel/cursor.ts'
import { id } from '#modules/kernel/ids.ts'
import { refuse } from '#modules/kernel/refusal.ts'
import { numberOf } from '#modules/matters/number.ts'
import { sees } from '#modules/matters/store.server.ts'
import { postsFor } from '#modules/people/actor.ts'
import { maskPhone } from '#modules/people/mask.ts'
import { allowed, answers, cursor, router, signedIn } from '#server/context.ts'
import { notFound, Problem } from '#server/problem.ts'
import type { Secrets } from '#server/secrets.ts'
import { changed } from './admin-routes.server.ts'
import * as store from './delivery-store.server.ts'
import type { Facts } from './notice.ts'
import { counted } from './telling/digest.ts'
import { DeliveryPage, DeliveryQuery, type DeliveryView } from './wire.ts'

const tags = ['notices']

type Row = Awaited<ReturnType<typeof store.deliveriesOf>>[number]

/** `isTheirs`: the reader sees the matter. Who only keeps the settings reads the text with its gaps: matters are not theirs to read. */
function viewOf(row: Row, isTheirs: boolean, secrets: Pick<Secrets, 'open'>): DeliveryView {
  const { address, reporterPhone, personName, robotName, reportedAt, text, facts, ...rest } = row
  const { count } = facts as Facts
  const phone = address ?? reporterPhone
  // A one-time code opens somebody's reports: it is its reader's alone.
  const isOpen = row.matterId ? isTheirs : row.event !== 'code' && !row.event.startsWith('dispute.')
  return {
    ...(rest as unknown as DeliveryView),
    to: personName ?? robotName ?? (phone ? maskPhone(secrets.open(phone)) : ''),
    number: row.matterId && reportedAt ? numberOf({ id: row.matterId, reportedAt }) : null,
    title: counted(row.title, count),
    body: counted(isOpen ? row.body : text, count),
  }
}

export const deliveries = router()
deliveries.use(signedIn)

deliveries.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/',
    summary: 'What left the house, newest first',
    request: { query: DeliveryQuery },
    responses: answers(DeliveryPage),
  }),
  async (c) => {
    const { db, actor, secrets } = c.var
    const query = c.req.valid('query')
    const isTheirs = query.matter !== undefined && (await sees(db, actor, query.matter))
    if (!isTheirs && postsFor(actor, 'settings.edit').length === 0)
      throw query.matter === undefined ? new Problem(refuse('not_permitted', { verb: 'settings.edit' })) : notFound()
    const found = await store.deliveriesOf(db, actor.county, { ...query, after: cursor(query.after, timeCursor) })
    const { rows, next } = page(found, query.limit, ({ at, id }) => [at, id])
    return c.json({ rows: rows.map((row) => viewOf(row, isTheirs, secrets)), next }, 200)
  },
)

deliveries.openapi(
  createRoute({
    tags,
    method: 'post',
    path: '/{id}/again',
    summary: 'Send once more what had failed',
    middleware: [allowed('settings.edit')] as const,
    request: { params: z.object({ id: id<string>() }) },
    responses: answers(z.object({ id: z.string(), status: z.string() })),
  }),
  async (c) => {
    const { db, actor, now } = c.var
    const delivery = await store.findDelivery(db, actor.county, c.req.valid('param').id)
    if (!delivery) throw notFound()
    await transact(db, async (trx) => {
      if (!(await store.tryAgain(trx, actor.county, delivery.id, now))) throw new Problem(refuse('notice.not_failed'))
      await changed(c, delivery.id, { status: 'failed' }, { status: 'waiting' }, trx)
    })
    return c.json({ id: delivery.id, status: 'waiting' }, 200)
  },
)
