/** The trail over HTTP, for the auditor: who looked, granted, exported. */
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { page, timeCursor } from '#modules/kernel/cursor.ts'
import { allowed, answers, cursor, router, signedIn } from '#server/context.ts'
import { auditLines } from './audit-store.server.ts'
import { AuditQuery, AuditView } from './wire.ts'

export const auditTrail = router()
auditTrail.use(signedIn)
auditTrail.use(allowed('audit.read'))
auditTrail.openapi(
  createRoute({
    tags: ['audit'],
    method: 'get',
    path: '/',
    summary: 'Who looked, granted, exported: for the auditor',
    request: { query: AuditQuery },
    responses: answers(z.object({ rows: z.array(AuditView), next: z.string().nullable() })),
  }),
  async (c) => {
    const { db, actor } = c.var
    const query = c.req.valid('query')
    const lines = await auditLines(db, actor, { ...query, after: cursor(query.after, timeCursor) })
    const { rows, next } = page(lines, query.limit, ({ at, id }) => [at, id])
    return c.json({ rows: rows.map(({ facts, ...line }) => ({ ...line, ...told(facts) })), next }, 200)
  },
)

/** The facts of a line; a matter's number among them stands beside them. */
function told(facts: unknown): Pick<AuditView, 'facts' | 'number'> {
  const { number = null, ...rest } = facts as { number?: string | null }
  return { number, facts: rest }
}
