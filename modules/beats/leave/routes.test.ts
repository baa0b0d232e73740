import { expect } from 'vitest'
import type { County, PostId } from '#modules/kernel/ids.ts'
import type { NoticeView } from '#modules/notices/wire.ts'
import { grant } from '#modules/people/store.server.ts'
import { filing, visit } from '#tests/beat.ts'
import { cast } from '#tests/cast.ts'
import { envelope, uuid } from '#tests/matter.ts'
import { type Served, served, type Who } from '#tests/server.ts'
import type { VillageFile } from '../reply.ts'

const { places, people } = cast

const answer = async (reply: Response | Promise<Response>) => {
  const it = await reply
  return [it.status, ((await it.json()) as { refused?: string }).refused]
}
const leave = (change: object = {}) => ({
  ...{ id: uuid(1), village: places.village, person: people.villagePolice.id },
  ...{ from: '2026-06-04', to: '2026-06-05', substitute: people.nextPolice.id },
  ...change,
})
const enter = ({ as }: Served, who: Who, change: object = {}) => as(who).post('/api/beats/leaves', leave(change))
const village = async ({ as }: Served, who: Who, code: string = places.village) =>
  (await (await as(who).get(`/api/beats/villages/${code}`)).json()) as VillageFile
const also = (it: Served, who: Who, place: keyof typeof places) =>
  grant(
    it.opened.db,
    places.county as string as County,
    people[who].id,
    { id: uuid(70) as PostId, role: 'police_officer', place: places[place], department: null, since: '2026-01-01' },
    null,
  )

served('leave is entered by who answers for the role: the station for officers, the judicial office for advisers', async (it) => {
  for (const who of [
    'official',
    'township',
    'westStation',
    'justice',
    'police',
    'judicial',
    'westJudicial',
    'adviser',
    'villagePolice',
  ] as const)
    expect((await answer(enter(it, who)))[1], who).toMatch(/not_permitted|beat.not_worker/)
  const ofAdviser = { person: people.adviser.id, substitute: people.nextAdviser.id }
  expect(await answer(enter(it, 'station', ofAdviser))).toEqual([409, 'beat.not_worker'])
  expect((await enter(it, 'judicial', ofAdviser)).status).toBe(201)
  expect((await enter(it, 'station', { id: uuid(2) })).status).toBe(201)
  expect(await answer(it.as('judicial').delete(`/api/beats/leaves/${uuid(2)}`))).toEqual([404, 'not_found'])
  expect(await answer(it.as('station').delete(`/api/beats/leaves/${uuid(1)}`))).toEqual([404, 'not_found'])
})

served('who stands in does the same work nearby, and is not away then; leave is entered once', async (it) => {
  expect(await answer(enter(it, 'station', { substitute: people.chief.id }))).toEqual([409, 'beat.not_substitute'])
  expect(await answer(enter(it, 'station', { substitute: people.nextAdviser.id }))).toEqual([409, 'beat.not_substitute'])
  expect(await answer(enter(it, 'station', { person: people.chief.id }))).toEqual([409, 'beat.not_worker'])
  const other = {
    id: uuid(2),
    village: places.nextVillage,
    person: people.nextPolice.id,
    from: '2026-06-05',
    to: '2026-06-09',
    substitute: undefined,
  }
  await enter(it, 'station', other)
  expect(await answer(enter(it, 'station'))).toEqual([409, 'beat.substitute_away'])
  expect((await enter(it, 'station', { substitute: undefined })).status).toBe(201)
  expect(await answer(enter(it, 'station', { id: uuid(3), from: '2026-06-05', to: '2026-06-20', substitute: undefined }))).toEqual([
    409,
    'beat.leave_overlaps',
  ])
})

served('a substitute holds the post for the days of leave, and no longer; the board on the wall stays', async (it) => {
  const work = () => it.as('nextPolice').post(`/api/beats/records/${uuid(7)}/commands`, envelope(filing(visit(), { on: '2026-06-03' })))
  expect((await enter(it, 'station')).status).toBe(201)
  expect((await enter(it, 'station')).status).toBe(201) // the first answer can be lost on the way

  expect(await answer(work())).toEqual([403, 'not_permitted'])
  it.at('2026-06-05T04:00:00.000Z')
  expect((await work()).status).toBe(201)
  expect((await village(it, 'station')).officers).toMatchObject([
    { name: people.nextPolice.name, insteadOf: people.villagePolice.name, awayUntil: null },
    { name: people.villagePolice.name, insteadOf: null, awayUntil: '2026-06-05' },
  ])
  const page = await (await it.app.request(`/p/${places.village}`)).text()
  expect(page).toContain('休假至6月5日，由孔邻警代班')
  expect(page.indexOf(people.nextPolice.name)).toBeLessThan(page.indexOf('休假至'))
  expect(page).not.toContain(`tel:${people.villagePolice.phone}`)
  const print = await (await it.app.request(`/l/${places.lane}/print`)).text()
  expect(print).toContain(people.villagePolice.name)
  expect(print).not.toContain(people.nextPolice.name)
  it.at('2026-06-06T04:00:00.000Z')
  expect((await village(it, 'station')).officers).toMatchObject([{ name: people.villagePolice.name, awayUntil: null }])
})

served('who is away and who stands in are told, once', async (it) => {
  const inbox = async (who: Who) => ((await (await it.as(who).get('/api/notices')).json()) as { rows: NoticeView[] }).rows
  for (const _ of ['once', 'again']) await enter(it, 'station')
  expect(await inbox('villagePolice')).toMatchObject([{ event: 'leave.entered', body: '6月4日至6月5日。由孔邻警代班。' }])
  expect((await inbox('nextPolice')).map(({ body }) => body)).toEqual([
    '6月4日至6月5日，您代张民警管河湾村委会。答应群众还没办的、已安排的进村，请和本人交接。',
  ])
  expect(await inbox('official')).toEqual([])
})

served('an officer with two villages is away from both, and one leave and one substitute stand for both', async (it) => {
  await also(it, 'villagePolice', 'nextVillage')
  await enter(it, 'station')
  for (const code of [places.village, places.nextVillage])
    expect((await village(it, 'station', code)).leaves, code).toMatchObject([{ id: uuid(1), from: '2026-06-04', to: '2026-06-05' }])
  expect((await village(it, 'station')).leaves[0]?.substituteName).toBe(people.nextPolice.name)
  it.at('2026-06-04T04:00:00.000Z')
  // Their own officer is there for good: nobody stands in.
  expect((await village(it, 'station', places.nextVillage)).officers.map(({ name, insteadOf }) => [name, insteadOf])).toEqual([
    [people.nextPolice.name, null],
    [people.villagePolice.name, null],
  ])
  await it.as('station').delete(`/api/beats/leaves/${uuid(1)}`)
  expect((await village(it, 'station')).officers.map(({ name }) => name)).toEqual([people.villagePolice.name])
})

served('leave that is broken off keeps the days that were taken; leave that is over stays', async (it) => {
  await enter(it, 'station', { to: '2026-06-12' })
  it.at('2026-06-08T04:00:00.000Z')
  await it.as('station').delete(`/api/beats/leaves/${uuid(1)}`)
  expect((await village(it, 'station')).leaves).toMatchObject([{ from: '2026-06-04', to: '2026-06-07' }])
  expect((await village(it, 'station')).officers.map(({ name }) => name)).toEqual([people.villagePolice.name])
  it.at('2026-06-20T04:00:00.000Z')
  expect(await answer(it.as('station').delete(`/api/beats/leaves/${uuid(1)}`))).toEqual([409, 'beat.leave_over'])
})
