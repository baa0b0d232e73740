import { spawn } from 'node:child_process'
import { sql } from 'kysely'
import { expect, inject } from 'vitest'
import { cast } from '#tests/cast.ts'
import { reported } from '#tests/matter.ts'
import { changed } from '#tests/place-change.ts'
import { type Served, served } from '#tests/server.ts'
import type { Plan } from './change.ts'

const { places } = cast
const move: Plan = { kind: 'move', place: places.village, parent: places.westTown }
const dawn = '2026-06-03T16:05:00.000Z' // 00:05 of the next day in the county
const script = new URL('../../tests/change-process.ts', import.meta.url).pathname

/** The address of the test's own database. */
async function addressOf({ opened: { db } }: Served, base: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  return base.replace(/\/[^/]*$/, `/${rows[0]!.name}`)
}

function begin(address: string, ...more: string[]) {
  const child = spawn(process.execPath, [script, address, places.county, dawn, ...more], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const said = new Promise<string>((resolve) => child.stdout.once('data', (words) => resolve(String(words).trim())))
  return { said, ended, kill: () => child.kill('SIGKILL') }
}

const everything = async ({ opened: { db } }: Served) => ({
  places: await db
    .selectFrom('places')
    .select(['code', 'until'])
    .where('county', '=', '149901' as never)
    .orderBy('code')
    .execute(),
  posts: await db.selectFrom('posts').select(['id', 'until']).orderBy('id').execute(),
  matters: await db.selectFrom('matters').select(['id', 'place', 'version']).orderBy('id').execute(),
})

served('a process that is killed in the middle of a change leaves nothing of it; then two at once do it, once', async (it) => {
  const address = await addressOf(it, inject('databaseUrl'))
  for (const number of [1, 2, 3]) await reported(it, number)
  const planned = await changed(it, move, '2026-06-04')
  const before = await everything(it)

  const killed = begin(address, 'pause')
  expect(await killed.said).toBe('in the middle')
  killed.kill()
  await killed.ended
  expect(await everything(it)).toEqual(before)

  const both = [begin(address), begin(address)]
  expect(await Promise.all(both.map(({ said }) => said))).toEqual(['done', 'done'])
  await Promise.all(both.map(({ ended }) => ended))
  const after = await everything(it)
  expect(after.matters.map(({ version }) => version)).toEqual(before.matters.map(({ version }) => version + 1))
  expect(after.places.length).toBe(before.places.length + 4)
  const state = await it.opened.db.selectFrom('placeChanges').select('state').where('id', '=', planned.id).execute()
  expect(state).toEqual([{ state: 'done' }])
})
