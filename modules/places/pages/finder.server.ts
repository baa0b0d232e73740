/** Finding a place from what people type: part of a name, a code, or village and lane together ("上庄 一巷", "上庄村一巷"). */
import { type Db, likely } from '#db/db.ts'
import type { Day } from '#modules/kernel/ids.ts'
import { hits } from '../routes.server.ts'
import * as store from '../store.server.ts'
import type { PlaceHit } from '../wire.ts'

/** How many names of the last word are looked at to find those that lie where the other words say. */
const looked = 500

async function among(db: Db, words: readonly string[], on: Day, limit: number): Promise<PlaceHit[]> {
  const name = words.at(-1) ?? ''
  const wide = words.length > 1 ? looked : limit
  const found = await Promise.all(
    (await store.counties(db)).map(async ({ code }) => hits(db, await store.search(db, code, likely(name), on, wide))),
  )
  return found
    .flat()
    .filter(({ path }) => words.slice(0, -1).every((word) => path.includes(word)))
    .slice(0, limit)
}

/** Two words out of one, the second as short as the names of lanes are: "上庄村一巷" is "上庄村", "一巷". */
const halves = (word: string): string[][] =>
  [2, 3, 4].filter((tail) => word.length - tail >= 2).map((tail) => [word.slice(0, -tail), word.slice(-tail)])

/** Standing places in every county here, wider ones first. */
export async function findPlaces(db: Db, typed: string, on: Day, limit: number): Promise<PlaceHit[]> {
  const words = typed
    .slice(0, 50)
    .split(/[\s,,、]+/)
    .filter(Boolean)
  const [only] = words
  if (!only) return []
  const found = await among(db, words, on, limit)
  if (found.length > 0 || words.length > 1) return found
  for (const two of halves(only)) {
    const apart = await among(db, two, on, limit)
    if (apart.length > 0) return apart
  }
  return []
}
