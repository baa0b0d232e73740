/** Posts at places that end: the people go on at what took its place. */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import { insertRows } from '#db/rows.ts'
import type { County, Day, PersonId, PlaceCode, PostId } from '#modules/kernel/ids.ts'
import { idFor } from '#modules/kernel/name-id.server.ts'
import * as boards from '#modules/places/boards/store.server.ts'
import type { Counted, Moved } from '#modules/places/change.server.ts'
import { levelOf } from '#modules/places/place.ts'
import { boardReasonOf } from './board.server.ts'
import { type Role, roles } from './role.ts'

/** Posts that count on a day or later. */
const from = (on: Day) => sql<boolean>`(posts.until is null or posts.until > ${on})`

/** How many posts there are at each of these places, also those that begin later; and at which of them somebody stands on boards. */
export async function countPosts(db: Db, county: County, places: readonly PlaceCode[], on: Day): Promise<Counted> {
  const rows = await db
    .selectFrom('posts')
    .select((eb) => ['place', 'role', eb.fn.countAll<number>().as('n')])
    .where('county', '=', county)
    .where(sql<boolean>`place = any(${places}::varchar[])`)
    .where(from(on))
    .groupBy(['place', 'role'])
    .execute()
  const posts = new Map<PlaceCode, number>()
  for (const { place, n } of rows) posts.set(place, (posts.get(place) ?? 0) + n)
  return { posts, named: new Set(rows.filter(({ role }) => boardReasonOf(role as Role)).map(({ place }) => place)) }
}

type Post = {
  id: PostId
  personId: PersonId
  role: Role
  place: PlaceCode
  department: string | null
  since: Day
  until: Day | null
  insteadOf: PersonId | null
}

const postsAt = (db: Db, county: County, places: readonly PlaceCode[], on: Day) =>
  db
    .selectFrom('posts')
    .select(['id', 'personId', 'role', 'place', 'department', 'since', 'until', 'insteadOf'])
    .where('county', '=', county)
    .where(sql<boolean>`place = any(${places}::varchar[])`)
    .where(from(on))
    .orderBy('since')
    .orderBy('id')
    .execute() as Promise<Post[]>

const keyOf = ({ personId, role, place }: Pick<Post, 'personId' | 'role' | 'place'>) => `${personId} ${role} ${place}`

/**
 * Ends the posts at places that ended, on the day, and gives each person the same seat at the place that took over, if it has one of that kind
 * and they do not sit there already. The new post's id is made of the change and the old one. Answers how many went on, and how many ended.
 */
export async function movePosts(db: Db, { county, changeId, day, by, heirs }: Moved): Promise<{ posts: number; postsEnding: number }> {
  const old = await postsAt(db, county, [...heirs.keys()], day)
  if (old.length === 0) return { posts: 0, postsEnding: 0 }
  const seated = new Set((await postsAt(db, county, [...new Set(heirs.values())], day)).map(keyOf))
  const going = old.flatMap((post) => {
    const next = { ...post, place: heirs.get(post.place)! }
    if (roles[post.role].level !== levelOf(next.place)) return []
    const isNew = !seated.has(keyOf(next))
    seated.add(keyOf(next))
    return isNew ? [next] : []
  })
  await db
    .updateTable('posts')
    .set({ until: sql`greatest(since, ${day}::date)` })
    .where('county', '=', county)
    .where(sql<boolean>`id = any(${old.map(({ id }) => id)}::uuid[])`)
    .execute()
  await insertRows(
    db,
    'posts',
    going.map(({ id, since, ...post }) => ({
      ...post,
      county,
      id: idFor<PostId>('place change', changeId, id),
      since: since > day ? since : day,
      grantedBy: by,
    })),
  )
  for (const why of ['chief', 'officer'] as const) {
    const places = going.filter(({ role }) => boardReasonOf(role) === why).map(({ place }) => place)
    await boards.staleUnder(db, county, [...new Set(places)], why, day)
  }
  return { posts: going.length, postsEnding: old.filter((post) => roles[post.role].level !== levelOf(heirs.get(post.place)!)).length }
}
