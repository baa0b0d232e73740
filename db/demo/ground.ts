/** What around.server.ts asks the database, answered from memory: the rules' surroundings at any place and instant of the demo's year. */

import { categories } from '#modules/categories/categories.ts'
import type { Category } from '#modules/categories/category.ts'
import type { Instant, PlaceCode } from '#modules/kernel/ids.ts'
import type { Surroundings } from '#modules/matters/rules/procedure.ts'
import type { Actor, Seat } from '#modules/people/actor.ts'
import { pathOf } from '#modules/places/place.ts'
import type { Staff } from './staff.ts'

export type Ground = {
  category(code: string): Category
  /** Who sits in a seat, longest-serving first. */
  holders(seat: Seat): readonly Actor[]
  surroundings(place: PlaceCode, category: string, at: Instant): Surroundings
}

/** As a county's row has them from the start (db/migrations/0001_foundation.sql). */
const settings = { local: {}, silenceDays: 7, reopenDays: 15 } as const

const keyOf = ({ role, place, department }: Seat) => `${role} ${place} ${department ?? ''}`

export function groundOf(staff: readonly Staff[]): Ground {
  const known = new Map(categories.map((each) => [each.code, each]))
  const sitting = new Map<string, Actor[]>()
  const seatsAt = new Map<PlaceCode, Seat[]>()
  for (const { id, county, name, posts } of staff) {
    const actor: Actor = { id, county, name, posts: posts.map(({ since: _, ...post }) => post) }
    for (const { role, place, department } of posts) {
      const seat: Seat = { role, place, department }
      const there = sitting.get(keyOf(seat))
      if (there) there.push(actor)
      else {
        sitting.set(keyOf(seat), [actor])
        if (role !== 'administrator' && role !== 'auditor') seatsAt.set(place, [...(seatsAt.get(place) ?? []), seat])
      }
    }
  }
  const filledOn = new Map<PlaceCode, Seat[]>()
  const filled = (place: PlaceCode) => {
    const seats = filledOn.get(place) ?? pathOf(place).flatMap((each) => seatsAt.get(each) ?? [])
    filledOn.set(place, seats)
    return seats
  }
  const category = (code: string) => {
    const found = known.get(code)
    if (!found) throw new Error(`no category ${code}`)
    return found
  }
  return {
    category,
    holders: (seat) => sitting.get(keyOf(seat)) ?? [],
    surroundings: (place, code, at) => ({ ...settings, at, category: category(code), filled: filled(place) }),
  }
}
