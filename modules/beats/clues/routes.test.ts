import { expect } from 'vitest'
import type { NoticeView } from '#modules/notices/wire.ts'
import { clue } from '#tests/beat.ts'
import { cast } from '#tests/cast.ts'
import { reported, uuid } from '#tests/matter.ts'
import { type Served, served, type Who } from '#tests/server.ts'
import type { CluePage, Colleague } from '../reply.ts'

const { places, people } = cast

const answer = async (reply: Response | Promise<Response>) => {
  const it = await reply
  return [it.status, ((await it.json()) as { refused?: string }).refused]
}
const asked = async ({ as }: Served, who: Who, query = '') => (await (await as(who).get(`/api/beats/clues${query}`)).json()) as CluePage
const clues = async (it: Served, who: Who) => (await asked(it, who)).rows
const hand = ({ as }: Served, number: number, change: object = {}, who: Who = 'villagePolice') =>
  as(who).post('/api/beats/clues', clue(number, change))
const inbox = async ({ as }: Served, who: Who) => ((await (await as(who).get('/api/notices')).json()) as { rows: NoticeView[] }).rows

served('a clue is read by its author, the unit and those named; who told it by the author alone', async (it) => {
  expect((await it.as('villagePolice').post('/api/beats/clues', clue(1))).status).toBe(201)
  for (const who of ['nextPolice', 'official', 'township', 'centre', 'adviser', 'judicial', 'housing', 'auditor', 'farPolice'] as const)
    expect(await clues(it, who), who).toEqual([])

  expect(await clues(it, 'villagePolice')).toMatchObject([{ words: '夜里有陌生货车卸货', source: '卖早点的王姐' }])
  expect(await clues(it, 'police')).toMatchObject([{ words: '夜里有陌生货车卸货', source: null }])
  expect(await clues(it, 'station')).toMatchObject([{ source: null }])
  expect(await answer(it.as('station').post(`/api/beats/clues/${uuid(1)}/outcome`, { isUseful: true, reason: '属实' }))).toEqual([
    404,
    'not_found',
  ])
  await it.as('police').post(`/api/beats/clues/${uuid(1)}/outcome`, { isUseful: true, reason: '查实，已处理' })
  expect((await clues(it, 'villagePolice'))[0]?.outcome).toMatchObject({ isUseful: true, reason: '查实，已处理' })
  const rows = await it.opened.db.selectFrom('clues').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain('王姐')
})

served('who works for the village can be named, and nobody else', async (it) => {
  const colleagues = (await (
    await it.as('villagePolice').get(`/api/beats/clues/colleagues?village=${places.village}`)
  ).json()) as Colleague[]
  const names = colleagues.map(({ name }) => name)

  for (const who of ['chief', 'gridWorker', 'official', 'adviser', 'station', 'township', 'police', 'centre'] as const)
    expect(names, who).toContain(people[who].name)
  for (const who of [
    'villagePolice',
    'nextChief',
    'nextOfficial',
    'westStation',
    'administrator',
    'auditor',
    'farChief',
    'nobody',
  ] as const)
    expect(names, who).not.toContain(people[who].name)
  for (const who of ['nextPolice', 'official', 'station', 'farPolice'] as const)
    expect(await answer(it.as(who).get(`/api/beats/clues/colleagues?village=${places.village}`)), who).toEqual([404, 'not_found'])
  for (const who of ['nextOfficial', 'farChief', 'nobody'] as const)
    expect(await answer(hand(it, 1, { named: [people[who].id] })), who).toEqual([409, 'beat.not_colleague'])
  expect(await clues(it, 'villagePolice')).toEqual([])
})

served('a clue goes to nobody that is not there, and then it is nowhere', async (it) => {
  for (const unit of ['nonsense', 'to_string'] as const)
    expect(await answer(hand(it, 1, { unit })), unit).toEqual([409, 'matter.nobody_there'])
  await it.opened.db
    .deleteFrom('posts')
    .where('role', 'in', ['station_officer', 'judicial_officer'])
    .where('place', '=', places.eastTown)
    .execute()
  for (const unit of ['station', 'judicial'] as const)
    expect(await answer(hand(it, 1, { unit, named: [] })), unit).toEqual([409, 'matter.nobody_there'])
  expect(await clues(it, 'villagePolice')).toEqual([])
  // A department that there is takes clues for whoever comes to sit in it.
  expect(await answer(hand(it, 1, { unit: 'fire', named: [] }))).toEqual([201, undefined])
})

served('a clue handed on once stays handed on, also where its unit is empty by the time it is sent again', async (it) => {
  expect((await hand(it, 1, { unit: 'station', named: [] })).status).toBe(201)
  await it.opened.db.deleteFrom('posts').where('role', '=', 'station_officer').execute()
  expect((await hand(it, 1, { unit: 'station', named: [] })).status).toBe(201)
})

const offices = [
  ['station', 'station', 'westStation', 'judicial', 'villagePolice'],
  ['judicial', 'judicial', 'westJudicial', 'station', 'adviser'],
] as const
for (const [unit, its, next, other, by] of offices)
  served(`the ${unit} of the village's town reads and answers what came to it, and no other office does`, async (it) => {
    expect((await hand(it, 1, { unit, named: [] }, by)).status).toBe(201)
    const outcome = (who: Who) => answer(it.as(who).post(`/api/beats/clues/${uuid(1)}/outcome`, { isUseful: true, reason: '查实' }))
    for (const who of [next, other, 'police', 'justice', 'township', 'farPolice', by] as const) {
      if (who !== by) expect(await clues(it, who), who).toEqual([])
      expect(await inbox(it, who), who).toEqual([])
      expect(await outcome(who), who).toEqual([404, 'not_found'])
    }
    expect(await inbox(it, its)).toMatchObject([{ event: 'clue.handed' }])
    expect(await clues(it, its)).toMatchObject([{ unit, source: null, outcome: null }])
    expect(await outcome(its)).toEqual([200, undefined])
    expect(await outcome(its)).toEqual([404, 'not_found'])
    expect((await clues(it, by))[0]).toMatchObject({ outcome: { isUseful: true, by: people[its].id } })
    expect(await inbox(it, by)).toMatchObject([{ event: 'clue.judged' }])
  })

served(
  'unit and named are told that there is a clue, once, in the app alone, and nothing of it; the author when it is answered',
  async (it) => {
    const given = async (who: Who) => ((await (await it.as(who).get('/api/beats/clues/given')).json()) as { count: number }).count
    for (const _ of ['once', 'again']) expect((await hand(it, 1, { named: [people.official.id] })).status).toBe(201)

    for (const who of ['police', 'official'] as const) {
      expect(await inbox(it, who), who).toMatchObject([{ event: who === 'police' ? 'clue.handed' : 'clue.named', matterId: null }])
      expect(JSON.stringify(await inbox(it, who))).not.toMatch(/货车|王姐/)
      expect(await given(who)).toBe(1)
    }
    expect(await clues(it, 'official')).toMatchObject([{ source: null, named: [{ name: people.official.name }] }])
    for (const who of ['villagePolice', 'station', 'adviser', 'nextOfficial'] as const)
      expect([await inbox(it, who), await given(who)]).toEqual([[], 0])
    expect(await it.opened.db.selectFrom('deliveries').select('id').where('event', 'like', 'clue%').execute()).toEqual([])

    await it.as('police').post(`/api/beats/clues/${uuid(1)}/outcome`, { isUseful: false, reason: '是送货的' })
    expect(await inbox(it, 'villagePolice')).toMatchObject([{ event: 'clue.judged' }])
  },
)

served('a matter comes of a clue: only its author points at it', async (it) => {
  await hand(it, 1)
  const matterId = (await reported(it, 20, { source: 'staff' }, 'villagePolice')).row.matter.id
  const follow = (who: Who) => answer(it.as(who).post(`/api/beats/clues/${uuid(1)}/follow`, { matterId }))

  for (const who of ['police', 'station', 'official'] as const) expect(await follow(who), who).toEqual([404, 'not_found'])
  expect(await follow('villagePolice')).toEqual([200, undefined])
  expect((await clues(it, 'villagePolice'))[0]).toMatchObject({ matterId, disputeId: null })
})

const day = (number: number) => `2026-05-${number + 20}`
/** The days of everything that is asked for, page by page, and how many pages that took. */
async function paged(it: Served, who: Who, query: string) {
  const days: string[] = []
  let [after, pages] = ['', 0]
  do {
    const { rows, next } = await asked(it, who, `?limit=2&${query}${after && `&after=${after}`}`)
    days.push(...rows.map(({ on }) => on))
    ;[after, pages] = [next ?? '', pages + 1]
  } while (after)
  return { days, pages }
}

served('a page that somebody made up is refused', async (it) => {
  for (const query of ['after=x', `after=2026-02-30~${uuid(1)}`, `after=${day(1)}~1`, 'which=all', 'of=theirs', 'limit=0', 'limit=101'])
    expect(await answer(it.as('police').get(`/api/beats/clues?${query}`)), query).toEqual([422, 'invalid'])
})

served('every clue is reached page by page: what waits the oldest first, all else the newest first', async (it) => {
  for (const number of [3, 1, 5, 2, 4]) await hand(it, number, { on: day(number) })
  expect(await answer(hand(it, 7, { on: day(3), village: places.nextVillage, named: [] }, 'nextPolice'))).toEqual([201, undefined])
  for (const number of [2, 4]) await it.as('police').post(`/api/beats/clues/${uuid(number)}/outcome`, { isUseful: true, reason: '属实' })

  expect(await paged(it, 'police', '')).toEqual({ days: [5, 4, 3, 3, 2, 1].map(day), pages: 3 })
  expect(await paged(it, 'police', 'which=waiting')).toEqual({ days: [1, 3, 3, 5].map(day), pages: 2 })
  expect(await paged(it, 'police', 'which=answered')).toEqual({ days: [4, 2].map(day), pages: 1 })
  expect(await paged(it, 'villagePolice', 'of=mine')).toEqual({ days: [5, 4, 3, 2, 1].map(day), pages: 3 })
  expect(await paged(it, 'villagePolice', 'of=given')).toEqual({ days: [], pages: 1 })
  expect(await paged(it, 'station', 'of=given&which=waiting')).toEqual({ days: [1, 3, 5].map(day), pages: 2 })
})

served('the first page says how many wait, and each page that shows something is recorded', async (it) => {
  for (const number of [1, 2, 3]) await hand(it, number, { on: day(number) })
  await it.as('police').post(`/api/beats/clues/${uuid(2)}/outcome`, { isUseful: false, reason: '是送货的' })
  const { next, waiting } = await asked(it, 'police', '?which=answered&limit=1')
  expect([next, waiting]).toEqual([null, 2])
  expect((await asked(it, 'police', '?of=mine')).waiting).toBe(0)
  const first = await asked(it, 'police', '?limit=2')
  expect(await asked(it, 'police', `?limit=2&after=${first.next}`)).toMatchObject({ rows: [{ on: day(1) }], next: null, waiting: null })
  const lines = await it.opened.db.selectFrom('audit').select('facts').where('action', '=', 'clues.opened').orderBy('at').execute()
  const opened = lines.map(({ facts }) => facts as { rows: number; ids: string[] })
  expect(opened.map(({ rows, ids }) => [rows, ids.length])).toEqual([
    [1, 1],
    [2, 2],
    [1, 1],
  ])
  expect(opened[0]?.ids).toEqual([uuid(2)])
})
