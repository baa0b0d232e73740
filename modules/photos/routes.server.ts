/** Pictures over HTTP: put under an id minted on the device, and fetched by whoever may see the matter or dispute that shows them. */
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Db } from '#db/db.ts'
import { type DisputeId, id, type MatterId, type PhotoId } from '#modules/kernel/ids.ts'
import { refuse } from '#modules/kernel/refusal.ts'
import type { Actor } from '#modules/people/actor.ts'
import { answers, atMost, router, signedIn } from '#server/context.ts'
import { orProblem, Problem } from '#server/problem.ts'
import { bytesAtMost, develop, fetchPhoto, keep } from './photo.server.ts'
import * as store from './store.server.ts'

const tags = ['photos']
const params = z.object({ id: id<PhotoId>() })
const Kept = z.object({ id: z.string(), width: z.number(), height: z.number() })

/** Whether an actor may see what shows a picture: the modules above say. */
export type Sees = {
  readonly matter: (db: Db, actor: Actor, id: MatterId) => Promise<boolean>
  readonly dispute: (db: Db, actor: Actor, id: DisputeId) => Promise<boolean>
}

export function pictures(sees: Sees) {
  const routes = router()
  routes.use(signedIn)

  routes.use('/:id', atMost(bytesAtMost))
  routes.openapi(
    createRoute({
      tags,
      method: 'put',
      path: '/{id}',
      summary: 'Upload a picture (JPEG, PNG, WebP or HEIC as the body)',
      request: { params },
      responses: answers(Kept),
    }),
    async (c) => {
      const { db, actor, now, photos: folder } = c.var
      const photoId = c.req.valid('param').id
      const there = await store.find(db, actor.county, photoId)
      if (there) {
        if (there.byPerson !== actor.id) throw new Problem(refuse('conflict', { id: photoId }))
        return c.json({ id: photoId, width: there.width, height: there.height }, 200)
      }
      const picture = orProblem(await develop(Buffer.from(await c.req.arrayBuffer())))
      await keep(folder, actor.county, photoId, picture)
      const { width, height, full } = picture
      await store.add(db, { county: actor.county, id: photoId, width, height, bytes: full.length, byPerson: actor.id, at: now })
      return c.json({ id: photoId, width, height }, 201)
    },
  )

  routes.openapi(
    createRoute({
      tags,
      method: 'get',
      path: '/{id}',
      summary: 'A picture',
      request: { params, query: z.object({ size: z.enum(['full', 'small']).default('full') }) },
      responses: { 200: { description: 'image/webp' } },
    }),
    async (c) => {
      const { db, actor, photos: folder } = c.var
      const photo = await store.find(db, actor.county, c.req.valid('param').id)
      const seen = photo?.matterId
        ? await sees.matter(db, actor, photo.matterId)
        : photo?.disputeId
          ? await sees.dispute(db, actor, photo.disputeId)
          : photo?.byPerson === actor.id
      if (!photo || !seen) throw new Problem(refuse('photo.unknown'))
      const bytes = await fetchPhoto(folder, actor.county, photo.id, c.req.valid('query').size)
      return c.body(new Uint8Array(bytes), 200, { 'content-type': 'image/webp', 'cache-control': 'private, max-age=86400, immutable' })
    },
  )

  return routes
}
