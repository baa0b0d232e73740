/** Applications and orders in the demo county: now and then somebody needs more time, and now and then somebody above asks. */

import { holderOf, type Matter } from '#modules/matters/matter.ts'
import { isOnLadder, standsAbove } from '#modules/matters/rules/ladder.ts'
import type { Command } from '#modules/matters/wire.ts'
import type { Seat } from '#modules/people/actor.ts'
import { countyOf, within } from '#modules/places/place.ts'
import { handler, type Scene } from './conduct.ts'
import { type Move, staffAsker } from './life.ts'
import { between, chance, pick, type Random } from './random.ts'
import { awake, day, hour, instant, minute } from './rhythm.ts'

const wishes = {
  extension: [
    '配件要从运城调，两三天才到',
    '连着下雨，沟挖开回填不了',
    '产权单位约在后天到现场',
    '户主在外打工，周末才能回来商量',
    '要等乡镇的机械排出空来',
  ],
  suspension: ['上冻了，要等开春才能施工', '县里统一招标，批下来再动工', '涉及的两家已约好年后再谈', '等电力公司停电计划'],
  answers: {
    yes: ['同意，抓紧办', '情况属实，同意', '同意，跟反映人说一声'],
    no: ['这点活今天能办完，不用延', '先去现场看一看再说', '材料不够，请补照片'],
  },
} as const

const orders = ['群众又来问了，请抓紧', '这件事反映了几次，请说明进度', '请今天到现场看一看，回个话', '快到期了，请先和反映人联系']
const replies = ['已到现场，明天动工', '料已备好，后天能完', '已和反映人说好，周五前办完', '正在办，办完拍照回传']

const later = (random: Random, from: number, least: number, most: number) =>
  awake(random, Math.floor(from + least + random() * (most - least)))

/** What the holder asks for, if chance has it. */
export function wish({ life, random }: Scene, time: number): Omit<Move, 'asker'> | undefined {
  if (life.matter.isEmergency || life.matter.holderRole === 'centre_officer' || life.events.some(({ type }) => type === 'applied'))
    return undefined
  if (chance(random, 0.02))
    return { command: { do: 'apply', kind: 'extension', reason: pick(random, wishes.extension), days: between(random, 1, 5) }, time }
  if (chance(random, 0.004)) return { command: suspension(random, time), time }
  return undefined
}

export const suspension = (random: Random, time: number): Command => ({
  do: 'apply',
  kind: 'suspension',
  reason: pick(random, wishes.suspension),
  until: instant(time + between(random, 8, 40) * day + 8 * hour).slice(0, 10),
})

/** Whoever is asked decides, most of the time well before anybody has to ask the next above. */
export function decision({ life, ground, random }: Scene): Move | undefined {
  const { application } = life.matter
  const [decider] = application ? ground.holders(application.decider) : []
  if (!application || !decider) return undefined
  const time = Math.max(life.time + 5 * minute, later(random, Date.parse(application.at), 0.3 * hour, 9 * hour))
  const isYes = chance(random, 0.85)
  const command: Command = isYes
    ? { do: 'grant', application: application.id, words: pick(random, wishes.answers.yes) }
    : { do: 'decline', application: application.id, reason: pick(random, wishes.answers.no) }
  return { command, asker: staffAsker(decider), time }
}

/** The seat from which somebody orders: the township's, or the county centre's over a township or a department. */
const ordering = (matter: Matter): Seat | undefined => {
  const holder = holderOf(matter)
  const seats: Seat[] = [
    ...[within(matter.place, 'town')].flatMap((place) => (place ? [{ role: 'township_officer' as const, place, department: null }] : [])),
    { role: 'centre_officer', place: countyOf(matter.place) as string as Seat['place'], department: null },
  ]
  return seats.find((seat) => isOnLadder(holder) && standsAbove(seat, holder))
}

export function order({ life, ground, random }: Scene, time: number, kind: 'supervise' | 'urge'): Move | undefined {
  const seat = ordering(life.matter)
  const [officer] = seat ? ground.holders(seat) : []
  if (!officer) return undefined
  const dueBy = instant(time + between(random, 20, 50) * hour)
  return { command: { do: 'order', kind, words: pick(random, orders), dueBy }, asker: staffAsker(officer), time }
}

export function answer(scene: Scene): Move | undefined {
  const { life, random } = scene
  const [first] = life.matter.orders
  if (!first) return undefined
  const time = Math.max(life.time + 5 * minute, later(random, Date.parse(first.at), hour, 20 * hour))
  return { command: { do: 'answer', order: first.id, words: pick(random, replies) }, asker: staffAsker(handler(scene)), time }
}
