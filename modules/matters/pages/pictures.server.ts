/** The pictures that come with a form: developed and kept first, so that a mistake elsewhere in the form never loses one. */
import type { Context } from 'hono'
import type { County, PhotoId } from '#modules/kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '#modules/kernel/refusal.ts'
import { bytesAtMost, develop, fetchPhoto, keep } from '#modules/photos/photo.server.ts'
import * as photos from '#modules/photos/store.server.ts'
import { addressOf, type Env } from '#server/context.ts'
import { photosAtMost } from '../matter.ts'

export type Kept = { readonly ids: readonly PhotoId[]; readonly refused?: { readonly file: string; readonly refusal: Refusal } }

/** Too large is said by its size alone, before it is copied about. */
const developed = async (file: File) =>
  file.size > bytesAtMost
    ? refuse('photo.too_large', { megabytes: Math.round(bytesAtMost / 1_000_000) })
    : develop(Buffer.from(await file.arrayBuffer()))

/** Keeps the new files beside those kept before. The first that cannot be kept is named; the others are kept all the same. */
export async function keepAll(c: Context<Env>, county: County, before: readonly PhotoId[], files: readonly File[]): Promise<Kept> {
  const { db, mint, now, throttle, photos: folder } = c.var
  const ids = [...before]
  let refused: Kept['refused']
  for (const file of files) {
    if (ids.length >= photosAtMost) {
      refused ??= { file: file.name, refusal: refuse('photo.too_many', { most: photosAtMost }) }
      break
    }
    const seconds = await throttle.count('photo', addressOf(c))
    const picture = seconds > 0 ? refuse('throttled', { seconds }) : await developed(file)
    if (isRefusal(picture)) {
      refused ??= { file: file.name, refusal: picture }
      continue
    }
    const id = mint() as PhotoId
    const { width, height, full } = picture
    await keep(folder, county, id, picture)
    await photos.add(db, { county, id, width, height, bytes: full.length, byPerson: null, at: now })
    ids.push(id)
  }
  return { ids, ...(refused ? { refused } : {}) }
}

/** The same pictures in the county that the place turned out to be in: a new row and new files, if that is another. */
export async function onShelf(c: Context<Env>, from: County, to: County, ids: readonly PhotoId[]): Promise<readonly PhotoId[]> {
  if (from === to || ids.length === 0 || !(await photos.areLoose(c.var.db, from, ids, null))) return ids
  const { db, now, photos: folder } = c.var
  for (const id of ids) {
    const [row, full, small] = await Promise.all([
      photos.find(db, from, id),
      fetchPhoto(folder, from, id, 'full'),
      fetchPhoto(folder, from, id, 'small'),
    ])
    if (!row) continue
    const { width, height } = row
    await keep(folder, to, id, { width, height, full, small })
    await photos.add(db, { county: to, id, width, height, bytes: full.length, byPerson: null, at: now })
  }
  return ids
}

/** Those of the ids that are a resident's own loose pictures, with the small copy of each as a data address for the page. */
export async function thumbnails(c: Context<Env>, county: County, ids: readonly PhotoId[]): Promise<{ id: PhotoId; source: string }[]> {
  const each = await Promise.all(
    ids.map(async (id) => {
      if (!(await photos.areLoose(c.var.db, county, [id], null))) return []
      const small = await fetchPhoto(c.var.photos, county, id, 'small').catch(() => undefined)
      return small ? [{ id, source: `data:image/webp;base64,${small.toString('base64')}` }] : []
    }),
  )
  return each.flat()
}
