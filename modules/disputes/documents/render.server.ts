/** A document, or the whole dossier, as a PDF: fonts of exactly its characters, pages, page numbers, the file number on every page. */

import { drawSheet, type Photos } from '#modules/documents/draw.server.ts'
import type { Say, Sheet } from '#modules/documents/page.ts'
import { type Heading, number, paperFor } from '#modules/documents/print.server.ts'
import type { Instant } from '#modules/kernel/ids.ts'
import type { DisputeFile } from '../reply.ts'
import type { Item } from '../rules/dossier.ts'
import { contents, cover, document, type Place, parts } from './compose.ts'
import { committeeOf, given } from './given.ts'

export type Printing = {
  readonly file: DisputeFile
  readonly say: Say
  readonly language: string
  readonly at: Instant
  readonly photos: Photos
}

const heading = ({ file, say, language, at }: Printing, title: string): Heading => {
  const from = given(file, say)
  const committee = committeeOf(from)
  return { title, author: committee, language, at, head: [from.t('head', { committee }), file.number] }
}

/** One document alone. */
export async function printDocument(printing: Printing, item: Item): Promise<Buffer> {
  const { file, say, photos } = printing
  const sheets = document(file, item, say).map((sheet) => counted(sheet, ''))
  const head = heading(printing, `${file.number} ${say(`disputes:items.${item}`)}`)
  const paper = await paperFor(sheets, head)
  for (const sheet of sheets) await drawSheet(paper, sheet, photos, item === 'backCover' ? 'uncounted' : 'counted')
  number(paper, head)
  return paper.end()
}

/** The whole dossier: cover, contents, the thirteen items. */
export async function printDossier(printing: Printing): Promise<Buffer> {
  const { file, say, photos } = printing
  const all = parts(file, say)
  const front = cover(file, say)
  const sheets = [front, contents(file, all, [], say), ...all.flatMap(({ sheets }) => sheets)]
  const extra: Sheet = { name: '', blocks: [{ kind: 'paragraph', text: say('disputes:documents.contents.range', { first: 1, last: 2 }) }] }
  const head = heading(printing, `${file.number} ${file.title}`)
  const paper = await paperFor([...sheets, extra], head)
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
  number(paper, head)
  return paper.end()
}

/** The back says how many pages there are. */
const counted = (sheet: Sheet, pages: string): Sheet => ({
  ...sheet,
  blocks: sheet.blocks.map((block) =>
    block.kind === 'back' ? { ...block, lines: block.lines.map((line) => line.replace('{pages}', pages)) } : block,
  ),
})
