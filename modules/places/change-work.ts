/** The places of a county while a change is worked out on them. */
import type { Day, PlaceCode } from '#modules/kernel/ids.ts'
import { type Refusal, refuse } from '#modules/kernel/refusal.ts'
import { Codes } from './codes.ts'
import type { BoardReason, Ended, Outcome } from './outcome.ts'
import { kindOf, levelOf, type Place, parentOf, standsOn } from './place.ts'

const scopeAtMost = 300

/** The places while a plan is carried out on them, and what was done so far. */
export class Work {
  private readonly places: Map<PlaceCode, Place>
  private readonly codes: Codes
  private readonly added = new Map<PlaceCode, Place>()
  private readonly changed = new Map<PlaceCode, Place>()
  private readonly ended: Ended[] = []
  private readonly boards = new Map<PlaceCode, BoardReason>()
  private readonly children = new Map<PlaceCode, Place[]>()
  private readonly day: Day

  constructor(places: readonly Place[], day: Day) {
    this.day = day
    this.places = new Map(places.map((place) => [place.code, place]))
    this.codes = new Codes(places.map(({ code }) => code))
    for (const place of places) {
      const parent = parentOf(place.code)
      if (!parent || !standsOn(place, day)) continue
      const siblings = this.children.get(parent)
      if (siblings) siblings.push(place)
      else this.children.set(parent, [place])
    }
  }

  outcome(): Outcome {
    const boards = [...this.boards].map(([lane, why]) => ({ lane, why }))
    return { added: [...this.added.values()], changed: [...this.changed.values()], ended: this.ended, boards }
  }

  at(code: PlaceCode): Place {
    const place = this.changed.get(code) ?? this.added.get(code) ?? this.places.get(code)
    if (!place) throw new Error(`no place ${code}`)
    return place
  }

  whyNotStanding(code: PlaceCode): Refusal | undefined {
    const place = this.places.get(code)
    if (!place) return refuse('place.unknown', { place: code })
    return standsOn(place, this.day) ? undefined : refuse('place.ended', { place: code })
  }

  /** What stands right below a place, as it was before the change. */
  below(code: PlaceCode): readonly Place[] {
    return this.children.get(code) ?? []
  }

  /** A place and everything that stands in it, widest first. */
  under(code: PlaceCode): Place[] {
    return [this.at(code), ...this.below(code).flatMap((child) => this.under(child.code))]
  }

  /** A new place; `like` gives it the kind of another. */
  found(
    parent: PlaceCode,
    name: string,
    {
      like,
      code: given,
      households = undefined,
    }: { like?: PlaceCode | undefined; code?: PlaceCode | undefined; households?: number | undefined },
  ): PlaceCode | Refusal {
    const code = this.codes.take(parent, given ?? like, given !== undefined)
    if (typeof code !== 'string') return code
    const model = like ? this.at(like) : this.at(parent)
    const { county, latitude, longitude } = model
    const place: Place = {
      ...{ county, code, name, level: levelOf(code), kind: kindOf(code), households: households ?? null, scope: null },
      ...{ latitude, longitude, since: this.day, until: null },
    }
    this.added.set(code, place)
    if (place.level === 'lane') this.reprint(code, 'new')
    return code
  }

  /** Ends a place and begins it anew under another parent, with everything that stands in it. */
  transplant(code: PlaceCode, parent: PlaceCode, given?: PlaceCode, name?: string): PlaceCode | Refusal {
    const root = this.codes.take(parent, given ?? code, given !== undefined)
    if (typeof root !== 'string') return root
    for (const place of this.under(code)) {
      const next = (root + place.code.slice(code.length)) as PlaceCode
      this.codes.use(next)
      const isRoot = place.code === code
      this.added.set(next, { ...place, code: next, kind: kindOf(next), since: this.day, ...(isRoot && name ? { name } : {}) })
      this.end(place.code, [next])
      if (place.level === 'lane') this.reprint(next, 'place')
    }
    return root
  }

  end(code: PlaceCode, heirs: readonly PlaceCode[]) {
    this.ended.push({ code, heirs })
  }

  change(place: Place) {
    if (this.added.has(place.code)) this.added.set(place.code, place)
    else this.changed.set(place.code, place)
  }

  /** Takes what another place has of its own, households and scope, into one that goes on. */
  widen(into: PlaceCode, { households, scope }: Place) {
    const before = this.at(into)
    if (before.level !== 'lane' && before.level !== 'grid') return
    const both = [before.scope, scope].filter(Boolean).join('；')
    const sum = households === null ? before.households : (before.households ?? 0) + households
    this.change({ ...before, households: sum, scope: both === '' || both.length > scopeAtMost ? before.scope : both })
    if (before.level === 'lane' && !this.boards.has(into)) this.reprint(into, 'place')
  }

  reprint(lane: PlaceCode, why: BoardReason) {
    this.boards.set(lane, why)
  }

  reprintBelow(code: PlaceCode, why: BoardReason) {
    for (const { code: each, level } of this.under(code)) if (level === 'lane') this.reprint(each, why)
  }
}
