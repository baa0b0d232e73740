/** The whole demo county on a database and in a folder of its own, as a first start fills them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import pino from 'pino'
import { inject } from 'vitest'
import { loadDemo } from '#db/demo/load.ts'
import { type Opened, open } from '#server/start.ts'

const secret = 'a secret for tests, thirty-two characters or more'

const asAdmin = async (statement: string) => {
  const client = new pg.Client({ connectionString: inject('databaseUrl') })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** `said`: what the loading said, line by line. `close` leaves no trace. */
export async function openDemo(now: string): Promise<{ opened: Opened; said: string[]; photos: string; close(): Promise<void> }> {
  const name = `demo_${process.pid}`
  const photos = mkdtempSync(join(tmpdir(), 'maplebridge-demo-'))
  const said: string[] = []
  await asAdmin(`create database ${name}`)
  const url = inject('databaseUrl').replace(/\/[^/]*$/, `/${name}`)
  const opened = await open(
    { url, secret, photos, address: 'http://localhost', clock: () => now, connections: 4 },
    pino({ level: 'fatal' }),
  )
  const close = async () => {
    await opened.close()
    rmSync(photos, { recursive: true, force: true })
    await asAdmin(`drop database ${name} with (force)`)
  }
  try {
    await loadDemo(opened, (line) => said.push(line))
  } catch (error) {
    await close()
    throw error
  }
  return { opened, said, photos, close }
}
