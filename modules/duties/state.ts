/**
 * How a duty stands: for each window of a term what was asked, which evidence counted, and what is still open. The same evidence in any
 * order gives the same state, a window is the same from whatever days one looks, and leave never makes anything harder.
 */
import type { LocalDays } from '#modules/kernel/calendar.ts'
import type { Day } from '#modules/kernel/ids.ts'
import type { Role } from '#modules/people/role.ts'
import { covers } from '#modules/places/place.ts'
import { type Duty, type Evidence, type EvidenceKind, type Goal, type Leave, lastingKinds, type Need, type Term } from './duty.ts'
import { available, least, lookedAt, type Range, type Window, windowsOf } from './windows.ts'

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

export type Seated = Term & { readonly role: Role }

export type DutyFacts = {
  readonly goals: readonly Goal[]
  readonly leaves: readonly Leave[]
  readonly local: LocalDays
  readonly today: Day
  /** The days that are looked at; all until today, if there is none. */
  readonly range?: Range
  /** Everybody who ever had a seat there, for what counts for the seat. */
  readonly holders?: readonly Seated[]
}

/** Whether somebody in a seat owes a duty. */
export const owes = ({ role, place }: Seated, duty: Pick<Duty, 'role' | 'place'>): boolean =>
  duty.role === role && (duty.place === null || covers(duty.place, place))

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

/**
 * What opens a window of its own: a household that was visited, or a day that was said to be one in the village; a day of collecting. A question
 * answered or help given there does not: whoever records more must not owe more for it.
 */
const openers: Partial<Record<Duty['window'], (evidence: Evidence) => boolean>> = {
  visit: ({ kind, isGood }) => kind === 'visit' || (kind === 'villageDay' && isGood === true),
  collectingDay: ({ kind }) => kind === 'entries',
}

/** Whose work counts, and where: in the term's place, or for whoever sits within a village, what they did in it. */
function counter(duty: Duty, term: Term, holders: readonly Seated[]): (evidence: Evidence) => boolean {
  const seat = duty.by === 'seat' ? holders.filter(({ role, place }) => role === duty.role && place === term.place) : []
  const held = (by: Evidence['by'], on: Day) => seat.some(({ person, since, until }) => person === by && since <= on && (until ?? '9') > on)
  return ({ by, on, place }) =>
    (covers(term.place, place) || covers(place, term.place)) && (duty.by === 'anybody' || by === term.person || held(by, on))
}

type Part = WindowState['available']

/** The days of a window on which it could be done. Of what is owed at any time, whether somebody is there to do it on the day that is looked at. */
function partOf(window: Window, duty: Pick<Duty, 'window' | 'cutBy'>, term: Term, { leaves, local }: DutyFacts): Part {
  const leave = duty.cutBy.filter((each) => each === 'leave')
  const { to } = window
  switch (duty.window) {
    case 'once':
      return { days: 1, of: 1 }
    case 'standing':
      return available({ from: to, to, whole: { from: to, to } }, leave, term, leaves, local)
    // Whoever opened a window by being there was there: a holiday cuts nothing. On leave nothing is owed all the same.
    case 'visit':
    case 'collectingDay':
      return available(window, leave, term, leaves, local)
    default:
      return available(window, duty.cutBy, term, leaves, local)
  }
}

const isNothing = (asked: readonly number[]) => asked.every((each) => each === 0)

/**
 * What each need of a window asks. Where leave cut all of it to nothing, whoever had reached the least that more days would have asked
 * keeps a window that was met; else it asks for nothing.
 */
function asksOf(full: readonly number[], reached: readonly number[], part: Part, daysWithoutLeave: () => number): readonly number[] {
  const asks = (days: number) => full.map((each) => cutGoal(each, { days, of: part.of }))
  const asked = asks(part.days)
  if (!isNothing(asked)) return asked
  for (let days = part.days + 1; days <= daysWithoutLeave(); days++) {
    const easiest = asks(days)
    if (!isNothing(easiest)) return reached.every((each, at) => each >= easiest[at]!) ? easiest : asked
  }
  return asked
}

/** Whether a term was over before the last day that a duty is looked at. */
const hasLeft = ({ until }: Term, duty: Duty, upTo: Day): boolean => until !== null && until <= least(upTo, duty.until)

/** What can count for a need, by day; and what would if somebody found it good, and nobody has said yet. */
type Counting = { readonly good: readonly Evidence[]; readonly undecided: readonly Evidence[] }

/** `counting`: for each need. */
function windowState(window: Window, duty: Duty, term: Term, counting: readonly Counting[], facts: DutyFacts): WindowState {
  const { today, range, goals } = facts
  const upTo = least(today, range?.to)
  const isStanding = duty.window === 'standing'
  // In a window that may last for years, a goal that began since is the goal.
  const goalsOn = isStanding || duty.window === 'once' ? window.to : window.from
  const part = partOf(window, duty, term, facts)
  const full = duty.needs.map((need) => goalOf(duty, need, term, goalsOn, goals))
  const found = duty.needs.map((need, at) => {
    const within = { from: isStanding && lastingKinds.includes(need.kind) ? '0000-01-01' : window.from, to: window.to }
    return { ...reach(need, within, counting[at]!.good), waiting: reach(need, within, counting[at]!.undecided).reached }
  })
  const reached = found.map((each) => each.reached)
  const asked = asksOf(full, reached, part, () => partOf(window, duty, term, { ...facts, leaves: [] }).days)
  const needs = duty.needs.map(({ kind }, at): NeedState => ({ kind, full: full[at]!, asked: asked[at]!, ...found[at]! }))
  return {
    ...window,
    needs,
    available: part,
    // What stands at any time is owed by whoever is there, and by nobody who has left.
    isExcused: isNothing(asked) || (isStanding && hasLeft(term, duty, upTo)),
    isMet: needs.every((need) => need.reached >= need.asked),
    isRunning: window.to >= (isStanding ? upTo : today),
  }
}

/** The state of one duty for one term. `evidence` may hold anything of anybody: what does not count is left out here. */
export function stateOf(duty: Duty, term: Term, evidence: readonly Evidence[], facts: DutyFacts): DutyState {
  const looked = lookedAt(duty, term, facts.today, facts.range)
  if (!looked) return { duty: duty.code, windows: [], due: 0, met: 0, waiting: 0 }
  const opens = openers[duty.window]
  const kinds = new Set(duty.needs.map(({ kind }) => kind))
  const counts = counter(duty, term, facts.holders ?? [])
  const own = evidence.filter((each) => (kinds.has(each.kind) || opens?.(each)) && counts(each)).sort(byDay)
  const counting = duty.needs.map((need): Counting => {
    const all = own.filter(({ kind }) => kind === need.kind)
    return need.onlyGood
      ? { good: all.filter(({ isGood }) => isGood === true), undecided: all.filter(({ isGood }) => isGood === null) }
      : { good: all, undecided: [] }
  })
  const marks = opens ? own.filter(opens).map(({ on }) => on) : []
  const windows = windowsOf(duty.window, looked, marks).map((window) => windowState(window, duty, term, counting, facts))
  const over = windows.filter(({ isRunning, isExcused }) => !isRunning && !isExcused)
  const waiting = own.filter(
    ({ kind, on, isGood }) =>
      isGood === null && on >= looked.from && on <= looked.to && duty.needs.some((need) => need.onlyGood && need.kind === kind),
  )
  return { duty: duty.code, windows, due: over.length, met: over.filter(({ isMet }) => isMet).length, waiting: waiting.length }
}

/** What is still open now: the running windows of every duty that are not met. */
export const stillOpen = (states: readonly DutyState[]): { duty: string; window: WindowState }[] =>
  states.flatMap(({ duty, windows }) =>
    windows.filter(({ isRunning, isMet, isExcused }) => isRunning && !isMet && !isExcused).map((window) => ({ duty, window })),
  )
