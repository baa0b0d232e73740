/** One-time codes and residents' sessions in the database. Number, code and token are there as keyed hashes only. */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import type { Instant } from '#modules/kernel/ids.ts'
import { type Device, triesAtMost } from './resident.ts'

/** The newest code of a number is the only one; codes whose time is over go with the next that is written. */
export async function putCode(db: Db, phoneKey: Buffer, code: Buffer, now: Instant, expiresAt: Instant): Promise<void> {
  await db.deleteFrom('residentCodes').where('expiresAt', '<=', now).execute()
  await db
    .insertInto('residentCodes')
    .values({ phoneKey, code, expiresAt, tries: 0 })
    .onConflict((row) => row.column('phoneKey').doUpdateSet({ code, expiresAt, tries: 0 }))
    .execute()
}

/** Uses a code up. Every try is counted before it is compared, so that guesses sent all at once are no more than guesses one by one. */
export async function takeCode(db: Db, phoneKey: Buffer, code: Buffer, now: Instant): Promise<boolean> {
  const tried = await db
    .updateTable('residentCodes')
    .set({ tries: sql`tries + 1` })
    .where('phoneKey', '=', phoneKey)
    .where('expiresAt', '>', now)
    .where('tries', '<', triesAtMost)
    .returning('code')
    .executeTakeFirst()
  if (!tried?.code.equals(code)) return false
  const { numDeletedRows } = await db
    .deleteFrom('residentCodes')
    .where('phoneKey', '=', phoneKey)
    .where('code', '=', code)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export type NewSession = { token: Buffer; id: string; phoneKey: Buffer; device: Device; createdAt: Instant; expiresAt: Instant }

export async function addSession(db: Db, session: NewSession): Promise<void> {
  await db.deleteFrom('residentSessions').where('expiresAt', '<=', session.createdAt).execute()
  await db.insertInto('residentSessions').values(session).execute()
}

export const findSession = (db: Db, token: Buffer, now: Instant) =>
  db.selectFrom('residentSessions').select(['id', 'phoneKey']).where('token', '=', token).where('expiresAt', '>', now).executeTakeFirst()

export const sessionsOf = (db: Db, phoneKey: Buffer, now: Instant) =>
  db
    .selectFrom('residentSessions')
    .select(['id', 'device', 'createdAt'])
    .where('phoneKey', '=', phoneKey)
    .where('expiresAt', '>', now)
    .orderBy('createdAt', 'desc')
    .execute()

/** Ends one session of a number, or with `id` undefined all of them. */
export const endSessions = (db: Db, phoneKey: Buffer, id?: string) => {
  const ending = db.deleteFrom('residentSessions').where('phoneKey', '=', phoneKey)
  return (id === undefined ? ending : ending.where('id', '=', id)).execute()
}
