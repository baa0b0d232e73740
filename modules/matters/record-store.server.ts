/** Events in the database: how one is recorded and folded into its matter's row, and how a file is read back. */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import { shaped } from '#db/rows.ts'
import { type Asked, statement } from '#db/statement.ts'
import type { CommandId, County, MatterId, PhotoId } from '#modules/kernel/ids.ts'
import type { Matter } from './matter.ts'
import type { Event, Recorded } from './rules/event.ts'
import { evolve } from './rules/evolve.ts'
import { columns } from './store.server.ts'

/** The matter that a command already changed: a retry after a lost reply. */
export const seen = async (db: Db, county: County, commandId: CommandId) =>
  (await db.selectFrom('events').select('subjectId').where('county', '=', county).where('commandId', '=', commandId).executeTakeFirst())
    ?.subjectId as MatterId | undefined

export type ReporterRow = { tracking: Buffer | null; name: Buffer | null; phone: Buffer | null; phoneKey: Buffer | null }

/** Somebody else changed the matter meanwhile, or showed one of the photos: decide again on what is true now. */
export class Overtaken extends Error {}

/**
 * Adds the event to the record and folds it into the row, in one statement and so in one transaction. Two writers of one version:
 * the second is Overtaken. Two of one command meet at a unique key: the second gets a unique violation. Both are for the caller to answer.
 */
export async function record(db: Db, before: Matter, event: Event, commandId: CommandId, reporter?: ReporterRow): Promise<Matter> {
  const after = evolve(before, event)
  const { county, id, version } = after
  const facts = { county, id, version, photos: [...new Set(event.photos)], event: eventShape.json(eventRow(after, event, commandId)) }
  const rows =
    before.version === 0
      ? await file(db, {
          ...facts,
          matter: matterShape.json(after),
          reporter: reporter ? reporterShape.json({ county, matterId: id, id, joinedAt: event.at, ...reporter }) : null,
        })
      : await change(db, { ...facts, matter: matterShape.json(after) })
  if (rows.length === 0) throw new Overtaken()
  return after
}

const eventRow = ({ county, id, version }: Matter, { type, by, at, ...facts }: Event, commandId: CommandId) => ({
  ...{ county, subjectId: id, version, subject: 'matter', type, commandId, byPerson: by, at, facts, isTold: false },
})

const matterShape = shaped(columns)
/** What the clock can change, and a change of places. */
const clockShape = shaped([
  'id',
  'place',
  'status',
  'holderRole',
  'holderPlace',
  'holderDepartment',
  'worker',
  'departments',
  'acceptBy',
  'settleBy',
  'dueBy',
  'remindAt',
  'isOverdue',
  'lateSince',
  'lateAt',
  'nextAt',
  'pause',
  'application',
  'orders',
  'disputeId',
  'acceptedAt',
  'settledAt',
  'silenceAt',
  'closedAt',
  'version',
  'movedVersion',
])
const eventShape = shaped(['county', 'subjectId', 'version', 'subject', 'type', 'commandId', 'byPerson', 'at', 'facts', 'isTold'])
const reporterShape = shaped(['county', 'matterId', 'id', 'tracking', 'name', 'phone', 'phoneKey', 'joinedAt'])

type Said = { county: County; id: MatterId; version: number; photos: readonly PhotoId[]; event: string; matter: string }

/**
 * The event, and which photos it shows: all that it names or, where another event came first, nothing at all. The photos are locked
 * before they are counted.
 */
const saying = (is: Asked<Said>, and = sql``) => sql`loose as (
      select id from photos where county = ${is('county')} and id = any(${is('photos')}::uuid[]) and matter_id is null and dispute_id is null order by id for update),
    whole as (select 1 where (select count(*) from loose) = cardinality(${is('photos')}::uuid[])),
    said as (
      insert into events (${eventShape.columns})
      select ${eventShape.of('row')} from json_populate_record(null::events, ${is('event')}::json) as row, whole ${and}
      returning version),
    shown as (
      update photos set matter_id = ${is('id')}, version = ${is('version')}
      where county = ${is('county')} and id in (select loose.id from loose, said) returning id)`

/** The first event and its row. A report is the write that comes in crowds. */
const file = statement(
  (_, is: Asked<Said & { reporter: string | null }>) => sql`with ${saying(is)},
    reached as (
      insert into reporters (${reporterShape.columns})
      select ${reporterShape.of('row')} from json_populate_record(null::reporters, ${is('reporter')}::json) as row, said where row.county is not null
      returning matter_id)
    insert into matters (${matterShape.columns})
    select ${matterShape.of('row')} from json_populate_record(null::matters, ${is('matter')}::json) as row, said returning version`,
)

/** A later event and the row as it is then. The row is locked before the event is added, in the order in which the clock does it. */
const change = statement(
  (_, is: Asked<Said>) => sql`with held as (
      select id from matters where county = ${is('county')} and id = ${is('id')} and version = ${is('version')} - 1 for update),
    ${saying(is, sql`, held`)}
    update matters set (${matterShape.columns}) = (
      select ${matterShape.columns} from json_populate_record(null::matters, ${is('matter')}::json))
    from said where county = ${is('county')} and id = (select id from held) returning matters.version`,
)

/** What the clock did about one matter: the events in their order, and the matter after the last. */
export type Change = { readonly after: Matter; readonly events: readonly { readonly event: Event; readonly commandId: CommandId }[] }

const changeAll = statement(
  (_, is: Asked<{ county: County; events: string; matters: string }>) => sql`with said as (
      insert into events (${eventShape.columns}) select ${eventShape.columns} from json_populate_recordset(null::events, ${is('events')}::json)
      returning version)
    update matters set (${clockShape.columns}) = (${clockShape.of('row')})
    from json_populate_recordset(null::matters, ${is('matters')}::json) as row
    where matters.county = ${is('county')} and matters.id = row.id and matters.version < row.version`,
)

/** Many changes by the clock at once, of rows that the caller's transaction holds. */
export async function recordAll(db: Db, county: County, changes: readonly Change[]): Promise<void> {
  const events = changes.flatMap(({ after, events }) =>
    events.map(({ event, commandId }, index) =>
      eventRow({ ...after, version: after.version - events.length + 1 + index }, event, commandId),
    ),
  )
  await changeAll(db, { county, events: eventShape.jsons(events), matters: clockShape.jsons(changes.map(({ after }) => after)) })
}

/** The whole file of a matter, oldest first. */
export async function eventsOf(db: Db, county: County, id: MatterId): Promise<Recorded[]> {
  const rows = await db
    .selectFrom('events')
    .select(['version', 'type', 'commandId', 'byPerson', 'at', 'facts'])
    .where('county', '=', county)
    .where('subjectId', '=', id)
    .orderBy('version')
    .execute()
  return rows.map(({ facts, byPerson, ...row }) => ({ ...(facts as object), ...row, by: byPerson }) as unknown as Recorded)
}
