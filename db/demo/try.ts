import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pino from 'pino'
import { startEmbedded } from '#db/embedded.ts'
import { open } from '#server/start.ts'
import { loadDemo, loadTiny } from './load.ts'
import { signIns } from './sign-ins.ts'

const clock = process.argv[3] || undefined
const folder = mkdtempSync(join(tmpdir(), 'demo-try-'))
const { url, stop } = await startEmbedded({ folder, fast: process.argv[4] === 'fast' })
const opened = await open({ url, secret: 'x'.repeat(40), photos: folder, address: 'http://localhost', ...(clock ? { clock: () => clock } : {}) }, pino({ level: 'warn' }))
const t = performance.now()
const show = async (title: string, q: string) => {
  const { rows } = await sql.raw<Record<string, unknown>>(q).execute(opened.db)
  console.log(`# ${title}`); console.log(rows.map((r) => Object.values(r).map((v) => typeof v === 'object' ? JSON.stringify(v) : v).join(' ')).join('\n'))
}
try {
  if (process.argv[2] === 'tiny') await loadTiny(opened)
  else await loadDemo(opened, console.log)
  console.log('total', ((performance.now() - t) / 1000).toFixed(2), clock)
  for (const line of await signIns(opened.db)) console.log(line)
  if (process.argv[5] === 'stats') {
    const now = opened.clock()
    await show('status', 'select status, count(*) from matters group by 1 order by 2 desc')
    await show('open by role', `select holder_role, status, count(*), count(*) filter (where due_by < '${now}') late from matters where due_by is not null group by 1,2 order by 1,2`)
    await show('events', `select type, count(*), count(distinct subject_id) from events group by 1 order by 2 desc`)
    await show('source', 'select source, on_the_spot, count(*) from matters group by 1,2 order by 1,2')
    await show('passed to', `select facts->'to'->>'role', count(distinct subject_id) from events where type='passedUp' group by 1`)
    await show('rating', 'select rating, count(*) from matters group by 1 order by 1')
    await show('in time', `select count(*) filter (where settled_at <= settle_by)*100/count(*) from matters where settled_at is not null and not on_the_spot`)
    await show('accept in time', `select count(*) filter (where accepted_at <= accept_by)*100/count(*) from matters where accepted_at is not null and not on_the_spot`)
    await show('oldest open', `select min(reported_at), min(due_by), max(reported_at) from matters where due_by is not null`)
    await show('late ages days', `select width_bucket(extract(epoch from ('${now}'::timestamptz - due_by))/86400, array[0,1,2,4,8,16,32]) b, count(*) from matters where due_by < '${now}' group by 1 order by 1`)
    await show('month', `select to_char(reported_at, 'YYYY-MM') m, count(*) from matters group by 1 order by 1`)
    await show('hour', `select extract(hour from reported_at at time zone 'Asia/Shanghai') m, count(*) from matters group by 1 order by 1`)
    await show('per lane', `select min(n), max(n), avg(n) from (select count(*) n from matters group by left(place,12)) x`)
    await show('emergency', `select is_emergency, count(*) from matters group by 1`)
    await show('sizes', `select relname, pg_size_pretty(pg_total_relation_size(oid)) from pg_class where relkind='r' and relname in ('matters','events','reporters','places','people','posts') `)
    await show('db', `select pg_size_pretty(pg_database_size(current_database()))`)
    await show('sample', `select m.category, c.name, m.status, m.words, m.outcome from matters m join categories c on c.code = m.category order by md5(m.id::text) limit 25`)
    await show('a long file', `select e.at, e.type, e.facts from events e where subject_id = (select subject_id from events group by 1 order by count(*) desc limit 1) order by version`)
  }
  if (process.argv[6]) { console.log(url); await new Promise((r) => setTimeout(r, Number(process.argv[6]) * 1000)) }
} finally {
  await opened.close()
  await stop()
  rmSync(folder, { recursive: true, force: true })
}
