import { Writable } from 'node:stream'
import pino from 'pino'
import { expect } from 'vitest'
import { createApp } from '#server/app.ts'
import { limits } from '#server/throttle.ts'
import { done, reported, uuid } from '#tests/matter.ts'
import { hiddenIn, reportedByResident, resident } from '#tests/resident.ts'
import { type Served, served } from '#tests/server.ts'

const phone = '13800011111'
const otherPhone = '13800022222'

/** A server whose log we can read, and the text messages that wait to go out, oldest first. */
function withTexts({ opened }: Served) {
  const texts = async () => {
    const rows = await opened.db.selectFrom('deliveries').select(['address', 'facts']).where('event', '=', 'code').orderBy('id').execute()
    return rows.map(({ address, facts }) => ({ phone: opened.secrets.open(address!), code: (facts as { code: string }).code }))
  }
  const lines: string[] = []
  const log = pino({ level: 'trace' }, new Writable({ write: (line, _encoding, next) => next(lines.push(String(line)) ? null : null) }))
  const app = createApp({ ...opened, log })
  return { app, texts, lines, ...resident(app) }
}

type Texts = ReturnType<typeof withTexts>

/** Signed in with the code that came by text. */
async function signIn({ send, texts }: Pick<Texts, 'send' | 'texts'>, number = phone) {
  await send('/me/code', { phone: number })
  const reply = await send('/me', { phone: number, code: (await texts()).at(-1)?.code ?? '' })
  expect([reply.status, reply.headers.get('location')]).toEqual([303, '/me'])
}

/** Something reported with a number, by somebody who is not signed in. */
async function leave(server: Served, change: object = {}) {
  const code = await reportedByResident(server, { phone, name: '李大娘', ...change })
  const { id } = await server.opened.db
    .selectFrom('matters')
    .select('id')
    .orderBy('reportedAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return { code, id }
}

const wrongFor = (code: string) => (code === '000000' ? '000001' : '000000')

served('whether anything was left with a number is not told: the same answer, and a text only to who left something', async (server) => {
  await leave(server)
  const it = withTexts(server)
  const known = await it.send('/me/code', { phone })
  const unknown = await it.send('/me/code', { phone: otherPhone })
  const bare = (text: string) => text.replaceAll(otherPhone, phone).replaceAll('138****2222', '138****1111')

  expect(known.status).toBe(200)
  expect(bare(unknown.text)).toBe(known.text)
  expect((await it.texts()).map((text) => text.phone)).toEqual([phone])
  expect((await it.texts())[0]?.code).toMatch(/^\d{6}$/)
  expect((await it.send('/me', { phone: otherPhone, code: '123456' })).text).toContain('验证码不对，或者已经过期')
})

served('a code is good for five tries and once; guesses sent all at once are no more than that', async (server) => {
  await leave(server)
  const it = withTexts(server)
  await it.send('/me/code', { phone })
  const code = (await it.texts())[0]?.code ?? ''
  const guesses = await Promise.all(Array.from({ length: 5 }, () => it.send('/me', { phone, code: wrongFor(code) })))
  const late = await it.send('/me', { phone, code })

  for (const { status, text } of [...guesses, late]) {
    expect(status).toBe(401)
    expect(text).toContain('验证码不对，或者已经过期')
  }
  await signIn(it)
  expect((await resident(it.app).send('/me', { phone, code: (await it.texts())[1]?.code ?? '' })).status).toBe(401)
})

served('a code is too old after five minutes, and only the newest counts', async (server) => {
  await leave(server)
  const it = withTexts(server)
  await it.send('/me/code', { phone })
  await it.send('/me/code', { phone })
  const [first, second] = await it.texts()
  if (first?.code !== second?.code) expect((await it.send('/me', { phone, code: first?.code ?? '' })).status).toBe(401)
  server.at('2026-06-03T04:05:01.000Z')

  expect((await it.send('/me', { phone, code: second?.code ?? '' })).status).toBe(401)
})

served('who asks for codes or guesses them again and again waits, by number and by address', async (server) => {
  await leave(server)
  const it = withTexts(server)
  for (let n = 0; n < limits.residentCode.points; n++) expect((await it.send('/me/code', { phone })).status).toBe(200)
  expect((await it.send('/me/code', { phone })).status).toBe(429)
  expect(await it.texts()).toHaveLength(limits.residentCode.points)
  for (let n = 0; n < limits.residentTryAddress.points; n++) await server.opened.throttle.count('residentTryAddress', 'unknown')
  const stopped = await it.send('/me', { phone, code: (await it.texts()).at(-1)?.code ?? '' })

  expect(stopped.status).toBe(429)
  expect(stopped.text).toContain('试得太多了')
})

served('what is no number, or no code, is asked for again', async (server) => {
  const { send } = withTexts(server)

  expect((await send('/me/code', { phone: '<b>12' })).text).toContain('value="&lt;b&gt;12"')
  expect((await send('/me/code', { phone: '12' })).status).toBe(422)
  expect((await send('/me', { phone, code: '12a' })).text).toContain('验证码是 6 位数字')
  expect((await send('/me', { phone: '', code: '123456' })).status).toBe(422)
})

served('a session of the staff opens nothing of a resident’s, and a resident’s nothing of the staff’s', async (server) => {
  const { id } = await leave(server, { phone: server.cast.people.chief.phone })
  const it = withTexts(server)
  const asChief = await server.as('chief').get('/me')
  expect(await asChief.text()).not.toContain('路灯')
  expect((await server.as('chief').get(`/me/reports/${id}`)).status).toBe(401)

  await signIn(it, server.cast.people.chief.phone)
  const reply = await it.app.request('/me', { headers: { cookie: '' } })
  expect(await reply.text()).not.toContain('路灯')
  for (const path of ['/api/me', '/api/matters', `/api/matters/${id}`, '/api/people'])
    expect([path, (await it.open(path)).status]).toEqual([path, 401])
})

served('a session of another site’s form does nothing', async (server) => {
  await leave(server)
  const it = withTexts(server)
  await signIn(it)
  const reply = await it.app.request('/me/erase', {
    method: 'POST',
    headers: { origin: 'https://elsewhere.example', 'content-type': 'application/x-www-form-urlencoded' },
  })

  expect(reply.status).toBe(403)
})

served('another’s report is not there: neither its page, nor its pictures, nor its forms', async (server) => {
  const mine = await leave(server)
  const theirs = await leave(server, { phone: otherPhone, words: '井盖破了怕小孩掉', category: '0401' })
  const it = withTexts(server)
  await signIn(it)
  const list = (await it.open('/me')).text

  expect(list).toContain(mine.id)
  expect(list).not.toContain(theirs.id)
  for (const id of [theirs.id, uuid(1), 'x']) {
    expect((await it.open(`/me/reports/${id}`)).status).toBe(404)
    expect((await it.open(`/me/reports/${id}/photos/${uuid(2)}`)).status).toBe(404)
    expect((await it.send(`/me/reports/${id}`, { do: 'withdraw', commandId: uuid(3) })).status).toBe(404)
    expect((await it.send(`/me/reports/${id}/erase`, {})).status).toBe(404)
  }
})

served('from the list to the end without a script: follows it, adds to it, says it is solved, rates it, is forgotten', async (server) => {
  const { code, id } = await leave(server)
  const it = withTexts(server)
  await signIn(it)
  const path = `/me/reports/${id}`
  const list = await it.open('/me')
  expect(list.text).toContain('138****1111')
  expect(list.text).not.toContain(phone)
  expect(list.text).toContain('路灯不亮 · 东镇 河湾村委会 第一网格 槐树巷')
  expect(list.headers.get('cache-control')).toContain('no-store')

  const { text } = await it.open(path)
  expect(text).toContain('办结以后，可以在这里删除')
  expect(text).not.toContain('name="referrer" content="no-referrer"')
  expect((await it.send(path, { ...hiddenIn(text, 'comment'), words: '还黑着' })).headers.get('location')).toBe(`${path}?done=comment`)
  const early = await it.send(`${path}/erase`, {})
  expect([early.status, early.text.includes('现在不能删除')]).toEqual([409, true])

  await done(server, 'chief', id, { do: 'settle', outcome: '换了灯泡' })
  await it.send(path, hiddenIn((await it.open(path)).text, 'verify'))
  await it.send(path, { ...hiddenIn((await it.open(path)).text, 'rate'), rating: '5' })
  const [erased, again] = [await it.send(`${path}/erase`, {}), await it.send(`${path}/erase`, {})]

  expect(erased.headers.get('location')).toBe('/me?done=erased')
  expect(again.status).toBe(404)
  expect((await it.open('/me?done=erased')).text).toContain('没有找到用这个手机号留下的反映')
  expect((await it.open(`/t/${code}`)).status).toBe(404)
  const row = await server.opened.db.selectFrom('reporters').selectAll().executeTakeFirstOrThrow()
  expect([row.name, row.phone, row.phoneKey, row.tracking]).toEqual([null, null, null, null])
  const file = await (await server.as('chief').get(`/api/matters/${id}`)).text()
  expect(file).toContain('"type":"erased"')
  expect(JSON.parse(file)).toMatchObject({ contact: null, row: { matter: { status: 'closed', rating: 5 } } })
})

served('everything that has ended is erased at once; what is open, or only settled, stays', async (server) => {
  const open = await leave(server, { words: '井盖破了怕小孩掉' })
  const closed = await leave(server, { words: '垃圾桶满了', category: '0401' })
  const settled = await leave(server, { words: '下水道堵了', category: '0402' })
  await done(server, 'chief', closed.id, { do: 'refuse', reason: '不归这里', channel: '供电所' })
  await done(server, 'chief', settled.id, { do: 'settle', outcome: '通了' })
  const it = withTexts(server)
  await signIn(it)
  expect((await it.open('/me')).text).toContain('已办结的 1 件里')
  await it.send('/me/erase', hiddenIn((await it.open('/me')).text, 'erase-all'))
  const { text } = await it.open('/me')

  for (const { id } of [open, settled]) expect(text).toContain(id)
  expect(text).not.toContain(closed.id)
  expect(text).not.toContain('erase-all')
})

served('who joined finds it here too, as somebody who joined', async (server) => {
  const { id } = await leave(server, { phone: otherPhone })
  const { open, send } = resident(server.app)
  const hidden = hiddenIn((await open(`/report?lane=${server.cast.places.lane}`)).text, 'report')
  await send('/report', { ...hidden, category: '0801', words: '', join: id, phone })
  const it = withTexts(server)
  await signIn(it)
  const { text } = await it.open(`/me/reports/${hidden['id']}`)

  expect((await it.open('/me')).text).toContain('我也关注')
  expect(text).toContain('您和别人一起关注这件事')
  expect(text).not.toContain('三天')
  expect((await it.send(`/me/reports/${hidden['id']}`, hiddenIn(text, 'leave'))).text).toContain('您已不再关注这件事')
})

served('violence in the family does not stand on the face of the list', async (server) => {
  await leave(server, { category: '0107', words: '隔壁又打人了' })
  const it = withTexts(server)
  await signIn(it)

  expect((await it.open('/me')).text).not.toContain('家庭暴力')
})

served('a session ends when one says so, here or everywhere, and by itself after thirty days', async (server) => {
  await leave(server)
  const it = withTexts(server)
  const other = { ...it, ...resident(it.app, { 'user-agent': 'Mozilla/5.0 (Linux; Android 12)' }) }
  await signIn(it)
  await signIn(other)
  const { text } = await it.open('/me')
  expect(text).toContain('手机')
  expect(text).toContain('（现在这台）')
  const isIn = async ({ open }: Pick<Texts, 'open'>) => (await open('/me')).text.includes('路灯不亮')

  await it.send('/me/out', {})
  expect([await isIn(it), await isIn(other)]).toEqual([false, true])
  await signIn(it)
  await it.send('/me/out', hiddenIn((await it.open('/me')).text, 'out-all'))
  expect([await isIn(it), await isIn(other)]).toEqual([false, false])
  await signIn(it)
  server.at('2026-07-03T03:59:00.000Z')
  expect(await isIn(it)).toBe(true)
  server.at('2026-07-03T04:01:00.000Z')
  expect(await isIn(it)).toBe(false)
})

served('nothing of a number, a code or a session is in the log, nor readable in the database', async (server) => {
  const { id } = await leave(server)
  await reported(server, 7)
  const it = withTexts(server)
  await signIn(it)
  await it.open(`/me/reports/${id}`)
  await it.send('/me/out', {})
  const { db } = server.opened
  const stored = JSON.stringify([
    await db.selectFrom('residentCodes').selectAll().execute(),
    await db.selectFrom('residentSessions').selectAll().execute(),
    await db.selectFrom('throttles').selectAll().execute(),
    await db.selectFrom('events').selectAll().execute(),
  ])

  expect(it.lines.length).toBeGreaterThan(3)
  for (const text of [it.lines.join(''), stored]) {
    expect(text).not.toContain(phone)
    expect(text).not.toContain((await it.texts())[0]?.code)
    expect(text).not.toContain('李大娘')
  }
})
