/** A document, or the whole dossier, as a PDF: fonts of exactly its characters, pages, page numbers, the file number on every page. */
import type { Instant } from '#modules/kernel/ids.ts'
import type { DisputeFile } from '../reply.ts'
import type { Item } from '../rules/dossier.ts'
import { contents, cover, document, type Place, parts } from './compose.ts'
import { drawSheet, type Photos } from './draw.server.ts'
import { fontOf } from './font.server.ts'
import { committeeOf, given } from './given.ts'
import { type Face, type Say, type Sheet, textsOf } from './page.ts'
import { measure, Paper, page, types } from './paper.server.ts'

export type Printing = {
  readonly file: DisputeFile
  readonly say: Say
  readonly language: string
  readonly at: Instant
  readonly photos: Photos
}

/** What stands on pages beside the documents' own words. */
const always = '0123456789—–- （）/☑□'

/** Which characters are set in which face: labels and heads in 黑体, titles in the heavy 宋体, the rest in 宋体. */
function charactersOf(sheets: readonly Sheet[]): Record<Face, string> {
  const all: Record<Face, string> = { song: always, title: ' ', hei: ' ' }
  for (const block of sheets.flatMap(({ blocks }) => blocks)) {
    const texts = textsOf(block).join('')
    if (block.kind === 'cover') for (const face of ['song', 'title', 'hei'] as const) all[face] += texts
    else if (block.kind === 'title') all.title += texts
    else if (block.kind === 'heading') all.hei += texts
    else if (block.kind === 'table') {
      for (const { isLabel, text } of block.rows.flat()) all[isLabel ? 'hei' : 'song'] += text
    } else all.song += texts
  }
  return all
}

async function paperFor({ file, say, language, at }: Printing, sheets: readonly Sheet[], title: string): Promise<Paper> {
  const from = given(file, say)
  const author = committeeOf(from)
  const { song, title: heavy, hei } = charactersOf(sheets)
  const fonts = {
    song: await fontOf('song', song + from.t('head', { committee: author }) + file.number),
    title: await fontOf('title', heavy),
    hei: await fontOf('hei', hei),
  }
  return new Paper(fonts, { title, author, at: new Date(at), language })
}

/** The committee and the file number at the head of each page, its number at the foot. */
function number(paper: Paper, { file, say }: Printing): void {
  const from = given(file, say)
  for (const { index, number } of paper.leaves) {
    if (number === null) continue
    paper.back(index)
    const y = page.top - 40
    paper.single(from.t('head', { committee: committeeOf(from) }), types.small, page.left, y, measure * 0.7)
    paper.single(file.number, types.small, page.left + measure * 0.7, y, measure * 0.3, 'right')
    paper.line(page.left, y + 16, page.right, y + 16, 0.4)
    paper.single(`— ${number} —`, { ...types.small, size: 10.5 }, page.left, page.bottom + 22, measure, 'center')
  }
}

/** One document alone. */
export async function printDocument(printing: Printing, item: Item): Promise<Buffer> {
  const { file, say, photos } = printing
  const sheets = document(file, item, say).map((sheet) => counted(sheet, ''))
  const paper = await paperFor(printing, sheets, `${file.number} ${say(`disputes:items.${item}`)}`)
  for (const sheet of sheets) await drawSheet(paper, sheet, photos, item === 'backCover' ? 'uncounted' : 'counted')
  number(paper, printing)
  return paper.end()
}

/** The whole dossier: cover, contents, the thirteen items. */
export async function printDossier(printing: Printing): Promise<Buffer> {
  const { file, say, photos } = printing
  const all = parts(file, say)
  const front = cover(file, say)
  const sheets = [front, contents(file, all, [], say), ...all.flatMap(({ sheets }) => sheets)]
  const extra: Sheet = { name: '', blocks: [{ kind: 'paragraph', text: say('disputes:documents.contents.range', { first: 1, last: 2 }) }] }
  const paper = await paperFor(printing, [...sheets, extra], `${file.number} ${file.title}`)
  await drawSheet(paper, front, photos, 'uncounted')
  paper.turn(false) // for the contents, when the pages are known
  const { outline } = paper.pdf
  const places: Place[] = []
  for (const { item, name, sheets } of all) {
    const before = paper.number
    const marked = paper.leaves.length
    for (const sheet of sheets)
      await drawSheet(paper, counted(sheet, String(paper.number)), photos, item === 'backCover' ? 'uncounted' : 'counted')
    const isThere = paper.number > before
    places.push(isThere ? { first: before + 1, last: paper.number } : null)
    if (isThere) outline.addItem(name, { pageNumber: marked } as never)
  }
  paper.back(1)
  await drawSheet(paper, contents(file, all, places, say), photos, 'here')
  number(paper, printing)
  return paper.end()
}

/** The back says how many pages there are. */
const counted = (sheet: Sheet, pages: string): Sheet => ({
  ...sheet,
  blocks: sheet.blocks.map((block) =>
    block.kind === 'back' ? { ...block, lines: block.lines.map((line) => line.replace('{pages}', pages)) } : block,
  ),
})
