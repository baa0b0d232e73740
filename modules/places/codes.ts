/** Codes for new places: never one that was used before, not even by a place that ended long ago. */
import type { PlaceCode } from '#modules/kernel/ids.ts'
import { type Refusal, refuse } from '#modules/kernel/refusal.ts'
import { isPlaceCode, kindOf, levelOf, parentOf } from './place.ts'

/** Where the numbers of each kind begin and end (NBS 编制规则: digits 7-9 and 10-12); all others have 001 to 999. */
const ranges: Partial<Record<ReturnType<typeof kindOf>, readonly [number, number]>> = {
  subdistrict: [1, 99],
  town: [100, 199],
  township: [200, 399],
  quasi_township: [400, 599],
  residents_committee: [1, 199],
  village_committee: [200, 399],
  quasi_residents_committee: [400, 499],
  quasi_village_committee: [500, 599],
}
/** What a new town or village is, if nothing says otherwise. */
const usual = { town: 'town', village: 'village_committee', grid: 'grid', lane: 'lane' } as const

export class Codes {
  private readonly used: Set<PlaceCode>

  constructor(used: Iterable<PlaceCode>) {
    this.used = new Set(used)
  }

  use(code: PlaceCode) {
    this.used.add(code)
  }

  /**
   * A free code under a parent: with the same last three digits as `like` if they are free there, else the next free one of the same kind.
   * With `exactly`, that very code or a refusal.
   */
  take(parent: PlaceCode, like: PlaceCode | undefined, exactly = false): PlaceCode | Refusal {
    if (exactly && like) {
      if (!isPlaceCode(like) || parentOf(like) !== parent) return refuse('change.code', { place: like })
      if (this.used.has(like)) return refuse('change.code_used', { place: like })
      this.used.add(like)
      return like
    }
    const same = like && ((parent + like.slice(-3)) as PlaceCode)
    const code = same && !this.used.has(same) ? same : this.next(parent, same)
    if (!code) return refuse('change.full', { parent })
    this.used.add(code)
    return code
  }

  private next(parent: PlaceCode, like: PlaceCode | undefined): PlaceCode | undefined {
    const level = levelOf(`${parent}000` as PlaceCode)
    const [from, to] = ranges[like ? kindOf(like) : usual[level as keyof typeof usual]] ?? [1, 999]
    for (let digits = from; digits <= to; digits++) {
      const code = `${parent}${String(digits).padStart(3, '0')}` as PlaceCode
      if (!this.used.has(code)) return code
    }
    return undefined
  }
}
