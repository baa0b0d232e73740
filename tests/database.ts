/** Before the tests: one embedded PostgreSQL for the run, and in it the template that every test's database is copied from. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import pino from 'pino'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '#db/embedded.ts'
import { open } from '#server/start.ts'
import { loadCast } from './cast.ts'

export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'maplebridge-tests-'))
  const { url, stop } = await startEmbedded({ folder, fast: true })
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query('create database stage')
  await admin.end()
  const opened = await open(
    {
      url: url.replace(/\/[^/]*$/, '/stage'),
      secret: 'a secret for tests, thirty-two characters or more',
      photos: folder,
      address: 'http://localhost',
      connections: 4,
    },
    pino({ level: 'fatal' }),
  )
  await loadCast(opened)
  await opened.close()
  project.provide('databaseUrl', url)
  return async () => {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
