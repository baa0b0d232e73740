/**
 * Claims of allowances (以案定补) over HTTP, for the office that decides them: what a claim says (number, grade, how it ended, whether the
 * dossier is complete), and never the file. Whom to ring is told for claims that were drawn for a call, and each telling is recorded.
 */
import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import { type DisputeId, id } from '#modules/kernel/ids.ts'
import { namesOf } from '#modules/people/store.server.ts'
import { placeNames } from '#modules/places/store.server.ts'
import { audited } from '#server/audit.ts'
import { answers, type Env, json, router, signedIn } from '#server/context.ts'
import { notFound, orProblem } from '#server/problem.ts'
import { act } from '../act.server.ts'
import { type Dispute, principals } from '../dispute.ts'
import { fileNumber } from '../number.ts'
import { identitiesOf } from '../record-store.server.ts'
import { Claim } from '../reply.ts'
import * as store from './store.server.ts'
import { ClaimEnvelope, ClaimsQuery } from './wire.ts'

const tags = ['disputes']
const params = z.object({ id: id<DisputeId>() })

export const claims = router()
claims.use(signedIn)

claims.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/claims',
    summary: 'Claims of allowances that I decide',
    request: { query: ClaimsQuery },
    responses: answers(z.array(Claim)),
  }),
  async (c) => c.json(await views(c, await store.listClaims(c.var.db, c.var.actor, c.req.valid('query').state)), 200),
)

claims.openapi(
  createRoute({
    tags,
    method: 'post',
    path: '/{id}/claim',
    summary: 'Note the call to the parties about a claim, or decide it',
    request: { params, body: json(ClaimEnvelope) },
    responses: answers(Claim),
  }),
  async (c) => {
    const { db, actor, now, secrets } = c.var
    const dispute = await store.findClaim(db, actor, c.req.valid('param').id)
    if (!dispute) throw notFound()
    const envelope = c.req.valid('json')
    const acted = orProblem(await act(db, dispute, envelope, { as: 'staff', actor }, now, secrets))
    if (acted.fresh && envelope.command.do === 'decideClaim')
      await audited(c, {
        action: 'dispute.claimDecided',
        subject: 'dispute',
        subjectId: dispute.id,
        facts: { isGranted: envelope.command.isGranted, fen: acted.dispute.allowance?.fen },
      })
    return c.json((await views(c, [acted.dispute]))[0]!, 200)
  },
)

/** Drawn for a call that nobody has made yet. */
const isToCall = ({ allowance }: Dispute) => allowance?.isSampled === true && allowance.calledBack === null && allowance.isGranted === null

async function views(c: Context<Env>, disputes: readonly Dispute[]): Promise<Claim[]> {
  const { db, actor, secrets } = c.var
  const toCall = disputes.filter(isToCall)
  const [places, people, identities] = await Promise.all([
    placeNames(
      db,
      actor.county,
      disputes.map(({ committee }) => committee),
    ),
    namesOf(
      db,
      actor.county,
      disputes.map(({ allowance }) => allowance!.claimedBy),
    ),
    identitiesOf(
      db,
      actor.county,
      toCall.map(({ id }) => id),
      secrets,
    ),
  ])
  for (const { id, serial } of toCall)
    await audited(c, { action: 'dispute.partiesCalled', subject: 'dispute', subjectId: id, facts: { number: serial } })
  return disputes.map((dispute) => {
    const { id, status, committee, allowance } = dispute
    const { grade, isComplete, fen, claimedBy, claimedAt, isSampled, calledBack, isGranted } = allowance!
    const committeeName = places.get(committee) ?? committee
    const wanted = isToCall(dispute) ? principals(dispute).map((party) => party.id) : []
    return {
      ...{ id, number: fileNumber(dispute, committeeName), committeeName, grade, status, isComplete, fen },
      ...{ claimedByName: people.get(claimedBy) ?? '', claimedAt, isSampled, calledBack, isGranted },
      parties: identities
        .filter((each) => each.disputeId === id && wanted.includes(each.id))
        .map(({ identity }) => ({ name: identity.name, phone: identity.phone ?? null })),
    }
  })
}
