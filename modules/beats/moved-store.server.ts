/**
 * The work in villages goes along when they become another: a year of records, what is kept of a village, leave, and months that both had
 * reported. What is older stays where it was made.
 */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import { insertRows } from '#db/rows.ts'
import { daysAfter } from '#modules/kernel/calendar.ts'
import type { CommandId, PlaceCode } from '#modules/kernel/ids.ts'
import { idFor } from '#modules/kernel/name-id.server.ts'
import type { Moved } from '#modules/places/change.server.ts'
import { within } from '#modules/places/place.ts'

const kept = ['contact_groups', 'village_facilities', 'bulletins', 'clues', 'leaves'] as const

/** In the caller's transaction, after the people. Each record's event has an id of the change and the record, so that it happens once. */
export async function moveVillages(db: Db, moved: Moved): Promise<object> {
  const { county, heirs } = moved
  await moveRecords(db, moved)
  for (const [from, to] of heirs)
    if (from.length === 12 && to.length === 12) {
      for (const table of kept)
        await sql`update ${sql.table(table)} set village = ${to} where county = ${county} and village = ${from}`.execute(db)
      // Only where both have said how many is it known of what they have become.
      await sql`update village_reports heir set count = heir.count + old.count from village_reports old
        where heir.county = ${county} and old.county = heir.county and heir.village = ${to} and old.village = ${from}
          and old.kind = heir.kind and old.month = heir.month`.execute(db)
    }
  return {}
}

/** A visit goes where its lane went, anything else where its village went. */
async function moveRecords(db: Db, { county, changeId, day, at, by, heirs }: Moved): Promise<void> {
  const froms = [...heirs.keys()]
  const rows = await db
    .selectFrom('beatRecords')
    .select(['id', 'village', 'version', sql<PlaceCode | null>`facts ->> 'lane'`.as('lane')])
    .where('county', '=', county)
    .where('on', '>=', daysAfter(day, -365))
    .where(sql<boolean>`(village = any(${froms}::varchar[]) or facts ->> 'lane' = any(${froms}::varchar[]))`)
    .forUpdate()
    .execute()
  const going = rows.map(({ lane, ...row }) => {
    const next = lane && (heirs.get(lane) ?? lane)
    const isOfLane = next !== null && next.length === 18
    return { ...row, lane: isOfLane ? next : lane, to: (isOfLane && within(next, 'village')) || (heirs.get(row.village) ?? row.village) }
  })
  if (going.length === 0) return
  await insertRows(
    db,
    'events',
    going.map(({ id, version, to, lane }) => ({
      ...{ county, subjectId: id, version: version + 1, subject: 'beat', type: 'moved', byPerson: by, at, isTold: true },
      commandId: idFor<CommandId>('place change', changeId, id, String(version)),
      facts: { village: to, lane },
    })),
  )
  await sql`update beat_records set version = version + 1, village = it.village,
      facts = case when it.lane is null then facts else jsonb_set(facts, '{lane}', to_jsonb(it.lane::text)) end
    from unnest(${going.map(({ id }) => id)}::uuid[], ${going.map(({ to }) => to)}::varchar[], ${going.map(({ lane }) => lane)}::varchar[]) as it (id, village, lane)
    where beat_records.county = ${county} and beat_records.id = it.id`.execute(db)
}
