/** Changes of places over HTTP, for administrators: looked at, decided, dropped, listed. */
import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import { transact } from '#db/db.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { page, textCursor } from '#modules/kernel/cursor.ts'
import { type Day, id } from '#modules/kernel/ids.ts'
import { refuse } from '#modules/kernel/refusal.ts'
import { audited } from '#server/audit.ts'
import { allowed, answers, cursor, type Env, json, router, signedIn } from '#server/context.ts'
import { orProblem, Problem } from '#server/problem.ts'
import { cancel, decide, type Follower, preview } from './change.server.ts'
import type { Plan } from './change.ts'
import * as store from './change-store.server.ts'
import { ChangeQuery, ChangeView, Decision, Preview, PreviewQuestion } from './change-wire.ts'

const tags = ['places']
const params = z.object({ id: id<string>() })

const positionOf = ({ day, askedAt, turn, id }: store.Position) => [`${day} ${askedAt} ${turn}`, id]
const Position = z.object({ day: z.iso.date(), askedAt: z.iso.datetime(), turn: z.coerce.number().int().min(0).max(10_000), id: z.uuid() })

/** A cursor as positionOf makes them; undefined if it is not one. */
const listCursor = (typed: string | undefined): store.Position | undefined => {
  const [words = '', id] = textCursor(typed) ?? []
  const [day, askedAt, turn] = words.split(' ')
  return Position.safeParse({ day, askedAt, turn, id }).data as store.Position | undefined
}

/** What changes of one day would do, without the places themselves. */
export async function lookedAt(c: Context<Env>, followers: readonly Follower[], plans: readonly Plan[], day: Day) {
  const { db, actor, now } = c.var
  if (day < dayOf(now)) throw new Problem(refuse('change.past', { day }))
  const { places: _places, outcome: _outcome, ...looked } = orProblem(await preview(db, followers, { county: actor.county, plans, day }))
  return looked
}

export const viewOf = ({
  id,
  plan,
  day,
  reason,
  document,
  state,
  askedAt,
  endedAt,
  facts,
  ...names
}: store.Change & { askedByName?: string | null; endedByName?: string | null }): ChangeView => ({
  ...{ id, kind: plan.kind, day, reason, document, state, askedAt, endedAt },
  askedBy: names.askedByName ?? '',
  endedBy: names.endedByName ?? null,
  about: [...facts.about],
  became: [...facts.became],
  sums: facts.sums,
  refusal: facts.refusal,
})

/** `followers` bring along what stands in the places: people knows nothing of places' changes, nor places of people. */
export function placeChanges(followers: readonly Follower[]) {
  const routes = router()
  routes.use(signedIn, allowed('place.edit'))

  routes.openapi(
    createRoute({
      tags,
      method: 'get',
      path: '/',
      summary: 'Changes of places of my county, planned and past',
      request: { query: ChangeQuery },
      responses: answers(z.object({ rows: z.array(ChangeView), next: z.string().nullable() })),
    }),
    async (c) => {
      const { db, actor } = c.var
      const { after, ...query } = c.req.valid('query')
      const rows = await store.list(db, actor.county, { ...query, after: cursor(after, listCursor) })
      const found = page(rows, query.limit, positionOf)
      return c.json({ rows: found.rows.map(viewOf), next: found.next }, 200)
    },
  )

  routes.openapi(
    createRoute({
      tags,
      method: 'post',
      path: '/preview',
      summary: 'What a change would do, and how much would move',
      request: { body: json(PreviewQuestion) },
      responses: answers(Preview),
    }),
    async (c) => {
      const { plan, day } = c.req.valid('json')
      return c.json(await lookedAt(c, followers, [plan], day), 200)
    },
  )

  routes.openapi(
    createRoute({
      tags,
      method: 'post',
      path: '/',
      summary: 'Decide a change: today at once, later on its day',
      request: { body: json(Decision) },
      responses: answers(ChangeView),
    }),
    async (c) => {
      const { db } = c.var
      const { fingerprint, ...asked } = c.req.valid('json')
      const change = await transact(db, async (trx) => {
        const made = orProblem(await decide(trx, followers, { ...asked, ...whoAsks(c), turn: 0 }, fingerprint))
        await told(c, made, trx)
        return made
      })
      return c.json(viewOf(change), 201)
    },
  )

  routes.openapi(
    createRoute({
      tags,
      method: 'post',
      path: '/{id}/cancel',
      summary: 'Drop a planned change',
      request: { params },
      responses: answers(ChangeView),
    }),
    async (c) => {
      const { db, actor, now } = c.var
      const change = orProblem(await cancel(db, actor.county, c.req.valid('param').id, actor.id, now))
      await audited(c, { action: 'place.changeCancelled', subject: 'place', subjectId: change.id, facts: { kind: change.plan.kind } })
      return c.json(viewOf(change), 200)
    },
  )

  return routes
}

export const whoAsks = ({ var: { actor, now } }: Context<Env>) => ({ county: actor.county, by: actor.id, at: now })

const subjectOf = (plan: Plan) => ('places' in plan ? plan.places[0]! : plan.kind === 'found' ? plan.parent : plan.place)

/** For the audit: what was decided, or done. */
export const told = (c: Context<Env>, { plan, day, reason, state }: store.Change, trx: Parameters<typeof audited>[2]) =>
  audited(
    c,
    {
      action: state === 'done' ? 'place.changed' : 'place.changePlanned',
      subject: 'place',
      subjectId: subjectOf(plan),
      facts: { kind: plan.kind, day, reason },
    },
    trx,
  )
