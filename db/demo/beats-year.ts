/**
 * The year of one village after another: who is at work there goes week by week, some as they should, some nearly, some not. The same for
 * the same present.
 */

import { weekOf } from '#modules/duties/windows.ts'
import { dayOf, daysAfter, isWorked } from '#modules/kernel/calendar.ts'
import type { Day, Instant, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import { parentOf } from '#modules/places/place.ts'
import { type At, advice, dayOut, entries, help, meeting, type Round, roundOf, say, visits } from './beats-day.ts'
import {
  bulletinOf,
  clueOf,
  type Group,
  groupsOf,
  type Judges,
  type Published,
  type Seen,
  type Thing,
  thingsOf,
} from './beats-leaves-behind.ts'
import { type BeatLife, fileRecord } from './beats-life.ts'
import type { BeatPeople, Conduct, Stint } from './beats-people.ts'
import type { Town, Village } from './county.ts'
import { between, chance, seeded } from './random.ts'
import { hour, minute } from './rhythm.ts'
import * as texts from './texts/beats.ts'

/** How many cases a village had in a month, where somebody reported it. */
export type CasesOf = (village: PlaceCode, month: string) => number | undefined

export type VillageYear = {
  readonly records: readonly BeatLife[]
  readonly bulletins: readonly Published[]
  readonly clues: readonly Seen[]
  readonly groups: readonly Group[]
  readonly facilities: readonly Thing[]
}

/** Shares of weeks, or of months, in which something is done. */
const habits = {
  good: { day: 0.97, planned: 0.7, meeting: 0.98, bulletin: 0.98, entries: 0.34, advice: 0.96, solved: 0.96, clue: 0.96, useful: 0.93 },
  average: { day: 0.86, planned: 0.4, meeting: 0.88, bulletin: 0.86, entries: 0.26, advice: 0.72, solved: 0.88, clue: 0.75, useful: 0.75 },
  behind: { day: 0.5, planned: 0.1, meeting: 0.5, bulletin: 0.45, entries: 0.2, advice: 0.3, solved: 0.7, clue: 0.3, useful: 0.5 },
} as const satisfies Record<Conduct['keeps'], object>

type Facts = {
  readonly begin: Day
  readonly today: Day
  readonly now: number
  readonly cases: CasesOf
  readonly judgesOf: (village: PlaceCode) => Judges
}

/** The day of a week on which somebody comes to a village: the same each week, else the nearest that is worked. */
function dayIn(monday: Day, { turn, actor, conduct }: Stint, { from, to }: { from: Day; to: Day }): Day | undefined {
  const days = Array.from({ length: 7 }, (_, n) => daysAfter(monday, n)).filter((each) => each >= from && each <= to)
  if (conduct.trick === 'lastHours') return days.at(-1)
  const worked = days.filter((each) => isWorked(each))
  if (worked.length === 0) return undefined
  const usual = daysAfter(monday, (between(seeded('weekday', actor.id), 0, 4) + 2 * turn) % 5)
  return worked.find((each) => each >= usual) ?? worked.at(-1)
}

function officersWeek(at: At, round: Round, done: Set<string>, facts: Facts): VillageYear {
  const { random, stint, on, village } = at
  const habit = habits[stint.conduct.keeps]
  const isSunday = stint.conduct.trick === 'lastHours'
  const { lives, isOff } = dayOut(at, chance(random, habit.planned))
  if (isOff) return { records: lives, bulletins: [], clues: [], groups: [], facilities: [] }
  const month = on.slice(0, 7)
  const isLate = Number(on.slice(8)) > 20
  /** Whether the month's one is today: those who do it at all do it early or late in the month. */
  const isTheDay = (what: 'meeting' | 'bulletin') => {
    const key = `${what} ${month} ${stint.actor.id}`
    if (done.has(key) || !chance(seeded(key, village.code), habit[what]) || (!isLate && (isSunday || !chance(random, 0.35)))) return false
    done.add(key)
    return true
  }
  const some = <T>(share: boolean, make: () => T | undefined): T[] => {
    const made = share ? make() : undefined
    return made === undefined ? [] : [made]
  }
  return {
    records: [
      ...lives,
      ...visits(at, round),
      ...some(isTheDay('meeting'), () => meeting(at)),
      ...some(chance(random, habit.advice), () => advice(at, habit.solved)),
      ...(chance(random, habit.entries) ? entries(at) : []),
      ...some(chance(random, 0.07), () => help(at)),
    ],
    bulletins: some(isTheDay('bulletin'), () => bulletinOf(at, facts.cases)),
    clues: some(chance(random, habit.clue), () => clueOf(at, habit.useful, facts.judgesOf(village.code))),
    groups: [],
    facilities: [],
  }
}

/** A lawyer comes every other week, answers what people ask, and sometimes speaks at a meeting. */
function advisersWeek(at: At, round: Round): BeatLife[] {
  const { random, stint } = at
  const { lives, isOff } = dayOut(at, chance(random, habits[stint.conduct.keeps].planned))
  if (isOff) return lives
  const answered = Array.from({ length: between(random, 1, 3) }, () => advice(at, 0.9)).filter((life) => life !== undefined)
  return [
    ...lives,
    ...answered,
    ...(chance(random, 0.25) ? visits(at, round, 1) : []),
    ...(chance(random, 0.12) ? [meeting(at)] : []),
  ].filter((life) => life !== undefined)
}

/** What is planned for the days ahead. */
function plans(village: Village, stint: Stint, { today, now }: Facts): BeatLife[] {
  const random = seeded('ahead', village.code, stint.actor.id, today)
  return [0, 7].flatMap((later) => {
    const monday = daysAfter(weekOf(today), later)
    const on = dayIn(monday, stint, { from: daysAfter(today, 1) < stint.from ? stint.from : daysAfter(today, 1), to: stint.to })
    const share = habits[stint.conduct.keeps].planned * (later === 0 ? 1 : 0.5)
    if (!on || on < monday || on > daysAfter(monday, 6) || !chance(random, share)) return []
    const time = now - between(random, 30, 500) * minute
    return [fileRecord(random, stint.actor, village.code, on, { kind: 'day', state: 'planned', plan: say(random, on, texts.plans) }, time)]
  })
}

function villageYear(village: Village, stints: readonly Stint[], facts: Facts, weekOfYear: (monday: Day) => number): VillageYear {
  const { today, now } = facts
  const all = { records: [] as BeatLife[], bulletins: [] as Published[], clues: [] as Seen[] }
  const done = new Set<string>()
  for (const stint of stints) {
    const round = roundOf(village, stint.conduct)
    // Whoever comes after goes on where the one before had come to.
    round.at = between(seeded('begins', village.code, stint.from), 0, round.doors.length)
    for (let monday = weekOf(stint.from); monday <= today && monday <= stint.to; monday = daysAfter(monday, 7)) {
      const random = seeded('beat', village.code, monday, stint.actor.id)
      const on = dayIn(monday, stint, { from: stint.from, to: stint.to < today ? stint.to : today })
      const isTurn = stint.role === 'police_officer' || (weekOfYear(monday) + stint.turn) % 2 === 0
      if (!on || !isTurn || !chance(random, habits[stint.conduct.keeps].day)) continue
      // This week's day may not have come yet.
      const usual = dayIn(monday, stint, { from: stint.from, to: stint.to })
      if (usual !== on || Date.parse(`${on}T00:30:00.000Z`) + hour > now) continue
      const at: At = { random, stint, village, on, now }
      if (stint.role === 'legal_adviser') all.records.push(...advisersWeek(at, round))
      else {
        const week = officersWeek(at, round, done, facts)
        all.records.push(...week.records)
        all.bulletins.push(...week.bulletins)
        all.clues.push(...week.clues)
      }
    }
    if (stint.to > today) all.records.push(...plans(village, stint, facts))
  }
  return { ...all, groups: groupsOf(village, stints, today), facilities: thingsOf(village, stints, today) }
}

/** Ten villages at a time. `bureau`: who says there whether a clue was useful; of a station, its own officers say it. */
export function* liveBeats(
  towns: readonly Town[],
  people: BeatPeople,
  cases: CasesOf,
  bureau: readonly PersonId[],
  begin: Day,
  until: Instant,
): Generator<VillageYear> {
  const today = dayOf(until)
  const stations = Map.groupBy(
    people.staff.flatMap(({ id, posts }) => posts.flatMap(({ role, place }) => (role === 'station_officer' ? [{ id, place }] : []))),
    ({ place }) => place,
  )
  const judgesOf = (village: PlaceCode): Judges => ({
    police: bureau,
    station: (stations.get(parentOf(village)!) ?? []).map(({ id }) => id),
  })
  const facts: Facts = { begin, today, now: Date.parse(until), cases, judgesOf }
  const weekOfYear = (monday: Day) => Math.round((Date.parse(monday) - Date.parse('2018-01-01')) / (7 * 24 * hour))
  const villages = towns.flatMap((town) => town.villages)
  for (let start = 0; start < villages.length; start += 10) {
    const years = villages
      .slice(start, start + 10)
      .map((village) => villageYear(village, people.stints.get(village.code) ?? [], facts, weekOfYear))
    yield {
      records: years.flatMap(({ records }) => records),
      bulletins: years.flatMap(({ bulletins }) => bulletins),
      clues: years.flatMap(({ clues }) => clues),
      groups: years.flatMap(({ groups }) => groups),
      facilities: years.flatMap(({ facilities }) => facilities),
    }
  }
}
