import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Plan } from '#modules/places/change.ts'
import { changePlaces } from '#server/followers.ts'
import { cast } from '#tests/cast.ts'
import { done, envelope, reported, uuid } from '#tests/matter.ts'
import { changed } from '#tests/place-change.ts'
import { noon, type Served, served } from '#tests/server.ts'
import { sweep } from '../jobs.server.ts'
import type { MatterFile } from '../reply.ts'

const { places } = cast
const move: Plan = { kind: 'move', place: places.village, parent: places.westTown }
const merge: Plan = { kind: 'merge', places: [places.village], into: places.nextVillage }
const fileOf = async ({ as }: Served, number: number, who: 'chief' | 'nextOfficial' | 'westTownship' | 'township') =>
  as(who).get(`/api/matters/${uuid(number)}`)
const rows = ({ opened: { db } }: Served) => db.selectFrom('matters').selectAll().orderBy('id').execute()

/** One waiting, one in hand, one settled, one closed, all on the chief's lane. */
async function four(it: Served) {
  for (const number of [1, 2, 3, 4]) await reported(it, number)
  await done(it, 'chief', uuid(2), { do: 'accept' })
  for (const number of [3, 4]) await done(it, 'chief', uuid(number), { do: 'settle', outcome: '清走了' })
  await done(it, 'gridWorker', uuid(4), { do: 'verify' })
}

served('open work moves with its place and its people: the promises stay, and the clock has nothing to do afterwards', async (it) => {
  await four(it)
  const before = await rows(it)
  const change = await changed(it, move)
  const lane = `${change.became[0]!.code}001001`
  const after = await rows(it)

  expect(change.sums).toMatchObject({ matters: 2 })
  for (const index of [0, 1, 2]) {
    const { place, holderPlace, version, movedVersion, ...rest } = before[index]!
    expect(after[index]).toEqual({ ...rest, movedVersion, place: lane, holderPlace: lane, version: version + 1 })
    expect([place, holderPlace]).toEqual([places.lane, places.lane])
  }
  expect(after[3]).toEqual(before[3])
  expect(await sweep(it.opened.db, noon)).toBe(0)
  await done(it, 'chief', uuid(2), { do: 'settle', outcome: '清走了' })
})

served('nothing is open at a place that has ended, whatever happens there meanwhile', async (it) => {
  await four(it)
  await changed(it, { kind: 'abolish', place: places.village, successor: places.nextVillage })
  // A report that was just being filed when the place ended.
  await sql`update matters set place = ${places.lane} where id = ${uuid(1)}`.execute(it.opened.db)
  await changePlaces(it.opened.db, noon)
  const left = await it.opened.db
    .selectFrom('matters')
    .innerJoin('places', (join) => join.onRef('places.county', '=', 'matters.county').onRef('places.code', '=', 'matters.place'))
    .select('matters.id')
    .where('matters.lateAt', 'is not', null)
    .where('places.until', 'is not', null)
    .execute()

  expect(left).toEqual([])
  expect((await rows(it)).map(({ holderRole, status }) => [holderRole, status])).toEqual([
    ['village_official', 'waiting'],
    ['village_official', 'waiting'],
    ['village_official', 'settled'],
    ['lane_chief', 'closed'],
  ])
})

served('who holds what took over reads the history under its old name, and is not told who reported it', async (it) => {
  await four(it)
  expect((await fileOf(it, 4, 'nextOfficial')).status).toBe(404)
  await changed(it, merge)
  const file = (await (await fileOf(it, 4, 'nextOfficial')).json()) as MatterFile

  expect(file.row.placeName).toBe('东镇 河湾村委会 第一网格 槐树巷（现为坡上村委会 第一网格 槐树巷）')
  const rated = await it.as('nextOfficial').post(`/api/matters/${uuid(4)}/commands`, envelope({ do: 'rate', rating: 1 }))
  expect(await rated.json()).toMatchObject({ refused: 'matter.not_reporter' })
  const contact = await it.as('nextOfficial').post(`/api/matters/${uuid(4)}/contact`, { reason: '好奇' })
  expect(contact.status).toBe(404)
})

served('a township reads what happened in a village before it came to it; those it left read it too', async (it) => {
  await four(it)
  expect((await fileOf(it, 4, 'westTownship')).status).toBe(404)
  await changed(it, move)

  for (const who of ['westTownship', 'township'] as const) expect([who, (await fileOf(it, 4, who)).status]).toEqual([who, 200])
  for (const number of [1, 2, 3]) expect((await fileOf(it, number, 'township')).status).toBe(404)
})

served('what was closed at a place that ended can be reopened, and goes on where it is now', async (it) => {
  await four(it)
  const { became } = await changed(it, move)
  const lane = `${became[0]!.code}001001`
  const file = await done(it, 'gridWorker', uuid(4), { do: 'reopen', reason: '又出现了' })

  expect(file.row.matter).toMatchObject({ status: 'waiting', place: lane, holderPlace: lane, holderRole: 'lane_chief' })
})
