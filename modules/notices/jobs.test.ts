import { createECDH, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import type { MatterId } from '#modules/kernel/ids.ts'
import { cast } from '#tests/cast.ts'
import { reported, uuid } from '#tests/matter.ts'
import { noon, type Served, served } from '#tests/server.ts'
import { standIn } from '#tests/stand-in.ts'
import { forgetCodes } from './delivery-store.server.ts'
import { deliver } from './jobs.server.ts'
import { attemptsAtMost, restAfter } from './notice.ts'
import { subscribe, vapidKeys } from './push-store.server.ts'
import { sendText } from './send.server.ts'
import { putChannel, putRobot } from './settings-store.server.ts'
import { addDeliveries, type NewDelivery } from './store.server.ts'

const { people, places } = cast
const { county } = people.chief
const chance = () => 0.5
const after = (seconds: number, from = noon) => new Date(Date.parse(from) + seconds * 1000).toISOString()

const toChief = (number: number, change: Partial<NewDelivery> = {}): NewDelivery => ({
  ...{ county, id: uuid(number), channel: 'sms', event: 'reported', audience: 'holder', template: 'new', matterId: null },
  ...{ personId: people.chief.id, reporterId: null, robotId: null, address: null, title: '新事项待接单', body: '请接单。' },
  ...{ facts: { number: '20260603-7F3KX', place: '槐树巷', link: 'https://x' }, isUrgent: false, at: noon, nextAt: noon, ...change },
})

type Its = Served['opened']

const all = ({ db }: Pick<Its, 'db'>) =>
  db.selectFrom('deliveries').select(['id', 'status', 'attempts', 'nextAt', 'sentAt', 'error']).orderBy('id').execute()

/** Makes short messages go to a stand-in of Aliyun at `endpoint`. */
async function withAliyun({ db, secrets }: Its, endpoint: string): Promise<void> {
  const settings = { accessKeyId: 'a', accessKeySecret: 'b', signName: '枫桥', endpoint }
  await putChannel(db, county, 'sms', 'aliyun', secrets.seal(JSON.stringify(settings)))
  await db.updateTable('noticeTemplates').set({ outside: 'SMS_1' }).where('county', '=', county).execute()
}

const ok = () => ({ json: { Code: 'OK' } })
const busy = () => ({ json: { Code: 'isv.BUSINESS_LIMIT_CONTROL' } })

test('the rest before another try: a minute, then four times as long each time, give or take a fifth', () => {
  expect([1, 2, 3].map((attempts) => restAfter(attempts, 0.5))).toEqual([60_000, 240_000, 960_000])
  expect([restAfter(1, 0), restAfter(1, 1)]).toEqual([48_000, 72_000])
})

served('without a provider everything stays in the house, on record', async ({ opened }) => {
  await addDeliveries(opened.db, [toChief(1)])
  expect(await deliver(opened.db, opened.secrets, noon, { chance })).toBe(1)
  expect(await all(opened)).toEqual([{ id: uuid(1), status: 'logged', attempts: 1, nextAt: null, sentAt: noon, error: null }])
  expect(await deliver(opened.db, opened.secrets, after(9999), { chance })).toBe(0)

  const codes: string[] = []
  await sendText(
    opened.db,
    { county, phone: '13800066666', template: 'code', facts: { code: '123456', minutes: '5' } },
    opened.secrets,
    noon,
  )
  await deliver(opened.db, opened.secrets, noon, { chance, unsent: (code) => codes.push(code) })
  expect(codes).toEqual(['123456'])
  const kept = await opened.db.selectFrom('deliveries').select(['body', 'facts']).where('event', '=', 'code').execute()
  expect(JSON.stringify(kept)).not.toContain('123456')
  expect(await forgetCodes(opened.db, noon)).toBe(0)
  expect(await forgetCodes(opened.db, after(1))).toBe(1)
})

served('two processes at once send everything, and each thing once', async ({ opened }) => {
  const { db, secrets } = opened
  await standIn(ok, async (endpoint, asked) => {
    await withAliyun(opened, endpoint)
    await addDeliveries(
      db,
      Array.from({ length: 120 }, (_, number) => toChief(number + 1, { nextAt: after(number - 120) })),
    )
    await addDeliveries(db, [toChief(200, { nextAt: after(1) })])
    const counts = await Promise.all([1, 2].map(() => deliver(db, secrets, noon, { chance })))

    expect(counts[0]! + counts[1]!).toBe(120)
    expect(asked).toHaveLength(120)
    expect(asked[0]!.query.get('PhoneNumbers')).toBe(people.chief.phone)
    // No more than the gaps of the text: the link is not among them.
    expect(JSON.parse(asked[0]!.query.get('TemplateParam')!)).toEqual({ place: '槐树巷', category: '', number: '20260603-7F3KX', due: '' })
    const rows = await all(opened)
    expect(rows.filter(({ status }) => status === 'sent')).toHaveLength(120)
    expect(rows.at(-1)).toMatchObject({ status: 'waiting', attempts: 0 })
  })
})

served('what is being sent is nobody else’s for two minutes; what a killed process had is tried again then', async ({ opened }) => {
  const { db, secrets } = opened
  let release = () => {}
  const held = new Promise<void>((done) => {
    release = done
  })
  await standIn(
    async () => {
      await held
      return ok()
    },
    async (endpoint, asked) => {
      await withAliyun(opened, endpoint)
      await addDeliveries(db, [toChief(1)])
      const first = deliver(db, secrets, noon, { chance })
      while (asked.length === 0) await new Promise((done) => setTimeout(done, 5))

      expect(await all(opened)).toMatchObject([{ status: 'waiting', attempts: 1, nextAt: after(120) }])
      expect(await deliver(db, secrets, after(119), { chance })).toBe(0)
      const second = deliver(db, secrets, after(120), { chance })
      while (asked.length === 1) await new Promise((done) => setTimeout(done, 5))
      release()
      expect(await Promise.all([first, second])).toEqual([1, 1])
      // The one that lost its lease has no say.
      expect(await all(opened)).toMatchObject([{ status: 'sent', attempts: 2, sentAt: after(120) }])
    },
  )
})

served(
  'what fails is tried again, later each time, and given up after six; what no try can mend is given up at once',
  async ({ opened }) => {
    const { db, secrets } = opened
    await standIn(busy, async (endpoint, asked) => {
      await withAliyun(opened, endpoint)
      await addDeliveries(db, [toChief(1, { isUrgent: true })])
      let now = noon
      for (let attempt = 1; attempt < attemptsAtMost; attempt++) {
        await deliver(db, secrets, now, { chance })
        const [row] = await all(opened)
        expect(row).toMatchObject({ status: 'waiting', attempts: attempt, error: 'aliyun: isv.BUSINESS_LIMIT_CONTROL' })
        expect(Date.parse(row!.nextAt!) - Date.parse(now)).toBe(restAfter(attempt, 0.5))
        now = row!.nextAt!
      }
      await deliver(db, secrets, now, { chance })
      expect(await all(opened)).toMatchObject([{ status: 'failed', attempts: attemptsAtMost, nextAt: null }])
      expect(asked).toHaveLength(attemptsAtMost)
    })
    await standIn(
      () => ({ json: { Code: 'isv.MOBILE_NUMBER_ILLEGAL', Message: people.chief.phone } }),
      async (endpoint) => {
        await withAliyun(opened, endpoint)
        await addDeliveries(db, [toChief(2)])
        await deliver(db, secrets, noon, { chance })
        expect((await all(opened))[1]).toMatchObject({ status: 'failed', attempts: 1, error: 'aliyun: isv.MOBILE_NUMBER_ILLEGAL' })
      },
    )
  },
)

served('at night only what is urgent leaves, also of what is tried again or was left over from the evening', async ({ opened }) => {
  const { db, secrets } = opened
  const evening = '2026-06-03T13:29:30.000Z' // 21:29:30; quiet from 21:30 to 7:30
  const morning = '2026-06-03T23:30:00.000Z'
  await standIn(busy, async (endpoint, asked) => {
    await withAliyun(opened, endpoint)
    await addDeliveries(db, [toChief(1), toChief(2, { isUrgent: true })])
    await deliver(db, secrets, evening, { chance })
    expect(await all(opened)).toMatchObject([{ nextAt: morning }, { nextAt: after(60, evening) }])

    await addDeliveries(db, [toChief(3, { nextAt: evening })])
    await deliver(db, secrets, after(120, evening), { chance })
    expect((await all(opened))[2]).toMatchObject({ status: 'waiting', attempts: 0, nextAt: morning })
    expect(asked).toHaveLength(3)
  })
})

served('a robot gets twenty messages a minute, whoever sends them; the others wait a minute', async ({ opened }) => {
  const { db, secrets } = opened
  await standIn(
    () => ({ json: { errcode: 0 } }),
    async (address, asked) => {
      await putChannel(db, county, 'wecom', 'wecom', null)
      for (const id of [uuid(900), uuid(901)])
        await putRobot(db, county, id, {
          ...{ channel: 'wecom', name: '群', place: places.village, isOn: id === uuid(900) },
          settings: secrets.seal(JSON.stringify({ address: `${address}/${id}` })),
        })
      const toGroup = { channel: 'wecom', audience: 'group', template: 'group', personId: null } as const
      await addDeliveries(
        db,
        Array.from({ length: 45 }, (_, n) => toChief(n + 1, { ...toGroup, robotId: uuid(900) })),
      )
      await addDeliveries(db, [toChief(50, { ...toGroup, robotId: uuid(901) })])

      await Promise.all([1, 2].map(() => deliver(db, secrets, noon, { chance })))
      expect(asked).toHaveLength(20)
      await deliver(db, secrets, after(30), { chance })
      expect(asked).toHaveLength(20)
      await deliver(db, secrets, after(61), { chance })
      expect(asked).toHaveLength(40)
      await deliver(db, secrets, after(122), { chance })
      expect(asked).toHaveLength(45)
      expect((await all(opened)).filter(({ attempts }) => attempts !== 1)).toEqual([])
      expect((await all(opened)).at(-1)).toMatchObject({ status: 'failed', error: 'no robot' })
    },
  )
})

served('a resident is told by the number they left, and no more once it is erased; a code that has run out is not sent', async (it) => {
  const { db, secrets } = it.opened
  await standIn(ok, async (endpoint, asked) => {
    await withAliyun(it.opened, endpoint)
    await reported(it, 1, { contact: { name: '秘密人', phone: '13800077777' } })
    const aboutIt = { personId: null, matterId: uuid(1) as MatterId, reporterId: uuid(1), audience: 'reporters' } as const
    await addDeliveries(db, [toChief(1, aboutIt)])
    await sendText(db, { county, phone: '13800066666', template: 'code', facts: { code: '123456', minutes: '5' } }, secrets, noon)
    await deliver(db, secrets, after(60), { chance })
    expect(asked.map(({ query }) => query.get('PhoneNumbers')).sort()).toEqual(['13800066666', '13800077777'])

    await db.updateTable('reporters').set({ phone: null, phoneKey: null }).where('county', '=', county).execute()
    await addDeliveries(db, [toChief(2, aboutIt)])
    await sendText(db, { county, phone: '13800066666', template: 'code', facts: { code: '123456', minutes: '5' } }, secrets, noon)
    await deliver(db, secrets, after(301), { chance })
    expect(asked).toHaveLength(2)
    const errors = (await all(it.opened)).flatMap(({ error }) => error ?? [])
    expect(errors.sort()).toEqual(['no telephone', 'too late'])
  })
})

served(
  'web push reaches every phone of a person, forgets those that are gone, and is no failure where there is none',
  async ({ opened }) => {
    const { db, secrets } = opened
    const answer = ({ path }: { path: string }) => ({ status: path === '/gone' ? 404 : 201 })
    await standIn(answer, async (url, asked) => {
      const keys = { p256dh: createECDH('prime256v1').generateKeys('base64url'), auth: randomBytes(16).toString('base64url') }
      for (const [number, path] of ['one', 'two', 'gone'].entries())
        await subscribe(db, { ...people.chief, posts: [] }, { id: uuid(number + 1), endpoint: `${url}/${path}`, keys }, secrets, noon)
      await addDeliveries(db, [toChief(1, { channel: 'push' }), toChief(2, { channel: 'push', personId: people.nobody.id })])
      await deliver(db, secrets, noon, { chance, address: 'https://fengqiao.example.cn' })

      expect(asked.map(({ path }) => path).sort()).toEqual(['/gone', '/one', '/two'])
      expect(await all(opened)).toMatchObject([
        { status: 'sent', error: null },
        { status: 'logged', error: 'no phone subscribed' },
      ])
      expect(await db.selectFrom('pushSubscriptions').select('id').orderBy('id').execute()).toEqual([{ id: uuid(1) }, { id: uuid(2) }])
    })
  },
)

served(
  'all processes of an installation share one key of web push, and it is not kept in the clear',
  async ({ opened: { db, secrets } }) => {
    const keys = await Promise.all(Array.from({ length: 4 }, () => vapidKeys(db, secrets)))
    expect(new Set(keys.map(({ privateKey }) => privateKey)).size).toBe(1)
    const { value } = await db.selectFrom('installation').select('value').executeTakeFirstOrThrow()
    expect(value.includes(keys[0]!.privateKey)).toBe(false)
  },
)
