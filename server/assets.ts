/** The few files the public pages load: one style sheet, small scripts, the mark. Read once; their addresses change when they do. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { tokenSheet } from '#web/ui/tokens.ts'

const folder = new URL('./public-assets/', import.meta.url)
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8')
const pico = readFileSync(new URL('../node_modules/@picocss/pico/css/pico.classless.min.css', import.meta.url), 'utf8')

/** Comments and indentation out: they are for us, not for a weak signal. */
const tight = (css: string) => css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s*\n\s*/g, '')

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

const tagOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 10)

/** A script names what it imports by its tag too. */
const tagged = (script: string) => script.replace(/from '\.\/([\w.-]+)'/g, (_, file: string) => `from './${file}?v=${tagOf(read(file))}'`)

const prepared = (file: string) => (file.endsWith('.css') ? tight(read(file)) : file.endsWith('.js') ? tagged(read(file)) : read(file))

/** The pages' one sheet, in this order; the printed board has its own. */
const sheets = ['look.css', 'fields.css', 'lists.css', 'tracking.css', 'danger.css'] as const

const texts = new Map(readdirSync(folder).map((file) => [file, prepared(file)]))
texts.set('public.css', [pico, tight(tokenSheet()), ...sheets.map((sheet) => texts.get(sheet))].join(''))

const tags = new Map([...texts].map(([file, text]) => [file, tagOf(text)]))

/** The address of an asset, with what it holds in it, so that a browser may keep it for good. */
export const asset = (file: string): string => {
  if (!texts.has(file)) throw new Error(`no asset ${file}`)
  return `/assets/${file}?v=${tags.get(file)}`
}

export const assets = new Hono()
  .get('/assets/:file', (c) => {
    const file = c.req.param('file')
    const text = texts.get(file)
    if (text === undefined) return c.notFound()
    const lasting = c.req.query('v') === tags.get(file)
    return c.body(text, 200, {
      'content-type': types[file.split('.').at(-1) ?? ''] ?? 'text/plain',
      'cache-control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
    })
  })
  .get('/favicon.svg', (c) =>
    c.body(texts.get('favicon.svg') ?? '', 200, { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' }),
  )
