/** Both languages say the same things, and every refusal the rules can give has its sentence. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { templates } from '#modules/notices/texts.ts'
import { auditActions, auditSubjects } from '#modules/people/audit.ts'

const languages = ['zh-CN', 'en'] as const
const folder = import.meta.dirname
const catalogues = [...new Set(languages.flatMap((language) => readdirSync(join(folder, language))))].filter((name) =>
  name.endsWith('.json'),
)

type Words = { readonly [key: string]: string | Words }

const read = (language: string, name: string): Words => JSON.parse(readFileSync(join(folder, language, name), 'utf8'))

const leaves = (words: Words, before = ''): [key: string, text: string][] =>
  Object.entries(words).flatMap(([key, value]) => (typeof value === 'string' ? [[before + key, value]] : leaves(value, `${before}${key}/`)))

/** Chinese has one form where English has two. */
const keysOf = (words: Words) => [...new Set(leaves(words).map(([key]) => key.replace(/_(one|other)$/, '')))].sort()
const blanksOf = (text: string) => [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name))].sort()

describe.each(catalogues)('%s', (name) => {
  test('has the same keys in both languages', () => {
    expect(keysOf(read('en', name))).toEqual(keysOf(read('zh-CN', name)))
  })

  test.each(languages)('has no empty sentence in %s', (language) => {
    expect(leaves(read(language, name)).filter(([, text]) => text.trim() === '')).toEqual([])
  })

  test('fills the same blanks in both languages', () => {
    const other = new Map(leaves(read('en', name)))
    const differing = leaves(read('zh-CN', name)).filter(([key, text]) => String(blanksOf(other.get(key) ?? '')) !== String(blanksOf(text)))
    expect(differing.map(([key]) => key)).toEqual([])
  })
})

const sources = ['modules', 'server']
  .flatMap((root) =>
    readdirSync(join(folder, '..', root), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, '..', root, file)),
  )
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))

test('every refusal the rules and the server can give has its sentence', () => {
  const codes = sources.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/refuse\('([\w.]+)'/g)].map(([, code = '']) => code))
  const said = read('zh-CN', 'refusals.json')
  expect([...new Set(codes)].filter((code) => !(code in said))).toEqual([])
})

test('everything the trail records has words, and so has every text of a notice', () => {
  const { actions, subjects } = read('zh-CN', 'desk.json')['audit'] as { actions: Words; subjects: Words }
  const { texts, changed } = read('zh-CN', 'notices.json') as { texts: Words; changed: { fields: Words } }
  const fields = ['event', 'audience', 'channel', 'isOn', 'onlyEmergency', 'template', 'driver', 'settings', 'quietFrom', 'quietUntil']
  const others = ['name', 'place', 'status', 'title', 'titleEn', 'body', 'bodyEn', 'outside', 'wechat', 'wechatFields', 'code']

  expect(auditActions.filter((action) => !(action.replace('.', '_') in actions))).toEqual([])
  expect(auditSubjects.filter((subject) => !(subject in subjects))).toEqual([])
  expect(templates.filter(({ code }) => !(code in texts)).map(({ code }) => code)).toEqual([])
  expect([...fields, ...others].filter((field) => !(field in changed.fields))).toEqual([])
})
