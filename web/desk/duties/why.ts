/** What the record knows of why something was not done: leave, who stood in, a term that began or ended, an answer that is awaited. Pure. */
import type { Standing } from '#modules/duties/reply.ts'
import type { DutyState } from '#modules/duties/state.ts'
import { daysAfter } from '#modules/kernel/calendar.ts'
import type { Day } from '#modules/kernel/ids.ts'

export type Reason =
  | { readonly is: 'leave'; readonly from: Day; readonly to: Day; readonly days: number; readonly substitute: string | null }
  | { readonly is: 'insteadOf'; readonly name: string; readonly from: Day; readonly to: Day }
  | { readonly is: 'began' | 'ended'; readonly on: Day }
  | { readonly is: 'waiting'; readonly count: number }

const daysIn = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1

type Told = Pick<Standing, 'since' | 'until' | 'leaves' | 'insteadOf'>

/** `states`: of the duties that are asked about. `days`: those that are looked at, both included. */
export function reasonsOf(
  { since, until, leaves, insteadOf }: Told,
  states: readonly Pick<DutyState, 'waiting'>[],
  days: { readonly from: Day; readonly to: Day },
): Reason[] {
  const waiting = states.reduce((sum, state) => sum + state.waiting, 0)
  return [
    ...leaves.map(
      ({ from, to, substituteName }): Reason => ({ is: 'leave', from, to, days: daysIn(from, to), substitute: substituteName }),
    ),
    ...(insteadOf !== null && until !== null
      ? [{ is: 'insteadOf', name: insteadOf, from: since, to: daysAfter(until, -1) } as const]
      : [
          ...(since > days.from ? [{ is: 'began', on: since } as const] : []),
          ...(until !== null && until <= days.to ? [{ is: 'ended', on: until } as const] : []),
        ]),
    ...(waiting > 0 ? [{ is: 'waiting', count: waiting } as const] : []),
  ]
}
