import { expect } from 'vitest'
import { filed, filing, heard, visit } from '#tests/beat.ts'
import { cast } from '#tests/cast.ts'
import { registration } from '#tests/dispute.ts'
import { envelope, reported, uuid } from '#tests/matter.ts'
import { type Served, served, type Who } from '#tests/server.ts'
import type { RecordPage, RecordRow, VillageFile, VillageRow } from './reply.ts'

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
  await filed(it, 2, { kind: 'day', state: 'planned', plan: '去后街 12 号' }, { on: '2026-06-05' })
  await command(it, 'villagePolice', 1, { do: 'void', reason: '不是 12 号' })
  expect(JSON.stringify(await records(it, 'township'))).not.toMatch(/12 号|儿子/)
  expect((await records(it, 'township')).map(({ record }) => record.voided)).toEqual([null, ''])
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

served('what was done on the last day is filed when the signal is back, and nothing of the days after', async (it) => {
  const end = it.opened.db
    .updateTable('posts')
    .set({ until: '2026-06-03' as never })
    .where('personId', '=', people.villagePolice.id)
  await end.execute()
  const late = (number: number, on: string) => answer(command(it, 'villagePolice', number, filing(visit(), { on })))

  expect(await late(1, '2026-06-03')).toEqual([403, 'not_permitted'])
  expect(await late(2, '2026-06-02')).toEqual([201, undefined])
})

served('whoever takes a village over keeps what was promised there before; nobody else does', async (it) => {
  await filed(it, 1, visit({ promised: '帮忙联系儿子' }))
  for (const who of ['station', 'nextPolice', 'official'] as const)
    expect(await answer(command(it, who, 1, { do: 'keep', on: '2026-06-03' })), who).toEqual([404, 'not_found'])
  expect((await command(it, 'adviser', 1, { do: 'keep', on: '2026-06-03' })).ok).toBe(true)
  expect((await village(it, 'villagePolice')).promises).toEqual([])
})

served('a promise that was kept stays kept when the visit is put right; a plan of long ago is not done today', async (it) => {
  await filed(it, 1, visit({ promised: '帮忙联系儿子' }))
  await command(it, 'villagePolice', 1, { do: 'keep', on: '2026-06-03' })
  await command(it, 'villagePolice', 1, { do: 'amend', on: '2026-06-03', facts: visit({ promised: '帮忙联系儿子', house: '13' }) })
  expect((await village(it, 'villagePolice')).promises).toEqual([])
  await filed(it, 2, { kind: 'day', state: 'planned' }, { on: '2026-06-04' })
  it.at('2026-08-04T04:00:00.000Z')
  expect(await answer(command(it, 'villagePolice', 2, { do: 'finish', state: 'done' }))).toEqual([409, 'beat.day_past'])
  expect((await command(it, 'villagePolice', 2, { do: 'finish', state: 'cancelled' })).ok).toBe(true)
})

served('a door is one door however it is written, and no door is no household', async (it) => {
  for (const [number, house] of ['12', '12 号', '１２', '012'].entries()) await filed(it, number + 1, visit({ house }))
  expect((await village(it, 'villagePolice')).lanes[0]?.visited).toBe(1)
  for (const house of ['王老汉家', 'abc', '99999'])
    expect(await answer(command(it, 'villagePolice', 9, filing(visit({ house })))), house).toEqual([422, 'invalid'])
})

served('an adviser makes no entries; what is solved says how', async (it) => {
  expect(await answer(command(it, 'adviser', 1, filing({ kind: 'entries', of: 'person', count: 3 })))).toEqual([409, 'beat.officers_only'])
  const advice = (isSolved: boolean) => filing({ kind: 'advice', question: '欠条', answer: '', isSolved })
  expect(await answer(command(it, 'adviser', 1, advice(true)))).toEqual([409, 'beat.no_answer'])
  expect((await command(it, 'adviser', 1, advice(false))).status).toBe(201)
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
