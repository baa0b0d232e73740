/** What the server answers about duties. */
import { z } from 'zod'
import type { Day, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import { roleNames } from '#modules/people/role.ts'
import type { Duty, Evidence, Goal } from './duty.ts'
import type { DutyState } from './state.ts'

/** One person in one village: how each of their duties stands. */
export type Standing = {
  readonly person: PersonId
  readonly name: string
  readonly place: PlaceCode
  readonly placeName: string
  readonly since: Day
  readonly until: Day | null
  /** For whom, if they only stand in for somebody's leave. */
  readonly insteadOf: string | null
  readonly states: readonly DutyState[]
  readonly due: number
  readonly met: number
  /** Leave within the days that were asked for, and who stood in here. It is taken out of what was asked (windows.ts). */
  readonly leaves: readonly { readonly from: Day; readonly to: Day; readonly substituteName: string | null }[]
  /** Signs that a quota is being chased, as questions: never a mark (rules in signs.ts). */
  readonly questions: readonly Question[]
}

export type Question = {
  readonly code: 'lastHours' | 'sameWords' | 'sameHouseholds' | 'roundNumbers'
  readonly facts: { readonly [name: string]: string | number }
}

export type Standings = {
  readonly duties: readonly Duty[]
  readonly from: Day
  readonly to: Day
  readonly standings: readonly Standing[]
  /** What counted, by id: only where one village was asked for. */
  readonly evidence: readonly Evidence[]
}

const object = <T>() => z.looseObject({}) as unknown as z.ZodType<T>
export const StandingsReply = object<Standings>()
export const DutySettingsReply = z.object({ duties: z.array(object<Duty & { isOn: boolean }>()), goals: z.array(object<Goal>()) })

/** What the product asks of each role (burden.ts). */
export const Burden = z.object({
  since: z.string(),
  weeks: z.number(),
  secondsPerField: z.number(),
  forms: z.array(z.object({ code: z.string(), required: z.array(z.string()) })),
  roles: z.array(
    z.object({
      role: z.enum(roleNames),
      people: z.number(),
      forms: z.number(),
      largest: z.number(),
      sent: z.array(z.object({ form: z.string(), times: z.number() })),
    }),
  ),
})
export type Burden = z.infer<typeof Burden>
