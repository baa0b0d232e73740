/** What counts is read from the database for as long as it is owed, wherever the seat is, and as it was on the day that is looked at. */
import { sql } from 'kysely'
import { expect } from 'vitest'
import { keptOf } from '#modules/beats/dossier/store.server.ts'
import type { County, Day, Instant, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import { filed, visit } from '#tests/beat.ts'
import { cast } from '#tests/cast.ts'
import { registered } from '#tests/dispute.ts'
import { done, reported, uuid } from '#tests/matter.ts'
import { type Served, served } from '#tests/server.ts'
import type { Duty } from './duty.ts'
import { eightOnes } from './eight.ts'
import { evidenceOf } from './evidence-store.server.ts'
import { standingsOf } from './standing.server.ts'
import { dutiesOf, putDuty } from './store.server.ts'

const { places, people } = cast
const county = '149901' as County
const now = '2026-06-03T04:00:00.000Z' as Instant
const own = (change: Partial<Duty>): Duty => ({ ...eightOnes[0]!, code: 'own', ...change })
const need = (kind: Duty['needs'][number]['kind'], atLeast = 1) => ({ kind, atLeast, onlyGood: false, distinct: false })

/** How one duty stands for somebody, seen from some days. */
async function stateOf(
  { opened: { db } }: Served,
  duty: Duty,
  person: PersonId,
  range: { from: Day; to: Day },
  place: PlaceCode = places.county,
) {
  await putDuty(db, county, { ...duty, isOn: true }, 9)
  const { standings } = await standingsOf(db, county, place, { ...range, now, person })
  return standings[0]?.states.find((state) => state.duty === duty.code)
}
const solved = async ({ opened: { db } }: Served, from: Day, to: Day) =>
  (await evidenceOf(db, county, places.village, from, to))
    .filter(({ kind }) => kind === 'solved')
    .map(({ on, by, isGood }) => ({ on, by, isGood }))
const june = { from: '2026-06-01', to: '2026-06-03' }

served('a matter of category 01 counts for whoever settled it, on the day it was settled', async (it) => {
  for (const [number, category] of [
    [1, '0101'],
    [2, '0401'],
  ] as const) {
    await reported(it, number, { category })
    await done(it, 'chief', uuid(number), { do: 'accept' })
  }
  it.at('2026-06-03T17:00:00.000Z') // past midnight in the county
  expect(await solved(it, '2026-06-01', '2026-06-30')).toEqual([])
  for (const number of [1, 2]) await done(it, 'chief', uuid(number), { do: 'settle', outcome: '两家说好了' })

  expect(await solved(it, '2026-06-04', '2026-06-04')).toEqual([{ on: '2026-06-04', by: people.chief.id, isGood: true }])
  expect(await solved(it, '2026-06-03', '2026-06-03')).toEqual([])
})

served('a dispute counts on the day it ended, for whoever registered it and whoever had come across it long before', async (it) => {
  const { db } = it.opened
  const { id } = (await registered(it, 1)) as unknown as { id: string }
  await filed(it, 2, visit(), { on: '2026-05-10' })
  await sql`update beat_records set dispute_id = ${id} where id = ${uuid(2)}`.execute(db)
  await sql`update disputes set status = 'performing', ended_on = '2026-06-20' where id = ${id}`.execute(db)
  expect(await solved(it, '2026-06-01', '2026-06-30')).toEqual([])
  await sql`update disputes set file = jsonb_set(file, '{agreement}', '{"effectiveOn": "2026-06-20"}') where id = ${id}`.execute(db)

  const by = (await solved(it, '2026-06-20', '2026-06-20')).map((each) => each.by)
  expect(by.sort()).toEqual([people.mediator.id, people.villagePolice.id].sort())
  expect(await solved(it, '2026-05-01', '2026-06-19')).toEqual([])
  await sql`update beat_records set voided = 'x' where id = ${uuid(2)}`.execute(db)
  expect((await solved(it, '2026-06-20', '2026-06-20')).map((each) => each.by)).toEqual([people.mediator.id])
})

served('what is owed once is met by what was done long before the days that are looked at', async (it) => {
  await filed(it, 1, visit(), { on: '2026-05-10' })
  const once = own({ window: 'once', needs: [need('visit')] })
  for (const range of [june, { from: '2026-01-01', to: '2026-06-03' }])
    expect((await stateOf(it, once, people.villagePolice.id, range))?.windows).toMatchObject([{ from: '2025-01-01', isMet: true }])
  const standing = own({ window: 'standing', needs: [need('visit')] })
  expect((await stateOf(it, standing, people.villagePolice.id, june))?.windows).toMatchObject([{ from: '2025-01-01', isMet: true }])
})

served('a seat at a town counts the villages in it, one at a grid what its holder did in the village', async (it) => {
  await filed(it, 1, { kind: 'meeting', about: '防骗', attended: 20 })
  const town = own({ role: 'station_officer', by: 'anybody', window: 'week', needs: [need('meeting')] })
  expect((await stateOf(it, town, people.station.id, june))?.windows.at(-1)).toMatchObject({ isMet: true })
  expect((await stateOf(it, town, people.westStation.id, june))?.windows.at(-1)).toMatchObject({ isMet: false })
  const grid = own({ role: 'grid_worker', window: 'week', needs: [need('meeting')] })
  expect((await stateOf(it, grid, people.gridWorker.id, june))?.windows.at(-1)).toMatchObject({ isMet: false })
  await sql`update beat_records set by_person = ${people.gridWorker.id} where id = ${uuid(1)}`.execute(it.opened.db)
  expect((await stateOf(it, grid, people.gridWorker.id, june))?.windows.at(-1)).toMatchObject({ isMet: true })
  expect((await stateOf(it, grid, people.nextGridWorker.id, june))?.windows.at(-1)).toMatchObject({ isMet: false })
})

served('a village’s file on an earlier day is not made whole by what was first seen later', async (it) => {
  await filed(it, 1, visit())
  await filed(it, 2, { kind: 'meeting', about: '防骗', attended: 20 })
  await it.as('villagePolice').post('/api/beats/bulletins', { id: uuid(3), village: places.village, title: '通报', body: '锁好门' })
  const put = (path: string, body: object) => it.as('villagePolice').put(`/api/beats${path}`, JSON.stringify(body), 'application/json')
  await put(`/facilities/${uuid(4)}`, { village: places.village, kind: 'camera', spot: '村口', count: 2, works: true })
  await put(`/groups/${uuid(5)}`, {
    id: uuid(5),
    village: places.village,
    kind: 'wechat',
    name: '平安群',
    size: 40,
    lastNoticeOn: '2026-06-01',
  })
  const whole = async (to: Day) =>
    (await stateOf(it, eightOnes.find(({ code }) => code === 'dossier')!, people.villagePolice.id, { from: '2026-05-01', to }))!.windows[0]!
      .isMet

  expect([await whole('2026-06-03'), await whole('2026-06-02'), await whole('2026-05-31')]).toEqual([true, false, false])
  expect((await keptOf(it.opened.db, county, places.village, '2026-01-01', '2026-06-02')).get(places.village)).toEqual({
    ...{ facilities: { count: 0, seenOn: null }, groups: { count: 0, seenOn: null, noticeOn: null } },
    ...{ visits: null, meetings: null, bulletins: null },
  })
})

served('a row from before there were places and seats is read as it was meant', async (it) => {
  const { db } = it.opened
  await sql`update duties set settings = (settings - 'by' - 'place')
    || jsonb_build_object('byAnybody', settings ->> 'by' = 'anybody') where county = ${county}`.execute(db)
  expect((await dutiesOf(db, county)).map(({ isOn: _, ...duty }) => duty)).toEqual(eightOnes)
})

served('a bulletin of the substitute counts for whoever is away too', async (it) => {
  const leave = { id: uuid(1), village: places.village, person: people.villagePolice.id, from: '2026-06-03', to: '2026-06-05' }
  await it.as('station').post('/api/beats/leaves', { ...leave, substitute: people.nextPolice.id })
  await it.as('nextPolice').post('/api/beats/bulletins', { id: uuid(3), village: places.village, title: '通报', body: '锁好门' })
  const bulletin = eightOnes.find(({ code }) => code === 'bulletin')!
  expect((await stateOf(it, bulletin, people.villagePolice.id, june, places.village))?.windows.at(-1)).toMatchObject({ isMet: true })
})

served('a question is the officer’s alone for a week, and what was typed late is late', async (it) => {
  for (let day = 20; day < 26; day++) await filed(it, day, { kind: 'entries', of: 'person', count: 20 }, { on: `2026-05-${day}` })
  const asked = async (at: Instant, reader: PersonId) => {
    const { standings } = await standingsOf(it.opened.db, county, places.village, {
      from: '2026-05-01',
      to: at.slice(0, 10),
      now: at,
      reader,
    })
    return standings[0]!.questions.map(({ code }) => code)
  }
  const [officer, station] = [people.villagePolice.id, people.station.id]
  // Made in May, and written down on 3 June.
  expect([await asked(now, officer), await asked(now, station)]).toEqual([['roundNumbers'], []])
  expect(await asked('2026-06-09T04:00:00.000Z' as Instant, station)).toEqual([])
  expect(await asked('2026-06-10T04:00:00.000Z' as Instant, station)).toEqual(['roundNumbers'])
})
