/** A place opened: its path, its seats and who sits in them, and what is vacant, open and late in each place below. */
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Db } from '#db/db.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { Instant, PlaceCode } from '#modules/kernel/ids.ts'
import { type Actor, may } from '#modules/people/actor.ts'
import { maskPhone } from '#modules/people/mask.ts'
import { can, roleNames, roles } from '#modules/people/role.ts'
import { seatsAt } from '#modules/people/store.server.ts'
import { vacancies } from '#modules/people/vacancy-store.server.ts'
import { boardOf } from '#modules/places/boards/store.server.ts'
import { covers, levelOf, type Place, pathOf } from '#modules/places/place.ts'
import * as places from '#modules/places/store.server.ts'
import { historyOf } from '#modules/places/successor-store.server.ts'
import { PlaceFile, type PlaceNode, type PlaceSeat, placeCode } from '#modules/places/wire.ts'
import { answers, router, signedIn } from '#server/context.ts'
import { notFound } from '#server/problem.ts'
import * as store from './store.server.ts'

export const placeFiles = router()
placeFiles.use(signedIn)

placeFiles.openapi(
  createRoute({
    tags: ['places'],
    method: 'get',
    path: '/{code}',
    summary: 'A place of mine: its seats, and the figures of the places below it',
    request: { params: z.object({ code: placeCode }) },
    responses: answers(PlaceFile),
  }),
  async (c) => {
    const { db, actor, now } = c.var
    const { code } = c.req.valid('param')
    const isMine = may(actor, 'place.read', code)
    const place = isMine || isAbove(actor, code) ? await places.find(db, code) : undefined
    if (!place) throw notFound()
    const file = await fileOf(db, actor, place, now)
    return c.json(isMine ? file : { ...file, place: { ...file.place, vacancies: 0, open: 0, late: 0 }, below: [] }, 200)
  },
)

/** Whether a place lies on the way from one of the actor's posts up to the county: they may know who sits there, not what happens elsewhere in it. */
const isAbove = (actor: Actor, code: PlaceCode) => actor.posts.some((post) => can(post.role, 'place.read') && covers(code, post.place))

async function fileOf(db: Db, actor: Actor, place: Place, now: Instant): Promise<PlaceFile> {
  const on = dayOf(now)
  const [below, empty, pending, names, seats, history, board] = await Promise.all([
    places.below(db, place.code, on),
    vacancies(db, place.code, on),
    store.pendingBelow(db, actor, place.code, now),
    places.placeNames(db, place.county, pathOf(place.code)),
    seatsAt(db, place.county, [place.code], on),
    historyOf(db, place, on),
    place.level === 'lane' ? boardOf(db, place.county, place.code) : undefined,
  ])
  const children = await store.childrenOf(
    db,
    below.map(({ code }) => code),
  )
  const node = (each: Place, of: readonly PlaceCode[], count: number): PlaceNode => ({
    ...each,
    children: count,
    vacancies: of.reduce((sum, code) => sum + (empty.get(code) ?? 0), 0),
    open: of.reduce((sum, code) => sum + (pending.get(code)?.open ?? 0), 0),
    late: of.reduce((sum, code) => sum + (pending.get(code)?.late ?? 0), 0),
  })
  return {
    place: node(place, [...new Set([...empty.keys(), ...pending.keys()])], below.length),
    path: pathOf(place.code).map((code) => ({ code, name: names.get(code) ?? code, level: levelOf(code) })),
    seats: seatsOf(place, seats, actor),
    below: below.map((each) => node(each, [each.code], children.get(each.code) ?? 0)),
    history,
    board: (board as PlaceFile['board'] | undefined) ?? null,
  }
}

/** The seats that belong at a place's level, empty ones too; departments' seats are the filled ones. */
function seatsOf(place: Place, rows: Awaited<ReturnType<typeof seatsAt>>, actor: Actor): PlaceSeat[] {
  const whole = may(actor, 'post.grant', place.code)
  const keys = new Map<string, PlaceSeat>()
  const seat = (role: string, department: string | null) => {
    const key = `${role} ${department ?? ''}`
    const there = keys.get(key) ?? { role, department, holders: [] }
    keys.set(key, there)
    return there
  }
  for (const role of roleNames) if (roles[role].level === place.level && role !== 'department_officer') seat(role, null)
  const nameOf = (person: string | null) => rows.find(({ personId }) => personId === person)?.name ?? null
  for (const { id, role, department, personId, name, phone, since, until, insteadOf } of rows)
    seat(role, department).holders.push({
      ...{ postId: id, personId, name, phone: whole || isOnBoard(role) ? phone : maskPhone(phone), since, until },
      insteadOf: nameOf(insteadOf),
    })
  return [...keys.values()]
}

/** Whose telephone number hangs on the lane's notice board anyway (article, D). */
const isOnBoard = (role: string) =>
  role === 'lane_chief' || role === 'grid_worker' || role === 'village_official' || role === 'police_officer'
