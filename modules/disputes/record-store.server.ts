/** Events in the database: how one is recorded and folded into its dispute's row, who the parties are, and how a file is read back. */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import { insertRows } from '#db/rows.ts'
import type { CommandId, County, DisputeId, PhotoId } from '#modules/kernel/ids.ts'
import type { Actor } from '#modules/people/actor.ts'
import type { Secrets } from '#server/secrets.ts'
import type { Dispute } from './dispute.ts'
import type { Event, Recorded } from './rules/event.ts'
import { evolve } from './rules/evolve.ts'
import { findAny, rowOf } from './store.server.ts'
import type { Identity } from './wire.ts'

/** The dispute that a command already changed: a retry after a lost reply. */
export const seen = async (db: Db, county: County, commandId: CommandId) =>
  (
    await db
      .selectFrom('events')
      .select(['subject', 'subjectId'])
      .where('county', '=', county)
      .where('commandId', '=', commandId)
      .executeTakeFirst()
  )?.subjectId as DisputeId | undefined

/** The dispute, where this command was the actor's own and has happened. */
export async function doneBy(db: Db, { county, id: by }: Actor, id: DisputeId, commandId: CommandId): Promise<Dispute | undefined> {
  const mine = await db
    .selectFrom('events')
    .select('version')
    .where('county', '=', county)
    .where('commandId', '=', commandId)
    .where('subjectId', '=', id)
    .where('byPerson', '=', by)
    .executeTakeFirst()
  return mine && findAny(db, county, id)
}

export const eventRow = ({ county, id, version }: Dispute, { type, by, at, ...facts }: Event, commandId: CommandId) => ({
  ...{ county, subjectId: id as string, version, subject: 'dispute', type, commandId, byPerson: by, at },
  facts: JSON.stringify(facts),
  isTold: false,
})

const values = (dispute: Dispute) => {
  const { offices, allowance, file, mediators, ...row } = rowOf(dispute)
  return {
    ...row,
    mediators: [...mediators],
    offices: JSON.stringify(offices),
    allowance: allowance && JSON.stringify(allowance),
    file: JSON.stringify(file),
  }
}

/** Adds the event to the record and folds it into the row, in the caller's transaction, which holds the row. */
export async function record(db: Db, before: Dispute, event: Event, commandId: CommandId): Promise<Dispute> {
  const after = evolve(before, event)
  const { county, id, version, ...row } = values(after)
  if (before.version === 0)
    await db
      .insertInto('disputes')
      .values({ county, id, version, ...row })
      .execute()
  else
    await db
      .updateTable('disputes')
      .set({ version, ...row })
      .where('county', '=', county)
      .where('id', '=', id)
      .execute()
  await db
    .insertInto('events')
    .values(eventRow(after, event, commandId))
    .execute()
  if (event.photos && event.photos.length > 0) await show(db, after, event.photos)
  return after
}

const show = (db: Db, { county, id, version }: Dispute, photos: readonly PhotoId[]) =>
  db
    .updateTable('photos')
    .set({ disputeId: id, version })
    .where('county', '=', county)
    .where('id', 'in', [...photos])
    .execute()

/** Many files at once, each with its events in order: the demo county. */
export async function recordMany(
  db: Db,
  files: readonly { readonly dispute: Dispute; readonly events: readonly { readonly event: Event; readonly commandId: CommandId }[] }[],
): Promise<void> {
  await insertRows(
    db,
    'disputes',
    files.map(({ dispute }) => rowOf(dispute)),
  )
  await insertRows(
    db,
    'events',
    files.flatMap(({ dispute, events }) =>
      events.map(({ event: { type, by, at, ...facts }, commandId }, index) => ({
        ...{
          county: dispute.county,
          subjectId: dispute.id,
          version: index + 1,
          subject: 'dispute',
          type,
          commandId,
          byPerson: by,
          at,
          facts,
        },
        isTold: true,
      })),
    ),
  )
  await sql`insert into dispute_serials (county, committee, year, last)
    select county, committee, year, max(serial) from disputes group by county, committee, year on conflict do nothing`.execute(db)
}

/** The whole file, oldest first. */
export async function eventsOf(db: Db, county: County, id: DisputeId): Promise<Recorded[]> {
  const rows = await db
    .selectFrom('events')
    .select(['version', 'type', 'commandId', 'byPerson', 'at', 'facts'])
    .where('county', '=', county)
    .where('subjectId', '=', id)
    .where('subject', '=', 'dispute')
    .orderBy('version')
    .execute()
  return rows.map(({ facts, byPerson, ...row }) => ({ ...(facts as object), ...row, by: byPerson }) as unknown as Recorded)
}

/** Keeps who somebody in the file is, sealed; what was known of them before is replaced. */
export const identify = (
  db: Db,
  { county, id: disputeId }: Pick<Dispute, 'county' | 'id'>,
  id: string,
  identity: Identity,
  secrets: Pick<Secrets, 'seal'>,
) => {
  const sealed = secrets.seal(JSON.stringify(identity))
  return db
    .insertInto('disputeIdentities')
    .values({ county, disputeId, id, identity: sealed, tracking: null })
    .onConflict((row) => row.columns(['county', 'disputeId', 'id']).doUpdateSet({ identity: sealed }))
    .execute()
}

export const forgetParty = (db: Db, { county, id: disputeId }: Pick<Dispute, 'county' | 'id'>, id: string) =>
  db.deleteFrom('disputeIdentities').where('county', '=', county).where('disputeId', '=', disputeId).where('id', '=', id).execute()

export type Identified = { readonly disputeId: DisputeId; readonly id: string; readonly identity: Identity; readonly hasCode: boolean }

/** Who everybody in these files is. */
export async function identitiesOf(
  db: Db,
  county: County,
  ids: readonly DisputeId[],
  secrets: Pick<Secrets, 'open'>,
): Promise<Identified[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('disputeIdentities')
    .select(['disputeId', 'id', 'identity', 'tracking'])
    .where('county', '=', county)
    .where('disputeId', 'in', [...ids])
    .execute()
  return rows.map(({ disputeId, id, identity, tracking }) => ({
    disputeId,
    id,
    identity: JSON.parse(secrets.open(identity)) as Identity,
    hasCode: tracking !== null,
  }))
}

/** Gives a party another code; the one before does not work any more. */
export const giveCode = (db: Db, { county, id: disputeId }: Pick<Dispute, 'county' | 'id'>, party: string, tracking: Buffer) =>
  db
    .updateTable('disputeIdentities')
    .set({ tracking })
    .where('county', '=', county)
    .where('disputeId', '=', disputeId)
    .where('id', '=', party)
    .execute()

/** Whose code this is, in any county. */
export const findByCode = (db: Db, tracking: Buffer) =>
  db
    .selectFrom('disputeIdentities')
    .select(['county', 'disputeId', 'id'])
    .where('county', 'in', (counties) => counties.selectFrom('counties').select('code'))
    .where('tracking', '=', tracking)
    .executeTakeFirst()
