/** The trail in the database: who did or saw what. Lines are added and read, never changed. */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import type { County, Instant, PersonId } from '#modules/kernel/ids.ts'
import type { Actor } from './actor.ts'
import type { AuditAction, AuditSubject } from './audit.ts'
import type { AuditQuery } from './wire.ts'

type Named = { readonly action: AuditAction; readonly subject: AuditSubject }
export type AuditLine = { id: string; at: Instant; by: PersonId | null; subjectId: string; facts?: object } & Named

/** One line of who did or saw what. Its facts name codes and ids, and the reason that somebody gave; never whom they looked for. */
export const audit = (db: Db, county: County, { by, facts = {}, ...line }: AuditLine) =>
  db
    .insertInto('audit')
    .values({ county, ...line, byPerson: by, facts: JSON.stringify(facts) })
    .execute()

/** Newest first; `after` is the [at, id] that the page before ended with. Whom a line is about comes by name. */
export function auditLines(db: Db, actor: Actor, query: Omit<AuditQuery, 'after'> & { after?: readonly string[] | undefined }) {
  const { person, action, since, until, after, limit } = query
  let rows = db
    .selectFrom('audit')
    .leftJoin('people', (join) => join.onRef('people.county', '=', 'audit.county').onRef('people.id', '=', 'audit.byPerson'))
    .leftJoin('people as about', (join) =>
      join
        .onRef('about.county', '=', 'audit.county')
        .on('audit.subject', '=', 'person')
        .on(sql<boolean>`about.id::text = audit.subject_id`),
    )
    .leftJoin('places', (join) =>
      join
        .onRef('places.county', '=', 'audit.county')
        .on('audit.subject', 'in', ['village', 'place', 'committee'])
        .on(sql<boolean>`places.code = audit.subject_id`),
    )
    .select([
      'audit.id',
      'audit.at',
      'people.name as byName',
      'audit.action',
      'audit.subject',
      'audit.subjectId',
      'about.name as personName',
      'places.name as placeName',
      'audit.facts',
    ])
    .where('audit.county', '=', actor.county)
  if (person) rows = rows.where('audit.byPerson', '=', person)
  if (action) rows = rows.where('audit.action', '=', action)
  if (since) rows = rows.where('audit.at', '>=', `${since}T00:00:00+08:00`)
  if (until) rows = rows.where('audit.at', '<', sql<string>`(${until}::date + 1)::timestamp at time zone 'Asia/Shanghai'`)
  if (after) rows = rows.where(sql<boolean>`(audit.at, audit.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  return rows
    .orderBy('audit.at', 'desc')
    .orderBy('audit.id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** Who opened something and when, newest first, by name: for whoever answers for it. */
export async function openingsOf(db: Db, county: County, subject: string, subjectId: string): Promise<{ at: Instant; byName: string }[]> {
  const rows = await db
    .selectFrom('audit')
    .innerJoin('people', (join) => join.onRef('people.county', '=', 'audit.county').onRef('people.id', '=', 'audit.byPerson'))
    .select(['audit.at', 'people.name as byName'])
    .where('audit.county', '=', county)
    .where('audit.subject', '=', subject)
    .where('audit.subjectId', '=', subjectId)
    .where('audit.action', 'in', [`${subject}.opened`, `${subject}.printed`])
    .orderBy('audit.at', 'desc')
    .limit(200)
    .execute()
  return rows
}
