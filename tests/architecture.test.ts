/** The dependency rules, as a test. When one fails, the layout is wrong or the rule is: change one of them on purpose. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

/** What each module may import from other modules. Read it top to bottom: nothing points up, so there are no cycles. */
const mayUse: Record<string, string[]> = {
  kernel: [],
  places: ['kernel'],
  people: ['kernel', 'places'],
  categories: ['kernel', 'people'],
  photos: ['kernel', 'people'],
  documents: ['kernel', 'photos'],
  matters: ['kernel', 'places', 'people', 'categories', 'photos'],
  bodies: ['kernel', 'places', 'people'],
  disputes: ['kernel', 'places', 'people', 'categories', 'photos', 'documents', 'matters', 'bodies'],
  notices: ['kernel', 'places', 'people', 'categories', 'matters', 'disputes'],
  beats: ['kernel', 'places', 'people', 'categories', 'photos', 'documents', 'matters', 'bodies', 'disputes', 'notices'],
  duties: ['kernel', 'places', 'people', 'matters', 'disputes', 'beats'],
  residents: ['kernel', 'people', 'matters', 'notices'],
  overview: ['kernel', 'places', 'people', 'matters'],
}

/** Packages that pure files may use: they are pure themselves. */
const purePackages = ['npm:zod', 'npm:chinese-days']

const roots = ['modules', 'server', 'db', 'web', 'tests', 'bench', 'scripts']
const files = roots.flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => join(root, file))
    .filter((file) => /\.(tsx?|mjs)$/.test(file) && !file.endsWith('.d.ts')),
)
const sources = files.filter((file) => !file.includes('.test.'))

const text = (file: string) => readFileSync(file, 'utf8')
const importsOf = (file: string) =>
  [
    ...text(file).matchAll(
      /^(?:import|export)\b(?<what>[^'"]*?)\bfrom '(?<to>[^']+)'|\bimport\((?:'(?<late>[^']+)')\)|^import '(?<bare>[^']+)'/gms,
    ),
  ].map(({ groups }) => {
    const to = groups?.['to'] ?? groups?.['late'] ?? groups?.['bare'] ?? ''
    const isType = /^\s*type\b/.test(groups?.['what'] ?? '')
    return { to: to.startsWith('#') ? to.slice(1) : to.startsWith('.') ? normalize(join(dirname(file), to)) : `npm:${to}`, isType }
  })

const isPure = (file: string) => file.startsWith('modules/') && !file.endsWith('.server.ts')
const moduleOf = (file: string) => file.split('/')[1] ?? ''

const wrong = (of: readonly string[], say: (file: string) => readonly string[]) =>
  of.flatMap((file) => say(file).map((what) => `${file}: ${what}`))

test('pure files import only pure files, zod and the calendar, and ask nobody the time', () => {
  const pure = sources.filter(isPure)

  expect(
    wrong(pure, (file) =>
      importsOf(file)
        .filter(({ to }) => !isPure(to) && !purePackages.includes(to))
        .map(({ to }) => `imports ${to}`),
    ),
  ).toEqual([])
  expect(wrong(pure, (file) => text(file).match(/Date\.now|new Date\(\)|Math\.random|randomUUID|\bawait\b/g) ?? [])).toEqual([])
})

test('a module uses only the modules below it', () => {
  const modules = sources.filter((file) => file.startsWith('modules/'))

  expect(
    wrong(modules, (file) =>
      importsOf(file)
        .filter(({ to }) => to.startsWith('modules/') && moduleOf(to) !== moduleOf(file))
        .map(({ to }) => moduleOf(to))
        .filter((used) => !mayUse[moduleOf(file)]?.includes(used)),
    ),
  ).toEqual([])
})

test('the web never reaches the server or the database, except for types', () => {
  const web = sources.filter((file) => file.startsWith('web/'))

  expect(
    wrong(web, (file) =>
      importsOf(file)
        .filter(({ to, isType }) => !isType && (/^(server|db)\//.test(to) || to.endsWith('.server.ts')))
        .map(({ to }) => `imports ${to}`),
    ),
  ).toEqual([])
})

test('the database knows only the kernel and the types of what it stores; the demo county is made by the modules', () => {
  const db = sources.filter((file) => file.startsWith('db/') && !file.startsWith('db/demo/'))

  expect(
    wrong(db, (file) =>
      importsOf(file)
        .filter(({ to, isType }) => !isType && (/^(server|web)\//.test(to) || (to.startsWith('modules/') && moduleOf(to) !== 'kernel')))
        .map(({ to }) => `imports ${to}`),
    ),
  ).toEqual([])
})

test('only stores, what they are made of, and db mention SQL', () => {
  const others = sources.filter(
    (file) => /^(modules|server)\//.test(file) && !/(store|accounts|queue|around|names|install)\.server\.ts$/.test(file),
  )

  expect(
    wrong(others, (file) => (/\b(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql`/.test(text(file)) ? ['has SQL'] : [])),
  ).toEqual([])
})

test('every file is short enough to read in one sitting', () => {
  const long = files.filter((file) => file !== 'db/schema.ts' && !/\/texts\//.test(file))

  expect(wrong(long, (file) => (text(file).split('\n').length > 301 ? [`${text(file).split('\n').length} lines`] : []))).toEqual([])
})

test('no file is called utils, helpers or common', () => {
  expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc)(\.|\/)/.test(file))).toEqual([])
})

test('no folder of a module has outgrown itself', () => {
  const count = new Map<string, number>()
  for (const file of sources.filter((file) => file.startsWith('modules/'))) count.set(dirname(file), (count.get(dirname(file)) ?? 0) + 1)

  expect([...count].filter(([, n]) => n > 20)).toEqual([])
})
