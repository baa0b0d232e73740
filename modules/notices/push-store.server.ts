/** Web push in the database: the installation's keys, and the phones and browsers that asked to be told. */
import webpush from 'web-push'
import { type Db, transact } from '#db/db.ts'
import type { County, Instant, PersonId } from '#modules/kernel/ids.ts'
import type { Actor } from '#modules/people/actor.ts'
import type { Secrets } from '#server/secrets.ts'
import type { Vapid } from './drivers/push.server.ts'
import type { Subscription } from './wire.ts'

/** The keys of web push of this installation, made by whichever process asks first. */
export async function vapidKeys(db: Db, secrets: Pick<Secrets, 'seal' | 'open'>): Promise<Vapid> {
  const kept = () => db.selectFrom('installation').select('value').where('name', '=', 'vapid').executeTakeFirst()
  let row = await kept()
  if (!row) {
    const value = secrets.seal(JSON.stringify(webpush.generateVAPIDKeys()))
    await db
      .insertInto('installation')
      .values({ name: 'vapid', value })
      .onConflict((same) => same.column('name').doNothing())
      .execute()
    row = await kept()
  }
  return JSON.parse(secrets.open(row!.value)) as Vapid
}

export const subscriptionsOf = (db: Db, county: County, person: PersonId) =>
  db
    .selectFrom('pushSubscriptions')
    .select(['id', 'endpoint', 'keys'])
    .where('county', '=', county)
    .where('personId', '=', person)
    .orderBy('createdAt')
    .execute()

/** Phones and browsers of one person; of more, the oldest go. */
const subscriptionsAtMost = 10

/** A browser belongs to who signed in there last. */
export const subscribe = (
  db: Db,
  { county, id: person }: Actor,
  { id, endpoint, keys }: Subscription,
  secrets: Pick<Secrets, 'seal'>,
  now: Instant,
) =>
  transact(db, async (trx) => {
    await unsubscribe(trx, county, person, id)
    await trx.deleteFrom('pushSubscriptions').where('county', '=', county).where('endpoint', '=', endpoint).execute()
    await trx
      .insertInto('pushSubscriptions')
      .values({ county, id, personId: person, endpoint, keys: secrets.seal(JSON.stringify(keys)), createdAt: now })
      .execute()
    const old = (await subscriptionsOf(trx, county, person)).slice(0, -subscriptionsAtMost).map((each) => each.id)
    await trx.deleteFrom('pushSubscriptions').where('county', '=', county).where('id', 'in', old).execute()
  })

export const unsubscribe = (db: Db, county: County, person: PersonId, id: string) =>
  db.deleteFrom('pushSubscriptions').where('county', '=', county).where('personId', '=', person).where('id', '=', id).execute()
