/** How the duties of everybody under a place stand, computed from the records as they are now. */
import type { Db } from '#db/db.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { County, Day, Instant, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import { covers } from '#modules/places/place.ts'
import { localDaysOf } from '#modules/places/store.server.ts'
import { type Duty, type Evidence, evidenceKinds, lastingKinds, windowKinds } from './duty.ts'
import { evidenceOf, householdsOf, saidOf, wholeDossiers } from './evidence-store.server.ts'
import type { Standing, Standings } from './reply.ts'
import { asOfFor, questionsOf } from './signs.ts'
import { type DutyState, owes, type Seated, stateOf } from './state.ts'
import * as store from './store.server.ts'
import { beginOf, least, most, runningUntil } from './windows.ts'

export type Asking = {
  /** The days whose windows are looked at. */
  readonly from: Day
  readonly to: Day
  readonly now: Instant
  /** Only theirs. */
  readonly person?: PersonId
  /** Who asks: signs are shown to the officer first (signs.ts). */
  readonly reader?: PersonId
  /** Without the windows that are over. */
  readonly brief?: boolean | undefined
}

/** The first day of the windows that are running on a day. */
const beginning = (on: Day): Day => least(on, ...windowKinds.map((kind) => beginOf(kind, on)))

/** What is owed in a whole term is read from where the first such term begins, and until today; nothing else is read for longer than is asked. */
function wholeTerms(duties: readonly Duty[], terms: readonly Seated[]) {
  const long = duties.filter(({ window }) => window === 'once' || window === 'standing')
  const kinds = new Set(long.flatMap(({ needs }) => needs.map(({ kind }) => kind)).filter((kind) => !lastingKinds.includes(kind)))
  const begins = long.flatMap((duty) => terms.filter((term) => owes(term, duty)).map(({ since }) => most(since, duty.from))).sort()
  return { kinds: evidenceKinds.filter((kind) => begins.length > 0 && kinds.has(kind)), from: begins[0] }
}

export async function standingsOf(
  db: Db,
  county: County,
  place: PlaceCode,
  { from, to, now, person, reader, brief = false }: Asking,
): Promise<Standings> {
  const today = dayOf(now)
  const last = least(to, today)
  const [all, goals, local] = await Promise.all([store.dutiesOf(db, county), store.goalsOf(db, county), localDaysOf(db, county)])
  const duties: Duty[] = all.filter(({ isOn }) => isOn)
  const holders = await store.termsOf(db, county, place, [...new Set(duties.map(({ role }) => role))], to)
  const terms = holders.filter(({ until }) => until === null || until > from)
  const whole = wholeTerms(duties, terms)
  const [first, end] = [beginning(from), most(runningUntil('week', last), runningUntil('month', last))]
  const running = evidenceKinds.filter((kind) => !whole.kinds.includes(kind))
  const [recent, earlier, leaves, said, households, dossiers] = await Promise.all([
    evidenceOf(db, county, place, first, end, running),
    whole.from && whole.kinds.length > 0 ? evidenceOf(db, county, place, least(whole.from, first), most(end, today), whole.kinds) : [],
    store.leavesOf(db, county, [...new Set(terms.map((term) => term.person))]),
    saidOf(db, county, place, first, end),
    householdsOf(db, county, place),
    dossiersOn(db, county, place, duties, last),
  ])
  const evidence = [...recent, ...earlier]
  const near = nearness(evidence)
  const saidIn = Map.groupBy(said, (each) => each.village)
  const facts = { goals, leaves, local, today, range: { from, to: last }, holders }
  const filesFor = (term: Seated, duty: Duty) => {
    const on = fileDay(duty, last)
    return [...(dossiers.get(on) ?? [])].filter(isNear(term.place)).map((village) => dossierOf(village, term.person, on))
  }
  const standings = terms
    .filter((term) => person === undefined || term.person === person)
    .map((term): Standing => {
      const there = near(term.place)
      const states = duties
        .filter((duty) => owes(term, duty))
        .map((duty) => stateOf(duty, term, needsFile(duty) ? [...there, ...filesFor(term, duty)] : there, facts))
      const own = there.filter(({ by, on }) => by === term.person && on >= first && on <= end)
      const heard = within(saidIn, term.place).filter(({ by }) => by === term.person)
      const doors = within(households, term.place).reduce((sum, each) => sum + each, 0)
      return {
        ...{ person: term.person, name: term.name, place: term.place, placeName: term.placeName, since: term.since, until: term.until },
        insteadOf: term.insteadOf,
        states: brief ? states.map(inBrief) : states,
        due: states.reduce((sum, { due }) => sum + due, 0),
        met: states.reduce((sum, { met }) => sum + met, 0),
        leaves: awayIn(leaves, term, from, last),
        questions: questionsOf(states, own, heard, { households: doors, local, asOf: asOfFor(reader, term.person, today) }),
      }
    })
  const files = terms.flatMap((term) =>
    duties.filter((duty) => owes(term, duty) && needsFile(duty)).flatMap((duty) => filesFor(term, duty)),
  )
  return { duties, from, to, standings, evidence: place.length === 12 && !brief ? shownOf([...evidence, ...files], standings) : [] }
}

/** Villages in a seat's place, or the village that a grid or lane lies in. */
const isNear = (place: PlaceCode) => (village: PlaceCode) => covers(place, village) || covers(village, place)

const within = <T>(by: ReadonlyMap<PlaceCode, T>, place: PlaceCode): (T extends readonly (infer One)[] ? One : T)[] =>
  [...by].flatMap(([village, each]) => (isNear(place)(village) ? (each as never) : []))

/** The evidence of every place, gathered once for all who sit there. */
function nearness(evidence: readonly Evidence[]): (place: PlaceCode) => readonly Evidence[] {
  const byVillage = Map.groupBy(evidence, (each) => each.place)
  const known = new Map<PlaceCode, readonly Evidence[]>()
  return (place) => {
    const found = known.get(place) ?? byVillage.get(place) ?? within(byVillage, place)
    known.set(place, found)
    return found
  }
}

const needsFile = ({ needs }: Duty) => needs.some(({ kind }) => kind === 'dossier')

/** The day of which the file is looked at: the last that is asked for and on which it is owed. */
const fileDay = ({ until }: Duty, last: Day): Day => least(last, until)

/** The villages whose file is whole and fresh, by the days on which it is owed. */
async function dossiersOn(db: Db, county: County, place: PlaceCode, duties: readonly Duty[], last: Day) {
  const days = [...new Set(duties.filter(needsFile).map((duty) => fileDay(duty, last)))]
  return new Map(await Promise.all(days.map(async (on) => [on, await wholeDossiers(db, county, place, on)] as const)))
}

/** The village's file, whole and fresh on a day: whoever is there then keeps it. */
const dossierOf = (place: PlaceCode, person: PersonId, on: Day): Evidence => ({
  ...{ id: `dossier ${place} ${on}`, kind: 'dossier', on, by: person, place, amount: 1, key: null, isGood: null },
  link: `/villages/${place}/dossier`,
})

/** Somebody's leave within some days, with who stood in. */
const awayIn = (leaves: readonly store.NamedLeave[], { person }: Pick<Seated, 'person'>, from: Day, to: Day): Standing['leaves'] =>
  leaves
    .filter((leave) => leave.person === person && leave.from <= to && leave.to >= from)
    .map((leave) => ({ from: most(leave.from, from), to: least(leave.to, to), substituteName: leave.substituteName }))

/** The sums, and what is running now: without the windows that are over and what counted in each. */
const inBrief = (state: DutyState): DutyState => ({
  ...state,
  windows: state.windows
    .filter(({ isRunning }) => isRunning)
    .map((window) => ({ ...window, needs: window.needs.map((need) => ({ ...need, counted: [] })) })),
})

/** Only what counted somewhere, once. */
const shownOf = (evidence: readonly Evidence[], standings: readonly Standing[]): Evidence[] => {
  const counted = new Set(
    standings.flatMap(({ states }) =>
      states.flatMap(({ windows }) => windows.flatMap(({ needs }) => needs.flatMap((need) => need.counted))),
    ),
  )
  return [...new Map(evidence.map((each) => [each.id, each])).values()].filter(({ id }) => counted.has(id))
}
