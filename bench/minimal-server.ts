/**
 * The limit: node:http, JSON.parse, one query for the session, one statement that writes a report, over pg. It checks nothing, knows no
 * rules, validates nothing and logs nothing; what it writes is what our endpoint writes.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { reportSql, reportValues, sessionSql } from './report-sql.ts'

const pool = new pg.Pool({ connectionString: process.env['BENCH_URL'], max: 16 })

const server = createServer((request, response) => {
  let body = ''
  request.on('data', (text) => {
    body += text
  })
  request.on('end', async () => {
    const token = decodeURIComponent(/session_token=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '').split('.')[0]
    const session = await pool.query({ name: 'session', text: sessionSql, values: [token] })
    const { rows } = await pool.query({
      name: 'report',
      text: reportSql,
      values: reportValues(JSON.parse(body), session.rows[0].person_id),
    })
    response.writeHead(201, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ matter: rows[0] }))
  })
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.on('SIGTERM', () => process.exit(0))
// The bench that started this server has ended, in whatever way.
process.on('disconnect', () => process.exit(0))
