/** What an officer leaves behind beside their records: bulletins on the village's page, clues, and the groups in which people talk. */
import { type Clue, type ContactGroup, groupKinds } from '#modules/beats/beat.ts'
import type { Facility, FacilityKind } from '#modules/beats/dossier/facility.ts'
import { daysAfter } from '#modules/kernel/calendar.ts'
import type { Day, Instant, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import { idFor } from '#modules/kernel/name-id.server.ts'
import { type At, say } from './beats-day.ts'
import type { Stint } from './beats-people.ts'
import type { CasesOf } from './beats-year.ts'
import type { Village } from './county.ts'
import { idAt } from './life.ts'
import { between, chance, pick, seeded } from './random.ts'
import { hour, instant, midnight } from './rhythm.ts'
import * as texts from './texts/beats.ts'
import { fill } from './texts/template.ts'

export type Published = {
  readonly id: string
  readonly village: PlaceCode
  readonly by: PersonId
  readonly title: string
  readonly body: string
  readonly at: Instant
}
export type Seen = Omit<Clue, 'county'> & { readonly words: string; readonly source: string | null }
export type Thing = Facility
export type Group = Omit<ContactGroup, 'county'> & { readonly seenOn: Day }

const monthBefore = (month: string) => daysAfter(`${month}-01`, -1).slice(0, 7)

/** With the village's own figures of the month before, if the station has reported them. */
export function bulletinOf({ random, stint, village, on, now }: At, cases: CasesOf): Published | undefined {
  const time = Math.floor(midnight(on) + (16 + random() * 3) * hour)
  if (time >= now) return undefined
  const [title, body] = pick(random, texts.bulletins[Number(on.slice(5, 7))]!)
  const count = cases(village.code, monthBefore(on.slice(0, 7)))
  const figures =
    count === undefined
      ? ''
      : count === 0
        ? '上个月本村没有发生刑事、治安案件。'
        : `上个月本村发生刑事、治安案件 ${count} 起，已由派出所受理。`
  const said = [figures, fill(random, body), say(random, on, texts.bulletinEnds)].filter((each) => each !== '')
  return {
    id: idAt<string>(random, time),
    village: village.code,
    by: stint.actor.id,
    title: fill(random, title),
    body: said.join('\n'),
    at: instant(time),
  }
}

/** Who says what a clue was worth: in the county's bureau, and in the town's station. */
export type Judges = { readonly police: readonly PersonId[]; readonly station: readonly PersonId[] }

/** Handed to the town's station or the county's bureau, about as often, which says within a week or so what it was worth. */
export function clueOf({ random, stint, village, on, now }: At, useful: number, judges: Judges): Seen | undefined {
  const time = Math.floor(midnight(on) + (17 + random() * 4) * hour)
  if (time >= now) return undefined
  const judged = daysAfter(on, between(random, 1, 8))
  const isUseful = chance(random, useful)
  const reason = say(random, on, isUseful ? texts.useful : texts.useless)
  const unit = chance(seeded('clue unit', village.code, stint.actor.id, on), 0.5) ? 'station' : 'police'
  return {
    ...{ id: idAt<string>(random, time), village: village.code, by: stint.actor.id, on, unit, named: [] },
    words: say(random, on, texts.clues),
    source: chance(random, 0.6) ? say(random, on, texts.sources) : null,
    outcome: Date.parse(judged) < now - 24 * hour ? { isUseful, reason, by: pick(random, judges[unit]), on: judged } : null,
  }
}

const lastNotice = { good: [0, 9], average: [3, 38], behind: [50, 220] } as const
const lastSeen = { good: [3, 60], average: [20, 110], behind: [120, 330] } as const

/** Kept by whoever has the village. Where an officer came a few weeks ago the groups are still the other's: they are handed over next. */
export function groupsOf(village: Village, stints: readonly Stint[], today: Day): Group[] {
  const random = seeded('groups', village.code)
  const officers = stints.filter(
    ({ role, to, from }) => role === 'police_officer' && daysAfter(from, 30) < today && daysAfter(to, 40) > today,
  )
  const owner = officers[0] ?? stints.find(({ role }) => role === 'police_officer')
  if (!owner) return []
  const name = village.name.replace(/(村委会|社区居委会|居委会)$/, '')
  const households = village.grids.flatMap(({ lanes }) => lanes).reduce((sum, lane) => sum + lane.households, 0)
  const { keeps } = owner.conduct
  const ago = ([least, most]: readonly [number, number]) => daysAfter(today, -between(random, least, most))
  return groupKinds.slice(0, chance(random, 0.18) ? 2 : 1).map((kind, nth) => ({
    ...{ id: idFor<string>('demo group', village.code, kind), village: village.code, kind, owner: owner.actor.id, link: null },
    name: nth === 0 ? `${name}平安联络群` : `${name}警民 QQ 群`,
    size: Math.min(nth === 0 ? 500 : 180, Math.max(20, Math.round(households * (nth === 0 ? 0.55 + random() * 0.5 : 0.2)))),
    lastNoticeOn: ago(lastNotice[keeps]),
    seenOn: ago(lastSeen[keeps]),
  }))
}

const facilities: readonly (readonly [FacilityKind, share: number, least: number, most: number, spots: readonly string[]])[] = [
  ['policeRoom', 0.93, 1, 1, ['村委会一楼', '村委会院内东房', '党群服务中心']],
  ['camera', 0.97, 3, 14, ['各巷口', '村口和主街', '村委会、学校门口']],
  ['broadcast', 0.96, 1, 4, ['村委会楼顶', '各组电杆', '文化广场']],
  ['fireGear', 0.94, 4, 20, ['村委会', '各组公用场所', '党群服务中心']],
  ['noticeWall', 0.95, 2, 6, ['村委会门口', '文化广场', '主街']],
  ['streetLight', 0.85, 18, 90, ['主街和各巷']],
  ['shelter', 0.4, 1, 2, ['学校操场', '文化广场']],
]
const lastLook = { good: [5, 140], average: [30, 200], behind: [120, 420] } as const

/** Seen by whoever has the village, some of it long ago. */
export function thingsOf(village: Village, stints: readonly Stint[], today: Day): Thing[] {
  const random = seeded('facilities', village.code)
  const keeper =
    stints.findLast(({ role, from, to }) => role === 'police_officer' && from <= today && to >= today) ??
    stints.find(({ role }) => role === 'police_officer')
  if (!keeper || (keeper.conduct.keeps === 'behind' && chance(random, 0.2))) return []
  const [least, most] = lastLook[keeper.conduct.keeps]
  const round = daysAfter(today, -between(random, least, most))
  return facilities.flatMap(([kind, share, few, many, spots]) =>
    chance(random, share)
      ? [
          {
            ...{ id: idFor<string>('demo facility', village.code, kind), village: village.code, kind, spot: pick(random, spots) },
            ...{ count: between(random, few, many), works: chance(random, 0.94), seenOn: round, by: keeper.actor.id },
          },
        ]
      : [],
  )
}
