/** A county's settings about mediation over HTTP, for its administrator. Every change counts from now on, and is recorded. */
import { createRoute } from '@hono/zod-openapi'
import { transact } from '#db/db.ts'
import { audited } from '#server/audit.ts'
import { allowed, answers, json, router, signedIn } from '#server/context.ts'
import { changeSettings, settingsOf } from './store.server.ts'
import { Settings } from './wire.ts'

const tags = ['settings']

export const disputeSettings = router()
disputeSettings.use(signedIn)
disputeSettings.use(allowed('settings.edit'))

disputeSettings.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/',
    summary: "The county's settings about mediation: national types and allowances",
    responses: answers(Settings),
  }),
  async (c) => c.json(await settingsOf(c.var.db, c.var.actor.county), 200),
)

disputeSettings.openapi(
  createRoute({
    tags,
    method: 'put',
    path: '/',
    summary: "Change the county's settings about mediation",
    request: { body: json(Settings) },
    responses: answers(Settings),
  }),
  async (c) => {
    const { db, actor } = c.var
    const before = await settingsOf(db, actor.county)
    const after = await transact(db, async (trx) => {
      await changeSettings(trx, actor.county, c.req.valid('json'))
      const changed = await settingsOf(trx, actor.county)
      await audited(
        c,
        { action: 'disputes.settingsChanged', subject: 'county', subjectId: actor.county, facts: { before, after: changed } },
        trx,
      )
      return changed
    })
    return c.json(after, 200)
  },
)
