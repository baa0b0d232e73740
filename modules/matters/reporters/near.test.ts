import { expect } from 'vitest'
import type { MatterRow } from '#modules/matters/reply.ts'
import { done, reported, uuid } from '#tests/matter.ts'
import { type Fields, hiddenIn, offeredIn, reportedByResident, resident } from '#tests/resident.ts'
import { type Served, served } from '#tests/server.ts'

const lamp: Fields = { category: '0801', words: '巷口路灯不亮，晚上看不见' }

async function form({ app, cast }: Pick<Served, 'app' | 'cast'>, lane: string = cast.places.lane) {
  const { open, send } = resident(app)
  const hidden = hiddenIn((await open(`/report?lane=${lane}`)).text, 'report')
  return { open, hidden, send: (change: Fields) => send('/report', { ...hidden, ...lamp, ...change }) }
}

const filed = async ({ opened }: Served) => (await opened.db.selectFrom('matters').select('id').execute()).length

served('the first sending answers with what is open already; nothing is lost, and the same form sent again is a report', async (server) => {
  await reportedByResident(server, { words: '二巷口的路灯三天不亮了' })
  const { send } = await form(server)
  const first = await send({ name: '李大娘' })

  expect(first.status).toBe(200)
  expect(first.text).toContain('附近已有人反映')
  expect(first.text).toContain('路灯不亮') // its category
  expect(first.text).toContain('河湾村委会 第一网格 槐树巷')
  expect(first.text).toContain('今天反映，等待接单')
  expect(first.text).toContain('巷口路灯不亮，晚上看不见</textarea>')
  expect(first.text).toContain('value="李大娘"')
  expect(first.text.replace(/<textarea.*?<\/textarea>/s, '')).not.toContain('三天')
  expect(await filed(server)).toBe(1)

  const again = await send({ ...hiddenIn(first.text, 'report'), offered: offeredIn(first.text) })
  expect(again.status).toBe(303)
  expect(await filed(server)).toBe(2)
})

served(
  'disputes, emergencies, complaints and what has ended are never offered; nor is a public matter to who reports a quarrel',
  async (server) => {
    const quarrel = '邻居把墙砌到我家地里了'
    await reported(server, 1, { category: '0101', words: quarrel })
    await reported(server, 2, { category: '0507', words: '办事要好处' })
    await reported(server, 3, { category: '0205', words: '柴垛冒烟' })
    await reported(server, 4, { category: '0401', words: '垃圾桶满了没人收' })
    await done(server, 'chief', uuid(4), { do: 'settle', outcome: '清走了' })
    await reported(server, 5, { category: '0801', words: quarrel })
    const { send } = await form(server)

    expect((await send({ category: '0401', words: quarrel, offered: [uuid(5)] })).status).toBe(303)
    for (const [n, change] of [
      [10, { category: '0101', words: quarrel }],
      [11, { category: '0507', words: '办事要好处' }],
      [12, { category: '0401', words: '垃圾桶满了没人收' }],
    ] as const)
      expect((await send({ ...change, commandId: uuid(n), id: uuid(n + 100), tracking: `${'0'.repeat(14)}${n}` })).status).toBe(303)
  },
)

served('what is older than the category says is not offered any more', async (server) => {
  await reportedByResident(server, lamp)
  server.at('2026-07-20T04:00:00.000Z')

  expect((await (await form(server)).send({})).status).toBe(303)
})

served('by a map point it is offered in the next village too, whatever the words', async (server) => {
  await reportedByResident(server, { ...lamp, latitude: '35.5', longitude: '111.5' })
  const { send } = await form(server, server.cast.places.nextLane)

  expect((await send({ words: '一片漆黑', latitude: '35.5004', longitude: '111.5' })).text).toContain('附近已有人反映')
  expect((await send({ words: '一片漆黑', latitude: '35.52', longitude: '111.5' })).status).toBe(303)
})

served('while it is typed the form asks for a small piece of the page, without a word of the other report', async (server) => {
  await reportedByResident(server, { words: '二巷口的路灯三天不亮了' })
  const { send } = resident(server.app)
  const { status, text, headers } = await send('/report/near', { ...lamp, place: server.cast.places.lane })

  expect(status).toBe(200)
  expect(text).toMatch(/name="join" value="[\w-]{36}"/)
  expect(text).not.toContain('三天')
  expect(text.length).toBeLessThan(2000)
  expect(headers.get('cache-control')).toContain('no-store')
  const nothing: Fields[] = [{ words: ' ' }, { place: 'x' }, { category: '9999' }, { words: '井盖破了' }]
  for (const change of nothing)
    expect((await send('/report/near', { ...lamp, place: server.cast.places.lane, ...change })).status).toBe(204)
})

served('staff are offered what is in their sight, of every kind, and nothing else', async (server) => {
  const { as, cast } = server
  const words = '邻居把墙砌到我家地里了'
  await reported(server, 1, { category: '0101', words })
  await reported(server, 2, { category: '0101', words, place: cast.places.nextLane }, 'nextOfficial')
  const near = async (who: 'chief' | 'official' | 'nextOfficial' | 'nobody', place: string = cast.places.lane) => {
    const reply = await as(who).get(`/api/matters/near?category=0101&place=${place}&words=${encodeURIComponent('邻居砌墙占了我家的地')}`)
    expect(reply.status).toBe(200)
    return ((await reply.json()) as MatterRow[]).map(({ matter }) => matter.id)
  }

  expect(await near('chief')).toEqual([uuid(1)])
  expect(await near('nextOfficial', cast.places.nextLane)).toEqual([uuid(2)])
  expect(await near('nextOfficial')).toEqual([])
  expect(await near('nobody')).toEqual([])
  expect((await as('chief').get(`/api/matters/near?category=0101&place=${cast.places.farLane}`)).status).toBe(422)
})
