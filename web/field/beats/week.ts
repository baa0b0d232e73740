/**
 * What the week still asks of an officer, out of the state of their duties: one line for each thing that is owed, so that a goal of each
 * day in the village and a goal of each week stand beside each other and neither hides the other. Pure.
 */
import type { BeatRecord } from '#modules/beats/beat.ts'
import type { Duty, EvidenceKind, WindowKind } from '#modules/duties/duty.ts'
import type { Standing } from '#modules/duties/reply.ts'
import type { DutyState, WindowState } from '#modules/duties/state.ts'
import type { Day } from '#modules/kernel/ids.ts'

export type Line = {
  readonly duty: string
  readonly window: WindowKind
  readonly kind: EvidenceKind
  readonly asked: number
  readonly reached: number
  /** Written on this phone and not arrived yet. */
  readonly waiting: number
  /** Handed on, and nobody has said yet whether it was useful: it does not count before. */
  readonly unanswered: number
  /** The last day on which it can be done; null where it is not a matter of days. */
  readonly until: Day | null
  readonly state: 'open' | 'done' | 'excused' | 'next'
}

/** The window that is on now; of the windows that the work itself opens, today's. */
const runningOf = (state: DutyState, today: Day): WindowState | undefined =>
  state.windows.findLast(({ from, to, isRunning }) => isRunning || (from <= today && to >= today))

const isOpenedByWork = (kind: WindowKind) => kind === 'visit' || kind === 'collectingDay'

/** What waits on the phone and would count: each household once, as the rules count. */
export function waitingFor(kind: EvidenceKind, records: readonly BeatRecord[], from: Day, to: Day): number {
  const within = records.filter(({ on, voided }) => on >= from && on <= to && voided === null)
  switch (kind) {
    case 'villageDay':
      return new Set(
        within.filter(({ facts }) => facts.kind !== 'entries' && (facts.kind !== 'day' || facts.state === 'done')).map(({ on }) => on),
      ).size
    case 'visit':
      return new Set(within.flatMap(({ facts }) => (facts.kind === 'visit' ? [`${facts.lane} ${facts.house}`] : []))).size
    case 'meeting':
      return within.filter(({ facts }) => facts.kind === 'meeting').length
    case 'team':
      // The mediation committee is no prevention team (modules/duties/eight.ts, row 5).
      return new Set(
        within.flatMap(({ facts }) =>
          facts.kind === 'help' && !/调委会|调解委员会|mediation committee/i.test(facts.team) ? [facts.team] : [],
        ),
      ).size
    case 'entries':
      return within.reduce((sum, { facts }) => sum + (facts.kind === 'entries' ? facts.count : 0), 0)
    case 'solved':
      return within.filter(({ facts }) => facts.kind === 'advice' && facts.isSolved).length
    case 'bulletin':
    case 'clue':
    case 'dossier':
      return 0
  }
}

/** `waiting`: the records of this village that have not arrived. */
export function linesOf(standing: Standing, duties: readonly Duty[], waiting: readonly BeatRecord[], today: Day): Line[] {
  return standing.states.flatMap((state): Line[] => {
    const duty = duties.find(({ code }) => code === state.duty)
    if (!duty) return []
    const { window } = duty
    const now = runningOf(state, today)
    const base = { duty: duty.code, window }
    // Nothing has opened a window today: what the next day in the village will ask for.
    if (!now)
      return isOpenedByWork(window)
        ? duty.needs.map(({ kind, atLeast }, at) => {
            const asked = state.windows.at(-1)?.needs[at]?.full ?? atLeast
            const soon = waitingFor(kind, waiting, today, today)
            return {
              ...base,
              kind,
              asked,
              reached: 0,
              waiting: soon,
              unanswered: 0,
              until: soon > 0 ? today : null,
              state: soon > 0 ? 'open' : 'next',
            }
          })
        : []
    return now.needs.map(({ kind, full, asked, reached, waiting: unanswered }) => ({
      ...base,
      ...{
        kind,
        asked: now.isExcused ? full : asked,
        reached,
        unanswered,
        waiting: window === 'standing' ? 0 : waitingFor(kind, waiting, now.from, now.to),
      },
      until: window === 'standing' || window === 'once' ? null : now.to,
      state: now.isExcused || asked === 0 ? 'excused' : reached >= asked ? 'done' : 'open',
    }))
  })
}

/** What the days ask first, then the month, then what stands at all times; what is done comes last. */
const nearness: Readonly<Record<WindowKind, number>> = { week: 0, day: 0, visit: 0, collectingDay: 0, month: 1, once: 2, standing: 2 }
const rank = ({ state, window }: Line) => (state === 'done' || state === 'excused' ? 3 : 0) + nearness[window]
export const inOrder = (lines: readonly Line[]): Line[] => [...lines].sort((one, other) => rank(one) - rank(other))
