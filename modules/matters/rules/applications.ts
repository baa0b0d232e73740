/** What a holder applies for, and what follows when it is granted: 延期, 挂起, 改类, 作废, 退回. The consequence for the clock is here. */
import type { Category } from '#modules/categories/category.ts'
import { dayOf, dueAfter, startOf, workingDay } from '#modules/kernel/calendar.ts'
import { type Refusal, refuse } from '#modules/kernel/refusal.ts'
import type { Seat } from '#modules/people/actor.ts'
import { type Application, daysAtMost, holderOf, type Matter } from '../matter.ts'
import type { Command } from '../wire.ts'
import { type Around, arrivalAt, decideBy, pauseOf, remindAt } from './clock.ts'
import type { Consequence } from './event.ts'
import { firstSeat, isOnLadder, rungOf, seatDeciding } from './ladder.ts'

type Apply = Extract<Command, { do: 'apply' }>

const aDay = 86_400_000

/** The application that a wish becomes: who decides it, and by when. */
export function applied(matter: Matter, wish: Apply, around: Around): Omit<Application, 'id' | 'by' | 'at'> | Refusal {
  const { kind, reason, days = null, until = null, category = null } = wish
  const needsWork = kind === 'extension' || kind === 'suspension'
  if (needsWork && matter.status !== 'working') return refuse('matter.accept_first')
  if (kind === 'extension' && days === null) return refuse('matter.wish_incomplete', { field: 'days' })
  if (
    kind === 'suspension' &&
    (until === null || until <= dayOf(around.at) || Date.parse(until) - Date.parse(dayOf(around.at)) > daysAtMost.suspension * aDay)
  )
    return refuse('matter.wish_incomplete', { field: 'until' })
  if (kind === 'reclassification' && (category === null || category === matter.category))
    return refuse('matter.wish_incomplete', { field: 'category' })
  const from = holderOf(matter)
  const decider = seatDeciding(from, matter.place, around.category, around.filled)
  if (!decider) return refuse('matter.nobody_above')
  return {
    kind,
    from,
    reason,
    decider,
    decideBy: decideBy(matter, around),
    days: kind === 'extension' ? days : null,
    until: kind === 'suspension' ? until : null,
    category: kind === 'reclassification' ? category : null,
  }
}

/**
 * What follows from granting. An extension counts from the promise, or from now if that has passed; a suspension stops the clock and keeps
 * what was left; a new category begins new promises, at the same seat if its ladder has it; "not ours" comes back to who granted it.
 */
export function consequenceOf(
  matter: Matter,
  wish: Application,
  decider: Seat,
  around: Around & { readonly other?: Category | undefined },
): Consequence | Refusal {
  switch (wish.kind) {
    case 'extension': {
      const { runs } = around.category.limits[rungOf(holderOf(matter))].settle
      const minutes = (wish.days ?? 0) * (runs === 'working' ? workingDay : 24 * 60)
      const from = matter.settleBy > around.at ? matter.settleBy : around.at
      const settleBy = dueAfter(from, { minutes, runs }, around.local)
      return { kind: 'extension', settleBy, remindAt: remindAt(around.at, settleBy, runs, around.local) }
    }
    case 'suspension': {
      const until = startOf(wish.until ?? dayOf(around.at))
      if (until <= around.at) return refuse('matter.wish_incomplete', { field: 'until' })
      return { kind: 'suspension', pause: { ...pauseOf(matter, until, around), until } }
    }
    case 'reclassification': {
      const { other } = around
      if (!other || other.code !== wish.category) return refuse('category.unknown', { category: wish.category })
      const holder = holderOf(matter)
      const stays =
        isOnLadder(holder) && other.ladder.includes(holder.role) && (holder.department === null || holder.department === other.department)
      const to = stays ? holder : firstSeat(matter.place, other, around.filled)
      const { code, isPublic, isEmergency, goesAround } = other
      const labels = { category: code, isPublic, isEmergency, goesAround, seenBy: other.isRestricted ? other.ladder : null }
      const told = isEmergency ? { told: [other.department] } : {}
      return { kind: 'reclassification', ...labels, ...told, ...arrivalAt(to, { ...around, category: other }) }
    }
    case 'voiding':
      return { kind: 'voiding' }
    case 'notOurs': {
      const { role, place, department } = decider
      return { kind: 'notOurs', ...arrivalAt({ role, place, department }, around) }
    }
  }
}
