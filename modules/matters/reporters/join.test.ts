import sharp from 'sharp'
import { expect } from 'vitest'
import type { Contacts, MatterFile } from '#modules/matters/reply.ts'
import { done, uuid } from '#tests/matter.ts'
import { type Fields, hiddenIn, reportedByResident, resident } from '#tests/resident.ts'
import { type Served, served } from '#tests/server.ts'

const first = '二巷口的路灯三天不亮了，老王家门口'

/** Somebody reports a lamp; the matter's id and their code. */
async function lamp(server: Served, change: Fields = {}) {
  const code = await reportedByResident(server, { words: first, ...change })
  const { id } = await server.opened.db.selectFrom('matters').select('id').executeTakeFirstOrThrow()
  return { code, id }
}

/** Somebody else joins it; their page. */
async function joins(server: Served, id: string, change: Fields = {}) {
  const { open, send } = resident(server.app)
  const hidden = hiddenIn((await open(`/report?lane=${server.cast.places.lane}`)).text, 'report')
  const fields = { ...hidden, category: '0801', words: '路灯不亮看不见', join: id, ...change }
  const reply = await send('/report', fields)
  return { reply, open, send, fields, path: `/t/${hidden['tracking']}` }
}

const matterOf = ({ opened }: Served) => opened.db.selectFrom('matters').select(['joined', 'status']).executeTakeFirstOrThrow()
const rows = async ({ opened }: Served) => (await opened.db.selectFrom('reporters').select('id').execute()).length

served('who joins has a code and a receipt of their own; the staff see that there is one more, and what they added', async (server) => {
  const { id } = await lamp(server)
  const { reply, open, path } = await joins(server, id, { phone: '13800011111', name: '李大娘' })
  const { text } = await open(`${path}?new=1`)
  const file = (await (await server.as('chief').get(`/api/matters/${id}`)).json()) as MatterFile

  expect(reply).toMatchObject({ status: 303 })
  expect(reply.headers.get('location')).toBe(`${path}?new=1`)
  expect(text).toContain('已收到')
  expect(text).toContain('您也关注了这件事')
  expect(text).toContain('路灯不亮看不见')
  expect(file.row.matter.joined).toBe(1)
  expect(file.events.at(-1)).toMatchObject({ type: 'joined', words: '路灯不亮看不见' })
  expect(JSON.stringify(file)).not.toContain('13800011111')
  expect(file.contact).toEqual({ name: null, phone: null, others: 1 })
})

served('neither reads what the other wrote, nor sees their pictures; both see what was done', async (server) => {
  const snapshot = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#884422' } })
    .jpeg()
    .toBuffer()
  const { code, id } = await lamp(server, { photos: new File([new Uint8Array(snapshot)], 'a.jpg', { type: 'image/jpeg' }) })
  const { open, send, path } = await joins(server, id, { words: '我家门口也黑' })
  await send(path, { ...hiddenIn((await open(path)).text, 'comment'), words: '今晚又不亮' })
  const theirs = (await open(`/t/${code}`)).text
  const photo = /photos\/([\w-]+)/.exec(theirs)?.[1]
  await done(server, 'chief', id, { do: 'comment', words: '电工明天来', isPublic: true })
  await done(server, 'chief', id, { do: 'settle', outcome: '换了灯泡' })
  const [mine, other] = [(await open(path)).text, (await open(`/t/${code}`)).text]

  expect(photo).toBeDefined()
  expect((await open(`${path}/photos/${photo}`)).status).toBe(404)
  for (const words of ['老王', '三天']) expect(mine).not.toContain(words)
  expect(mine).toContain('有人反映了这件事')
  expect(mine).toContain('今晚又不亮')
  for (const words of ['我家门口也黑', '今晚又不亮', '关注']) expect(other).not.toContain(words)
  for (const text of [mine, other]) for (const words of ['换了灯泡', '电工明天来']) expect(text).toContain(words)
})

served('only who reported it first confirms, rates, reopens and withdraws', async (server) => {
  const { code, id } = await lamp(server)
  const { open, send, path } = await joins(server, id)
  await done(server, 'chief', id, { do: 'settle', outcome: '换了灯泡' })
  const { text } = await open(path)

  expect(text).toContain('由最先反映的人来确认和评价')
  expect(text).toMatch(/id="comment"/)
  expect(text).not.toMatch(/id="(verify|reopen|rate|withdraw)"/)
  const notTheirs: Fields[] = [{ do: 'verify' }, { do: 'reopen', words: '没亮' }, { do: 'rate', rating: '1' }]
  for (const more of notTheirs) {
    const refused = await send(path, { commandId: uuid(7000), ...more })
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('这件事由最先反映的人来确认和评价')
  }
  expect(await matterOf(server)).toMatchObject({ status: 'settled' })
  expect((await send(`/t/${code}`, hiddenIn((await open(`/t/${code}`)).text, 'verify'))).status).toBe(303)
})

served('while others follow it nobody can withdraw it over their heads; once they have left, one can', async (server) => {
  const { code, id } = await lamp(server)
  const { open, send, path } = await joins(server, id)
  const offersToWithdraw = async () => /id="withdraw"/.test((await open(`/t/${code}`)).text)

  expect(await offersToWithdraw()).toBe(false)
  expect((await send(`/t/${code}`, { commandId: uuid(7001), do: 'withdraw' })).text).toContain('还有别人也在关注这件事')
  const leave = hiddenIn((await open(path)).text, 'leave')
  const [gone] = [await send(path, leave), await send(path, leave)]
  expect(gone.text).toContain('您已不再关注这件事')
  expect((await open(path)).status).toBe(404)
  expect(await matterOf(server)).toMatchObject({ joined: 0 })
  expect(await rows(server)).toBe(1)
  expect(await offersToWithdraw()).toBe(true)
})

served('the first reporter cannot leave what is theirs', async (server) => {
  const { code } = await lamp(server)

  expect((await resident(server.app).send(`/t/${code}`, { commandId: uuid(7002), do: 'leave' })).status).toBe(422)
  expect(await rows(server)).toBe(1)
})

served('the same form twice, even at once, is one; the same number twice is one person with two codes', async (server) => {
  const { id } = await lamp(server, { phone: '13800022222' })
  const once = await joins(server, id, { phone: '13800011111' })
  await Promise.all([once.send('/report', once.fields), once.send('/report', once.fields)])
  expect(await matterOf(server)).toMatchObject({ joined: 1 })
  expect(await rows(server)).toBe(2)

  const twice = await joins(server, id, { phone: '138 0001 1111', words: '' })
  const asFirst = await joins(server, id, { phone: '13800022222', words: '还是不亮' })
  expect(await matterOf(server)).toMatchObject({ joined: 1 })
  for (const { open, path } of [once, twice, asFirst]) expect((await open(path)).status).toBe(200)

  const leave = await twice.open(twice.path)
  await twice.send(twice.path, hiddenIn(leave.text, 'leave'))
  expect(await matterOf(server)).toMatchObject({ joined: 1 })
})

served('ten join at the same moment, and ten are counted', async (server) => {
  const { id } = await lamp(server)
  const all = await Promise.all(Array.from({ length: 10 }, (_, n) => joins(server, id, { phone: `1380003${String(n).padStart(4, '0')}` })))
  expect(all.map(({ reply }) => reply.status)).toEqual(all.map(() => 303))

  expect(await matterOf(server)).toMatchObject({ joined: 10 })
})

served('what is not for everybody cannot be joined, whatever is sent; what has ended says so and keeps the form', async (server) => {
  await server.as('official').post('/api/matters', {
    ...{ commandId: uuid(1), id: uuid(2), place: server.cast.places.lane, category: '0101', words: '邻居砌墙', source: 'phone' },
  })
  for (const id of [uuid(2), uuid(99)]) {
    const { reply } = await joins(server, id)
    expect(reply.status).toBe(404)
    expect(reply.text).not.toContain('砌墙')
  }
  expect(await rows(server)).toBe(0)

  const lane = await server.as('official').post('/api/matters', {
    ...{ commandId: uuid(3), id: uuid(4), place: server.cast.places.lane, category: '0801', words: '路灯不亮', source: 'phone' },
  })
  expect(lane.ok).toBe(true)
  await done(server, 'chief', uuid(4), { do: 'refuse', reason: '不归这里', channel: '供电所 95598' })
  const late = await joins(server, uuid(4))
  expect(late.reply.status).toBe(409)
  expect(late.reply.text).toContain('那件事刚刚已经办结或撤回了')
  expect(late.reply.text).toContain('路灯不亮看不见</textarea>')
})

served('a number that is none is asked for again, and nothing is joined', async (server) => {
  const { id } = await lamp(server)
  const { reply } = await joins(server, id, { phone: '123' })

  expect(reply.status).toBe(422)
  expect(reply.text).toContain('手机号应是 1 开头的 11 位数字')
  expect(await matterOf(server)).toMatchObject({ joined: 0 })
})

served('who asks how to reach them is told of everybody behind it', async (server) => {
  const { id } = await lamp(server, { name: '王大爷', phone: '13800022222' })
  await joins(server, id, { name: '李大娘', phone: '13800011111' })
  await joins(server, id)
  const file = (await (await server.as('chief').get(`/api/matters/${id}`)).json()) as MatterFile
  const whole = (await (await server.as('chief').post(`/api/matters/${id}/contact`, { reason: '回访' })).json()) as Contacts

  expect(file.contact).toEqual({ name: '王**', phone: '138****2222', others: 1 })
  expect(whole).toEqual({ name: '王大爷', phone: '13800022222', others: [{ name: '李大娘', phone: '13800011111' }] })
})
