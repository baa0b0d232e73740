/** The demo county holds what the article says of the real one, and every file in it is one that the rules could have made. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { claimsWaiting } from '#modules/disputes/claims/store.server.ts'
import type { Dispute } from '#modules/disputes/dispute.ts'
import * as registers from '#modules/disputes/register-store.server.ts'
import type { Event as DisputeEvent } from '#modules/disputes/rules/event.ts'
import { blank as blankDispute, evolve as evolveDispute } from '#modules/disputes/rules/evolve.ts'
import { all, wholeRow } from '#modules/disputes/store.server.ts'
import { standingsOf } from '#modules/duties/standing.server.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { isRefusal } from '#modules/kernel/refusal.ts'
import type { Matter } from '#modules/matters/matter.ts'
import { counts } from '#modules/matters/queue.server.ts'
import type { Recorded } from '#modules/matters/rules/event.ts'
import { blank, evolve } from '#modules/matters/rules/evolve.ts'
import { columns } from '#modules/matters/store.server.ts'
import { actorOf } from '#modules/people/store.server.ts'
import { password } from '#modules/people/wire.ts'
import { importFile } from '#modules/places/import.server.ts'
import type { Opened } from '#server/start.ts'
import { openDemo } from '#tests/demo.ts'
import { divisionsFile, drawCounty, spreadsheetOf } from './county.ts'
import { demoCounty, shown } from './shown.ts'
import { signIns } from './sign-ins.ts'
import { demoPassword } from './staff.ts'

const now = '2026-06-03T04:00:00.000Z' // a Wednesday, 12:00 in the county
let opened: Opened
let said: readonly string[]
let photos: string
let close: (() => Promise<void>) | undefined

beforeAll(async () => {
  ;({ opened, said, photos, close } = await openDemo(now))
}, 120_000)

afterAll(() => close?.())

const one = async (query: string): Promise<Record<string, number>> =>
  (await sql.raw<Record<string, number>>(query).execute(opened.db)).rows[0]!
const tally = async (query: string): Promise<Record<string, number>> =>
  Object.fromEntries((await sql.raw<{ key: string; n: number }>(query).execute(opened.db)).rows.map(({ key, n }) => [key, n]))

test('its places are the article’s: 189 villages, 304 grids, 1,849 lanes of 20 to 30 households', async () => {
  const kinds = await tally('select kind as key, count(*) as n from places group by 1')

  expect(kinds).toMatchObject({
    county: 1,
    village_committee: 189,
    residents_committee: 3,
    quasi_residents_committee: 6,
    grid: 304,
    lane: 1849,
  })
  expect(await one(`select min(households), max(households) from places where level = 'lane'`)).toEqual({ min: 20, max: 30 })
  expect(await one('select count(*) as unplaced from places where latitude is null or longitude is null')).toEqual({ unplaced: 0 })
  expect(
    await one(
      `select count(*) as empty from places p where level <> 'lane' and not exists (select 1 from places c where c.parent = p.code)`,
    ),
  ).toEqual({ empty: 0 })
})

test('importing its places again changes nothing', async () => {
  for (const [file, text] of [
    ['codes.json', divisionsFile],
    ['lanes.csv', spreadsheetOf(drawCounty())],
  ] as const) {
    const report = await importFile(opened.db, Buffer.from(text), { name: file, dryRun: false, today: dayOf(now) })

    expect(isRefusal(report)).toBe(false)
    expect(report).toMatchObject({ added: 0, changed: 0, problems: [] })
  }
})

test('nearly every lane has its chief and nearly every grid its worker', async () => {
  const vacant = await tally(`select level as key, count(*) as n from places p
    where level in ('lane', 'grid', 'village', 'town') and not exists (select 1 from posts where posts.place = p.code
      and role = case level when 'lane' then 'lane_chief' when 'grid' then 'grid_worker' when 'village' then 'village_official' else 'township_officer' end) group by 1`)

  expect(Object.keys(vacant).sort()).toEqual(['grid', 'lane'])
  expect(vacant['lane']).toBeGreaterThan(1849 * 0.015)
  expect(vacant['lane']).toBeLessThan(1849 * 0.035)
  expect(vacant['grid']).toBeLessThan(10)
})

test('a year of about 20,000 matters, all of it in the past', async () => {
  const { matters, first, last } = await one(
    'select count(*) as matters, min(reported_at)::text as first, (select max(at) from events)::text as last from matters',
  )

  expect(matters).toBeGreaterThan(19_000)
  expect(matters).toBeLessThan(21_000)
  expect(Date.parse(now) - Date.parse(String(first))).toBeLessThan(366 * 86_400_000)
  expect(Date.parse(now) - Date.parse(String(last))).toBeGreaterThan(0)
  expect(Date.parse(now) - Date.parse(String(last))).toBeLessThan(3_600_000)
})

test('every matter is its events, folded', async () => {
  const rows = (await opened.db.selectFrom('matters').select(columns).execute()) as unknown as Matter[]
  const folded = new Map<string, Matter>()
  const events = await opened.db
    .selectFrom('events')
    .selectAll()
    .where('subject', '=', 'matter')
    .orderBy('subjectId')
    .orderBy('version')
    .execute()
  for (const { facts, byPerson, subjectId, county, version, type, commandId, at } of events) {
    const event = { ...(facts as object), version, type, commandId, at, by: byPerson } as unknown as Recorded
    folded.set(subjectId, evolve(folded.get(subjectId) ?? blank(county, subjectId as Matter['id']), event))
  }
  // The database keeps the fields of an application in an order of its own.
  const sorted = (_: string, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value
  const text = (matter: Matter | undefined) => JSON.stringify(matter && columns.map((column) => matter[column]), sorted)

  expect(folded.size).toBe(rows.length)
  expect(rows.filter((row) => text(row) !== text(folded.get(row.id))).map(({ id }) => id)).toEqual([])
})

test('every dispute is its events, folded, and its number one of a row without gaps', async () => {
  const rows = all(await opened.db.selectFrom('disputes').select(wholeRow).execute())
  const folded = new Map<string, Dispute>()
  const events = await opened.db
    .selectFrom('events')
    .selectAll()
    .where('subject', '=', 'dispute')
    .orderBy('subjectId')
    .orderBy('version')
    .execute()
  for (const { facts, byPerson, subjectId, county, type, at } of events) {
    const event = { ...(facts as object), type, at, by: byPerson } as unknown as DisputeEvent
    folded.set(subjectId, evolveDispute(folded.get(subjectId) ?? blankDispute(county, subjectId as Dispute['id']), event))
  }
  for (const row of rows) expect(folded.get(row.id)).toEqual(row)
  expect(rows.length).toBeGreaterThan(650)
  expect(
    await one(`select count(*) as n from (select max(serial) <> count(*) as gap from disputes group by committee, year) c where gap`),
  ).toEqual({ n: 0 })
})

test('every name and paper of a file is there: identities sealed, pictures in the folder', async () => {
  const lost = await one(`select count(*) as n from disputes d, jsonb_array_elements(file -> 'parties') party
    where not exists (select 1 from dispute_identities i where i.dispute_id = d.id and i.id::text = party ->> 'id')`)
  const shots = await opened.db.selectFrom('photos').select('id').where('disputeId', 'is not', null).execute()

  expect(lost).toEqual({ n: 0 })
  expect(shots.length).toBeGreaterThan(500)
  for (const { id } of shots) expect(existsSync(join(photos, demoCounty, id.slice(0, 2), `${id}.full.webp`))).toBe(true)
})

test('disputes and hazards found, and those settled on the spot, are at least the article’s', async () => {
  const found = await one(
    `select (select count(*) from matters where left(category, 2) in ('01', '02')) + (select count(*) from disputes) as n`,
  )
  const onTheSpot = await one(`select count(*) as n from matters where left(category, 2) in ('01', '02') and on_the_spot`)

  expect([found['n']! >= 600, onTheSpot['n']! >= 400]).toEqual([true, true])
})

test('nothing open waits at an empty seat', async () => {
  const waiting = await one(`select count(*) as n from matters m where due_by is not null and not exists (
    select 1 from posts p where p.role = m.holder_role and p.place = m.holder_place and p.department is not distinct from m.holder_department)`)

  expect(waiting).toEqual({ n: 0 })
})

test('matters end in every way there is, most of them well and in time', async () => {
  const statuses = await tally('select status as key, count(*) as n from matters group by 1')
  const types = await tally("select type as key, count(distinct subject_id) as n from events where subject = 'matter' group by 1")
  const rungs = await tally(
    `select facts->'to'->>'role' as key, count(distinct subject_id) as n from events where type in ('reported', 'passedUp') group by 1`,
  )
  const all = Object.values(statuses).reduce((sum, n) => sum + n, 0)
  const share = (n: number | undefined) => (n ?? 0) / all
  const { settled } = await one('select avg((late_since is null)::int) as settled from matters where settled_at is not null')

  expect(share(statuses['closed'])).toBeGreaterThan(0.9)
  expect(Object.keys(types).sort()).toEqual(
    [
      'accepted',
      'answered',
      'applied',
      'closed',
      'commented',
      'declined',
      'granted',
      'handedDown',
      'handedOver',
      'lapsed',
      'mediated',
      'orderLapsed',
      'ordered',
      'overdue',
      'passedUp',
      'policeTold',
      'rated',
      'refused',
      'reminded',
      'reopened',
      'reported',
      'resumed',
      'settled',
      'verified',
      'withdrawn',
    ].sort(),
  )
  for (const [type, least, most] of [
    ['verified', 0.3, 0.6],
    ['closed', 0.3, 0.6],
    ['rated', 0.1, 0.3],
    ['reopened', 0.01, 0.06],
    ['refused', 0.005, 0.03],
  ] as const) {
    expect(share(types[type]), type).toBeGreaterThan(least)
    expect(share(types[type]), type).toBeLessThan(most)
  }
  for (const [role, least, most] of [
    ['village_official', 0.2, 0.35],
    ['township_officer', 0.05, 0.1],
    ['department_officer', 0.02, 0.05],
  ] as const) {
    expect(share(rungs[role]), role).toBeGreaterThan(least)
    expect(share(rungs[role]), role).toBeLessThan(most)
  }
  expect(settled).toBeGreaterThan(0.85)
  expect(settled).toBeLessThan(0.97)
})

test('over the year so far 146 villages had no case and 165 no petition; a few of last month are not reported yet', async () => {
  const zeros = async (kind: string) =>
    one(`select count(*) as n from (select village from village_reports where kind = '${kind}' and month between '2026-01' and '2026-05'
      group by village having sum(count) = 0 and count(*) = 5) v`)
  expect([await zeros('cases'), await zeros('petitions')]).toEqual([{ n: 146 }, { n: 165 }])
  const { n = 0 } = await one(`select 198 - count(*) as n from village_reports where kind = 'cases' and month = '2026-05'`)
  expect([n > 0, n < 25]).toEqual([true, true])
})

test('officers are good, average and behind, and somebody plays every trick', async () => {
  const { standings } = await standingsOf(opened.db, demoCounty, shown.county, { from: '2025-06-05', to: '2026-06-03', now })
  const shares = standings.filter(({ due }) => due > 20).map(({ due, met }) => met / due)
  const share = (least: number, below: number) => shares.filter((each) => each >= least && each < below).length / shares.length

  expect([share(0.85, 1.01) > 0.25, share(0.5, 0.85) > 0.25, share(0, 0.5) > 0.1]).toEqual([true, true, true])
  expect(new Set(standings.flatMap(({ questions }) => questions.map(({ code }) => code))).size).toBe(4)
})

test('about 400 are open, about 50 of them late', async () => {
  const { open: pending, late } = await one(
    `select count(*) as open, count(*) filter (where late_at < '${now}') as late from matters where late_at is not null`,
  )

  expect(pending).toBeGreaterThanOrEqual(350)
  expect(pending).toBeLessThanOrEqual(450)
  expect(late).toBeGreaterThanOrEqual(40)
  expect(late).toBeLessThanOrEqual(60)
})

test('whoever is printed at the start can sign in, and has something to do', async () => {
  const lines = await signIns(opened.db, now)
  const phones = lines.flatMap((line) => line.match(/138000\d{5}/) ?? [])
  const todo: number[] = []
  const files: { open: number; claims: number }[] = []
  for (const phone of phones) {
    expect(await opened.accounts.signIn(phone, demoPassword, new Headers())).toBeDefined()
    const account = await opened.accounts.byPhone(phone)
    const actor = await actorOf(opened.db, demoCounty, account!.personId, dayOf(now))
    todo.push((await counts(opened.db, actor!, now)).todo)
    files.push({ open: (await registers.counts(opened.db, actor!, now)).open, claims: await claimsWaiting(opened.db, actor!) })
  }

  expect(phones).toHaveLength(14)
  expect([...todo.slice(0, 4), ...todo.slice(10, 12)].every((count) => count >= 5)).toBe(true)
  expect(todo.slice(12)).toEqual([0, 0]) // administrator and auditor do not handle matters
  const [mediator, head, judicial] = files.slice(4, 7) // and those who mediate have files
  expect([mediator!.open >= 3, head!.open > mediator!.open, judicial!.open >= 1, judicial!.claims >= 1]).toEqual([true, true, true, true])
  expect(files.filter((_, index) => index < 4 || index > 6)).toEqual(Array(11).fill({ open: 0, claims: 0 }))
  expect(lines.some((line) => line.includes(`/l/${shown.lane}`))).toBe(true)
  expect(password.safeParse(demoPassword).success).toBe(true)
})

test('the loading says what it does, stage by stage', () => {
  expect(said.map((line) => line.split(':')[0])).toEqual(['demo places', 'demo people', 'demo matters', 'demo disputes', 'demo villages'])
})

test('the printed village official has an application to decide, the lane chief an order to answer', async () => {
  const countsOf = async (phone: string) => {
    const account = await opened.accounts.byPhone(phone)
    const actor = await actorOf(opened.db, demoCounty, account!.personId, dayOf(now))
    return counts(opened.db, actor!, now)
  }
  const phones = (await signIns(opened.db, now)).flatMap((line) => line.match(/138000\d{5}/) ?? [])

  const [chief, official] = [await countsOf(phones[0]!), await countsOf(phones[2]!)]
  expect([chief.ordered > 0, official.decide > 0]).toEqual([true, true])
})
