import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { isRefusal } from '#modules/kernel/refusal.ts'
import { done, envelope, report, reported, uuid } from '#tests/matter.ts'
import { served } from '#tests/server.ts'
import { bytesAtMost, develop, type Picture } from './photo.server.ts'

const plain = (width = 40, height = 30) => sharp({ create: { width, height, channels: 3, background: '#a33' } })
const developed = async (bytes: Buffer): Promise<Picture> => {
  const picture = await develop(bytes)
  if (isRefusal(picture)) throw new Error(picture.refused)
  return picture
}

test.each([
  ['text', Buffer.from('not a picture at all')],
  ['an empty file', Buffer.alloc(0)],
  ['HTML called .jpg', Buffer.from('<html><script>alert(1)</script>')],
  ['a JPEG cut short after its head', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(200)])],
  ['an SVG, which can hold scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
  ['HEIC by name, rubbish inside', Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(100)])],
])('%s is refused as unreadable', async (_name, bytes) => {
  expect(await develop(bytes)).toEqual({ refused: 'photo.unreadable', facts: {} })
})

test('a file of 50 MB is refused before it is opened', async () => {
  expect(await develop(Buffer.alloc(50_000_000))).toMatchObject({
    refused: 'photo.too_large',
    facts: { megabytes: bytesAtMost / 1_000_000 },
  })
})

test('where and with what it was taken does not survive', async () => {
  const taken = await plain()
    .withExif({ IFD0: { Make: 'SecretCamera', Artist: 'SecretOwner' }, IFD3: { GPSLatitude: '35/1 29/1 0/1', GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer()
  const { full, small } = await developed(taken)

  expect((await sharp(taken).metadata()).exif).toBeDefined()
  for (const bytes of [full, small]) {
    const { exif, xmp, iptc, icc, format } = await sharp(bytes).metadata()
    expect([exif, xmp, iptc, icc, format]).toEqual([undefined, undefined, undefined, undefined, 'webp'])
    expect(bytes.toString('latin1')).not.toMatch(/SecretCamera|SecretOwner/)
  }
})

test('it is turned upright and shrunk, never enlarged', async () => {
  const sideways = await developed(await plain(4000, 3000).jpeg().withMetadata({ orientation: 6 }).toBuffer())
  const tiny = await developed(await plain(40, 30).png().toBuffer())

  expect([sideways.width, sideways.height]).toEqual([1200, 1600])
  expect([tiny.width, tiny.height]).toEqual([40, 30])
})

test.each(['jpeg', 'png', 'webp'] as const)('%s is read', async (kind) => {
  expect(await developed(await plain().toFormat(kind).toBuffer())).toMatchObject({ width: 40, height: 30 })
})

test('HEIC, as a newer phone takes it, is read', async () => {
  expect(await developed(readFileSync(new URL('./gradient.heic', import.meta.url)))).toMatchObject({ width: 600, height: 400 })
})

const jpeg = async () => new Uint8Array(await plain().jpeg().toBuffer())

served('a picture is put once however often it is sent, and only its sender can use it', async ({ as }) => {
  const path = `/api/photos/${uuid(1)}`
  const first = await as('chief').put(path, await jpeg(), 'image/jpeg')
  const again = await as('chief').put(path, await jpeg(), 'image/jpeg')
  const other = await as('official').put(path, await jpeg(), 'image/jpeg')
  const stolen = await as('official').post('/api/matters', report(1, { photos: [uuid(1)] }))

  expect([first.status, again.status, other.status]).toEqual([201, 200, 409])
  expect(await stolen.json()).toMatchObject({ refused: 'photo.unknown' })
})

served('what is not a picture, and what is too large, leaves nothing behind', async ({ as, opened }) => {
  const bad = await as('chief').put(`/api/photos/${uuid(1)}`, 'nonsense', 'image/jpeg')
  const large = await as('chief').put(`/api/photos/${uuid(2)}`, new Uint8Array(50_000_000), 'image/jpeg')

  expect([bad.status, await bad.json()]).toMatchObject([422, { refused: 'photo.unreadable' }])
  expect([large.status, ((await large.json()) as { refused: string }).refused]).toEqual([413, 'too_large'])
  expect(await opened.db.selectFrom('photos').select('id').execute()).toEqual([])
})

served('a picture is seen by whoever sees its matter, and by nobody else', async ({ as, anybody, opened }) => {
  await as('chief').put(`/api/photos/${uuid(1)}`, await jpeg(), 'image/jpeg')
  await reported({ as }, 5)
  await as('chief').post(`/api/matters/${uuid(5)}/commands`, envelope({ do: 'settle', outcome: '清走了', photos: [uuid(1)] }))
  const statuses = []
  for (const who of ['chief', 'official', 'township', 'centre', 'nextChief', 'nobody', 'farCentre'] as const)
    statuses.push((await as(who).get(`/api/photos/${uuid(1)}?size=small`)).status)

  expect(statuses).toEqual([200, 200, 200, 200, 404, 404, 404])
  expect((await anybody.get(`/api/photos/${uuid(1)}`)).status).toBe(401)
  expect(readdirSync(join(opened.photos, '149901', uuid(1).slice(0, 2))).sort()).toEqual([`${uuid(1)}.full.webp`, `${uuid(1)}.small.webp`])
})

served('a picture belongs to one event: it cannot be shown by a second', async ({ as }) => {
  await as('chief').put(`/api/photos/${uuid(1)}`, await jpeg(), 'image/jpeg')
  await reported({ as }, 5)
  await done({ as }, 'chief', uuid(5), { do: 'comment', words: '现场', photos: [uuid(1)] })
  const reply = await as('chief').post(`/api/matters/${uuid(5)}/commands`, envelope({ do: 'comment', words: '又一次', photos: [uuid(1)] }))

  expect(await reply.json()).toMatchObject({ refused: 'photo.unknown' })
})
