/** A real picture, small. */
import sharp from 'sharp'

export const picture = async (): Promise<Uint8Array> =>
  new Uint8Array(
    await sharp({ create: { width: 20, height: 20, channels: 3, background: '#a33' } })
      .png()
      .toBuffer(),
  )
