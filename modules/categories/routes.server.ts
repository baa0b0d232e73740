/** The catalogue over HTTP, for staff. */
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { answers, router, signedIn } from '#server/context.ts'
import type { Catalogue } from './category.ts'
import { categoriesOf, departmentsOf } from './store.server.ts'

const Words = z
  .custom<Catalogue>()
  .openapi('Catalogue', { type: 'object', description: 'Categories and departments: modules/categories/category.ts' })

export const catalogue = router()
catalogue.use(signedIn)
catalogue.openapi(
  createRoute({ tags: ['categories'], method: 'get', path: '/', summary: 'Categories and departments', responses: answers(Words) }),
  async (c) => {
    const { db, actor } = c.var
    return c.json({ categories: await categoriesOf(db, actor.county), departments: await departmentsOf(db, actor.county) }, 200)
  },
)
