/** Several plans of one day, one after the other, as if they were one: what stands before the first against what stands after the last. */
import type { Day, PlaceCode } from '#modules/kernel/ids.ts'
import { isRefusal, type Refusal } from '#modules/kernel/refusal.ts'
import { outcomeOf, type Plan } from './change.ts'
import { after, type BoardReason, type Outcome } from './outcome.ts'
import { type Place, standsOn } from './place.ts'

/** A refusal says `at`, the how manieth of them it was. */
export function together(places: readonly Place[], plans: readonly Plan[], day: Day): Outcome | Refusal {
  let now = places
  const became = new Map<PlaceCode, readonly PlaceCode[]>()
  const boards = new Map<PlaceCode, BoardReason>()
  for (const [turn, plan] of plans.entries()) {
    const made = outcomeOf(now, plan, day)
    if (isRefusal(made)) return { ...made, facts: { ...made.facts, at: turn + 1 } }
    now = after(now, made, day)
    for (const { code, heirs } of made.ended) became.set(code, heirs)
    for (const { lane, why } of made.boards) boards.set(lane, why)
  }
  const before = new Map(places.map((place) => [place.code, place]))
  const standing = now.filter((place) => standsOn(place, day))
  const codes = new Set(standing.map(({ code }) => code))
  const atLast = (code: PlaceCode): readonly PlaceCode[] => (codes.has(code) ? [code] : (became.get(code) ?? []).flatMap(atLast))
  return {
    added: standing.filter(({ code }) => !before.has(code)),
    changed: standing.filter((place) => before.has(place.code) && isOther(place, before.get(place.code)!)),
    ended: [...became.keys()].filter((code) => before.has(code)).map((code) => ({ code, heirs: [...new Set(atLast(code))] })),
    boards: [...boards].filter(([lane]) => codes.has(lane)).map(([lane, why]) => ({ lane, why })),
  }
}

const isOther = (one: Place, other: Place) => one.name !== other.name || one.households !== other.households || one.scope !== other.scope
