/**
 * A later edition of the national codes against what stands. It says only which codes there are and what they are called; what happened
 * has to be guessed from that, and confirmed by somebody who knows.
 *
 *   same code, same name         kept
 *   same code, another name      renamed
 *   code gone, name elsewhere    moved, or given another code
 *   code gone, a name like it    merged into that
 *   code gone                    abolished: somebody has to say into what
 *   code new                     founded
 *   code of a place that ended   reused: not possible here, a code belongs to one place for ever
 */
import type { Day, PlaceCode } from '#modules/kernel/ids.ts'
import { isRefusal } from '#modules/kernel/refusal.ts'
import { outcomeOf, type Plan } from '../change.ts'
import { after } from '../outcome.ts'
import { type Level, levelOf, type Place, parentOf, standsOn } from '../place.ts'

export type Told = { readonly code: PlaceCode; readonly name: string }
export type Guess = {
  readonly what: 'renamed' | 'abolished' | 'new' | 'moved' | 'merged' | 'reused'
  /** The place it is about: the one that stands, or for a new one its code in the file. */
  readonly code: PlaceCode
  readonly name: string
  readonly newCode: PlaceCode | null
  readonly newName: string | null
  readonly plan: Plan | null
}

const alike = 0.6

/** "东关村民委员会", "东关社区居委会", "东关村" are all about 东关. */
const stem = (name: string) => name.replace(/(社区)?(村民|居民)?(委员会|委会|村委会|居委会)$|社区$/, '').replace(/(.)[村镇乡]$/, '$1')

/** How much two names share, by pairs of characters (Dice), 0 to 1. */
export function likeness(one: string, other: string): number {
  const [a, b] = [stem(one), stem(other)]
  if (a === b) return 1
  const pairs = (text: string) => Array.from({ length: Math.max(1, text.length - 1) }, (_, at) => text.slice(at, at + 2))
  const [left, right] = [pairs(a), pairs(b)]
  return (2 * left.filter((pair) => right.includes(pair)).length) / (left.length + right.length)
}

/** What the file seems to say, in an order in which it can be carried out. Towns first; a town that ends, last. */
export function compare(places: readonly Place[], file: readonly Told[], day: Day): { kept: number; guesses: Guess[] } {
  const towns = compareLevel(places, file, 'town', day)
  const begun = towns.guesses.filter(({ what }) => what !== 'abolished' && what !== 'merged')
  const between = begun.reduce((now, { plan }) => applied(now, plan, day), places)
  const villages = compareLevel(between, file, 'village', day)
  const ended = towns.guesses
    .filter((guess) => !begun.includes(guess))
    .map((guess) => (guess.plan ? guess : heirOfTown(guess, villages.guesses, between, day)))
  return { kept: towns.kept + villages.kept, guesses: [...begun, ...villages.guesses, ...ended] }
}

const applied = (places: readonly Place[], plan: Plan | null, day: Day): readonly Place[] => {
  const made = plan && outcomeOf(places, plan, day)
  return made && !isRefusal(made) ? after(places, made, day) : places
}

function compareLevel(places: readonly Place[], file: readonly Told[], level: Level, day: Day): { kept: number; guesses: Guess[] } {
  const own = places.filter((place) => place.level === level)
  const standing = own.filter((place) => standsOn(place, day))
  const known = new Map(own.map((place) => [place.code, place]))
  const told = new Map(file.filter(({ code }) => levelOf(code) === level).map((each) => [each.code, each]))
  const gone = standing.filter(({ code }) => !told.has(code))
  const fresh = [...told.values()].filter(({ code }) => !known.has(code))
  const reused = [...told.values()].filter(({ code }) => known.has(code) && !standsOn(known.get(code)!, day))
  const renamed = standing.filter(({ code, name }) => told.has(code) && told.get(code)!.name !== name)

  const pairs = matched(gone, fresh)
  const moved = gone.flatMap((place) => {
    const to = pairs.get(place.code)
    return to ? [movedTo(place, to)] : []
  })
  const taken = new Set([...pairs.values()].map(({ code }) => code))
  const founded = fresh.filter(({ code }) => !taken.has(code))
  const ended = gone.filter(({ code }) => !pairs.has(code))
  const going = standing.filter(({ code }) => told.has(code)).map(({ code }) => told.get(code)!)
  return {
    kept: standing.length - gone.length - renamed.length,
    guesses: [
      ...reused.map(({ code, name }) => guess('reused', { code, name: known.get(code)!.name }, { code, name }, null)),
      ...founded.map(({ code, name }) =>
        guess('new', { code, name }, { code, name }, { kind: 'found', parent: parentOf(code)!, name, code }),
      ),
      ...moved,
      ...renamed.map(({ code, name }) => {
        const next = told.get(code)!.name
        return guess('renamed', { code, name }, { code, name: next }, { kind: 'rename', place: code, name: next })
      }),
      ...ended.map((place) =>
        endedInto(
          place,
          likest(
            place,
            going.filter((each) => parentOf(each.code) === parentOf(place.code)),
          ),
        ),
      ),
    ],
  }
}

const guess = (what: Guess['what'], { code, name }: Told, to: Told | null, plan: Plan | null): Guess => ({
  ...{ what, code, name, plan },
  newCode: to?.code ?? null,
  newName: to?.name ?? null,
})

const movedTo = (place: Place, to: Told): Guess => {
  const name = to.name === place.name ? {} : { name: to.name }
  return guess('moved', place, to, { kind: 'move', place: place.code, parent: parentOf(to.code)!, code: to.code, ...name })
}

const endedInto = (place: Place, into: Told | undefined): Guess =>
  into ? guess('merged', place, into, { kind: 'merge', places: [place.code], into: into.code }) : guess('abolished', place, null, null)

function likest(place: Told, among: readonly Told[]): Told | undefined {
  const best = among.map((each) => ({ each, score: likeness(place.name, each.name) })).sort((one, other) => other.score - one.score)[0]
  return best && best.score >= alike ? best.each : undefined
}

/** Which of the new ones each of the gone ones is: by the same name in the same parent, by the same name anywhere, then by a name alike. */
function matched(gone: readonly Place[], fresh: readonly Told[]): Map<PlaceCode, Told> {
  const found = new Map<PlaceCode, Told>()
  const free = new Set(fresh)
  const pair = (fits: (place: Place, told: Told) => boolean) => {
    const left = gone.filter(({ code }) => !found.has(code))
    for (const place of left) {
      const those = [...free].filter((told) => fits(place, told))
      const [only] = those
      // One name that two places share says nothing about which of them it is.
      if (!only || those.length > 1 || left.some((other) => other !== place && fits(other, only))) continue
      found.set(place.code, only)
      free.delete(only)
    }
  }
  const near = (place: Place, told: Told) => parentOf(place.code) === parentOf(told.code)
  pair((place, told) => near(place, told) && place.name === told.name)
  pair((place, told) => place.name === told.name)
  pair((place, told) => near(place, told) && stem(place.name) === stem(told.name))
  pair((place, told) => stem(place.name) === stem(told.name))
  pair((place, told) => near(place, told) && likeness(place.name, told.name) >= alike)
  return found
}

/** A town that is gone went where most of its villages went. */
function heirOfTown(town: Guess, villages: readonly Guess[], towns: readonly Place[], day: Day): Guess {
  const votes = new Map<PlaceCode, number>()
  for (const { code, newCode } of villages) {
    const to = newCode && parentOf(newCode)
    if (to && to !== town.code && parentOf(code) === town.code) votes.set(to, (votes.get(to) ?? 0) + 1)
  }
  const [successor] = [...votes].sort(([, one], [, other]) => other - one)[0] ?? []
  const place = towns.find(({ code }) => code === successor)
  if (!place || !standsOn(place, day)) return town
  // What still lies in it, because its own move was not confirmed, goes along instead of ending.
  return guess('abolished', town, place, { kind: 'merge', places: [town.code], into: place.code })
}
