import { expect } from 'vitest'
import { cast } from '#tests/cast.ts'
import { type Served, served, type Who } from '#tests/server.ts'
import type { CommitteeChange, CommitteeView } from './wire.ts'

const { people, places } = cast
const path = `/api/committees/${places.village}`
const noted: CommitteeChange = {
  electedOn: '2025-03-10',
  members: [
    { id: people.mediationHead.id, isWoman: false, electedOn: null },
    { id: people.mediator.id, isWoman: true, electedOn: '2026-01-15' },
  ],
}

const put = ({ as }: Served, who: Who, body: unknown = noted, to = path) => as(who).put(to, JSON.stringify(body), 'application/json')
const refusedOf = async (reply: Response) => ((await reply.json()) as { refused: string }).refused

served('nobody but the head and the offices of justice changes a register', async (it) => {
  for (const who of [
    'mediator',
    'official',
    'township',
    'centre',
    'nextHead',
    'nextMediator',
    'westJudicial',
    'farJudicial',
    'housing',
    'auditor',
  ] as const) {
    const reply = await put(it, who)
    expect([who, reply.status]).toEqual([who, ['nextHead', 'nextMediator', 'westJudicial', 'farJudicial'].includes(who) ? 404 : 409])
  }
  expect(await it.opened.db.selectFrom('committees').selectAll().execute()).toEqual([])
})

served('who does not sit on the committee is not noted as a member', async (it) => {
  const stranger = { ...noted, members: [{ id: people.official.id, isWoman: true, electedOn: null }] }

  expect(await refusedOf(await put(it, 'mediationHead', stranger))).toBe('committee.not_member')
})

served('an election is not noted before it was held, nor a by-election before the committee’s own', async (it) => {
  expect(await refusedOf(await put(it, 'mediationHead', { ...noted, electedOn: '2026-06-04' }))).toBe('committee.day_ahead')
  expect(await refusedOf(await put(it, 'mediationHead', { ...noted, electedOn: '2026-02-01' }))).toBe('committee.by_election')
})

served('what is no committee is not found', async ({ as }) => {
  for (const place of [places.lane, places.county, '149901100299'])
    expect((await as('judicial').get(`/api/committees/${place}`)).status).toBe(404)
})

served('a committee says what the law finds wrong with it, until it is put right', async (it) => {
  const before = (await (await it.as('mediator').get(path)).json()) as CommitteeView
  expect(before).toMatchObject({ name: '东镇 河湾村委会', electedOn: null, canKeep: false, problems: [{ code: 'no_woman', unnoted: 3 }] })

  const after = (await (await put(it, 'judicial')).json()) as CommitteeView
  expect(after).toMatchObject({ electedOn: '2025-03-10', canKeep: true, problems: [] })
  expect(after.members.map(({ id, role, isWoman, electedOn, termEnds }) => [id, role, isWoman, electedOn, termEnds])).toEqual([
    [people.mediationHead.id, 'mediation_head', false, '2025-03-10', '2028-03-10'],
    [people.mediator.id, 'mediator', true, '2026-01-15', '2029-01-15'],
    [people.otherMediator.id, 'mediator', null, '2025-03-10', '2028-03-10'],
  ])
})

served('a change is recorded for the auditor', async (it) => {
  await put(it, 'mediationHead')
  const trail = await (await it.as('auditor').get('/api/audit')).text()

  expect(trail).toContain('committee.changed')
})

served('the office of justice finds the committees of its town with the town’s own, the county’s all of them', async ({ as }) => {
  const listed = async (who: Who, query = '') =>
    ((await (await as(who).get(`/api/committees${query}`)).json()) as CommitteeView[]).map(({ place }) => place)

  expect(await listed('judicial')).toEqual([places.eastTown, places.village, places.nextVillage])
  expect(await listed('mediator')).toEqual([places.village])
  expect(await listed('justice')).toEqual([places.eastTown, places.village, places.nextVillage, places.westTown, places.westVillage])
  expect(await listed('justice', `?place=${places.westTown}`)).toEqual([places.westTown, places.westVillage])
  expect(await listed('chief')).toEqual([])
})
