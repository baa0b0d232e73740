/**
 * Brings what `npm start` and `npm test` need, and does nothing when it is there: the locked dependencies; Node 24 where
 * the machine's is older; with --browser, a browser for the tests. Plain JavaScript for Node 20 and newer, without dependencies.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser } from './find-browser.mjs'

const wanted = 24
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const modules = join(root, 'node_modules')
const stamp = join(modules, '.maplebridge-lock')
const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8')
const fingerprint = createHash('sha256').update(lockText).digest('hex')

const say = (line) => console.log(`maplebridge: ${line}`)
const fail = (line) => {
  console.error(`maplebridge: ${line}`)
  process.exit(1)
}
const textOf = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')
const majorOf = (version) => Number.parseInt(version, 10)

if (majorOf(process.versions.node) < 20)
  fail(`Maplebridge needs Node 20 or newer, and this is ${process.version}. Install a newer one from https://nodejs.org`)
bringDependencies()
bringNode()
if (process.argv.includes('--browser')) bringBrowser()

function bringDependencies() {
  if (textOf(stamp) === fingerprint) return
  if (!isInstalled()) {
    say('installing the dependencies (npm ci), a minute or two')
    // The browser apps are built here, so the development dependencies are needed in production too.
    const all = ['--include=dev', '--include=optional']
    // npm ci refuses a lock file in which optional packages for other systems are missing; npm install takes the same versions and does not.
    if (!npm('ci', '--silent', ...all) && !npm('install', '--no-save', ...all)) {
      fail('the dependencies could not be installed; what npm said is above. Check the connection to the npm registry, and try again.')
    }
  }
  writeFileSync(stamp, fingerprint)
}

/** Whether what npm says it installed is what is locked: then somebody has run npm themselves. Packages for other systems are rightly missing. */
function isInstalled() {
  const listed = textOf(join(modules, '.package-lock.json'))
  if (!listed) return false
  const installed = JSON.parse(listed).packages
  return Object.entries(JSON.parse(lockText).packages).every(([path, locked]) => {
    if (path === '') return true
    return installed[path] ? installed[path].version === locked.version : locked.optional === true || locked.devOptional === true
  })
}

/**
 * Node 24 from npm's `node` package; or rather from the package for this system that `node` would fetch in an install
 * script, which npm is about to block. npm puts node_modules/.bin first on the path of its scripts, so they then run on it.
 */
function bringNode() {
  const isOurs = process.execPath.startsWith(modules) // and then says nothing about the machine's own
  if (majorOf(process.versions.node) >= wanted && !isOurs) return

  const system = process.platform === 'win32' ? 'win' : process.platform
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'
  const name = `${prefix}-${system}-${process.arch}`
  const program = join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
  const isThere = () =>
    existsSync(program) &&
    ['node', name].some((folder) => majorOf(JSON.parse(textOf(join(modules, folder, 'package.json')) || '{}').version) >= wanted)
  if (isThere()) return

  say(`bringing Node ${wanted} (this machine has ${isOurs ? 'an older one' : process.version}), once`)
  const works =
    npm('install', '--no-save', `${name}@${wanted}`) &&
    isThere() &&
    spawnSync(program, ['--version'], { shell: process.platform === 'win32' }).status === 0
  if (!works)
    fail(`Node ${wanted} from npm does not run on this machine. Install Node ${wanted} or newer from https://nodejs.org and try again.`)
}

function bringBrowser() {
  if (findBrowser()) return
  if (process.env.CHROMIUM)
    fail(`CHROMIUM names ${process.env.CHROMIUM}, which is not there. Correct it, or unset it to use an installed browser.`)

  const command = 'apt-get update && apt-get install -y --no-install-recommends chromium fonts-noto-cjk'
  const isDebian = /^ID=["']?debian/m.test(textOf('/etc/os-release'))
  const isRoot = process.getuid?.() === 0
  if (isDebian && isRoot) {
    say('installing Chromium for the tests in a browser, a minute or two')
    const { status } = spawnSync('sh', ['-c', `(${command}) >&2`], {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    if (status === 0 && findBrowser()) return
  }
  const own = { darwin: 'brew install --cask chromium', win32: 'winget install Google.Chrome' }[process.platform]
  const advice = own ?? (isDebian ? `${isRoot ? '' : 'sudo '}sh -c '${command}'` : 'sudo snap install chromium')
  fail(`the tests need Chromium or Chrome, and none was found. Install one with:\n  ${advice}\nor set CHROMIUM to the path of yours.`)
}

/** Runs the npm that runs us, and answers whether it succeeded. What it told its script about itself and its options was not meant for this one. */
function npm(...args) {
  const { npm_execpath: cli = '', npm_node_execpath: node = process.execPath } = process.env
  const isOutside = /npm-cli\.js$/.test(cli) && existsSync(cli)
  const notForUs =
    /^npm_(package|lifecycle|command|config_(prefix|local_prefix|global|global_prefix|omit|only|production|dry_run|if_present|workspaces?|save.*|package_lock.*|loglevel))/i
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !notForUs.test(name)))
  const options = { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] }
  const quiet = ['--loglevel=error', ...args, '--no-audit', '--no-fund']

  const { status } = isOutside
    ? spawnSync(node, [cli, ...quiet], options)
    : spawnSync('npm', quiet, { ...options, shell: process.platform === 'win32' })
  return status === 0
}
