/** A change, to be looked at before it is decided: the tree as it is and as it will be, and how much has to move. */
import type { Day, PlaceCode } from '#modules/kernel/ids.ts'
import type { Sums, TreeLine } from './change-wire.ts'
import type { Outcome } from './outcome.ts'
import { covers, type Level, levelOf, type Place, parentOf, pathOf, standsOn } from './place.ts'

type Counted = {
  readonly matters: ReadonlyMap<PlaceCode, number>
  readonly posts: ReadonlyMap<PlaceCode, number>
  readonly named: ReadonlySet<PlaceCode>
}

const byCode = (one: { code: string }, other: { code: string }) => (one.code < other.code ? -1 : 1)
const line = ({ code, name, level }: Place, mark: TreeLine['mark'], other: string | null = null): TreeLine => ({
  ...{ code, name, level, mark, other },
  matters: 0,
  posts: 0,
})

/** What stands right above these, and goes on standing. */
const around = (of: readonly { readonly code: PlaceCode }[], places: ReadonlyMap<PlaceCode, Place>, day: Day) =>
  of.flatMap(({ code }) => {
    const above = places.get(parentOf(code)!)
    return above && above.level !== 'county' && standsOn(above, day) ? [line(above, 'around')] : []
  })

/** Whatever the lines stand in, so that each has its parents above it. */
function withParents(lines: readonly TreeLine[], places: ReadonlyMap<PlaceCode, Place>): TreeLine[] {
  const shown = new Map(lines.map((each) => [each.code, each]))
  for (const { code } of lines)
    for (const above of pathOf(code as PlaceCode).slice(1, -1)) {
      const place = places.get(above)
      if (place && !shown.has(above)) shown.set(above, line(place, 'around'))
    }
  return [...shown.values()].sort(byCode)
}

/** The tree as it stands: what ends, what it becomes, and what of it has to move. */
export function linesBefore(places: readonly Place[], { added, changed, ended }: Outcome, counted: Counted, day: Day): TreeLine[] {
  const before = new Map(places.map((place) => [place.code, place]))
  const names = new Map([...places, ...changed, ...added].map(({ code, name }) => [code, name]))
  const ends = ended.flatMap(({ code, heirs }) => {
    const place = before.get(code)
    if (!place) return []
    const other = heirs.map((heir) => names.get(heir) ?? heir).join('、')
    return [{ ...line(place, 'ends', other), matters: counted.matters.get(code) ?? 0, posts: counted.posts.get(code) ?? 0 }]
  })
  const others = changed.flatMap(({ code, name }) => {
    const place = before.get(code)
    return place ? [line(place, name === place.name ? 'wider' : 'renamed', name === place.name ? null : name)] : []
  })
  const taking = ended
    .flatMap(({ heirs }) => heirs)
    .flatMap((code) => before.get(code) ?? [])
    .filter((place) => standsOn(place, day))
    .map((place) => line(place, 'stays'))
  const lines = new Map([...around(added, before, day), ...taking, ...others, ...ends].map((each) => [each.code, each]))
  return withParents([...lines.values()], before)
}

/** The tree as it will stand: what is new, under which name it stood before. */
export function linesAfter(places: readonly Place[], now: readonly Place[], { added, changed, ended }: Outcome, day: Day): TreeLine[] {
  const before = new Map(places.map((place) => [place.code, place]))
  const after = new Map(now.map((place) => [place.code, place]))
  const from = new Map<PlaceCode, string[]>()
  for (const { code, heirs } of ended) for (const heir of heirs) from.set(heir, [...(from.get(heir) ?? []), before.get(code)?.name ?? code])
  // One place that goes on whole under another code is no new place to those who live there.
  const cameWhole = new Set(ended.flatMap(({ heirs }) => (heirs.length === 1 && from.get(heirs[0]!)?.length === 1 ? heirs : [])))
  const other = (code: PlaceCode, name: string) =>
    from
      .get(code)
      ?.filter((each) => each !== name)
      .slice(0, 5)
      .join('、') || null
  const fresh = added.map((place) => line(place, cameWhole.has(place.code) ? 'came' : 'new', other(place.code, place.name)))
  const renamed = changed.map((place) => {
    const was = before.get(place.code)?.name
    return line(place, was === place.name ? 'wider' : 'renamed', was === place.name ? other(place.code, place.name) : (was ?? null))
  })
  const taking = [...from.keys()].flatMap((code) => {
    const place = before.get(code)
    return place ? [line(place, 'stays', other(code, place.name))] : []
  })
  const lines = new Map([...around([...ended, ...added], after, day), ...taking, ...renamed, ...fresh].map((each) => [each.code, each]))
  return withParents([...lines.values()], after)
}

const sum = (numbers: ReadonlyMap<unknown, number>) => [...numbers.values()].reduce((all, n) => all + n, 0)

/** How many of each kind the change touches; what goes on under another code counts once. */
export function sumsOf(outcome: Outcome, counted: Counted, now: readonly Place[], day: Day): Sums {
  const { ended, added, changed } = outcome
  const goneOn = new Set(ended.flatMap(({ heirs }) => heirs))
  const fresh = added.filter(({ code }) => !goneOn.has(code))
  const codes = new Set([...ended, ...changed, ...fresh].map(({ code }) => code))
  const of = (level: Level) => [...codes].filter((code) => levelOf(code) === level).length
  const heirs = new Map(ended.map(({ code, heirs }) => [code, heirs[0]!]))
  const ending = new Map([...counted.posts].filter(([code]) => levelOf(heirs.get(code) ?? code) !== levelOf(code)))
  return {
    villages: of('village'),
    grids: of('grid'),
    lanes: of('lane'),
    boards: boardsAfter(outcome, counted.named, now, day),
    matters: sum(counted.matters),
    posts: sum(counted.posts),
    postsEnding: sum(ending),
  }
}

/** How many boards no longer tell the truth: of lanes that changed, and of those on which others' names will stand. */
function boardsAfter({ ended, boards }: Outcome, named: ReadonlySet<PlaceCode>, now: readonly Place[], day: Day): number {
  const taking = ended.flatMap(({ code, heirs: [heir] }) => (heir && named.has(code) && levelOf(heir) === levelOf(code) ? [heir] : []))
  const others = now.filter((place) => place.level === 'lane' && standsOn(place, day) && taking.some((heir) => covers(heir, place.code)))
  return new Set([...boards.map(({ lane }) => lane), ...others.map(({ code }) => code)]).size
}
