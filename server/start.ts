/** Everything a running server is made of, started in order and stopped in reverse: for main.ts, the commands, the benches and the tests. */
import type { Logger } from 'pino'
import { v7 as uuidv7 } from 'uuid'
import { openPool, overPool } from '#db/db.ts'
import { migrate } from '#db/migrate.ts'
import { openLive } from '#modules/notices/live.server.ts'
import { openAccounts } from '#modules/people/accounts.server.ts'
import type { Surroundings } from './app.ts'
import { secretsFrom } from './secrets.ts'
import { openThrottle } from './throttle.ts'

export type Settings = {
  readonly url: string
  readonly secret: string
  readonly photos: string
  readonly address: string
  readonly clock?: () => string
  readonly connections?: number
}

export type Opened = Surroundings & { close(): Promise<void> }

/** Opens the database, brings it up to date, and puts together what requests need. */
export async function open(
  { url, secret, photos, address, clock = () => new Date().toISOString(), connections = 20 }: Settings,
  log: Logger,
): Promise<Opened> {
  const pool = openPool(url, connections)
  let isClosing = false // then a connection may well be cut
  pool.on('error', (error) => isClosing || log.error({ error: error.message }, 'database connection'))
  const db = overPool(pool)
  const ran = await migrate(db)
  if (ran.length > 0) log.info({ migrations: ran }, 'database brought up to date')
  const secrets = secretsFrom(secret)
  const live = openLive(url)
  return {
    db,
    clock,
    mint: () => uuidv7(),
    secrets,
    throttle: openThrottle(pool, secrets),
    photos,
    address,
    live,
    accounts: openAccounts({ db, pool, secrets, address }),
    log,
    async close() {
      isClosing = true
      await live.end()
      await db.destroy()
    },
  }
}
