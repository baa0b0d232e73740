/** Figures over the other modules' rows, by place. */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import type { Instant, PlaceCode } from '#modules/kernel/ids.ts'
import { inSight } from '#modules/matters/store.server.ts'
import type { Actor } from '#modules/people/actor.ts'
import { countyOf } from '#modules/places/place.ts'

export type Pending = { readonly open: number; readonly late: number }

/** What the actor may see: open and late matters of each place right below one, each with its whole subtree; what stands at the place itself is under its own code. */
export async function pendingBelow(db: Db, actor: Actor, parent: PlaceCode, now: Instant): Promise<Map<PlaceCode, Pending>> {
  const { rows } = await sql<Pending & { code: PlaceCode }>`
    select left(place, ${sql.lit(parent.length + 3)}) as code, count(*) as open, count(*) filter (where late_at < ${now}) as late from matters
    where county = ${countyOf(parent)} and left(place, ${sql.lit(parent.length)}) = ${parent} and late_at is not null
      and ${inSight(actor, 'matter.read', false)} group by 1`.execute(db)
  return new Map(rows.map(({ code, open, late }) => [code, { open, late }]))
}

/** How many places stand right below each of these. */
export async function childrenOf(db: Db, codes: readonly PlaceCode[]): Promise<Map<PlaceCode, number>> {
  const [first] = codes
  if (!first) return new Map()
  const rows = await db
    .selectFrom('places')
    .select((eb) => ['parent', eb.fn.countAll<number>().as('n')])
    .where('county', '=', countyOf(first))
    .where('parent', 'in', [...codes])
    .where('until', 'is', null)
    .groupBy('parent')
    .execute()
  return new Map(rows.map(({ parent, n }) => [parent!, n]))
}
