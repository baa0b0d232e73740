/** Committees in the database: members are posts, the register says the rest. */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import type { County, Day, Instant, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import { type Actor, postsFor } from '#modules/people/actor.ts'
import { standing } from '#modules/people/store.server.ts'
import { committeeRoles, type Member } from './committee.ts'
import type { CommitteeChange } from './wire.ts'

/** Villages, and towns with a judicial office, in the places where an actor may know who is who. */
const visibleTo = (db: Db, actor: Actor, on: Day) =>
  db
    .selectFrom('places')
    .leftJoin('committees', (join) => join.onRef('committees.county', '=', 'places.county').onRef('committees.place', '=', 'places.code'))
    .select(['places.code as place', 'committees.electedOn'])
    .where('places.county', '=', actor.county)
    .where((eb) => eb.or([eb('places.until', 'is', null), eb('places.until', '>', on)]))
    .where((eb) =>
      eb.or([
        eb('places.level', '=', 'village'),
        eb.and([
          eb('places.level', '=', 'town'),
          eb.exists(
            eb
              .selectFrom('posts')
              .select('posts.id')
              .whereRef('posts.county', '=', 'places.county')
              .whereRef('posts.place', '=', 'places.code')
              .where('posts.role', '=', 'judicial_officer')
              .where(standing(on)),
          ),
        ]),
      ]),
    )
    .where((eb) =>
      eb.or(
        postsFor(actor, 'person.read').map((post) => eb(sql<string>`left(places.code, ${sql.lit(post.place.length)})`, '=', post.place)),
      ),
    )

export const list = (db: Db, actor: Actor, on: Day, under?: PlaceCode) => {
  const seen = visibleTo(db, actor, on)
  return (under ? seen.where(sql`left(places.code, ${sql.lit(under.length)})`, '=', under) : seen).orderBy('places.code').execute()
}

export const find = (db: Db, actor: Actor, place: PlaceCode, on: Day) =>
  visibleTo(db, actor, on).where('places.code', '=', place).executeTakeFirst()

/** Who sits on committees on a day, heads first, then by name. Somebody who is head and mediator sits once, as head. */
export async function membersOf(
  db: Db,
  county: County,
  places: readonly PlaceCode[],
  on: Day,
): Promise<(Member & { place: PlaceCode; name: string })[]> {
  if (places.length === 0) return []
  const rows = await db
    .selectFrom('posts')
    .innerJoin('people', (join) => join.onRef('people.county', '=', 'posts.county').onRef('people.id', '=', 'posts.personId'))
    .leftJoin('committees', (join) => join.onRef('committees.county', '=', 'posts.county').onRef('committees.place', '=', 'posts.place'))
    .leftJoin('committeeMembers', (join) =>
      join
        .onRef('committeeMembers.county', '=', 'posts.county')
        .onRef('committeeMembers.place', '=', 'posts.place')
        .onRef('committeeMembers.personId', '=', 'posts.personId'),
    )
    .distinctOn(['posts.place', 'posts.personId'])
    .select(['posts.place', 'posts.personId as id', 'posts.role', 'people.name', 'committeeMembers.isWoman'])
    .select(sql<Day>`coalesce(committee_members.elected_on, committees.elected_on, posts.since)`.as('electedOn'))
    .where('posts.county', '=', county)
    .where('posts.place', 'in', [...places])
    .where('posts.role', 'in', [...committeeRoles])
    .where(standing(on))
    .orderBy('posts.place')
    .orderBy('posts.personId')
    .orderBy(sql`array_position(${sql.val([...committeeRoles])}::varchar[], posts.role)`)
    .execute()
  const rank = (role: string) => committeeRoles.indexOf(role as Member['role'])
  return (rows as (Member & { place: PlaceCode; name: string })[]).sort(
    (one, other) => rank(one.role) - rank(other.role) || (one.name < other.name ? -1 : 1),
  )
}

/** What the register says from now on. In the caller's transaction. */
export async function change(
  db: Db,
  county: County,
  place: PlaceCode,
  { electedOn, members }: CommitteeChange,
  by: PersonId,
  at: Instant,
): Promise<void> {
  await db
    .insertInto('committees')
    .values({ county, place, electedOn, changedBy: by, changedAt: at })
    .onConflict((row) => row.columns(['county', 'place']).doUpdateSet({ electedOn, changedBy: by, changedAt: at }))
    .execute()
  for (const { id: personId, ...said } of members)
    await db
      .insertInto('committeeMembers')
      .values({ county, place, personId, ...said })
      .onConflict((row) => row.columns(['county', 'place', 'personId']).doUpdateSet(said))
      .execute()
}
