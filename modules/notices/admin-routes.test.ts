import { expect } from 'vitest'
import type { MatterId } from '#modules/kernel/ids.ts'
import { cast } from '#tests/cast.ts'
import { reported, uuid } from '#tests/matter.ts'
import { noon, type Served, served, type Who } from '#tests/server.ts'
import { settle } from './delivery-store.server.ts'
import { addDeliveries } from './store.server.ts'
import type { ChannelView, DeliveryPage, RobotView, Routing } from './wire.ts'

const { people, places } = cast
const { county } = people.chief

type It = Pick<Served, 'as'>
const get = async <T>({ as }: It, path: string, who: Who = 'administrator') =>
  (await (await as(who).get(`/api/notices${path}`)).json()) as T
const put = ({ as }: It, path: string, body: object, who: Who = 'administrator') =>
  as(who).put(`/api/notices${path}`, JSON.stringify(body), 'application/json')
const refusal = async (reply: Response) => [reply.status, (await reply.json()) as { refused: string; facts: object }] as const

const routeOf = async (it: It, event: string, channel: string) =>
  (await get<Routing>(it, '/routing')).routes.find((route) => route.event === event && route.channel === channel)!
const templateOf = async (it: It, code: string) => {
  const { code: _, ...template } = (await get<Routing>(it, '/routing')).templates.find((each) => each.code === code)!
  return template
}

served('only who has the settings reads or changes how people are told', async (it) => {
  for (const path of ['/routing', '/routing/routes', '/channels', '/quiet', '/robots', '/deliveries'])
    for (const who of ['chief', 'centre', 'auditor'] as const)
      expect([path, who, (await it.as(who).get(`/api/notices${path}`)).status]).toEqual([path, who, 403])
  expect((await put(it, '/quiet', { quietFrom: 0, quietUntil: 1 }, 'centre')).status).toBe(403)
  expect(await get(it, '/quiet')).toEqual({ quietFrom: 1290, quietUntil: 450 })
})

served('a text names no gap that does not exist, and to a group none that says too much', async (it) => {
  const asNew = await templateOf(it, 'new')
  expect(await refusal(await put(it, '/routing/templates/new', { ...asNew, bodyEn: '{name} waits' }))).toEqual([
    422,
    { refused: 'notice.gaps', facts: { gap: 'name', forGroup: false } },
  ])
  const asGroup = await templateOf(it, 'group')
  expect(await refusal(await put(it, '/routing/templates/group', { ...asGroup, body: '{number} {category}' }))).toEqual([
    422,
    { refused: 'notice.gaps', facts: { gap: 'category', forGroup: true } },
  ])
  const toGroup = await routeOf(it, 'lapsed', 'wecom')
  expect(await refusal(await put(it, '/routing/routes', { ...toGroup, template: 'lapsedTo' }))).toEqual([
    422,
    { refused: 'notice.gaps', facts: { gap: 'category', forGroup: true } },
  ])
  expect((await put(it, '/routing/templates/nonsense', asNew)).status).toBe(404)
  expect(await routeOf(it, 'lapsed', 'wecom')).toEqual(toGroup)

  expect((await put(it, '/routing/templates/new', { ...asNew, title: '来活了', outside: 'SMS_1' })).status).toBe(200)
  expect(await templateOf(it, 'new')).toEqual({ ...asNew, title: '来活了', outside: 'SMS_1' })
})

served('nobody is told on a channel that cannot reach them, of an event that there is not, in a text that there is not', async (it) => {
  const holder = await routeOf(it, 'reported', 'app')
  expect(await refusal(await put(it, '/routing/routes', { ...holder, channel: 'wecom' }))).toMatchObject([
    422,
    { refused: 'notice.unreachable' },
  ])
  expect(await refusal(await put(it, '/routing/routes', { ...holder, audience: 'reporters' }))).toMatchObject([
    422,
    { refused: 'notice.unreachable' },
  ])
  expect(await refusal(await put(it, '/routing/routes', { ...holder, event: 'dreamt' }))).toMatchObject([422, { refused: 'invalid' }])
  expect(await refusal(await put(it, '/routing/routes', { ...holder, template: 'nonsense' }))).toMatchObject([422, { refused: 'invalid' }])

  const before = (await get<Routing>(it, '/routing')).routes.length
  expect((await put(it, '/routing/routes', { ...holder, isOn: false })).status).toBe(200)
  expect((await put(it, '/routing/routes', { ...holder, channel: 'sms', onlyEmergency: true })).status).toBe(200)
  expect(await routeOf(it, 'reported', 'app')).toEqual({ ...holder, isOn: false })
  expect((await get<Routing>(it, '/routing')).routes).toHaveLength(before + 1)
  const lines = await it.opened.db.selectFrom('audit').select('facts').where('action', '=', 'notices.changed').orderBy('id').execute()
  expect(lines[0]!.facts).toEqual({ what: 'reported holder app', isOn: 'true → false' })
  expect(lines[1]!.facts).toMatchObject({ what: 'reported holder sms', onlyEmergency: '– → true' })
})

served('a provider’s keys go in, are kept sealed, and are never shown or told again', async (it) => {
  const keys = { accessKeyId: 'LTAI-key', accessKeySecret: 'very-secret', signName: '枫桥' }
  expect(await refusal(await put(it, '/channels/sms', { driver: 'aliyun' }))).toMatchObject([422, { refused: 'invalid' }])
  const { signName: _, ...some } = keys
  expect(JSON.stringify(await refusal(await put(it, '/channels/sms', { driver: 'aliyun', settings: some })))).toContain('settings.signName')
  expect((await put(it, '/channels/sms', { driver: 'aliyun', settings: { ...keys, extra: '1' } })).status).toBe(422)
  expect((await put(it, '/channels/sms', { driver: 'dingtalk' })).status).toBe(422)
  expect((await put(it, '/channels/app', { driver: 'log' })).status).toBe(422)

  const reply = await put(it, '/channels/sms', { driver: 'aliyun', settings: keys })
  expect(await reply.json()).toEqual({ channel: 'sms', driver: 'aliyun', isSet: true, drivers: ['log', 'aliyun'], hears: null })
  expect((await put(it, '/channels/sms', { driver: 'aliyun' })).status).toBe(200)
  const channels = await get<ChannelView[]>(it, '/channels')
  expect(channels.map(({ channel, driver, isSet }) => [channel, driver, isSet])).toEqual([
    ...[['push', 'push', false] as const, ['sms', 'aliyun', true] as const],
    ...(['wechat', 'wecom', 'dingtalk'] as const).map((channel) => [channel, 'log', false] as const),
  ])
  const audit = await it.opened.db.selectFrom('audit').select(['facts']).where('action', '=', 'notices.changed').execute()
  const { settings } = await it.opened.db.selectFrom('noticeChannels').select('settings').executeTakeFirstOrThrow()
  expect(audit).toHaveLength(2)
  expect(JSON.stringify([channels, audit, settings!.toString('latin1')])).not.toMatch(/very-secret|LTAI/)
  expect(JSON.parse(it.opened.secrets.open(settings!))).toEqual(keys)

  expect((await put(it, '/channels/sms', { driver: 'log' })).status).toBe(200)
  expect((await it.opened.db.selectFrom('noticeChannels').select('settings').executeTakeFirstOrThrow()).settings).toBeNull()
})

const robot = {
  channel: 'dingtalk',
  name: '河湾村群',
  place: places.village,
  isOn: true,
  address: 'https://oapi.dingtalk.com/robot/send?access_token=tok',
  secret: 'SECx',
}

served('a robot keeps its address unless another is given, and leaves what it sent on record', async (it) => {
  const add = (change: object) => it.as('administrator').post('/api/notices/robots', { ...robot, ...change })
  for (const place of [places.grid, '149901999', places.farVillage]) expect((await add({ place })).status).toBe(422)
  expect((await add({ address: undefined })).status).toBe(422)
  const made = (await (await add({})).json()) as RobotView
  expect(made).toEqual({ id: made.id, channel: 'dingtalk', name: '河湾村群', place: places.village, placeName: '河湾村委会', isOn: true })

  const { address: _, secret: __, ...rest } = robot
  expect((await put(it, `/robots/${made.id}`, { ...rest, isOn: false })).status).toBe(200)
  const { settings } = await it.opened.db.selectFrom('robots').select('settings').executeTakeFirstOrThrow()
  expect(JSON.parse(it.opened.secrets.open(settings))).toEqual({ address: robot.address, secret: robot.secret })
  // A key of DingTalk is of no use to WeCom.
  expect((await put(it, `/robots/${made.id}`, { ...rest, channel: 'wecom' })).status).toBe(422)
  expect((await put(it, `/robots/${uuid(5)}`, robot)).status).toBe(404)
  expect(JSON.stringify(await get(it, '/robots'))).not.toMatch(/access_token|SECx/)

  await delivery(it, 1, { channel: 'dingtalk', audience: 'group', template: 'group', robotId: made.id, personId: null })
  expect((await it.as('administrator').delete(`/api/notices/robots/${made.id}`)).status).toBe(200)
  expect(await get(it, '/robots')).toEqual([])
  expect((await get<DeliveryPage>(it, '/deliveries')).rows).toMatchObject([{ status: 'failed', error: 'no robot', to: '' }])
})

const delivery = ({ opened }: Pick<Served, 'opened'>, number: number, change: object = {}) =>
  addDeliveries(opened.db, [
    {
      ...{ county, id: uuid(number), channel: 'sms', event: 'reported', audience: 'holder', template: 'new', matterId: null },
      ...{ personId: people.chief.id, reporterId: null, robotId: null, address: null, title: '新事项待接单', body: '槐树巷有事' },
      ...{ facts: {}, isUrgent: false, at: noon, nextAt: noon, ...change },
    },
  ])

served('an administrator reads what was sent to whom, not about what; who sees the matter reads that too', async (it) => {
  await reported(it, 1, { contact: { name: '秘密人', phone: '13800077777' } })
  const matterId = uuid(1) as MatterId
  await delivery(it, 1, { matterId })
  await delivery(it, 2, { matterId, audience: 'reporters', personId: null, reporterId: uuid(1) })
  await delivery(it, 3, {
    event: 'code',
    template: 'code',
    personId: null,
    address: it.opened.secrets.seal('13800066666'),
    body: '验证码 123456',
  })

  const { rows } = await get<DeliveryPage>(it, '/deliveries')
  expect(rows.map(({ to, body }) => [to, body])).toEqual([
    ['138****6666', '验证码 {code}，{minutes} 分钟内有效。不要告诉别人。'],
    ['138****7777', '{place} {category}（{number}），请在 {due} 前接单。'],
    [people.chief.name, '{place} {category}（{number}），请在 {due} 前接单。'],
  ])
  expect(rows[1]!.number).toMatch(/^20260603-/)
  const theirs = await get<DeliveryPage>(it, `/deliveries?matter=${uuid(1)}`, 'township')
  expect(theirs.rows.map(({ body }) => body)).toEqual(['槐树巷有事', '槐树巷有事'])
  expect((await it.as('westTownship').get(`/api/notices/deliveries?matter=${uuid(1)}`)).status).toBe(404)

  const first = await get<DeliveryPage>(it, '/deliveries?limit=2')
  const rest = await get<DeliveryPage>(it, `/deliveries?limit=2&after=${encodeURIComponent(first.next!)}`)
  expect([...first.rows, ...rest.rows].map(({ id }) => id)).toEqual([uuid(3), uuid(2), uuid(1)])
  expect((await it.as('administrator').get('/api/notices/deliveries?after=nonsense')).status).toBe(422)
  expect((await get<DeliveryPage>(it, '/deliveries?status=failed')).rows).toEqual([])
})

served('what failed is sent again, and nothing else', async (it) => {
  await delivery(it, 1)
  const again = (number: number) => it.as('administrator').post(`/api/notices/deliveries/${uuid(number)}/again`, {})
  expect(await refusal(await again(1))).toMatchObject([409, { refused: 'notice.not_failed' }])
  expect((await again(2)).status).toBe(404)
  await settle(it.opened.db, county, { id: uuid(1), attempts: 0 }, { status: 'failed', error: 'no telephone' })
  expect((await again(1)).status).toBe(200)
  expect((await get<DeliveryPage>(it, '/deliveries')).rows).toMatchObject([{ status: 'waiting', attempts: 0, nextAt: noon, error: null }])
})

served('a browser is told only for who subscribed in it last; nobody takes another’s away', async (it) => {
  const keys = { p256dh: Buffer.alloc(65, 4).toString('base64url'), auth: Buffer.alloc(16).toString('base64url') }
  const subscribe = (who: Who, change: object = {}) =>
    it.as(who).post('/api/notices/push', { id: uuid(1), endpoint: 'https://push.example.com/a', keys, ...change })
  const kept = () => it.opened.db.selectFrom('pushSubscriptions').select(['id', 'personId']).orderBy('id').execute()
  for (const endpoint of [
    'https://127.0.0.1/a',
    'https://[::1]/a',
    'https://localhost/a',
    'https://db.internal/a',
    'https://push.example.com:8443/a',
    'http://push.example.com/a',
  ])
    expect([endpoint, (await subscribe('chief', { endpoint })).status]).toEqual([endpoint, 422])
  expect((await subscribe('chief', { keys: { p256dh: 'AA', auth: 'AA' } })).status).toBe(422)

  expect((await subscribe('chief')).status).toBe(201)
  expect((await subscribe('chief')).status).toBe(201)
  expect(((await (await it.as('chief').get('/api/notices/push')).json()) as { key: string }).key).toHaveLength(87)
  await it.as('gridWorker').delete(`/api/notices/push/${uuid(1)}`)
  expect((await subscribe('gridWorker', { endpoint: 'https://push.example.com/b' })).status).toBe(409)
  expect(await kept()).toEqual([{ id: uuid(1), personId: people.chief.id }])

  expect((await subscribe('gridWorker', { id: uuid(2) })).status).toBe(201)
  expect(await kept()).toEqual([{ id: uuid(2), personId: people.gridWorker.id }])
  for (let number = 3; number <= 13; number++)
    await subscribe('gridWorker', { id: uuid(number), endpoint: `https://push.example.com/${number}` })
  expect(await kept()).toHaveLength(10)
  await it.as('gridWorker').delete(`/api/notices/push/${uuid(13)}`)
  expect(await kept()).toHaveLength(9)
})
