/**
 * The embedded database: a real PostgreSQL in a folder, for whoever has not set DATABASE_URL.
 *
 *     owner ──channel──▶ warden ──▶ postgres        the channel closes, the warden stops the server
 *
 * Why it is built so: docs/decisions/0001-embedded-postgresql.md
 */
import { fork } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { dataFolder, makeFolder } from './embedded-folders.ts'
import { Trouble } from './embedded-trouble.ts'
import type { Answer, Order } from './embedded-warden.ts'

export { dataFolder } from './embedded-folders.ts'
export { Trouble } from './embedded-trouble.ts'

export type Embedded = {
  /** For node-postgres: a superuser on 127.0.0.1, with its password. Not for logs. */
  url: string
  /** Resolves with the reason if the server ends without being asked to; never otherwise. */
  gone: Promise<string>
  /** Stops the server, within a second or two as a rule. Close pools first: what is open is cut off. */
  stop(): Promise<void>
}

export type EmbeddedOptions = {
  /** Where everything is kept; made if missing. Default: `dataFolder(process.env)`. */
  folder?: string
  /** Only this port will do. Default: the last one used if it is free, else any. */
  port?: number
  /** For tests: does not wait for the disk, and would lose data with the machine's power. */
  fast?: boolean
  /** Hears what is being done, one line at a time. */
  log?: (line: string) => void
}

/**
 * Starts PostgreSQL on the folder, first creating what is missing: a second or two the first time, half a second after.
 * Refuses, with a Trouble that says what to do, while another process uses the folder. It does not keep the
 * process running; when the process ends, in whatever way, the server stops.
 */
export async function startEmbedded({
  folder = dataFolder(process.env),
  port,
  fast = false,
  log = () => {},
}: EmbeddedOptions = {}): Promise<Embedded> {
  makeFolder(folder)
  const order: Order = { folder: realpathSync(folder), port, fast }
  const { NODE_OPTIONS: _, ...env } = process.env // a debugger's port, for example, is the owner's
  const warden = fork(fileURLToPath(new URL('embedded-warden.ts', import.meta.url)), [order.folder], {
    detached: true,
    execArgv: [],
    env,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let complaint = ''
  let stopping = false
  warden.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-4000)
  })
  const ended = new Promise<void>((resolve) => warden.once('exit', () => resolve()))
  const gone = new Promise<string>((resolve) => {
    warden.on('message', (answer: Answer) => {
      if ('gone' in answer && !stopping) resolve(answer.gone)
    })
    warden.once('exit', () => {
      if (!stopping) resolve('The process that keeps the database ended unexpectedly. Start Maplebridge again.')
    })
  })

  const url = await new Promise<string>((resolve, reject) => {
    warden.on('message', (answer: Answer) => {
      if ('log' in answer) log(answer.log)
      if ('ready' in answer) resolve(answer.ready)
      if ('refused' in answer) reject(new Trouble(answer.refused))
    })
    warden.once('error', reject)
    warden.once('exit', (code) => reject(new Error(`The database's warden ended (${code}).\n${complaint}`)))
    warden.send(order)
  })
  unref(warden)

  const stop = async () => {
    stopping = true
    warden.ref()
    if (warden.connected) warden.disconnect()
    await ended
  }
  return { url, gone, stop }
}

/** The process may end while the server runs: the warden will notice. */
function unref(warden: ReturnType<typeof fork>): void {
  warden.unref()
  warden.channel?.unref()
  ;(warden.stderr as { unref?(): void } | null)?.unref?.()
}
