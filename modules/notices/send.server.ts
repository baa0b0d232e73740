/** Puts a short message to a resident's telephone into the queue: a one-time code. Urgent, so it knows no quiet hours. */
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '#db/db.ts'
import type { County, Instant } from '#modules/kernel/ids.ts'
import type { Secrets } from '#server/secrets.ts'
import { type Facts, fill } from './notice.ts'
import * as store from './store.server.ts'

/** Throws if the county has no such template. */
export async function sendText(
  db: Db,
  { county, phone, template, facts }: { county: County; phone: string; template: string; facts: Facts },
  secrets: Pick<Secrets, 'seal'>,
  now: Instant,
): Promise<void> {
  const found = (await store.templatesOf(db, county)).get(template)
  if (!found) throw new Error(`${county} has no template ${template}`)
  await store.addDeliveries(db, [
    {
      ...{ county, id: uuidv7(), channel: 'sms', event: 'code', audience: 'reporters', template, isUrgent: true },
      ...{ matterId: null, personId: null, reporterId: null, robotId: null, address: secrets.seal(phone) },
      ...{ title: found.title, body: fill(found.body, facts), facts, at: now, nextAt: now },
    },
  ])
}
