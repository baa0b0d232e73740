/** A4 pages in the margins of GB/T 9704-2012 (公文格式), a cursor that runs down them, and type set on it. */
import PDFDocument from 'pdfkit'
import type { Font } from './font.server.ts'
import type { Face } from './page.ts'
import { type Line, stretch, wrap } from './wrap.ts'

const mm = 72 / 25.4
export const page = { width: 595.28, height: 841.89, top: 34 * mm, bottom: 841.89 - 27 * mm, left: 28 * mm, right: 595.28 - 26 * mm }
export const measure = page.right - page.left
export const depth = page.bottom - page.top

export const ink = '#1a1a1a'
export const rule = 0.6

export type Type = { readonly face: Face; readonly size: number; readonly lead: number }
/** 四号 for the text, 小四 in tables, 二号 for titles; `lead` is from line to line. */
export const types = {
  body: { face: 'song', size: 14, lead: 25 },
  table: { face: 'song', size: 12, lead: 18.5 },
  label: { face: 'hei', size: 11.5, lead: 18.5 },
  heading: { face: 'hei', size: 14, lead: 30 },
  title: { face: 'title', size: 22, lead: 34 },
  number: { face: 'song', size: 12, lead: 22 },
  small: { face: 'song', size: 9, lead: 13 },
} as const satisfies Record<string, Type>

/** What stands at the head and foot of a page: nothing on covers, contents and backs. */
export type Leaf = { readonly index: number; readonly number: number | null }

export type About = { readonly title: string; readonly author: string; readonly at: Date; readonly language: string }

export class Paper {
  readonly pdf: PDFKit.PDFDocument
  readonly leaves: Leaf[] = []
  y = page.top
  #fonts: Record<Face, Font>
  #number = 0

  constructor(fonts: Record<Face, Font>, { title, author, at, language }: About) {
    this.#fonts = fonts
    this.pdf = new PDFDocument({
      ...{ size: 'A4', margin: 0, autoFirstPage: false, bufferPages: true, font: null as never },
      // Kept for decades: PDF/A-2b, everything that is needed to show it inside.
      ...{ pdfVersion: '1.7', subset: 'PDF/A-2b', lang: language, displayTitle: true },
      info: { Title: title, Author: author, Creator: 'Maplebridge', Producer: 'Maplebridge', CreationDate: at, ModDate: at },
    } as PDFKit.PDFDocumentOptions)
    for (const [face, { file }] of Object.entries(fonts)) this.pdf.registerFont(face, file)
  }

  /** The number of the page that the cursor is on; 0 before the first that counts. */
  get number(): number {
    return this.#number
  }

  turn(isCounted = true): void {
    this.pdf.addPage()
    if (isCounted) this.#number++
    this.leaves.push({ index: this.leaves.length, number: isCounted ? this.#number : null })
    this.y = page.top
  }

  get left(): number {
    return page.bottom - this.y
  }

  /** On a new page, unless there is so much room. */
  need(height: number): void {
    if (height > this.left) this.turn()
  }

  widthOf(text: string, { face, size }: Type): number {
    return this.#fonts[face].widthOf(text, size)
  }

  lines(text: string, type: Type, room: number, indent = 0): Line[] {
    return wrap(text, (part) => this.widthOf(part, type), room, indent)
  }

  /** One line of type, at a height of its own; stretched to the edge if its paragraph goes on. */
  set(line: Line, { face, size, lead }: Type, x: number, y: number, room: number, align: 'left' | 'center' | 'right' = 'left'): void {
    if (line.text === '') return
    const free = Math.max(0, room - line.width)
    const from = align === 'center' ? x + free / 2 : align === 'right' ? x + free : x - line.pull
    this.pdf
      .font(face)
      .fontSize(size)
      .fillColor(ink)
      .text(line.text, from, y + (lead - size) / 2, {
        lineBreak: false,
        characterSpacing: align === 'left' ? stretch(line, room, size) : 0,
      })
  }

  /** A text that is not longer than a line, or is shrunk until it is. */
  single(text: string, type: Type, x: number, y: number, room: number, align: 'left' | 'center' | 'right' = 'left'): void {
    const width = this.widthOf(text, type)
    const size = width > room ? (type.size * room) / width : type.size
    this.set({ text, width: Math.min(width, room), goesOn: false, pull: 0 }, { ...type, size }, x, y, room, align)
  }

  line(x1: number, y1: number, x2: number, y2: number, width = rule): void {
    this.pdf.moveTo(x1, y1).lineTo(x2, y2).lineWidth(width).strokeColor(ink).stroke()
  }

  /** Back to a page that was left for later. */
  back(index: number): void {
    this.pdf.switchToPage(index)
    this.y = page.top
  }

  async end(): Promise<Buffer> {
    const chunks: Buffer[] = []
    const done = new Promise<Buffer>((resolve, reject) => {
      this.pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
      this.pdf.on('end', () => resolve(Buffer.concat(chunks)))
      this.pdf.on('error', reject)
    })
    this.pdf.end()
    return done
  }
}
