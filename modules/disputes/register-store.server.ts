/** The register: which files, in which order, one page at a time; and what is counted of them for whoever may open them. */

import { sql } from 'kysely'
import { type Db, likely } from '#db/db.ts'
import { dayOf, daysAfter } from '#modules/kernel/calendar.ts'
import type { Instant } from '#modules/kernel/ids.ts'
import type { Actor } from '#modules/people/actor.ts'
import type { Secrets } from '#server/secrets.ts'
import { type Dispute, openStatuses } from './dispute.ts'
import { identitiesOf } from './record-store.server.ts'
import { all, visibleTo, wholeRow } from './store.server.ts'
import type { Asked } from './wire.ts'

export const keyOf = ({ registeredAt, id }: Pick<Dispute, 'registeredAt' | 'id'>) => [registeredAt, id]

const days = { soon: 7 } as const
const namesAtMost = 5000

/** Files that name somebody so called: names are sealed, so they are opened here, for the asker's own files only. */
async function named(db: Db, actor: Actor, typed: string, secrets: Pick<Secrets, 'open'>): Promise<string[]> {
  const mine = await visibleTo(db, actor).select('id').orderBy('registeredAt', 'desc').limit(namesAtMost).execute()
  const found = await identitiesOf(
    db,
    actor.county,
    mine.map(({ id }) => id),
    secrets,
  )
  return [...new Set(found.filter(({ identity }) => identity.name.includes(typed)).map(({ disputeId }) => disputeId))]
}

/** The files a question names, unsorted and unpaged. */
async function filtered(db: Db, actor: Actor, asked: Omit<Asked, 'after' | 'limit'>, now: Instant, secrets: Pick<Secrets, 'open'>) {
  let rows = visibleTo(db, actor)
  if (asked.view === 'mine') rows = rows.where('mediators', '@>', sql<string[]>`array[${actor.id}]::uuid[]`)
  if (asked.view === 'due') rows = rows.where('nextAt', '<', `${daysAfter(dayOf(now), days.soon + 1)}T00:00:00+08:00`)
  if (asked.view === 'danger') rows = rows.where('preventBy', 'is not', null)
  if (asked.view === 'claims') rows = rows.where('allowance', 'is not', null)
  if (asked.status?.length) rows = rows.where('status', 'in', asked.status)
  if (asked.type?.length) rows = rows.where((eb) => eb.or(asked.type!.map((code) => eb('type', 'like', `${code}%`))))
  if (asked.committee) rows = rows.where('committee', '=', asked.committee)
  if (asked.since) rows = rows.where('registeredAt', '>=', `${asked.since}T00:00:00+08:00`)
  if (asked.until) rows = rows.where('registeredAt', '<', `${daysAfter(asked.until, 1)}T00:00:00+08:00`)
  for (const typed of (asked.search ?? '').split(/\s+/).filter(Boolean).slice(0, 5)) {
    const [ids, serial] = [await named(db, actor, typed, secrets), Number(/^\d{1,6}$/.exec(typed)?.[0] ?? Number.NaN)]
    const like = `%${likely(typed)}%`
    rows = rows.where((eb) =>
      eb.or([
        eb('id', 'in', ids as never),
        sql<boolean>`file ->> 'summary' like ${like}`,
        ...(Number.isNaN(serial) ? [] : [eb('serial', '=', serial)]),
      ]),
    )
  }
  return rows
}

/** One page and one row more, newest first. `after` is [registeredAt, id] of the last row shown. */
export async function list(
  db: Db,
  actor: Actor,
  asked: Asked,
  now: Instant,
  secrets: Pick<Secrets, 'open'>,
  after?: readonly string[],
): Promise<Dispute[]> {
  let rows = (await filtered(db, actor, asked, now, secrets)).select(wholeRow)
  if (after) rows = rows.where(sql<boolean>`(registered_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  return all(
    await rows
      .orderBy('registeredAt', 'desc')
      .orderBy('id', 'desc')
      .limit(asked.limit + 1)
      .execute(),
  )
}

/** Files of the actor's own that are open or being performed: what a calendar of due dates is made of. */
export const running = async (db: Db, actor: Actor): Promise<Dispute[]> =>
  all(
    await visibleTo(db, actor)
      .select(wholeRow)
      .where('status', 'in', [...openStatuses, 'performing', 'performed'])
      .limit(2000)
      .execute(),
  )

export async function counts(db: Db, actor: Actor, now: Instant): Promise<{ open: number; due: number; danger: number }> {
  const soon = `${daysAfter(dayOf(now), days.soon + 1)}T00:00:00+08:00`
  const row = await visibleTo(db, actor)
    .select([
      sql<number>`count(*) filter (where status in ('registered', 'mediating', 'agreed'))`.as('open'),
      sql<number>`count(*) filter (where next_at < ${soon})`.as('due'),
      sql<number>`count(*) filter (where prevent_by is not null)`.as('danger'),
    ])
    .executeTakeFirstOrThrow()
  return row
}
