import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import type { Photos } from '#modules/documents/draw.server.ts'
import { inkOf, paperOf } from '#modules/documents/photos.server.ts'
import { words } from '#server/words.ts'
import { bare, complete, declined, failed, fileAfter, spoken, withdrawn, worked } from '#tests/dispute-file.ts'
import { picture } from '#tests/picture.ts'
import type { DisputeFile } from '../reply.ts'
import { items } from '../rules/dossier.ts'
import { parts } from './compose.ts'
import { type Printing, printDocument, printDossier } from './render.server.ts'

const small = Buffer.from(await picture())
const pictures: Photos = async (_, isInk) => (isInk ? inkOf(small) : paperOf(small))
const gone: Photos = async () => undefined

const printing = (file: DisputeFile, photos: Photos = pictures, language: 'zh-CN' | 'en' = 'zh-CN'): Printing => ({
  ...{ file, say: words(language), language, at: file.around.at, photos },
})

/** The pages as they are read back, without the spaces that a reader puts between. */
async function pagesOf(pdf: Buffer): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false })
  return text.map((page) => page.replace(/\s/g, ''))
}

test('the file number stands on every page, and the pages are numbered from one', async () => {
  const pages = await pagesOf(await printDossier(printing(complete())))
  const numbered = pages.slice(2, -1)

  expect(pages[0]).toContain('(2026)河湾村人调字第3号')
  expect(pages[0]).toContain('保管期限30年')
  for (const [at, page] of numbered.entries()) {
    expect(page).toContain('(2026)河湾村人调字第3号')
    expect(page).toContain(`—${at + 1}—`)
  }
  expect(pages.at(-1)).toContain(`本卷共${numbered.length}页`)
})

/** The rows of the contents as they are read back: number, name, pages, remark. */
async function contentsOf(pdf: Buffer): Promise<string[][]> {
  const page = await (await getDocumentProxy(new Uint8Array(pdf))).getPage(2)
  const { items } = await page.getTextContent()
  const rows = new Map<number, { x: number; text: string }[]>()
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue
    const y = Math.round(item.transform[5] / 4)
    rows.set(y, [...(rows.get(y) ?? []), { x: item.transform[4], text: item.str }])
  }
  return [...rows]
    .sort(([one], [other]) => other - one)
    .map(([, cells]) => cells.sort((one, other) => one.x - other.x).map(({ text }) => text))
}

test.each([
  ['complete', complete],
  ['spoken', spoken],
  ['declined', declined],
  ['failed', failed],
  ['withdrawn', withdrawn],
] as const)('%s: the contents name the pages on which each item stands', async (_, make) => {
  const file = make()
  const pdf = await printDossier(printing(file))
  const [pages, rows] = [await pagesOf(pdf), (await contentsOf(pdf)).filter(([at]) => /^\d+$/.test(at ?? ''))]
  const all = parts(file, words('zh-CN'))

  expect(rows.map(([, name]) => name)).toEqual(all.map(({ name }) => name))
  let next = 1
  for (const [at, { item, sheets, isMissing }] of all.entries()) {
    const [, , place = ''] = rows[at]!
    if (isMissing && sheets.length === 0) expect(place).toBe('待补')
    else if (item === 'backCover') expect(place).toBe('')
    else if (sheets.length === 0) expect(place).toBe('本卷无')
    else {
      const [first = 0, last = first] = place.split('—').map(Number)
      expect([item, first]).toEqual([item, next])
      const [title] = sheets[0]!.blocks
      if (title?.kind === 'title') expect(pages[first + 1]).toContain(title.text)
      next = last + 1
    }
  }
  expect(pages).toHaveLength(2 + (next - 1) + 1)
})

test('three faces are embedded, each cut down to what is printed, and no other is asked for', async () => {
  const pdf = await printDossier(printing(fileAfter(worked), gone))
  const text = pdf.toString('latin1')
  const names = [...new Set([...text.matchAll(/\/BaseFont \/([\w+-]+)/g)].map(([, name]) => name!))]

  expect(names.map((name) => name.replace(/^[A-Z]{6}\+/, '')).sort()).toEqual([
    'MaplebridgeHei-Medium',
    'MaplebridgeSong-Bold',
    'MaplebridgeSong-Regular',
  ])
  expect(names.every((name) => /^[A-Z]{6}\+/.test(name))).toBe(true)
  expect(text.match(/\/FontFile2 /g)).toHaveLength(3)
})

test('a dossier without pictures is a small file', async () => {
  for (const make of [complete, failed]) expect((await printDossier(printing(make(), gone))).length).toBeLessThan(300_000)
})

test('rare characters of names are printed, and one that no font has is marked, never dropped', async () => {
  const file = bare()
  const named = fileAfter([], { summary: '㛃𬱖龘堃喆犇鑫焱淼垚赟翀嫄拃：\u{2ceae}' })

  expect((await pagesOf(await printDocument(printing(named), 'application')))[0]).toContain('㛃𬱖龘堃喆犇鑫焱淼垚赟翀嫄拃：\u{2ceae}')
  expect((await pagesOf(await printDocument(printing(file), 'application'))).length).toBe(1)
})

test('notes of many pages go on from page to page, and none of them is lost', async () => {
  const sentence = (at: number) => `第${at}句：两家为滴水争了很久，各说各的理，调解员一条一条记下来。`
  const notes = Array.from({ length: 130 }, (_, at) => sentence(at + 1)).join('\n')
  const file = complete()
  const dispute = { ...file.dispute, sessions: file.dispute.sessions.map((session) => ({ ...session, notes })) }
  const pages = await pagesOf(await printDocument(printing({ ...file, dispute }), 'session'))
  const all = pages.join('')

  expect(pages.length).toBeGreaterThan(8)
  for (const at of [1, 60, 130]) expect(all).toContain(`第${at}句`)
  for (const page of pages.filter((each) => each.includes('（签名）'))) expect(page).toContain('以上记录经当事人核对无误')
})

test('a long field of a form is cut over two pages', async () => {
  const summary = Array.from({ length: 200 }, (_, at) => `${at + 1}、院墙滴水。`).join('')
  const pages = await pagesOf(await printDocument(printing(fileAfter([], { summary })), 'application'))

  expect(pages.length).toBeGreaterThan(1)
  expect(pages.join('')).toContain('200、院墙滴水。')
})

test('each of the thirteen is printed alone, and blank where nothing is known', async () => {
  for (const item of items) {
    const pages = await pagesOf(await printDocument(printing(bare()), item))
    expect([item, pages.length > 0, /null|undefined/.test(pages.join(''))]).toEqual([item, true, false])
  }
})

test('pictures that are gone leave their place empty, not the dossier unprinted', async () => {
  const [kept, without] = [await printDossier(printing(complete())), await printDossier(printing(complete(), gone))]

  expect((await pagesOf(without)).length).toBeGreaterThan(20)
  expect(kept.toString('latin1').match(/\/Subtype \/Image/g)!.length).toBeGreaterThan(5)
})

test('a translation says that it is one', async () => {
  expect((await pagesOf(await printDocument(printing(complete(), gone, 'en'), 'notice')))[0]).toContain('theChinesefileistherecord')
})
