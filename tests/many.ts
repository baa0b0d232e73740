/** Many open matters at once, for what has to hold when a whole county is late: copies of those that stand, each with its file. */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import type { Instant } from '#modules/kernel/ids.ts'

/**
 * Brings the open matters of a county to `count` by copying those that are open, files and all. Of the whole, `late` of 100 have a promise that
 * passed in the week before `now`, and `soon` of 100 a reminder that is due; the others have time.
 */
export async function manyOpen(db: Db, count: number, now: Instant, { late, soon }: { late: number; soon: number }): Promise<void> {
  const columns = async (table: string) =>
    (
      await sql<{
        name: string
      }>`select column_name as name from information_schema.columns where table_name = ${table} order by ordinal_position`.execute(db)
    ).rows.map(({ name }) => name)
  const copied = (names: readonly string[], replaced: Record<string, string>) =>
    sql.raw(names.map((name) => replaced[name] ?? `it.${name}`).join(', '))
  const [matters, events] = [await columns('matters'), await columns('events')]
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from matters where late_at is not null`.execute(db)
  const times = Math.ceil(count / Math.max(1, rows[0]!.n)) - 1
  await sql`create temporary table copies as
    select county, id as old, gen_random_uuid() as new from matters, generate_series(1, ${times}) where late_at is not null limit ${count - rows[0]!.n}`.execute(
    db,
  )
  await sql`insert into matters (${sql.join(matters.map((name) => sql.ref(name)))})
    select ${copied(matters, { id: 'copies.new' })} from copies join matters it on it.county = copies.county and it.id = copies.old`.execute(
    db,
  )
  await sql`insert into events (${sql.join(events.map((name) => sql.ref(name)))})
    select ${copied(events, { subject_id: 'copies.new', command_id: 'gen_random_uuid()' })}
    from copies join events it on it.county = copies.county and it.subject_id = copies.old`.execute(db)
  await sql`drop table copies`.execute(db)
  await sql`with dealt as (
      select county, id, row_number() over (order by id) % 100 as hand, random() as chance from matters where late_at is not null),
    due as (
      select county, id, hand, ${now}::timestamptz + case when hand < ${late} then -1 else 1 end * (60 + chance * 600000) * interval '1 second' as due_by from dealt)
    update matters set is_overdue = false, late_since = null, application = null, orders = '[]', due_by = due.due_by, late_at = due.due_by,
      remind_at = case when due.hand >= ${late} and due.hand < ${late + soon} then ${now}::timestamptz - interval '1 minute' end,
      next_at = case when due.hand >= ${late} and due.hand < ${late + soon} then ${now}::timestamptz - interval '1 minute' else due.due_by end
    from due where matters.county = due.county and matters.id = due.id and matters.status <> 'suspended'`.execute(db)
  await sql`analyze matters, events`.execute(db)
}
