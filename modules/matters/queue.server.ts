/** The queue: which matters, in which order, one page at a time. */
import { type Expression, type SqlBool, sql } from 'kysely'
import { type Db, likely } from '#db/db.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { Instant, PlaceCode } from '#modules/kernel/ids.ts'
import { type Actor, postsFor, type Seat } from '#modules/people/actor.ts'
import { search as searchPlaces } from '#modules/places/store.server.ts'
import { type Matter, openStatuses } from './matter.ts'
import { endingsOf } from './number.ts'
import type { Counts } from './reply.ts'
import { columns, under, visibleTo } from './store.server.ts'
import type { Queue } from './wire.ts'

/** Held by one of the actor's own seats. */
const heldBy = (actor: Actor, seats: readonly Seat[] = postsFor(actor, 'matter.handle')) => {
  if (seats.length === 0) return sql<boolean>`false`
  const each = seats.map(
    ({ role, place, department }) =>
      sql`(holder_place = ${place} and holder_role = ${role}${department === null ? sql`` : sql` and holder_department = ${department}`})`,
  )
  return sql<boolean>`(${sql.join(each, sql` or `)})`
}

/** Waits for the decision of one of the actor's own seats. */
const decidedBy = (actor: Actor) => {
  const each = postsFor(actor, 'matter.direct').map(
    ({ role, place, department }) =>
      sql`(application -> 'decider' ->> 'place' = ${place} and application -> 'decider' ->> 'role' = ${role}
        and application -> 'decider' ->> 'department' is not distinct from ${department})`,
  )
  return each.length > 0 ? sql<boolean>`(${sql.join(each, sql` or `)})` : sql<boolean>`false`
}

/** Has been through the actor's hands: they accepted it, passed it on, settled it or answered. */
const handledBy = (actor: Actor) =>
  sql<boolean>`matters.id in (select subject_id from events where events.county = ${actor.county} and by_person = ${actor.id} and type <> 'reported')`

type Sort = NonNullable<Queue['sort']>

const sortOf = ({ view, sort }: Pick<Queue, 'view' | 'sort'>): Sort =>
  ['todo', 'soon', 'late', 'decide', 'ordered'].includes(view) ? 'due' : (sort ?? 'newest')

/** What a page's last row is found by again: what it was sorted by, and its id. */
export const keyOf = (query: Pick<Queue, 'view' | 'sort'>) => (matter: Pick<Matter, 'lateAt' | 'reportedAt' | 'id'>) => [
  (sortOf(query) === 'due' ? matter.lateAt : matter.reportedAt) ?? '',
  matter.id,
]

const aDay = 86_400_000

/** The matters a query names, unsorted and unpaged. */
function filtered(db: Db, actor: Actor, query: Queue, now: Instant, terms: readonly Term[] = [], seats?: readonly Seat[]) {
  let rows = visibleTo(db, actor, 'matter.read', query.view === 'reported')
  if (query.view === 'todo') rows = rows.where('lateAt', 'is not', null).where(heldBy(actor, seats))
  if (query.view === 'soon')
    rows = rows
      .where('lateAt', '>=', now)
      .where('lateAt', '<', new Date(Date.parse(now) + aDay).toISOString())
      .where(heldBy(actor))
  if (query.view === 'late') rows = rows.where('lateAt', '<', now)
  if (query.view === 'decide') rows = rows.where(sql<boolean>`application is not null`).where(decidedBy(actor))
  if (query.view === 'ordered') rows = rows.where(sql<boolean>`orders <> '[]'`).where(heldBy(actor))
  if (query.view === 'done') rows = rows.where(handledBy(actor)).where(sql<boolean>`not (matters.late_at is not null and ${heldBy(actor)})`)
  if (query.view === 'reported') rows = rows.where('reporterId', '=', actor.id)
  if (sortOf(query) === 'due') rows = rows.where('lateAt', 'is not', null)
  if (query.status?.length) rows = rows.where('status', 'in', query.status)
  if (query.category?.length) {
    const { category } = query
    rows = rows.where((eb) => eb.or(category.map((code) => eb('category', 'like', `${code}%`))))
  }
  if (query.place) rows = rows.where(under(query.place))
  if (query.department) rows = rows.where('holderDepartment', '=', query.department)
  if (query.since) rows = rows.where('reportedAt', '>=', `${query.since}T00:00:00+08:00`)
  if (query.until) rows = rows.where('reportedAt', '<', sql<string>`(${query.until}::date + 1)::timestamp at time zone 'Asia/Shanghai'`)
  if (query.emergency !== undefined) rows = rows.where('isEmergency', '=', query.emergency)
  for (const { typed, places } of terms) rows = rows.where(matching(typed, places))
  return rows
}

type Term = { readonly typed: string; readonly places: readonly PlaceCode[] }

/** What was typed, word by word, with the places so called. */
const termsOf = (db: Db, actor: Actor, search: string | undefined, now: Instant): Promise<Term[]> =>
  Promise.all(
    (search ?? '')
      .split(/\s+/)
      .filter(Boolean)
      .slice(0, 5)
      .map(async (typed) => ({
        typed,
        places: (await searchPlaces(db, actor.county, likely(typed), dayOf(now), 100)).map(({ code }) => code),
      })),
  )

/** In the words, in the outcome, at a place so called, or by the number or its last five characters. */
function matching(typed: string, places: readonly PlaceCode[]): Expression<SqlBool> {
  const like = `%${likely(typed)}%`
  const ways = [sql`words like ${like}`, sql`outcome like ${like}`, ...places.map((place) => sql`(${under(place)})`)]
  const numbered = endingsOf(typed)
  if (numbered) ways.push(sql`right(matters.id::text, 7) in (${sql.join(numbered)})`)
  return sql<SqlBool>`(${sql.join(ways, sql` or `)})`
}

/**
 * One page and one row more, so that the caller knows whether there is another. `after` is [key, id] of the last row shown. Who sits in several
 * seats has a to-do list for each, in the order of its index; one is made of them here, since the database would sort them all.
 */
export async function list(db: Db, actor: Actor, query: Queue, now: Instant, after: readonly string[] | undefined): Promise<Matter[]> {
  const terms = await termsOf(db, actor, query.search, now)
  const seats = query.view === 'todo' ? postsFor(actor, 'matter.handle') : []
  if (seats.length < 2) return pageOf(db, actor, query, now, after, terms)
  const each = await Promise.all(seats.map((seat) => pageOf(db, actor, query, now, after, terms, [seat])))
  const keyed = (matter: Matter) => `${matter.lateAt} ${matter.id}`
  return each
    .flat()
    .sort((one, other) => (keyed(one) < keyed(other) ? -1 : 1))
    .slice(0, query.limit + 1)
}

function pageOf(
  db: Db,
  actor: Actor,
  query: Queue,
  now: Instant,
  after: readonly string[] | undefined,
  terms: readonly Term[],
  seats?: readonly Seat[],
): Promise<Matter[]> {
  const sort = sortOf(query)
  const key = sort === 'due' ? sql.ref('matters.late_at') : sql.ref('matters.reported_at')
  let rows = filtered(db, actor, query, now, terms, seats).select(columns)
  if (after)
    rows = rows.where(
      sort === 'newest'
        ? sql<boolean>`(${key}, matters.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
        : sql<boolean>`(${key}, matters.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`,
    )
  const direction = sort === 'newest' ? sql`desc` : sql`asc`
  return rows
    .orderBy(sql`${key} ${direction}`)
    .orderBy(sql`matters.id ${direction}`)
    .limit(query.limit + 1)
    .execute() as unknown as Promise<Matter[]>
}

const atMost = 1000

/** How many, for the desk's first page; counting stops at 1,000. */
export async function counts(db: Db, actor: Actor, now: Instant): Promise<Omit<Counts, 'vacancies'>> {
  const count = async (query: Partial<Queue>) => {
    const rows = filtered(db, actor, { view: 'all', limit: 1, ...query }, now)
      .select('id')
      .limit(atMost)
    const { n } = await db
      .selectFrom(rows.as('some'))
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    return n
  }
  const [todo, late, soon, decide, ordered, settled, open, emergencies] = await Promise.all([
    count({ view: 'todo' }),
    count({ view: 'late' }),
    count({ view: 'soon' }),
    count({ view: 'decide' }),
    count({ view: 'ordered' }),
    count({ status: ['settled'] }),
    count({ status: [...openStatuses], sort: 'due' }),
    count({ status: [...openStatuses], sort: 'due', emergency: true }),
  ])
  return { todo, late, soon, decide, ordered, settled, open, emergencies }
}
