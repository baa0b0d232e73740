/** Claims of allowances that wait for a decision, for whoever decides them. They say nothing of what the file holds. */
import { type Expression, type SqlBool, sql } from 'kysely'
import type { Db } from '#db/db.ts'
import { daysAfter } from '#modules/kernel/calendar.ts'
import type { DisputeId } from '#modules/kernel/ids.ts'
import type { Actor } from '#modules/people/actor.ts'
import type { Dispute } from '../dispute.ts'
import { all, wholeRow } from '../store.server.ts'

/** The claims an actor decides, as decidesClaims in rules/sight.ts; never their own. */
export function claimsOf(actor: Actor): Expression<SqlBool> {
  const parts = actor.posts.flatMap(({ role, place, department }) => [
    ...(role === 'judicial_officer'
      ? [sql`(length(disputes.committee) > ${sql.lit(place.length)} and left(disputes.committee, ${sql.lit(place.length)}) = ${place})`]
      : []),
    ...(role === 'department_officer' && department === 'justice' ? [sql`length(disputes.committee) = 9`] : []),
  ])
  return sql<SqlBool>`(disputes.county = ${actor.county} and disputes.allowance is not null and not disputes.mediators @> array[${actor.id}]::uuid[]
    and (${sql.join(parts.length > 0 ? parts : [sql`false`], sql` or `)}))`
}

/** How many nobody has decided yet. */
export async function claimsWaiting(db: Db, actor: Actor): Promise<number> {
  const { n } = await db
    .selectFrom('disputes')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('disputes.county', '=', actor.county)
    .where(claimsOf(actor))
    .where(sql<boolean>`disputes.allowance ->> 'isGranted' is null`)
    .executeTakeFirstOrThrow()
  return n
}

const isDecided = sql<SqlBool>`disputes.allowance ->> 'isGranted' is not null`

/** The claims an actor decides: those that wait oldest first, those decided newest first. */
export const listClaims = async (db: Db, actor: Actor, state: 'waiting' | 'decided'): Promise<Dispute[]> =>
  all(
    await db
      .selectFrom('disputes')
      .select(wholeRow)
      .where('disputes.county', '=', actor.county)
      .where(claimsOf(actor))
      .where(state === 'decided' ? isDecided : sql<SqlBool>`not (${isDecided})`)
      .orderBy(sql`disputes.allowance ->> 'claimedAt'`, state === 'decided' ? 'desc' : 'asc')
      .orderBy('id')
      .limit(500)
      .execute(),
  )

/** A claim the actor decides. */
export async function findClaim(db: Db, actor: Actor, id: DisputeId): Promise<Dispute | undefined> {
  const rows = await db
    .selectFrom('disputes')
    .select(wholeRow)
    .where('disputes.county', '=', actor.county)
    .where('disputes.id', '=', id)
    .where(claimsOf(actor))
    .execute()
  return all(rows)[0]
}

const nearDays = 30

/** Files of the same committee and kind that began at about the same time and for which an allowance was claimed, and not refused. */
export const claimedNear = async (db: Db, { county, id, committee, type, occurredOn }: Dispute): Promise<Dispute[]> =>
  all(
    await db
      .selectFrom('disputes')
      .select(wholeRow)
      .where('county', '=', county)
      .where('committee', '=', committee)
      .where('id', '<>', id)
      .where('type', 'like', `${type.slice(0, 2)}%`)
      .where('occurredOn', '>=', daysAfter(occurredOn, -nearDays))
      .where('occurredOn', '<=', daysAfter(occurredOn, nearDays))
      .where(sql<boolean>`allowance is not null and allowance ->> 'isGranted' is distinct from 'false'`)
      .execute(),
  )
