/** Places over HTTP, for staff: search by name or code. A place with its seats and figures is in overview. */
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Db } from '#db/db.ts'
import { likely } from '#db/db.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { words } from '#modules/kernel/ids.ts'
import { answers, router, signedIn } from '#server/context.ts'
import { type Place, pathOf } from './place.ts'
import * as store from './store.server.ts'
import { PlaceHit } from './wire.ts'

const tags = ['places']

export const places = router()
places.use(signedIn)

places.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/',
    summary: 'Places of my county by part of a name or code',
    request: { query: z.object({ search: words(50) }) },
    responses: answers(z.array(PlaceHit)),
  }),
  async (c) => {
    const { db, actor, now } = c.var
    return c.json(await hits(db, await store.search(db, actor.county, likely(c.req.valid('query').search), dayOf(now), 20)), 200)
  },
)

/** Places with their paths as words: "绛县 古绛镇 城内村委会". */
export async function hits(db: Db, found: readonly Place[]): Promise<PlaceHit[]> {
  const [first] = found
  if (!first) return []
  const names = await store.placeNames(
    db,
    first.county,
    found.flatMap(({ code }) => pathOf(code)),
  )
  return found.map(({ code, name, level }) => ({
    code,
    name,
    level,
    path: pathOf(code)
      .map((each) => names.get(each) ?? each)
      .join(' '),
  }))
}
