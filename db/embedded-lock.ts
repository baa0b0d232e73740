/**
 * One owner to a data folder. The lock is a file that names two processes: the owner (whoever asked
 * for the database) and its warden (`embedded-warden.ts`, which runs the server and outlives the owner
 * by the moment it takes to stop it). A lock whose warden is gone is no lock.
 */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { commandLine } from './embedded-process.ts'
import { Trouble } from './embedded-trouble.ts'

type Holder = { owner: number; warden: number }

/** Takes the folder for this warden, and answers how to give it back. Refuses while another owner lives; waits while a dead one's server stops. */
export async function takeLock(folder: string, owner: number, patienceMs = 30_000): Promise<() => void> {
  const file = join(folder, 'postgres.lock')
  const giveUpAt = Date.now() + patienceMs

  while (!create(file, { owner, warden: process.pid })) {
    const holder = read(file)
    if (!holder) continue // given back this instant
    if (!isWarden(holder.warden, folder)) {
      removeStale(file, holder)
      continue
    }
    if (commandLine(holder.owner) !== '') {
      throw new Trouble(
        `The database in ${folder} is already in use by process ${holder.owner}. Stop that process first, or set MAPLEBRIDGE_DATA to another folder.`,
      )
    }
    if (Date.now() > giveUpAt) {
      throw new Trouble(`The database in ${folder} is still being stopped by process ${holder.warden}. Wait a moment and start again.`)
    }
    await pause(50)
  }
  return () => {
    if (read(file)?.warden === process.pid) rmSync(file, { force: true })
  }
}

/** Written aside and linked into place: the file appears whole, or not at all because another is there. */
function create(file: string, holder: Holder): boolean {
  const aside = `${file}.${process.pid}`
  writeFileSync(aside, JSON.stringify(holder))
  try {
    linkSync(aside, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

function read(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    return { owner: 0, warden: 0 } // unreadable, so nobody's
  }
}

/** Our own number in an old lock is a coincidence: in a container the numbers come round the same after each start. */
function isWarden(pid: number, folder: string): boolean {
  const line = pid === process.pid ? '' : commandLine(pid)
  return line.includes('embedded-warden') && line.replaceAll('"', '').trimEnd().endsWith(folder)
}

/** Moved before it is removed, and put back if in the meantime another process had replaced it with its own. */
function removeStale(file: string, stale: Holder): void {
  const aside = `${file}.stale.${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  const moved = read(aside)
  if (moved && moved.warden !== stale.warden) linkSync(aside, file)
  rmSync(aside, { force: true })
}
