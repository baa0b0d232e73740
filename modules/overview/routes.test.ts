import { expect } from 'vitest'
import type { PlaceFile } from '#modules/places/wire.ts'
import { cast } from '#tests/cast.ts'
import { reported } from '#tests/matter.ts'
import { changed, today } from '#tests/place-change.ts'
import { noon, served, type Who } from '#tests/server.ts'

const { places, people } = cast
const fileOf = async (as: (who: Who) => { get(path: string): Promise<Response> }, who: Who, code: string) =>
  (await (await as(who).get(`/api/places/${code}`)).json()) as PlaceFile

served('a place that is not mine, nor above mine, is not found', async ({ as }) => {
  for (const code of [places.nextLane, places.nextVillage, places.westTown, places.farCounty, '149901999', 'nonsense'])
    expect([code, [404, 422].includes((await as('chief').get(`/api/places/${code}`)).status)]).toEqual([code, true])
})

served('a lane chief sees who sits above, and nothing of what happens elsewhere there', async ({ as }) => {
  await reported({ as }, 1, { place: places.nextLane }, 'nextOfficial')
  const village = await fileOf(as, 'chief', places.village)
  const town = await fileOf(as, 'chief', places.eastTown)

  expect(village.seats.flatMap(({ holders }) => holders.map(({ name }) => name))).toEqual(
    [people.official, people.villagePolice, people.adviser, people.mediator, people.otherMediator, people.mediationHead].map(
      ({ name }) => name,
    ),
  )
  expect(town).toMatchObject({ below: [], place: { open: 0, late: 0, vacancies: 0 } })
})

served('a township sees each village with what is open, late and vacant in it', async ({ as, at }) => {
  await reported({ as }, 1)
  await reported({ as }, 2, { place: places.nextLane }, 'nextOfficial')
  at(new Date(Date.parse(noon) + 60 * 86_400_000).toISOString())
  const { place, below, path } = await fileOf(as, 'township', places.eastTown)

  expect(path.map(({ name }) => name)).toEqual(['测试县', '东镇'])
  expect(place).toMatchObject({ open: 2, late: 2, vacancies: 1, children: 2 })
  expect(below.map(({ code, open, late, vacancies }) => [code, open, late, vacancies])).toEqual([
    [places.village, 1, 1, 1],
    [places.nextVillage, 1, 1, 0],
  ])
})

served('a lane without a chief shows its seat empty', async ({ as }) => {
  const { seats, place } = await fileOf(as, 'official', places.vacantLane)

  expect(seats).toEqual([{ role: 'lane_chief', department: null, holders: [] }])
  expect(place.vacancies).toBe(1)
})

served('a place tells what it was and what it has become, and a lane whether its board has to be replaced', async (it) => {
  const { became } = await changed(it, { kind: 'merge', places: [places.village], into: places.nextVillage })
  const lane = `${places.nextVillage}002001`

  expect(became.map(({ code }) => code)).toEqual([places.nextVillage])
  const old = await fileOf(it.as, 'administrator', places.lane)
  expect(old.history.ended).toEqual({ day: today, heirs: [{ code: lane, level: 'lane', name: '东镇 坡上村委会 第一网格 槐树巷' }] })
  const now = await fileOf(it.as, 'administrator', lane)
  expect(now.history).toEqual({
    ended: null,
    names: [],
    from: [{ code: places.lane, level: 'lane', name: '东镇 河湾村委会 第一网格 槐树巷', day: today }],
  })
  expect(now.board).toEqual({ issued: null, staleSince: today, why: 'place' })
  await changed(it, { kind: 'rename', place: places.nextVillage, name: '新坡村委会' })
  expect((await fileOf(it.as, 'administrator', places.nextVillage)).history.names).toEqual([{ name: '坡上村委会', until: today }])
})
