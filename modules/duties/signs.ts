/**
 * Signs that a quota is being chased instead of a village served. They are questions, shown to the officer first and to whoever assesses as
 * questions; nothing here is a mark, and nothing is added up (整治形式主义为基层减负, 2023 and 2024).
 *
 *   what was written down until a day ──▶ questions      the officer: today      whoever assesses: a week ago, so a week later
 */
import { daysAfter, isWorked, type LocalDays } from '#modules/kernel/calendar.ts'
import type { Day, PersonId } from '#modules/kernel/ids.ts'
import type { Evidence } from './duty.ts'
import type { Question } from './reply.ts'
import type { DutyState, WindowState } from './state.ts'

/** What was said on a visit, of a meeting or as an answer: to see identical texts. */
export type Said = Pick<Evidence, 'on' | 'filedOn'> & { readonly kind: 'visit' | 'meeting' | 'advice'; readonly words: string }

/** Days for which a question is the officer's alone: it comes to whoever assesses on the eighth day after what it is about. */
export const daysFirst = 7

/** Until which day a reader's questions look: the officer's own until today. */
export const asOfFor = (reader: PersonId | undefined, person: PersonId, today: Day): Day =>
  reader === person ? today : daysAfter(today, -daysFirst)

const share = (part: number, of: number) => (of === 0 ? 0 : part / of)
const writtenOn = ({ on, filedOn }: Pick<Evidence, 'on' | 'filedOn'>): Day => filedOn ?? on

/** The last day of a window that is worked; its last day, where none is. */
function lastWorked({ from, to }: Pick<WindowState, 'from' | 'to'>, local: LocalDays): Day {
  for (let day = to; day >= from; day = daysAfter(day, -1)) if (isWorked(day, local)) return day
  return to
}

/**
 * Whether what met the windows was all written down on their last working day or later, and either for earlier days or on the very last one: of
 * at least four windows, three quarters. Whoever comes every Friday and writes it down on Friday chases nothing. `known`: what had been written
 * down, by id.
 */
function lastHours(states: readonly DutyState[], known: ReadonlyMap<string, Evidence>, asOf: Day, local: LocalDays): Question[] {
  const found = states
    .flatMap(({ windows }) => windows)
    .filter(({ from, to, isRunning, isExcused }) => to < asOf && from !== to && !isRunning && !isExcused)
    .map((window) => ({
      window,
      needs: window.needs.map(({ asked, counted }) => ({ asked, counted: counted.flatMap((id) => known.get(id) ?? []) })),
    }))
    .filter(({ needs }) => needs.some(({ counted }) => counted.length > 0))
    .filter(({ needs }) => needs.every(({ asked, counted }) => counted.reduce((sum, { amount }) => sum + amount, 0) >= asked))
  const late = found.filter(({ window, needs }) => {
    const last = lastWorked(window, local)
    const isLate = (each: Evidence) => writtenOn(each) >= last && (each.on >= window.to || writtenOn(each) > each.on)
    return needs.every(({ counted }) => counted.every(isLate))
  })
  return found.length >= 4 && share(late.length, found.length) >= 0.75
    ? [{ code: 'lastHours', facts: { windows: late.length, of: found.length } }]
    : []
}

/** Of one kind of record five and a fifth in the same words: of the kind with most of them. */
function sameWords(said: readonly Said[]): Question[] {
  const kinds = [...Map.groupBy(said, ({ kind }) => kind).values()].map((each) => {
    const count = new Map<string, number>()
    const long = each.map(({ words }) => words.replace(/\s|[，。,.!！]/g, '')).filter((words) => words.length >= 6)
    for (const words of long) count.set(words, (count.get(words) ?? 0) + 1)
    return { times: Math.max(0, ...count.values()), of: long.length }
  })
  const [most] = kinds.filter(({ times, of }) => times >= 5 && share(times, of) >= 0.2).sort((one, other) => other.times - one.times)
  return most ? [{ code: 'sameWords', facts: most }] : []
}

/** The same households again and again while most were never seen. `households`: how many the village has. */
function sameHouseholds(visits: readonly Evidence[], households: number): Question[] {
  const seen = new Set(visits.map(({ place, key }) => `${place} ${key}`))
  return visits.length >= 40 && seen.size <= visits.length / 4 && seen.size < households / 4
    ? [{ code: 'sameHouseholds', facts: { visits: visits.length, seen: seen.size, households } }]
    : []
}

/** Of at least six collecting days four fifths with a round ten, whatever was entered of each kind. */
function roundNumbers(entries: readonly Evidence[]): Question[] {
  const days = [...Map.groupBy(entries, ({ on }) => on).values()].map((day) => day.reduce((sum, { amount }) => sum + amount, 0))
  const round = days.filter((count) => count % 10 === 0)
  return days.length >= 6 && share(round.length, days.length) >= 0.8
    ? [{ code: 'roundNumbers', facts: { round: round.length, of: days.length } }]
    : []
}

export type SignFacts = {
  /** How many the village has. */
  readonly households: number
  readonly local: LocalDays
  /** Only what was written down until this day is looked at, and windows that were over on it. */
  readonly asOf: Day
}

/** `evidence`, `said`: what one person left behind in one place. */
export function questionsOf(
  states: readonly DutyState[],
  evidence: readonly Evidence[],
  said: readonly Said[],
  { households, local, asOf }: SignFacts,
): Question[] {
  const known = evidence.filter((each) => writtenOn(each) <= asOf)
  const of = (kind: Evidence['kind']) => known.filter((each) => each.kind === kind)
  return [
    ...lastHours(states, new Map(known.map((each) => [each.id, each])), asOf, local),
    ...sameWords(said.filter((each) => writtenOn(each) <= asOf)),
    ...sameHouseholds(of('visit'), households),
    ...roundNumbers(of('entries')),
  ]
}
