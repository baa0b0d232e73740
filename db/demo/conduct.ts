/** What the people of the demo county do next about a matter: mostly what they should, in time; sometimes late, sometimes not at all well. */

import type { Rung } from '#modules/categories/category.ts'
import { holderOf } from '#modules/matters/matter.ts'
import { rungOf, seatsBelow } from '#modules/matters/rules/ladder.ts'
import type { Command } from '#modules/matters/wire.ts'
import type { Actor } from '#modules/people/actor.ts'
import { within } from '#modules/places/place.ts'
import { answer, decision, order, wish } from './asking.ts'
import type { Ground } from './ground.ts'
import { has, type Life, type Move, silenceCommand, staffAsker } from './life.ts'
import { chance, pick, type Random, weighted } from './random.ts'
import { awake, day, doneBy, hour, instant, minute } from './rhythm.ts'

/** How often each rung cannot settle a matter itself. */
const passedUp = { lane: 0.3, village: 0.24, town: 0.46 } as const
/** What a village can rarely mend by itself, and what has a better channel than this one (诉讼、信访、仲裁). */
const needsDepartment = new Set(['housing', 'transport', 'power', 'water', 'land', 'forestry', 'traffic'])
const refusable = /^(01|05|09)/

const reporter = { as: 'reporter' } as const

export type Scene = { readonly life: Life; readonly ground: Ground; readonly random: Random }

/** Undefined when nobody does anything about it any more. The time may lie in the future: then it has not happened yet. */
export function nextMove(scene: Scene): Move | undefined {
  switch (scene.life.matter.status) {
    case 'waiting':
      return whenWaiting(scene)
    case 'working':
      return whenWorking(scene)
    case 'settled':
      return whenSettled(scene)
    case 'closed':
      return whenClosed(scene)
    default:
      return undefined
  }
}

/** Whoever works on it; before anybody does, one of those who sit in the seat. */
export function handler({ life: { matter }, ground, random }: Scene): Actor {
  const holders = ground.holders(holderOf(matter))
  return holders.find(({ id }) => id === matter.worker) ?? (chance(random, 0.7) ? holders[0]! : pick(random, holders))
}

export function paced(scene: Scene, from: number, step: 'accept' | 'settle'): number {
  const { life, ground, random } = scene
  const { matter } = life
  const rung = rungOf(holderOf(matter))
  const time = doneBy(random, from, ground.category(matter.category).limits[rung][step], {
    lateShare: step === 'accept' ? 0.05 : 0.09,
    indoors: rung === 'town' || rung === 'county',
  })
  return Math.max(time, life.time + minute + Math.floor(random() * 9 * minute))
}

function whenWaiting(scene: Scene): Move {
  const { life, random } = scene
  const { matter } = life
  const rung = rungOf(holderOf(matter))
  const asker = staffAsker(handler(scene))
  const time = paced(scene, life.arrived, 'accept')
  if (matter.source === 'web' && !matter.isEmergency && chance(random, 0.008))
    return { command: { do: 'withdraw', reason: life.story.withdraw() }, asker: reporter, time }
  if (rung === 'lane' && chance(random, 0.2)) return { command: { do: 'settle', outcome: life.story.outcome() }, asker, time }
  return { command: { do: 'accept' }, asker, time }
}

function whenWorking(scene: Scene): Move {
  const { life, ground, random } = scene
  const { matter } = life
  const rung = rungOf(holderOf(matter))
  const asker = staffAsker(handler(scene))
  const time = paced(scene, life.arrived, 'settle')
  const early = Math.min(
    time,
    Math.max(life.time + minute, awake(random, Math.floor(life.time + (time - life.time) * (0.2 + 0.5 * random())))),
  )
  const comments = life.events.filter(({ type }) => type === 'commented').length
  if (comments < 2 && chance(random, rung === 'lane' ? 0.07 : 0.2)) return comment(scene, early)

  if (matter.seenBy && !matter.policeToldAt)
    return { command: { do: 'tellPolice', station: '县公安局指挥中心（110）', toldAt: instant(life.time) }, asker, time: early }

  const decided = decision(scene)
  if (decided) return decided
  const answered = answer(scene)
  if (answered) return answered
  const wished = wish(scene, early)
  if (wished) return { ...wished, asker }
  const ordered =
    !has(life, 'ordered') && chance(random, 0.012) ? order(scene, early, chance(random, 0.3) ? 'supervise' : 'urge') : undefined
  if (ordered) return ordered

  const isNew = life.events.at(-1)?.type !== 'commented'
  const department = ground.category(matter.category).department
  const isSettledHere = has(life, 'handedDown') || has(life, 'reopened')
  if (rung !== 'county' && isNew && !isSettledHere && chance(random, passedUp[rung] * (needsDepartment.has(department) ? 1.35 : 0.8)))
    return { command: { do: 'passUp', reason: life.story.passUp(rung) }, asker, time: early }
  if (isNew && !isSettledHere && chance(random, 0.06)) {
    const command = sentOn(scene, rung)
    if (command) return { command, asker, time: early }
  }
  if (!matter.isEmergency && chance(random, refusable.test(matter.category) ? 0.06 : 0.008))
    return { command: { do: 'refuse', ...life.story.refusal() }, asker, time: early }
  return { command: { do: 'settle', outcome: life.story.outcome() }, asker, time }
}

function comment(scene: Scene, time: number): Move {
  const { life, random } = scene
  if (life.matter.source === 'web' && chance(random, 0.35))
    return { command: { do: 'comment', words: life.story.question(), isPublic: true }, asker: reporter, time }
  const isPublic = chance(random, 0.4)
  return { command: { do: 'comment', words: life.story.note(isPublic), isPublic }, asker: staffAsker(handler(scene)), time }
}

/** Down to who is nearer, or over to another department. */
function sentOn({ life, ground, random }: Scene, rung: Rung): Command | undefined {
  const { matter } = life
  if (matter.goesAround) return undefined
  if (rung === 'county') {
    const department = pick(random, ['emergency', 'city', 'housing', 'agriculture', 'police', 'civil'])
    return department === matter.holderDepartment ? undefined : { do: 'handOver', department, words: life.story.handOver() }
  }
  if (rung === 'lane') return undefined
  const { filled } = ground.surroundings(matter.place, matter.category, instant(life.time))
  const wanted = rung === 'town' ? 'village_official' : 'grid_worker'
  const below = seatsBelow(holderOf(matter), matter.place, filled, matter.seenBy).find(({ role }) => role === wanted)
  return below && { do: 'handDown', role: below.role, place: below.place, words: life.story.handDown() }
}

/** The grid's worker, or else the village's official, who did not do the work; nobody of theirs sees a complaint that goes around them. */
function verifier({ life: { matter }, ground, random }: Scene): Actor | undefined {
  if (matter.goesAround || matter.seenBy) return undefined
  const [grid, village] = [within(matter.place, 'grid'), within(matter.place, 'village')]
  const workers = grid ? ground.holders({ role: 'grid_worker', place: grid, department: null }) : []
  const officials = village ? ground.holders({ role: 'village_official', place: village, department: null }) : []
  return (chance(random, 0.8) ? [...workers, ...officials] : [...officials, ...workers]).find(({ id }) => id !== matter.worker)
}

const ratings = [
  [5, 58],
  [4, 28],
  [3, 8],
  [2, 3],
  [1, 3],
] as const

const rate = ({ life, random }: Scene, time: number): Move => {
  const given = weighted(random, ratings)
  const said = chance(random, 0.4) ? { words: life.story.remark(given) } : {}
  return { command: { do: 'rate', rating: given, ...said }, asker: reporter, time }
}

function whenSettled(scene: Scene): Move {
  const { life, random } = scene
  const { matter } = life
  const soon = (most: number) => Math.max(life.time + 5 * minute, awake(random, Math.floor(life.time + hour + random() * most * day)))
  const silent: Move = {
    command: { do: 'close' },
    asker: { as: 'system' },
    time: nextRound(Date.parse(matter.silenceAt!)),
    commandId: silenceCommand(matter),
  }
  if (has(life, 'rated') || chance(random, 0.44)) return silent
  const isResident = matter.source === 'web'
  const isAgain = has(life, 'reopened')
  if (!isAgain && chance(random, isResident ? 0.07 : 0.012)) {
    const asker = isResident ? reporter : verifierAsker(scene)
    if (asker) return { command: { do: 'reopen', reason: life.story.notSolved() }, asker, time: soon(4) }
  }
  if (isResident && chance(random, 0.3)) return rate(scene, soon(4))
  if (isResident && chance(random, 0.5)) return { command: { do: 'verify' }, asker: reporter, time: soon(3) }
  const asker = verifierAsker(scene)
  return asker ? { command: { do: 'verify' }, asker, time: soon(5) } : silent
}

const verifierAsker = (scene: Scene) => {
  const found = verifier(scene)
  return found && staffAsker(found)
}

/** The clock's work comes every five minutes. */
const nextRound = (time: number) => Math.ceil(time / (5 * minute)) * 5 * minute + 4000

/** A rating given after all, or "it is back" within the window. */
function whenClosed(scene: Scene): Move | undefined {
  const { life, random } = scene
  const { matter } = life
  if (matter.source !== 'web' || life.events.at(-1)?.type === 'rated') return undefined
  if (matter.rating === null && chance(random, 0.35))
    return rate(scene, Math.max(life.time + minute, awake(random, Math.floor(life.time + random() * 2 * hour))))
  const latest = Date.parse(matter.settledAt!) + 14 * day
  if (!has(life, 'reopened') && chance(random, 0.015) && life.time + day < latest)
    return {
      command: { do: 'reopen', reason: life.story.notSolved() },
      asker: reporter,
      time: Math.floor(life.time + hour + random() * (latest - life.time - hour)),
    }
  return undefined
}
