/** Duties over HTTP: how they stand, computed from the work's own record; and the rows that say what is owed. There is nothing to fill in. */
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { isMissingReference } from '#db/db.ts'
import { dayOf, daysAfter } from '#modules/kernel/calendar.ts'
import type { Day, PlaceCode } from '#modules/kernel/ids.ts'
import { refuse } from '#modules/kernel/refusal.ts'
import { type Actor, may, postsFor } from '#modules/people/actor.ts'
import { find } from '#modules/places/store.server.ts'
import { audited } from '#server/audit.ts'
import { allowed, answers, json, router, signedIn } from '#server/context.ts'
import { notFound, Problem } from '#server/problem.ts'
import { burdenOf, secondsPerField } from './burden.ts'
import { forms } from './burden-forms.ts'
import { postsOf, sentSince } from './burden-store.server.ts'
import { Burden, DutySettingsReply, StandingsReply } from './reply.ts'
import { shownTo } from './shown.ts'
import { standingsOf } from './standing.server.ts'
import * as store from './store.server.ts'
import { Asked, BurdenAsked, code, DutySettings, GoalNamed, NewGoal } from './wire.ts'

const tags = ['duties']

export const duties = router()
duties.use(signedIn)

/** Ninety days back, unless other days were asked for. */
const daysOf = ({ from, to }: { from?: Day | undefined; to?: Day | undefined }, today: Day) => {
  const until = to ?? today
  return { from: from ?? daysAfter(until, -90), to: until }
}

/** Those who read an officer's record read all of a village; an officer or adviser their own standing. */
const readsAll = (actor: Actor, place: PlaceCode) =>
  postsFor(actor, 'beat.read').some(
    (post) => place.startsWith(post.place) && post.role !== 'police_officer' && post.role !== 'legal_adviser',
  )

duties.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/mine',
    summary: 'My own duties, in every village of mine',
    request: { query: Asked },
    responses: answers(z.array(StandingsReply)),
  }),
  async (c) => {
    const { db, actor, now } = c.var
    const days = daysOf(c.req.valid('query'), dayOf(now))
    const places = [...new Set(postsFor(actor, 'beat.work').map(({ place }) => place))]
    const standings = await Promise.all(
      places.map((place) => standingsOf(db, actor.county, place, { ...days, now, reader: actor.id, person: actor.id })),
    )
    return c.json(
      standings.map((each) => shownTo(each, actor.id)),
      200,
    )
  },
)

duties.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/',
    summary: 'The duties of everybody under a place',
    request: { query: Asked },
    responses: answers(StandingsReply),
  }),
  async (c) => {
    const { db, actor, now } = c.var
    const asked = c.req.valid('query')
    const place = asked.place ?? postsFor(actor, 'beat.read')[0]?.place
    if (!place || !may(actor, 'beat.read', place)) throw notFound()
    const days = { ...daysOf(asked, dayOf(now)), now, reader: actor.id, brief: asked.brief }
    const standings = await standingsOf(db, actor.county, place, readsAll(actor, place) ? days : { ...days, person: actor.id })
    return c.json(shownTo(standings, actor.id), 200)
  },
)

duties.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/burden',
    summary: 'How many required fields the product asks of each role, and how many were filled in',
    request: { query: BurdenAsked },
    responses: answers(Burden),
  }),
  async (c) => {
    const { db, actor, now } = c.var
    const { weeks } = c.req.valid('query')
    const since = daysAfter(dayOf(now), -7 * weeks)
    const [sent, posts] = await Promise.all([sentSince(db, actor.county, `${since}T00:00:00.000+08:00`), postsOf(db, actor.county, now)])
    const asked = forms.map(({ code, required }) => ({ code, required: [...required] }))
    return c.json(
      {
        since,
        weeks,
        secondsPerField,
        forms: asked,
        roles: burdenOf(forms, sent, posts).map((role) => ({ ...role, sent: [...role.sent] })),
      },
      200,
    )
  },
)

duties.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/settings',
    summary: 'What is owed, and the goals of places',
    responses: answers(DutySettingsReply),
  }),
  async (c) => {
    const { db, actor } = c.var
    const [all, goals] = await Promise.all([store.dutiesOf(db, actor.county), store.goalsOf(db, actor.county)])
    return c.json({ duties: all, goals }, 200)
  },
)

duties.use('/settings/*', allowed('settings.edit'))
duties.use('/goals/*', allowed('settings.edit'))
duties.openapi(
  createRoute({
    tags,
    method: 'put',
    path: '/settings/{code}',
    summary: 'Change a duty, or add one',
    request: { params: z.object({ code }), body: json(DutySettings) },
    responses: answers(z.object({ code: z.string() })),
  }),
  async (c) => {
    const { db, actor } = c.var
    const { code } = c.req.valid('param')
    const settings = c.req.valid('json')
    const { place } = settings
    if (place !== null && !(may(actor, 'settings.edit', place) && (await find(db, place))))
      throw new Problem(refuse('place.unknown', { place }))
    const all = await store.dutiesOf(db, actor.county)
    const at = all.findIndex((duty) => duty.code === code)
    await store.installDuties(db, actor.county)
    await store.putDuty(db, actor.county, { code, ...settings }, at < 0 ? all.length : at)
    await audited(c, { action: 'duty.set', subject: 'duty', subjectId: code, facts: { before: at < 0 ? null : all[at] } })
    return c.json({ code }, 200)
  },
)

duties.openapi(
  createRoute({
    tags,
    method: 'put',
    path: '/goals',
    summary: 'Another goal for a place, from a day on',
    request: { body: json(NewGoal) },
    responses: answers(z.object({ duty: z.string() })),
  }),
  async (c) => {
    const { db, actor } = c.var
    const goal = c.req.valid('json')
    if (!may(actor, 'settings.edit', goal.place)) throw new Problem(refuse('place.unknown', { place: goal.place }))
    await store.installDuties(db, actor.county)
    await store.putGoal(db, actor.county, goal).catch((error: unknown) => {
      throw isMissingReference(error) ? new Problem(refuse('place.unknown', { place: goal.place })) : error
    })
    await audited(c, { action: 'duty.goal', subject: 'place', subjectId: goal.place, facts: { ...goal } })
    return c.json({ duty: goal.duty }, 200)
  },
)

duties.openapi(
  createRoute({
    tags,
    method: 'delete',
    path: '/goals/{duty}/{place}/{need}/{from}',
    summary: 'The goal of a place is as everywhere again',
    request: { params: GoalNamed },
    responses: answers(z.object({ duty: z.string() })),
  }),
  async (c) => {
    const { db, actor } = c.var
    const goal = c.req.valid('param')
    if (!may(actor, 'settings.edit', goal.place)) throw notFound()
    const atLeast = await store.dropGoal(db, actor.county, goal)
    if (atLeast === undefined) throw notFound()
    await audited(c, { action: 'duty.goal', subject: 'place', subjectId: goal.place, facts: { ...goal, atLeast, isRemoved: true } })
    return c.json({ duty: goal.duty }, 200)
  },
)
