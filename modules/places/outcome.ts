/** What comes of a change: places that begin, that end, that are something else now, and the boards that no longer tell the truth. */
import type { Day, PlaceCode } from '#modules/kernel/ids.ts'
import { type Place, parentOf, standsOn } from './place.ts'

/** A place that ends, and what takes its place: the first of them takes its work and its people. */
export type Ended = { readonly code: PlaceCode; readonly heirs: readonly PlaceCode[] }

export const boardReasons = ['new', 'rename', 'place', 'chief', 'officer', 'telephone'] as const
/** Why the board on a wall no longer tells the truth. */
export type BoardReason = (typeof boardReasons)[number]

export type Outcome = {
  readonly added: readonly Place[]
  /** Places that stand on, with another name, more households, or a wider scope. */
  readonly changed: readonly Place[]
  readonly ended: readonly Ended[]
  /** Lanes whose boards have to be printed anew. */
  readonly boards: readonly { readonly lane: PlaceCode; readonly why: BoardReason }[]
}

/** Every place there is or ever was, after an outcome. */
export function after(places: readonly Place[], { added, changed, ended }: Outcome, day: Day): Place[] {
  const now = new Map(changed.map((place) => [place.code, place]))
  const over = new Set(ended.map(({ code }) => code))
  return [...places.map((place) => (over.has(place.code) ? { ...place, until: day } : (now.get(place.code) ?? place))), ...added].sort(
    (one, other) => (one.code < other.code ? -1 : 1),
  )
}

/** Standing places of one name under one parent, after a change: whoever made it should give one of them another. */
export function doubles(places: readonly Place[], { added, changed }: Outcome, day: Day): { parent: PlaceCode; name: string }[] {
  const key = ({ code, name }: Place) => `${parentOf(code)} ${name}`
  const count = new Map<string, number>()
  for (const place of places) if (standsOn(place, day)) count.set(key(place), (count.get(key(place)) ?? 0) + 1)
  const touched = new Map([...added, ...changed].filter((place) => (count.get(key(place)) ?? 0) > 1).map((place) => [key(place), place]))
  return [...touched.values()].map(({ code, name }) => ({ parent: parentOf(code)!, name }))
}
