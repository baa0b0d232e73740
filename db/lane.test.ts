import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { served } from '#tests/server.ts'
import { transact } from './db.ts'
import { openLane } from './lane.ts'
import { type Asked, statement } from './statement.ts'

const half = statement((_, is: Asked<{ of: number; by: number }>) => sql<{ is: number }>`select ${is('of')}::int / ${is('by')}::int as is`)
const slow = statement((_, is: Asked<{ seconds: number }>) => sql`select pg_sleep(${is('seconds')})`)
const process = statement(() => sql<{ pid: number }>`select pg_backend_pid() as pid`)
const silence = statement((db) => db.selectFrom('counties').select('silenceDays').orderBy('code').limit(1))

served('reads that leave together each get their own answer, also when one of them fails', async ({ opened: { db } }) => {
  const asked = Array.from({ length: 50 }, (_, number) => half(db, { of: number * 2, by: number === 7 ? 0 : 2 }))
  const answers = await Promise.allSettled(asked)

  expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value[0]!.is : 'failed'))).toEqual(
    Array.from({ length: 50 }, (_, number) => (number === 7 ? 'failed' : number)),
  )
})

served('when the connection breaks, what it carried is refused and the next read opens another', async ({ opened: { db } }) => {
  const [first] = await process(db, {})
  const carried = slow(db, { seconds: 30 }).then(
    () => 'answered',
    () => 'refused',
  )
  await sql`select pg_terminate_backend(${first!.pid})`.execute(db)

  expect(await carried).toBe('refused')
  await expect.poll(() => process(db, {}).then(([again]) => again?.pid)).toEqual(expect.any(Number))
  expect((await process(db, {}))[0]?.pid).not.toBe(first!.pid)
})

served('in a transaction a read sees what the transaction wrote', async ({ opened: { db } }) => {
  const [before] = await silence(db, {})
  const inside = await transact(db, async (trx) => {
    await trx
      .updateTable('counties')
      .set({ silenceDays: before!.silenceDays + 1 })
      .execute()
    return { within: (await silence(trx, {}))[0], meanwhile: (await silence(db, {}))[0] }
  })

  expect(inside).toEqual({ within: { silenceDays: before!.silenceDays + 1 }, meanwhile: before })
})

const own = sql<{
  n: number
}>`select count(*)::int as n from pg_stat_activity where datname = current_database() and application_name = 'lane'`

/** A lane of its own over a wire that can be cut silently, as a firewall cuts one: nothing comes back, and nobody is told. */
async function wired(url: string) {
  const { hostname, port } = new URL(url)
  let isCut = false
  const sockets: Socket[] = []
  const wire = createServer((near) => {
    const far = connect(Number(port), hostname)
    sockets.push(near, far)
    for (const socket of [near, far]) socket.on('error', () => undefined)
    if (isCut) return
    near.on('data', (bytes) => !isCut && far.write(bytes))
    far.on('data', (bytes) => !isCut && near.write(bytes))
  })
  await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve))
  const through = new URL(url)
  through.port = String((wire.address() as AddressInfo).port)
  const lane = openLane({ connectionString: through.href, application_name: 'lane' }, { query_timeout: 400 })
  return {
    lane,
    cut(now: boolean) {
      isCut = now
    },
    async end() {
      await Promise.race([lane.end(), new Promise((resolve) => setTimeout(resolve, 500))])
      for (const socket of sockets) socket.destroy()
      wire.close()
    },
  }
}

const one = { name: 'one', text: 'select 1 as it', values: [] }

served('a dead wire refuses what waits on it after a while, and the next read takes another', async ({ url }) => {
  const { lane, cut, end } = await wired(url)
  expect((await lane.query(one)).rows).toEqual([{ it: 1 }])
  cut(true)
  await expect(lane.query(one)).rejects.toThrow()
  cut(false)
  await expect
    .poll(() =>
      lane.query(one).then(
        ({ rows }) => rows,
        () => 'not yet',
      ),
    )
    .toEqual([{ it: 1 }])
  await end()
})

served('however often the connection breaks, there is one', async ({ url, opened: { db } }) => {
  const lane = openLane({ connectionString: url, application_name: 'lane' })
  for (let round = 0; round < 8; round++) {
    const asked = Array.from({ length: 5 }, () => lane.query(one).catch(() => undefined))
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lane' and datname = current_database()`.execute(
      db,
    )
    await Promise.all(asked)
  }
  await expect
    .poll(() =>
      lane.query(one).then(
        ({ rows }) => rows,
        () => undefined,
      ),
    )
    .toEqual([{ it: 1 }])
  expect((await own.execute(db)).rows[0]!.n).toBe(1)
  await lane.end()
  await expect.poll(async () => (await own.execute(db)).rows[0]!.n).toBe(0)
})

served('a change of the schema under a prepared read costs nobody an error', async ({ url, opened: { db } }) => {
  const lane = openLane({ connectionString: url, application_name: 'lane' })
  const name = { name: 'name', text: 'select name from counties order by code limit 1', values: [] }
  const before = (await lane.query(name)).rows
  await sql`alter table counties alter column name type text`.execute(db)

  expect((await lane.query(name)).rows).toEqual(before)
  await lane.end()
})
