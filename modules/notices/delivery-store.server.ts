/** What leaves the house, in the database: taken under a lease, and what became of it. */
import { type ExpressionBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { type Db, transact } from '#db/db.ts'
import type { DB } from '#db/schema.ts'
import type { County, Instant, MatterId, PersonId } from '#modules/kernel/ids.ts'
import { afterQuiet, type Channel, type Facts, type WechatField } from './notice.ts'
import { quietOf } from './telling/told-store.server.ts'
import type { DeliveryQuery } from './wire.ts'

/** A process that is killed while it sends gives back what it had after this. */
const leaseMs = 120_000
const minuteMs = 60_000
const robotsPerMinute = 20

const later = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString()

/** What is taken to be sent, with everybody's address as it is now. */
export type Taken = {
  readonly id: string
  readonly channel: Exclude<Channel, 'app'>
  readonly event: string
  readonly matterId: MatterId | null
  /** Who a party of a mediation file is, sealed. */
  readonly partyIdentity: Buffer | null
  readonly personId: PersonId | null
  readonly reporterId: string | null
  readonly robotId: string | null
  readonly address: Buffer | null
  readonly title: string
  readonly body: string
  readonly facts: Facts
  readonly isUrgent: boolean
  readonly attempts: number
  readonly at: Instant
  readonly text: string
  readonly outside: string | null
  readonly wechat: string | null
  readonly wechatFields: readonly WechatField[]
  readonly personOpenid: Buffer | null
  readonly reporterOpenid: Buffer | null
  readonly personPhone: string | null
  readonly reporterPhone: Buffer | null
  readonly robotSettings: Buffer | null
  readonly robotIsOn: boolean | null
}

/**
 * Takes what is due, oldest first: for two minutes it is this process's, and it has had one attempt more. What is not urgent waits for the end
 * of the quiet hours; what is too much for a robot waits a minute. `looked`: how many were due, at most `limit`.
 */
export const take = (db: Db, county: County, now: Instant, limit: number): Promise<{ looked: number; ids: string[] }> =>
  transact(db, async (trx) => {
    const due = await trx
      .selectFrom('deliveries')
      .select(['id', 'robotId', 'isUrgent'])
      .where('county', '=', county)
      .where('nextAt', '<=', now)
      .orderBy('nextAt')
      .orderBy('id')
      .limit(limit)
      .forUpdate()
      .skipLocked()
      .execute()
    const morning = afterQuiet(now, await quietOf(trx, county))
    const asleep = due.filter(({ isUrgent }) => !isUrgent && morning !== now)
    const awake = due.filter((row) => !asleep.includes(row))
    const room = await roomOf(trx, county, [...new Set(awake.flatMap(({ robotId }) => robotId ?? []))], now)
    const going = awake.filter(({ robotId }) => {
      if (robotId === null) return true
      const left = room.get(robotId) ?? 0
      room.set(robotId, left - 1)
      return left > 0
    })
    const ids = going.map(({ id }) => id)
    await wait(trx, county, asleep, morning)
    await wait(
      trx,
      county,
      awake.filter((row) => !going.includes(row)),
      later(now, minuteMs),
    )
    await trx
      .updateTable('deliveries')
      .set({ nextAt: later(now, leaseMs), attempts: sql<number>`attempts + 1` })
      .where('county', '=', county)
      .where('id', 'in', ids)
      .execute()
    return { looked: due.length, ids }
  })

const wait = (db: Db, county: County, rows: readonly { id: string }[], until: Instant) =>
  db
    .updateTable('deliveries')
    .set({ nextAt: until })
    .where('county', '=', county)
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()

/**
 * How many messages each robot may still get in this minute. Its row is held, so that two processes do not count at the same time. Those on
 * their way count by their lease, which is a minute younger than it was long.
 */
async function roomOf(db: Db, county: County, robots: readonly string[], now: Instant): Promise<Map<string, number>> {
  if (robots.length === 0) return new Map()
  await db
    .selectFrom('robots')
    .select('id')
    .where('county', '=', county)
    .where('id', 'in', [...robots])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  const used = await db
    .selectFrom('deliveries')
    .select(['robotId', (eb) => eb.fn.countAll<number>().as('n')])
    .where('county', '=', county)
    .where('robotId', 'in', [...robots])
    // Older ones are not sent any more, but for a few that an administrator sends again.
    .where('at', '>', later(now, -2 * 86_400_000))
    .where((eb) =>
      eb.or([
        eb.and([eb('status', '=', 'sent'), eb('sentAt', '>', later(now, -minuteMs))]),
        eb.and([eb('attempts', '>', 0), eb('nextAt', '>', later(now, leaseMs - minuteMs)), eb('nextAt', '<=', later(now, leaseMs))]),
      ]),
    )
    .groupBy('robotId')
    .execute()
  return new Map(robots.map((robot) => [robot, robotsPerMinute - (used.find(({ robotId }) => robotId === robot)?.n ?? 0)]))
}

const withNames = (db: Db) =>
  db
    .selectFrom('deliveries')
    .innerJoin('noticeTemplates', (join) =>
      join.onRef('noticeTemplates.county', '=', 'deliveries.county').onRef('noticeTemplates.code', '=', 'deliveries.template'),
    )
    .leftJoin('people', (join) => join.onRef('people.county', '=', 'deliveries.county').onRef('people.id', '=', 'deliveries.personId'))
    .leftJoin('robots', (join) => join.onRef('robots.county', '=', 'deliveries.county').onRef('robots.id', '=', 'deliveries.robotId'))
    .leftJoin('reporters', (join) =>
      join
        .onRef('reporters.county', '=', 'deliveries.county')
        .onRef('reporters.matterId', '=', 'deliveries.matterId')
        .on(sql<boolean>`reporters.id = deliveries.reporter_id`),
    )
    .leftJoin('disputeIdentities', (join) =>
      join
        .onRef('disputeIdentities.county', '=', 'deliveries.county')
        .onRef('disputeIdentities.disputeId', '=', 'deliveries.disputeId')
        .on(sql<boolean>`dispute_identities.id = deliveries.reporter_id`),
    )

const rowColumns = [
  ...(['deliveries.id', 'deliveries.channel', 'deliveries.event', 'deliveries.matterId', 'deliveries.address'] as const),
  ...(['deliveries.title', 'deliveries.body', 'deliveries.isUrgent', 'deliveries.attempts', 'deliveries.at'] as const),
] as const

export const taken = (db: Db, county: County, ids: readonly string[]) =>
  withNames(db)
    .leftJoin('wechatReaders', (join) =>
      join.onRef('wechatReaders.county', '=', 'deliveries.county').onRef('wechatReaders.personId', '=', 'deliveries.personId'),
    )
    .select([...rowColumns, 'deliveries.facts', 'deliveries.personId', 'deliveries.reporterId', 'deliveries.robotId'])
    .select(['noticeTemplates.body as text', 'noticeTemplates.outside', 'people.phone as personPhone', 'reporters.phone as reporterPhone'])
    .select('disputeIdentities.identity as partyIdentity')
    .select(['robots.settings as robotSettings', 'robots.isOn as robotIsOn', 'noticeTemplates.wechat', 'noticeTemplates.wechatFields'])
    .select(['wechatReaders.openid as personOpenid', 'reporters.openid as reporterOpenid'])
    .where('deliveries.county', '=', county)
    .where('deliveries.id', 'in', [...ids])
    .orderBy('deliveries.at')
    .orderBy('deliveries.id')
    .execute() as unknown as Promise<Taken[]>

/** What became of an attempt. */
export type Fate =
  | { readonly status: 'sent' | 'logged'; readonly sentAt: Instant; readonly error?: string; readonly reference?: string | null }
  | { readonly status: 'failed'; readonly error: string }
  | { readonly status: 'waiting'; readonly nextAt: Instant; readonly error: string }

/** Unless another process has taken it since: then it is that one's to say. */
export const settle = (
  db: Db,
  county: County,
  { id, attempts, event, text }: Pick<Taken, 'id' | 'attempts'> & Partial<Pick<Taken, 'event' | 'text'>>,
  fate: Fate,
) =>
  db
    .updateTable('deliveries')
    .set({ error: null, sentAt: null, nextAt: null, ...fate })
    // A one-time code that is on its way is nobody else's any more.
    .$if(event === 'code' && fate.status !== 'waiting', (row) => row.set({ body: text ?? '', facts: '{}' }))
    .where('county', '=', county)
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .where('attempts', '=', attempts)
    .execute()

/** Removes one-time codes' deliveries from before an instant: the sealed telephone numbers with them. Answers how many. */
export async function forgetCodes(db: Db, before: Instant): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('deliveries')
    .where('county', 'in', (counties) => counties.selectFrom('counties').select('code'))
    .where('event', '=', 'code')
    .where('at', '<', before)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

type Asked = Omit<z.infer<typeof DeliveryQuery>, 'after'> & { readonly after?: readonly string[] | undefined }

/** Newest first; `after` is the [at, id] that the page before ended with. */
export function deliveriesOf(db: Db, county: County, { status, channel, matter, after, limit }: Asked) {
  const asked = (eb: ExpressionBuilder<DB, 'deliveries'>) =>
    eb.and([
      ...(status ? [eb('deliveries.status', '=', status)] : []),
      ...(channel ? [eb('deliveries.channel', '=', channel)] : []),
      ...(matter ? [eb('deliveries.matterId', '=', matter)] : []),
      ...(after ? [sql<boolean>`(deliveries.at, deliveries.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`] : []),
    ])
  return withNames(db)
    .leftJoin('matters', (join) => join.onRef('matters.county', '=', 'deliveries.county').onRef('matters.id', '=', 'deliveries.matterId'))
    .select([
      ...rowColumns,
      'deliveries.facts',
      'deliveries.audience',
      'deliveries.status',
      'deliveries.nextAt',
      'deliveries.sentAt',
      'deliveries.error',
    ])
    .select(['noticeTemplates.body as text', 'people.name as personName', 'robots.name as robotName', 'reporters.phone as reporterPhone'])
    .select('matters.reportedAt')
    .where('deliveries.county', '=', county)
    .where((eb) => asked(eb as unknown as ExpressionBuilder<DB, 'deliveries'>))
    .orderBy('deliveries.at', 'desc')
    .orderBy('deliveries.id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** What a provider says later of what it had taken: it did not arrive. */
export const turnedOut = (db: Db, county: County, channel: Channel, reference: string, error: string) =>
  db
    .updateTable('deliveries')
    .set({ status: 'failed', error })
    .where('county', '=', county)
    .where('reference', '=', reference)
    .where('channel', '=', channel)
    .where('status', '=', 'sent')
    .execute()

export const findDelivery = (db: Db, county: County, id: string) =>
  db.selectFrom('deliveries').select(['id', 'status', 'channel']).where('county', '=', county).where('id', '=', id).executeTakeFirst()

/** Begins once more with what had failed. False if it has not. */
export async function tryAgain(db: Db, county: County, id: string, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('deliveries')
    .set({ status: 'waiting', attempts: 0, nextAt: now, error: null })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('event', '!=', 'code') // what it said is gone
    .where('status', '=', 'failed')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Which driver sends on each channel, for those that somebody has chosen. */
export const chosenDrivers = (db: Db, county: County) =>
  db.selectFrom('noticeChannels').select(['channel', 'driver', 'settings']).where('county', '=', county).execute()
