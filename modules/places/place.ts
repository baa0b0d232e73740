/**
 * A place is its code, and the code is its path:
 *
 *   140826 county › 140826100 town › 140826100201 village › 140826100201001 grid › 140826100201001003 lane
 *
 * The first twelve digits are the National Bureau of Statistics' (county 6, town 3, village 3); grid and lane are ours,
 * three digits each. So a prefix is a parent, a prefix range is a subtree, and escalation cuts the code by one level.
 */
import type { County, Day, PlaceCode } from '#modules/kernel/ids.ts'

export const levels = ['county', 'town', 'village', 'grid', 'lane'] as const
export type Level = (typeof levels)[number]

/** What the code's own digits say a place is (NBS 编制规则: digits 7-9 and 10-12). */
export type Kind =
  | 'county'
  | 'subdistrict'
  | 'town'
  | 'township'
  | 'quasi_township'
  | 'residents_committee'
  | 'village_committee'
  | 'quasi_residents_committee'
  | 'quasi_village_committee'
  | 'grid'
  | 'lane'

export type Place = {
  readonly county: County
  readonly code: PlaceCode
  readonly name: string
  readonly level: Level
  readonly kind: Kind
  /** Households; known for grids and lanes only. A lane has 20 to 30 (article, D). */
  readonly households: number | null
  /** What the lane covers, in words, as on its notice board. */
  readonly scope: string | null
  /** WGS 84 degrees, or null where nobody has drawn it yet. */
  readonly latitude: number | null
  readonly longitude: number | null
  /** The days on which it begins and ends; `until` is null while it stands. */
  readonly since: Day
  readonly until: Day | null
}

/** Whether a place stands on a day. */
export const standsOn = ({ until }: Place, day: Day): boolean => until === null || until > day

const lengths: Record<Level, number> = { county: 6, town: 9, village: 12, grid: 15, lane: 18 }

export const lengthOf = (level: Level): number => lengths[level]

export const isPlaceCode = (text: string): text is PlaceCode => /^\d{6}(\d{3}){0,4}$/.test(text)

export const levelOf = (code: PlaceCode): Level => levels[code.length / 3 - 2]!

export const countyOf = (code: string): County => code.slice(0, 6) as County

/** The place of a level that a place lies in, or is; undefined if it is wider than that level. */
export const within = (code: PlaceCode, level: Level): PlaceCode | undefined =>
  code.length >= lengths[level] ? (code.slice(0, lengths[level]) as PlaceCode) : undefined

export const parentOf = (code: PlaceCode): PlaceCode | undefined => (code.length > 6 ? (code.slice(0, -3) as PlaceCode) : undefined)

/** Whether `inner` is `outer` or lies in it. */
export const covers = (outer: PlaceCode, inner: PlaceCode): boolean => inner.startsWith(outer)

/** From the county down to the place itself. */
export const pathOf = (code: PlaceCode): PlaceCode[] =>
  levels.map((level) => within(code, level)).filter((each): each is PlaceCode => each !== undefined)

/** "卫庄镇 东村村委会 第三网格 二巷": from the town down; the county's own name for the county itself. */
export const pathName = (code: PlaceCode, names: ReadonlyMap<PlaceCode, string>): string => {
  const path = pathOf(code)
  return (path.length > 1 ? path.slice(1) : path).map((each) => names.get(each) ?? each).join(' ')
}

/** The kind that the code's own digits give. */
export function kindOf(code: PlaceCode): Kind {
  const level = levelOf(code)
  if (level === 'county' || level === 'grid' || level === 'lane') return level
  const digits = Number(code.slice(-3))
  if (level === 'town') return digits < 100 ? 'subdistrict' : digits < 200 ? 'town' : digits < 400 ? 'township' : 'quasi_township'
  return digits < 200
    ? 'residents_committee'
    : digits < 400
      ? 'village_committee'
      : digits < 500
        ? 'quasi_residents_committee'
        : 'quasi_village_committee'
}

/** The households a lane should have (article, D: 20-30). */
export const laneHouseholds = { min: 20, max: 30 } as const

/** The box around the county beyond which a map point is marked "outside"; from its places' own points, with a margin. WGS 84 degrees. */
export type Bounds = { readonly south: number; readonly west: number; readonly north: number; readonly east: number }

export const isInside = (bounds: Bounds, latitude: number, longitude: number): boolean =>
  latitude >= bounds.south && latitude <= bounds.north && longitude >= bounds.west && longitude <= bounds.east

/**
 * What a place is called beside another, by its path as far as that is another: "渠头村委会 第一网格 东街" for what was "乔村村委会 第一网格 东街" of
 * the same town.
 */
export function pathApart(old: PlaceCode, now: PlaceCode, names: ReadonlyMap<PlaceCode, string>): string {
  const before = pathOf(old)
  const path = pathOf(now)
  const first = path.findIndex((code, depth) => code !== before[depth])
  return path
    .slice(first)
    .map((code) => names.get(code) ?? code)
    .join(' ')
}
