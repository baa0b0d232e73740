/**
 * Sweep: how long the clock takes over all late matters of a county with 20,000 and 100,000 open ones, in the demo county's seats. A tenth
 * is late and a twentieth is to be reminded; then, for the worst morning there can be, all are late. The limit is one statement of SQL that
 * writes as many events and rows and knows no rules. The aim is under 5 s at 100,000.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import pino from 'pino'
import type { Db } from '#db/db.ts'
import { loadDemo } from '#db/demo/load.ts'
import { startEmbedded } from '#db/embedded.ts'
import { sweep } from '#modules/matters/jobs.server.ts'
import { open } from '#server/start.ts'
import { manyOpen } from '#tests/many.ts'
import { median, rounded } from './load.ts'
import type { Row } from './run.ts'

const rounds = 3
const sizes = [20_000, 100_000] as const
const mornings = [
  { what: 'a tenth late', late: 10, soon: 5 },
  { what: 'all late', late: 100, soon: 0 },
] as const
const secret = 'a secret for benches, thirty-two characters or more'

export async function run(say: (line: string) => void): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'maplebridge-bench-'))
  const { url, stop } = await startEmbedded({ folder })
  const named = (name: string) => url.replace(/\/[^/]*$/, `/${name}`)
  const admin = new pg.Client({ connectionString: named('postgres') })
  await admin.connect()
  await admin.query('create database first')
  const opening = (name: string) =>
    open({ url: named(name), secret, photos: folder, address: 'http://localhost', connections: 4 }, pino({ level: 'fatal' }))
  const loaded = await opening('first')
  await loadDemo(loaded, say)
  await loaded.close()

  const now = new Date().toISOString()
  const rows: Row[] = []
  for (const size of sizes)
    for (const { what, late, soon } of mornings) {
      const seconds: number[] = []
      const limits: number[] = []
      let steps = 0
      await admin.query('create database morning template first')
      const drawn = await opening('morning')
      await manyOpen(drawn.db, size, now, { late, soon })
      await sql`vacuum analyze`.execute(drawn.db)
      await drawn.close()
      for (let round = 1; round <= rounds; round++) {
        await admin.query('create database played template morning')
        const { db, close } = await opening('played')
        await sql`checkpoint`.execute(db)
        limits.push(await timed(() => limit(db, (size * (late + soon)) / 100)))
        steps = 0
        seconds.push(
          await timed(async () => {
            steps = await sweep(db, now)
          }),
        )
        await close()
        await admin.query('drop database played with (force)')
        say(
          `${size} open, ${what}, round ${round}: ${steps} steps in ${rounded(seconds.at(-1)!, 2)} s, limit ${rounded(limits.at(-1)!, 2)} s`,
        )
      }
      await admin.query('drop database morning with (force)')
      rows.push({
        bench: 'sweep',
        open: size,
        what,
        steps,
        seconds: rounded(median(seconds), 2),
        limitSeconds: rounded(median(limits), 2),
        stepsPerSecond: rounded(steps / median(seconds)),
        ratio: rounded(median(limits.map((limit, round) => limit / seconds[round]!)), 2),
        rounds,
      })
    }
  await admin.end()
  await stop()
  rmSync(folder, { recursive: true, force: true })
  return rows
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}

/** As many events and changed rows in one statement, taken back afterwards. */
async function limit(db: Db, count: number): Promise<void> {
  const taken = new Error('taken back')
  await db
    .transaction()
    .execute(async (trx) => {
      await sql`with due as (select county, id, version from matters where next_at is not null order by next_at limit ${Math.round(count)} for update),
        said as (
          insert into events (county, subject_id, version, subject, type, command_id, at, facts, is_told)
          select county, id, version + 1, 'matter', 'lapsed', gen_random_uuid(), now(), jsonb_build_object('as', 'system', 'why', repeat('x', 300)), false from due)
        update matters set version = matters.version + 1, moved_version = matters.version + 1, late_since = due_by, due_by = due_by + interval '1 day',
          late_at = due_by, next_at = due_by + interval '1 day', holder_role = 'township_officer', holder_place = left(place, 9)
        from due where matters.county = due.county and matters.id = due.id and matters.late_at is not null`.execute(trx)
      throw taken
    })
    .catch((error) => {
      if (error !== taken) throw error
    })
}
