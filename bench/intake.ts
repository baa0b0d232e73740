/**
 * Intake: reports filed a second through our endpoint, against a minimal server that only executes the SQL. 16 connections, alternating
 * rounds, medians. The aim is a ratio of at least 0.5.
 */
import pg from 'pg'
import { cast } from '#tests/cast.ts'
import { caller, median, rounded, throughput } from './load.ts'
import { newReport, reportSql, reportValues } from './report-sql.ts'
import type { Row } from './run.ts'
import { stage } from './stage.ts'

const connections = 16
const rounds = 5
const seconds = 3

export async function run(say: (line: string) => void): Promise<readonly Row[]> {
  const { url, opened, cookie, serve, end } = await stage()
  const signed = { cookie: await cookie(cast.people.chief.phone), origin: 'http://localhost' }
  const [ours, minimal] = [caller(await serve('./our-server.ts'), connections), caller(await serve('./minimal-server.ts'), connections)]
  const pool = new pg.Pool({ connectionString: url, max: connections })
  pool.on('error', () => undefined) // cut off when the database ends

  const measured = {
    ours: () => ours.call({ method: 'POST', path: '/api/matters', headers: signed, body: JSON.stringify(newReport()) }),
    limit: () => minimal.call({ method: 'POST', path: '/', headers: signed, body: JSON.stringify(newReport()) }),
    sql: () => pool.query({ name: 'report', text: reportSql, values: reportValues(newReport(), cast.people.chief.id) }).then(() => 201),
    public: await publicReport(ours.call, opened),
  }
  const figures: Record<keyof typeof measured, number[]> = { ours: [], limit: [], sql: [], public: [] }
  for (let round = 0; round <= rounds; round++)
    for (const [name, one] of Object.entries(measured) as [keyof typeof measured, () => Promise<number>][]) {
      const rate = await throughput(one, {
        connections,
        seconds: round === 0 ? 1 : seconds,
        isGood: (status) => status === 201 || status === 303,
      })
      if (round === 0) continue // warming up
      figures[name].push(rate)
      say(`round ${round} of ${rounds}  ${name}  ${rounded(rate)} a second`)
    }
  await pool.end()
  ours.close()
  minimal.close()
  await end()
  return (Object.keys(measured) as (keyof typeof measured)[]).map((name) => ({
    bench: 'intake',
    what: {
      ours: 'our endpoint, signed in',
      limit: 'minimal server (the limit)',
      sql: 'bare SQL through pg',
      public: 'anonymous report (form)',
    }[name],
    perSecond: rounded(median(figures[name])),
    ratio: rounded(median(figures[name].map((rate, round) => rate / figures.limit[round]!)), 2),
    limitPerSecond: rounded(median(figures.limit)),
    connections,
    rounds,
  }))
}

/** The form as a browser without script sends it, with a new matter each time. The throttle is by address and would stop us: it is emptied. */
async function publicReport(call: ReturnType<typeof caller>['call'], { db }: Awaited<ReturnType<typeof stage>>['opened']) {
  let sent = 0
  return async () => {
    if (sent++ % 20 === 0) await db.deleteFrom('throttles').execute()
    // About something private: of a public matter the form would first ask whether it is one that is open already.
    const { commandId, id, place, words } = newReport()
    const category = '0101'
    const tracking = Array.from({ length: 16 }, () => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Math.floor(Math.random() * 32)]).join('')
    const body = new URLSearchParams({ commandId, id, tracking, place, category, words }).toString()
    return call({
      method: 'POST',
      path: '/report',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' },
    })
  }
}
