/**
 * Who works in the demo county's villages: each has an officer (roster.ts) and a legal adviser, a lawyer for several villages beside each
 * other; each town has a station. A few villages changed hands during the year, and now and then somebody is on leave and another of the
 * town stands in. Names are invented; the telephone numbers 138000xxxxx are nobody's.
 */
import type { Leave } from '#modules/beats/beat.ts'
import { substitutePost } from '#modules/beats/leave/substitute.server.ts'
import { daysAfter } from '#modules/kernel/calendar.ts'
import type { Day, PersonId, PlaceCode, PostId } from '#modules/kernel/ids.ts'
import { idFor } from '#modules/kernel/name-id.server.ts'
import type { Actor } from '#modules/people/actor.ts'
import type { Role } from '#modules/people/role.ts'
import type { Town } from './county.ts'
import { personName } from './names.ts'
import { between, chance, pick, type Random, seeded, weighted } from './random.ts'
import { demoCounty, shown } from './shown.ts'
import type { Staff, StaffPost } from './staff.ts'

/** A post that is over, or will be. */
export type PastPost = StaffPost & { readonly person: PersonId; readonly until: Day; readonly insteadOf: PersonId | null }

/** How somebody keeps their duties; each of the quotas' tricks has one who plays it. */
export type Conduct = {
  readonly keeps: 'good' | 'average' | 'behind'
  readonly trick: 'lastHours' | 'sameWords' | 'sameHouseholds' | 'roundNumbers' | null
}

/** Somebody at work in a village from a day to another, both included. */
export type Stint = {
  readonly actor: Actor
  readonly role: 'police_officer' | 'legal_adviser'
  readonly from: Day
  readonly to: Day
  readonly conduct: Conduct
  /** How many villages the person has, and which of them this is: they go to one after the other. */
  readonly turn: number
}

export type VillageLeave = Leave & {
  /** The first of the officer's villages, where it was entered; and all of them. */
  readonly village: PlaceCode
  readonly villages: readonly PlaceCode[]
  readonly by: PersonId
  readonly enteredOn: Day
}

export type BeatPeople = {
  readonly staff: Staff[]
  readonly past: readonly PastPost[]
  readonly leaves: readonly VillageLeave[]
  readonly stints: ReadonlyMap<PlaceCode, readonly Stint[]>
  readonly conducts: ReadonlyMap<PersonId, Conduct>
  /** The head of each town's station. */
  readonly stations: ReadonlyMap<PlaceCode, Actor>
}

const tricks = ['lastHours', 'sameWords', 'sameHouseholds', 'roundNumbers'] as const

/** `nth` among the officers: every seventeenth chases a quota. */
function conductOf(person: PersonId, nth: number, isShown: boolean): Conduct {
  const keeps = weighted(seeded('conduct', person), [
    ['good', 45],
    ['average', 36],
    ['behind', 19],
  ] as const)
  return isShown ? { keeps: 'good', trick: null } : { keeps, trick: nth % 17 === 16 ? tricks[((nth - 16) / 17) % 4]! : null }
}

/** `begin`: the first day of the demo's year. */
export function drawBeatPeople(towns: readonly Town[], before: readonly Staff[], begin: Day, today: Day): BeatPeople {
  const random = seeded('beat people')
  const people = new Map(before.map((person) => [person.id, { ...person, posts: [...person.posts] }]))
  const give = (id: PersonId, role: Role, place: PlaceCode, since: Day) =>
    people.get(id)!.posts.push({ id: idFor<PostId>('demo', 'post', role, place, '', id), role, place, department: null, since })
  let added = 0
  const appoint = (): PersonId => {
    const phone = `138000${70_001 + added++}`
    const id = idFor<PersonId>('demo', 'person', phone)
    people.set(id, { county: demoCounty, id, name: personName(random), phone, posts: [] })
    return id
  }
  const year = Number(today.slice(0, 4))
  const someDay = () => `${year - between(random, 2, 3)}-${String(between(random, 1, 12)).padStart(2, '0')}-01`

  const past: PastPost[] = []
  const leaves: VillageLeave[] = []
  for (const { code, villages } of towns) {
    for (let n = 0; n < (villages.length > 12 ? 3 : 2); n++) give(appoint(), 'station_officer', code, someDay())
    let [adviser, more] = [undefined as PersonId | undefined, 0]
    for (const village of villages) {
      if (!adviser || more-- === 0) [adviser, more] = [appoint(), between(random, 3, 6)]
      give(adviser, 'legal_adviser', village.code, someDay())
    }
    past.push(...changes(random, people, villages, begin, today))
    leaves.push(...leavesOf(random, people, code, villages, begin, today))
  }
  const isAway = ({ substitute, from, to }: VillageLeave) =>
    leaves.some((other) => other.person === substitute && other.from <= to && other.to >= from)
  for (const [at, leave] of leaves.entries()) if (isAway(leave)) leaves[at] = { ...leave, substitute: null }
  for (const { substitute, villages, ...leave } of leaves)
    for (const place of substitute ? villages : [])
      past.push({
        ...substitutePost(leave, { role: 'police_officer', place, department: null }, leave.person),
        ...{ person: substitute!, insteadOf: leave.person },
      })
  const staff = [...people.values()]
  const conducts = new Map(officersIn(staff).map(({ id, posts }, nth) => [id, conductOf(id, nth, isShown(posts))]))
  const stations = new Map(
    towns.map(({ code }) => [
      code,
      actorAt(staff.find(({ posts }) => posts.some(({ role, place }) => role === 'station_officer' && place === code))!),
    ]),
  )
  return { staff, past, leaves, conducts, stations, stints: stintsOf(staff, past, leaves, conducts, begin, today) }
}

type People = Map<PersonId, Staff & { posts: StaffPost[] }>
type Villages = Town['villages']

const isShown = (posts: readonly StaffPost[]) => posts.some(({ place }) => place === shown.village)

const officersIn = (staff: readonly Staff[]): Staff[] => staff.filter(({ posts }) => posts.some(({ role }) => role === 'police_officer'))

const actorAt = ({ id, county, name, posts }: Staff): Actor => ({ id, county, name, posts: posts.map(({ since: _, ...post }) => post) })

const officerOf = (people: People, village: PlaceCode) =>
  [...people.values()].find(({ posts }) => posts.some(({ role, place }) => role === 'police_officer' && place === village))!

/** In about one village of twenty an officer of the town handed over to the one who is there now. */
function changes(random: Random, people: People, villages: Villages, begin: Day, today: Day): PastPost[] {
  const officers = officersIn([...people.values()])
    .filter(({ posts }) => posts.some(({ place }) => villages.some(({ code }) => code === place)))
    .map(({ id }) => id)
  return villages.flatMap(({ code }) => {
    if (!chance(random, 0.06) || code === shown.village) return []
    const now = officerOf(people, code)
    const others = officers.filter((id) => id !== now.id)
    if (others.length === 0) return []
    const before = pick(random, others)
    const on = daysAfter(today, -between(random, 20, 300))
    const at = now.posts.findIndex(({ role, place }) => role === 'police_officer' && place === code)
    const { since, ...seat } = now.posts[at]!
    now.posts[at] = { ...seat, since: on }
    if (on <= begin || since >= on) return []
    return [
      {
        ...seat,
        id: idFor<PostId>('demo', 'post', 'police_officer', code, 'before', before),
        since,
        until: on,
        person: before,
        insteadOf: null,
      },
    ]
  })
}

/** One officer in six is away once for one to two weeks, in all of their villages; each town's third has somebody away today or soon. */
function leavesOf(random: Random, people: People, town: PlaceCode, villages: Villages, begin: Day, today: Day): VillageLeave[] {
  const everybody = [...people.values()]
  const station = everybody.find(({ posts }) => posts.some(({ role, place }) => role === 'station_officer' && place === town))!
  const officers = everybody.filter(({ posts }) =>
    posts.some(({ role, place }) => role === 'police_officer' && villages.some(({ code }) => code === place)),
  )
  return officers.flatMap((officer, nth) => {
    const isNow = nth === 2
    if (isShown(officer.posts) || (!isNow && !chance(random, 0.16))) return []
    const from = daysAfter(today, isNow ? between(random, -4, 6) : -between(random, 30, 330))
    const to = daysAfter(from, between(random, 6, 13))
    const others = officers.filter(({ id }) => id !== officer.id)
    const substitute = others.length > 0 ? pick(random, others).id : null
    const theirs = officer.posts
      .filter(({ role, since }) => role === 'police_officer' && since <= from && from > begin)
      .map(({ place }) => place)
    const [village] = theirs
    if (!village) return []
    return [
      {
        ...{ county: demoCounty, id: idFor<string>('demo leave', officer.id, village), person: officer.id, from, to, substitute },
        ...{ village, villages: theirs, by: station.id, enteredOn: daysAfter(from < today ? from : today, -between(random, 3, 8)) },
      },
    ]
  })
}

/** Who was at work where and when: terms without leave, and the leave of others. */
function stintsOf(
  staff: readonly Staff[],
  past: readonly PastPost[],
  leaves: readonly VillageLeave[],
  conducts: ReadonlyMap<PersonId, Conduct>,
  begin: Day,
  today: Day,
): Map<PlaceCode, Stint[]> {
  const stints = new Map<PlaceCode, Stint[]>()
  const byId = new Map(staff.map((person) => [person.id, person]))
  const terms = [
    ...staff.flatMap(({ id, posts }) => posts.map((post) => ({ ...post, person: id, until: null as Day | null }))),
    ...past,
  ].filter(({ role }) => role === 'police_officer' || role === 'legal_adviser')
  const turns = new Map<PersonId, number>()
  for (const { id, role, place, department, since, until, person } of terms) {
    const turn = turns.get(person) ?? 0
    turns.set(person, turn + 1)
    const { county, name } = byId.get(person)!
    const actor: Actor = { id: person, county, name, posts: [{ id, role, place, department }] }
    const conduct = conducts.get(person) ?? conductOf(person, 0, place === shown.village)
    const [first, last] = [since > begin ? since : begin, until && until <= today ? daysAfter(until, -1) : daysAfter(today, 20)]
    const away = leaves
      .filter((leave) => leave.person === person && leave.villages.includes(place))
      .sort((one, other) => (one.from < other.from ? -1 : 1))
    let from = first
    const add = (to: Day) => {
      if (from <= to) stints.set(place, [...(stints.get(place) ?? []), { actor, role: role as Stint['role'], from, to, conduct, turn }])
    }
    for (const leave of away) {
      add(daysAfter(leave.from, -1) < last ? daysAfter(leave.from, -1) : last)
      from = daysAfter(leave.to, 1)
    }
    add(last)
  }
  return stints
}
