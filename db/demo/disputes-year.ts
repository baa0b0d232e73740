/**
 * The demo county's year of mediation: about 700 files that began in the 365 days before now, of every type there is, in every state; some
 * came from matters that lane chiefs and village officials were told of. The same every time for the same `until`.
 */
import { fileNumber } from '#modules/disputes/number.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { DisputeId, Instant, PlaceCode } from '#modules/kernel/ids.ts'
import type { Actor } from '#modules/people/actor.ts'
import { levelOf, within } from '#modules/places/place.ts'
import type { Lane, Town } from './county.ts'
import { course } from './disputes-course.ts'
import { act, type DisputeLife, open, remindUntil } from './disputes-life.ts'
import { followedOn, given, reportedBefore } from './disputes-matters.ts'
import { drawParties } from './disputes-parties.ts'
import type { Ending, Scene } from './disputes-scene.ts'
import type { Ground } from './ground.ts'
import type { Life } from './life.ts'
import { between, chance, pick, type Random, seeded, weighted } from './random.ts'
import { type Spot, spotsOf } from './reports.ts'
import { awake, busyness, day, hour, instant, midnight, minute, timeOfDay } from './rhythm.ts'
import { shown } from './shown.ts'
import { type Case, cases } from './texts/mediation.ts'

const count = 690

type Planned = {
  readonly time: number
  readonly committee: PlaceCode
  readonly about: Case
  readonly isAlarming?: true
  readonly isUnsigned?: true
  readonly ending?: Ending
  /** Registered by the village's first mediator, who is printed at the start. */
  readonly isShown?: true
}

export type DisputeYear = { readonly disputes: readonly DisputeLife[]; readonly matters: readonly Life[] }

const endings: readonly (readonly [Ending, number])[] = [
  ['written', 62],
  ['oral', 20],
  ['failed', 9],
  ['declined', 5],
  ['withdrawn', 4],
]

/** When and before which committee each begins: every case once, then the common ones. */
function planned(random: Random, towns: readonly Town[], now: number): Planned[] {
  const today = midnight(dayOf(instant(now)))
  const days = Array.from({ length: 365 }, (_, index) => today - (364 - index) * day)
  const weights = days.map((start) => [start, busyness(dayOf(instant(start)))] as const)
  const villages = towns.flatMap((town) => town.villages)
  const sizes = villages.map(({ code, grids }) => [code, 6 + grids.flatMap(({ lanes }) => lanes).length] as const)
  const time = () => Math.min(weighted(random, weights) + timeOfDay(random, 'staff'), now - between(random, 1, 40) * hour)
  const common = cases.map((each) => [each, each.often] as const)
  const plans: Planned[] = Array.from({ length: count }, (_, index) => ({
    time: time(),
    committee: chance(random, 0.08) ? pick(random, towns).code : weighted(random, sizes),
    about: cases[index] ?? weighted(random, common),
  }))
  const ordinary = cases.filter(({ often }) => often >= 8)
  // Whoever is printed at the start has work to do, and every state is there to be seen.
  const recent = (committee: PlaceCode, daysAgo: readonly number[], more: Partial<Planned> = {}) => {
    for (const days of daysAgo) plans.push({ time: now - days * day - 3 * hour, committee, about: pick(random, ordinary), ...more })
  }
  recent(shown.village, [1, 3, 6, 9, 15, 24, 40, 70, 120], { isShown: true })
  recent(shown.village, [42, 44, 46, 48, 50, 55, 60, 64, 70, 75], { ending: 'oral' })
  recent(shown.village, [0.5, 1, 2, 4])
  recent(shown.village, [16], { ending: 'written', isShown: true, isUnsigned: true })
  recent(shown.town, [0.5, 1, 4, 20, 60])
  for (const [ending, days] of [
    ['declined', [2, 2.3, 2.7, 3]],
    ['withdrawn', [6, 7, 8, 9, 10]],
    ['failed', [7, 8, 9, 10]],
  ] as const)
    for (const daysAgo of days) recent(pick(random, villages).code, [daysAgo], { ending })
  recent(shown.village, [3.5], { about: cases.find(({ type }) => type === '0201')!, isAlarming: true, isShown: true })
  return plans.sort((one, other) => one.time - other.time)
}

export function liveDisputes(towns: readonly Town[], ground: Ground, until: Instant): DisputeYear {
  const now = Date.parse(until)
  const random = seeded('disputes')
  const names = new Map<PlaceCode, string>(
    towns.flatMap((town) => [[town.code, town.name], ...town.villages.map(({ code, name }) => [code, name] as const)]),
  )
  const spots = new Map<PlaceCode, Spot[]>()
  for (const spot of spotsOf(towns)) for (const place of [spot.village, spot.town]) spots.set(place, [...(spots.get(place) ?? []), spot])
  const serials = new Map<string, number>()
  const [disputes, matters]: [DisputeLife[], Life[]] = [[], []]
  for (const plan of planned(random, towns, now)) {
    const year = Number(dayOf(instant(plan.time)).slice(0, 4))
    const key = `${plan.committee} ${year}`
    const serial = (serials.get(key) ?? 0) + 1
    serials.set(key, serial)
    const own = seeded('dispute', key, serial)
    const begun = beginning(plan, {
      serial,
      year,
      spots: spots.get(plan.committee)!,
      name: names.get(plan.committee)!,
      ground,
      random: own,
    })
    const life = liveOn(begun.scene, now)
    disputes.push(life)
    if (begun.matter) matters.push(followedOn(begun.matter, life, names.get(plan.committee)!, ground, own, now))
  }
  return { disputes, matters }
}

type Facts = { serial: number; year: number; spots: readonly Spot[]; name: string; ground: Ground; random: Random }

function beginning(plan: Planned, { serial, year, spots, name, ground, random }: Facts): { scene: Scene; matter?: Life } {
  const { time, committee, about } = plan
  const at = (role: 'mediator' | 'mediation_head' | 'judicial_officer', place = committee) =>
    ground.holders({ role, place, department: null })
  const isTown = levelOf(committee) === 'town'
  const heads = isTown ? at('judicial_officer') : at('mediation_head')
  const members: readonly Actor[] = isTown ? heads : [...heads, ...at('mediator')]
  const deciders = isTown
    ? ground.holders({ role: 'department_officer', place: shown.county, department: 'justice' })
    : at('judicial_officer', within(committee, 'town'))
  const spot = pick(random, spots)
  const lanes: readonly Lane[] = spots.map(({ lane }) => lane)
  const before = !isTown && !plan.isShown && chance(random, 0.24) ? reportedBefore(time, spot, about, ground, random) : undefined
  const source = before
    ? 'application'
    : weighted(random, [
        ['application', 58],
        ['initiative', 27],
        ['police', 8],
        ['court', 3],
        ['petitions', 3],
        ['procuratorate', 0.5],
        ['other', 1],
      ] as const)
  const fen = about.yuan ? Math.round(between(random, ...about.yuan) / 50) * 5000 || 5000 : null
  const parties = drawParties(random, about, lanes, time, year)
  const [first] = plan.isShown ? [...at('mediator')].sort((one, other) => (one.id < other.id ? -1 : 1)) : []
  const actor = first ?? before?.holder ?? (chance(random, 0.75) ? pick(random, members) : heads[0]!)
  const involved = parties.length + (chance(random, 0.3) ? between(random, 1, 4) : 0)
  const life = open(
    {
      ...{ committee, place: spot.lane.code, source, type: about.type, parties, involved },
      ...{ scale: involved > 5 && chance(random, 0.3) ? '02' : '01', occurredOn: dayOf(instant(time - between(random, 0, 20) * day)) },
      ...{ summary: about.summary, wish: about.wish, isDifficult: chance(random, 0.12) },
      ...(about.national && { nationalType: about.national }),
      ...(fen && { fen }),
      ...(before && { matterId: before.life.matter.id }),
      ...(referrers[source] && { referredBy: referrers[source] }),
    },
    actor,
    { time, serial, year, random, members: members.map(({ id }) => id) },
  )
  const ending = plan.isAlarming ? 'written' : (plan.ending ?? weighted(random, endings))
  const scene: Scene = {
    life,
    about,
    ending,
    members,
    heads,
    deciders,
    isAlarming: plan.isAlarming === true,
    isUnsigned: plan.isUnsigned === true,
    fen,
  }
  if (!before) return { scene }
  const dispute = { id: life.dispute.id as DisputeId, number: fileNumber(life.dispute, name) }
  given(before.life, before.holder, dispute, time + minute / 60, ground)
  return { scene, matter: before.life }
}

const referrers: Readonly<Record<string, string>> = {
  police: '辖区派出所',
  court: '绛县人民法院',
  petitions: '县信访局',
  procuratorate: '绛县人民检察院',
  other: '县妇联',
}

/** Step by step until nothing more happens, or not before now. */
function liveOn(scene: Scene, now: number): DisputeLife {
  const { life } = scene
  const { random } = life
  for (const step of course(scene)) {
    const earliest = life.time + minute
    const wanted = 'at' in step ? step.at : life.time + (step.after[0] + random() * (step.after[1] - step.after[0])) * hour
    const time = awake(random, Math.max(earliest, Math.round(wanted)))
    if (time >= now) break
    act(life, step.asker, step.command(time), time)
  }
  remindUntil(life, now)
  return life
}
