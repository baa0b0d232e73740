import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { changePlaces } from '#server/followers.ts'
import { cast } from '#tests/cast.ts'
import { uuid } from '#tests/matter.ts'
import { changed, previewed, today } from '#tests/place-change.ts'
import { type Served, served } from '#tests/server.ts'
import type { Plan } from './change.ts'
import type { ChangeView, Edition } from './change-wire.ts'

const { places, people } = cast
const rename: Plan = { kind: 'rename', place: places.village, name: '河湾新村' }
const merge: Plan = { kind: 'merge', places: [places.village], into: places.nextVillage }
const move: Plan = { kind: 'move', place: places.village, parent: places.westTown }
const tomorrow = '2026-06-04'
const dawn = '2026-06-03T16:05:00.000Z' // 00:05 of the next day in the county
const decision = (plan: Plan, change: object = {}) => ({ id: uuid(1), plan, day: today, reason: '批复', fingerprint: 'x', ...change })
const listed = async ({ as }: Served) =>
  ((await (await as('administrator').get('/api/places/changes')).json()) as { rows: ChangeView[] }).rows
const standing = async ({ opened: { db } }: Served) =>
  (
    await db
      .selectFrom('places')
      .select(['code', 'name'])
      .where('until', 'is', null)
      .where('county', '=', '149901' as never)
      .execute()
  ).map(({ code, name }) => `${code} ${name}`)

served('only an administrator, of that county, changes places', async (it) => {
  const before = await standing(it)
  for (const who of ['township', 'centre', 'auditor', 'chief', 'nobody'] as const)
    expect((await it.as(who).post('/api/places/changes', decision(rename))).status).toBe(403)
  const far = await it.as('farAdministrator').post('/api/places/changes', decision(rename))
  expect([far.status, await far.json()]).toMatchObject([422, { refused: 'place.unknown' }])
  expect(await standing(it)).toEqual(before)
  expect(await listed(it)).toEqual([])
})

served('a day that is past, a plan that cannot be and one that nobody looked at are refused, and nothing is written', async (it) => {
  const before = await standing(it)
  for (const [body, status, refused] of [
    [decision(rename, { day: '2026-06-02' }), 422, 'change.past'],
    [decision({ ...move, parent: places.nextVillage }), 409, 'change.level'],
    [decision(rename), 409, 'change.overtaken'],
    [decision({ kind: 'rename', place: places.village, name: ' ' } as Plan), 422, 'invalid'],
  ] as const) {
    const reply = await it.as('administrator').post('/api/places/changes', body)
    expect([reply.status, await reply.json()]).toMatchObject([status, { refused }])
  }
  expect(await standing(it)).toEqual(before)
  expect(await listed(it)).toEqual([])
})

served('who looked before somebody came into a post there has to look again', async (it) => {
  const { fingerprint } = await previewed(it, move)
  await it.as('administrator').post(`/api/people/${people.nobody.id}/posts`, { id: uuid(5), role: 'lane_chief', place: places.vacantLane })
  const reply = await it.as('administrator').post('/api/places/changes', decision(move, { fingerprint }))

  expect(await reply.json()).toMatchObject({ refused: 'change.overtaken' })
})

served('what would move is counted beforehand', async (it) => {
  const { sums, before, after } = await previewed(it, merge)

  expect(sums).toMatchObject({ villages: 1, grids: 1, lanes: 2, posts: 8, postsEnding: 0, boards: 3 })
  expect(before.find(({ code }) => code === places.village)).toMatchObject({ mark: 'ends', other: '坡上村委会', posts: 6 })
  expect(after.filter(({ mark }) => mark === 'came').map(({ code, name }) => [code, name])).toEqual([
    [`${places.nextVillage}002`, '第一网格'],
    [`${places.nextVillage}002001`, '槐树巷'],
    [`${places.nextVillage}002002`, '后街'],
  ])
})

served('as many boards are counted beforehand as are to be replaced afterwards, those with other names on them too', async (it) => {
  const plans: Plan[] = [merge, { kind: 'abolish', place: places.nextVillage, successor: places.westVillage }]
  for (const plan of plans) {
    const { sums } = await previewed(it, plan)
    await it.opened.db.deleteFrom('boards').execute()
    expect((await changed(it, plan)).sums!.boards).toBe(sums.boards)
    expect(await it.opened.db.selectFrom('boards').select('lane').execute()).toHaveLength(sums.boards)
  }
})

served('the two trees show what stays beside what is new', async (it) => {
  const split = await previewed(it, {
    ...{ kind: 'split', place: places.village, stays: true },
    parts: [{ name: '河湾东村委会', takes: [places.grid] }],
  })
  expect(split.sums).toMatchObject({ villages: 1, grids: 1, lanes: 2 })
  expect(split.after.filter(({ level }) => level === 'village').map(({ name, mark }) => [name, mark])).toEqual([
    ['河湾东村委会', 'new'],
    ['河湾村委会', 'around'],
  ])

  const found = await previewed(it, { kind: 'found', parent: places.grid, name: '新民巷', households: 25 })
  expect(found.before.map(({ code }) => code)).toEqual([places.eastTown, places.village, places.grid])
})

served('a village that moves takes its people along: each ends there and begins here, and goes on working', async (it) => {
  const change = await changed(it, move)
  const village = change.became[0]!.code

  expect(change).toMatchObject({
    state: 'done',
    about: [{ name: '河湾村委会' }],
    became: [{ name: '西镇 河湾村委会' }],
    sums: { posts: 8, postsEnding: 0 },
  })
  expect(await standing(it)).toContain(`${village} 河湾村委会`)
  const posts = await it.opened.db
    .selectFrom('posts')
    .select(['place', 'since', 'until'])
    .where('personId', '=', people.chief.id)
    .orderBy('since')
    .execute()
  expect(posts).toEqual([
    { place: places.lane, since: '2025-01-01', until: today },
    { place: `${village}001001`, since: today, until: null },
  ])
  expect((await it.as('chief').get('/api/matters?view=todo')).status).toBe(200)
  expect((await (await it.as('chief').get('/api/me')).json()) as object).toMatchObject({ posts: [{ place: `${village}001001` }] })
})

served('who sits in the successor’s seat already keeps one post there, not two', async (it) => {
  await it
    .as('administrator')
    .post(`/api/people/${people.official.id}/posts`, { id: uuid(6), role: 'village_official', place: places.nextVillage })
  await changed(it, merge)
  const posts = await it.opened.db
    .selectFrom('posts')
    .select('place')
    .where('personId', '=', people.official.id)
    .where('until', 'is', null)
    .execute()

  expect(posts).toEqual([{ place: places.nextVillage }])
})

served('nobody is given a post at a place that has ended', async (it) => {
  await changed(it, merge)
  const post = { id: uuid(7), role: 'village_official', place: places.village }
  const reply = await it.as('administrator').post(`/api/people/${people.nobody.id}/posts`, post)

  expect(await reply.json()).toMatchObject({ refused: 'place.ended' })
})

served('the same decision sent twice is one', async (it) => {
  const { fingerprint } = await previewed(it, rename)
  const body = decision(rename, { fingerprint })
  const [one, two] = [
    await it.as('administrator').post('/api/places/changes', body),
    await it.as('administrator').post('/api/places/changes', body),
  ]

  expect([one.status, two.status]).toEqual([201, 201])
  expect(await listed(it)).toHaveLength(1)
})

served('a planned change waits for its day, once for two processes; a dropped one never happens', async (it) => {
  const { db } = it.opened
  const planned = await changed(it, move, tomorrow)
  const dropped = await changed(it, { kind: 'rename', place: places.westVillage, name: '改名村' }, tomorrow)
  await it.as('administrator').post(`/api/places/changes/${dropped.id}/cancel`, {})

  expect(planned.state).toBe('planned')
  expect(await changePlaces(db, '2026-06-03T15:55:00.000Z')).toBe(0)
  await Promise.all([changePlaces(db, dawn), changePlaces(db, dawn)])
  expect((await listed(it)).map(({ id, state }) => [id, state]).sort()).toEqual(
    [
      [planned.id, 'done'],
      [dropped.id, 'cancelled'],
    ].sort(),
  )
  expect((await standing(it)).filter((each) => each.endsWith('河湾村委会'))).toHaveLength(1)
  expect((await standing(it)).some((each) => each.endsWith('改名村'))).toBe(false)
  const again = await it.as('administrator').post(`/api/places/changes/${planned.id}/cancel`, {})
  expect(await again.json()).toMatchObject({ refused: 'change.over' })
})

served('what can no longer be done on its day stands on the list with the reason', async (it) => {
  const { fingerprint } = await previewed(it, rename, tomorrow)
  await it.as('administrator').post('/api/places/changes', decision(rename, { day: tomorrow, fingerprint }))
  await changed(it, merge)
  await changePlaces(it.opened.db, dawn)

  expect((await listed(it)).find(({ id }) => id === uuid(1))).toMatchObject({ state: 'failed', refusal: { refused: 'place.ended' } })
})

served('a board is out of date when its lane’s chief changes, and when the village has another name', async (it) => {
  const boards = () => it.opened.db.selectFrom('boards').select(['lane', 'why']).orderBy('lane').execute()
  await it.as('administrator').post(`/api/people/${people.nobody.id}/posts`, { id: uuid(5), role: 'lane_chief', place: places.vacantLane })
  expect(await boards()).toEqual([{ lane: places.vacantLane, why: 'chief' }])
  await changed(it, rename)
  expect(await boards()).toEqual([
    { lane: places.lane, why: 'rename' },
    { lane: places.vacantLane, why: 'chief' },
  ])
})

const codes = {
  province: { code: '14', name: '测试省' },
  city: { code: '1499', name: '测试市' },
  county: { code: '149901', name: '测试县' },
}
/** The edition of the next year: one village renamed, one gone into the other town, one new. */
const edition = {
  ...codes,
  source: '2026',
  divisions: [
    {
      code: '149901100',
      name: '东镇',
      villages: [
        { code: '149901100201', name: '河湾新村村委会' },
        { code: '149901100203', name: '新庄村委会' },
      ],
    },
    {
      code: '149901101',
      name: '西镇',
      villages: [
        { code: '149901101201', name: '西沟村委会' },
        { code: '149901101209', name: '坡上村委会' },
      ],
    },
  ],
}
const compared = async ({ as }: Served) =>
  (await (
    await as('administrator').upload('/api/places/editions?name=e.json', JSON.stringify(edition), 'application/json')
  ).json()) as Edition

served('a later edition proposes, and nothing happens before somebody confirms; afterwards it proposes nothing', async (it) => {
  const before = await standing(it)
  const { proposals, fingerprint, kept } = await compared(it)

  expect(kept).toBe(3)
  expect(proposals.map(({ what, code, newCode }) => [what, code, newCode])).toEqual([
    ['new', '149901100203', '149901100203'],
    ['moved', '149901100202', '149901101209'],
    ['renamed', '149901100201', '149901100201'],
  ])
  expect(await standing(it)).toEqual(before)

  const plans = proposals.map(({ plan }, n) => ({ id: uuid(800 + n), plan }))
  const body = { day: today, reason: '2026 年版区划代码', fingerprint, plans }
  const refused = await it.as('administrator').post('/api/places/changes/many', { ...body, fingerprint: 'old' })
  expect(await refused.json()).toMatchObject({ refused: 'change.overtaken' })
  expect((await it.as('administrator').post('/api/places/changes/many', body)).status).toBe(201)
  expect((await it.as('administrator').post('/api/places/changes/many', body)).status).toBe(201)
  expect(await listed(it)).toHaveLength(3)
  expect((await compared(it)).proposals).toEqual([])
})

served('an edition with one bad row, or of another county, proposes nothing', async (it) => {
  const send = async (of: object) =>
    (await (
      await it.as('administrator').upload('/api/places/editions?name=e.json', JSON.stringify(of), 'application/json')
    ).json()) as object
  const [town] = edition.divisions

  expect(await send({ ...edition, divisions: [{ ...town, villages: [{ code: '14990110020', name: '短' }] }] })).toMatchObject({
    refused: 'import.bad_rows',
  })
  const real = JSON.parse(readFileSync(new URL('../../db/demo/jiangxian-2019.json', import.meta.url), 'utf8')) as object
  expect(await send(real)).toMatchObject({ refused: 'import.bad_rows' })
})

served('an import leaves a place that ended as it was, and keeps the name before a corrected one', async (it) => {
  await changed(it, merge)
  const send = async (row: string) =>
    (await it.as('administrator').upload('/api/places/import?dryRun=false&name=a.csv', `code,name\n${row}`, 'text/csv')).json()

  expect(await send(`${places.village},又来了`)).toMatchObject({ written: false, problems: [{ problem: 'import.ended' }] })
  await send(`${places.westVillage},西沟新村`)
  const names = await it.opened.db.selectFrom('placeNames').select(['place', 'name']).execute()
  expect(names).toEqual([{ place: places.westVillage, name: '西沟村委会' }])
})
