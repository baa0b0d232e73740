/** A person as an actor may see them: the posts in the actor's places, and a telephone number masked where it is not needed. */
import type { Db } from '#db/db.ts'
import type { PersonId } from '#modules/kernel/ids.ts'
import { notFound } from '#server/problem.ts'
import { type Actor, may, postsFor } from './actor.ts'
import { maskPhone } from './mask.ts'
import * as store from './store.server.ts'
import type { PersonView, PostView } from './wire.ts'

/** Not found if out of sight. */
export async function viewOf(db: Db, actor: Actor, id: PersonId) {
  const person = await store.find(db, actor, id)
  if (!person) throw notFound()
  const [view] = await views(db, actor, [person])
  return view!
}

/** Telephone numbers are on the notice boards; still, only administrators and the person get them whole in a list. */
export async function views(db: Db, actor: Actor, rows: readonly { id: PersonId; name: string; phone: string }[]): Promise<PersonView[]> {
  if (rows.length === 0) return []
  const posts = await store.postsOf(
    db,
    actor.county,
    rows.map(({ id }) => id),
  )
  const whole = postsFor(actor, 'post.grant').length > 0
  return rows.map(({ id, name, phone }) => ({
    id,
    name,
    phone: whole || id === actor.id ? phone : maskPhone(phone),
    posts: posts
      .filter((post) => post.personId === id && may(actor, 'person.read', post.place))
      .map(({ personId: _person, ...post }) => post as PostView),
  }))
}
