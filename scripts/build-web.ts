/** Builds the staff apps into dist/ where their sources changed since; `npm start` does this by itself. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const apps = ['field', 'desk'] as const
const inputs = ['web', 'modules', 'locales', 'vite.config.ts', 'package-lock.json']

const isSource = (file: string) => !/\.server\.ts$|\.test\.tsx?$/.test(file)

/** A fingerprint of everything the apps are made of. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const input of inputs) {
    const path = join(root, input)
    const files = /\.\w+$/.test(input)
      ? [path]
      : readdirSync(path, { recursive: true, withFileTypes: true })
          .filter((each) => each.isFile())
          .map((each) => join(each.parentPath, each.name))
    for (const file of files.filter(isSource).sort()) hash.update(file.slice(root.length)).update(readFileSync(file))
  }
  return hash.digest('hex')
}

const stamp = (app: string) => join(root, 'dist', app, '.built-from')
const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '')

/** Builds what is stale, one app after the other. Rejects with what the builder said if it fails. */
export async function buildWeb(say: (line: string) => void): Promise<void> {
  const made = fingerprint()
  for (const app of apps.filter((each) => read(stamp(each)) !== made)) {
    const started = performance.now()
    await build(app)
    mkdirSync(join(root, 'dist', app), { recursive: true })
    writeFileSync(stamp(app), made)
    say(`web/${app} built, ${((performance.now() - started) / 1000).toFixed(1)} s`)
  }
}

const build = (app: string) =>
  new Promise<void>((resolve, reject) => {
    const vite = spawn(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--mode', app, '--logLevel', 'warn'], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [vite.stdout, vite.stderr]) stream.on('data', (text) => (said += text))
    vite.once('error', reject)
    vite.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`web/${app} could not be built:\n${said}`))))
  })

if (import.meta.main) await buildWeb((line) => console.log(line))
