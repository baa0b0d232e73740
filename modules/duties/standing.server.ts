/** How the duties of everybody under a place stand, computed from the records as they are now. */
import type { Db } from '#db/db.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { County, Day, Instant, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import { localDaysOf } from '#modules/places/store.server.ts'
import { type Duty, type Evidence, type Term, windowKinds } from './duty.ts'
import { evidenceOf, householdsOf, saidOf, wholeDossiers } from './evidence-store.server.ts'
import type { Standing, Standings } from './reply.ts'
import { questionsOf } from './signs.ts'
import { type DutyState, stateOf } from './state.ts'
import * as store from './store.server.ts'
import { beginOf, runningUntil } from './windows.ts'

/** With `person`, only theirs; `brief` leaves out the windows that are over. `from` and `to` are the days of the windows that are looked at; the evidence is read for as many. */
export async function standingsOf(
  db: Db,
  county: County,
  place: PlaceCode,
  { from, to, now, person, brief = false }: { from: Day; to: Day; now: Instant; person?: PersonId; brief?: boolean | undefined },
): Promise<Standings> {
  const today = dayOf(now)
  const last = to < today ? to : today
  const all = await store.dutiesOf(db, county)
  const duties: Duty[] = all.filter(({ isOn }) => isOn)
  const [first = from] = windowKinds.map((kind) => beginOf(kind, from)).sort()
  const [terms, evidence, goals, local, said, households, whole] = await Promise.all([
    store.termsOf(db, county, place, [...new Set(duties.map(({ role }) => role))], from, to),
    evidenceOf(db, county, place, first, runningUntil('month', last)),
    store.goalsOf(db, county),
    localDaysOf(db, county),
    saidOf(db, county, place, from, last),
    householdsOf(db, county, place),
    wholeDossiers(db, county, place, last),
  ])
  const leaves = await store.leavesOf(db, county, [...new Set(terms.map((term) => term.person))])
  const facts = { goals, leaves, local, today: last }
  const dossiers = terms.flatMap((term) => (whole.has(term.place) ? [dossierOf(term, last)] : []))
  const byVillage = Map.groupBy(evidence, (each) => each.place)
  const saidIn = Map.groupBy(said, (each) => each.village)
  const standings = terms
    .filter((term) => person === undefined || term.person === person)
    .map((term): Standing => {
      const there = [...(byVillage.get(term.place) ?? []), ...(whole.has(term.place) ? [dossierOf(term, last)] : [])]
      // What stands at any time looks at everything; the rest begins with the week or month that was running on the first day.
      const states = duties
        .filter(({ role }) => role === term.role)
        .map((duty) => stateOf(duty, { ...term, since: later(term.since, beginOf(duty.window, from)) }, there, facts))
      const own = there.filter(({ by }) => by === term.person)
      const heard = (saidIn.get(term.place) ?? []).filter((each) => each.by === term.person)
      return {
        ...{ person: term.person, name: term.name, place: term.place, placeName: term.placeName, since: term.since, until: term.until },
        insteadOf: term.insteadOf,
        states: brief ? states.map(inBrief) : states,
        due: states.reduce((sum, { due }) => sum + due, 0),
        met: states.reduce((sum, { met }) => sum + met, 0),
        leaves: awayIn(leaves, term, from, last),
        questions: questionsOf(states, own, heard, households.get(term.place) ?? 0),
      }
    })
  return { duties, from, to, standings, evidence: place.length === 12 && !brief ? shownOf([...evidence, ...dossiers], standings) : [] }
}

/** The village's file, whole and fresh on a day: whoever is there then keeps it. */
const dossierOf = ({ place, person }: Pick<Term, 'place' | 'person'>, on: Day): Evidence => ({
  ...{ id: `dossier ${place}`, kind: 'dossier', on, by: person, place, amount: 1, key: null, isGood: null },
  link: `/villages/${place}/dossier`,
})

const earlier = (one: Day, other: Day): Day => (one < other ? one : other)

/** Somebody's leave within some days, with who stood in. */
const awayIn = (leaves: readonly store.NamedLeave[], { person }: Pick<Term, 'person'>, from: Day, to: Day): Standing['leaves'] =>
  leaves
    .filter((leave) => leave.person === person && leave.from <= to && leave.to >= from)
    .map((leave) => ({ from: later(leave.from, from), to: earlier(leave.to, to), substituteName: leave.substituteName }))

const later = (one: Day, other: Day): Day => (one > other ? one : other)

/** The sums, and what is running now: without the windows that are over and what counted in each. */
const inBrief = (state: DutyState): DutyState => ({
  ...state,
  windows: state.windows
    .filter(({ isRunning }) => isRunning)
    .map((window) => ({ ...window, needs: window.needs.map((need) => ({ ...need, counted: [] })) })),
})

/** Only what counted somewhere. */
const shownOf = (evidence: readonly Evidence[], standings: readonly Standing[]): Evidence[] => {
  const counted = new Set(
    standings.flatMap(({ states }) =>
      states.flatMap(({ windows }) => windows.flatMap(({ needs }) => needs.flatMap((need) => need.counted))),
    ),
  )
  return evidence.filter(({ id }) => counted.has(id))
}
