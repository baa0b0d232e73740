/** Matters of the demo county that went on in a mediation committee's file: reported, taken on, given to the committee, and following its end. */

import { endedWithout } from '#modules/disputes/dispute.ts'
import { fileNumber } from '#modules/disputes/number.ts'
import type { CommandId, DisputeId } from '#modules/kernel/ids.ts'
import { idFor } from '#modules/kernel/name-id.server.ts'
import { isRefusal } from '#modules/kernel/refusal.ts'
import { holderOf } from '#modules/matters/matter.ts'
import { followed, mediated } from '#modules/matters/rules/mediation.ts'
import type { Actor } from '#modules/people/actor.ts'
import { words } from '#server/words.ts'
import type { DisputeLife } from './disputes-life.ts'
import type { Ground } from './ground.ts'
import { add, begin, happen, type Life, staffAsker, tickUntil } from './life.ts'
import { between, pick, type Random } from './random.ts'
import { reportOf, type Spot } from './reports.ts'
import { instant, minute } from './rhythm.ts'
import { liveOn } from './year.ts'

/** The category under which somebody would have reported it (modules/disputes/codes/suggest.ts, the other way round). */
export const categoryOf = (type: string): string =>
  type === '0804'
    ? '0104'
    : type === '0701'
      ? '0105'
      : (({ '01': '0102', '02': '0101', '09': '0103' } as Record<string, string>)[type.slice(0, 2)] ?? '0199')

/** A matter that is reported and taken on shortly before `time`, by whoever can give it to the committee then; undefined if nobody can. */
export function reportedBefore(
  time: number,
  spot: Spot,
  about: { type: string; summary: string },
  ground: Ground,
  random: Random,
): { life: Life; holder: Actor } | undefined {
  const reported = time - between(random, 70, 150) * minute
  const month = new Date(reported).getUTCMonth() + 1
  const first = reportOf(random, ground, spot, {
    ...{ way: 'web', category: categoryOf(about.type), time: reported, month, place: spot.lane.code, passes: true },
  })
  if (!first) return undefined
  const life = begin({ ...first, words: about.summary }, ground, random)
  const holders = ground.holders(holderOf(life.matter))
  if (holders.length === 0) return undefined
  const holder = pick(random, holders)
  happen(life, { command: { do: 'accept' }, asker: staffAsker(holder), time: reported + between(random, 5, 60) * minute }, ground, random)
  return { life, holder }
}

const around = (life: Life, ground: Ground, time: number) => ground.surroundings(life.matter.place, life.matter.category, instant(time))

/** Given to the committee whose file it is from now on. */
export function given(life: Life, holder: Actor, dispute: { id: DisputeId; number: string }, time: number, ground: Ground): void {
  if (tickUntil(life, ground, time)) throw new Error('the clock took it away first')
  add(
    life,
    mediated(life.matter, holder, dispute.id, dispute.number, around(life, ground, time)),
    idFor<CommandId>('mediated', dispute.id),
    time,
  )
}

/** It follows the file's end, if there is one yet, and goes on to the present (modules/disputes/follow.server.ts). */
export function followedOn(life: Life, of: DisputeLife, committeeName: string, ground: Ground, random: Random, now: number): Life {
  const { dispute, events } = of
  const end = events.findIndex(
    ({ event }) =>
      (event.type === 'signed' && event.completes !== null) ||
      (event.type === 'agreed' && event.agreement.effectiveOn !== null) ||
      (endedWithout as readonly string[]).includes(event.type),
  )
  const at = end >= 0 ? Date.parse(events[end]!.event.at) : now
  const isElsewhere = tickUntil(life, ground, at)
  if (end < 0) return life
  const isAgreed = dispute.agreement?.effectiveOn != null
  const number = fileNumber(dispute, committeeName)
  const say = words('zh-CN')
  const committee = say('disputes:committee', { place: committeeName })
  const sentence = say(isAgreed ? 'matters:settledByMediation' : 'matters:mediationEnded', { committee, number })
  const event = followed(life.matter, dispute.id, { number, words: sentence, isAgreed }, around(life, ground, Math.max(at, life.time)))
  if (event && !isRefusal(event) && !isElsewhere) add(life, event, idFor<CommandId>('followed', dispute.id, String(end + 1)), at)
  return liveOn(life, ground, random, now)
}
