/** People with posts and accounts, written in bulk: one password for all of them, hashed once. */
import type { County, Day, Instant, PersonId, PostId } from '#modules/kernel/ids.ts'
import type { Seat } from '#modules/people/actor.ts'
import type { Opened } from '#server/start.ts'
import { insertRows } from '../rows.ts'

/** Everybody's in a demo or test county. It keeps the product's own rule for passwords. */
export const demoPassword = 'Fengqiao-2018'

export type StaffPost = Seat & { readonly id: PostId; readonly since: Day }

export type Staff = {
  readonly county: County
  readonly id: PersonId
  readonly name: string
  readonly phone: string
  readonly posts: readonly StaffPost[]
}

/** Enrols people, with accounts that need no new password at the first sign-in. In the caller's transaction. */
export async function enrol({ db, accounts }: Pick<Opened, 'db' | 'accounts'>, staff: readonly Staff[], at: Instant): Promise<void> {
  const password = await accounts.hashPassword(demoPassword)
  await insertRows(
    db,
    'people',
    staff.map(({ county, id, name, phone }) => ({ county, id, name, phone, createdAt: at })),
  )
  await insertRows(
    db,
    'posts',
    staff.flatMap(({ county, id: personId, posts }) => posts.map((post) => ({ county, personId, ...post, until: null, grantedBy: null }))),
  )
  await insertRows(
    db,
    'authUsers',
    staff.map(({ county, id, name, phone }) => ({
      id,
      name,
      email: `${id}@person.invalid`,
      emailVerified: false,
      phoneNumber: phone,
      phoneNumberVerified: true,
      county,
      personId: id,
      mustChangePassword: false,
      createdAt: at,
      updatedAt: at,
    })),
  )
  await insertRows(
    db,
    'authAccounts',
    staff.map(({ id }) => ({ id, accountId: id, providerId: 'credential', userId: id, password, createdAt: at, updatedAt: at })),
  )
}
