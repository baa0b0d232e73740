/** The facts that the rules need beside a matter, in one query each: its category, the county's settings, who sits where. */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import { type Asked, statement } from '#db/statement.ts'
import type { Category } from '#modules/categories/category.ts'
import { dayOf, type LocalDays } from '#modules/kernel/calendar.ts'
import type { County, Day, Instant, PlaceCode } from '#modules/kernel/ids.ts'
import type { Seat } from '#modules/people/actor.ts'
import { standing } from '#modules/people/store.server.ts'
import { type Bounds, countyOf, isInside, pathOf } from '#modules/places/place.ts'
import type { Surroundings } from './rules/procedure.ts'

type Found = {
  category: Category | null
  standsOn: boolean
  filled: Seat[]
  localDays: LocalDays
  silenceDays: number
  reopenDays: number
  bounds: Bounds | null
}

type Asking = { county: County; code: string; place: PlaceCode; path: readonly PlaceCode[]; on: Day; under: string; depth: number }

/** With `below`, also the seats under the place, down to two levels: where it can be handed down to. */
const look = (below: boolean) =>
  statement(
    (_, is: Asked<Asking>) => sql<Found>`select (
      select jsonb_build_object('code', code, 'parent', parent, 'name', name, 'nameEn', name_en, 'ask', ask, 'askEn', ask_en, 'department', department,
        'isPublic', is_public, 'isEmergency', is_emergency, 'goesAround', goes_around,
        'isRestricted', is_restricted, 'ladder', ladder, 'limits', limits, 'nearMetres', near_metres, 'nearDays', near_days)
      from categories where county = counties.code and code = ${is('code')} and parent is not null) as category,
    exists (select 1 from places
      where county = counties.code and code = ${is('place')} and (until is null or until > ${is('on')})) as stands_on,
    (select coalesce(jsonb_agg(distinct jsonb_build_object('role', role, 'place', place, 'department', department)), '[]')
      from posts
      where county = counties.code and role not in ('administrator', 'auditor') and ${standing(is('on'))}
        and (place = any(${is('path')}) ${below ? sql`or (place like ${is('under')} and length(place) <= ${is('depth')})` : sql``})) as filled,
    local_days, silence_days, reopen_days, bounds
    from counties where code = ${is('county')}`,
  )
const lookAt = look(false)
const lookBelow = look(true)

export type Around = Surroundings & { readonly isOutside: (latitude?: number, longitude?: number) => boolean }

/**
 * Undefined if there is no such county. `category` in the answer is null if the code is not a sub-category here, and `isPlace` false if
 * the place does not stand today.
 */
export async function around(
  db: Db,
  { place, category: code, at, below = false }: { place: PlaceCode; category: string; at: Instant; below?: boolean },
): Promise<(Omit<Around, 'category'> & { category: Category | null; isPlace: boolean }) | undefined> {
  const [found] = await (below ? lookBelow : lookAt)(db, {
    county: countyOf(place),
    code,
    place,
    path: pathOf(place),
    on: dayOf(at),
    under: `${place}%`,
    depth: place.length + 6,
  })
  if (!found) return undefined
  const { bounds, localDays, standsOn, ...rest } = found
  const isOutside = (latitude?: number, longitude?: number) =>
    bounds !== null && latitude !== undefined && longitude !== undefined && !isInside(bounds, latitude, longitude)
  return { ...rest, at, local: localDays, isPlace: standsOn, isOutside }
}
