import { expect } from 'vitest'
import { clue, filed, filing, visit } from '#tests/beat.ts'
import { cast } from '#tests/cast.ts'
import { envelope, uuid } from '#tests/matter.ts'
import { changed } from '#tests/place-change.ts'
import { type Served, served, type Who } from '#tests/server.ts'
import type { Dossier } from './dossier/dossier.ts'
import type { RecordPage, RecordRow, VillageFile } from './reply.ts'

const { places } = cast
const merge = { kind: 'merge', places: [places.village], into: places.nextVillage } as const

const file = async ({ as }: Served, who: Who) =>
  (await (await as(who).get(`/api/beats/villages/${places.nextVillage}`)).json()) as VillageFile
const send = ({ as }: Served, number: number, command: object) =>
  as('villagePolice').post(`/api/beats/records/${uuid(number)}/commands`, envelope(command))
const put = ({ as }: Served, who: Who, path: string, body: object) =>
  as(who).put(`/api/beats${path}`, JSON.stringify(body), 'application/json')

served('a year of work goes along with a village that is merged into another', async (it) => {
  await filed(it, 1, visit({ promised: '帮忙联系儿子' }))
  await filed(it, 2, { kind: 'day', state: 'planned', plan: '走访后街' }, { on: '2026-06-05' })
  await put(it, 'villagePolice', `/groups/${uuid(3)}`, {
    id: uuid(3),
    village: places.village,
    kind: 'wechat',
    name: '河湾村平安群',
    size: 40,
  })
  await put(it, 'villagePolice', `/facilities/${uuid(4)}`, { village: places.village, kind: 'camera', spot: '村口', count: 2, works: true })
  await it.as('villagePolice').post('/api/beats/bulletins', { id: uuid(5), village: places.village, title: '防骗', body: '不要转账' })
  await it.as('villagePolice').post('/api/beats/clues', clue(6))
  const report = (village: string, count: number) =>
    put(it, 'station', '/reports', { kind: 'cases', rows: [{ village, month: '2026-05', count }] })
  await report(places.village, 2)
  await report(places.nextVillage, 1)
  await changed(it, merge)

  const now = await file(it, 'nextPolice')
  expect(now.promises).toMatchObject([{ record: { village: places.nextVillage, facts: { promised: '帮忙联系儿子', house: '12' } } }])
  expect(now.groups.map(({ name }) => name)).toEqual(['河湾村平安群'])
  expect(now.bulletins.map(({ title }) => title)).toEqual(['防骗'])
  expect(now.zero.cases).toEqual({ state: 'some', count: 3 })
  expect(now.lanes.reduce((sum, { visited }) => sum + visited, 0)).toBe(1)
  const dossier = (await (await it.as('station').get(`/api/beats/villages/${places.nextVillage}/dossier`)).json()) as Dossier
  expect(dossier.parts.find(({ code }) => code === 'facilities')?.lines).toHaveLength(1)
  const { rows } = (await (await it.as('villagePolice').get('/api/beats/records')).json()) as RecordPage
  expect(rows.map(({ record }) => record.village)).toEqual([places.nextVillage, places.nextVillage])
  // The work goes on: the promise is kept, the planned day is done.
  expect((await send(it, 1, { do: 'keep', on: '2026-06-03' })).ok).toBe(true)
  const old = await it.app.request(`/p/${places.village}/bulletins/${uuid(5)}`)
  expect(old.headers.get('location')).toBe(`/p/${places.nextVillage}/bulletins/${uuid(5)}`)
})

served('a visit that waited for signal while its village was merged arrives in what it has become', async (it) => {
  await changed(it, merge)
  const reply = await send(it, 1, filing(visit()))

  expect(reply.status).toBe(201)
  const { record } = (await reply.json()) as RecordRow
  expect(record.village).toBe(places.nextVillage)
  expect((await file(it, 'nextPolice')).lanes.map(({ lane, visited }) => [lane.slice(0, 12), visited])).toContainEqual([
    places.nextVillage,
    1,
  ])
})
