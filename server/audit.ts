/** One line of who did or saw what, for a route: who asks and when come from the request. */
import type { Context } from 'hono'
import type { Db } from '#db/db.ts'
import { type AuditLine, audit } from '#modules/people/audit-store.server.ts'
import type { Env } from './context.ts'

type Line = Omit<AuditLine, 'id' | 'at' | 'by'>

/** `trx`: the transaction of what is told, if there is one. */
export const audited = ({ var: { db, actor, now, mint } }: Context<Env>, line: Line, trx: Db = db) =>
  audit(trx, actor.county, { id: mint(), at: now, by: actor.id, ...line })
