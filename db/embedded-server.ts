/** The server: one `postgres` on the cluster, started, awaited and stopped. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Binaries } from './embedded-binaries.ts'
import { environment } from './embedded-cluster.ts'
import { commandLine } from './embedded-process.ts'
import { settings } from './embedded-settings.ts'
import { Trouble } from './embedded-trouble.ts'
import type { RunAs } from './embedded-user.ts'

export type ServerOptions = { binaries: Binaries; as: RunAs; fast: boolean; logFile: string; log: (line: string) => void }
export type Server = { child: ChildProcess; port: number }

/** Starts on the wished port if it is free, else on another; insists on it only when told to. */
export async function startServer(cluster: string, wish: { port?: number; insist: boolean }, options: ServerOptions): Promise<Server> {
  if (wish.insist && wish.port && !(await isFree(wish.port))) {
    throw new Trouble(`Port ${wish.port}, asked for the database, is in use. Choose another, or none: then a free one is found.`)
  }
  for (let attempt = 1; ; attempt++) {
    const port = wish.port && (wish.insist || (await isFree(wish.port))) ? wish.port : await anyFreePort()
    const from = logSize(options.logFile)
    const child = launch(cluster, port, options)
    if (await isReady(cluster, child, options)) return { child, port }

    const said = readFileSync(options.logFile, 'utf8').slice(from).trim()
    const passing = /could not create any TCP\/IP sockets|pre-existing shared memory block/.test(said)
    if (!passing || attempt === 5) throw new Trouble(`PostgreSQL did not start. It said (in ${options.logFile}):\n${said}`)
    await pause(300)
  }
}

/** Fast: open transactions are rolled back and everything is written. If that takes too long, at once: the next start recovers. */
export function stopServer(cluster: string, { binaries, as }: Pick<ServerOptions, 'binaries' | 'as'>): void {
  for (const mode of ['fast', 'immediate']) {
    const stopped = spawnSync(binaries.pgCtl, ['stop', '-D', cluster, '-m', mode, '-t', '15', '--silent'], {
      ...as,
      cwd: cluster,
      env: environment,
    })
    if (stopped.status === 0 || !runningOn(cluster)) return
  }
}

function launch(cluster: string, port: number, { binaries, as, fast, logFile }: ServerOptions): ChildProcess {
  const output = openSync(logFile, 'a', 0o600)
  const args = ['-D', cluster, '-p', String(port), ...settings({ fast })]
  const child = spawn(binaries.postgres, args, {
    ...as,
    cwd: cluster,
    env: environment,
    stdio: ['ignore', output, output],
    windowsHide: true,
  })
  closeSync(output)
  return child
}

/** As pg_ctl does: the server writes its own process number and then the word `ready` into postmaster.pid. False if it ended first. */
async function isReady(cluster: string, child: ChildProcess, { log }: ServerOptions): Promise<boolean> {
  let ended = false
  child.once('exit', () => (ended = true)).once('error', () => (ended = true))
  for (let waited = 0; !ended; waited++) {
    const { pid, status } = postmaster(cluster)
    if (pid === child.pid && status === 'ready') return true
    if (waited > 0 && waited % 500 === 0) log('The database was not shut down properly and is recovering: please wait')
    await pause(20)
  }
  return false
}

/**
 * A server without a warden, left by one that was killed, is stopped. A postmaster.pid left by a dead server stays: PostgreSQL
 * judges it itself, and knows by it whether any part of that server still runs. Only when the number has meanwhile gone
 * to a stranger do we put ours instead, which PostgreSQL, as our child, knows not to be a server's.
 */
export function stopLeftOver(cluster: string, options: Pick<ServerOptions, 'binaries' | 'as' | 'log'>): void {
  const { pid, lines } = postmaster(cluster)
  if (!pid) return
  if (runningOn(cluster)) {
    options.log(`Stopping a database server that an earlier run left behind (process ${pid})`)
    stopServer(cluster, options)
    if (runningOn(cluster))
      throw new Trouble(`A database server that an earlier run left behind, process ${pid}, does not stop. End it, and start again.`)
  } else if (commandLine(pid) !== '') {
    writeFileSync(join(cluster, 'postmaster.pid'), [process.pid, ...lines.slice(1)].join('\n'))
  }
}

function runningOn(cluster: string): boolean {
  const line = commandLine(postmaster(cluster).pid)
  return line.includes('postgres') && line.includes(cluster)
}

function postmaster(cluster: string): { pid: number; status: string | undefined; lines: string[] } {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), status: lines[7]?.trim(), lines }
  } catch {
    return { pid: 0, status: undefined, lines: [] }
  }
}

const logSize = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0

const isFree = (port: number) =>
  listenOnce(port).then(
    (found) => found === port,
    () => false,
  )
const anyFreePort = () => listenOnce(0)

const listenOnce = (port: number) =>
  new Promise<number>((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
