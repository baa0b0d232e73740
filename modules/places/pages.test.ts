import { expect } from 'vitest'
import { resident } from '#tests/resident.ts'
import { served } from '#tests/server.ts'

const find = (typed: string) => `/find?q=${encodeURIComponent(typed)}`

served('nothing found says what to try', async ({ app }) => {
  expect(await resident(app).open(find('没有这个村'))).toMatchObject({ status: 200, text: expect.stringContaining('没有找到') })
})

served('what was typed comes back as text, never as markup', async ({ app }) => {
  const { text } = await resident(app).open(find('"><script>alert(1)</script>'))

  expect(text).not.toContain('<script>alert')
  expect(text).toContain('&lt;script&gt;')
})

served('a percent sign is a percent sign', async ({ app }) => {
  expect((await resident(app).open(find('%'))).text).toContain('没有找到')
})

served('a lane is found by its name, by village and lane, in one word or two, and by its code', async ({ app, cast }) => {
  const { open } = resident(app)
  const link = `href="/l/${cast.places.lane}"`

  for (const typed of ['槐树巷', '河湾 槐树', '河湾村槐树巷', '东镇,槐树巷']) expect((await open(find(typed))).text, typed).toContain(link)
  expect((await open(find('坡上 槐树'))).text).not.toContain(link)
  expect((await open(find(`${cast.places.lane}`))).headers.get('location')).toBe(`/l/${cast.places.lane}`)
})

served('the home page leads down from the townships without a script', async ({ app, cast }) => {
  const { open } = resident(app)
  const { eastTown, village, lane } = cast.places

  expect((await open('/')).text).toContain(`href="/p/${eastTown}"`)
  expect((await open(`/p/${eastTown}`)).text).toContain(`href="/p/${village}"`)
  expect((await open(`/p/${village}`)).text).toContain(`href="/l/${lane}"`)
})

served('the nearest lanes come first, with how far they are', async ({ app, cast, opened }) => {
  const { open } = resident(app)
  const lane = await opened.db
    .selectFrom('places')
    .select(['latitude', 'longitude'])
    .where('code', '=', cast.places.westLane)
    .executeTakeFirstOrThrow()
  const { text } = await open(`/near?lat=${lane.latitude}&lng=${lane.longitude}`)

  expect(/href="\/l\/(\d+)"/.exec(text)?.[1]).toBe(cast.places.westLane)
  expect(text).toMatch(/约 \d+ 米/)
  expect((await open('/near?lat=35.5&lng=abc')).status).toBe(422)
  expect((await open('/near?lat=0&lng=0')).text).toContain('附近 20 公里内没有')
})

served('suggestions are places with their addresses', async ({ anybody, cast }) => {
  const reply = await anybody.get(`/suggest?q=${encodeURIComponent('槐树')}`)

  expect(await reply.json()).toEqual([
    { code: cast.places.lane, name: '槐树巷', note: '测试县 东镇 河湾村委会 第一网格', address: `/l/${cast.places.lane}` },
  ])
})
