import { expect } from 'vitest'
import type { BoardList } from '#modules/places/boards/wire.ts'
import type { Plan } from '#modules/places/change.ts'
import { changePlaces } from '#server/followers.ts'
import { cast } from '#tests/cast.ts'
import { uuid } from '#tests/matter.ts'
import { changed } from '#tests/place-change.ts'
import { resident } from '#tests/resident.ts'
import { noon, type Served, served } from '#tests/server.ts'

const { places, people } = cast
const rename: Plan = { kind: 'rename', place: places.village, name: '河湾新村' }
const move: Plan = { kind: 'move', place: places.village, parent: places.westTown }
const list = async ({ as }: Served, query = '') => (await (await as('township').get(`/api/boards${query}`)).json()) as BoardList
/** The sheets as printed, and what their button would record. */
async function sheets({ as }: Served, query: string) {
  const text = await (await as('township').get(`/api/boards/print${query}`)).text()
  const issue = JSON.parse(/data-issue="([^"]+)"/.exec(text)![1]!.replaceAll('&quot;', '"')) as object
  return { text, issue, count: text.split('class="sheet"').length - 1 }
}

served('boards are a matter of the township and the administrator, each in their own places', async (it) => {
  await changed(it, rename)
  for (const who of ['chief', 'official', 'auditor', 'nobody'] as const) expect((await it.as(who).get('/api/boards')).status).toBe(403)
  expect((await (await it.as('westTownship').get('/api/boards')).json()) as BoardList).toEqual({ rows: [], towns: [] })
  expect((await it.as('westTownship').get(`/api/boards/print?lanes=${places.lane}`)).status).toBe(404)
  const theirs = { boards: [{ lane: places.lane, fingerprint: 'a.b.c.d.e.f.g' }] }
  expect((await it.as('westTownship').post('/api/boards/printed', theirs)).status).toBe(404)
  expect((await list(it)).rows).toHaveLength(2)
})

served('what is to be replaced is printed together, recorded once, and no longer listed', async (it) => {
  await changed(it, rename)
  const { text, issue, count } = await sheets(it, `?place=${places.eastTown}`)

  expect([count, text.includes('河湾新村'), text.includes('1 380 009')]).toEqual([2, true, false])
  expect(await (await it.as('township').post('/api/boards/printed', issue)).json()).toEqual({ count: 2 })
  expect(await list(it)).toEqual({ rows: [], towns: [] })
})

served('a printed board is looked at again each round: another chief, another telephone, and it is to be replaced', async (it) => {
  const { db } = it.opened
  const print = async () => it.as('township').post('/api/boards/printed', (await sheets(it, `?lanes=${places.lane}`)).issue)
  await print()
  expect(await changePlaces(db, noon)).toBe(0)

  await db.updateTable('people').set({ phone: '13900001111' }).where('id', '=', people.chief.id).execute()
  await changePlaces(db, noon)
  expect((await list(it)).rows).toMatchObject([{ lane: places.lane, why: 'telephone', issued: '2026-06-03' }])

  await print()
  await it.as('administrator').post(`/api/people/${people.nobody.id}/posts`, {
    ...{ id: uuid(5), role: 'lane_chief', place: places.lane, since: '2026-06-10' },
  })
  expect((await list(it)).rows).toEqual([])
  await changePlaces(db, '2026-06-09T16:05:00.000Z')
  expect((await list(it)).rows).toMatchObject([{ lane: places.lane, why: 'chief', staleSince: '2026-06-10' }])
})

served('the code on an old board leads to the lane as it is now, which says so', async (it) => {
  const { became } = await changed(it, move)
  const lane = `${became[0]!.code}001001`
  const { open } = resident(it.app)
  const old = await open(`/l/${places.lane}`)

  expect([old.status, old.headers.get('location')]).toEqual([302, `/l/${lane}?was=${places.lane}`])
  expect((await open(`/l/${lane}?was=${places.lane}`)).text).toContain('您找的“槐树巷”')
  expect((await open(`/l/${lane}?was=${places.nextLane}`)).text).not.toContain('您找的')
  const village = await open(`/p/${places.village}`)
  expect([village.status, village.text.includes(`href="/p/${became[0]!.code}"`)]).toEqual([410, true])
})

served('a lane that went to a village says so, with a way there', async (it) => {
  await changed(it, { kind: 'abolish', place: places.lane, successor: places.nextVillage })
  const { status, text } = await resident(it.app).open(`/l/${places.lane}`)

  expect([status, text.includes(`href="/p/${places.nextVillage}"`)]).toEqual([410, true])
})

served('old names are found: of what is called otherwise now, and of what became part of another', async (it) => {
  await changed(it, rename)
  await changed(it, { kind: 'abolish', place: places.westVillage, successor: places.nextVillage })
  const { open } = resident(it.app)
  const find = async (typed: string) => (await open(`/find?q=${encodeURIComponent(typed)}`)).text

  expect(await find('河湾村委会')).toContain(`href="/p/${places.village}"`)
  expect(await find('西沟村')).toContain(`href="/p/${places.nextVillage}"`)
  expect((await open(`/p/${places.village}`)).text).toContain('以前叫“河湾村委会”')
})

served('anybody may print a board, and only who answers for it is offered to record that the new one hangs', async (it) => {
  const { as, anybody } = it
  await changed(it, rename)
  const page = `/l/${places.lane}/print`
  for (const who of ['chief', 'official', 'westTownship', 'auditor'] as const)
    expect(await (await as(who).get(page)).text(), who).not.toContain('data-issue')
  expect(await (await anybody.get(page)).text()).not.toContain('data-issue')
  expect((await list(it)).rows).toHaveLength(2)

  const reply = await as('township').get(page)
  const issue = JSON.parse(/data-issue="([^"]+)"/.exec(await reply.text())![1]!.replaceAll('&quot;', '"')) as object
  expect(reply.headers.get('cache-control')).toBe('no-store')
  expect((await list(it)).rows).toHaveLength(2)
  expect(await (await as('township').post('/api/boards/printed', issue)).json()).toEqual({ count: 1 })
  expect((await list(it)).rows.map(({ lane }) => lane)).toEqual([places.vacantLane])
})
