/** What a matter is about: two levels of data, one row each, that an administrator can change without a release. */
import type { Limit } from '#modules/kernel/calendar.ts'
import type { Role } from '#modules/people/role.ts'

/** The four steps of the ladder that a matter climbs. Lane chief and grid worker stand on the same one. */
export const rungs = ['lane', 'village', 'town', 'county'] as const
export type Rung = (typeof rungs)[number]

export type Limits = Readonly<Record<Rung, { readonly accept: Limit; readonly settle: Limit }>>

export type Category = {
  /** Two digits for a kind (04 环境卫生), four for what people choose (0401 垃圾清运). */
  readonly code: string
  readonly parent: string | null
  readonly name: string
  readonly nameEn: string
  /** What a resident would call it: "路灯不亮、路面坏了". Null below the first level. */
  readonly ask: string | null
  readonly askEn: string | null
  /** The county department that takes it when it is passed up from a township. */
  readonly department: string
  /** Whether its place, dates and state may be shown to everybody. */
  readonly isPublic: boolean
  /** Danger to life, violence, harm to a minor: call 110, 119 or 120 first. */
  readonly isEmergency: boolean
  /** A complaint about somebody in office: straight to the department, around everybody below. */
  readonly goesAround: boolean
  /** Violence in the family, harm to a minor: only the roles on its ladder ever see it. */
  readonly isRestricted: boolean
  /** The roles whose seats a matter may stand with, lowest first: how deep the ladder is, and who is on it. */
  readonly ladder: readonly Role[]
  readonly limits: Limits
  /** Within how many metres, and in how many days, another report may be about the same thing. */
  readonly nearMetres: number
  readonly nearDays: number
}

/** Every role that can hold a matter, lowest first. */
export const ladderRoles = [
  'lane_chief',
  'grid_worker',
  'village_official',
  'police_officer',
  'township_officer',
  'department_officer',
  'centre_officer',
] as const satisfies readonly Role[]

/** From the lane to the county centre. */
export const ordinaryLadder: readonly Role[] = [
  'lane_chief',
  'grid_worker',
  'village_official',
  'township_officer',
  'department_officer',
  'centre_officer',
]

/** Around everybody below (信访工作条例 art. 30). */
export const aroundLadder: readonly Role[] = ['department_officer', 'centre_officer']

/** The named posts of the restricted path: the village's police officer first (反家庭暴力法 art. 15, 未成年人保护法 art. 11). */
export const restrictedLadder: readonly Role[] = ['police_officer', 'township_officer', 'department_officer', 'centre_officer']

export type Department = { readonly code: string; readonly name: string; readonly nameEn: string }

export type Catalogue = { readonly categories: readonly Category[]; readonly departments: readonly Department[] }
