/** What a matter is about: two levels of data, one row each, that an administrator can change without a release. */
import type { Limit } from '#modules/kernel/calendar.ts'

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
  readonly limits: Limits
}

export type Department = { readonly code: string; readonly name: string; readonly nameEn: string }

export type Catalogue = { readonly categories: readonly Category[]; readonly departments: readonly Department[] }
