/**
 * A village's dossier (一村一档), assembled from what is on record at this moment; nobody fills it in.
 *
 *   facts from each register ──▶ dossierOf ──▶ parts, each fresh, stale, missing or not in use, with lines that name their source and day
 *
 * Disputes are numbers only, small ones hidden, since in a village everybody knows whose quarrel it is. Source: the article of 2018, B.
 */
import { termEnds } from '#modules/bodies/committee.ts'
import { suppress } from '#modules/disputes/figures/suppress.ts'
import type { Day, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Role } from '#modules/people/role.ts'
import type { ContactGroup, StandingKind, ZeroStanding } from '../beat.ts'
import type { Facility } from './facility.ts'
import { type Freshness, freshnessOf, isStale, type Kept, limits } from './freshness.ts'

export const partCodes = [
  ...(['place', 'people', 'committee', 'facilities', 'groups', 'matters', 'disputes', 'hazards'] as const),
  ...(['visits', 'meetings', 'bulletins', 'zero', 'security', 'patrols', 'publicity'] as const),
] as const
export type PartCode = (typeof partCodes)[number]

/** Where a value comes from: the register or record that is asked for it. */
export type Source =
  | 'places'
  | 'posts'
  | 'committees'
  | 'facilities'
  | 'groups'
  | 'matters'
  | 'disputes'
  | 'records'
  | 'bulletins'
  | 'station'
  | 'petitionOffice'

export type Value =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'day'; readonly day: Day }
  /** `standIns`: who stands in for somebody of them on leave. */
  | { readonly is: 'names'; readonly names: readonly string[]; readonly standIns?: readonly string[] }
  | { readonly is: 'people'; readonly count: number }
  /** `of`: as many as there should be. */
  | { readonly is: 'count'; readonly count: number; readonly of?: number }
  /** A count of 1 to 4, or one from which such a count could be computed. */
  | { readonly is: 'hidden'; readonly as: 'small' | 'withheld' }
  | { readonly is: 'zero'; readonly zero: ZeroStanding }
  | { readonly is: 'facility'; readonly spot: string; readonly count: number; readonly works: boolean }

export type Line = {
  /** What it is: a key of the catalogue, or a name of its own. */
  readonly key: string
  readonly name?: string
  readonly value: Value
  readonly source: Source
  /** When it was last so; null where that is not known. */
  readonly asOf: Day | null
  readonly isStale: boolean
}

/** `notInUse`: there is a place for it, and its module is not here yet. */
export type Part = { readonly code: PartCode; readonly state: Freshness | 'notInUse'; readonly lines: readonly Line[] }

export type Dossier = { readonly village: PlaceCode; readonly on: Day; readonly parts: readonly Part[]; readonly isWhole: boolean }

/** `insteadOf`: of whoever only stands in for a leave. */
export type Seated = {
  readonly role: Role
  readonly place: PlaceCode
  readonly name: string
  readonly since: Day
  readonly insteadOf?: PersonId | null
}
export type Facts = {
  readonly today: Day
  readonly place: { readonly code: PlaceCode; readonly name: string; readonly townName: string; readonly since: Day }
  readonly grids: readonly PlaceCode[]
  readonly lanes: readonly { readonly code: PlaceCode; readonly households: number | null }[]
  readonly seated: readonly Seated[]
  readonly committee: { readonly electedOn: Day | null; readonly members: number; readonly head: string | null; readonly problems: number }
  readonly facilities: readonly Facility[]
  readonly groups: readonly (ContactGroup & { readonly seenOn: Day })[]
  readonly kept: Kept
  /** In the last 365 days, but for what is open. */
  readonly matters: { readonly reported: number; readonly settled: number; readonly open: number; readonly late: number }
  readonly disputes: { readonly registered: number; readonly open: number; readonly ended: number }
  readonly hazards: readonly { readonly name: string; readonly count: number; readonly oldest: Day }[]
  readonly records: {
    readonly days: number
    readonly visited: number
    readonly advice: number
    readonly entries: number
    readonly meetings: number
  }
  readonly bulletins: number
  readonly zero: Readonly<Record<StandingKind, { readonly standing: ZeroStanding; readonly asOf: Day | null }>>
}

const count = (number: number, of?: number): Value => ({ is: 'count', count: number, ...(of === undefined ? {} : { of }) })

export function dossierOf(facts: Facts): Dossier {
  const parts = partCodes.map((code): Part => ({ code, ...composers[code](facts) }))
  const ours = parts.filter(({ state }) => state !== 'notInUse')
  return { village: facts.place.code, on: facts.today, parts, isWhole: ours.every(({ state }) => state === 'fresh') }
}

type Composed = Omit<Part, 'code'>

/** Fresh lines of one source, as they are today. */
const live = (source: Source, today: Day, lines: readonly (readonly [key: string, value: Value])[]): Composed => ({
  state: 'fresh',
  lines: lines.map(([key, value]) => ({ key, value, source, asOf: today, isStale: false })),
})
const notInUse = (): Composed => ({ state: 'notInUse', lines: [] })

const composers: Record<PartCode, (facts: Facts) => Composed> = {
  place: ({ place, grids, lanes }) =>
    live('places', place.since, [
      ['town', { is: 'text', text: place.townName }],
      ['code', { is: 'text', text: place.code }],
      ['grids', count(grids.length)],
      ['lanes', count(lanes.length)],
      ['households', count(lanes.reduce((sum, { households }) => sum + (households ?? 0), 0))],
    ]),
  people,
  committee: ({ committee: { electedOn, members, head, problems }, today }) => {
    const isOver = electedOn !== null && termEnds(electedOn) < today
    const line = (key: string, value: Value, stale = false): Line => ({ key, value, source: 'committees', asOf: electedOn, isStale: stale })
    return {
      state: members === 0 ? 'missing' : isOver || problems > 0 ? 'stale' : 'fresh',
      lines: [
        line('head', { is: 'names', names: head ? [head] : [] }, head === null),
        line('members', count(members)),
        ...(electedOn ? [line('electedOn', { is: 'day', day: electedOn }, isOver)] : []),
        ...(problems > 0 ? [line('problems', count(problems), true)] : []),
      ],
    }
  },
  facilities: ({ facilities, kept, today }) => ({
    state: freshnessOf('facilities', kept, today),
    lines: facilities.map(({ kind, spot, count: many, works, seenOn }) => ({
      ...{ key: `facility_${kind}`, value: { is: 'facility', spot, count: many, works } as const, source: 'facilities' as const },
      ...{ asOf: seenOn, isStale: isStale(seenOn, limits.facilities, today) },
    })),
  }),
  groups: ({ groups, kept, today }) => ({
    state: freshnessOf('groups', kept, today),
    lines: groups.flatMap(({ kind, name, size, seenOn, lastNoticeOn }): Line[] => [
      {
        ...{ key: `group_${kind}`, name, value: { is: 'people', count: size }, source: 'groups' },
        ...{ asOf: seenOn, isStale: isStale(seenOn, limits.groups, today) },
      },
      {
        ...{ key: 'lastNotice', name, value: lastNoticeOn ? { is: 'day', day: lastNoticeOn } : { is: 'text', text: '' }, source: 'groups' },
        ...{ asOf: lastNoticeOn, isStale: isStale(lastNoticeOn, limits.notice, today) },
      },
    ]),
  }),
  matters: ({ matters: { reported, settled, open, late }, today }) =>
    live('matters', today, [
      ['reported', count(reported)],
      ['settled', count(settled)],
      ['open', count(open)],
      ['late', count(late)],
    ]),
  disputes: ({ disputes, today }) => live('disputes', today, hidden(disputes)),
  hazards: ({ hazards, today }) => ({
    state: 'fresh',
    lines: [
      ...live('matters', today, [['hazardsOpen', count(hazards.reduce((sum, each) => sum + each.count, 0))]]).lines,
      ...hazards.map(
        ({ name, count: many, oldest }): Line => ({
          ...{ key: 'hazard', name, value: count(many), source: 'matters', asOf: oldest, isStale: false },
        }),
      ),
    ],
  }),
  visits: ({ kept, records, lanes, today }) => {
    const households = lanes.reduce((sum, each) => sum + (each.households ?? 0), 0)
    const dated = (key: string, value: Value): Line => ({ key, value, source: 'records', asOf: kept.visits, isStale: false })
    const last: Value = kept.visits ? { is: 'day', day: kept.visits } : { is: 'text', text: '' }
    return {
      state: freshnessOf('visits', kept, today),
      lines: [
        { ...dated('lastDay', last), isStale: isStale(kept.visits, limits.visits, today) },
        dated('days', count(records.days)),
        dated('visited', count(records.visited, households)),
        dated('advice', count(records.advice)),
        dated('entries', count(records.entries)),
      ],
    }
  },
  meetings: ({ kept, records, today }) => recurring('meetings', records.meetings, kept, today, 'records'),
  bulletins: ({ kept, bulletins, today }) => recurring('bulletins', bulletins, kept, today, 'bulletins'),
  zero: ({ zero }) => {
    const lines = (['cases', 'petitions'] as const).map((kind): Line => {
      const { standing, asOf } = zero[kind]
      return {
        key: kind,
        value: { is: 'zero', zero: standing },
        source: kind === 'cases' ? 'station' : 'petitionOffice',
        asOf,
        isStale: standing.state === 'notReported',
      }
    })
    return { state: lines.some((line) => line.isStale) ? 'missing' : 'fresh', lines }
  },
  security: notInUse,
  patrols: notInUse,
  publicity: notInUse,
}

/** Who sits in the village's seats; an officer and an adviser there must be. */
function people({ seated, grids, lanes, place }: Facts): Composed {
  const line = (key: string, value: Value, asOf: Day | null, stale: boolean): Line => ({
    key,
    value,
    source: 'posts',
    asOf,
    isStale: stale,
  })
  const named = (role: Role) => {
    const found = seated.filter((each) => each.role === role && each.place === place.code && !each.insteadOf)
    const standIns = seated.filter((each) => each.role === role && each.place === place.code && each.insteadOf).map(({ name }) => name)
    const names: Value = { is: 'names', names: found.map(({ name }) => name), ...(standIns.length > 0 ? { standIns } : {}) }
    return line(role, names, found[0]?.since ?? null, found.length === 0)
  }
  const filled = (role: Role, places: readonly PlaceCode[]) => {
    const taken = new Set(seated.filter((each) => each.role === role).map((each) => each.place))
    const number = places.filter((code) => taken.has(code)).length
    const since = seated
      .filter((each) => each.role === role)
      .map((each) => each.since)
      .sort()
      .at(-1)
    return line(role, count(number, places.length), since ?? null, number < places.length)
  }
  const must = [named('police_officer'), named('legal_adviser'), named('village_official')]
  return {
    state: must.some(({ isStale }) => isStale) ? 'missing' : 'fresh',
    lines: [
      ...must,
      filled('grid_worker', grids),
      filled(
        'lane_chief',
        lanes.map(({ code }) => code),
      ),
    ],
  }
}

function recurring(code: 'meetings' | 'bulletins', number: number, kept: Kept, today: Day, source: Source): Composed {
  const on = kept[code]
  const last: Value = on ? { is: 'day', day: on } : { is: 'text', text: '' }
  return {
    state: freshnessOf(code, kept, today),
    lines: [
      { key: `${code}Last`, value: last, source, asOf: on, isStale: isStale(on, limits[code], today) },
      { key: code, value: count(number), source, asOf: on, isStale: false },
    ],
  }
}

/** Numbers of disputes with their small ones hidden, and whatever would give one away. */
function hidden({ registered, open, ended }: Facts['disputes']): [string, Value][] {
  const cells = { registered, disputesOpen: open, ended }
  const marks = suppress(new Map(Object.entries(cells).map(([id, value]) => [id, { value, as: 'shown' as const }])), [
    { total: 'registered', parts: ['disputesOpen', 'ended'] },
  ])
  return Object.entries(cells).map(([id, value]) => {
    const mark = marks.get(id)
    return [id, mark ? { is: 'hidden', as: mark } : count(value)]
  })
}
