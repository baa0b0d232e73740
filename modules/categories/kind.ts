/** A kind of matter with what people choose under it: how the catalogue is written down. */
import { aroundLadder, type Category, type Limits, ordinaryLadder, restrictedLadder } from './category.ts'
import { ordinary } from './limits.ts'

export type Choice = {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly department: string
  readonly limits: Limits
  readonly isPublic?: true
  readonly isEmergency?: true
  readonly goesAround?: true
  readonly isRestricted?: true
}

export type Kind = Pick<Category, 'code' | 'name' | 'nameEn' | 'ask' | 'askEn'> & { readonly choices: readonly Choice[] }

/** Within how many metres, and in how many days, two reports may be about the same thing: to begin with. */
const near = { nearMetres: 100, nearDays: 30 } as const

/** Both levels, each kind before its choices: the order in which they are shown. Nobody reports under a kind alone. */
export const flattened = (kinds: readonly Kind[]): Category[] =>
  kinds.flatMap(({ choices, ...kind }): Category[] => [
    {
      ...kind,
      parent: null,
      department: 'centre',
      isPublic: choices.some((each) => each.isPublic),
      isEmergency: false,
      goesAround: false,
      isRestricted: false,
      ladder: ordinaryLadder,
      limits: ordinary,
      ...near,
    },
    ...choices.map((each) => ({
      isPublic: false,
      isEmergency: false,
      goesAround: false,
      isRestricted: false,
      ladder: each.isRestricted ? restrictedLadder : each.goesAround ? aroundLadder : ordinaryLadder,
      ...near,
      ...each,
      parent: kind.code,
      ask: null,
      askEn: null,
    })),
  ])
