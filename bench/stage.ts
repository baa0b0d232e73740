/** Where a bench plays: an embedded server with the settings of production, the usual cast, and servers in processes of their own. */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { startEmbedded } from '#db/embedded.ts'
import { createApp } from '#server/app.ts'
import { type Opened, open } from '#server/start.ts'
import { cast, loadCast } from '#tests/cast.ts'
import { cookieOf } from '#tests/sign-in.ts'

export const secret = 'a secret for benches, thirty-two characters or more'

export type Stage = {
  readonly url: string
  readonly opened: Opened
  cookie(phone: string): Promise<string>
  serve(file: string): Promise<number>
  end(): Promise<void>
}

export async function stage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'maplebridge-bench-'))
  const { url, stop } = await startEmbedded({ folder })
  const opened = await open({ url, secret, photos: folder, address: 'http://localhost', connections: 16 }, pino({ level: 'fatal' }))
  await loadCast(opened)
  const app = createApp(opened)
  const children: ChildProcess[] = []
  return {
    url,
    opened,
    cookie: (phone) => cookieOf(app, phone, cast.password),
    /** Starts a server's file in a process of its own; answers its port. */
    async serve(file) {
      const child = fork(new URL(file, import.meta.url), [], {
        env: { ...process.env, BENCH_URL: url, BENCH_PHOTOS: folder, BENCH_SECRET: secret, NODE_ENV: 'production' },
        stdio: 'inherit',
      })
      children.push(child)
      return new Promise<number>((resolve, reject) => {
        child.once('message', (port) => resolve(port as number))
        child.once('exit', (code) => reject(new Error(`${file} ended (${code})`)))
      })
    },
    async end() {
      for (const child of children) child.kill()
      await opened.close()
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
