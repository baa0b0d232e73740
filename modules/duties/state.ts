/**
 * How a duty stands: for each window of a term what was asked, which evidence counted, and what is still open. The same evidence in any
 * order gives the same state, and leave never makes anything harder.
 */
import type { LocalDays } from '#modules/kernel/calendar.ts'
import type { Day } from '#modules/kernel/ids.ts'
import { covers } from '#modules/places/place.ts'
import type { Duty, Evidence, EvidenceKind, Goal, Leave, Need, Term } from './duty.ts'
import { available, runningUntil, span, type Window, windowsOf } from './windows.ts'

export type NeedState = {
  readonly kind: EvidenceKind
  /** Asked in a full window, and in this one. */
  readonly full: number
  readonly asked: number
  readonly reached: number
  /** What counted, by id; what came after the goal was reached is there too. */
  readonly counted: readonly string[]
  /** Where only what was found useful counts: how many are there of which nobody has said yet. They never count as reached. */
  readonly waiting: number
}

export type WindowState = Window & {
  readonly needs: readonly NeedState[]
  readonly isMet: boolean
  /** The window is not over yet. */
  readonly isRunning: boolean
  /** Nothing was asked: the term's first hours, a week of leave or holiday, what stands today of who has left. */
  readonly isExcused: boolean
  /** Days on which it could be done, of how many in a full one; equal where nothing was cut. */
  readonly available: { readonly days: number; readonly of: number }
}

export type DutyState = {
  readonly duty: string
  readonly windows: readonly WindowState[]
  /** Windows that are over and asked for something, and how many of them were met. */
  readonly due: number
  readonly met: number
  /** What was handed in and would count if somebody found it good, and nobody has said yet. */
  readonly waiting: number
}

export type DutyFacts = {
  readonly goals: readonly Goal[]
  readonly leaves: readonly Leave[]
  readonly local: LocalDays
  readonly today: Day
}

/** The goal of a full window: the place's own, else the duty's. */
export function goalOf(duty: Duty, need: Need, term: Pick<Term, 'place'>, on: Day, goals: readonly Goal[]): number {
  const own = goals
    .filter((goal) => goal.duty === duty.code && goal.need === need.kind && goal.from <= on && covers(goal.place, term.place))
    .sort((one, other) => other.place.length - one.place.length || (one.from < other.from ? 1 : -1))
  return own[0]?.atLeast ?? need.atLeast
}

/** A goal for a part of a window: in proportion to the days on which it could be done, half and more rounded up. */
export const cutGoal = (full: number, { days, of }: { days: number; of: number }): number =>
  of === 0 ? 0 : Math.min(full, Math.floor((full * days) / of + 0.5))

const byDay = (one: Evidence, other: Evidence) => (one.on < other.on ? -1 : one.on > other.on ? 1 : one.id < other.id ? -1 : 1)

/** Where in evidence sorted by day a day begins. */
function begins(evidence: readonly Evidence[], day: Day): number {
  let [low, high] = [0, evidence.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (evidence[middle]!.on < day) low = middle + 1
    else high = middle
  }
  return low
}

/** `evidence`: what can count for the need, by day. */
function reach(
  need: Need,
  { from, to }: Pick<Window, 'from' | 'to'>,
  evidence: readonly Evidence[],
): { reached: number; counted: string[] } {
  const seen = new Set<string>()
  const counted: string[] = []
  let reached = 0
  for (let at = begins(evidence, from); at < evidence.length && evidence[at]!.on <= to; at++) {
    const { id, key, amount } = evidence[at]!
    if (need.distinct && key !== null) {
      if (seen.has(key)) continue
      seen.add(key)
    }
    counted.push(id)
    reached += amount
  }
  return { reached, counted }
}

/** What opens a window of its own: a day in the village, a day of collecting. */
const opener = { visit: 'villageDay', collectingDay: 'entries' } as const satisfies Partial<Record<Duty['window'], EvidenceKind>>

/** The state of one duty for one term. `evidence` may hold anything of anybody: what does not count is left out here. */
export function stateOf(duty: Duty, term: Term, evidence: readonly Evidence[], facts: DutyFacts): DutyState {
  const { today, leaves, goals, local } = facts
  const whole = span(duty, term, runningUntil(duty.window, today))
  if (!whole) return { duty: duty.code, windows: [], due: 0, met: 0, waiting: 0 }
  const opens = duty.window === 'visit' || duty.window === 'collectingDay' ? opener[duty.window] : undefined
  const kinds = new Set<EvidenceKind | undefined>([...duty.needs.map(({ kind }) => kind), opens])
  const own = evidence
    .filter((each) => kinds.has(each.kind) && (duty.byAnybody || each.by === term.person) && covers(term.place, each.place))
    .sort(byDay)
  const counting = duty.needs.map((need) => own.filter(({ kind, isGood }) => kind === need.kind && (!need.onlyGood || isGood === true)))
  const undecided = duty.needs.map((need) => (need.onlyGood ? own.filter(({ kind, isGood }) => kind === need.kind && isGood === null) : []))
  const marks = opens ? own.filter(({ kind }) => kind === opens).map(({ on }) => on) : []
  const isCut = duty.window === 'day' || duty.window === 'week' || duty.window === 'month'
  const windows = windowsOf(duty.window, whole, marks).map((window): WindowState => {
    // Whoever opened a window by being there was there: a holiday cuts nothing. On leave nothing is owed all the same.
    const cutBy = isCut ? duty.cutBy : duty.cutBy.filter((each) => each === 'leave')
    const part = isCut || opens ? available(window, cutBy, term, leaves, local) : { days: 1, of: 1 }
    const looked = duty.window === 'standing' ? { ...window, from: '0000-01-01' } : window
    const needs = duty.needs.map((need, at): NeedState => {
      const full = goalOf(duty, need, term, window.from, goals)
      const waiting = reach(need, looked, undecided[at]!).reached
      return { kind: need.kind, full, asked: cutGoal(full, part), ...reach(need, looked, counting[at]!), waiting }
    })
    const isRunning = isCut || opens ? window.to >= today : term.until === null || term.until > today
    return {
      ...window,
      needs,
      available: part,
      // What stands at any time is owed by whoever is there now, and by nobody who has left.
      isExcused: needs.every(({ asked }) => asked === 0) || (duty.window === 'standing' && !isRunning),
      isMet: needs.every(({ asked, reached }) => reached >= asked),
      isRunning,
    }
  })
  const over = windows.filter(({ isRunning, isExcused }) => !isRunning && !isExcused)
  const waiting = own.filter(
    ({ kind, on, isGood }) =>
      isGood === null && on >= whole.from && on <= whole.to && duty.needs.some((need) => need.onlyGood && need.kind === kind),
  )
  return { duty: duty.code, windows, due: over.length, met: over.filter(({ isMet }) => isMet).length, waiting: waiting.length }
}

/** What is still open now: the running windows of every duty that are not met. */
export const stillOpen = (states: readonly DutyState[]): { duty: string; window: WindowState }[] =>
  states.flatMap(({ duty, windows }) =>
    windows.filter(({ isRunning, isMet, isExcused }) => isRunning && !isMet && !isExcused).map((window) => ({ duty, window })),
  )
