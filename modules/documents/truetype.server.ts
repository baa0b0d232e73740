/**
 * Writes a small TrueType font: exactly the characters that one PDF needs, gathered from wherever they were found. Only what a PDF asks for
 * of an embedded font: outlines, widths, and which character is which. (OpenType 1.9: head, hhea, maxp, hmtx, loca, glyf, cmap, name, post.)
 */
export type Point = { readonly x: number; readonly y: number; readonly on: boolean }
export type Outline = { readonly advance: number; readonly contours: readonly (readonly Point[])[] }

/** An outline as it lies in the font, so that it is computed once. */
export type Glyph = { readonly advance: number; readonly bytes: Buffer; readonly points: number; readonly contours: number }

/** Units of an em, and how far a line reaches above and below its base: a square of one em, as Chinese type is cast. */
export const em = 1000
const above = 880
const below = -120

const u16 = (value: number) => [(value >> 8) & 255, value & 255]
const u32 = (value: number) => [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]

/** One axis of the points: steps from point to point, in one byte where they are short, and none where they are nothing. */
function steps(values: readonly number[], short: number, same: number, flags: number[]): number[] {
  let last = 0
  return values.flatMap((value, at) => {
    const step = value - last
    last = value
    if (step === 0) {
      flags[at]! |= same
      return []
    }
    if (Math.abs(step) > 255) return u16(step)
    flags[at]! |= short | (step > 0 ? same : 0)
    return [Math.abs(step)]
  })
}

export function glyphOf({ advance, contours }: Outline): Glyph {
  const points = contours.flat().map(({ x, y, on }) => ({ x: Math.round(x), y: Math.round(y), on }))
  if (points.length === 0) return { advance, bytes: Buffer.alloc(0), points: 0, contours: 0 }
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  const flags = points.map(({ on }) => (on ? 1 : 0))
  const across = steps(xs, 2, 16, flags)
  const up = steps(ys, 4, 32, flags)
  const ends = contours.map((_, at) => contours.slice(0, at + 1).reduce((sum, { length }) => sum + length, -1))
  const bytes = Buffer.from([
    ...[contours.length, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys), ...ends, 0].flatMap(u16),
    ...flags,
    ...across,
    ...up,
  ])
  const padded = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)])
  return { advance, bytes: padded, points: points.length, contours: contours.length }
}

/** Which character is which glyph: format 12, a group for each. The first glyph (0) stands for what is not there. */
const cmap = (codes: readonly number[]) =>
  Buffer.from([
    ...[0, 1, 3, 10].flatMap(u16),
    ...u32(12),
    ...[12, 0].flatMap(u16),
    ...[16 + codes.length * 12, 0, codes.length, ...codes.flatMap((code, at) => [code, code, at + 1])].flatMap(u32),
  ])

function names(name: string): Buffer {
  const text = Buffer.from(name, 'utf16le').swap16()
  const ids = [1, 2, 4, 6]
  const records = ids.flatMap((id) => [3, 1, 0x409, id, text.length, 0].flatMap(u16))
  return Buffer.concat([Buffer.from([...[0, ids.length, 6 + ids.length * 12].flatMap(u16), ...records]), text])
}

const sum = (bytes: Buffer) => {
  let total = 0
  for (let at = 0; at + 4 <= bytes.length; at += 4) total = (total + bytes.readUInt32BE(at)) >>> 0
  return total
}

/** Pairs that stand nearer: `nearer` in em. */
function kern(codes: readonly number[], nearer: Nearer): Buffer {
  const texts = codes.map((code) => String.fromCodePoint(code))
  const pairs = texts.flatMap((left, at) =>
    texts.flatMap((right, to) => {
      const by = nearer(left, right)
      return by === 0 ? [] : [[at + 1, to + 1, -by * em]]
    }),
  )
  return Buffer.from([0, 1, 0, 14 + pairs.length * 6, 1, pairs.length, 0, 0, 0, ...pairs.flat()].flatMap(u16))
}

export type Nearer = (left: string, right: string) => number

/** The font, by code point. `name` is its PostScript name. */
export function trueType(name: string, glyphs: ReadonlyMap<number, Glyph>, nearer: Nearer): Buffer {
  const codes = [...glyphs.keys()].sort((one, other) => one - other)
  const all = [glyphOf({ advance: em, contours: [] }), ...codes.map((code) => glyphs.get(code)!)]
  let end = 0
  const loca = [0, ...all.map(({ bytes }) => (end += bytes.length))].flatMap(u32)
  const tables: Record<string, Buffer> = {
    cmap: cmap(codes),
    glyf: Buffer.concat(all.map(({ bytes }) => bytes)),
    head: Buffer.from([
      ...[1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 3, em, 0, 0, 0, 0, 0, 0, 0, 0].flatMap(u16),
      ...[-200, -300, 1200, 1000, 0, 8, 2, 1, 0].flatMap(u16),
    ]),
    hhea: Buffer.from([1, 0, above, below, 0, em, 0, 0, em, 1, 0, 0, 0, 0, 0, 0, 0, all.length].flatMap(u16)),
    hmtx: Buffer.from(all.flatMap(({ advance, bytes }) => [...u16(Math.round(advance)), ...u16(bytes.length ? bytes.readInt16BE(2) : 0)])),
    kern: kern(codes, nearer),
    loca: Buffer.from(loca),
    maxp: Buffer.from(
      [
        ...[1, 0, all.length, Math.max(...all.map(({ points }) => points)), Math.max(...all.map(({ contours }) => contours))],
        ...[0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0],
      ].flatMap(u16),
    ),
    name: names(name),
    post: Buffer.from([...u32(0x30000), ...u32(0), ...[-100, 50].flatMap(u16), ...[0, 0, 0, 0, 0].flatMap(u32)]),
  }
  const tags = Object.keys(tables).sort()
  const power = 2 ** Math.floor(Math.log2(tags.length))
  let at = 12 + tags.length * 16
  const directory = tags.flatMap((tag) => {
    const table = Buffer.concat([tables[tag]!, Buffer.alloc(-tables[tag]!.length & 3)])
    const line = [...Buffer.from(tag, 'latin1'), ...u32(sum(table)), ...u32(at), ...u32(tables[tag]!.length)]
    tables[tag] = table
    at += table.length
    return line
  })
  const head = [...u32(0x10000), ...[tags.length, power * 16, Math.log2(power), tags.length * 16 - power * 16].flatMap(u16)]
  return Buffer.concat([Buffer.from([...head, ...directory]), ...tags.map((tag) => tables[tag]!)])
}
