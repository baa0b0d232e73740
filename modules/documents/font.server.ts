/**
 * The three faces of a document, each made for one PDF of exactly its characters. The packages bring Source Han Serif CN and Noto Sans SC
 * (SIL Open Font License) in slices by character, each slice with every weight in it; a slice is opened when a character of it is met for the
 * first time, and its outline is kept. No font of the machine is used. See docs/decisions/0010-documents.md.
 */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import * as fontkit from 'fontkit'
import { decompress } from 'wawoff2'
import type { Face } from './page.ts'
import { squeezed } from './punctuation.ts'
import { em, type Glyph, glyphOf, type Outline, type Point, trueType } from './truetype.server.ts'

/** Where a family lies: the style sheet that says which slice has which characters. */
const families = {
  serif: '@chinese-fonts/syst/dist/SourceHanSerifCN/result.css',
  sans: '@fontsource-variable/noto-sans-sc/wght.css',
} as const
type Family = keyof typeof families

/** 宋体 for what is written, a heavy 宋体 for titles (小标宋), 黑体 for heads and labels. Names of our own: "Source" is reserved. */
const faces: Record<Face, { readonly family: Family; readonly weight: number; readonly name: string }> = {
  song: { family: 'serif', weight: 420, name: 'MaplebridgeSong-Regular' },
  title: { family: 'serif', weight: 700, name: 'MaplebridgeSong-Bold' },
  hei: { family: 'sans', weight: 500, name: 'MaplebridgeHei-Medium' },
}

type Slice = { readonly file: string; readonly ranges: readonly (readonly [from: number, to: number])[] }
const slices = new Map<Family, Promise<readonly Slice[]>>()

async function readSlices(family: Family): Promise<Slice[]> {
  const sheet = new URL(import.meta.resolve(families[family]))
  const css = await readFile(sheet, 'utf8')
  return css.split('@font-face').flatMap((rule) => {
    const file = rule.match(/url\(["']?([^"')]+\.woff2)/)?.[1]
    const list = rule.match(/unicode-range:\s*([^;}]+)/)?.[1]
    if (!file || !list) return []
    const ranges = list.split(',').map((range) => {
      const [from = '', to = from] = range.trim().slice(2).split('-')
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const
    })
    return [{ file: fileURLToPath(new URL(file, sheet)), ranges }]
  })
}

const slicesOf = (family: Family) => {
  const known = slices.get(family) ?? readSlices(family)
  slices.set(family, known)
  return known
}

/** What was met so far; null for characters that a family does not have. */
const outlines: Record<Face, Map<number, Glyph | null>> = { song: new Map(), title: new Map(), hei: new Map() }

type Command = { readonly command: string; readonly args: readonly number[] }

function outlineOf({ path, advanceWidth }: fontkit.Glyph, scale: number): Outline {
  const contours: Point[][] = []
  const point = (x: number, y: number, on: boolean) => contours.at(-1)!.push({ x: x * scale, y: y * scale, on })
  for (const { command, args } of (path as unknown as { commands: readonly Command[] }).commands) {
    const [a = 0, b = 0, c = 0, d = 0] = args
    if (command === 'moveTo') contours.push([])
    if (command === 'moveTo' || command === 'lineTo') point(a, b, true)
    if (command === 'quadraticCurveTo') {
      point(a, b, false)
      point(c, d, true)
    }
  }
  // A contour closes itself: a last point on the first is one too many.
  const closed = contours.map((points) => {
    const [first, last] = [points[0], points.at(-1)]
    return points.length > 1 && first?.x === last?.x && first?.y === last?.y ? points.slice(0, -1) : points
  })
  return { advance: advanceWidth * scale, contours: closed.filter(({ length }) => length > 0) }
}

/** The outlines of these characters out of one slice. */
async function open(face: Face, slice: Slice, codes: readonly number[]): Promise<void> {
  const whole = fontkit.create(Buffer.from(await decompress(await readFile(slice.file)))) as fontkit.Font
  const font = whole.getVariation({ wght: faces[face].weight })
  for (const code of codes) {
    const glyph = font.hasGlyphForCodePoint(code) ? font.glyphForCodePoint(code) : undefined
    outlines[face].set(code, glyph ? glyphOf(outlineOf(glyph, em / font.unitsPerEm)) : null)
    // No font has a ticked box: it is the empty one with a tick in it.
    if (code === box && glyph) outlines[face].set(tickedBox, glyphOf(ticked(outlineOf(glyph, em / font.unitsPerEm))))
  }
}

const [box, tickedBox] = [0x25a1, 0x2611]
/** Stands for a character that the fonts do not have: 〓, the printers' mark for missing type, to be written by hand. */
const geta = 0x3013

function ticked({ advance, contours }: Outline): Outline {
  const all = contours.flat()
  const [left, right] = [Math.min(...all.map(({ x }) => x)), Math.max(...all.map(({ x }) => x))]
  const [low, high] = [Math.min(...all.map(({ y }) => y)), Math.max(...all.map(({ y }) => y))]
  const corners = [
    [0.16, 0.5],
    [0.27, 0.61],
    [0.43, 0.42],
    [0.75, 0.84],
    [0.87, 0.74],
    [0.44, 0.2],
  ] as const
  const tick = corners.map(([x, y]) => ({ x: left + x * (right - left), y: low + y * (high - low), on: true }))
  return { advance, contours: [...contours, tick] }
}

async function meet(face: Face, codes: readonly number[]): Promise<void> {
  const all = await slicesOf(faces[face].family)
  const wanted = new Map<Slice, number[]>()
  for (const code of codes.filter((each) => !outlines[face].has(each))) {
    const slice = all.find(({ ranges }) => ranges.some(([from, to]) => from <= code && code <= to))
    if (slice) wanted.set(slice, [...(wanted.get(slice) ?? []), code])
    else outlines[face].set(code, null)
  }
  for (const [slice, of] of wanted) await open(face, slice, of)
}

export type Font = { readonly file: Buffer; readonly widthOf: (text: string, size: number) => number }

/** A face with exactly these characters: its TrueType file, and how wide a text is in it. */
export async function fontOf(face: Face, characters: Iterable<string>): Promise<Font> {
  const codes = [...new Set([...characters].map((each) => each.codePointAt(0)!).filter((code) => code >= 32))]
  await meet(face, [box, geta])
  await meet(face, codes)
  const lacking = codes.filter((code) => !outlines[face].get(code))
  if (face !== 'song') await meet('song', lacking)
  const glyph = (code: number) => outlines[face].get(code) ?? outlines.song.get(code) ?? outlines[face].get(geta)!
  const glyphs = new Map(codes.map((code) => [code, glyph(code)]))
  const advances = new Map([...glyphs].map(([code, { advance }]) => [String.fromCodePoint(code), advance / em]))
  const widthOf = (text: string, size: number) => {
    let [width, before] = [0, '']
    for (const each of text) {
      width += (advances.get(each) ?? 0) - squeezed(before, each)
      before = each
    }
    return width * size
  }
  return { file: trueType(faces[face].name, glyphs, squeezed), widthOf }
}
