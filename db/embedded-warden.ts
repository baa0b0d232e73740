/**
 * The warden: a process of its own that opens the database for its owner, and closes it when the channel between them closes.
 * The channel closes however the owner ends, also by `kill -9`, so no server stays behind; and in a session of
 * its own the warden does not hear a terminal's Ctrl-C, so the owner can finish its work before the database goes.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { placeBinaries } from './embedded-binaries.ts'
import { name, prepareCluster, resetPassword } from './embedded-cluster.ts'
import { homeFolder } from './embedded-folders.ts'
import { takeLock } from './embedded-lock.ts'
import { type Server, startServer, stopLeftOver, stopServer } from './embedded-server.ts'
import { Trouble } from './embedded-trouble.ts'
import { makeReachable, runAs } from './embedded-user.ts'

/** What the owner asks for. */
export type Order = { folder: string; port?: number; fast: boolean }

/** What the warden answers: progress, then that it is ready or why not; and, if the server ends unasked, that it is gone. */
export type Answer = { log: string } | { ready: string } | { refused: string } | { gone: string }

type Open = { server: Server; url: string; close: () => void }

async function open({ folder, port, fast }: Order): Promise<Open> {
  const log = (line: string) => say({ log: line })
  const as = runAs()
  makeReachable(folder, as)
  const release = await takeLock(folder, process.ppid)
  try {
    const binaries = placeBinaries([homeFolder(process.env), folder])
    const cluster = join(folder, 'postgres')
    const logFile = join(folder, 'postgres.log')
    const known = readUrl(folder)
    const password = known?.password ?? randomBytes(24).toString('base64url')

    if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000) rmSync(logFile)
    const existed = existsSync(cluster)
    const options = { binaries, as, password, fast, logFile, log }
    stopLeftOver(cluster, options)
    prepareCluster(cluster, options)
    if (existed && !known) resetPassword(cluster, options)

    const server = await startServer(cluster, { port: port ?? known?.port, insist: port !== undefined }, options)
    const close = () => {
      stopServer(cluster, options)
      release()
    }
    try {
      const url = writeUrl(folder, server.port, password)
      await ensureDatabase(url)
      return { server, url, close }
    } catch (error) {
      close()
      throw error
    }
  } catch (error) {
    release()
    throw error
  }
}

/** The address with its password, for the owner's eyes only. It also remembers the port from start to start. */
const urlFile = (folder: string) => join(folder, 'postgres.url')

function readUrl(folder: string): { password: string; port: number } | undefined {
  if (!existsSync(urlFile(folder))) return undefined
  const url = URL.parse(readFileSync(urlFile(folder), 'utf8').trim())
  return url?.password ? { password: url.password, port: Number(url.port) } : undefined
}

function writeUrl(folder: string, port: number, password: string): string {
  const url = `postgresql://${name}:${password}@127.0.0.1:${port}/${name}`
  writeFileSync(urlFile(folder), `${url}\n`, { mode: 0o600 })
  return url
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.replace(/\/[^/]*$/, '/postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (!rowCount) await client.query(`create database ${name}`)
  } finally {
    await client.end()
  }
}

const say = (answer: Answer) => {
  if (process.connected) process.send?.(answer)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {}) // only the owner's end counts
process.stderr.on('error', () => {}) // the owner, who reads it, may be gone

process.once('message', async (order: Order) => {
  const ended = new Promise<void>((resolve) => process.once('disconnect', resolve))
  try {
    const { server, url, close } = await open(order)
    server.child.once('exit', () => {
      if (process.connected) say({ gone: `The database server ended unexpectedly. ${join(order.folder, 'postgres.log')} says why.` })
    })
    say({ ready: url })
    await ended
    close()
  } catch (error) {
    say({ refused: error instanceof Trouble ? error.message : String((error as Error).stack ?? error) })
  }
  if (process.connected) process.disconnect()
})
