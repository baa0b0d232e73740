/** Who has notice boards printed: townships, the county centre and administrators, each in their own places. */
import type { PlaceCode } from '#modules/kernel/ids.ts'
import { type Actor, postsFor } from '#modules/people/actor.ts'

/** The places whose boards somebody may record as printed; none for everybody else. */
export const printsFor = (actor: Actor): PlaceCode[] => [
  ...new Set([...postsFor(actor, 'place.edit'), ...postsFor(actor, 'matter.dispatch')].map(({ place }) => place)),
]
