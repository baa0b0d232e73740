import { expect } from 'vitest'
import { clue, filed, visit } from '#tests/beat.ts'
import { cast } from '#tests/cast.ts'
import { uuid } from '#tests/matter.ts'
import { type Served, served, type Who } from '#tests/server.ts'
import { eightOnes } from './eight.ts'
import type { Burden, Standings } from './reply.ts'

const { places, people } = cast

const answer = async (reply: Response | Promise<Response>) => {
  const it = await reply
  return [it.status, ((await it.json()) as { refused?: string }).refused]
}
const mine = async ({ as }: Served, who: Who) => (await (await as(who).get('/api/duties/mine')).json()) as Standings[]
const of = async ({ as }: Served, who: Who, place: string) => (await (await as(who).get(`/api/duties?place=${place}`)).json()) as Standings
const running = (standings: Standings, code: string) =>
  standings.standings[0]!.states.find(({ duty }) => duty === code)!
    .windows.at(-1)!
    .needs.map(({ asked, reached }) => `${reached}/${asked}`)

served('who may not read a village’s record sees no duties there', async (it) => {
  for (const who of ['nextPolice', 'westStation', 'chief', 'official', 'farPolice', 'nobody', 'auditor'] as const)
    expect(await answer(it.as(who).get(`/api/duties?place=${places.village}`)), who).toEqual([404, 'not_found'])
  expect(await answer(it.as('station').put('/api/duties/settings/day', '{}', 'application/json'))).toEqual([403, 'not_permitted'])
})

served('a change in the record shows at once, and there is no form for a duty', async (it) => {
  expect(running((await mine(it, 'villagePolice'))[0]!, 'day')).toEqual(['0/1'])
  await filed(it, 1, visit())
  await filed(it, 2, visit({ house: '13' }))
  const [standings] = await mine(it, 'villagePolice')

  expect(running(standings!, 'day')).toEqual(['1/1'])
  expect(running(standings!, 'households')).toEqual(['2/5'])
  expect(standings!.evidence.map(({ kind }) => kind).sort()).toEqual(['villageDay', 'visit', 'visit'])
})

served('who reads the duties learns of no door, no clue and no mediation file', async (it) => {
  await filed(it, 1, visit())
  await it.as('villagePolice').post('/api/beats/clues', clue(95))
  await it.as('police').post(`/api/beats/clues/${uuid(95)}/outcome`, { isUseful: true, reason: '属实' })
  for (const who of ['township', 'centre', 'station', 'judicial', 'villagePolice'] as const) {
    const text = JSON.stringify(await of(it, who, places.village))
    expect(text, who).not.toContain(places.lane)
    if (who !== 'villagePolice') expect(text, who).not.toContain(uuid(95))
    expect(text, who).toContain('clue')
  }
})

served('an officer sees their own standing, the station that of each', async (it) => {
  await filed(it, 1, visit())

  expect((await of(it, 'villagePolice', places.village)).standings.map(({ name }) => name)).toEqual(['张民警'])
  expect((await of(it, 'station', places.eastTown)).standings.map(({ name }) => name)).toEqual(['张民警', '孔邻警'])
})

served('an administrator changes what is owed and for which place; it counts from then on', async (it) => {
  const { code: _, ...households } = eightOnes.find(({ code }) => code === 'households')!
  const put = (path: string, body: object) => it.as('administrator').put(path, JSON.stringify(body), 'application/json')
  expect(
    (await put('/api/duties/settings/households', { ...households, isOn: true, needs: [{ ...households.needs[0], atLeast: 3 }] })).status,
  ).toBe(200)
  expect(
    (await put('/api/duties/goals', { duty: 'day', place: places.village, need: 'villageDay', atLeast: 2, from: '2026-06-01' })).status,
  ).toBe(200)
  expect(
    await answer(put('/api/duties/goals', { duty: 'day', place: places.farVillage, need: 'villageDay', atLeast: 2, from: '2026-06-01' })),
  ).toEqual([422, 'place.unknown'])
  await filed(it, 1, visit())
  const standings = await of(it, 'station', places.village)

  expect(running(standings, 'households')).toEqual(['1/3'])
  expect(running(standings, 'day')).toEqual(['1/2'])
  expect(standings.standings[0]?.person).toBe(people.villagePolice.id)
})

served('a list of villages has the same sums, and only the windows that are running', async (it) => {
  await filed(it, 1, visit())
  const whole = await of(it, 'station', places.eastTown)
  const brief = await of(it, 'station', `${places.eastTown}&brief=true`)

  expect(whole.standings[0]!.states.some(({ windows }) => windows.length > 0)).toBe(true)
  expect(brief.standings.flatMap(({ states }) => states.flatMap(({ windows }) => windows)).every(({ isRunning }) => isRunning)).toBe(true)
  expect(brief.standings.map(({ due, met }) => [due, met])).toEqual(whole.standings.map(({ due, met }) => [due, met]))
})

served('leave, who stood in, and whom somebody stands in for are told with the sums', async (it) => {
  const leave = { village: places.village, person: people.villagePolice.id, from: '2026-06-03', to: '2026-06-05' }
  expect((await it.as('station').post('/api/beats/leaves', { ...leave, id: uuid(1), substitute: people.nextPolice.id })).status).toBe(201)
  it.at('2026-06-04T04:00:00.000Z')
  const { standings } = await of(it, 'station', `${places.village}&brief=true`)

  expect(standings.map(({ name, leaves, insteadOf }) => [name, leaves, insteadOf])).toEqual([
    ['张民警', [{ from: '2026-06-03', to: '2026-06-04', substituteName: '孔邻警' }], null],
    ['孔邻警', [], '张民警'],
  ])
  const [whole] = (await of(it, 'station', `${places.village}&from=2026-05-01&to=2026-05-31`)).standings
  expect(whole?.leaves).toEqual([])
})

served('a clue that nobody has answered yet waits, and counts for nothing until then', async (it) => {
  await it.as('villagePolice').post('/api/beats/clues', clue(1))
  const state = async () => (await of(it, 'station', places.village)).standings[0]!.states.find(({ duty }) => duty === 'clue')

  expect((await state())?.waiting).toBe(1)
  await it.as('police').post(`/api/beats/clues/${uuid(1)}/outcome`, { isUseful: true, reason: '属实' })
  expect((await state())?.waiting).toBe(0)
})

served('the burden counts what was sent for each role, and names nobody', async (it) => {
  await filed(it, 1, visit())
  await filed(it, 2, { kind: 'entries', of: 'person', count: 20 })
  expect((await it.anybody.get('/api/duties/burden')).status).toBe(401)
  const reply = await it.as('chief').get('/api/duties/burden?weeks=4')
  const text = await reply.text()
  const { roles, forms, weeks } = JSON.parse(text) as Burden
  const police = roles.find(({ role }) => role === 'police_officer')

  expect([weeks, police?.people]).toEqual([4, 2])
  expect(police?.sent).toEqual([
    { form: 'beat.visit', times: 1 },
    { form: 'beat.entries', times: 1 },
  ])
  expect(forms.find(({ code }) => code === 'beat.visit')?.required).toHaveLength(5)
  expect(text).not.toContain(people.villagePolice.id)
})

served('no window is cut because of the day from which one looks', async (it) => {
  const reply = await it.as('station').get(`/api/duties?place=${places.village}&from=2026-05-13&to=2026-06-03`)
  const { standings } = (await reply.json()) as Standings
  const windows = (code: string) => standings[0]!.states.find(({ duty }) => duty === code)!.windows

  expect(windows('day').map(({ from }) => from)).toEqual(['2026-05-11', '2026-05-18', '2026-05-25', '2026-06-01'])
  expect(windows('meeting').map(({ from, to }) => [from, to])).toEqual([
    ['2026-05-01', '2026-05-31'],
    ['2026-06-01', '2026-06-30'],
  ])
})

served('a goal of a place counts there and is removed again, by administrators alone', async (it) => {
  const goal = { duty: 'households', place: places.village, need: 'visit', atLeast: 2, from: '2026-06-01' }
  const path = `/api/duties/goals/households/${places.village}/visit/2026-06-01`
  const put = (who: Who, body: object = goal) => it.as(who).put('/api/duties/goals', JSON.stringify(body), 'application/json')
  await filed(it, 1, visit())
  for (const who of ['station', 'villagePolice', 'auditor'] as const) expect((await put(who)).status, who).toBe(403)
  expect((await put('administrator')).status).toBe(200)
  expect(running((await mine(it, 'villagePolice'))[0]!, 'households')).toEqual(['1/2'])

  for (const who of ['station', 'villagePolice', 'auditor'] as const) expect((await it.as(who).delete(path)).status, who).toBe(403)
  expect((await it.as('farAdministrator').delete(path)).status).toBe(404)
  expect((await it.as('administrator').delete(path)).status).toBe(200)
  expect((await it.as('administrator').delete(path)).status).toBe(404)
  expect(running((await mine(it, 'villagePolice'))[0]!, 'households')).toEqual(['1/5'])
})

served('a duty that ends before it begins, asks twice for one thing, or is of a place elsewhere is refused', async (it) => {
  const { code: _, ...day } = eightOnes[0]!
  const put = (change: object) =>
    answer(it.as('administrator').put('/api/duties/settings/own', JSON.stringify({ ...day, isOn: true, ...change }), 'application/json'))
  expect(await put({ from: '2026-06-01', until: '2026-05-31' })).toEqual([422, 'invalid'])
  expect(await put({ needs: [...day.needs, ...day.needs] })).toEqual([422, 'invalid'])
  expect(await put({ cutBy: ['leave', 'leave'] })).toEqual([422, 'invalid'])
  expect(await put({ place: places.farVillage })).toEqual([422, 'place.unknown'])
  expect(await put({ place: places.nextVillage })).toEqual([200, undefined])
  const owed = async (who: Who) => (await mine(it, who))[0]!.standings[0]!.states.map(({ duty }) => duty)
  expect(await owed('nextPolice')).toContain('own')
  expect(await owed('villagePolice')).not.toContain('own')
})

served('a bulletin counts for the month; a team is one of patrol or security, and not the mediation committee', async (it) => {
  const standing = async () => (await mine(it, 'villagePolice'))[0]!
  await it.as('villagePolice').post('/api/beats/bulletins', { id: uuid(3), village: places.village, title: '防骗', body: '不要转账' })
  await filed(it, 4, { kind: 'help', team: '调委会', what: '帮忙搬桌子' })
  expect([running(await standing(), 'bulletin'), running(await standing(), 'team')]).toEqual([['1/1'], ['0/1']])
  await filed(it, 5, { kind: 'help', team: '巡逻队', what: '带着走了一圈' })
  await filed(it, 6, { kind: 'help', team: '巡逻队', what: '又走了一圈' })
  expect(running(await standing(), 'team')).toEqual(['1/1'])
  await it.as('villagePolice').post(`/api/beats/bulletins/${uuid(3)}/withdraw`, {})
  expect(running(await standing(), 'bulletin')).toEqual(['0/1'])
})

served('what is looked back at is over, and the last of it counts', async (it) => {
  await filed(it, 1, visit(), { on: '2026-05-20' })
  it.at('2026-07-15T04:00:00.000Z')
  const asked = async (from: string, to: string) => {
    const { standings } = (await (
      await it.as('station').get(`/api/duties?place=${places.village}&from=${from}&to=${to}`)
    ).json()) as Standings
    const { due, met, windows } = standings[0]!.states.find(({ duty }) => duty === 'day')!
    return [due, met, windows.filter(({ isRunning }) => isRunning).length]
  }
  expect(await asked('2026-05-18', '2026-05-24')).toEqual([1, 1, 0])
  expect(await asked('2026-05-18', '2026-05-31')).toEqual([2, 1, 0])
})
