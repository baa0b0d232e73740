import { expect } from 'vitest'
import { cast } from '#tests/cast.ts'
import { uuid } from '#tests/matter.ts'
import { resident } from '#tests/resident.ts'
import { type Served, served } from '#tests/server.ts'

const { places, people } = cast
const page = `/p/${places.village}`

const publish = ({ as }: Served, number: number, title: string, body = '夜里锁好门。\n有事打 110。') =>
  as('villagePolice').post('/api/beats/bulletins', { id: uuid(number), village: places.village, title, body })

served('a bulletin that is not there, or was taken back, is not shown', async (it) => {
  const { open } = resident(it.app)
  await publish(it, 1, '秋收通报')
  await it.as('villagePolice').post(`/api/beats/bulletins/${uuid(1)}/withdraw`, {})

  for (const path of [
    `${page}/bulletins/${uuid(1)}`,
    `${page}/bulletins/${uuid(1)}/print`,
    `${page}/bulletins/${uuid(9)}`,
    `${page}/bulletins/x`,
  ])
    expect((await open(path)).status, path).toBe(404)
  expect((await open(`/p/${places.eastTown}/bulletins`)).status).toBe(404)
  expect((await open(page)).text).not.toContain('秋收通报')
})

served('a bulletin hangs on its own village’s page only', async (it) => {
  const { open } = resident(it.app)
  await publish(it, 1, '秋收通报')

  expect((await open(`/p/${places.nextVillage}`)).text).not.toContain('秋收通报')
  expect((await open(`/p/${places.nextVillage}/bulletins/${uuid(1)}`)).status).toBe(404)
})

served('a village’s page shows its officer and its adviser, each to be rung, and the newest bulletins', async (it) => {
  const { open } = resident(it.app)
  for (const number of [1, 2, 3, 4]) await publish(it, number, `第${number}期通报`)
  const { text } = await open(page)

  for (const who of [people.villagePolice, people.adviser]) expect(text).toContain(`href="tel:${who.phone}"`)
  expect([text.includes('包村民警'), text.includes('法律顾问')]).toEqual([true, true])
  expect(text.match(/第\d期通报/g)).toHaveLength(3)
  expect(text).toContain(`href="${page}/bulletins"`)
  expect((await open(`${page}/bulletins`)).text.match(/第\d期通报/g)).toHaveLength(4)
  expect(Buffer.byteLength(text)).toBeLessThan(40_000)
})

served('a bulletin is read on its page and printed on a sheet with whom to ring; what was typed stays text', async (it) => {
  const { open } = resident(it.app)
  await publish(it, 1, '秋收<b>通报</b>', '夜里锁好门。\n<script>有事打 110。')
  const { text } = await open(`${page}/bulletins/${uuid(1)}`)
  const sheet = (await open(`${page}/bulletins/${uuid(1)}/print`)).text

  for (const each of [text, sheet]) {
    expect(each).toContain('秋收&lt;b&gt;通报&lt;/b&gt;')
    expect(each).toContain('<p>夜里锁好门。</p>')
    expect(each).not.toContain('<script>有事')
  }
  expect(sheet).toContain(people.villagePolice.phone)
  expect(sheet).toContain('class="qr"')
  expect(text).toContain(`href="${page}/bulletins/${uuid(1)}/print"`)
})

served('a lane’s notice board shows the village’s officer and legal adviser', async (it) => {
  const { open } = resident(it.app)
  for (const path of [`/l/${places.lane}`, `/l/${places.lane}/print`]) {
    const { text } = await open(path)
    for (const who of [people.villagePolice, people.adviser]) expect(text, path).toContain(who.name)
  }
})
