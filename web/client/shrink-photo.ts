/** Pictures made small before they are kept or sent: 1,600 pixels are enough to see a hole in a road, and cost a tenth of the data. */

const longest = 1600
const quality = 0.8

/**
 * A JPEG of at most 1,600 pixels a side. Drawing it anew also leaves behind where and with what it was taken.
 * A format this browser cannot read (HEIC on some) is sent as it is: the server reads it.
 */
export async function shrinkPhoto(picture: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(picture, { imageOrientation: 'from-image' }).catch(() => undefined)
  if (!bitmap) return picture
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const pen = canvas.getContext('2d')
  if (!pen) return picture
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  return new Promise((resolve) => canvas.toBlob((small) => resolve(small ?? picture), 'image/jpeg', quality))
}
