import { sql } from 'kysely'
import { expect } from 'vitest'
import { served } from '#tests/server.ts'
import { transact } from './db.ts'
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
