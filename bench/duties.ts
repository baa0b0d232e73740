/**
 * Duties: all duties of everybody who has a village in the demo county (189 villages and nine residents' committees), for a whole year,
 * computed from the record; against only reading the rows that they are computed from. In turns, medians. The aim is less than 2 s.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { loadDemo } from '#db/demo/load.ts'
import { demoCounty, shown } from '#db/demo/shown.ts'
import { startEmbedded } from '#db/embedded.ts'
import { evidenceOf, saidOf } from '#modules/duties/evidence-store.server.ts'
import { standingsOf } from '#modules/duties/standing.server.ts'
import { dayOf, daysAfter } from '#modules/kernel/calendar.ts'
import { open } from '#server/start.ts'
import { median, rounded } from './load.ts'
import type { Row } from './run.ts'

const rounds = 7
const secret = 'a secret for benches, thirty-two characters or more'

async function milliseconds<T>(work: () => Promise<T>): Promise<[number, T]> {
  const started = performance.now()
  const done = await work()
  return [performance.now() - started, done]
}

export async function run(say: (line: string) => void): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'maplebridge-bench-'))
  const { url, stop } = await startEmbedded({ folder })
  const opened = await open({ url, secret, photos: folder, address: 'http://localhost', connections: 16 }, pino({ level: 'fatal' }))
  await loadDemo(opened, say)
  const { db } = opened
  const now = opened.clock()
  const [from, to] = [daysAfter(dayOf(now), -364), dayOf(now)]
  const rows: Row[] = []
  for (const [what, place] of [
    ['county', shown.county],
    ['town', shown.town],
    ['village', shown.village],
  ] as const) {
    const reading = () => Promise.all([evidenceOf(db, demoCounty, place, from, to), saidOf(db, demoCounty, place, from, to)])
    const computing = () => standingsOf(db, demoCounty, place, { from, to, now })
    const times: { read: number; whole: number }[] = []
    for (let round = 0; round <= rounds; round++) {
      const [read] = await milliseconds(reading)
      const [whole] = await milliseconds(computing)
      if (round > 0) times.push({ read, whole })
    }
    const [[evidence], { standings }] = [await reading(), await computing()]
    const windows = standings.reduce((sum, { states }) => sum + states.reduce((each, state) => each + state.windows.length, 0), 0)
    const [ms, limit] = [median(times.map(({ whole }) => whole)), median(times.map(({ read }) => read))]
    rows.push({
      ...{ bench: 'duties', place: what, terms: standings.length, windows, evidence: evidence.length },
      ...{
        ms: rounded(ms, 0),
        msReading: rounded(limit, 0),
        ratio: rounded(median(times.map(({ read, whole }) => whole / read)), 2),
        rounds,
      },
    })
    say(
      `${what}: ${rounded(ms, 0)} ms for ${standings.length} terms in ${windows} windows; ${rounded(limit, 0)} ms to read ${evidence.length} pieces of evidence`,
    )
  }
  await opened.close()
  await stop()
  rmSync(folder, { recursive: true, force: true })
  return rows
}
