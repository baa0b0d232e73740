/** Sheets as a PDF: fonts of exactly their characters, something at the head of every page and its number at the foot. */
import type { Instant } from '#modules/kernel/ids.ts'
import { drawSheet, type Photos } from './draw.server.ts'
import { fontOf } from './font.server.ts'
import { type Face, type Sheet, textsOf } from './page.ts'
import { measure, Paper, page, types } from './paper.server.ts'

/** What the PDF says of itself, and what stands at the head of each of its pages, left and right. */
export type Heading = {
  readonly title: string
  readonly author: string
  readonly language: string
  readonly at: Instant
  readonly head: readonly [left: string, right: string]
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

/** Paper on which these sheets, and no others, can be drawn. */
export async function paperFor(sheets: readonly Sheet[], { title, author, language, at, head }: Heading): Promise<Paper> {
  const { song, title: heavy, hei } = charactersOf(sheets)
  const fonts = {
    song: await fontOf('song', song + head.join('')),
    title: await fontOf('title', heavy),
    hei: await fontOf('hei', hei),
  }
  return new Paper(fonts, { title, author, at: new Date(at), language })
}

/** The heading at the head of each page that counts, its number at the foot. */
export function number(paper: Paper, { head: [left, right] }: Heading): void {
  for (const { index, number } of paper.leaves) {
    if (number === null) continue
    paper.back(index)
    const y = page.top - 40
    paper.single(left, types.small, page.left, y, measure * 0.7)
    paper.single(right, types.small, page.left + measure * 0.7, y, measure * 0.3, 'right')
    paper.line(page.left, y + 16, page.right, y + 16, 0.4)
    paper.single(`— ${number} —`, { ...types.small, size: 10.5 }, page.left, page.bottom + 22, measure, 'center')
  }
}

const none: Photos = async () => undefined

/** Sheets one after the other, each on a page of its own. */
export async function printSheets(sheets: readonly Sheet[], heading: Heading, photos: Photos = none): Promise<Buffer> {
  const paper = await paperFor(sheets, heading)
  for (const sheet of sheets) await drawSheet(paper, sheet, photos)
  number(paper, heading)
  return paper.end()
}
