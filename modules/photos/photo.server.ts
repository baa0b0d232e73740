/**
 * Pictures: decoded, turned upright, shrunk and encoded anew, so that nothing of the original file survives but what can be seen.
 * No EXIF, no GPS, no colour profile, no second frame. On disk under random names; who may see one is decided by its matter.
 */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import type { County, PhotoId } from '#modules/kernel/ids.ts'
import { type Refusal, refuse } from '#modules/kernel/refusal.ts'

/** The largest file that is read at all. */
export const bytesAtMost = 25_000_000
/** The longest side kept, and of the small copy for lists, in pixels. */
const sides = { full: 1600, small: 320 } as const
export type Size = keyof typeof sides

export type Picture = { readonly width: number; readonly height: number; readonly full: Buffer; readonly small: Buffer }

const kinds: readonly { kind: 'jpeg' | 'png' | 'webp' | 'heic'; is: (head: Buffer) => boolean }[] = [
  { kind: 'jpeg', is: (head) => head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) },
  { kind: 'png', is: (head) => head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) },
  { kind: 'webp', is: (head) => head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP' },
  {
    kind: 'heic',
    is: (head) => head.toString('latin1', 4, 8) === 'ftyp' && /^(heic|heix|heim|heis|mif1|msf1)$/.test(head.toString('latin1', 8, 12)),
  },
]

/** The most pixels that are decoded: a telephone's 40 megapixels. A small file can hold far more, and fill the memory. */
const pixelsAtMost = 40_000_000

sharp.concurrency(1)
sharp.cache(false)

async function opened(bytes: Buffer): Promise<Sharp | undefined> {
  const kind = kinds.find(({ is }) => is(bytes))?.kind
  if (!kind) return undefined
  if (kind !== 'heic') return sharp(bytes, { failOn: 'error', limitInputPixels: pixelsAtMost, pages: 1 })
  // sharp's own builds cannot read HEIC (patents); libheif in WebAssembly can, slowly. Loaded only when one comes.
  const { default: decode } = await import('heic-decode')
  const images = await decode.all({ buffer: new Uint8Array(bytes) })
  try {
    const [first] = images
    if (!first || first.width * first.height > pixelsAtMost) return undefined
    const { width, height, data } = await first.decode()
    return sharp(Buffer.from(data), { raw: { width, height, channels: 4 } })
  } finally {
    images.dispose()
  }
}

/** The picture as we keep it, or why it is refused. */
export async function develop(bytes: Buffer): Promise<Picture | Refusal> {
  const before = darkroom
  const mine = before.then(() => developed(bytes))
  darkroom = mine.catch(() => undefined)
  return mine
}

/** One picture at a time: a decoded one fills 160 MB. */
let darkroom: Promise<unknown> = Promise.resolve()

async function developed(bytes: Buffer): Promise<Picture | Refusal> {
  if (bytes.length > bytesAtMost) return refuse('photo.too_large', { megabytes: Math.round(bytesAtMost / 1_000_000) })
  try {
    const picture = await opened(bytes)
    if (!picture) return refuse('photo.unreadable')
    const upright = picture.rotate().flatten({ background: '#ffffff' }).toColourspace('srgb')
    const { data: full, info } = await upright
      .clone()
      .resize(sides.full, sides.full, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80, effort: 3 })
      .toBuffer({ resolveWithObject: true })
    const small = await sharp(full)
      .resize(sides.small, sides.small, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 70 })
      .toBuffer()
    return { width: info.width, height: info.height, full, small }
  } catch {
    return refuse('photo.unreadable') // a broken file is the sender's, not ours
  }
}

const path = (folder: string, county: County, id: PhotoId, size: Size) => join(folder, county, id.slice(0, 2), `${id}.${size}.webp`)

/** Writes both sizes; each file appears whole or not at all. */
export async function keep(folder: string, county: County, id: PhotoId, { full, small }: Picture): Promise<void> {
  for (const [size, bytes] of [
    ['full', full],
    ['small', small],
  ] as const) {
    const file = path(folder, county, id, size)
    await mkdir(join(file, '..'), { recursive: true })
    await writeFile(`${file}.part`, bytes)
    await rename(`${file}.part`, file)
  }
}

export const fetchPhoto = (folder: string, county: County, id: PhotoId, size: Size): Promise<Buffer> =>
  readFile(path(folder, county, id, size))

export async function discard(folder: string, county: County, id: PhotoId): Promise<void> {
  await Promise.all([rm(path(folder, county, id, 'full'), { force: true }), rm(path(folder, county, id, 'small'), { force: true })])
}
