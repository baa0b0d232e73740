import { expect } from 'vitest'
import type { MatterId } from '#modules/kernel/ids.ts'
import { done, reported, uuid } from '#tests/matter.ts'
import { reportedByResident, resident } from '#tests/resident.ts'
import { noon, type Served, served, type Who } from '#tests/server.ts'
import { standIn } from '#tests/stand-in.ts'
import { toAccount, wechat, withAccount } from '#tests/wechat.ts'
import { deliver } from '../jobs.server.ts'
import { tell } from '../tell.server.ts'
import type { DeliveryPage, WechatBinding, WechatCode } from '../wire.ts'
import { codeIn } from './callback.server.ts'
import { signatureOf } from './envelope.server.ts'
import { forgetHeard } from './store.server.ts'

const own = '/api/notices/wechat'
const bindingOf = async ({ as }: Served, who: Who) => (await (await as(who).get(own)).json()) as WechatBinding
const codeFor = async ({ as }: Served, who: Who) => ((await (await as(who).post(`${own}/code`, {})).json()) as WechatCode).code
const key = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ'
const bound = async (it: Served, who: Who, from: string) =>
  expect((await toAccount(it, { from, text: await codeFor(it, who) })).words).toContain('绑定成功')
const readers = ({ opened }: Served) => opened.db.selectFrom('wechatReaders').select(['personId', 'openid', 'openidKey']).execute()

served('where no account is connected nobody is heard and nobody gets a code', async (it) => {
  expect((await toAccount(it, { text: '12345678' })).status).toBe(404)
  expect((await it.anybody.get(`${wechat.path}?echostr=1`)).status).toBe(404)
  expect((await it.anybody.get('/api/wechat/999999?echostr=1')).status).toBe(404)
  const reply = await it.as('chief').post(`${own}/code`, {})
  expect([reply.status, await reply.json()]).toMatchObject([409, { refused: 'wechat.no_account' }])
  expect(await bindingOf(it, 'chief')).toEqual({ account: null, boundAt: null })
})

served('who does not sign like WeChat, or signed long ago, is not heard; with a key, nothing in the open is', async (it) => {
  await withAccount(it)
  const code = await codeFor(it, 'chief')
  expect((await toAccount(it, { text: code, token: 'guessed' })).status).toBe(403)
  expect((await toAccount(it, { text: code, at: '2026-06-03T03:40:00.000Z' })).status).toBe(403)
  const query = `signature=${signatureOf('guessed', '1', '2')}&timestamp=1&nonce=2&echostr=3`
  expect((await it.anybody.get(`${wechat.path}?${query}`)).status).toBe(403)
  expect((await it.anybody.upload(wechat.path, '<xml></xml>', 'text/xml')).status).toBe(403)

  await withAccount(it, { aesKey: key })
  expect((await toAccount(it, { text: code })).status).toBe(403)
  expect((await toAccount(it, { text: code, key: `Z${key.slice(1)}` })).status).toBe(403)
  expect(await readers(it)).toEqual([])
})

served('a key or token of the wrong form is refused', async (it) => {
  const wrongs: Record<string, string>[] = [{ aesKey: 'short' }, { token: '有汉字' }]
  for (const wrong of wrongs) expect((await withAccount(it, wrong)).status, JSON.stringify(wrong)).toBe(422)
})

served('a code that is wrong, used, too old or not the newest binds nobody; who guesses is stopped', async (it) => {
  await withAccount(it)
  const old = await codeFor(it, 'chief')
  const code = await codeFor(it, 'chief')
  const say = async (text: string, from?: string, at?: string) =>
    (await toAccount(it, { text, ...(from && { from }), ...(at && { at }) })).words
  expect(await say(old)).toContain('不对或者过期')
  expect(await say(code, 'o-chief')).toContain('绑定成功')
  expect(await say(code, 'o-thief')).toContain('不对或者过期')
  const late = await codeFor(it, 'official')
  it.at('2026-06-03T04:10:01.000Z')
  expect(await say(late, 'o-official', '2026-06-03T04:10:01.000Z')).toContain('不对或者过期')
  expect(await readers(it)).toHaveLength(1)

  const guess = () => say('00000000', 'o-thief', '2026-06-03T04:10:01.000Z')
  for (let tries = 0; tries < 10; tries++) await guess()
  expect(await guess()).toMatch(/试的次数太多，请 \d+ 分钟后再试/)
})

served('the address is checked by WeChat with an echo', async (it) => {
  await withAccount(it)
  const query = `signature=f464b24fc39322e44b38aa78f5edd27bd1441696&timestamp=1714036504&nonce=1514711492&echostr=4375120948345356249`
  const reply = await it.anybody.get(`${wechat.path}?${query}`)

  expect([reply.status, await reply.text()]).toEqual([200, '4375120948345356249'])
})

served('in safe mode a code binds, and the answer is sealed; a key that was replaced still opens what is on its way', async (it) => {
  await withAccount(it, { aesKey: key })
  const first = await toAccount(it, { text: await codeFor(it, 'chief'), key, from: 'o-chief' })
  expect(first.words).toContain('绑定成功')
  expect(first.raw).not.toContain('绑定')
  expect(first.raw).toMatch(/<MsgSignature>.*<TimeStamp>.*<Nonce>/)

  const next = `Q${key.slice(1)}`
  await withAccount(it, { aesKey: next })
  const before = await toAccount(it, { text: await codeFor(it, 'official'), key, from: 'o-official' })
  expect(before.status).toBe(200)
  expect((await toAccount(it, { text: '你好', key: next })).words).toContain('8 位数字')
  expect(await readers(it)).toHaveLength(2)
  const lines = await it.opened.db.selectFrom('audit').select('facts').where('action', '=', 'notices.changed').execute()
  expect(JSON.stringify(lines)).not.toContain(key)
})

served('what WeChat asks again gets the same answer, in well under five seconds, and happens once', async (it) => {
  await withAccount(it)
  const code = await codeFor(it, 'chief')
  const began = performance.now()
  const [one, two] = await Promise.all([toAccount(it, { text: code, id: 'm-1' }), toAccount(it, { text: code, id: 'm-1' })])
  const three = await toAccount(it, { text: code, id: 'm-1' })

  expect(performance.now() - began).toBeLessThan(4000)
  expect([one.words, two.words, three.words]).toEqual(Array(3).fill(one.words))
  expect(one.words).toContain('绑定成功')
  expect(await forgetHeard(it.opened.db, '2026-06-03T12:00:00.000Z')).toBe(0)
  expect(await forgetHeard(it.opened.db, '2026-06-04T12:00:00.000Z')).toBe(1)
})

served('a member of staff binds, sees it, and unbinds: in the app, by a word, or by not following any more', async (it) => {
  await withAccount(it)
  await bound(it, 'chief', 'o-chief')
  expect(await bindingOf(it, 'chief')).toEqual({ account: '绛县枫桥', boundAt: noon })
  expect(await bindingOf(it, 'official')).toEqual({ account: '绛县枫桥', boundAt: null })
  const [row] = await readers(it)
  expect(it.opened.secrets.open(row!.openid)).toBe('o-chief')
  expect(JSON.stringify([row!.openid.toString('latin1'), row!.openidKey.toString('latin1')])).not.toContain('o-chief')

  await it.as('official').delete(own)
  expect(await readers(it)).toHaveLength(1)
  await it.as('chief').delete(own)
  expect(await readers(it)).toHaveLength(0)
  await bound(it, 'chief', 'o-chief')
  expect((await toAccount(it, { text: ' 解绑 ', from: 'o-chief' })).words).toContain('已解绑')
  await bound(it, 'chief', 'o-chief')
  expect((await toAccount(it, { event: 'unsubscribe', from: 'o-chief' })).raw).toBe('success')
  expect(await readers(it)).toHaveLength(0)
  expect((await toAccount(it, { event: 'subscribe', from: 'o-chief' })).words).toContain('有事找街巷长')
})

/** Texts "new" and "settledFor" have a template at WeChat. */
async function withTemplates({ opened: { db } }: Served): Promise<void> {
  const fields = [
    { name: 'character_string1', text: '{number}' },
    { name: 'thing2', text: '{place} {category}' },
    { name: 'time3', text: '{due}' },
  ]
  for (const [code, wechatFields] of [['new', fields] as const, ['settledFor', fields.slice(0, 1)] as const])
    await db
      .updateTable('noticeTemplates')
      .set({ wechat: `T-${code}`, wechatFields: JSON.stringify(wechatFields) })
      .where('code', '=', code)
      .execute()
}

const sentBy = (asked: readonly { path: string; body: Buffer }[]) =>
  asked.filter(({ path }) => path.endsWith('/send')).map(({ body }) => JSON.parse(body.toString()))
const tokenOr = (answer: object) => (asked: { path: string }) =>
  asked.path.endsWith('stable_token') ? { json: { access_token: 't', expires_in: 7200 } } : { json: answer }

served('who is bound is told by WeChat, in the fields of the template; who is not, and what has no template, is not', (it) =>
  standIn(tokenOr({ errcode: 0 }), async (address, asked) => {
    const { db, secrets } = it.opened
    await withAccount(it, { address })
    await withTemplates(it)
    await bound(it, 'chief', 'o-chief')
    await reported(it, 1)
    await tell(db, noon, 'http://localhost')
    await deliver(db, secrets, noon, { chance: () => 0.5 })

    expect(sentBy(asked)).toEqual([
      {
        touser: 'o-chief',
        template_id: 'T-new',
        url: `http://localhost/field/matters/${uuid(1)}`,
        data: {
          character_string1: { value: expect.stringMatching(/^\d{8}-\w+$/) },
          thing2: { value: expect.stringMatching(/^.*槐树巷 .+$/) },
          time3: { value: expect.stringMatching(/^2026年6月\d日 \d\d:\d\d$/) },
        },
      },
    ])
    expect([...sentBy(asked)[0].data.thing2.value].length).toBeLessThanOrEqual(20)
    const page = (await (await it.as('administrator').get('/api/notices/deliveries')).json()) as DeliveryPage
    expect(page.rows).toMatchObject([{ channel: 'wechat', status: 'sent', to: it.cast.people.chief.name }])
  }),
)

served('who does not follow the account any more is forgotten there', (it) =>
  standIn(tokenOr({ errcode: 43004 }), async (address) => {
    const { db, secrets } = it.opened
    await withAccount(it, { address })
    await withTemplates(it)
    await bound(it, 'chief', 'o-chief')
    await reported(it, 1)
    await tell(db, noon, 'http://localhost')
    await deliver(db, secrets, noon, { chance: () => 0.5 })

    expect(await readers(it)).toEqual([])
    expect(await db.selectFrom('deliveries').select(['status', 'error']).execute()).toEqual([{ status: 'failed', error: 'wechat: 43004' }])
  }),
)

served('what WeChat had taken and could not deliver stands as failed at the desk; a stranger’s number changes nothing', (it) =>
  standIn(tokenOr({ errcode: 0, msgid: 200163836 }), async (address) => {
    const { db, secrets } = it.opened
    await withAccount(it, { address })
    await withTemplates(it)
    await bound(it, 'chief', 'o-chief')
    await reported(it, 1)
    await tell(db, noon, 'http://localhost')
    await deliver(db, secrets, noon, { chance: () => 0.5 })
    const fate = () => db.selectFrom('deliveries').select(['status', 'error']).execute()
    const finished = (number: string, status: string) =>
      toAccount(it, { event: 'TEMPLATESENDJOBFINISH', more: `<MsgID>${number}</MsgID><Status><![CDATA[${status}]]></Status>` })
    await finished('1', 'failed:user block')
    expect(await fate()).toEqual([{ status: 'sent', error: null }])
    expect((await finished('200163836', 'failed:user block')).raw).toBe('success')
    expect(await fate()).toEqual([{ status: 'failed', error: 'wechat: blocked' }])
  }),
)

served('what nobody may be told by telephone offers no WeChat; nor does anything before there is an account', async (it) => {
  const code = await reportedByResident(it)
  expect((await resident(it.app).open(`/t/${code}`)).text).not.toContain('微信')
  expect((await resident(it.app).send(`/t/${code}/wechat`, { do: 'bind' })).status).toBe(404)
  await withAccount(it)
  expect((await resident(it.app).send('/t/ABCDABCDABCDABCD/wechat', { do: 'bind' })).status).toBe(404)
  const violence = await reportedByResident(it, { category: '0107', words: '打人' })
  expect((await resident(it.app).open(`/t/${violence}`)).text).not.toContain('微信')
  expect((await resident(it.app).send(`/t/${violence}/wechat`, { do: 'bind' })).status).toBe(404)
})

served('a resident without a telephone number hears of the outcome by WeChat; erased, the openid goes with the rest', (it) =>
  standIn(tokenOr({ errcode: 0 }), async (address, asked) => {
    const { db, secrets } = it.opened
    await withAccount(it, { address })
    await withTemplates(it)
    const code = await reportedByResident(it)
    const { open, send } = resident(it.app)
    expect((await open(`/t/${code}?new=1`)).text).toContain('接收微信通知')
    const { text } = await send(`/t/${code}/wechat`, { do: 'bind' })
    expect(text).toContain('公众号“绛县枫桥”')
    const figures = [...text.matchAll(/<span>(\d{4})<\/span>/g)].map(([, four]) => four).join(' ')
    expect((await toAccount(it, { text: `绑定 ${figures}`, from: 'o-zhang' })).words).toContain('您反映的事有了结果')
    expect((await open(`/t/${code}`)).text).toContain('不再接收微信通知')

    const { id } = await db.selectFrom('matters').select('id').executeTakeFirstOrThrow()
    await done(it, 'chief', id, { do: 'accept' })
    await done(it, 'chief', id, { do: 'settle', outcome: '换了灯泡' })
    await tell(db, noon, 'http://localhost')
    await deliver(db, secrets, noon, { chance: () => 0.5 })
    expect(sentBy(asked)).toMatchObject([{ touser: 'o-zhang', template_id: 'T-settledFor', url: 'http://localhost/t' }])

    await send(`/t/${code}/wechat`, { do: 'stop' })
    expect(await db.selectFrom('reporters').select('openid').execute()).toEqual([{ openid: null }])
    const again = await send(`/t/${code}/wechat`, { do: 'bind' })
    const next = [...again.text.matchAll(/<span>(\d{4})<\/span>/g)].map(([, four]) => four).join('')
    await toAccount(it, { text: next, from: 'o-zhang' })
    const { eraseReporter } = await import('#modules/matters/reporters/reporters-store.server.ts')
    const [reporter] = await db.selectFrom('reporters').select(['id', 'openid']).execute()
    expect(reporter!.openid).not.toBeNull()
    await eraseReporter(db, it.cast.people.chief.county, id as MatterId, reporter!.id)
    expect(await db.selectFrom('reporters').select(['openid', 'openidKey']).execute()).toEqual([{ openid: null, openidKey: null }])
  }),
)

served('eight figures are a code, however they are written', async () => {
  for (const text of ['12345678', '1234 5678', ' 1234-5678 ', '１２３４５６７８', '绑定 12345678', '我的码是12345678。'])
    expect(codeIn(text), text).toBe('12345678')
  for (const text of ['1234567', '123456789', '13800001234', '你好', '']) expect(codeIn(text), text).toBeUndefined()
})
