/** Another file about the same quarrel: the same parties, the same kind, at about the same time, for which an allowance was claimed. */
import type { Db } from '#db/db.ts'
import type { Secrets } from '#server/secrets.ts'
import { type Dispute, principals } from '../dispute.ts'
import { identitiesOf } from '../record-store.server.ts'
import { claimedNear } from './store.server.ts'

/** Names are sealed, so they are opened here, and only compared. Files without parties are nobody's twins. */
export async function twinOf(db: Db, dispute: Dispute, secrets: Pick<Secrets, 'open'>): Promise<Dispute | undefined> {
  const others = await claimedNear(db, dispute)
  if (others.length === 0) return undefined
  const identities = await identitiesOf(
    db,
    dispute.county,
    [dispute, ...others].map(({ id }) => id),
    secrets,
  )
  const names = new Map(identities.map(({ disputeId, id, identity }) => [`${disputeId} ${id}`, identity.name]))
  const who = (of: Dispute) =>
    principals(of)
      .map(({ id }) => names.get(`${of.id} ${id}`) ?? '')
      .sort()
      .join('\n')
  const own = who(dispute)
  return own === '' ? undefined : others.find((other) => who(other) === own)
}
