/** Notices in the database: the routing table and its texts, inboxes, and what leaves the house. */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import { insertRows } from '#db/rows.ts'
import type { County, DisputeId, Instant, MatterId, PersonId } from '#modules/kernel/ids.ts'
import type { Actor } from '#modules/people/actor.ts'
import { routes } from './defaults.ts'
import type { Audience, Channel, Facts, Route, Template, Told } from './notice.ts'
import { templates } from './texts.ts'

/** Gives a county the routing table and the texts it starts with. What an administrator changed since stays as it is. */
export async function installNotices(db: Db, county: County): Promise<void> {
  await db
    .insertInto('noticeTemplates')
    .values(templates.map(({ wechatFields, ...template }) => ({ county, ...template, wechatFields: JSON.stringify(wechatFields) })))
    .onConflict((row) => row.columns(['county', 'code']).doNothing())
    .execute()
  await db
    .insertInto('noticeRoutes')
    .values(routes.map((route) => ({ county, ...route })))
    .onConflict((row) => row.columns(['county', 'event', 'audience', 'channel']).doNothing())
    .execute()
}

export const routesOf = async (db: Db, county: County): Promise<Route[]> =>
  (await db
    .selectFrom('noticeRoutes')
    .select(['event', 'audience', 'channel', 'template', 'isOn', 'onlyEmergency'])
    .where('county', '=', county)
    .orderBy('event')
    .orderBy('audience')
    .orderBy('channel')
    .execute()) as Route[]

export const templatesOf = async (db: Db, county: County): Promise<Map<string, Template>> => {
  const rows = await db
    .selectFrom('noticeTemplates')
    .select(['code', 'title', 'titleEn', 'body', 'bodyEn', 'outside', 'wechat', 'wechatFields'])
    .where('county', '=', county)
    .orderBy('code')
    .execute()
  return new Map(rows.map((row) => [row.code, row as unknown as Template]))
}

export type NewNotice = {
  readonly county: County
  readonly id: string
  readonly personId: PersonId
  readonly matterId: MatterId | null
  /** The mediation file, where its reader can open it. */
  readonly disputeId?: DisputeId | null
  readonly event: Told
  readonly title: string
  readonly titleEn: string
  readonly body: string
  readonly bodyEn: string
  readonly isUrgent: boolean
  readonly at: Instant
  /** How many matters it stands for; null for one. */
  readonly count: number | null
}

export type NewDelivery = {
  readonly county: County
  readonly id: string
  readonly channel: Channel
  readonly event: Told
  readonly audience: Audience
  readonly template: string
  readonly matterId: MatterId | null
  readonly disputeId?: DisputeId | null
  readonly personId: PersonId | null
  readonly reporterId: string | null
  readonly robotId: string | null
  /** A resident's telephone number, sealed. */
  readonly address: Buffer | null
  readonly title: string
  readonly body: string
  readonly facts: Facts
  readonly isUrgent: boolean
  readonly at: Instant
  /** When it may leave. */
  readonly nextAt: Instant
}

export const addNotices = (db: Db, notices: readonly NewNotice[]) => insertRows(db, 'notices', notices)

/** Notices with ids of what they are about: the same one again is not added. */
export async function addOnce(db: Db, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return
  const each = new Map(notices.map((notice) => [notice.id, notice]))
  await db
    .insertInto('notices')
    .values([...each.values()])
    .onConflict((row) => row.columns(['county', 'id']).doNothing())
    .execute()
}

/** Counts go on where the hour's notice is there already: it is unread again, and stands at the top. */
export async function countNotices(db: Db, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return
  await db
    .insertInto('notices')
    .values([...notices])
    .onConflict((row) =>
      row.columns(['county', 'id']).doUpdateSet((eb) => ({
        count: sql<number>`notices.count + excluded.count`,
        at: eb.ref('excluded.at'),
        readAt: null,
      })),
    )
    .execute()
}

/** As `countNotices`, for what leaves the house. What has left stays as it was: nobody's phone rings twice in an hour about this. */
export async function countDeliveries(db: Db, deliveries: readonly NewDelivery[]): Promise<void> {
  if (deliveries.length === 0) return
  const facts = sql<string>`jsonb_set(deliveries.facts, '{count}', to_jsonb(((deliveries.facts ->> 'count')::int + (excluded.facts ->> 'count')::int)::text))`
  await db
    .insertInto('deliveries')
    .values(deliveries.map((delivery) => ({ ...delivery, facts: JSON.stringify(delivery.facts), status: 'waiting', attempts: 0 })))
    .onConflict((row) =>
      row.columns(['county', 'id']).doUpdateSet({ facts }).where('deliveries.status', '=', 'waiting').where('deliveries.attempts', '=', 0),
    )
    .execute()
}

/** Which of these notices or deliveries are there already. */
export const known = async (db: Db, county: County, table: 'notices' | 'deliveries', ids: readonly string[]): Promise<Set<string>> =>
  ids.length === 0
    ? new Set()
    : new Set(
        (
          await db
            .selectFrom(table)
            .select('id')
            .where('county', '=', county)
            .where('id', 'in', [...ids])
            .execute()
        ).map(({ id }) => id),
      )

export const addDeliveries = (db: Db, deliveries: readonly NewDelivery[]) =>
  insertRows(
    db,
    'deliveries',
    deliveries.map((delivery) => ({ ...delivery, status: 'waiting', attempts: 0 })),
  )

/** A person's inbox, newest first; `after` is the [at, id] that the page before ended with. */
export function inbox(
  db: Db,
  actor: Actor,
  { unread, after, limit }: { unread?: boolean | undefined; after?: readonly string[] | undefined; limit: number },
) {
  let rows = db
    .selectFrom('notices')
    .select(['id', 'matterId', 'disputeId', 'event', 'title', 'titleEn', 'body', 'bodyEn', 'isUrgent', 'at', 'readAt', 'count'])
    .where('county', '=', actor.county)
    .where('personId', '=', actor.id)
  if (unread) rows = rows.where('readAt', 'is', null)
  if (after) rows = rows.where(sql<boolean>`(at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  return rows
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

const unreadAtMost = 100

/** How many are unread; counting stops at 100. */
export async function unreadOf(db: Db, county: County, person: PersonId): Promise<number> {
  const some = db
    .selectFrom('notices')
    .select('id')
    .where('county', '=', county)
    .where('personId', '=', person)
    .where('readAt', 'is', null)
    .limit(unreadAtMost)
  const { n } = await db
    .selectFrom(some.as('some'))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

type Which = { ids: readonly string[] } | { matter: MatterId } | { dispute: DisputeId } | { all: true }

export function markRead(db: Db, actor: Actor, which: Which, at: Instant) {
  let rows = db
    .updateTable('notices')
    .set({ readAt: at })
    .where('county', '=', actor.county)
    .where('personId', '=', actor.id)
    .where('readAt', 'is', null)
  if ('ids' in which) rows = rows.where('id', 'in', [...which.ids])
  if ('matter' in which) rows = rows.where('matterId', '=', which.matter)
  if ('dispute' in which) rows = rows.where('disputeId', '=', which.dispute)
  return rows.execute()
}
