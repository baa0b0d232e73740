/** People and posts over HTTP, for staff: who is where, and for administrators granting, ending, handing over. */
import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import type { Db } from '#db/db.ts'
import { isMissingReference, isUniqueViolation, transact } from '#db/db.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { page, textCursor } from '#modules/kernel/cursor.ts'
import { type County, type Day, id, type PersonId, type PostId } from '#modules/kernel/ids.ts'
import { refuse } from '#modules/kernel/refusal.ts'
import { standsOn } from '#modules/places/place.ts'
import * as places from '#modules/places/store.server.ts'
import { audited } from '#server/audit.ts'
import { answers, cursor, type Env, json, router, signedIn } from '#server/context.ts'
import { notFound, Problem } from '#server/problem.ts'
import type { Accounts } from './accounts.server.ts'
import { type Actor, may, postsFor } from './actor.ts'
import { seatChanged } from './board.server.ts'
import { maskPhone } from './mask.ts'
import { whyNotGrant, whyNotTerm } from './post.ts'
import * as store from './store.server.ts'
import { viewOf, views } from './view.server.ts'
import { EndPost, HandOver, NewPerson, NewPost, PeopleQuery, PersonView, ResetPassword } from './wire.ts'

const tags = ['people']
const params = z.object({ id: id<PersonId>() })

/** What happens to open work when a post ends; matters gives it, since people knows nothing of matters. */
export type MoveWork = (
  db: Db,
  leaving: { county: County; personId: PersonId; seat: store.EndedSeat },
  successor: PersonId | null,
  by: PersonId,
  at: string,
) => Promise<number>

export function people(accounts: Accounts, moveWork: MoveWork) {
  const routes = router()
  routes.use(signedIn)

  routes.openapi(
    createRoute({
      tags,
      method: 'get',
      path: '/',
      summary: 'People with a post in my places',
      request: { query: PeopleQuery },
      responses: answers(z.object({ rows: z.array(PersonView), next: z.string().nullable() })),
    }),
    async (c) => {
      const { db, actor, now } = c.var
      const query = c.req.valid('query')
      const after = cursor(query.after, textCursor)
      const found = page(
        await store.list(db, actor, { ...query, search: query.search, after }, dayOf(now)),
        query.limit,
        ({ name, id }) => [name, id],
      )
      return c.json({ rows: await views(db, actor, found.rows), next: found.next }, 200)
    },
  )

  routes.openapi(
    createRoute({
      tags,
      method: 'get',
      path: '/{id}',
      summary: 'A person and their posts',
      request: { params },
      responses: answers(PersonView),
    }),
    async (c) => c.json(await viewOf(c.var.db, c.var.actor, c.req.valid('param').id), 200),
  )

  routes.openapi(
    createRoute({
      tags,
      method: 'post',
      path: '/',
      summary: 'Add a person, with an account and perhaps a post',
      request: { body: json(NewPerson) },
      responses: answers(PersonView),
    }),
    async (c) => {
      const { db, actor, now } = c.var
      const { id, name, phone, password, post } = c.req.valid('json')
      needs(actor, 'post.grant')
      const person = { county: actor.county, id, name, phone }
      const refusal = post && (whyNotTerm(post, dayOf(now)) ?? whyNotGrant(actor, id, post, []))
      if (refusal) throw new Problem(refusal)
      if (await store.phoneTaken(db, actor.county, phone, id)) throw new Problem(refuse('person.phone_taken', { phone: maskPhone(phone) }))
      const hash = await accounts.hashPassword(password)
      const isNew = await written(db, async (trx) => {
        if (!(await store.addPerson(trx, person, now))) return false
        await accounts.add(trx, person, hash, now)
        if (post) await granted(trx, actor, id, post, dayOf(now))
        await audited(
          c,
          {
            action: 'person.added',
            subject: 'person',
            subjectId: id,
            facts: { post },
          },
          trx,
        )
        return true
      })
      return c.json(await viewOf(db, actor, id), isNew ? 201 : 200)
    },
  )

  routes.openapi(
    createRoute({
      tags,
      method: 'post',
      path: '/{id}/posts',
      summary: 'Grant a post',
      request: { params, body: json(NewPost) },
      responses: answers(PersonView),
    }),
    async (c) => {
      const { db, actor, now } = c.var
      const personId = c.req.valid('param').id
      const post = c.req.valid('json')
      const person = await store.find(db, actor, personId)
      if (!person) throw notFound()
      const held = await store.postsFrom(db, actor.county, personId, dayOf(now))
      if (!held.some((each) => each.id === post.id)) {
        const refusal = whyNotTerm(post, dayOf(now)) ?? whyNotGrant(actor, personId, post, held)
        if (refusal) throw new Problem(refusal)
        await written(db, async (trx) => {
          await granted(trx, actor, personId, post, dayOf(now))
          await audited(
            c,
            {
              action: 'post.granted',
              subject: 'person',
              subjectId: personId,
              facts: { post },
            },
            trx,
          )
        })
      }
      return c.json(await viewOf(db, actor, personId), 201)
    },
  )

  routes.openapi(
    createRoute({
      tags,
      method: 'post',
      path: '/{id}/password',
      summary: 'Set a first password again; ends their sessions',
      request: { params, body: json(ResetPassword) },
      responses: answers(PersonView),
    }),
    async (c) => {
      const { db, actor, now } = c.var
      const personId = c.req.valid('param').id
      needs(actor, 'post.grant')
      if (personId === actor.id) throw new Problem(refuse('post.own'))
      if (!(await store.find(db, actor, personId))) throw notFound()
      const hash = await accounts.hashPassword(c.req.valid('json').password)
      await transact(db, async (trx) => {
        await accounts.setPassword(trx, personId, hash, true, now)
        await accounts.endSessionsOf(trx, actor.county, personId)
        await audited(
          c,
          {
            action: 'password.reset',
            subject: 'person',
            subjectId: personId,
          },
          trx,
        )
      })
      return c.json(await viewOf(db, actor, personId), 200)
    },
  )

  const ended = z.object({ person: PersonView, moved: z.number() })
  const postParams = z.object({ id: id<PersonId>(), post: id<PostId>() })

  routes.openapi(
    createRoute({
      tags,
      method: 'post',
      path: '/{id}/posts/{post}/end',
      summary: 'End a post; its open work moves along',
      request: { params: postParams, body: json(EndPost) },
      responses: answers(ended),
    }),
    async (c) => {
      const { id: personId, post } = c.req.valid('param')
      const moved = await end(c, personId, post, c.req.valid('json').successor ?? null)
      return c.json({ person: await viewOf(c.var.db, c.var.actor, personId), moved }, 200)
    },
  )

  routes.openapi(
    createRoute({
      tags,
      method: 'post',
      path: '/{id}/posts/{post}/hand-over',
      summary: 'Give a post to somebody else, with its open work',
      request: { params: postParams, body: json(HandOver) },
      responses: answers(ended),
    }),
    async (c) => {
      const { id: personId, post } = c.req.valid('param')
      const { to, postId } = c.req.valid('json')
      if (to === personId) throw new Problem(refuse('post.duplicate'))
      const moved = await end(c, personId, post, to, postId)
      return c.json({ person: await viewOf(c.var.db, c.var.actor, to), moved }, 200)
    },
  )

  /** Ends a post; with `grantAs` the successor gets the same seat under that post id, in the same transaction. */
  async function end(c: Context<Env>, personId: PersonId, postId: PostId, successor: PersonId | null, grantAs?: PostId): Promise<number> {
    const { db, actor, now } = c.var
    return transact(db, async (trx) => {
      const post = await store.findPost(trx, actor.county, postId)
      if (!post || post.personId !== personId || !may(actor, 'person.read', post.place)) throw notFound()
      if (!may(actor, 'post.grant', post.place)) throw new Problem(refuse('not_permitted', { verb: 'post.grant', place: post.place }))
      if (personId === actor.id) throw new Problem(refuse('post.own'))
      if (post.until !== null && post.until <= dayOf(now)) {
        // The same sent again, after its answer was lost, has happened already.
        const isAgain = grantAs ? (await store.findPost(trx, actor.county, grantAs))?.personId === successor : post.until === dayOf(now)
        if (isAgain) return 0
        throw new Problem(refuse('post.ended', { until: post.until }))
      }
      const seat = { role: post.role, place: post.place, department: post.department }
      if (successor && !(await store.find(trx, actor, successor))) throw notFound()
      if (successor && grantAs) {
        const refusal = whyNotGrant(actor, successor, seat, await store.postsFrom(trx, actor.county, successor, dayOf(now)))
        if (refusal) throw new Problem(refusal)
        await granted(trx, actor, successor, { ...seat, id: grantAs }, dayOf(now))
      }
      await store.endPost(trx, actor.county, postId, dayOf(now))
      await seatChanged(trx, actor.county, seat, dayOf(now))
      await audited(
        c,
        {
          action: grantAs ? 'post.handedOver' : 'post.ended',
          subject: 'person',
          subjectId: personId,
          facts: { seat, successor },
        },
        trx,
      )
      return moveWork(trx, { county: actor.county, personId, seat }, successor, actor.id, now)
    })
  }

  return routes
}

/** Gives a post, from today unless it says otherwise; where it begins today, the notice boards that tell of it are out of date. */
async function granted(trx: Db, actor: Actor, personId: PersonId, post: NewPost, today: Day): Promise<void> {
  const since = post.since ?? today
  const place = await places.find(trx, post.place)
  if (place && !standsOn(place, since)) throw new Problem(refuse('place.ended', { place: post.place }))
  await store.grant(trx, actor.county, personId, { ...post, since }, actor.id)
  if (since <= today) await seatChanged(trx, actor.county, post, today)
}

function needs(actor: Actor, verb: 'post.grant') {
  if (postsFor(actor, verb).length === 0) throw new Problem(refuse('not_permitted', { verb }))
}

/** A write of people and posts, in one transaction. Two who came at once with one number, or a place that is not there, are told so. */
async function written<T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  try {
    return await transact(db, work)
  } catch (error) {
    if (isUniqueViolation(error)) throw new Problem(refuse(/phone|email/.test(error.constraint) ? 'person.phone_taken' : 'conflict'))
    if (isMissingReference(error)) throw new Problem(refuse('place.seat_missing'))
    throw error
  }
}
