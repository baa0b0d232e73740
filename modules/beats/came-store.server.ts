/** What came of something in a village: a matter or a mediation file that its author may see, or has registered. */
import type { Db } from '#db/db.ts'
import { isRegistrant, sees as seesDispute } from '#modules/disputes/store.server.ts'
import { type Refusal, refuse } from '#modules/kernel/refusal.ts'
import { sees as seesMatter } from '#modules/matters/store.server.ts'
import type { Actor } from '#modules/people/actor.ts'
import type { Came } from './wire.ts'

/** Nobody points at what is out of their sight. */
export async function whyNotCame(db: Db, actor: Actor, { matterId, disputeId }: Came): Promise<Refusal | undefined> {
  if (!matterId && !disputeId) return refuse('beat.nothing_followed')
  const registered = disputeId !== undefined && (await isRegistrant(db, actor, disputeId))
  const isSeen =
    (!matterId || (await seesMatter(db, actor, matterId))) && (!disputeId || registered || (await seesDispute(db, actor, disputeId)))
  return isSeen ? undefined : refuse('not_found')
}

/** Points one's own bulletin or clue at what came of it, once. The same answer to a retry; false where it is somebody else's or points elsewhere. */
export async function follow(
  db: Db,
  { county, id: by }: Actor,
  table: 'bulletins' | 'clues',
  id: string,
  { matterId = null, disputeId = null }: { readonly [K in keyof Came]: Came[K] | null },
): Promise<boolean> {
  const mine = await db
    .selectFrom(table)
    .select(['matterId', 'disputeId'])
    .where('county', '=', county)
    .where('id', '=', id)
    .where('byPerson', '=', by)
    .forUpdate()
    .executeTakeFirst()
  if (!mine) return false
  if (mine.matterId || mine.disputeId) return mine.matterId === matterId && mine.disputeId === disputeId
  await db.updateTable(table).set({ matterId, disputeId }).where('county', '=', county).where('id', '=', id).execute()
  return true
}
