/** Where the embedded PostgreSQL lives on this machine: its software (a copy, once per version) and the data. */
import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { Trouble } from './embedded-trouble.ts'

type Env = Record<string, string | undefined>

export const asRoot = () => process.getuid?.() === 0

/** A server's own place as root; otherwise the folder each system sets aside for a person's application data. */
export function homeFolder(env: Env): string {
  if (asRoot()) return '/var/lib/maplebridge'
  if (process.platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'maplebridge')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'maplebridge')
  return join(env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'maplebridge')
}

/** The folder that holds everything worth keeping: MAPLEBRIDGE_DATA, or `data` in the home folder. Absolute. */
export function dataFolder(env: Env): string {
  return env['MAPLEBRIDGE_DATA'] ? resolve(env['MAPLEBRIDGE_DATA']) : join(homeFolder(env), 'data')
}

/** Makes the folder and what is missing above it. As root, other users may pass through what was made: the database's user must. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  if (dirname(folder) !== folder) makeFolder(dirname(folder))
  try {
    mkdirSync(folder, { recursive: true })
    if (asRoot()) chmodSync(folder, 0o711)
  } catch (error) {
    throw new Trouble(
      `The folder ${folder} cannot be made (${(error as NodeJS.ErrnoException).code}). Set MAPLEBRIDGE_DATA to a folder you may write.`,
    )
  }
}
