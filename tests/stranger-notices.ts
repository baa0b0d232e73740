/** What the strangers' walk tries on notices, and what it must neither find nor change. */
import type { MatterId } from '#modules/kernel/ids.ts'
import { settle } from '#modules/notices/delivery-store.server.ts'
import { subscribe } from '#modules/notices/push-store.server.ts'
import { putRobot } from '#modules/notices/settings-store.server.ts'
import { addDeliveries } from '#modules/notices/store.server.ts'
import { bind } from '#modules/notices/wechat/store.server.ts'
import { cast } from './cast.ts'
import { uuid } from './matter.ts'
import { noon, type Served } from './server.ts'

const { people, places } = cast

export type Visit = { method: 'get' | 'post' | 'put' | 'delete'; path: string; url: string; body?: object }

const robot = { channel: 'wecom', name: '河湾村群', place: places.village, isOn: true, address: 'http://localhost:9/k' }
const route = { event: 'reported', audience: 'holder', channel: 'app', template: 'new', isOn: true, onlyEmergency: false }
const notices = '/api/notices'

export const noticeVisits: Visit[] = [
  { method: 'get', path: `${notices}/routing`, url: `${notices}/routing` },
  { method: 'get', path: `${notices}/routing/routes`, url: `${notices}/routing/routes` },
  { method: 'put', path: `${notices}/routing/routes`, url: `${notices}/routing/routes`, body: { ...route, isOn: false } },
  {
    method: 'put',
    path: `${notices}/routing/templates/{code}`,
    url: `${notices}/routing/templates/new`,
    body: { title: '冒名', titleEn: 'x', body: '冒名', bodyEn: 'x', outside: null, wechat: null, wechatFields: [] },
  },
  { method: 'get', path: `${notices}/channels`, url: `${notices}/channels` },
  { method: 'put', path: `${notices}/channels/{channel}`, url: `${notices}/channels/push`, body: { driver: 'log' } },
  { method: 'get', path: `${notices}/quiet`, url: `${notices}/quiet` },
  { method: 'put', path: `${notices}/quiet`, url: `${notices}/quiet`, body: { quietFrom: 1, quietUntil: 2 } },
  { method: 'get', path: `${notices}/robots`, url: `${notices}/robots` },
  { method: 'post', path: `${notices}/robots`, url: `${notices}/robots`, body: robot },
  { method: 'put', path: `${notices}/robots/{id}`, url: `${notices}/robots/${uuid(70)}`, body: robot },
  { method: 'delete', path: `${notices}/robots/{id}`, url: `${notices}/robots/${uuid(70)}` },
  { method: 'get', path: `${notices}/deliveries`, url: `${notices}/deliveries?matter=${uuid(1)}` },
  { method: 'post', path: `${notices}/deliveries/{id}/again`, url: `${notices}/deliveries/${uuid(71)}/again`, body: {} },
  { method: 'get', path: `${notices}/push`, url: `${notices}/push` },
  {
    method: 'post',
    path: `${notices}/push`,
    url: `${notices}/push`,
    body: { id: uuid(72), endpoint: 'https://push.example.com/1', keys: { p256dh: 'AA', auth: 'AA' } },
  },
  { method: 'get', path: `${notices}/wechat`, url: `${notices}/wechat` },
  { method: 'post', path: `${notices}/wechat/code`, url: `${notices}/wechat/code`, body: {} },
  { method: 'delete', path: `${notices}/wechat`, url: `${notices}/wechat` },
  { method: 'delete', path: `${notices}/push/{id}`, url: `${notices}/push/${uuid(72)}` },
]

/** A robot of the village, a browser of the chief, and a message about the matter, with these words in it, that failed. */
export async function noticed({ db, secrets }: Served['opened'], secret: string): Promise<void> {
  const county = people.chief.county
  const { address, ...row } = robot
  await putRobot(db, county, uuid(70), { ...row, settings: secrets.seal(JSON.stringify({ address })) })
  const subscription = { id: uuid(72), endpoint: 'https://push.example.com/chief', keys: { p256dh: 'AA', auth: 'AA' } }
  await subscribe(db, { ...people.chief, posts: [] }, subscription, secrets, noon)
  await bind(
    db,
    county,
    { personId: people.chief.id, matterId: null, reporterId: null },
    { openid: secrets.seal('o'), openidKey: secrets.hash('o') },
    noon,
  )
  const message = { channel: 'sms', event: 'settled', audience: 'reporters', template: 'settledFor', isUrgent: false } as const
  const about = { matterId: uuid(1) as MatterId, personId: people.chief.id, reporterId: null, robotId: uuid(70) }
  await addDeliveries(db, [
    { county, id: uuid(71), ...message, ...about, address: null, title: '通知', body: secret, facts: {}, at: noon, nextAt: noon },
  ])
  await settle(db, county, { id: uuid(71), attempts: 0 }, { status: 'failed', error: 'aliyun: unknown' })
}
