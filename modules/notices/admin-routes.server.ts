/** What an administrator sets about notices, over HTTP: who is told of what in which words, by which provider, and when not. Each change is recorded. */
import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import { transact } from '#db/db.ts'
import { refuse } from '#modules/kernel/refusal.ts'
import { audited } from '#server/audit.ts'
import { allowed, answers, type Env, invalid, json, router, signedIn } from '#server/context.ts'
import { notFound, Problem } from '#server/problem.ts'
import type { Secrets } from '#server/secrets.ts'
import { driversOf, outsideChannels, reaches, settingsOf, wrongSettings } from './channel.ts'
import { chosenDrivers } from './delivery-store.server.ts'
import { groupChannels, isForRules, type Texts, wrongGaps } from './notice.ts'
import * as settings from './settings-store.server.ts'
import * as store from './store.server.ts'
import { quietOf } from './telling/told-store.server.ts'
import { wrongFields } from './wechat/fields.ts'
import { ChannelChange, ChannelView, QuietHours, RouteView, Routing, TemplateView } from './wire.ts'

const tags = ['notices']

/** A router for who has the county's settings, and nobody else. */
export const forAdministrators = () => {
  const own = router()
  own.use(signedIn)
  own.use(allowed('settings.edit'))
  return own
}

type Settings = { readonly [name: string]: unknown }

const plain = (value: unknown): string => (typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '–'))

/** What differs, as "before → after"; null where there was nothing, or nothing is left. */
const differences = (before: Settings | null, after: Settings | null): Record<string, string> =>
  Object.fromEntries(
    [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
      .map((name) => [name, plain(before?.[name]), plain(after?.[name])] as const)
      .flatMap(([name, was, is]) => (was === is ? [] : [[name, `${was} → ${is}`]])),
  )

/** One line of the trail about a setting of notices. */
export const changed = (c: Context<Env>, what: string, before: Settings | null, after: Settings | null, trx = c.var.db) =>
  audited(c, { action: 'notices.changed', subject: 'notices', subjectId: what, facts: { what, ...differences(before, after) } }, trx)

const orGaps = (template: Texts, forGroup: boolean) => {
  const [gap] = wrongGaps(template, forGroup)
  if (gap !== undefined) throw new Problem(refuse('notice.gaps', { gap, forGroup }))
}

export const noticeRouting = forAdministrators()

noticeRouting.openapi(
  createRoute({ tags, method: 'get', path: '/', summary: 'Who is told of what, and in which words', responses: answers(Routing) }),
  async (c) => {
    const { db, actor } = c.var
    const [routes, templates] = await Promise.all([store.routesOf(db, actor.county), store.templatesOf(db, actor.county)])
    return c.json({ routes, templates: [...templates.values()] }, 200)
  },
)

noticeRouting.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/routes',
    summary: 'The routing table',
    responses: answers(z.array(RouteView)),
  }),
  async (c) => c.json(await store.routesOf(c.var.db, c.var.actor.county), 200),
)

noticeRouting.openapi(
  createRoute({
    tags,
    method: 'put',
    path: '/routes',
    summary: 'Put one row of the routing table, in place of the one with its event, audience and channel',
    request: { body: json(RouteView) },
    responses: answers(RouteView),
  }),
  async (c) => {
    const { db, actor } = c.var
    const wanted = c.req.valid('json')
    const { event, audience, channel } = wanted
    const [routes, templates] = await Promise.all([store.routesOf(db, actor.county), store.templatesOf(db, actor.county)])
    if (!routes.some((route) => route.event === event)) throw new Problem(invalid([{ path: ['event'], message: 'unknown' }]))
    const template = templates.get(wanted.template)
    if (!template || !isForRules(wanted.template)) throw new Problem(invalid([{ path: ['template'], message: 'unknown' }]))
    if (!reaches(audience, channel)) throw new Problem(refuse('notice.unreachable', { audience, channel }))
    if (groupChannels.includes(channel)) orGaps(template, true)
    const before = routes.find((route) => route.event === event && route.audience === audience && route.channel === channel) ?? null
    await transact(db, async (trx) => {
      await settings.putRoute(trx, actor.county, wanted)
      await changed(c, `${event} ${audience} ${channel}`, before, wanted, trx)
    })
    return c.json(wanted, 200)
  },
)

noticeRouting.openapi(
  createRoute({
    tags,
    method: 'put',
    path: '/templates/{code}',
    summary: 'Change what is said',
    request: { params: z.object({ code: z.string().max(30) }), body: json(TemplateView.omit({ code: true })) },
    responses: answers(TemplateView),
  }),
  async (c) => {
    const { db, actor } = c.var
    const { code } = c.req.valid('param')
    const body = c.req.valid('json')
    const wanted = { ...body, code, outside: body.outside || null, wechat: body.wechat || null }
    const before = (await store.templatesOf(db, actor.county)).get(code)
    if (!before) throw notFound()
    const routes = await store.routesOf(db, actor.county)
    orGaps(
      wanted,
      routes.some((route) => route.template === code && groupChannels.includes(route.channel)),
    )
    const [wrongField] = wrongFields(wanted.wechatFields, code)
    if (wrongField) throw new Problem(refuse('notice.wechat_field', { place: wrongField[0] + 1, wrong: wrongField[1] }))
    if (wanted.wechat && wanted.wechatFields.length === 0) throw new Problem(refuse('notice.wechat_empty'))
    await transact(db, async (trx) => {
      await settings.changeTemplate(trx, actor.county, code, wanted)
      await changed(c, code, before, wanted, trx)
    })
    return c.json(wanted, 200)
  },
)

export const noticeChannels = forAdministrators()

noticeChannels.openapi(
  createRoute({ tags, method: 'get', path: '/', summary: 'By what each channel sends', responses: answers(z.array(ChannelView)) }),
  async (c) => {
    const chosen = await chosenDrivers(c.var.db, c.var.actor.county)
    return c.json(
      outsideChannels.map((channel) =>
        viewOf(
          c,
          channel,
          chosen.find((row) => row.channel === channel),
        ),
      ),
      200,
    )
  },
)

type Outside = (typeof outsideChannels)[number]

type Chosen = { readonly driver: string; readonly settings: Buffer | null }

const viewOf = ({ var: { address, actor } }: Context<Env>, channel: Outside, row: Chosen | undefined): ChannelView => ({
  channel,
  driver: row?.driver ?? driversOf[channel][0]!,
  isSet: Boolean(row?.settings),
  drivers: [...driversOf[channel]],
  hears: channel === 'wechat' ? `${address}/api/wechat/${actor.county}` : null,
})

noticeChannels.openapi(
  createRoute({
    tags,
    method: 'put',
    path: '/{channel}',
    summary: 'Choose by what a channel sends; settings left out stay as they are',
    request: { params: z.object({ channel: z.enum(outsideChannels) }), body: json(ChannelChange) },
    responses: answers(ChannelView),
  }),
  async (c) => {
    const { db, actor, secrets } = c.var
    const { channel } = c.req.valid('param')
    const wanted = c.req.valid('json')
    const driver = driversOf[channel].find((name) => name === wanted.driver)
    if (!driver) throw new Problem(invalid([{ path: ['driver'], message: 'unknown' }]))
    const before = (await chosenDrivers(db, actor.county)).find((row) => row.channel === channel)
    const given = wanted.settings && Object.fromEntries(Object.entries(wanted.settings).filter(([, value]) => value !== ''))
    const keeps = given === undefined && before?.driver === driver
    const { missing, unknown, malformed } = wrongSettings(driver, given ?? {})
    const wrong = keeps
      ? []
      : [
          ...missing.map((name) => [name, 'missing']),
          ...unknown.map((name) => [name, 'unknown']),
          ...malformed.map((name) => [name, 'malformed']),
        ]
    if (wrong.length > 0) throw new Problem(invalid(wrong.map(([name = '', message = '']) => ({ path: ['settings', name], message }))))
    const sealed =
      settingsOf[driver].length === 0 ? null : given && secrets.seal(JSON.stringify(withPrevious(before, driver, given, secrets)))
    await transact(db, async (trx) => {
      await settings.putChannel(trx, actor.county, channel, driver, sealed)
      await changed(c, channel, { driver: before?.driver }, { driver, ...(given && { settings: '***' }) }, trx)
    })
    const now = (await chosenDrivers(db, actor.county)).find((row) => row.channel === channel)
    return c.json(viewOf(c, channel, now), 200)
  },
)

type Given = Readonly<Record<string, string>>

/** A new key of WeChat's safe mode leaves the one before it in use: what is on its way is sealed with that. */
function withPrevious(before: Chosen | undefined, driver: string, given: Given, secrets: Pick<Secrets, 'open'>): Given {
  if (before?.driver !== driver || !before.settings || !given['aesKey']) return given
  const { aesKey } = JSON.parse(secrets.open(before.settings)) as Given
  return aesKey && aesKey !== given['aesKey'] ? { ...given, previousAesKey: aesKey } : given
}

export const quietHours = forAdministrators()

quietHours.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/',
    summary: 'When only what is urgent leaves the house',
    responses: answers(QuietHours),
  }),
  async (c) => c.json(await quietOf(c.var.db, c.var.actor.county), 200),
)

quietHours.openapi(
  createRoute({
    tags,
    method: 'put',
    path: '/',
    summary: 'Change the quiet hours; the same minute twice means none',
    request: { body: json(QuietHours) },
    responses: answers(QuietHours),
  }),
  async (c) => {
    const { db, actor } = c.var
    const wanted = c.req.valid('json')
    const before = await quietOf(db, actor.county)
    await transact(db, async (trx) => {
      await settings.changeQuiet(trx, actor.county, wanted)
      await changed(c, 'quiet', before, wanted, trx)
    })
    return c.json(wanted, 200)
  },
)
