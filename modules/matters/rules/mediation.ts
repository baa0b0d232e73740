/**
 * A matter that a mediation committee takes (转人民调解): its clock stands still while the committee has it, and it follows the outcome.
 *
 *   mediated ──▶ the parties agree    ──▶ settled, with the file's number and nothing of what was agreed
 *            ──▶ it ends without that ──▶ its holder has it again, with the time that was left
 *            ──▶ nothing for 60 days  ──▶ likewise: nothing waits on an empty chair
 */
import { daysLater } from '#modules/kernel/calendar.ts'
import type { DisputeId, Instant } from '#modules/kernel/ids.ts'
import { type Refusal, refuse } from '#modules/kernel/refusal.ts'
import { type Actor, postIn } from '#modules/people/actor.ts'
import { holderOf, isOpen, type Matter } from '../matter.ts'
import { type Around, pauseOf, resetOf } from './clock.ts'
import type { Event } from './event.ts'
import { silenceAfter } from './procedure.ts'

/** Days that a matter waits for the committee at most: thirty to settle, and as many again if the parties agree to go on. */
const daysToWait = 60

/** Disputes among people (矛盾化解): what a committee mediates. Any other matter that turns out to be one changes its category first. */
const quarrels = '01'

/** Why the actor cannot give this matter to a mediation committee, or undefined if they can. */
export function whyNotMediate(matter: Matter, actor: Actor): Refusal | undefined {
  if (matter.disputeId) return refuse('dispute.matter_mediated')
  if (!matter.category.startsWith(quarrels)) return refuse('dispute.no_quarrel')
  if (matter.status !== 'waiting' && matter.status !== 'working')
    return refuse('matter.wrong_status', { action: 'mediate', status: matter.status })
  if (!postIn(actor, holderOf(matter)))
    return refuse('matter.not_holder', { role: matter.holderRole, place: matter.holderPlace, department: matter.holderDepartment })
  return isUntold(matter) ? refuse('matter.police_first') : undefined
}

/** 反家庭暴力法 art. 14, 未成年人保护法 art. 11: the police are told first, never is it ordinary mediation. */
export const isUntold = ({ seenBy, isEmergency, policeToldAt }: Pick<Matter, 'seenBy' | 'isEmergency' | 'policeToldAt'>): boolean =>
  (seenBy !== null || isEmergency) && policeToldAt === null

export function mediated(matter: Matter, actor: Actor, dispute: DisputeId, number: string, around: Around): Event {
  const until: Instant = daysLater(around.at, daysToWait)
  const seat = holderOf(matter)
  return {
    by: actor.id,
    as: 'staff',
    seat,
    at: around.at,
    type: 'mediated',
    dispute,
    number,
    pause: { ...pauseOf(matter, until, around), until },
  }
}

/** What a file's end does to its matter; undefined where it has gone its own way meanwhile. `words`: what its reporter reads. */
export function followed(
  matter: Matter,
  dispute: DisputeId,
  end: { readonly number: string; readonly words: string; readonly isAgreed: boolean },
  around: Around & { readonly silenceDays: number },
): Event | undefined {
  if (matter.disputeId !== dispute || !isOpen(matter)) return undefined
  const said = { by: null, as: 'system', seat: null, at: around.at } as const
  if (end.isAgreed)
    return { ...said, type: 'settled', outcome: end.words, silenceAt: silenceAfter(around.at, around.silenceDays), mediated: end.number }
  return matter.status === 'suspended'
    ? { ...said, type: 'resumed', why: 'mediation', reason: end.words, ...resetOf(matter, around) }
    : undefined
}
