/** People and posts in the database. What an actor may find is decided in one place: visibleTo. */
import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely'
import { type Db, likely } from '#db/db.ts'
import type { DB } from '#db/schema.ts'
import { type Asked, statement } from '#db/statement.ts'
import type { County, Day, Instant, PersonId, PlaceCode, PostId } from '#modules/kernel/ids.ts'
import { pathName, pathOf } from '#modules/places/place.ts'
import { placeNames } from '#modules/places/store.server.ts'
import type { Actor, HeldPost, Seat } from './actor.ts'
import { postsFor } from './actor.ts'
import type { Role, Verb } from './role.ts'

/** A post that counts on a day. */
export const standing = (on: Day | RawBuilder<Day>) => sql<boolean>`posts.since <= ${on} and (posts.until is null or posts.until > ${on})`

/** The places an actor's posts give them a verb for, as a condition on a column that holds a place code. */
export const placesFor =
  (actor: Actor, verb: Verb, column: 'places.code' | 'posts.place') => (eb: ExpressionBuilder<DB, 'places' | 'posts'>) =>
    eb.or(postsFor(actor, verb).map(({ place }) => eb(sql<string>`left(${sql.ref(column)}, ${sql.lit(place.length)})`, '=', place)))

const personAndPosts = statement((db, is: Asked<{ county: County; id: PersonId; on: Day }>) =>
  db
    .selectFrom('people')
    .leftJoin('posts', (join) =>
      join
        .onRef('posts.county', '=', 'people.county')
        .onRef('posts.personId', '=', 'people.id')
        .on(standing(is('on'))),
    )
    .select(['people.name', 'posts.id', 'posts.role', 'posts.place', 'posts.department'])
    .select(
      // What ended and became a place of this post, unless it lay under the post anyway. ':' comes after '9'.
      sql<PlaceCode[] | null>`(select array_agg(distinct former.place) from place_successors former where former.county = posts.county
        and former.successor >= posts.place and former.successor < posts.place || ':'
        and left(former.place, length(posts.place)) <> posts.place)`.as('former'),
    )
    .where('people.county', '=', is('county'))
    .where('people.id', '=', is('id')),
)

/** Those that do not lie in another of them. */
function widest(places: readonly PlaceCode[]): PlaceCode[] {
  const all = new Set(places)
  return places.filter((place) => !pathOf(place).some((above) => above !== place && all.has(above)))
}

/** Who asks: the person and the posts they hold today. */
export async function actorOf(db: Db, county: County, id: PersonId, on: Day): Promise<Actor | undefined> {
  const rows = await personAndPosts(db, { county, id, on })
  const [first] = rows
  if (!first) return undefined
  const posts = rows.filter((row) => row.id !== null)
  const formerly = posts.flatMap(({ former, role, department }) =>
    widest(former ?? []).map((place) => ({ role, place, department }) as Seat),
  )
  return {
    ...{ id, county, name: first.name },
    posts: posts.map(({ id, role, place, department }) => ({ id, role, place, department }) as HeldPost),
    ...(formerly.length > 0 ? { formerly } : {}),
  }
}

const postColumns = [
  ...(['posts.id', 'posts.personId', 'posts.role', 'posts.place', 'posts.department'] as const),
  ...(['posts.since', 'posts.until', 'posts.insteadOf'] as const),
] as const

/** People's posts, past and present, newest first, each with its place in words: "古绛镇 城内村委会 第一网格 刘家巷". */
export async function postsOf(db: Db, county: County, people: readonly PersonId[]) {
  const posts = await db
    .selectFrom('posts')
    .leftJoin('departments', (join) =>
      join.onRef('departments.county', '=', 'posts.county').onRef('departments.code', '=', 'posts.department'),
    )
    .select([...postColumns, 'departments.name as departmentName'])
    .where('posts.county', '=', county)
    .where('posts.personId', 'in', [...people])
    .orderBy('posts.since', 'desc')
    .execute()
  const names = await placeNames(
    db,
    county,
    posts.flatMap(({ place }) => pathOf(place)),
  )
  return posts.map((post) => ({ ...post, placeName: pathName(post.place, names) }))
}

/** Everybody with a post, past or present, in the actor's places. An administrator also finds those without any post. */
const visibleTo = (db: Db, actor: Actor) =>
  db
    .selectFrom('people')
    .select(['people.county', 'people.id', 'people.name', 'people.phone'])
    .where('people.county', '=', actor.county)
    .where((eb) =>
      eb.or([
        eb.exists(
          eb
            .selectFrom('posts')
            .select('posts.id')
            .whereRef('posts.county', '=', 'people.county')
            .whereRef('posts.personId', '=', 'people.id')
            .where((inner) => placesFor(actor, 'person.read', 'posts.place')(inner as never)),
        ),
        eb.and([
          eb.lit(postsFor(actor, 'post.grant').length > 0),
          eb.not(
            eb.exists(
              eb
                .selectFrom('posts')
                .select('posts.id')
                .whereRef('posts.county', '=', 'people.county')
                .whereRef('posts.personId', '=', 'people.id'),
            ),
          ),
        ]),
      ]),
    )

type Query = {
  place?: PlaceCode | undefined
  role?: Role | undefined
  search?: string | undefined
  after?: readonly string[] | undefined
  limit: number
}

/** People by name, then id; `after` is the [name, id] that the page before ended with. */
export function list(db: Db, actor: Actor, { place, role, search, after, limit }: Query, on: Day) {
  let query = visibleTo(db, actor)
  if (search) query = query.where((eb) => eb.or([eb('people.name', 'like', `%${likely(search)}%`), eb('people.phone', '=', search)]))
  if (place || role) {
    query = query.where((eb) => {
      let posts = eb
        .selectFrom('posts')
        .select('posts.id')
        .whereRef('posts.county', '=', 'people.county')
        .whereRef('posts.personId', '=', 'people.id')
        .where(standing(on))
      if (place) posts = posts.where(sql`left(posts.place, ${sql.lit(place.length)})`, '=', place)
      if (role) posts = posts.where('posts.role', '=', role)
      return eb.exists(posts)
    })
  }
  if (after) query = query.where(sql<boolean>`(people.name, people.id) > (${after[0]}, ${after[1]}::uuid)`)
  return query
    .orderBy('people.name')
    .orderBy('people.id')
    .limit(limit + 1)
    .execute()
}

export const find = (db: Db, actor: Actor, id: PersonId) => visibleTo(db, actor).where('people.id', '=', id).executeTakeFirst()

/** False if the same person is there already: a retry. */
export async function addPerson(
  db: Db,
  person: { county: County; id: PersonId; name: string; phone: string },
  at: Instant,
): Promise<boolean> {
  const added = await db
    .insertInto('people')
    .values({ ...person, createdAt: at })
    .onConflict((row) => row.columns(['county', 'id']).doNothing())
    .returning('id')
    .execute()
  return added.length > 0
}

/** Whether somebody else has this telephone number. */
export const phoneTaken = async (db: Db, county: County, phone: string, but: PersonId): Promise<boolean> =>
  (await db
    .selectFrom('people')
    .select('id')
    .where('county', '=', county)
    .where('phone', '=', phone)
    .where('id', '!=', but)
    .executeTakeFirst()) !== undefined

export const phoneOf = async (db: Db, county: County, id: PersonId): Promise<string> =>
  (await db.selectFrom('people').select('phone').where('county', '=', county).where('id', '=', id).executeTakeFirst())?.phone ?? ''

export type EndedSeat = Seat

/** The posts a person holds on a day or will hold after it. */
export const postsFrom = (db: Db, county: County, personId: PersonId, on: Day): Promise<HeldPost[]> =>
  db
    .selectFrom('posts')
    .select(['posts.id', 'posts.role', 'posts.place', 'posts.department', 'posts.insteadOf'])
    .where('county', '=', county)
    .where('personId', '=', personId)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', on)]))
    .execute()

/** The posts that somebody held at a place on a day, over or not. */
export const postsOn = (db: Db, county: County, personId: PersonId, place: PlaceCode, on: Day): Promise<HeldPost[]> =>
  db
    .selectFrom('posts')
    .select(['posts.id', 'posts.role', 'posts.place', 'posts.department', 'posts.insteadOf'])
    .where('county', '=', county)
    .where('personId', '=', personId)
    .where('place', '=', place)
    .where(standing(on))
    .execute()

export const findPost = (db: Db, county: County, id: PostId) =>
  db.selectFrom('posts').select(postColumns).where('posts.county', '=', county).where('posts.id', '=', id).forUpdate().executeTakeFirst()

export const grant = (
  db: Db,
  county: County,
  personId: PersonId,
  post: Seat & { id: PostId; since: Day; until?: Day | undefined; insteadOf?: PersonId },
  by: PersonId | null,
) =>
  db
    .insertInto('posts')
    .values({ county, personId, ...post, until: post.until ?? null, insteadOf: post.insteadOf ?? null, grantedBy: by })
    .onConflict((row) => row.columns(['county', 'id']).doNothing())
    .execute()

/** Ends it on a day; one that is over already stays as it is. */
export const endPost = (db: Db, county: County, id: PostId, on: Day) =>
  db
    .updateTable('posts')
    .set({ until: sql`least(until, greatest(since, ${on}::date))` })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute()

/** Who sits in a seat on a day, longest-serving first. */
export const holdersOf = (db: Db, county: County, { role, place, department }: Seat, on: Day) =>
  db
    .selectFrom('posts')
    .innerJoin('people', (join) => join.onRef('people.county', '=', 'posts.county').onRef('people.id', '=', 'posts.personId'))
    .select(['posts.id', 'posts.personId', 'people.name', 'people.phone', 'posts.since'])
    .where('posts.county', '=', county)
    .where('posts.role', '=', role)
    .where('posts.place', '=', place)
    .where('posts.department', 'is not distinct from', department)
    .where(standing(on))
    .orderBy('posts.since')
    .orderBy('posts.id')
    .execute()

/** The filled seats at places, with the names of who sits there. */
export const seatsAt = (db: Db, county: County, places: readonly PlaceCode[], on: Day) =>
  db
    .selectFrom('posts')
    .innerJoin('people', (join) => join.onRef('people.county', '=', 'posts.county').onRef('people.id', '=', 'posts.personId'))
    .select(['posts.id', 'posts.role', 'posts.place', 'posts.department', 'posts.personId', 'posts.since', 'people.name', 'people.phone'])
    .select(['posts.until', 'posts.insteadOf'])
    .where('posts.county', '=', county)
    .where('posts.place', 'in', [...places])
    .where(standing(on))
    .orderBy('posts.since')
    .orderBy('posts.id')
    .execute()

/** The administrator with a telephone number, if there is one. */
export const administratorByPhone = async (db: Db, county: County, phone: string, on: Day): Promise<PersonId | undefined> =>
  (
    await db
      .selectFrom('people')
      .innerJoin('posts', (join) => join.onRef('posts.county', '=', 'people.county').onRef('posts.personId', '=', 'people.id'))
      .select('people.id')
      .where('people.county', '=', county)
      .where('people.phone', '=', phone)
      .where('posts.role', '=', 'administrator')
      .where(standing(on))
      .executeTakeFirst()
  )?.id

/** Names by id, for lists. */
export async function namesOf(db: Db, county: County, ids: readonly (PersonId | null)[]): Promise<Map<PersonId, string>> {
  const wanted = [...new Set(ids.filter((id): id is PersonId => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await db.selectFrom('people').select(['id', 'name']).where('county', '=', county).where('id', 'in', wanted).execute()
  return new Map(rows.map(({ id, name }) => [id as PersonId, name]))
}

/** Every seat of a county that somebody sits in on a day. */
export const seatsToday = (db: Db, county: County, on: Day): Promise<Seat[]> =>
  db
    .selectFrom('posts')
    .select(['posts.role', 'posts.place', 'posts.department'])
    .distinct()
    .where('posts.county', '=', county)
    .where('posts.role', 'not in', ['administrator', 'auditor'])
    .where(standing(on))
    .execute()
