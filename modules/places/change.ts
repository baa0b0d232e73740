/**
 * How places change, and what becomes of everything that stands in them.
 *
 *   rename   its name is another                         its code, work and people stay
 *   merge    several into one, there already or new      each ends; what lies in them moves under the one
 *   split    one into several, or some part of it off    what lies in it moves under the parts
 *   move     under another parent                        the code is the path: it ends, and begins again under another code
 *   abolish  it ends with all that lies in it            work and people go to a named successor
 *   found    a new one                                   under a code that was never used
 *
 * A code is never used again. Pure: places as they stand in, an outcome out; nothing is written here.
 */
import type { Day, PlaceCode } from '#modules/kernel/ids.ts'
import { type Refusal, refuse } from '#modules/kernel/refusal.ts'
import { Work } from './change-work.ts'
import type { Outcome } from './outcome.ts'
import { covers, levelOf, type Place, parentOf } from './place.ts'

export const changeKinds = ['rename', 'merge', 'split', 'move', 'abolish', 'found'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** A part that a place is split into: its name, and the places right below that go to it. */
export type Part = { readonly name: string; readonly takes: readonly PlaceCode[]; readonly households?: number | undefined }

/** What is decided. A `code` is the one the national edition gives; without it the next free one is taken. */
export type Plan =
  | { readonly kind: 'rename'; readonly place: PlaceCode; readonly name: string }
  | { readonly kind: 'merge'; readonly places: readonly PlaceCode[]; readonly into: PlaceCode }
  | { readonly kind: 'merge'; readonly places: readonly PlaceCode[]; readonly name: string; readonly code?: PlaceCode | undefined }
  | { readonly kind: 'split'; readonly place: PlaceCode; readonly stays: boolean; readonly parts: readonly Part[] }
  | {
      readonly kind: 'move'
      readonly place: PlaceCode
      readonly parent: PlaceCode
      readonly code?: PlaceCode | undefined
      readonly name?: string | undefined
    }
  | { readonly kind: 'abolish'; readonly place: PlaceCode; readonly successor: PlaceCode }
  | {
      readonly kind: 'found'
      readonly parent: PlaceCode
      readonly name: string
      readonly code?: PlaceCode | undefined
      readonly households?: number | undefined
    }

/** What a plan comes to on a day, given every place there is or ever was; a refusal if it cannot be. */
export function outcomeOf(places: readonly Place[], plan: Plan, day: Day): Outcome | Refusal {
  const work = new Work(places, day)
  return carry(work, plan) ?? work.outcome()
}

function carry(work: Work, plan: Plan): Refusal | undefined {
  const named = 'places' in plan ? plan.places : plan.kind === 'found' ? [plan.parent] : [plan.place]
  const trouble = named.map((code) => work.whyNotStanding(code)).find(Boolean)
  if (trouble) return trouble
  if (plan.kind !== 'found' && named.some((code) => levelOf(code) === 'county')) return refuse('change.county')
  switch (plan.kind) {
    case 'rename':
      return rename(work, plan)
    case 'merge':
      return merge(work, plan)
    case 'split':
      return split(work, plan)
    case 'move':
      return move(work, plan)
    case 'abolish':
      return abolish(work, plan)
    case 'found': {
      if (levelOf(plan.parent) === 'lane') return refuse('change.level')
      const made = work.found(plan.parent, plan.name, { code: plan.code, households: plan.households })
      return typeof made === 'string' ? undefined : made
    }
  }
}

function rename(work: Work, { place, name }: Extract<Plan, { kind: 'rename' }>): Refusal | undefined {
  const before = work.at(place)
  if (before.name === name) return refuse('change.same_name', { name })
  work.change({ ...before, name })
  work.reprintBelow(place, 'rename')
  return undefined
}

function merge(work: Work, plan: Extract<Plan, { kind: 'merge' }>): Refusal | undefined {
  const [first] = plan.places
  if (!first || new Set(plan.places).size < plan.places.length) return refuse('change.parts')
  const level = levelOf(first)
  if (plan.places.some((code) => levelOf(code) !== level)) return refuse('change.level')
  if ('name' in plan && plan.places.length < 2) return refuse('change.parts')
  const into = 'into' in plan ? plan.into : work.found(parentOf(first)!, plan.name, { like: first, code: plan.code })
  if (typeof into !== 'string') return into
  if ('into' in plan) {
    const trouble = work.whyNotStanding(into)
    if (trouble) return trouble
    if (levelOf(into) !== level) return refuse('change.level')
    if (plan.places.includes(into)) return refuse('change.inside', { name: work.at(into).name })
  }
  for (const place of plan.places) {
    for (const child of work.below(place)) {
      const trouble = work.transplant(child.code, into)
      if (typeof trouble !== 'string') return trouble
    }
    work.widen(into, work.at(place))
    work.end(place, [into])
  }
  return undefined
}

function split(work: Work, { place, stays, parts }: Extract<Plan, { kind: 'split' }>): Refusal | undefined {
  const before = work.at(place)
  const below = work.below(place).map(({ code }) => code)
  const taken = parts.flatMap(({ takes }) => takes)
  if (parts.length < (stays ? 1 : 2) || new Set(taken).size < taken.length || taken.some((code) => !below.includes(code)))
    return refuse('change.parts')
  if (!stays && taken.length < below.length) return refuse('change.left_over', { count: below.length - taken.length })
  const codes: PlaceCode[] = []
  for (const { name, takes, households } of parts) {
    const code = work.found(parentOf(place)!, name, { like: place, households })
    if (typeof code !== 'string') return code
    codes.push(code)
    for (const child of takes) {
      const trouble = work.transplant(child, code)
      if (typeof trouble !== 'string') return trouble
    }
  }
  if (!stays) work.end(place, codes)
  else if (before.level === 'lane') {
    const less = parts.reduce((sum, { households = 0 }) => sum + households, 0)
    work.change({ ...before, households: before.households === null ? null : Math.max(0, before.households - less) })
    work.reprint(place, 'place')
  }
  return undefined
}

function move(work: Work, { place, parent, code, name }: Extract<Plan, { kind: 'move' }>): Refusal | undefined {
  const trouble = work.whyNotStanding(parent)
  if (trouble) return trouble
  if (parent.length !== place.length - 3) return refuse('change.level')
  if (parent === parentOf(place) && code === undefined) return refuse('change.same_parent')
  const moved = work.transplant(place, parent, code, name)
  return typeof moved === 'string' ? undefined : moved
}

function abolish(work: Work, { place, successor }: Extract<Plan, { kind: 'abolish' }>): Refusal | undefined {
  const trouble = work.whyNotStanding(successor)
  if (trouble) return trouble
  if (covers(place, successor)) return refuse('change.inside', { name: work.at(successor).name })
  if (successor.length > place.length || levelOf(successor) === 'county') return refuse('change.level')
  for (const { code } of work.under(place)) work.end(code, [successor])
  return undefined
}
