/**
 * Breaks Chinese text into lines by its rules (避头尾): no line begins with a closing mark (。，、；：？！”）》…) or ends with an opening one
 * (“（《); —— and …… and words and numbers of other scripts are never cut. A mark at the edge shows only its half that is not empty: a
 * closing one may hang out by half at the right, an opening one is drawn back by half at the left. Pure: the widths come from whoever has the font.
 */
import { closing, mayPart, opening } from './punctuation.ts'

export type Line = {
  readonly text: string
  readonly width: number
  /** The paragraph goes on after it: then it is stretched to the edge. */
  readonly goesOn: boolean
  /** How far it begins to the left of the edge. */
  readonly pull: number
}
type WidthOf = (text: string) => number

const wide =
  /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u2014\u2018\u2019\u201c\u201d\u2026\u25a1\u2611]|[\u{20000}-\u{3ffff}]/u
const isWide = (piece: string) => wide.test(piece)
const first = (piece: string) => [...piece][0] ?? ''
const last = (piece: string) => [...piece].at(-1) ?? ''

/** What is never cut: a wide character, a space, a pair of —— or ……, a word or number of another script. */
function pieces(text: string): string[] {
  const all: string[] = []
  for (const piece of text.match(/——|……|\s|\S/gu) ?? []) {
    const before = all.at(-1)
    const isOneWord = before !== undefined && !/\s/.test(piece + last(before)) && !isWide(piece) && !isWide(before)
    if (isOneWord) all[all.length - 1] = before + piece
    else all.push(piece)
  }
  return all
}

/** The pieces so joined that a line may end after each. */
function units(text: string): string[] {
  const all: string[] = []
  for (const piece of pieces(text)) {
    const before = all.at(-1)
    if (before !== undefined && !mayPart(last(before), first(piece))) all[all.length - 1] = before + piece
    else all.push(piece)
  }
  return all
}

/** A unit that is wider than a whole line (a long address of the web, a row of exclamation marks) is cut where it has to be. */
function cut(unit: string, widthOf: WidthOf, room: number): string[] {
  if (widthOf(unit) <= room) return [unit]
  const parts: string[] = []
  for (const character of unit) {
    const before = parts.at(-1)
    if (before !== undefined && widthOf(before + character) <= room) parts[parts.length - 1] = before + character
    else parts.push(character)
  }
  return parts
}

const hangs = (text: string, widthOf: WidthOf) => (closing.has(last(text)) ? widthOf(last(text)) / 2 : 0)

/** The lines of a text. Each of its own line breaks begins a new one. `indent`: how much less room the first line of a paragraph has. */
export const wrap = (text: string, widthOf: WidthOf, room: number, indent = 0): Line[] =>
  text.split(/\r?\n/).flatMap((paragraph) => linesOf(paragraph.trim(), widthOf, room, indent))

function linesOf(paragraph: string, widthOf: WidthOf, room: number, indent: number): Line[] {
  const all: Line[] = []
  let now = ''
  const pull = () => (all.length > 0 && opening.has(first(now)) ? widthOf(first(now)) / 2 : 0)
  const end = (goesOn: boolean) => {
    const text = now.trimEnd()
    all.push({ text, width: widthOf(text), goesOn, pull: pull() })
    now = ''
  }
  for (const unit of units(paragraph).flatMap((each) => cut(each, widthOf, room - indent))) {
    const longer = (now + unit).trimEnd()
    const free = (all.length === 0 ? room - indent : room) + pull() + hangs(longer, widthOf)
    if (now !== '' && widthOf(longer) > free + 0.01) end(true)
    now += now === '' ? unit.trimStart() : unit
  }
  end(false)
  return all
}

/** The space between characters that brings a line to the edge; none where it would tear it apart. `size`: of the type. */
export function stretch({ text, width, goesOn, pull }: Line, room: number, size: number): number {
  const count = [...text].length
  if (!goesOn || count < 2) return 0
  const wanted = room + pull + (closing.has(last(text)) ? size / 2 : 0)
  const space = (wanted - width) / (count - 1)
  return space > size * 0.2 || space < 0 ? 0 : space
}
