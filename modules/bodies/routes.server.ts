/** Committees over HTTP: who sits on them, and whether the law is satisfied. */
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { type Db, transact } from '#db/db.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { Day, PlaceCode } from '#modules/kernel/ids.ts'
import { refuse } from '#modules/kernel/refusal.ts'
import type { Actor } from '#modules/people/actor.ts'
import { pathName, pathOf } from '#modules/places/place.ts'
import { placeNames } from '#modules/places/store.server.ts'
import { placeCode } from '#modules/places/wire.ts'
import { audited } from '#server/audit.ts'
import { answers, json, router, signedIn } from '#server/context.ts'
import { notFound, Problem } from '#server/problem.ts'
import { keepsRegister, problemsOf, termEnds } from './committee.ts'
import * as store from './store.server.ts'
import { CommitteeChange, CommitteesQuery, CommitteeView } from './wire.ts'

const tags = ['committees']
const params = z.object({ place: placeCode })

export const committees = router()
committees.use(signedIn)

committees.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/',
    summary: 'Mediation committees in my places, with what the law finds wrong with each',
    request: { query: CommitteesQuery },
    responses: answers(z.array(CommitteeView)),
  }),
  async (c) => {
    const { db, actor, now } = c.var
    return c.json(await views(db, actor, await store.list(db, actor, dayOf(now), c.req.valid('query').place), dayOf(now)), 200)
  },
)

committees.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/{place}',
    summary: 'A mediation committee',
    request: { params },
    responses: answers(CommitteeView),
  }),
  async (c) => c.json(await viewOf(c.var.db, c.var.actor, c.req.valid('param').place, dayOf(c.var.now)), 200),
)

committees.openapi(
  createRoute({
    tags,
    method: 'put',
    path: '/{place}',
    summary: 'Note when a committee was elected, and who of its members is a woman',
    request: { params, body: json(CommitteeChange) },
    responses: answers(CommitteeView),
  }),
  async (c) => {
    const { db, actor, now } = c.var
    const { place } = c.req.valid('param')
    const wanted = c.req.valid('json')
    const today = dayOf(now)
    const before = await viewOf(db, actor, place, today)
    if (!keepsRegister(actor, place)) throw new Problem(refuse('committee.not_keeper'))
    const strangers = wanted.members.filter(({ id }) => !before.members.some((member) => member.id === id)).map(({ id }) => id)
    if (strangers.length > 0) throw new Problem(refuse('committee.not_member', { people: strangers }))
    const days = [wanted.electedOn, ...wanted.members.flatMap(({ electedOn }) => electedOn ?? [])]
    const ahead = days.find((day) => day > today)
    if (ahead) throw new Problem(refuse('committee.day_ahead', { day: ahead }))
    const early = days.find((day) => day < wanted.electedOn)
    if (early) throw new Problem(refuse('committee.by_election', { day: early, electedOn: wanted.electedOn }))
    await transact(db, async (trx) => {
      await store.change(trx, actor.county, place, wanted, actor.id, now)
      await audited(c, { action: 'committee.changed', subject: 'committee', subjectId: place, facts: { ...wanted } }, trx)
    })
    return c.json(await viewOf(db, actor, place, today), 200)
  },
)

/** Not found if out of sight. */
async function viewOf(db: Db, actor: Actor, place: PlaceCode, on: Day): Promise<CommitteeView> {
  const found = await store.find(db, actor, place, on)
  if (!found) throw notFound()
  return (await views(db, actor, [found], on))[0]!
}

async function views(db: Db, actor: Actor, found: Awaited<ReturnType<typeof store.list>>, on: Day): Promise<CommitteeView[]> {
  const places = found.map(({ place }) => place as PlaceCode)
  const all = await store.membersOf(db, actor.county, places, on)
  const names = await placeNames(db, actor.county, places.flatMap(pathOf))
  return found.map(({ place: at, electedOn }) => {
    const place = at as PlaceCode
    const members = all.filter((member) => member.place === place)
    return {
      ...{ place, name: pathName(place, names), electedOn },
      members: members.map(({ place: _, ...member }) => ({ ...member, termEnds: termEnds(member.electedOn) })),
      problems: problemsOf({ place, members }, on),
      canKeep: keepsRegister(actor, place),
    }
  })
}
