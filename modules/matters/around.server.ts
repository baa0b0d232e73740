/** The facts that the rules need beside a matter, in one query each: its category, the county's settings, who sits where. */
import { sql } from 'kysely'
import { type Db, prepared } from '#db/db.ts'
import type { Category } from '#modules/categories/category.ts'
import { dayOf, type LocalDays } from '#modules/kernel/calendar.ts'
import type { County, Instant, PlaceCode } from '#modules/kernel/ids.ts'
import type { Seat } from '#modules/people/actor.ts'
import { standing } from '#modules/people/store.server.ts'
import { type Bounds, countyOf, isInside, pathOf } from '#modules/places/place.ts'
import type { Surroundings } from './procedure.ts'

type Found = {
  category: Category | null
  standsOn: boolean
  filled: Seat[]
  localDays: LocalDays
  silenceDays: number
  reopenDays: number
  bounds: Bounds | null
}

const category = (county: County, code: string) => sql`(
  select jsonb_build_object('code', code, 'parent', parent, 'name', name, 'nameEn', name_en, 'ask', ask, 'askEn', ask_en, 'department', department,
    'isPublic', is_public, 'isEmergency', is_emergency, 'goesAround', goes_around, 'limits', limits)
  from categories where county = ${county} and code = ${code} and parent is not null)`

/** With `below`, also the seats under the place, down to two levels: where it can be handed down to. */
const filledSeats = (county: County, place: PlaceCode, on: string, below: boolean) => sql`(
  select coalesce(jsonb_agg(distinct jsonb_build_object('role', role, 'place', place, 'department', department)), '[]')
  from posts
  where county = ${county} and role not in ('administrator', 'auditor') and ${standing(on)}
    and (place in (${sql.join(pathOf(place))}) ${below ? sql`or (place like ${`${place}%`} and length(place) <= ${place.length + 6})` : sql``}))`

export type Around = Surroundings & { readonly isOutside: (latitude?: number, longitude?: number) => boolean }

/**
 * Undefined if there is no such county. `category` in the answer is null if the code is not a sub-category here, and `isPlace` false if
 * the place does not stand today.
 */
export async function around(
  db: Db,
  { place, category: code, at, below = false }: { place: PlaceCode; category: string; at: Instant; below?: boolean },
): Promise<(Omit<Around, 'category'> & { category: Category | null; isPlace: boolean }) | undefined> {
  const county = countyOf(place)
  const on = dayOf(at)
  const { rows } = await sql<Found>`${prepared} select ${category(county, code)} as category,
      exists (select 1 from places where county = ${county} and code = ${place} and (until is null or until > ${on})) as stands_on,
      ${filledSeats(county, place, on, below)} as filled, local_days, silence_days, reopen_days, bounds
    from counties where code = ${county}`.execute(db)
  const [found] = rows
  if (!found) return undefined
  const { bounds, localDays, standsOn, ...rest } = found
  const isOutside = (latitude?: number, longitude?: number) =>
    bounds !== null && latitude !== undefined && longitude !== undefined && !isInside(bounds, latitude, longitude)
  return { ...rest, at, local: localDays, isPlace: standsOn, isOutside }
}
