/**
 * Signs that a quota is being chased instead of a village served. They are questions, shown to the officer first and to whoever assesses as
 * questions; nothing here is a mark, and nothing is added up (整治形式主义为基层减负, 2023 and 2024).
 */
import type { Evidence } from './duty.ts'
import type { Question } from './reply.ts'
import type { DutyState } from './state.ts'

/** What was said on a visit, by the record's id: to see identical texts. */
export type Said = { readonly id: string; readonly words: string }

const share = (part: number, of: number) => (of === 0 ? 0 : part / of)

/** Whether what met the windows came on their very last day: of at least four windows, three quarters. */
function lastHours(states: readonly DutyState[], evidence: ReadonlyMap<string, Evidence>): Question[] {
  const weeks = states
    .flatMap(({ windows }) => windows)
    .filter(
      ({ isRunning, isMet, needs, from, to }) => !isRunning && isMet && from !== to && needs.some(({ counted }) => counted.length > 0),
    )
  const late = weeks.filter(({ to, needs }) => needs.every(({ counted }) => counted.every((id) => (evidence.get(id)?.on ?? '') === to)))
  return weeks.length >= 4 && share(late.length, weeks.length) >= 0.75
    ? [{ code: 'lastHours', facts: { windows: late.length, of: weeks.length } }]
    : []
}

function sameWords(said: readonly Said[]): Question[] {
  const count = new Map<string, number>()
  const long = said.map(({ words }) => words.replace(/\s|[，。,.!！]/g, '')).filter((words) => words.length >= 6)
  for (const words of long) count.set(words, (count.get(words) ?? 0) + 1)
  const most = Math.max(0, ...count.values())
  return most >= 5 && share(most, long.length) >= 0.2 ? [{ code: 'sameWords', facts: { times: most, of: long.length } }] : []
}

/** The same households again and again while most were never seen. `households`: how many the village has. */
function sameHouseholds(visits: readonly Evidence[], households: number): Question[] {
  const seen = new Set(visits.map(({ key }) => key))
  return visits.length >= 40 && seen.size <= visits.length / 4 && seen.size < households / 4
    ? [{ code: 'sameHouseholds', facts: { visits: visits.length, seen: seen.size, households } }]
    : []
}

function roundNumbers(entries: readonly Evidence[]): Question[] {
  const round = entries.filter(({ amount }) => amount % 10 === 0)
  return entries.length >= 6 && share(round.length, entries.length) >= 0.8
    ? [{ code: 'roundNumbers', facts: { round: round.length, of: entries.length } }]
    : []
}

export function questionsOf(
  states: readonly DutyState[],
  evidence: readonly Evidence[],
  said: readonly Said[],
  households: number,
): Question[] {
  const byId = new Map(evidence.map((each) => [each.id, each]))
  const of = (kind: Evidence['kind']) => evidence.filter((each) => each.kind === kind)
  return [...lastHours(states, byId), ...sameWords(said), ...sameHouseholds(of('visit'), households), ...roundNumbers(of('entries'))]
}
