/** Pictures for the demo's files: names drawn with a finger, sheets with a red seal. Drawn here, kept like any other picture; no letters, no fonts. */
import sharp from 'sharp'
import { isRefusal } from '#modules/kernel/refusal.ts'
import { develop, type Picture } from '#modules/photos/photo.server.ts'
import { between, type Random, seeded } from './random.ts'

const stroke = (random: Random, x: number, y: number, size: number): string => {
  const at = () => `${x + between(random, -size, size)} ${y + between(random, -size, size)}`
  return `M ${at()} C ${at()}, ${at()}, ${at()} S ${at()}, ${at()}`
}

/** Two or three characters' worth of quick strokes. */
function signature(random: Random, x: number, y: number, size: number): string {
  const characters = between(random, 2, 3)
  const strokes = Array.from({ length: characters * 4 }, (_, index) => stroke(random, x + Math.floor(index / 4) * size * 2, y, size))
  return `<path d="${strokes.join(' ')}" fill="none" stroke="#1d2430" stroke-width="${size / 8}" stroke-linecap="round"/>`
}

const star = (x: number, y: number, radius: number) => {
  const point = (index: number) => {
    const [angle, r] = [(index * Math.PI) / 5 - Math.PI / 2, index % 2 === 0 ? radius : radius * 0.4]
    return `${x + r * Math.cos(angle)},${y + r * Math.sin(angle)}`
  }
  return `<polygon points="${Array.from({ length: 10 }, (_, index) => point(index)).join(' ')}" fill="#c8102e"/>`
}

const seal = (x: number, y: number) =>
  `<circle cx="${x}" cy="${y}" r="70" fill="none" stroke="#c8102e" stroke-width="6" opacity="0.85"/>${star(x, y, 24)}`

/** A sheet of writing, with names and a seal at its foot. */
function sheet(random: Random): string {
  const lines = Array.from({ length: 18 }, (_, index) => {
    const [y, end] = [150 + index * 38, between(random, 520, 720)]
    return `<line x1="80" y1="${y}" x2="${end}" y2="${y}" stroke="#7d8590" stroke-width="7" stroke-dasharray="16 7"/>`
  })
  return `${lines.join('')}${signature(random, 120, 960, 24)}${signature(random, 120, 1040, 24)}${seal(600, 980)}`
}

async function drawn(width: number, height: number, content: string): Promise<Picture> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fdfcf8"/>${content}</svg>`
  const picture = await develop(await sharp(Buffer.from(svg)).png().toBuffer())
  if (isRefusal(picture)) throw new Error(picture.refused)
  return picture
}

export type Album = { readonly signature: readonly Picture[]; readonly paper: readonly Picture[] }

/** A few of each: the demo's files share them. */
export async function drawAlbum(): Promise<Album> {
  const random = seeded('pictures')
  const [signatures, papers] = [[] as Picture[], [] as Picture[]]
  for (let n = 0; n < 8; n++) signatures.push(await drawn(480, 240, signature(random, 90, 120, 40)))
  for (let n = 0; n < 4; n++) papers.push(await drawn(800, 1130, sheet(random)))
  return { signature: signatures, paper: papers }
}
