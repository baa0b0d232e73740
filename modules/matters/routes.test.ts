import { expect } from 'vitest'
import { dueAfter } from '#modules/kernel/calendar.ts'
import { cast } from '#tests/cast.ts'
import { done, envelope, report, reported, uuid } from '#tests/matter.ts'
import { noon, served } from '#tests/server.ts'
import type { Filed, MatterFile, QueuePage } from './reply.ts'

const matter = (reply: MatterFile) => reply.row.matter
const commands = (number: number) => `/api/matters/${uuid(number)}/commands`

served('without a session nothing is reported', async ({ anybody }) => {
  const reply = await anybody.post('/api/matters', report(1))

  expect(reply.status).toBe(401)
  expect(await reply.json()).toEqual({ refused: 'not_signed_in', facts: {} })
})

served('a lane chief does not report on another lane', async ({ as }) => {
  const reply = await as('chief').post('/api/matters', report(1, { place: cast.places.nextLane }))

  expect(reply.status).toBe(403)
  expect(await reply.json()).toMatchObject({ refused: 'not_permitted' })
})

served('a report that is not well formed names its fields, and nothing is written', async ({ as }) => {
  const cases: [string, object][] = [
    ['words', { words: '' }],
    ['words', { words: '长'.repeat(1001) }],
    ['words', { words: 7 }],
    ['words', { words: undefined }],
    ['place', { place: '14990110020100100' }],
    ['place', { place: 'lane' }],
    ['category', { category: '4' }],
    ['id', { id: 'not-a-uuid' }],
    ['commandId', { commandId: undefined }],
    ['latitude', { latitude: 91 }],
    ['photos', { photos: Array.from({ length: 7 }, (_, index) => uuid(index)) }],
    ['contact.phone', { source: 'phone', contact: { phone: '12345' } }],
  ]
  for (const [field, change] of cases) {
    const reply = await as('chief').post('/api/matters', report(1, change))
    const problem = (await reply.json()) as { refused: string; facts: { issues: { field: string }[] } }

    expect([reply.status, problem.refused, problem.facts.issues.map((issue) => issue.field)]).toEqual([422, 'invalid', [field]])
  }
  expect(((await (await as('chief').get('/api/matters')).json()) as QueuePage).rows).toEqual([])
})

served('a body that is not JSON is refused', async ({ app, as }) => {
  const { headers } = await as('chief').get('/api/me')
  const reply = await as('chief').put('/api/matters', '{', 'application/json')

  expect(headers.get('content-type')).toMatch('json')
  expect([404, 422]).toContain(reply.status)
  expect((await app.request('/api/matters', { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } })).status).toBe(
    401,
  )
})

served('a lane that does not exist, and a category that does not, are refused', async ({ as }) => {
  const lane = await as('official').post('/api/matters', report(1, { place: `${cast.places.grid}999` }))
  const category = await as('official').post('/api/matters', report(2, { category: '9999' }))

  expect(await lane.json()).toMatchObject({ refused: 'place.unknown' })
  expect(await category.json()).toMatchObject({ refused: 'category.unknown' })
})

served('a point outside the county is accepted and marked', async ({ as }) => {
  const outside = await reported({ as }, 1, { latitude: 39.9, longitude: 116.4 })
  const inside = await reported({ as }, 2, { latitude: 35.5, longitude: 111.51 })

  expect(matter(outside)).toMatchObject({ isOutside: true, latitude: 39.9 })
  expect(matter(inside)).toMatchObject({ isOutside: false })
})

served('what a resident rings about goes to the lane chief; the empty lane is passed over to the grid worker', async ({ as }) => {
  const lane = await reported({ as }, 1)
  const vacant = await reported({ as }, 2, { place: cast.places.vacantLane })

  expect(matter(lane)).toMatchObject({ status: 'waiting', holderRole: 'lane_chief', holderPlace: cast.places.lane })
  expect(matter(vacant)).toMatchObject({ status: 'waiting', holderRole: 'grid_worker', holderPlace: cast.places.grid })
})

served('the lane chief reports, the village official reports in', async ({ as }) => {
  const reply = await as('chief').post('/api/matters', report(1))

  expect(reply.status).toBe(201)
  expect(((await reply.json()) as Filed).matter).toMatchObject({ holderRole: 'village_official', holderPlace: cast.places.village })
})

served('a lane chief settles on the spot in one step', async ({ as }) => {
  const reply = await as('chief').post('/api/matters', report(1, { outcome: '已清走,现场干净' }))

  expect(((await reply.json()) as Filed).matter).toMatchObject({
    status: 'settled',
    onTheSpot: true,
    outcome: '已清走,现场干净',
    worker: cast.people.chief.id,
  })
})

served('a report sent twice is one matter, and twenty times at once too', async ({ as }) => {
  const replies = await Promise.all(Array.from({ length: 20 }, () => as('chief').post('/api/matters', report(1))))
  const again = await as('chief').post('/api/matters', report(1))

  expect(replies.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(replies.every(({ status }) => status === 201 || status === 200)).toBe(true)
  expect(again.status).toBe(200)
  expect(((await (await as('official').get('/api/matters')).json()) as QueuePage).rows).toHaveLength(1)
})

served('a command sent twice happens once, and twenty times at once too', async ({ as }) => {
  await reported({ as }, 1)
  const accept = envelope({ do: 'accept' })
  const replies = await Promise.all(Array.from({ length: 20 }, () => as('chief').post(commands(1), accept)))
  const files = (await Promise.all(replies.map((reply) => reply.json()))) as MatterFile[]

  expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))
  expect(files.every((file) => matter(file).version === 2)).toBe(true)
})

served('two people who accept at once: one does, the other is told why not', async ({ as }) => {
  await reported({ as }, 1)
  const replies = await Promise.all([1, 2, 3].map(() => as('chief').post(commands(1), envelope({ do: 'accept' }))))

  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409])
})

served('the id of one command cannot be used for another matter', async ({ as }) => {
  await reported({ as }, 1)
  await reported({ as }, 2)
  const accept = envelope({ do: 'accept' })
  await as('chief').post(commands(1), accept)
  const reply = await as('chief').post(commands(2), accept)

  expect([reply.status, await reply.json()]).toMatchObject([409, { refused: 'conflict' }])
})

served('a command based on what was before the last move is stale; one based on what was before a comment is not', async ({ as }) => {
  const { version } = matter(await reported({ as }, 1))
  await done({ as }, 'official', uuid(1), { do: 'comment', words: '请尽快' })
  const afterComment = await as('chief').post(commands(1), envelope({ do: 'accept' }, { version }))
  const afterAccept = await as('chief').post(commands(1), envelope({ do: 'settle', outcome: '清走了' }, { version }))

  expect(afterComment.status).toBe(200)
  expect([afterAccept.status, await afterAccept.json()]).toMatchObject([
    409,
    { refused: 'matter.stale', facts: { saw: version, status: 'working' } },
  ])
})

served('a matter of another county is not found', async ({ as }) => {
  await reported({ as }, 1)

  expect((await as('farCentre').get(`/api/matters/${uuid(1)}`)).status).toBe(404)
  expect((await as('farCentre').post(commands(1), envelope({ do: 'comment', words: '看看' }))).status).toBe(404)
})

served('up the ladder to the county department, and down again', async ({ as }) => {
  await reported({ as }, 1, { category: '0801' })
  const village = matter(await done({ as }, 'chief', uuid(1), { do: 'passUp', reason: '要动用机械' }))
  const town = matter(await done({ as }, 'official', uuid(1), { do: 'passUp', reason: '村里没有' }))
  const { around } = await done({ as }, 'township', uuid(1), { do: 'accept' })
  const county = matter(await done({ as }, 'township', uuid(1), { do: 'passUp', reason: '归部门管' }))
  const down = matter(
    await done({ as }, 'centre', uuid(1), { do: 'handDown', role: 'village_official', place: cast.places.village, words: '村里先围挡' }),
  )

  expect(village).toMatchObject({ holderRole: 'village_official', status: 'waiting' })
  expect(town).toMatchObject({ holderRole: 'township_officer', holderPlace: cast.places.eastTown })
  expect(around.filled.some((seat) => seat.role === 'village_official')).toBe(true)
  expect(['department_officer', 'centre_officer']).toContain(county.holderRole)
  expect(down).toMatchObject({ holderRole: 'village_official', holderPlace: cast.places.village, status: 'waiting' })
})

served('handed over, a department has it and sees it; another department does not', async ({ as }) => {
  await reported({ as }, 1)
  await done({ as }, 'township', uuid(1), { do: 'handOver', department: 'housing', words: '请住建局处理' })

  expect((await as('housing').get(`/api/matters/${uuid(1)}`)).status).toBe(200)
  expect((await as('police').get(`/api/matters/${uuid(1)}`)).status).toBe(404)
  expect(
    await (await as('township').post(commands(1), envelope({ do: 'handOver', department: 'water', words: '转' }))).json(),
  ).toMatchObject({ refused: 'matter.not_holder' })
})

served('promises are made on the Chinese working calendar and kept in the record', async ({ as, at }) => {
  at('2026-09-30T09:00:00.000Z') // 17:00 before the National Day holiday
  const { around, row } = await reported({ as }, 1, { category: '0499' })
  const { accept, settle } = around.category.limits.lane

  expect(row.matter.acceptBy).toBe(dueAfter('2026-09-30T09:00:00.000Z', accept))
  expect(row.matter.settleBy).toBe(dueAfter('2026-09-30T09:00:00.000Z', settle))
  expect(row.matter.settleBy > '2026-10-08T00:00:00.000Z').toBe(true)
})

served('the reporter is masked; who asks for the whole says why, and that is recorded', async ({ as }) => {
  const file = await reported({ as }, 1, { contact: { name: '李小红', phone: '138 0009 1234' } })
  const whole = await as('chief').post(`/api/matters/${uuid(1)}/contact`, { reason: '上门前先打电话' })
  const trail = (await (await as('auditor').get('/api/audit')).json()) as { rows: { action: string; facts: object }[] }

  expect(file.contact).toEqual({ name: '李**', phone: '138****1234', others: 0 })
  expect(await whole.json()).toEqual({ name: '李小红', phone: '13800091234', others: [] })
  expect(trail.rows.find(({ action }) => action === 'reporter.opened')).toMatchObject({ facts: { reason: '上门前先打电话' } })
})

served('the queue comes in pages, each row once, the next due first', async ({ as }) => {
  for (let number = 1; number <= 7; number++) await reported({ as }, number)
  const seen: string[] = []
  for (let after = ''; ; ) {
    const page = (await (await as('chief').get(`/api/matters?view=todo&limit=3${after}`)).json()) as QueuePage
    seen.push(...page.rows.map((row) => row.matter.id))
    if (!page.next) break
    after = `&after=${encodeURIComponent(page.next)}`
  }

  expect(seen).toHaveLength(7)
  expect(new Set(seen).size).toBe(7)
})

served('a cursor somebody made up is refused', async ({ as }) => {
  expect((await as('chief').get('/api/matters?after=nonsense')).status).toBe(422)
  expect((await as('chief').get('/api/matters?after=a~b')).status).toBe(422)
})

served('late is what has passed its time, at every level above', async ({ as, at }) => {
  await reported({ as }, 1)
  at(new Date(Date.parse(noon) + 40 * 86_400_000).toISOString())
  for (const who of ['chief', 'official', 'township', 'centre'] as const) {
    const page = (await (await as(who).get('/api/matters?view=late')).json()) as QueuePage

    expect(page.rows.map((row) => row.matter.id)).toEqual([uuid(1)])
  }
})

served('an export is a real spreadsheet of what the queue shows; text that looks like a formula is only text', async ({ as }) => {
  await reported({ as }, 1, { words: '=HYPERLINK("http://bad")' })
  const refused = await as('chief').get('/api/matters/export')
  const reply = await as('township').get('/api/matters/export?columns=number,words')
  const bytes = Buffer.from(await reply.arrayBuffer())

  expect(refused.status).toBe(403)
  expect(reply.headers.get('content-type')).toMatch('spreadsheetml')
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
})

served('no address and no text with a NUL or half a character is a bug', async ({ as, anybody }) => {
  await reported({ as }, 1)
  for (const path of ['/api/matters?search=a%00b', '/api/people?search=%00', '/api/places?search=a%00', '/find?q=%00'])
    expect([path, (await as('chief').get(path)).status]).toEqual([path, 422])
  expect((await anybody.get('/find?q=%00')).status).toBe(422)
  const half = await as('chief').post(commands(1), envelope({ do: 'comment', words: 'a\ud800b' }))
  expect(half.status).toBe(422)
})

served('twenty comments at once are twenty comments', async ({ as }) => {
  await reported({ as }, 1)
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, index) => as('chief').post(commands(1), envelope({ do: 'comment', words: `第 ${index} 句` }))),
  )

  expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))
})

served('a matter is found by its words, its place and its number, whole or only the end', async ({ as }) => {
  const { row } = await reported({ as }, 1)
  await reported({ as }, 2, { place: cast.places.vacantLane, words: '别的事' })
  const found = async (search: string) =>
    ((await (await as('official').get(`/api/matters?search=${encodeURIComponent(search)}`)).json()) as QueuePage).rows.map(
      ({ matter }) => matter.id,
    )

  for (const search of ['垃圾', '槐树巷', row.number, row.number.slice(-5).toLowerCase(), '槐树巷 垃圾'])
    expect([search, await found(search)]).toEqual([search, [uuid(1)]])
  expect(await found('后街 垃圾')).toEqual([])
  expect(await found('99999999-ABCDE')).toEqual([])
})

served('in an emergency the department whose business it is sees it at once', async ({ as }) => {
  await reported({ as }, 1, { category: '0107' })

  expect((await as('police').get(`/api/matters/${uuid(1)}`)).status).toBe(200)
  expect((await as('housing').get(`/api/matters/${uuid(1)}`)).status).toBe(404)
})

served('the ids of somebody else’s report open nothing', async ({ as }) => {
  await as('official').post('/api/matters', report(1, { place: cast.places.vacantLane, source: 'phone' }))
  const again = await as('chief').post('/api/matters', report(1))

  expect([again.status, await again.json()]).toMatchObject([409, { refused: 'conflict' }])
})

served('a complaint that goes around a lane is not even counted there', async ({ as }) => {
  await reported({ as }, 1, { category: '0507' }, 'gridWorker')

  expect(await (await as('chief').get(`/api/places/${cast.places.lane}`)).json()).toMatchObject({ place: { open: 0 } })
})
