/** `npm start`: the database, the migrations, the demo county if the database is empty, the web, the jobs; and an orderly end. */
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import pino from 'pino'
import { dataFolder, startEmbedded, Trouble } from '#db/embedded.ts'
import { installCatalogue } from '#modules/categories/store.server.ts'
import { installDuties } from '#modules/duties/store.server.ts'
import { installNotices } from '#modules/notices/store.server.ts'
import { counties } from '#modules/places/store.server.ts'
import { buildWeb } from '../scripts/build-web.ts'
import { createApp } from './app.ts'
import { version } from './health.ts'
import { startJobs } from './jobs.ts'
import { startPulse } from './pulse.ts'
import { masterSecret } from './secrets.ts'
import { open } from './start.ts'

const say = (line: string) => console.log(line)
const started = performance.now()
const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`

const port = Number(process.env['PORT'] ?? 3000)
const address = (process.env['MAPLEBRIDGE_URL'] ?? `http://localhost:${port}`).replace(/\/+$/, '')
const log = pino({ level: process.env['LOG_LEVEL'] ?? 'warn', base: { version } }, pino.destination(2))

async function main() {
  say(`Maplebridge 枫桥 ${version}`)
  const web = buildWeb(say)
  web.catch(() => undefined) // told below
  const folder = dataFolder(process.env)
  const embedded = process.env['DATABASE_URL'] ? undefined : await startEmbedded({ folder, log: say })
  const url = process.env['DATABASE_URL'] ?? embedded!.url
  say(`database ready (${embedded ? `embedded, data in ${folder}` : 'DATABASE_URL'}), ${seconds()}`)

  const opened = await open({ url, secret: masterSecret(join(folder, 'secret')), photos: join(folder, 'photos'), address }, log)
  if ((await counties(opened.db)).length === 0 && process.env['MAPLEBRIDGE_DEMO'] !== '0') {
    const { loadDemo } = await import('#db/demo/load.ts')
    await loadDemo(opened, say)
    say(`demo county loaded, ${seconds()}`)
  }
  for (const { code } of await counties(opened.db)) {
    await installCatalogue(opened.db, code)
    await installNotices(opened.db, code)
    await installDuties(opened.db, code)
  }

  const stopJobs = await startJobs(url, opened, log)
  const stopPulse = startPulse(opened, log)
  const server = serve({ fetch: createApp(opened).fetch, port })
  server.once('error', (error: NodeJS.ErrnoException) => {
    say(error.code === 'EADDRINUSE' ? `Port ${port} is taken. Choose another: PORT=3001 npm start` : String(error))
    void stop(1)
  })
  server.once(
    'listening',
    () =>
      void web.then(greet, (error) => {
        say(String(error))
        void stop(1)
      }),
  )

  async function greet() {
    say(`ready in ${seconds()}`)
    say('')
    say(`  public pages    ${address}/`)
    say(`  people in the lanes, on a phone    ${address}/field/`)
    say(`  township, departments, county centre    ${address}/desk/`)
    say(`  programs    ${address}/api/docs   ${address}/health`)
    say('')
    const { signIns } = await import('#db/demo/sign-ins.ts')
    for (const line of await signIns(opened.db)) say(`  ${line.replace(/(?<= )\/l\//, `${address}/l/`)}`)
    say('')
    say('  Stop with Ctrl-C, or by ending this process; what was entered stays.')
  }

  let stopping = false
  /** Answers what is being asked, finishes what runs, then closes the database. A second signal does not wait. */
  async function stop(code: number) {
    if (stopping) process.exit(1)
    stopping = true
    const forced = setTimeout(() => process.exit(1), 10_000)
    forced.unref()
    await opened.live.end() // open streams would never end by themselves
    await new Promise((resolve) => server.close(resolve))
    await stopPulse()
    await stopJobs()
    await opened.close()
    await embedded?.stop()
    process.exit(code)
  }
  // npm passes a signal to its shell, which dies of it and tells us nothing: then we have another parent.
  const parent = process.ppid
  if (process.env['npm_lifecycle_event']) setInterval(() => process.ppid !== parent && void stop(0), 500).unref()
  process.on('SIGTERM', () => void stop(0))
  process.on('SIGINT', () => void stop(0))
  void embedded?.gone.then((why) => {
    say(why)
    process.exit(1)
  })
}

main().catch((error) => {
  console.error(error instanceof Trouble ? error.message : error)
  process.exit(1)
})
