/** How often each form was filled in, counted in the record that it left. Who is told apart only to know the role. */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { County, Instant } from '#modules/kernel/ids.ts'
import { standing } from '#modules/people/store.server.ts'
import type { Post, Sent } from './burden.ts'

/** Since an instant. The events of the clock have nobody, and are not counted. */
export async function sentSince(db: Db, county: County, since: Instant): Promise<Sent[]> {
  const day = dayOf(since)
  const { rows } = await sql<Sent>`
    select subject || ' ' || type || case when subject = 'beat' and type = 'filed' then ' ' || (facts -> 'facts' ->> 'kind') else '' end as leaves,
        by_person::text as by, count(*)::int as times
      from events where county = ${county} and at >= ${since} and by_person is not null group by 1, 2
    union all
    select 'bulletin', by_person::text, count(*)::int from bulletins where county = ${county} and published_at >= ${since} group by 2
    union all
    select 'clue', by_person::text, count(*)::int from clues where county = ${county} and "on" >= ${day} group by 2
    union all
    select 'judged', outcome ->> 'by', count(*)::int from clues
      where county = ${county} and outcome is not null and outcome ->> 'on' >= ${day} group by 2
    union all
    select 'group', owner::text, count(*)::int from contact_groups where county = ${county} and seen_on >= ${day} group by 2
    union all
    select 'facility', by_person::text, count(*)::int from village_facilities where county = ${county} and seen_on >= ${day} group by 2
    union all
    select 'leave', by_person::text, count(*)::int from leaves where county = ${county} and at >= ${since} group by 2
    union all
    select 'report', by_person::text, count(*)::int from village_reports where county = ${county} and at >= ${since} group by 2`.execute(db)
  return rows
}

/** Everybody's roles today. */
export async function postsOf(db: Db, county: County, now: Instant): Promise<Post[]> {
  const rows = await db
    .selectFrom('posts')
    .select(['personId as person', 'role'])
    .distinct()
    .where('county', '=', county)
    .where(standing(dayOf(now)))
    .execute()
  return rows as Post[]
}
