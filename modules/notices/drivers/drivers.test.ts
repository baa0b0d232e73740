import { createDecipheriv, createECDH, createHash, createHmac, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import webpush from 'web-push'
import { type Asked, standIn } from '#tests/stand-in.ts'
import { authorization, queryOf } from './aliyun.server.ts'
import { type Message, Undelivered } from './driver.server.ts'
import { driverFor } from './drivers.server.ts'
import { signDingtalk } from './robots.server.ts'

const now = '2026-06-03T04:00:00.000Z'
const vapid = webpush.generateVAPIDKeys()
const around = { now: () => now, vapid, contact: 'https://fengqiao.example.cn' }

const message: Message = {
  to: '13800077777',
  title: '登录验证码',
  body: '验证码 123456，5 分钟内有效。',
  facts: { code: '123456', minutes: '5' },
  outside: 'SMS_154950909',
  matterId: '00000000-0000-4000-8000-000000000001',
  isUrgent: true,
}

const failure = async (attempt: Promise<unknown>): Promise<Undelivered> => {
  const error = await attempt.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(Undelivered)
  expect((error as Undelivered).message).not.toContain(message.to)
  return error as Undelivered
}

const hex = (text: string) => createHash('sha256').update(text).digest('hex')

/** Checks as Aliyun describes it, from what came over the wire alone. */
function aliyunAnswers(secret: string) {
  return ({ search, query, headers }: Asked) => {
    const found = /^ACS3-HMAC-SHA256 Credential=(.+),SignedHeaders=(.+),Signature=(.+)$/.exec(String(headers['authorization']))
    const signed = found?.[2]?.split(';') ?? []
    const isWhole = ['host', 'x-acs-action', 'x-acs-content-sha256', 'x-acs-date', 'x-acs-version'].every((name) => signed.includes(name))
    const canonical = [
      ...['POST', '/', search],
      ...[signed.map((name) => `${name}:${headers[name]}\n`).join(''), found?.[2], hex('')],
    ].join('\n')
    const expected = createHmac('sha256', secret)
      .update(`ACS3-HMAC-SHA256\n${hex(canonical)}`)
      .digest('hex')
    if (!isWhole || found?.[1] !== 'key-id' || found[3] !== expected)
      return { status: 400, json: { Code: 'SignatureDoesNotMatch', Message: '' } }
    if (headers['x-acs-date'] !== '2026-06-03T04:00:00Z') return { status: 400, json: { Code: 'InvalidTimeStamp.Expired' } }
    if (query.get('PhoneNumbers') === '13800000000') return { json: { Code: 'isv.MOBILE_NUMBER_ILLEGAL', Message: '13800000000 号码不对' } }
    if (query.get('PhoneNumbers') === '13800000001') return { json: { Code: 'isv.BUSINESS_LIMIT_CONTROL', Message: '触发天级流控' } }
    return { json: { Code: 'OK', Message: 'OK', BizId: '1', RequestId: '2' } }
  }
}

const keys = { accessKeyId: 'key-id', accessKeySecret: 'key-secret', signName: "枫桥 (测试)'*!" }

test('the signature of a short message is the one in the documentation of Aliyun', () => {
  const query = queryOf({ RegionId: 'cn-shanghai', ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd' })
  const headers = {
    host: 'ecs.cn-shanghai.aliyuncs.com',
    'x-acs-action': 'RunInstances',
    'x-acs-content-sha256': hex(''),
    'x-acs-date': '2023-10-26T10:22:32Z',
    'x-acs-signature-nonce': '3156853299f313e23d1673dc12e1703d',
    'x-acs-version': '2014-05-26',
  }

  expect(authorization(query, headers, { accessKeyId: 'YourAccessKeyId', accessKeySecret: 'YourAccessKeySecret' })).toBe(
    'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
  )
})

test('a short message goes to Aliyun signed, with the template and its gaps; a wrong secret is refused for good', () =>
  standIn(aliyunAnswers('key-secret'), async (endpoint, asked) => {
    const { send, outcome } = driverFor('aliyun', { ...keys, endpoint }, around)
    await send(message)

    expect(outcome).toBe('sent')
    expect(Object.fromEntries(asked[0]!.query)).toEqual({
      PhoneNumbers: message.to,
      SignName: keys.signName,
      TemplateCode: 'SMS_154950909',
      TemplateParam: '{"code":"123456","minutes":"5"}',
    })
    expect(asked[0]!.headers).toMatchObject({ 'x-acs-action': 'SendSms', 'x-acs-version': '2017-05-25' })

    const thief = driverFor('aliyun', { ...keys, accessKeySecret: 'guessed', endpoint }, around)
    expect(await failure(thief.send(message))).toMatchObject({ message: 'aliyun: SignatureDoesNotMatch', isFinal: true })
  }))

test('a number that is none is given up, the limit of the day is not', () =>
  standIn(aliyunAnswers('key-secret'), async (endpoint) => {
    const { send } = driverFor('aliyun', { ...keys, endpoint }, around)
    expect(await failure(send({ ...message, to: '13800000000' }))).toMatchObject({ isFinal: true })
    expect(await failure(send({ ...message, to: '13800000001' }))).toMatchObject({ isFinal: false })
    expect(await failure(send({ ...message, outside: null }))).toMatchObject({ isFinal: true })
  }))

test('a provider that does not answer, or answers nonsense, is asked again', async () => {
  const gone = await standIn(
    () => ({}),
    async (url) => url,
  )
  for (const driver of ['aliyun', 'wechat', 'wecom', 'dingtalk'] as const) {
    const settings = { ...keys, appId: 'a', appSecret: 'b', endpoint: gone, address: gone }
    expect(await failure(driverFor(driver, settings, around).send(message))).toMatchObject({ isFinal: false })
    await standIn(
      () => ({ status: 502, json: 'Bad gateway' }),
      async (url) =>
        expect(await failure(driverFor(driver, { ...settings, endpoint: url, address: url }, around).send(message))).toMatchObject({
          isFinal: false,
        }),
    )
  }
})

/** An account of WeChat: `token()` is the one that counts now. */
function wechatAnswers(token: () => string) {
  return ({ path, query, body }: Asked) => {
    const sent = JSON.parse(body.toString())
    if (path === '/cgi-bin/stable_token')
      return sent.appid === 'wx1' && sent.secret === 's1' && sent.grant_type === 'client_credential'
        ? { json: { access_token: token(), expires_in: 7200 } }
        : { json: { errcode: 40125, errmsg: 'invalid appsecret' } }
    if (query.get('access_token') !== token()) return { json: { errcode: 40001, errmsg: 'invalid credential' } }
    return { json: sent.touser === 'o-nobody' ? { errcode: 43004, errmsg: 'require subscribe' } : { errcode: 0, msgid: 1 } }
  }
}

test('WeChat: one token for many messages, renewed before it ends, and once when it is refused', async () => {
  let token = 'one'
  await standIn(
    wechatAnswers(() => token),
    async (address, asked) => {
      const tokens = () =>
        asked.filter(({ path }) => path.endsWith('stable_token')).map(({ body }) => JSON.parse(body.toString()).force_refresh)
      const at = (time: string) => driverFor('wechat', { appId: 'wx1', appSecret: 's1', address }, { ...around, now: () => time })
      const letter = {
        ...message,
        to: 'o-1',
        fields: { character_string1: { value: '20260603-7F3KX' } },
        link: 'https://fengqiao.example.cn/t',
      }
      await at(now).send(letter)
      await at(now).send(letter)
      expect(tokens()).toEqual([false])
      expect(JSON.parse(asked[1]!.body.toString())).toEqual({
        touser: 'o-1',
        template_id: 'SMS_154950909',
        url: 'https://fengqiao.example.cn/t',
        data: { character_string1: { value: '20260603-7F3KX' } },
      })

      await at('2026-06-03T05:55:01.000Z').send(letter)
      expect(tokens()).toEqual([false, false])

      token = 'two'
      await Promise.all([at(now).send(letter), at(now).send(letter)])
      await at(now).send(letter)
      expect(tokens().length).toBeLessThanOrEqual(4)
      expect(tokens()[2]).toBe(true)
      expect(await failure(at(now).send({ ...letter, to: 'o-nobody' }))).toMatchObject({
        message: 'wechat: 43004',
        isFinal: true,
        isGone: true,
      })

      const wrong = driverFor('wechat', { appId: 'wx1', appSecret: 'guessed', address: `${address}/` }, around)
      await wrong.send(letter) // the account's token is known already
      const other = driverFor('wechat', { appId: 'wx2', appSecret: 's1', address }, around)
      expect(await failure(other.send(letter))).toMatchObject({ message: 'wechat: 40125', isFinal: true })
    },
  )
})

test('WeCom: a text to the robot; its key is in the address', () =>
  standIn(
    ({ query }) => ({ json: query.get('key') === 'k1' ? { errcode: 0 } : { errcode: 93000, errmsg: 'invalid webhook url' } }),
    async (url, asked) => {
      await driverFor('wecom', { address: `${url}/cgi-bin/webhook/send?key=k1` }, around).send(message)
      expect(JSON.parse(asked[0]!.body.toString())).toEqual({ msgtype: 'text', text: { content: `${message.title}\n${message.body}` } })
      expect(await failure(driverFor('wecom', { address: `${url}/?key=k2` }, around).send(message))).toMatchObject({
        ...{ message: 'wecom: 93000', isFinal: true },
      })
    },
  ))

test('DingTalk: the signature of the documentation, taken by a robot that checks it', () => {
  expect(signDingtalk(1_700_000_000_000, 'SECtest')).toBe('aZLLrriXgn05YbwaGR7knYsLeJADjr9NwLaNNKpxh4g%3D')
  return standIn(
    ({ query }) => {
      const timestamp = query.get('timestamp')
      const right = createHmac('sha256', 'SECa').update(`${timestamp}\nSECa`).digest('base64')
      const isRight = query.get('access_token') === 't1' && timestamp === String(Date.parse(now)) && query.get('sign') === right
      return { json: isRight ? { errcode: 0, errmsg: 'ok' } : { errcode: 310000, errmsg: 'sign not match' } }
    },
    async (url) => {
      const address = `${url}/robot/send?access_token=t1`
      await driverFor('dingtalk', { address, secret: 'SECa' }, around).send(message)
      for (const settings of [
        { address, secret: 'SECb' },
        { address, secret: '' },
      ])
        expect(await failure(driverFor('dingtalk', settings, around).send(message))).toMatchObject({
          message: 'dingtalk: 310000',
          isFinal: true,
        })
    },
  )
})

/** What a browser does with what it gets: RFC 8291, written from the standard, not with the library that sealed it. */
function unseal(body: Buffer, browser: ReturnType<typeof createECDH>, auth: Buffer): string {
  const [salt, length] = [body.subarray(0, 16), body[20]!]
  const sender = body.subarray(21, 21 + length)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), browser.getPublicKey(), sender])
  const shared = Buffer.from(hkdfSync('sha256', browser.computeSecret(sender), auth, info, 32))
  const key = (use: string, bytes: number) => Buffer.from(hkdfSync('sha256', shared, salt, `Content-Encoding: ${use}\0`, bytes))
  const cipher = createDecipheriv('aes-128-gcm', key('aes128gcm', 16), key('nonce', 12))
  const sealed = body.subarray(21 + length)
  cipher.setAuthTag(sealed.subarray(-16))
  const plain = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()])
  return plain.subarray(0, plain.lastIndexOf(2)).toString('utf8')
}

/** Whether a push service would believe the header: RFC 8292. */
function isSigned(header: string): boolean {
  const [, token = '', key = ''] = /^vapid t=([^,]+), k=(.+)$/.exec(header) ?? []
  const [head, claims, signature = ''] = token.split('.')
  const point = Buffer.from(key, 'base64url')
  const jwk = { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') }
  const publicKey = createPublicKey({ key: jwk, format: 'jwk' })
  return (
    key === vapid.publicKey &&
    verify('sha256', Buffer.from(`${head}.${claims}`), { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))
  )
}

test('web push: the one browser reads title, text and matter; the service sees a signature and noise; who is gone is gone', () =>
  standIn(
    ({ path, headers }) => ({
      status: path === '/gone' ? 410 : path === '/busy' ? 429 : isSigned(String(headers['authorization'])) ? 201 : 403,
    }),
    async (url, asked) => {
      const browser = createECDH('prime256v1')
      const auth = randomBytes(16)
      const keys = { p256dh: browser.generateKeys('base64url'), auth: auth.toString('base64url') }
      const to = (path: string, its = keys) => JSON.stringify({ endpoint: `${url}${path}`, keys: its })
      const { send } = driverFor('push', {}, around)
      await send({ ...message, to: to('/one') })

      expect(asked[0]!.headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400', urgency: 'high' })
      expect(asked[0]!.body.includes('验证码')).toBe(false)
      expect(JSON.parse(unseal(asked[0]!.body, browser, auth))).toEqual({
        ...{ title: message.title, body: message.body, matter: message.matterId, urgent: true },
      })
      expect(await failure(send({ ...message, to: to('/gone') }))).toMatchObject({ isGone: true, isFinal: true })
      expect(await failure(send({ ...message, to: to('/busy') }))).toMatchObject({ isFinal: false })
      expect(await failure(send({ ...message, to: to('/one', { p256dh: 'AA', auth: 'AA' }) }))).toMatchObject({ isGone: true })
      const stranger = driverFor('push', {}, { ...around, vapid: webpush.generateVAPIDKeys() })
      expect(await failure(stranger.send({ ...message, to: to('/one') }))).toMatchObject({ message: 'push: HTTP 403', isFinal: true })
    },
  ))
