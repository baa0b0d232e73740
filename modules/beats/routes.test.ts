import { expect } from 'vitest'
import { filed, filing, heard, visit } from '#tests/beat.ts'
import { cast } from '#tests/cast.ts'
import { registration } from '#tests/dispute.ts'
import { envelope, reported, uuid } from '#tests/matter.ts'
import { type Served, served, type Who } from '#tests/server.ts'
import type { RecordPage, RecordRow, ReportTable, Unreported, VillageFile, VillageRow } from './reply.ts'

const { places, people } = cast

const answer = async (reply: Response | Promise<Response>) => {
  const it = await reply
  return [it.status, ((await it.json()) as { refused?: string }).refused]
}
const command = ({ as }: Served, who: Who, number: number, of: object) =>
  as(who).post(`/api/beats/records/${uuid(number)}/commands`, envelope(of))
const records = async ({ as }: Served, who: Who) => ((await (await as(who).get('/api/beats/records')).json()) as RecordPage).rows
const village = async ({ as }: Served, who: Who) =>
  (await (await as(who).get(`/api/beats/villages/${places.village}`)).json()) as VillageFile
const matterOf = async (it: Served, number: number) =>
  (await reported(it, number, { source: 'staff' }, 'villagePolice')).row.matter.id as string

served('nobody records work in a village that is not theirs, nor reads it', async (it) => {
  for (const who of ['nextPolice', 'chief', 'official', 'station', 'farPolice', 'nobody'] as const)
    expect((await answer(command(it, who, 1, filing(visit()))))[1], who).toMatch(/not_permitted|place.unknown/)
  await filed(it, 1, visit())

  for (const who of ['nextPolice', 'westStation', 'chief', 'farPolice', 'nobody', 'auditor'] as const) {
    expect(await records(it, who), who).toEqual([])
    expect(await answer(it.as(who).get(`/api/beats/villages/${places.village}`)), who).toEqual([404, 'not_found'])
  }
})

served('bad input is refused by name', async (it) => {
  expect(await answer(command(it, 'villagePolice', 1, filing(visit(), { on: '2026-06-04' })))).toEqual([409, 'beat.day_ahead'])
  expect(await answer(command(it, 'villagePolice', 1, filing(visit(), { on: '2026-05-01' })))).toEqual([409, 'beat.day_past'])
  expect(await answer(command(it, 'villagePolice', 1, filing(visit({ lane: places.nextLane }))))).toEqual([409, 'beat.other_village'])
  expect(await answer(command(it, 'villagePolice', 1, filing(visit({ house: '' }))))).toEqual([422, 'invalid'])
  expect(await answer(command(it, 'villagePolice', 1, filing({ kind: 'entries', of: 'person', count: 0 })))).toEqual([422, 'invalid'])
  expect(await answer(command(it, 'villagePolice', 1, { do: 'void', reason: '写错' }))).toEqual([404, 'not_found'])
})

served('a visit sent twice, and twenty times at once, is one visit', async (it) => {
  const once = envelope(filing(visit()))
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => it.as('villagePolice').post(`/api/beats/records/${uuid(1)}/commands`, once)),
  )

  expect(replies.every(({ ok }) => ok)).toBe(true)
  expect(await records(it, 'villagePolice')).toHaveLength(1)
})

served('what was heard at a door is read by those who work there, not by the desks above', async (it) => {
  await filed(it, 1, visit({ promised: '帮忙联系儿子' }))
  const facts = async (who: Who) => (await records(it, who))[0]?.record.facts

  expect(await facts('station')).toMatchObject({ heard, house: '12' })
  expect(await facts('judicial')).toMatchObject({ heard })
  expect(await facts('adviser')).toMatchObject({ heard })
  expect(await facts('township')).toMatchObject({ heard: '', house: '', promised: '' })
  expect(await facts('centre')).toMatchObject({ heard: '' })
})

served('a planned day is done, or not; a promise is kept; a slip is voided with its reason', async (it) => {
  await filed(it, 1, { kind: 'day', state: 'planned', plan: '走访后街' }, { on: '2026-06-05' })
  expect(await answer(command(it, 'villagePolice', 1, { do: 'finish', state: 'done' }))).toEqual([409, 'beat.day_ahead'])
  it.at('2026-06-05T04:00:00.000Z')
  expect(((await (await command(it, 'villagePolice', 1, { do: 'finish', state: 'done' })).json()) as RecordRow).record.facts).toMatchObject(
    { state: 'done' },
  )
  await filed(it, 2, visit({ promised: '帮忙联系儿子', promisedBy: '2026-06-10' }))
  expect((await village(it, 'villagePolice')).promises).toHaveLength(1)
  await command(it, 'villagePolice', 2, { do: 'keep', on: '2026-06-05' })
  expect((await village(it, 'villagePolice')).promises).toEqual([])
  await command(it, 'villagePolice', 2, { do: 'void', reason: '门牌写错' })
  expect((await village(it, 'villagePolice')).lanes.map(({ visited }) => visited)).toEqual([0, 0])
})

served('only its author changes a record, and only for a week', async (it) => {
  await filed(it, 1, visit())
  expect(await answer(command(it, 'adviser', 1, { do: 'void', reason: '不对' }))).toEqual([404, 'not_found'])
  it.at('2026-06-11T04:00:00.000Z')

  expect(await answer(command(it, 'villagePolice', 1, { do: 'void', reason: '不对' }))).toEqual([409, 'beat.too_late'])
})

served('a dispute comes of a visit in one step: the officer gets the number and does not see the file', async (it) => {
  await filed(it, 1, visit({ purpose: 'dispute' }))
  expect(await answer(command(it, 'villagePolice', 1, { do: 'follow', disputeId: uuid(5) }))).toEqual([404, 'not_found'])
  await it.as('villagePolice').post('/api/disputes', registration(5, { source: 'initiative' }))

  expect(((await (await command(it, 'villagePolice', 1, { do: 'follow', disputeId: uuid(5) })).json()) as RecordRow).record.disputeId).toBe(
    uuid(5),
  )
})

served('a matter comes of what an adviser was asked, though an adviser reads no matters', async (it) => {
  await filed(it, 1, { kind: 'advice', question: '邻居占道', answer: '先找村里', isSolved: false }, {}, 'adviser')
  const report = { commandId: uuid(2000), id: uuid(20), place: places.lane, category: '0401', words: '占道', source: 'staff' }
  expect((await it.as('adviser').post('/api/matters', report)).status).toBe(201)
  const row = (await (await command(it, 'adviser', 1, { do: 'follow', matterId: uuid(20) })).json()) as RecordRow

  expect(row.record.matterId).toBe(uuid(20))
})

served('the station sees its villages, who works there, and which households were seen', async (it) => {
  await filed(it, 1, { kind: 'day', state: 'done' })
  await filed(it, 2, visit())
  await filed(it, 3, visit())
  await filed(it, 4, visit({ house: '13' }))
  const rows = (await (await it.as('station').get('/api/beats/villages')).json()) as VillageRow[]

  expect(rows.map(({ name }) => name)).toEqual(['河湾村委会', '坡上村委会'])
  expect(rows[0]).toMatchObject({
    officers: [{ name: '张民警' }],
    advisers: [{ name: '水律师' }],
    lastDay: '2026-06-03',
    households: 48,
    visited: 2,
  })
  expect((await village(it, 'station')).lanes).toMatchObject([
    { lane: places.lane, visited: 2, households: 24 },
    { visited: 0, lastOn: null },
  ])
})

served('zero is shown only where somebody able to report has done so for every month', async (it) => {
  const report = (who: Who, kind: string, months: readonly string[], count = 0) =>
    it
      .as(who)
      .put(
        '/api/beats/reports',
        JSON.stringify({ kind, rows: months.map((month) => ({ village: places.village, month, count })) }),
        'application/json',
      )
  const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05']
  expect((await village(it, 'station')).zero).toMatchObject({ cases: { state: 'notReported' }, petitions: { state: 'notReported' } })
  for (const [who, kind] of [
    ['township', 'cases'],
    ['station', 'petitions'],
    ['petitions', 'cases'],
    ['westStation', 'cases'],
    ['justice', 'petitions'],
  ] as const)
    expect(await answer(report(who, kind, months)), who).toEqual([409, 'beat.not_reporter'])
  // It is the 3rd of June: there may still come a case this month.
  for (const month of ['2026-06', '2026-07'])
    expect(await answer(report('station', 'cases', ['2026-05', month]))).toEqual([409, 'beat.month_not_over'])
  await report('station', 'cases', months)
  await report('petitions', 'petitions', months.slice(1))

  expect((await village(it, 'station')).zero).toEqual({
    cases: { state: 'zero' },
    petitions: { state: 'notReported', missing: ['2026-01'] },
  })
  await report('station', 'cases', ['2026-03'], 2)
  expect((await village(it, 'station')).zero.cases).toEqual({ state: 'some', count: 2 })
})

served('whoever reports sees how much is still to be reported, and nobody else', async (it) => {
  const unreported = async (who: Who) => (await (await it.as(who).get('/api/beats/unreported')).json()) as Unreported
  const body = { kind: 'cases', rows: [{ village: places.village, month: '2026-05', count: 0 }] }
  expect((await it.as('station').put('/api/beats/reports', JSON.stringify(body), 'application/json')).status).toBe(200)
  const months = ['2026-01', '2026-02', '2026-03', '2026-04']
  const cases = [...months.map((month) => [month, 2]), ['2026-05', 1]]

  expect((await unreported('station')).map(({ month, villages }) => [month, villages])).toEqual(cases)
  expect((await unreported('station')).every(({ kind, town }) => kind === 'cases' && town === places.eastTown)).toBe(true)
  expect((await unreported('petitions')).find(({ town, month }) => town === places.eastTown && month === '2026-05')).toEqual({
    ...{ kind: 'petitions', town: places.eastTown, month: '2026-05', villages: 2 },
  })
  for (const who of ['justice', 'township', 'villagePolice', 'administrator'] as const) expect(await unreported(who), who).toEqual([])
})

served('the desks above see when the officer and when the adviser was last there, and which promises are past their day', async (it) => {
  await filed(it, 1, visit({ promised: '帮忙联系儿子', promisedBy: '2026-06-05' }))
  it.at('2026-06-05T04:00:00.000Z')
  const work = async (who: Who) => ((await (await it.as(who).get('/api/beats/villages')).json()) as VillageRow[])[0]?.work
  const nothing = { lastDay: null, late: 0 }
  expect(await work('station')).toEqual({ officer: { lastDay: '2026-06-03', late: 0 }, adviser: nothing })

  it.at('2026-06-06T04:00:00.000Z')
  expect((await command(it, 'adviser', 2, filing(visit(), { on: '2026-06-06' }))).status).toBe(201)
  expect(await work('judicial')).toEqual({ officer: { lastDay: '2026-06-03', late: 1 }, adviser: { lastDay: '2026-06-06', late: 0 } })
  await command(it, 'villagePolice', 1, { do: 'keep', on: '2026-06-06' })
  expect((await work('station'))?.officer.late).toBe(0)
})

served('a substitute holds the post for the days of leave, and no longer', async (it) => {
  const leave = {
    id: uuid(1),
    village: places.village,
    person: people.villagePolice.id,
    from: '2026-06-04',
    to: '2026-06-05',
    substitute: people.nextPolice.id,
  }
  for (const who of ['official', 'township', 'westStation', 'justice', 'police'] as const)
    expect(await answer(it.as(who).post('/api/beats/leaves', leave)), who).toEqual([403, 'not_permitted'])
  expect(await answer(it.as('station').post('/api/beats/leaves', { ...leave, substitute: people.chief.id }))).toEqual([
    409,
    'beat.not_substitute',
  ])
  expect(await answer(it.as('station').post('/api/beats/leaves', { ...leave, person: people.chief.id }))).toEqual([409, 'beat.not_worker'])
  expect((await it.as('station').post('/api/beats/leaves', leave)).status).toBe(201)
  const work = () => command(it, 'nextPolice', 7, filing(visit(), { on: '2026-06-03' }))

  expect(await answer(work())).toEqual([403, 'not_permitted'])
  it.at('2026-06-05T04:00:00.000Z')
  expect((await work()).status).toBe(201)
  it.at('2026-06-06T04:00:00.000Z')
  expect(await records(it, 'nextPolice')).toEqual([])
})

served("a bulletin hangs on the village's list until its author takes it back", async (it) => {
  const bulletin = { id: uuid(1), village: places.village, title: '谨防冒充客服', body: '近期有人冒充快递客服，请不要转账。' }
  expect(await answer(it.as('nextPolice').post('/api/beats/bulletins', bulletin))).toEqual([403, 'not_permitted'])
  await it.as('villagePolice').post('/api/beats/bulletins', bulletin)
  await it.as('villagePolice').post('/api/beats/bulletins', bulletin)

  expect((await village(it, 'station')).bulletins).toMatchObject([{ title: '谨防冒充客服', byName: '张民警' }])
  expect(await answer(it.as('adviser').post(`/api/beats/bulletins/${uuid(1)}/withdraw`, {}))).toEqual([404, 'not_found'])
  const again = () => it.as('villagePolice').post(`/api/beats/bulletins/${uuid(1)}/withdraw`, {})
  expect([(await again()).status, (await again()).status]).toEqual([200, 200]) // the first answer can be lost on the way
  expect((await village(it, 'station')).bulletins).toEqual([])
})

served('a matter comes of a bulletin: its author sees which, nobody else, and it points there once', async (it) => {
  const bulletin = { id: uuid(1), village: places.village, title: '谨防冒充客服', body: '近期有人冒充快递客服，请不要转账。' }
  await it.as('villagePolice').post('/api/beats/bulletins', bulletin)
  const [mine, other] = [await matterOf(it, 20), await matterOf(it, 21)]
  const follow = (who: Who, matterId: string) => answer(it.as(who).post(`/api/beats/bulletins/${uuid(1)}/follow`, { matterId }))

  expect(await follow('adviser', mine)).toEqual([404, 'not_found'])
  expect(await follow('villagePolice', uuid(99))).toEqual([404, 'not_found'])
  expect(await answer(it.as('villagePolice').post(`/api/beats/bulletins/${uuid(1)}/follow`, {}))).toEqual([409, 'beat.nothing_followed'])
  expect([await follow('villagePolice', mine), await follow('villagePolice', mine)]).toEqual([
    [200, undefined],
    [200, undefined],
  ])
  expect(await follow('villagePolice', other)).toEqual([404, 'not_found'])
  expect((await village(it, 'villagePolice')).bulletins[0]?.matterId).toBe(mine)
  expect((await village(it, 'station')).bulletins[0]?.matterId).toBeNull()
})

served('a contact group is a name, a size and a link, kept by its owner', async (it) => {
  const group = { id: uuid(1), village: places.village, kind: 'wechat', name: '河湾村平安群', size: 210 }
  const put = (who: Who, change: object = {}) =>
    it.as(who).put(`/api/beats/groups/${uuid(1)}`, JSON.stringify({ ...group, ...change }), 'application/json')
  await put('villagePolice')

  expect(await answer(put('adviser', { size: 1 }))).toEqual([409, 'conflict'])
  expect(await answer(put('villagePolice', { seenOn: '2026-06-04' }))).toEqual([409, 'beat.day_ahead'])
  expect((await village(it, 'villagePolice')).groups).toMatchObject([{ name: '河湾村平安群', size: 210, seenOn: '2026-06-03' }])
  expect((await it.as('adviser').delete(`/api/beats/groups/${uuid(1)}`)).status).toBe(404)
  for (const _ of ['once', 'again']) expect((await it.as('villagePolice').delete(`/api/beats/groups/${uuid(1)}`)).status).toBe(200)
  expect((await village(it, 'villagePolice')).groups).toEqual([])
})

served('what was reported is read back as a table by those who report it and those who read the villages', async (it) => {
  const table = async (who: Who) => {
    const reply = await it.as(who).get('/api/beats/reports?kind=cases&year=2026')
    return [reply.status, reply.ok ? ((await reply.json()) as ReportTable) : undefined] as const
  }
  const body = { kind: 'cases', rows: [{ village: places.village, month: '2026-05', count: 0 }] }
  expect((await it.as('station').put('/api/beats/reports', JSON.stringify(body), 'application/json')).status).toBe(200)

  for (const who of ['chief', 'auditor', 'administrator', 'petitions'] as const) expect((await table(who))[0], who).toBe(404)
  expect((await table('station'))[1]).toMatchObject({
    villages: [{ village: places.village }, { village: places.nextVillage }],
    rows: [{ village: places.village, month: '2026-05', count: 0, byName: people.station.name }],
  })
  expect((await table('police'))[1]?.villages).toHaveLength(3)
  expect((await table('westStation'))[1]?.rows).toEqual([])
})
