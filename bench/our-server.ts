/** Our server as it runs, in a process of its own. */
import { serve } from '@hono/node-server'
import pino from 'pino'
import { createApp } from '#server/app.ts'
import { open } from '#server/start.ts'

const env = process.env as { BENCH_URL: string; BENCH_SECRET: string; BENCH_PHOTOS: string }
// The log is written as in production, to nowhere.
const log = pino({ level: 'info' }, pino.destination('/dev/null'))
const opened = await open(
  { url: env.BENCH_URL, secret: env.BENCH_SECRET, photos: env.BENCH_PHOTOS, address: 'http://localhost', connections: 16 },
  log,
)
const server = serve({ fetch: createApp(opened).fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.(port))
process.on('SIGTERM', () => server.close(() => process.exit(0)))
// The bench that started this server has ended, in whatever way.
process.on('disconnect', () => process.exit(0))
