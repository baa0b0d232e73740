/** Notice boards for staff: which are to be replaced, many of them as sheets to print, and that they were printed. */
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { County, PlaceCode } from '#modules/kernel/ids.ts'
import { refuse } from '#modules/kernel/refusal.ts'
import type { Actor } from '#modules/people/actor.ts'
import { fingerprintsOf } from '#modules/people/board.server.ts'
import * as store from '#modules/places/boards/store.server.ts'
import { BoardList } from '#modules/places/boards/wire.ts'
import { covers, pathName, pathOf, within } from '#modules/places/place.ts'
import * as places from '#modules/places/store.server.ts'
import { placeCode } from '#modules/places/wire.ts'
import { answers, json, router, signedIn } from '#server/context.ts'
import { sayIn } from '#server/page.ts'
import { notFound, Problem } from '#server/problem.ts'
import { boardOf } from '../pages/board.server.ts'
import { printed } from '../pages/print.server.ts'
import { printsFor } from './printer.ts'

const tags = ['boards']
const sheetsAtMost = 200

function placesOf(actor: Actor): PlaceCode[] {
  const codes = printsFor(actor)
  if (codes.length === 0) throw new Problem(refuse('not_permitted', { verb: 'place.edit' }))
  return codes
}

/** A part of the actor's places, or all of them. */
function asked(actor: Actor, place: PlaceCode | undefined): PlaceCode[] {
  const own = placesOf(actor)
  if (place === undefined) return own
  if (!own.some((each) => covers(each, place))) throw notFound()
  return [place]
}

export const boards = router()
boards.use(signedIn)

boards.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/',
    summary: 'Boards of my places that are to be replaced, and how many in each town',
    request: { query: z.object({ place: placeCode.optional() }) },
    responses: answers(BoardList),
  }),
  async (c) => {
    const { db, actor } = c.var
    const { place } = c.req.valid('query')
    const [rows, towns] = await Promise.all([
      store.staleIn(db, actor.county, asked(actor, place), sheetsAtMost),
      store.staleByTown(db, actor.county, placesOf(actor)),
    ])
    const names = await places.placeNames(db, actor.county, [...rows.flatMap(({ lane }) => pathOf(lane)), ...towns.keys()])
    return c.json(
      {
        rows: rows.map((board) => ({ ...board, name: pathName(board.lane, names), town: within(board.lane, 'town')! })),
        towns: [...towns]
          .map(([code, count]) => ({ code, name: names.get(code) ?? code, count }))
          .sort((a, b) => (a.code < b.code ? -1 : 1)),
      },
      200,
    )
  },
)

boards.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/print',
    summary: 'Boards as sheets of A3, as a page to print: named lanes, or all that are to be replaced in a place',
    request: { query: z.object({ place: placeCode.optional(), lanes: z.string().max(4000).optional() }) },
    responses: { 200: { description: 'A page', content: { 'text/html': { schema: z.string() } } } },
  }),
  async (c) => {
    const { db, actor, now } = c.var
    const { place, lanes } = c.req.valid('query')
    const own = asked(actor, place)
    const wanted = lanes?.split(',') ?? (await store.staleIn(db, actor.county, own, sheetsAtMost)).map(({ lane }) => lane)
    const mine = wanted.slice(0, sheetsAtMost).filter((lane) => own.some((each) => lane.startsWith(each))) as PlaceCode[]
    const standing = await places.standingAmong(db, actor.county, mine, dayOf(now))
    if (standing.length === 0) throw notFound()
    const fingerprints = await fingerprintsOf(db, actor.county, standing, dayOf(now))
    const sheets = []
    for (const { code } of standing) sheets.push(await boardOf(c, code))
    return printed(c, {
      title: sayIn(c)('places:boards.title'),
      boards: sheets.filter((sheet) => sheet !== undefined),
      back: '/desk/boards',
      issue: [...fingerprints].map(([lane, fingerprint]) => ({ lane, fingerprint })),
    }) as never
  },
)

const Printed = z.object({
  boards: z
    .array(z.object({ lane: placeCode, fingerprint: z.string().regex(/^[\w.-]{10,64}$/) }))
    .min(1)
    .max(sheetsAtMost),
})

boards.openapi(
  createRoute({
    tags,
    method: 'post',
    path: '/printed',
    summary: 'Record that boards were printed, from what they said then',
    request: { body: json(Printed) },
    responses: answers(z.object({ count: z.number() })),
  }),
  async (c) => {
    const { db, actor, now } = c.var
    const { boards } = c.req.valid('json')
    const own = placesOf(actor)
    const mine = boards.filter(({ lane }) => own.some((each) => covers(each, lane)))
    const lanes = await places.standingAmong(
      db,
      actor.county as County,
      mine.map(({ lane }) => lane),
      dayOf(now),
    )
    if (lanes.length < boards.length || lanes.some(({ level }) => level !== 'lane')) throw notFound()
    await store.issued(db, actor.county, mine, actor.id, dayOf(now))
    return c.json({ count: mine.length }, 200)
  },
)
