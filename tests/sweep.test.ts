/** The clock with real processes: two at once, one of them killed in the middle. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { manyOpen } from './many.ts'
import { report } from './matter.ts'
import { noon, served } from './server.ts'

const later = new Date(Date.parse(noon) + 3 * 86_400_000).toISOString()
const count = 12_000

served(
  'every step happens exactly once, though two processes look at the same time and one is killed in the middle',
  async ({ as, url, cast, opened: { db } }) => {
    for (const [number, place] of [cast.places.lane, cast.places.nextLane, cast.places.westLane, cast.places.vacantLane].entries())
      await as('centre').post('/api/matters', report(number + 1, { place, source: 'phone' }))
    await manyOpen(db, count, later, { late: 90, soon: 10 })
    await sql`update events set is_told = true`.execute(db)

    const start = (): ChildProcess =>
      fork(new URL('./sweeper.ts', import.meta.url), [url, later], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    const [victim, survivor] = [start(), start()]
    const ended = once(survivor, 'exit')
    const steps = async () => (await sql<{ n: number }>`select count(*)::int as n from events where not is_told`.execute(db)).rows[0]!.n
    await expect.poll(steps, { timeout: 30_000, interval: 10 }).toBeGreaterThan(0)
    victim.kill('SIGKILL')
    await once(victim, 'exit')
    const atTheKill = await steps()
    expect(await ended).toEqual([0, null])

    expect(atTheKill).toBeLessThan(count)
    const { rows } = await sql<{ type: string; n: number; matters: number }>`
      select type, count(*)::int as n, count(distinct subject_id)::int as matters from events where not is_told group by type order by type`.execute(
      db,
    )
    expect(rows).toEqual([
      { type: 'lapsed', n: count * 0.9, matters: count * 0.9 },
      { type: 'reminded', n: count * 0.1, matters: count * 0.1 },
    ])
    const half = await sql<{ n: number }>`select count(*)::int as n from matters m
      where version <> (select max(version) from events e where e.county = m.county and e.subject_id = m.id) or next_at <= ${later}`.execute(
      db,
    )
    expect(half.rows[0]!.n).toBe(0)
  },
  60_000,
)
