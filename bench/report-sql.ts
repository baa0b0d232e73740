/** The SQL that a report needs, in the fewest round trips: one for the session, one that finds the seat and writes event and row. */
import { randomUUID } from 'node:crypto'
import { cast } from '#tests/cast.ts'

export const sessionSql = `select u.county, u.person_id from auth_sessions s join auth_users u on u.id = s.user_id where s.token = $1 and s.expires_at > now()`

export const reportSql = `
  with around as (
    select c.code as county, k.is_public, k.is_emergency, k.goes_around, p.code as place,
      coalesce((select place from posts where county = c.code and place = any($9) and role = 'village_official' and until is null limit 1), c.code) as holder
    from counties c join categories k on k.county = c.code and k.code = $4 join places p on p.county = c.code and p.code = $3 and p.until is null
    where c.code = $1),
  said as (
    insert into events (county, subject_id, version, subject, type, command_id, by_person, at, facts)
    select county, $2::uuid, 1, 'matter', 'reported', $6::uuid, $7::uuid, $8::timestamptz, jsonb_build_object('words', $5::text, 'place', place) from around
    returning version)
  insert into matters (county, id, place, category, words, status, holder_role, holder_place, departments, reporter_id, source, is_public, is_emergency,
    goes_around, is_outside, on_the_spot, reported_at, accept_by, settle_by, due_by, remind_at, is_overdue, late_at, next_at, orders, joined, version, moved_version)
  select county, $2::uuid, place, $4, $5::text, 'waiting', 'village_official', holder, '{}', $7::uuid, 'staff', is_public, is_emergency,
    goes_around, false, false, $8::timestamptz, $8::timestamptz + '4 hours', $8::timestamptz + '2 days', $8::timestamptz + '4 hours',
    $8::timestamptz + '3 hours', false, $8::timestamptz + '4 hours', $8::timestamptz + '3 hours', '[]', 0, 1, 1 from around
  returning *`

export type Body = {
  readonly commandId: string
  readonly id: string
  readonly place: string
  readonly category: string
  readonly words: string
}

const path = [cast.places.county, cast.places.eastTown, cast.places.village, cast.places.grid, cast.places.lane]

export const reportValues = (body: Body, person: string) => [
  body.place.slice(0, 6),
  body.id,
  body.place,
  body.category,
  body.words,
  body.commandId,
  person,
  new Date().toISOString(),
  path,
]

export const newReport = (): Body => ({
  commandId: randomUUID(),
  id: randomUUID(),
  place: cast.places.lane,
  category: '0401',
  words: '槐树巷口的垃圾三天没人收,路过的人都捂着鼻子走。',
})
