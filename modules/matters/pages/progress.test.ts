import { expect } from 'vitest'
import { uuid } from '#tests/matter.ts'
import { hiddenIn, reportedByResident, resident } from '#tests/resident.ts'
import { type Served, served } from '#tests/server.ts'

/** Settled by the lane chief, as the reporter then finds it. */
async function settled(server: Served) {
  const code = await reportedByResident(server)
  const { id } = await server.opened.db.selectFrom('matters').select('id').executeTakeFirstOrThrow()
  const reply = await server
    .as('chief')
    .post(`/api/matters/${id}/commands`, { commandId: uuid(900), command: { do: 'settle', outcome: '换了灯泡' } })
  expect(reply.ok).toBe(true)
  return { code, id, ...resident(server.app) }
}

const stateOf = async ({ opened }: Served) => (await opened.db.selectFrom('matters').select('status').executeTakeFirstOrThrow()).status

served('a code that is nobody’s is answered with the same words, however close it is', async (server) => {
  const code = await reportedByResident(server)
  const close = code.slice(0, -1) + (code.endsWith('0') ? '1' : '0')
  const { open } = resident(server.app)
  const answers = await Promise.all([close, 'ZZZZZZZZZZZZZZZZ', '短'].map((each) => open(`/t/${encodeURIComponent(each)}`)))

  for (const { status, text } of answers) {
    expect(status).toBe(404)
    expect(text).toContain('没有查到这个查询码')
  }
})

served('each wrong code is answered later than the one before', async (server) => {
  const { open } = resident(server.app)
  const lasted = async () => {
    const started = performance.now()
    await open('/t/ZZZZZZZZZZZZZZZZ')
    return performance.now() - started
  }
  await lasted()
  for (let n = 0; n < 6; n++) await server.opened.throttle.count('tracking', 'unknown')

  expect(await lasted()).toBeGreaterThanOrEqual(790)
})

served('after twenty wrong codes in an hour nobody at that address may look, not even with a right one', async (server) => {
  const code = await reportedByResident(server)
  for (let n = 0; n < 20; n++) await server.opened.throttle.count('tracking', 'unknown')
  const { open } = resident(server.app)
  const wrong = await open('/t/ZZZZZZZZZZZZZZZZ')
  const right = await open(`/t/${code}`)

  for (const { status, headers, text } of [wrong, right]) {
    expect(status).toBe(429)
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect(text).toContain('查询次数太多')
  }
})

served('right codes are never counted', async (server) => {
  const code = await reportedByResident(server)
  const { open } = resident(server.app)
  for (let n = 0; n < 25; n++) expect((await open(`/t/${code}`)).status).toBe(200)
})

served('the page of a code is kept by nobody and told to nobody', async (server) => {
  const { headers, text } = await resident(server.app).open(`/t/${await reportedByResident(server)}`)

  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('cache-control')).toContain('no-store')
  expect(headers.get('x-robots-tag')).toContain('noindex')
  expect(text).toContain('<meta name="robots" content="noindex, nofollow">')
})

served('a code may be typed with hyphens, in small letters, with O for 0', async (server) => {
  const code = await reportedByResident(server)
  const typed = code
    .toLowerCase()
    .replaceAll('0', 'o')
    .replace(/(.{4})(?=.)/g, '$1-')
  const { headers } = await resident(server.app).send('/t', { code: ` ${typed} ` })

  expect(headers.get('location')).toBe(`/t/${code}`)
})

served('a browser that hides where it comes from may still send the forms of this page', async (server) => {
  const code = await reportedByResident(server)
  const { open, send } = resident(server.app, { origin: 'null' })
  const hidden = hiddenIn((await open(`/t/${code}`)).text, 'comment')

  expect((await send(`/t/${code}`, { ...hidden, words: '还在等' })).status).toBe(303)
  expect((await send('/report', {})).status).toBe(403)
})

served('"not solved" wants a reason, says so in its place, and keeps what was typed', async (server) => {
  const { code, open, send } = await settled(server)
  const hidden = hiddenIn((await open(`/t/${code}`)).text, 'reopen')
  const empty = await send(`/t/${code}`, { ...hidden, words: ' ' })
  const long = await send(`/t/${code}`, { ...hidden, words: `${'长'.repeat(501)}<i>` })

  expect(empty).toMatchObject({ status: 422, text: expect.stringContaining('请写一句哪里没解决') })
  expect(long.text).toContain('最多 500 字')
  expect(long.text).toContain(`${'长'.repeat(501)}&lt;i&gt;</textarea>`)
  expect(await stateOf(server)).toBe('settled')
})

served('what has moved meanwhile is said, and the words are kept', async (server) => {
  const code = await reportedByResident(server)
  const { open, send } = resident(server.app)
  const hidden = hiddenIn((await open(`/t/${code}`)).text, 'withdraw')
  const { id } = await server.opened.db.selectFrom('matters').select('id').executeTakeFirstOrThrow()
  await server.as('chief').post(`/api/matters/${id}/commands`, { commandId: uuid(901), command: { do: 'settle', outcome: '换了灯泡' } })
  const late = await send(`/t/${code}`, { ...hidden, words: '不用了' })

  expect(late.status).toBe(409)
  expect(late.text).toContain('情况变了')
  expect(late.text).toContain('不用了</textarea>')
})

served('a reporter confirms, rates once, and is offered no more than the rules allow', async (server) => {
  const { code, open, send } = await settled(server)
  const path = `/t/${code}`
  const confirmed = await send(path, hiddenIn((await open(path)).text, 'verify'))
  const rating = hiddenIn((await open(path)).text, 'rate')

  expect(confirmed.headers.get('location')).toBe(`${path}?done=verify`)
  expect(await stateOf(server)).toBe('closed')
  expect((await send(path, rating)).text).toContain('请选几颗星')
  expect((await send(path, { ...rating, rating: '5', words: '快' })).status).toBe(303)
  expect((await open(path)).text).not.toMatch(/id="(rate|verify|withdraw|comment)"/)
})

served('a command sent twice happens once', async (server) => {
  const code = await reportedByResident(server)
  const { open, send } = resident(server.app)
  const hidden = hiddenIn((await open(`/t/${code}`)).text, 'comment')
  await Promise.all([send(`/t/${code}`, { ...hidden, words: '补充一句' }), send(`/t/${code}`, { ...hidden, words: '补充一句' })])

  expect((await open(`/t/${code}`)).text.match(/补充一句/g)).toHaveLength(1)
})

served('not solved goes back to be done again', async (server) => {
  const { code, open, send } = await settled(server)
  await send(`/t/${code}`, { ...hiddenIn((await open(`/t/${code}`)).text, 'reopen'), words: '又不亮了' })
  const { text } = await open(`/t/${code}`)

  expect(await stateOf(server)).toBe('waiting')
  expect(text).toContain('您说没有解决，退回槐树巷 街巷长重办')
})

served('words between colleagues, and their pictures, stay between them', async (server) => {
  const code = await reportedByResident(server)
  const { id } = await server.opened.db.selectFrom('matters').select('id').executeTakeFirstOrThrow()
  for (const [n, words, isPublic] of [
    [902, '内部的话', false],
    [903, '给群众的话', true],
  ] as const)
    await server.as('chief').post(`/api/matters/${id}/commands`, { commandId: uuid(n), command: { do: 'comment', words, isPublic } })
  const { text } = await resident(server.app).open(`/t/${code}`)

  expect(text).toContain('给群众的话')
  expect(text).toContain('张街长（槐树巷 街巷长）留言')
  expect(text).not.toContain('内部的话')
})

served('another’s photo is not found through one’s own code', async (server) => {
  const code = await reportedByResident(server)

  expect((await resident(server.app).open(`/t/${code}/photos/${uuid(1)}`)).status).toBe(404)
})

served('an emergency shows whom to ring before anything else', async (server) => {
  const code = await reportedByResident(server, { category: '0205', words: '冒烟' })
  const { text } = await resident(server.app).open(`/t/${code}?new=1`)

  expect(text.indexOf('tel:119')).toBeLessThan(text.indexOf('<h1'))
})
