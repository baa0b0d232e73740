/** PostgreSQL refuses to run as root, so as root its programs run as a system user of their own. */
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { asRoot } from './embedded-folders.ts'
import { Trouble } from './embedded-trouble.ts'

/** What to add to a spawn: nothing, unless we are root. */
export type RunAs = { uid?: number; gid?: number }

const name = 'maplebridge'

export function runAs(): RunAs {
  if (!asRoot()) return {}
  if (process.platform !== 'linux')
    throw new Trouble('PostgreSQL does not run as root. Start Maplebridge as an ordinary user, without sudo.')
  return existing() ?? create()
}

function existing(): RunAs | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }))
  if (uid?.status !== 0 || gid?.status !== 0) return undefined
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
}

/** useradd is on Debian, Red Hat and their like; addgroup and adduser in this form are BusyBox's, on Alpine. */
function create(): RunAs {
  const home = '/var/lib/maplebridge'
  const attempts = [
    ['useradd', '--system', '--user-group', '--no-create-home', '--home-dir', home, '--shell', '/bin/false', name],
    ['addgroup', '-S', name],
    ['adduser', '-S', '-D', '-H', '-h', home, '-s', '/bin/false', '-G', name, name],
  ]
  for (const [command = '', ...args] of attempts) {
    spawnSync(command, args)
    const user = existing() // asked again each time: another process may have just made it
    if (user) return user
  }
  throw new Trouble(
    `PostgreSQL does not run as root, and the system user '${name}' could not be created. ` +
      `Create it ("useradd --system ${name}"), or start Maplebridge as an ordinary user.`,
  )
}

/**
 * Makes sure the user can enter the folder. The folder itself may be opened to the user's
 * group; what lies above it is somebody else's, and is never changed.
 */
export function makeReachable(folder: string, as: RunAs): void {
  if (as.uid === undefined || as.gid === undefined || mayEnter(folder, as)) return

  const closed = ancestors(folder).find((above) => !mayEnter(above, as))
  if (closed) {
    throw new Trouble(
      `PostgreSQL does not run as root, so it runs as the user '${name}', who may not enter ${closed}, where ${folder} is. ` +
        `Set MAPLEBRIDGE_DATA to a folder outside it (without MAPLEBRIDGE_DATA it is /var/lib/maplebridge/data), or run "chmod o+x ${closed}".`,
    )
  }
  chownSync(folder, statSync(folder).uid, as.gid)
  chmodSync(folder, (statSync(folder).mode & 0o7777) | 0o010)
}

/** Asked by trying, as that user: modes, access lists and mount options all have a say. */
function mayEnter(folder: string, as: RunAs): boolean {
  const { status, error } = spawnSync('test', ['-x', folder], { ...as, cwd: '/' })
  if (error)
    throw new Trouble(`Root may not start programs as the user '${name}' here (${error.message}). Start Maplebridge as an ordinary user.`)
  return status === 0
}

function ancestors(folder: string): string[] {
  const above = dirname(folder)
  return above === folder ? [] : [...ancestors(above), above]
}
