/** The code on the wall: the lane's own address, as a picture that stays sharp at any size. */
import { raw } from 'hono/html'
import { toString as draw } from 'qrcode'
import type { Html } from '#server/page.ts'

/** `label` is what a screen reader says instead. Level M survives a scratch; the quiet zone of four modules is part of the picture. */
export async function qr(text: string, label: string): Promise<Html> {
  const svg = await draw(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 4, color: { dark: '#000000', light: '#ffffff' } })
  const safe = label.replace(/[<>&"]/g, '')
  return raw(svg.replace('<svg ', `<svg role="img" aria-label="${safe}" class="qr" `).trim())
}
