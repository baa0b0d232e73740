/** Who is told by WeChat, in the database: one-time codes, openids under seal, and what the official account has heard. */
import type { Db } from '#db/db.ts'
import type { County, Instant, MatterId, PersonId } from '#modules/kernel/ids.ts'
import type { Secrets } from '#server/secrets.ts'

export const openidKey = (openid: string, secrets: Pick<Secrets, 'hash'>): Buffer => secrets.hash(`openid ${openid}`)

/** Who asked for a code: a member of staff, or whoever stands behind a matter. */
export type Whom = { readonly personId: PersonId } | { readonly matterId: MatterId; readonly reporterId: string }
type Code = { readonly personId: PersonId | null; readonly matterId: MatterId | null; readonly reporterId: string | null }

/** The newest code counts. False if by chance somebody else has the same one. */
export async function putCode(db: Db, county: County, codeKey: Buffer, whom: Whom, expiresAt: Instant): Promise<boolean> {
  const code: Code = { personId: null, matterId: null, reporterId: null, ...whom }
  await db
    .deleteFrom('wechatCodes')
    .where('county', '=', county)
    .where((eb) =>
      'personId' in whom
        ? eb('personId', '=', whom.personId)
        : eb.and([eb('matterId', '=', whom.matterId), eb('reporterId', '=', whom.reporterId)]),
    )
    .execute()
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('wechatCodes')
    .values({ county, codeKey, ...code, expiresAt })
    .onConflict((row) => row.columns(['county', 'codeKey']).doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Uses a code up. */
export const takeCode = (db: Db, county: County, codeKey: Buffer, now: Instant) =>
  db
    .deleteFrom('wechatCodes')
    .where('county', '=', county)
    .where('codeKey', '=', codeKey)
    .where('expiresAt', '>', now)
    .returning(['personId', 'matterId', 'reporterId'])
    .executeTakeFirst()

type Openid = { readonly openid: Buffer; readonly openidKey: Buffer }

/** False if whoever asked for the code is not there any more. */
export async function bind(db: Db, county: County, { personId, matterId, reporterId }: Code, of: Openid, at: Instant): Promise<boolean> {
  if (personId) {
    await db
      .insertInto('wechatReaders')
      .values({ county, personId, ...of, boundAt: at })
      .onConflict((row) => row.columns(['county', 'personId']).doUpdateSet({ ...of, boundAt: at }))
      .execute()
    return true
  }
  const { numUpdatedRows } = await db
    .updateTable('reporters')
    .set(of)
    .where('county', '=', county)
    .where('matterId', '=', matterId)
    .where('id', '=', reporterId)
    .where('tracking', 'is not', null) // who erased their data is nobody any more
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Since when somebody is told by WeChat. */
export const boundAt = async (db: Db, county: County, personId: PersonId): Promise<Instant | undefined> =>
  (await db.selectFrom('wechatReaders').select('boundAt').where('county', '=', county).where('personId', '=', personId).executeTakeFirst())
    ?.boundAt

export const isReporterBound = async (db: Db, county: County, matterId: MatterId, reporterId: string): Promise<boolean> =>
  (await db
    .selectFrom('reporters')
    .select('id')
    .where('county', '=', county)
    .where('matterId', '=', matterId)
    .where('id', '=', reporterId)
    .where('openid', 'is not', null)
    .executeTakeFirst()) !== undefined

export const unbind = (db: Db, county: County, personId: PersonId) =>
  db.deleteFrom('wechatReaders').where('county', '=', county).where('personId', '=', personId).execute()

export const unbindReporter = (db: Db, county: County, matterId: MatterId, reporterId: string) =>
  db
    .updateTable('reporters')
    .set({ openid: null, openidKey: null })
    .where('county', '=', county)
    .where('matterId', '=', matterId)
    .where('id', '=', reporterId)
    .execute()

/** Whoever has stopped following, or asks for it, is told nothing more by WeChat, as staff or as resident. */
export async function forgetReader(db: Db, county: County, key: Buffer): Promise<void> {
  await db.deleteFrom('wechatReaders').where('county', '=', county).where('openidKey', '=', key).execute()
  await db
    .updateTable('reporters')
    .set({ openid: null, openidKey: null })
    .where('county', '=', county)
    .where('openidKey', '=', key)
    .execute()
}

/** Whether a message is new; if it came before, what it was answered. */
export async function hear(db: Db, county: County, message: Buffer, at: Instant): Promise<{ isNew: boolean; reply: string | null }> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('wechatHeard')
    .values({ county, message, reply: null, at })
    .onConflict((row) => row.columns(['county', 'message']).doNothing())
    .executeTakeFirst()
  if ((numInsertedOrUpdatedRows ?? 0n) > 0n) return { isNew: true, reply: null }
  const before = await db
    .selectFrom('wechatHeard')
    .select('reply')
    .where('county', '=', county)
    .where('message', '=', message)
    .executeTakeFirst()
  return { isNew: false, reply: before?.reply ?? null }
}

export const replied = (db: Db, county: County, message: Buffer, reply: string) =>
  db.updateTable('wechatHeard').set({ reply }).where('county', '=', county).where('message', '=', message).execute()

/** Removes codes that have run out and messages of yesterday. Answers how many. */
export async function forgetHeard(db: Db, now: Instant): Promise<number> {
  const yesterday = new Date(Date.parse(now) - 86_400_000).toISOString()
  const codes = await db
    .deleteFrom('wechatCodes')
    .where('county', 'in', (counties) => counties.selectFrom('counties').select('code'))
    .where('expiresAt', '<', now)
    .executeTakeFirst()
  const heard = await db
    .deleteFrom('wechatHeard')
    .where('county', 'in', (counties) => counties.selectFrom('counties').select('code'))
    .where('at', '<', yesterday)
    .executeTakeFirst()
  return Number(codes.numDeletedRows + heard.numDeletedRows)
}
