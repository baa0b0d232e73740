/** Leave of officers and advisers in the database, and the posts of those who stand in: plain rows. */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import type { County, Day, Instant, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Actor } from '#modules/people/actor.ts'
import type { Role } from '#modules/people/role.ts'
import type { NewLeave } from '../wire.ts'

/** Posts of a village's own officers and advisers during a leave of theirs. */
const ownPost = sql<boolean>`posts.role in ('police_officer', 'legal_adviser') and posts.instead_of is null
  and posts.since <= leaves."to" and (posts.until is null or posts.until > leaves."from")`

/** Leave of whoever has a post in a village, wherever it was entered, newest first, with who stands in there. */
export const leavesOf = (db: Db, county: County, village: PlaceCode) =>
  db
    .selectFrom('leaves')
    .innerJoin('people as away', (join) => join.onRef('away.county', '=', 'leaves.county').onRef('away.id', '=', 'leaves.person'))
    .leftJoin('posts as standIn', (join) =>
      join
        .onRef('standIn.county', '=', 'leaves.county')
        .onRef('standIn.insteadOf', '=', 'leaves.person')
        .onRef('standIn.since', '=', 'leaves.from')
        .on('standIn.place', '=', village),
    )
    .leftJoin('people as instead', (join) =>
      join.onRef('instead.county', '=', 'leaves.county').onRef('instead.id', '=', 'standIn.personId'),
    )
    .select(['leaves.id', 'leaves.person', 'leaves.from', 'leaves.to', 'standIn.personId as substitute'])
    .select(['away.name', 'instead.name as substituteName'])
    .where('leaves.county', '=', county)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('posts')
          .select('posts.id')
          .whereRef('posts.county', '=', 'leaves.county')
          .whereRef('posts.personId', '=', 'leaves.person')
          .where('posts.place', '=', village)
          .where(ownPost),
      ),
    )
    .orderBy('leaves.from', 'desc')
    .execute()

/** In which role somebody is away: their own post at the village where the leave was entered. */
export const roleAt = async (
  db: Db,
  county: County,
  { person, village }: { person: PersonId; village: PlaceCode },
): Promise<Role | undefined> =>
  (
    await db
      .selectFrom('posts')
      .select('role')
      .where('county', '=', county)
      .where('personId', '=', person)
      .where('place', '=', village)
      .where('role', 'in', ['police_officer', 'legal_adviser'])
      .where('insteadOf', 'is', null)
      .orderBy('since', 'desc')
      .executeTakeFirst()
  )?.role as Role | undefined

/** Whether somebody is away on any of some days by another leave than this. */
export const awayBetween = async (
  db: Db,
  county: County,
  person: PersonId,
  { id, from, to }: { readonly id: string | null; readonly from: Day; readonly to: Day },
): Promise<boolean> =>
  (await db
    .selectFrom('leaves')
    .select('id')
    .where('county', '=', county)
    .where('person', '=', person)
    .where('from', '<=', to)
    .where('to', '>=', from)
    .$if(id !== null, (query) => query.where('id', '<>', id!))
    .executeTakeFirst()) !== undefined

/** The posts that stand in for somebody's leave that began on a day. */
export const standInsFor = (db: Db, county: County, { person, from }: { readonly person: PersonId; readonly from: Day }) =>
  db
    .selectFrom('posts')
    .select(['id', 'place'])
    .where('county', '=', county)
    .where('insteadOf', '=', person)
    .where('since', '=', from)
    .execute()

/** Whether it was not there yet. */
export async function addLeave(db: Db, actor: Actor, { substitute, ...leave }: NewLeave, at: Instant): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('leaves')
    .values({ county: actor.county, ...leave, substitute: substitute ?? null, byPerson: actor.id, at })
    .onConflict((row) => row.columns(['county', 'id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows > 0n
}

export const shortenLeave = (db: Db, county: County, id: string, to: Day) =>
  db.updateTable('leaves').set({ to }).where('county', '=', county).where('id', '=', id).execute()

export const dropLeave = (db: Db, county: County, id: string) =>
  db
    .deleteFrom('leaves')
    .where('county', '=', county)
    .where('id', '=', id)
    .returning(['village', 'substitute', 'from', 'to', 'person'])
    .executeTakeFirst()

export const findLeave = (db: Db, county: County, id: string) =>
  db
    .selectFrom('leaves')
    .select(['village', 'person', 'from', 'to', 'substitute'])
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst()
