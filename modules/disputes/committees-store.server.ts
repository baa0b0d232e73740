/** Mediation committees, as far as a file needs them: where one can be registered, and who sits there. */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import type { Day, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import { type Actor, postsFor } from '#modules/people/actor.ts'
import { standing } from '#modules/people/store.server.ts'
import { pathOf } from '#modules/places/place.ts'
import type { Committee } from './reply.ts'
import { hasCommittee, memberRoles } from './rules/sight.ts'

/** The committees of the villages and towns in which the actor may register a dispute, by the place's code. Those above come too: a lane chief's village and town. */
export async function committeesFor(db: Db, actor: Actor, on: Day): Promise<Committee[]> {
  const posts = postsFor(actor, 'dispute.open')
  if (posts.length === 0) return []
  const above = [...new Set(posts.flatMap(({ place }) => pathOf(place)))].filter(hasCommittee)
  const under = posts.map(
    ({ place }) => sql<boolean>`(left(places.code, ${sql.lit(place.length)}) = ${place} and places.level in ('town', 'village'))`,
  )
  const rows = await db
    .selectFrom('places')
    .leftJoin('posts', (join) =>
      join
        .onRef('posts.county', '=', 'places.county')
        .onRef('posts.place', '=', 'places.code')
        .on('posts.role', 'in', [...memberRoles])
        .on(standing(on)),
    )
    .leftJoin('people', (join) => join.onRef('people.county', '=', 'posts.county').onRef('people.id', '=', 'posts.personId'))
    .select(['places.code', 'places.name', 'people.id', 'people.name as personName', 'posts.role'])
    .where('places.county', '=', actor.county)
    .where(sql<boolean>`(places.until is null or places.until > ${on})`)
    .where((eb) => eb.or([eb('places.code', 'in', above), ...under]))
    .orderBy('places.code')
    .execute()
  const found = new Map<PlaceCode, Committee>()
  for (const { code, name, id, personName, role } of rows) {
    const committee = found.get(code as PlaceCode) ?? { place: code as string, name, people: [] }
    found.set(code as PlaceCode, committee)
    if (id && personName) committee.people.push({ id: id as PersonId as string, name: personName, isHead: role !== 'mediator' })
  }
  return [...found.values()]
}
