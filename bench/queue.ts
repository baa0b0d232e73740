/**
 * Queue: the to-do page of a township officer, a village official and a lane chief, at 1,000,000 matters against at 20,000 (the demo county).
 * The two databases stand side by side and are asked in turns; 16 connections, medians. The aim is a time within 1.5x.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import pino from 'pino'
import { loadDemo } from '#db/demo/load.ts'
import { startEmbedded } from '#db/embedded.ts'
import { createApp } from '#server/app.ts'
import { type Opened, open } from '#server/start.ts'
import { cast } from '#tests/cast.ts'
import { cookieOf } from '#tests/sign-in.ts'
import { median, rounded } from './load.ts'
import type { Row } from './run.ts'

const connections = 16
const rounds = 7
const pagesARound = 200
const many = 1_000_000
const secret = 'a secret for benches, thirty-two characters or more'

const roles = ['lane_chief', 'village_official', 'township_officer', 'centre_officer'] as const
const pages = {
  todo: '/api/matters?view=todo&limit=30',
  open: '/api/matters?status=waiting,working&sort=due&limit=30',
  newest: '/api/matters?limit=30',
} as const

export async function run(say: (line: string) => void): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'maplebridge-bench-'))
  const { url, stop } = await startEmbedded({ folder })
  const named = (name: string) => url.replace(/\/[^/]*$/, `/${name}`)
  const admin = new pg.Client({ connectionString: named('postgres') })
  await admin.connect()
  await admin.query('create database few')
  const opening = (name: string) =>
    open({ url: named(name), secret, photos: folder, address: 'http://localhost', connections }, pino({ level: 'fatal' }))

  const loaded = await opening('few')
  await loadDemo(loaded, say)
  await loaded.close()
  await admin.query('create database lots template few')
  await multiply(named('lots'), say)
  for (const name of ['few', 'lots']) await settle(named(name))

  const [few, lots] = [await opening('few'), await opening('lots')]
  const rows: Row[] = []
  for (const role of roles) {
    const phone = await busiest(few, role)
    const sides = { few: await side(few, phone), lots: await side(lots, phone) }
    for (const [page, path] of Object.entries(pages)) {
      const times: Record<keyof typeof sides, number[]> = { few: [], lots: [] }
      for (let round = 0; round <= rounds; round++)
        for (const name of ['few', 'lots'] as const) {
          const time = await milliseconds(() => sides[name](path))
          if (round > 0) times[name].push(time)
        }
      const ratio = median(times.lots.map((time, round) => time / times.few[round]!))
      rows.push({
        bench: 'queue',
        role,
        page,
        ms20k: rounded(median(times.few), 2),
        ms1M: rounded(median(times.lots), 2),
        ratio: rounded(ratio, 2),
        connections,
        rounds,
      })
      say(`${role} ${page}: ${rounded(median(times.few), 2)} ms at 20,000, ${rounded(median(times.lots), 2)} ms at 1,000,000`)
    }
  }
  await few.close()
  await lots.close()
  await admin.end()
  await stop()
  rmSync(folder, { recursive: true, force: true })
  return rows
}

/** The demo's matters again and again, each time an hour and three minutes further back, until there are a million; open ones stay in proportion. */
async function multiply(url: string, say: (line: string) => void) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(
    "select string_agg(column_name, ', ' order by ordinal_position) as all from information_schema.columns where table_name = 'matters'",
  )
  const columns: string[] = rows[0].all.split(', ')
  const shifted = columns.map((column) =>
    column === 'id'
      ? 'gen_random_uuid()'
      : /_at$|_by$|_since$/.test(column) && column !== 'seen_by'
        ? `${column} - copy * interval '63 minutes'`
        : column,
  )
  const before = Number((await client.query('select count(*) as n from matters')).rows[0].n)
  const copies = Math.ceil(many / before) - 1
  await client.query('create temporary table first as select * from matters')
  for (let copy = 1; copy <= copies; copy += 10) {
    const last = Math.min(copy + 9, copies)
    await client.query(
      `insert into matters (${columns.join(', ')}) select ${shifted.join(', ')} from first, generate_series($1::int, $2::int) as copy`,
      [copy, last],
    )
    say(`${last} of ${copies} copies`)
  }
  await client.end()
}

async function settle(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('vacuum analyze')
  await client.query('checkpoint')
  await client.end()
}

/** The telephone number of whoever in a role has most to do. */
async function busiest({ db }: Opened, role: (typeof roles)[number]): Promise<string> {
  const found = await db
    .selectFrom('posts')
    .innerJoin('people', 'people.id', 'posts.personId')
    .leftJoin('matters', (join) =>
      join
        .onRef('matters.holderPlace', '=', 'posts.place')
        .onRef('matters.holderRole', '=', 'posts.role')
        .on('matters.dueBy', 'is not', null),
    )
    .select((eb) => ['people.phone', eb.fn.count<number>('matters.id').as('n')])
    .where('posts.role', '=', role)
    .where('posts.until', 'is', null)
    .groupBy('people.phone')
    .orderBy('n', 'desc')
    .orderBy('people.phone')
    .executeTakeFirstOrThrow()
  return found.phone
}

async function side(opened: Opened, phone: string) {
  const app = createApp(opened)
  const cookie = await cookieOf(app, phone, cast.password)
  return async (path: string) => {
    const reply = await app.request(path, { headers: { cookie } })
    await reply.arrayBuffer()
    if (reply.status !== 200) throw new Error(`answered ${reply.status}`)
  }
}

/** Milliseconds a page, with as many asked at once as there are connections. */
async function milliseconds(one: () => Promise<void>): Promise<number> {
  const started = performance.now()
  let left = pagesARound
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (left-- > 0) await one()
    }),
  )
  return ((performance.now() - started) * connections) / pagesARound
}
