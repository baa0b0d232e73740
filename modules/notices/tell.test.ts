import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Db } from '#db/db.ts'
import { sweep } from '#modules/matters/jobs.server.ts'
import { done, report, reported, uuid } from '#tests/matter.ts'
import { noon, type Served, served, type Who } from '#tests/server.ts'
import { tell } from './tell.server.ts'
import type { Inbox } from './wire.ts'

const address = 'http://localhost'
const telling = (db: Db, at = noon) => tell(db, at, address)
const inboxOf = async ({ as }: Pick<Served, 'as'>, who: Who, language?: string): Promise<Inbox> =>
  (await (await as(who).get(`/api/notices${language ? `?lang=${language}` : ''}`)).json()) as Inbox
const titlesOf = async (served: Pick<Served, 'as'>, who: Who) => (await inboxOf(served, who)).rows.map(({ title }) => title)
const everyone: readonly Who[] = [
  'chief',
  'gridWorker',
  'official',
  'villagePolice',
  'township',
  'police',
  'housing',
  'centre',
  'administrator',
  'nextChief',
  'nextOfficial',
  'westTownship',
  'farChief',
]

async function told(served: Pick<Served, 'as'>): Promise<Partial<Record<Who, string[]>>> {
  const all = await Promise.all(everyone.map(async (who) => [who, await titlesOf(served, who)] as const))
  return Object.fromEntries(all.filter(([, titles]) => titles.length > 0))
}

served('a new matter is told to who has it, and to nobody else; nobody hears of their own act', async (served) => {
  await reported(served, 1)
  await reported(served, 2, {}, 'chief')

  expect(await telling(served.opened.db)).toBe(2)
  expect(await told(served)).toEqual({ chief: ['新事项待接单'] })
  const { rows, unread } = await inboxOf(served, 'chief')
  expect(rows[0]).toMatchObject({
    matterId: uuid(1),
    event: 'reported',
    isUrgent: false,
    readAt: null,
    body: expect.stringMatching(/^东镇 河湾村委会 第一网格 槐树巷 垃圾/),
  })
  expect(rows[0]!.body).not.toContain('三天没人收')
  expect(unread).toBe(1)
  expect(await telling(served.opened.db)).toBe(0)
})

served('a promise that passes is told to the old holder and to the new one', async (served) => {
  await reported(served, 1)
  await telling(served.opened.db)
  const late = '2026-06-04T01:00:00.000Z'
  await sweep(served.opened.db, late)
  await telling(served.opened.db, late)

  expect(await told(served)).toEqual({ chief: ['已超时上提', '新事项待接单'], official: ['超时上提，请接单'] })
})

served('an emergency is told to every level and the police post at once, by text message too', async (served) => {
  const { db } = served.opened
  await as(served, 'chief', { category: '0205', words: '东屋有火苗' })
  await telling(db, '2026-06-03T15:00:00.000Z') // 23:00, in the quiet hours

  expect(Object.keys(await told(served)).sort()).toEqual(['centre', 'gridWorker', 'official', 'township', 'villagePolice'])
  const texts = await db.selectFrom('deliveries').select(['channel', 'nextAt', 'isUrgent', 'body']).execute()
  expect(texts.filter(({ channel }) => channel === 'sms').length).toBeGreaterThanOrEqual(5)
  expect(texts.every(({ nextAt, isUrgent }) => isUrgent && nextAt === '2026-06-03T15:00:00.000Z')).toBe(true)
  expect(texts.some(({ body }) => body.includes('火苗'))).toBe(false)
})

served('violence in the family is told only to the named posts; a complaint only to who may see it; neither to a group', async (served) => {
  const { db } = served.opened
  await db
    .insertInto('robots')
    .values({
      county: served.cast.people.chief.county,
      id: uuid(80),
      channel: 'wecom',
      name: '东镇群',
      place: served.cast.places.eastTown,
      settings: Buffer.from('x'),
      isOn: true,
    })
    .execute()
  await as(served, 'chief', { category: '0107', words: '打人' })
  await served.as('chief').post('/api/matters', report(2, { category: '0507', words: '态度差' }))
  const late = '2026-06-12T01:00:00.000Z'
  await sweep(db, late)
  await telling(db, late)

  const heard = await told(served)
  for (const who of ['chief', 'gridWorker', 'official', 'housing', 'nextChief', 'westTownship'] as const)
    expect(heard[who] ?? [], who).toEqual([])
  expect(heard.villagePolice).toContain('紧急事项')
  expect(await db.selectFrom('deliveries').select('id').where('robotId', 'is not', null).execute()).toEqual([])
})

served('of a late matter the group of its town learns a number and where to look, in the morning', async (served) => {
  const { db } = served.opened
  await db
    .insertInto('robots')
    .values({
      county: served.cast.people.chief.county,
      id: uuid(80),
      channel: 'wecom',
      name: '东镇群',
      place: served.cast.places.eastTown,
      settings: Buffer.from('x'),
      isOn: true,
    })
    .execute()
  await reported(served, 1, { words: '王二家门口的垃圾', contact: { name: '王二', phone: '13900001111' } })
  const night = '2026-06-03T16:30:00.000Z' // 00:30
  await sweep(db, night)
  await telling(db, night)
  const [message, ...more] = await db
    .selectFrom('deliveries')
    .select(['body', 'nextAt', 'channel', 'facts'])
    .where('robotId', 'is not', null)
    .execute()

  expect(more).toEqual([])
  expect(message).toMatchObject({ channel: 'wecom', nextAt: '2026-06-03T23:30:00.000Z' })
  expect(message!.body).toMatch(/^东镇 河湾村委会 第一网格 槐树巷 有事项 20260603-/)
  expect(JSON.stringify(message)).not.toMatch(/王二|1390000|张街长/)
})

served(
  'of what the public may not see a group learns the village, not the lane; and nothing else is kept beside the message',
  async (served) => {
    const { db } = served.opened
    const { county } = served.cast.people.chief
    const robot = { county, channel: 'wecom', name: '东镇群', place: served.cast.places.eastTown, settings: Buffer.from('x'), isOn: true }
    await db
      .insertInto('robots')
      .values({ ...robot, id: uuid(80) })
      .execute()
    await reported(served, 1, { category: '0102', words: '两家为宅基地吵架' })
    const late = '2026-06-09T01:00:00.000Z'
    await sweep(db, late)
    await telling(db, late)

    const [message] = await db.selectFrom('deliveries').select(['body', 'facts']).where('robotId', 'is not', null).execute()
    expect(message!.body).toMatch(/^东镇 河湾村委会 有事项/)
    expect(Object.keys(message!.facts as object).sort()).toEqual(['due', 'link', 'number', 'place'])
    expect(JSON.stringify(message)).not.toMatch(/槐树巷|宅基地|纠纷/)
  },
)

served('where nobody sits the next above is told, and who fills seats hears that it is empty', async (served) => {
  const { db } = served.opened
  await reported(served, 1, {}, 'township')
  await sql`update posts set until = '2026-06-03' where role = 'lane_chief'`.execute(db)
  await telling(db)

  expect(await told(served)).toEqual({ official: ['新事项待接单'], administrator: ['岗位空缺'] })
  expect((await inboxOf(served, 'administrator')).rows[0]!.body).toContain('槐树巷 街巷长没有人')
})

served('residents who left a number hear of the outcome, and the matter itself is not in the message', async (served) => {
  const { db } = served.opened
  await reported(served, 1, { contact: { phone: '13900001111' } })
  await reported(served, 2)
  for (const number of [1, 2]) await done(served, 'chief', uuid(number), { do: 'settle', outcome: '清走了' })
  await telling(db)
  const texts = await db
    .selectFrom('deliveries')
    .select(['matterId', 'reporterId', 'body', 'address'])
    .where('channel', '=', 'sms')
    .execute()

  expect(texts).toEqual([{ matterId: uuid(1), reporterId: uuid(1), body: expect.stringContaining('已办结'), address: null }])
})

served('an applicant hears the decision, whoever orders hears the answer', async (served) => {
  const { db } = served.opened
  await reported(served, 1)
  await done(served, 'chief', uuid(1), { do: 'accept' })
  const file = await done(served, 'chief', uuid(1), { do: 'apply', kind: 'extension', reason: '等配件', days: 2 })
  await telling(db)
  expect(await titlesOf(served, 'official')).toEqual(['有申请等您决定'])
  await done(served, 'official', uuid(1), { do: 'grant', application: file.row.matter.application!.id })
  const ordered = await done(served, 'township', uuid(1), { do: 'order', kind: 'urge', words: '快些', dueBy: '2026-06-04T04:00:00.000Z' })
  await telling(db)
  expect(await titlesOf(served, 'chief')).toEqual(expect.arrayContaining(['申请已同意', '督办、催办']))
  await done(served, 'chief', uuid(1), { do: 'answer', order: ordered.row.matter.orders[0]!.id, words: '明天完' })
  await telling(db)
  expect(await titlesOf(served, 'township')).toEqual(['督办已答复'])
})

served('each thing is told once, though two processes tell at the same time', async (served) => {
  for (let number = 1; number <= 12; number++) await reported(served, number)
  const counts = await Promise.all([telling(served.opened.db), telling(served.opened.db), telling(served.opened.db)])

  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(12)
  expect((await titlesOf(served, 'chief')).length).toBe(12)
})

served('reading one, those of a matter, and all; nobody reads for another', async (served) => {
  for (const number of [1, 2, 3]) await reported(served, number)
  await telling(served.opened.db)
  const { rows } = await inboxOf(served, 'chief')
  await served.as('official').post('/api/notices/read', { ids: rows.map(({ id }) => id) })
  expect((await inboxOf(served, 'chief')).unread).toBe(3)

  const read = async (body: object) => (await served.as('chief').post('/api/notices/read', body)).json()
  expect(await read({ ids: [rows[0]!.id] })).toEqual({ unread: 2 })
  expect(await read({ matter: rows[1]!.matterId })).toEqual({ unread: 1 })
  expect(await read({ all: true })).toEqual({ unread: 0 })
  expect((await served.as('chief').post('/api/notices/read', { ids: [] })).status).toBe(422)
})

served('a stream says at once how many are unread, again when one comes, and ends with the session', async (served) => {
  const reply = await served.as('chief').get('/api/notices/stream')
  expect(reply.headers.get('content-type')).toContain('text/event-stream')
  const reader = reply.body!.getReader()
  const next = async () => new TextDecoder().decode((await reader.read()).value)
  expect(await next()).toContain('{"unread":0}')
  await new Promise((resolve) => setTimeout(resolve, 150)) // the listening connection is made meanwhile
  await reported(served, 1)
  await telling(served.opened.db)
  let said = ''
  while (!said.includes('{"unread":1}')) said += await next()
  await served.opened.live.end()
  while (!(await reader.read()).done);
})

/** An emergency or a restricted report, by somebody of the staff. */
async function as(served: Pick<Served, 'as'>, who: Who, change: object): Promise<void> {
  const reply = await served.as(who).post('/api/matters', report(1, change))
  if (!reply.ok) throw new Error(await reply.text())
}

served('who takes over what somebody worked on who leaves is told of it, and only they', async (served) => {
  const { as, cast, opened } = served
  await as('administrator').post(`/api/people/${cast.people.nobody.id}/posts`, {
    ...{ id: '00000000-0000-4000-8000-000000000070', role: 'lane_chief', place: cast.places.lane, department: null },
  })
  await reported(served, 1)
  await done(served, 'chief', uuid(1), { do: 'accept' })
  await telling(opened.db)
  const [post] = await opened.db.selectFrom('posts').select('id').where('personId', '=', cast.people.chief.id).execute()
  const ended = await as('administrator').post(`/api/people/${cast.people.chief.id}/posts/${post!.id}/end`, {
    successor: cast.people.nobody.id,
  })
  expect(ended.status).toBe(200)
  await telling(opened.db)

  expect(await titlesOf(served, 'nobody')).toContain('事项移交给您')
  expect((await told(served)).official).toBeUndefined()
})

served('who gave an order hears that the matter ended without their answer; who had it already answered does not', async (served) => {
  const dueBy = '2026-06-04T08:00:00.000Z'
  const orderOf = async (n: number) => {
    const { row } = await done(served, 'township', uuid(n), { do: 'order', kind: 'supervise', words: '请说明', dueBy })
    return row.matter.orders[0]!.id
  }
  for (const n of [1, 2, 3]) await reported(served, n)
  await orderOf(1)
  await done(served, 'chief', uuid(1), { do: 'settle', outcome: '清走了' })
  await orderOf(2)
  await done(served, 'chief', uuid(2), { do: 'link', to: uuid(3) })
  await done(served, 'chief', uuid(3), { do: 'answer', order: await orderOf(3), words: '明天清' })
  await done(served, 'chief', uuid(3), { do: 'settle', outcome: '清走了' })
  await telling(served.opened.db)

  const { rows } = await inboxOf(served, 'township')
  const ended = rows.filter(({ title }) => title === '督办的事项有了结果').map(({ matterId }) => matterId)
  expect(ended.sort()).toEqual([uuid(1), uuid(2)])
  expect(rows.filter(({ title }) => title === '督办已答复').map(({ matterId }) => matterId)).toEqual([uuid(3)])
})
