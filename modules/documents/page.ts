/** What a document is made of, before anybody draws it: paragraphs, tables, places to sign, pictures. Plain data, so that it can be tested. */
import type { PhotoId } from '#modules/kernel/ids.ts'

/** 宋体 for what is written, a heavy 宋体 for titles, 黑体 for heads and labels. */
export type Face = 'song' | 'title' | 'hei'

export type Cell = {
  readonly text: string
  /** A label is set in 黑体, in the middle. */
  readonly isLabel?: boolean
  readonly span?: number
  readonly align?: 'left' | 'center' | 'right'
}

/** Where somebody signs: what is printed before, the picture of the name if it was drawn, and the day. */
export type Signing = {
  readonly label: string
  readonly picture?: PhotoId
  /** Printed instead of a picture: "见签字页". */
  readonly text?: string
  readonly isSeal?: boolean
}

export type Block =
  | { readonly kind: 'title'; readonly text: string }
  /** The file number under a title. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  /** Each of its paragraphs begins two characters in, but for the flush: all, or the last (whom a letter is for). */
  | { readonly kind: 'paragraph'; readonly text: string; readonly flush?: 'all' | 'last' }
  /** `columns`: shares of the width. A row of a table that is asked for `lines` is at least so high, to be written in by hand. */
  | {
      readonly kind: 'table'
      readonly columns: readonly number[]
      readonly rows: readonly (readonly Cell[])[]
      /** The first rows come again on every page. */
      readonly heads?: number
      readonly lines?: number
    }
  | { readonly kind: 'signing'; readonly lines: readonly Signing[]; readonly day: string }
  /** Photographed papers, two on a page. */
  | { readonly kind: 'pictures'; readonly caption: string; readonly pages: readonly PhotoId[] }
  | { readonly kind: 'cover'; readonly above: string; readonly title: string; readonly rows: readonly (readonly [string, string])[] }
  | { readonly kind: 'back'; readonly lines: readonly string[] }

/** A document: begins on a page of its own. */
export type Sheet = { readonly name: string; readonly blocks: readonly Block[] }

/** Says a key of locales/. */
export type Say = (key: string, facts?: Record<string, unknown>) => string

export const label = (text: string, span?: number): Cell => ({ text, isLabel: true, ...(span ? { span } : {}) })
export const cell = (text: string | null | undefined, span?: number): Cell => ({ text: text ?? '', ...(span ? { span } : {}) })

/** Every text that stands in a block. */
export function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'table':
      return block.rows.flat().map(({ text }) => text)
    case 'signing':
      return [...block.lines.flatMap(({ label, text = '' }) => [label, text]), block.day]
    case 'pictures':
      return [block.caption]
    case 'cover':
      return [block.above, block.title, ...block.rows.flat()]
    case 'back':
      return block.lines
    default:
      return [block.text]
  }
}
