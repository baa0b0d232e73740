/** Puts what was made into inboxes and the queue: a few each alone, many of one kind as one that counts on. */
import type { Db } from '#db/db.ts'
import { idFor } from '#modules/kernel/name-id.server.ts'
import { fill, type Template, type Told } from '../notice.ts'
import * as store from '../store.server.ts'
import { digest, type Many, type Tellable } from './digest.ts'
import type { Ground } from './ground.server.ts'
import type { Made } from './write.server.ts'

const idOf = (key: string) => idFor<string>('many', key)

export async function leave(db: Db, ground: Ground, { notices, deliveries }: Pick<Made, 'notices' | 'deliveries'>): Promise<void> {
  const inboxes = await gathered(db, ground, 'notices', notices)
  await store.addNotices(
    db,
    inboxes.alone.map(({ notice }) => notice),
  )
  await store.countNotices(
    db,
    inboxes.many.map(({ key, first, count, text: { title, titleEn, body, bodyEn } }) => ({
      ...{ ...first.notice, id: idOf(key), matterId: null, count },
      ...{ title, titleEn, body, bodyEn },
    })),
  )
  const outside = await gathered(db, ground, 'deliveries', deliveries)
  await store.addDeliveries(
    db,
    outside.alone.map(({ delivery }) => delivery),
  )
  await store.countDeliveries(
    db,
    outside.many.map(({ key, first: { delivery }, count, template, text: { title, body } }) => {
      const link = listFor(delivery.event, delivery.robotId !== null, ground.address)
      const said = { link, count: '{count}' }
      return {
        ...{ ...delivery, id: idOf(key), matterId: null, template, title: fill(title, said), body: fill(body, said) },
        facts: { link, count: String(count) },
      }
    }),
  )
}

/** The list on which they stand: of the late, or else what there is to do. */
function listFor(event: Told, isGroup: boolean, address: string): string {
  const list = isGroup ? `${address}/desk/matters` : `${address}/field/`
  return event === 'lapsed' || event === 'overdue' ? `${list}?view=late` : list
}

type Gathered<T> = { readonly alone: readonly T[]; readonly many: readonly (Many<T> & { readonly text: Template })[] }

/** Every county has the texts for many: installNotices. */
async function gathered<T extends Tellable>(
  db: Db,
  { county, templates, alone: told }: Ground,
  table: 'notices' | 'deliveries',
  all: readonly T[],
): Promise<Gathered<T>> {
  const keys = [...new Set(all.map(({ key }) => key))]
  const known = await store.known(db, county, table, keys.map(idOf))
  const { alone, many } = digest(all, told, new Set(keys.filter((key) => known.has(idOf(key)))))
  for (const { key, isUrgent } of alone) if (!isUrgent) told.set(key, (told.get(key) ?? 0) + 1)
  return { alone, many: many.flatMap((each) => ({ ...each, text: templates.get(each.template)! })) }
}
