/** Pictures for a PDF, which knows no WebP: papers as JPEG, signatures and seals as ink without paper. */
import sharp from 'sharp'
import type { County, PhotoId } from '#modules/kernel/ids.ts'
import { fetchPhoto } from '#modules/photos/photo.server.ts'
import type { Photo, Photos } from './draw.server.ts'

/** Pixels of a signature's or a seal's longer side: 300 dots an inch for a seal of 42 mm. */
const inkSide = 500

/** From where they are kept. One that is gone is no reason for no dossier at all. */
export const keptPhotos =
  (folder: string, county: County): Photos =>
  async (id: PhotoId, isInk) => {
    const kept = await fetchPhoto(folder, county, id, 'full').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    })
    return kept && (isInk ? inkOf(kept) : paperOf(kept))
  }

export async function paperOf(picture: Buffer): Promise<Photo> {
  const { data, info } = await sharp(picture).flatten({ background: '#ffffff' }).jpeg({ quality: 72 }).toBuffer({ resolveWithObject: true })
  return { bytes: data, width: info.width, height: info.height }
}

/** What was drawn, without the white around it and behind it, so that a seal can lie over a name. */
export async function inkOf(picture: Buffer): Promise<Photo> {
  const flat = await sharp(picture).flatten({ background: '#ffffff' }).toColourspace('srgb').png().toBuffer()
  // An empty picture has nothing to trim.
  const trimmed = await sharp(flat)
    .trim({ background: '#ffffff', threshold: 40 })
    .toBuffer()
    .catch(() => flat)
  const { data, info } = await sharp(trimmed)
    .resize(inkSide, inkSide, { fit: 'inside', withoutEnlargement: true })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const pixels = Buffer.alloc(width * height * 4)
  for (let at = 0; at < width * height; at++) {
    const [red, green, blue] = [data[at * 3]!, data[at * 3 + 1]!, data[at * 3 + 2]!]
    const ink = 255 - Math.min(red, green, blue)
    pixels.set([red, green, blue, Math.min(255, ink < 24 ? 0 : ink * 1.4)], at * 4)
  }
  const bytes = await sharp(pixels, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer()
  return { bytes, width, height }
}
