/** A command on the command line: the same database as the server's, opened, used and closed. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pino from 'pino'
import { dataFolder, startEmbedded, Trouble } from '#db/embedded.ts'
import { masterSecret } from './secrets.ts'
import { type Opened, open } from './start.ts'

type Work = (opened: Opened & { say(line: string): void }) => Promise<void>

/** Runs `work`; a failure is a sentence and exit code 1. While a server runs on the embedded database, joins it. */
export async function command(work: Work): Promise<void> {
  const say = (line: string) => console.log(line)
  try {
    const folder = dataFolder(process.env)
    const { url, stop } = await database(folder)
    const settings = {
      url,
      secret: masterSecret(join(folder, 'secret')),
      photos: join(folder, 'photos'),
      address: 'http://localhost',
      connections: 4,
    }
    const opened = await open(settings, pino({ level: 'error' }, pino.destination(2)))
    try {
      await work({ ...opened, say })
    } finally {
      await opened.close()
      await stop()
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}

async function database(folder: string): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env['DATABASE_URL']
  if (given) return { url: given, stop: async () => {} }
  try {
    return await startEmbedded({ folder })
  } catch (error) {
    // A server is running on this folder: its database is open to us too.
    const address = join(folder, 'postgres.url')
    if (!(error instanceof Trouble) || !existsSync(address)) throw error
    return { url: readFileSync(address, 'utf8').trim(), stop: async () => {} }
  }
}
