/** The cluster: PostgreSQL's own folder, `postgres` in the data folder. Made once, whole or not at all. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Binaries } from './embedded-binaries.ts'
import { Trouble } from './embedded-trouble.ts'
import type { RunAs } from './embedded-user.ts'

/** The one role, a superuser, and the one database have this name. */
export const name = 'maplebridge'

/** Only what the programs need: a PGOPTIONS or LC_ALL of the caller must not reach them. */
export const environment = { PATH: process.env['PATH'], SystemRoot: process.env['SystemRoot'], TEMP: process.env['TEMP'], LC_ALL: 'C' }

/**
 * The provider `builtin` sorts and folds case alike on every system and after every upgrade of it. But pg_trgm still asks
 * the system's lc_ctype what a letter is, and under C no Chinese character is one: so that one must know Unicode.
 */
const characterTypes = process.platform === 'win32' ? ['en-US', 'English_United States.1252'] : ['C.UTF-8', 'en_US.UTF-8', 'zh_CN.UTF-8']

export type ClusterOptions = { binaries: Binaries; as: RunAs; password: string; fast: boolean; log: (line: string) => void }

/** Makes the cluster if there is none; refuses one of another major version. */
export function prepareCluster(cluster: string, options: ClusterOptions): void {
  const version = join(cluster, 'PG_VERSION')
  if (!existsSync(version)) {
    create(cluster, options)
    return
  }
  const found = readFileSync(version, 'utf8').trim()
  if (found === options.binaries.major) return
  throw new Trouble(
    `The data in ${cluster} belongs to PostgreSQL ${found}, and this Maplebridge brings PostgreSQL ${options.binaries.major}. ` +
      'Dump it with the Maplebridge that wrote it, move the folder away, and restore the dump here.',
  )
}

function create(cluster: string, options: ClusterOptions): void {
  options.log('Creating the database')
  const unfinished = `${cluster}.unfinished`
  const failures: string[] = []

  for (const characterType of characterTypes) {
    const made = initialise(unfinished, characterType, options)
    if (made.status === 0 && knowsChinese(unfinished, options)) {
      renameSync(unfinished, cluster)
      return
    }
    failures.push(made.status === 0 ? `With ${characterType}, Chinese text cannot be searched.` : whatItSaid(made))
  }
  throw new Trouble(`PostgreSQL could not create its database in ${dirname(cluster)}.\n${failures.join('\n')}`)
}

function initialise(cluster: string, characterType: string, { binaries, as, password, fast }: ClusterOptions): SpawnSyncReturns<string> {
  const passwordFile = `${cluster}.password`
  rmSync(cluster, { recursive: true, force: true })
  mkdirSync(cluster, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (as.uid !== undefined && as.gid !== undefined) for (const path of [cluster, passwordFile]) chownSync(path, as.uid, as.gid)
  try {
    const locale = ['--locale=C', `--lc-ctype=${characterType}`, '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    return spawnSync(
      binaries.initdb,
      [
        '-D',
        cluster,
        '-U',
        name,
        '--encoding=UTF8',
        ...locale,
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        ...(fast ? ['--no-sync'] : []),
      ],
      { ...as, cwd: cluster, env: environment, encoding: 'utf8' },
    )
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

const knowsChinese = (cluster: string, options: ClusterOptions) =>
  alone(cluster, options, "create extension pg_trgm; select show_trgm('井盖破损')").includes('show_trgm = "{0x')

/** Gives the role a new password, on a server that is not running: for when the file with the old one was lost. */
export function resetPassword(cluster: string, options: ClusterOptions): void {
  alone(cluster, options, `alter role ${name} password '${options.password}'`)
}

/** Runs statements in single-user mode, in the database `postgres`, which nothing else uses. */
function alone(cluster: string, { binaries, as }: ClusterOptions, sql: string): string {
  const ran = spawnSync(binaries.postgres, ['--single', '-D', cluster, 'postgres'], {
    ...as,
    cwd: cluster,
    env: environment,
    encoding: 'utf8',
    input: `${sql.replaceAll('; ', ';\n')}\n`,
  })
  if (ran.status !== 0) throw new Trouble(`PostgreSQL could not open ${cluster}.\n${whatItSaid(ran)}`)
  return ran.stdout
}

const whatItSaid = ({ error, stderr }: SpawnSyncReturns<string>) =>
  error
    ? `${error.message}. If this system has no GNU C library (Alpine), set DATABASE_URL to a PostgreSQL of your own, 15 or newer.`
    : stderr.trim()
