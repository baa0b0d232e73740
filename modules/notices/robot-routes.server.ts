/** Group robots over HTTP, for the administrator. Addresses and secrets come in and are never shown again. */
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { transact } from '#db/db.ts'
import { id } from '#modules/kernel/ids.ts'
import { refuse } from '#modules/kernel/refusal.ts'
import { placeNames } from '#modules/places/store.server.ts'
import { answers, invalid, json } from '#server/context.ts'
import { notFound, Problem } from '#server/problem.ts'
import { changed, forAdministrators } from './admin-routes.server.ts'
import type { RobotSettings } from './drivers/robots.server.ts'
import * as store from './settings-store.server.ts'
import { RobotChange, RobotView } from './wire.ts'

const tags = ['notices']
const params = z.object({ id: id<string>() })

type Row = Awaited<ReturnType<typeof store.robotsOf>>[number]
const viewOf = ({ settings, ...robot }: Row) => robot as RobotView

export const robots = forAdministrators()

robots.openapi(
  createRoute({ tags, method: 'get', path: '/', summary: 'Group robots, by place', responses: answers(z.array(RobotView)) }),
  async (c) => c.json((await store.robotsOf(c.var.db, c.var.actor.county)).map(viewOf), 200),
)

/** As the trail tells of it. */
const plain = ({ channel, name, place, isOn }: Row) => ({ channel, name, place, isOn })

type Context = Parameters<typeof changed>[0]

/** Puts a robot with what is known of it: its settings are the new ones, or those there already. */
async function put(c: Context, robotId: string, wanted: z.infer<typeof RobotChange>, before?: Row): Promise<RobotView> {
  const { db, actor, secrets } = c.var
  const { address, secret, ...robot } = wanted
  // A robot stands in the group of a village, a town or the county.
  const isThere = robot.place.length <= 12 && (await placeNames(db, actor.county, [robot.place])).has(robot.place)
  if (!isThere) throw new Problem(refuse('place.unknown', { place: robot.place }))
  const known = before?.channel === robot.channel ? (JSON.parse(secrets.open(before.settings)) as RobotSettings) : undefined
  const settings = { address: address ?? known?.address, secret: (secret ?? known?.secret) || undefined }
  if (!settings.address) throw new Problem(invalid([{ path: ['address'], message: 'missing' }]))
  await transact(db, async (trx) => {
    await store.putRobot(trx, actor.county, robotId, { ...robot, settings: secrets.seal(JSON.stringify(settings)) })
    const isNew = address !== undefined || secret !== undefined
    await changed(c, robot.name, before ? plain(before) : null, { ...robot, ...(isNew && { settings: '***' }) }, trx)
  })
  return viewOf((await store.findRobot(db, actor.county, robotId))!)
}

robots.openapi(
  createRoute({
    tags,
    method: 'post',
    path: '/',
    summary: 'Add a group robot',
    request: { body: json(RobotChange) },
    responses: answers(RobotView),
  }),
  async (c) => c.json(await put(c, c.var.mint(), c.req.valid('json')), 201),
)

robots.openapi(
  createRoute({
    tags,
    method: 'put',
    path: '/{id}',
    summary: 'Change a group robot; address and secret left out stay as they are',
    request: { params, body: json(RobotChange) },
    responses: answers(RobotView),
  }),
  async (c) => {
    const before = await store.findRobot(c.var.db, c.var.actor.county, c.req.valid('param').id)
    if (!before) throw notFound()
    return c.json(await put(c, before.id, c.req.valid('json'), before), 200)
  },
)

robots.openapi(
  createRoute({
    tags,
    method: 'delete',
    path: '/{id}',
    summary: 'Remove a group robot',
    request: { params },
    responses: answers(z.object({ id: z.string() })),
  }),
  async (c) => {
    const { db, actor } = c.var
    const before = await store.findRobot(db, actor.county, c.req.valid('param').id)
    if (!before) throw notFound()
    await transact(db, async (trx) => {
      await store.removeRobot(trx, actor.county, before.id)
      await changed(c, before.name, plain(before), null, trx)
    })
    return c.json({ id: before.id }, 200)
  },
)
