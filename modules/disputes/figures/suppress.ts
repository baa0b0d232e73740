/**
 * Small cells of a table: a count of 1 to 4 would tell neighbours whose quarrel it was, so it is shown as "<5", and as many other cells are
 * withheld as it takes that nobody can work it out from the totals (facts/standards.md 5.4: small-cell suppression, n < 5).
 *
 *   cells + which of them add up to which ──▶ suppress ──▶ 'small' (1 to 4) or 'withheld' (so that a small one cannot be computed)
 *
 * After each step the table is attacked as a reader would: every sum narrows what a hidden cell can be (bounds), and hidden cells that a
 * combination of sums pins down exactly are found by elimination. What is narrowed to a single value is protected further.
 */

/** Counts below this are small. */
export const shownFrom = 5

/** `derived`: on no screen, but computable from what is (all less those that succeeded). `known`: the reader has it from elsewhere. */
export type Cell = { readonly value: number; readonly as: 'shown' | 'derived' | 'known' }
export type Sum = { readonly total: string; readonly parts: readonly string[] }
export type Mark = 'small' | 'withheld'

type State = { readonly id: string; readonly value: number; readonly as: Cell['as']; mark: Mark | undefined; low: number; high: number }
type Relation = { readonly total: State; readonly parts: readonly State[] }

const isSmall = (value: number) => value > 0 && value < shownFrom
const widthAtLeast = 1

/** What of a table is not shown. Cells that are not named are shown as they are. */
export function suppress(cells: ReadonlyMap<string, Cell>, sums: readonly Sum[]): Map<string, Mark> {
  const states = new Map<string, State>()
  for (const [id, { value, as }] of cells)
    states.set(id, { id, value, as, mark: as === 'shown' && isSmall(value) ? 'small' : undefined, low: 0, high: 0 })
  const at = (id: string): State => {
    const state = states.get(id)
    if (!state) throw new Error(`no cell ${id}`)
    return state
  }
  const relations = sums.map(({ total, parts }): Relation => ({ total: at(total), parts: parts.map(at) }))
  const around = new Map<State, Relation[]>()
  for (const relation of relations)
    for (const state of [relation.total, ...relation.parts]) around.set(state, [...(around.get(state) ?? []), relation])
  const tender = [...states.values()].filter(({ value, as }) => as !== 'known' && isSmall(value))

  // One at a time: what protects one cell often protects its neighbours, too.
  for (const given = new Set<State>(); ; ) {
    const exposed = attacked(tender, [...states.values()], relations).filter((state) => !given.has(state))
    const first = exposed.find(({ as }) => as === 'shown') ?? exposed[0]
    if (!first) break
    if (!protect(first, around)) given.add(first)
  }
  return new Map([...states.values()].flatMap(({ id, mark }) => (mark ? [[id, mark] as const] : [])))
}

const isHidden = ({ as, mark }: State) => mark !== undefined || as === 'derived'

/** What the table itself says of a cell. */
function toldOf(state: State): readonly [low: number, high: number] {
  if (!isHidden(state)) return [state.value, state.value]
  if (state.mark === 'small') return [1, shownFrom - 1]
  const least = state.mark === 'withheld' ? (state.value < shownFrom ? 1 : shownFrom) : 0
  return [least, Number.POSITIVE_INFINITY]
}

/** The small cells that can be narrowed to a single value. */
function attacked(tender: readonly State[], states: readonly State[], relations: readonly Relation[]): State[] {
  for (const state of states) [state.low, state.high] = toldOf(state)
  narrow(relations)
  const narrowed = tender.filter(({ low, high }) => high - low < widthAtLeast)
  return narrowed.length > 0 ? narrowed : pinned(tender, relations)
}

/** Lets every sum narrow its cells until none does any more. */
function narrow(relations: readonly Relation[]): void {
  for (let isMoving = true; isMoving; ) {
    isMoving = false
    for (const { total, parts } of relations) {
      let [low, high] = [0, 0]
      for (const part of parts) [low, high] = [low + part.low, high + part.high]
      const rest = (sum: number, own: number) => (Number.isFinite(sum) ? sum - own : sumBut(parts, own))
      isMoving = tighten(total, low, high) || isMoving
      for (const part of parts) {
        const others = rest(high, part.high)
        isMoving = tighten(part, total.low - others, total.high - (low - part.low)) || isMoving
      }
    }
  }
}

/** The highest that the parts can be without one of them that has no upper bound. */
function sumBut(parts: readonly State[], own: number): number {
  if (Number.isFinite(own)) return Number.POSITIVE_INFINITY
  const unbounded = parts.filter(({ high }) => !Number.isFinite(high)).length
  return unbounded > 1 ? Number.POSITIVE_INFINITY : parts.reduce((sum, { high }) => (Number.isFinite(high) ? sum + high : sum), 0)
}

function tighten(state: State, low: number, high: number): boolean {
  const moves = low > state.low || high < state.high
  if (low > state.low) state.low = low
  if (high < state.high) state.high = high
  return moves
}

/** The small cells that some combination of the sums gives exactly, by Gauss and Jordan over the hidden cells. */
function pinned(tender: readonly State[], relations: readonly Relation[]): State[] {
  const rows: Map<State, number>[] = []
  const leads = new Map<State, Map<State, number>>()
  for (const { total, parts } of relations) {
    const row = new Map<State, number>(parts.filter(isHidden).map((part) => [part, 1]))
    if (isHidden(total)) row.set(total, -1)
    for (const [state] of [...row]) {
      const lead = leads.get(state)
      if (lead) subtract(row, lead, row.get(state)!)
    }
    const first = row.entries().next().value
    if (!first) continue
    const [state, times] = first
    for (const [other, of] of row) row.set(other, of / times)
    for (const earlier of rows) if (earlier.has(state)) subtract(earlier, row, earlier.get(state)!)
    rows.push(row)
    leads.set(state, row)
  }
  return tender.filter((state) => leads.get(state)?.size === 1)
}

function subtract(row: Map<State, number>, lead: ReadonlyMap<State, number>, times: number): void {
  for (const [state, of] of lead) {
    const left = (row.get(state) ?? 0) - of * times
    if (Math.abs(left) < 1e-9) row.delete(state)
    else row.set(state, left)
  }
}

/** How much a sum by itself leaves open about one of its cells: what the others in it leave open together. */
const leftOpen = ({ total, parts }: Relation, about: State): number =>
  [total, ...parts].reduce((sum, state) => (state === about ? sum : sum + toldOf(state)[1] - toldOf(state)[0]), 0)

/** Hides the smallest of some cells that may be hidden and is not. */
function hideOne(among: readonly State[]): boolean {
  const free = among.filter(({ as, mark, value }) => as === 'shown' && mark === undefined && value >= shownFrom)
  if (free.length > 0) free.reduce((least, each) => (each.value < least.value ? each : least)).mark = 'withheld'
  return free.length > 0
}

const cellsOf = ({ total, parts }: Relation): readonly State[] => [...parts, total]

/**
 * Hides one more cell near an exposed one: in a sum that gives it away, else in one that gives away a hidden cell beside it, and so on
 * outwards. Where nothing is left to hide there, it is not even said that the total is small (four that are "<5" and add up to "<5" are
 * one each); and only then anything near is hidden. False if nothing could be done.
 */
function protect(exposed: State, around: ReadonlyMap<State, readonly Relation[]>): boolean {
  const sumsOf = (state: State) => around.get(state) ?? []
  const outwards = (hide: (state: State) => boolean): boolean => {
    const seen = new Set<State>([exposed])
    for (let edge = [exposed]; edge.length > 0; ) {
      if (edge.some(hide)) return true
      edge = [...new Set(edge.flatMap((state) => sumsOf(state).flatMap(cellsOf)))].filter((state) => isHidden(state) && !seen.has(state))
      for (const state of edge) seen.add(state)
    }
    return false
  }
  const givenAway = (state: State) => sumsOf(state).filter((relation) => leftOpen(relation, state) < widthAtLeast)
  const unsay = (states: readonly State[]) => {
    const said = states.filter(({ mark }) => mark === 'small')
    for (const state of said) state.mark = 'withheld'
    return said.length > 0
  }
  return (
    outwards((state) => givenAway(state).some((relation) => hideOne(cellsOf(relation)))) ||
    unsay(sumsOf(exposed).map(({ total }) => total)) ||
    outwards((state) => hideOne(sumsOf(state).flatMap(cellsOf))) ||
    unsay(sumsOf(exposed).flatMap(cellsOf))
  )
}
