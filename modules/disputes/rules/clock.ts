/**
 * The clocks of a file. Nothing here moves a dispute: it reminds, each thing once, and says who is to hear of it.
 *
 *   a file to be accepted       three days after it was registered              (art. 21: without delay)
 *   thirty days to settle       three days before, and when they are over           (人民调解法 sets none; common practice, 司法部 2002)
 *   a promise in the agreement  three days before its day, and the day after it     (art. 31: the committee sees that it is kept)
 *   thirty days to go to court  ten days before the last day, and three             (art. 33; 民事诉讼法 art. 205)
 *   a return visit              fifteen days after it began to bind
 *   a preventive measure        when its day and night are over                     (art. 25)
 */
import { dayOf, daysAfter, isWorked, type LocalDays, startOf } from '#modules/kernel/calendar.ts'
import type { Day, Instant } from '#modules/kernel/ids.ts'
import { type Dispute, isOpen } from '../dispute.ts'
import type { Reminder } from './event.ts'

/** Calendar days: to settle in, that all parties together can add, and to go to court in. */
export const daysToSettle = 30
export const daysToExtend = 30
export const daysToConfirm = 30
const daysToAccept = 3
const daysToRevisit = 15

/** The last day on which the parties can ask the court: a last day that is not worked rolls on to the next that is (民法典 art. 203). */
export function confirmBy(effectiveOn: Day, local: LocalDays = {}): Day {
  let last = daysAfter(effectiveOn, daysToConfirm)
  while (!isWorked(last, local)) last = daysAfter(last, 1)
  return last
}

export type Due = { readonly key: string; readonly what: Reminder; readonly on: Day; readonly at: Instant }

const due = (what: Reminder, on: Day, of = ''): Due => ({ key: `${what} ${of || on}`, what, on, at: startOf(on) })

/**
 * All that the clock has to say, in groups: in each, what comes later says more, and makes what came before needless. So whoever brings an
 * old paper into the file, or a clock that stood still, is reminded once and not twice in one breath.
 */
function groups(dispute: Dispute): Due[][] {
  const { status, settleBy, agreement, confirmation, revisits, preventBy, registeredAt } = dispute
  const all: Due[][] = []
  if (status === 'registered' && registeredAt) all.push([due('acceptLate', daysAfter(dayOf(registeredAt), daysToAccept), 'first')])
  if (isOpen(dispute) && settleBy)
    all.push([due('settleSoon', daysAfter(settleBy, -3), settleBy), due('settleLate', daysAfter(settleBy, 1), settleBy)])
  if (status === 'performing' && agreement?.effectiveOn) {
    for (const { id, state, dueOn } of agreement.terms)
      if (state === 'due') all.push([due('termSoon', daysAfter(dueOn, -3), id), due('termLate', daysAfter(dueOn, 1), id)])
    const last = confirmBy(agreement.effectiveOn)
    if (!confirmation && agreement.form === 'written')
      all.push([due('courtSoon', daysAfter(last, -10), `10 ${last}`), due('courtSoon', daysAfter(last, -3), `3 ${last}`)])
  }
  if ((status === 'performing' || status === 'performed') && agreement?.effectiveOn && revisits.length === 0)
    all.push([due('revisit', daysAfter(agreement.effectiveOn, daysToRevisit), 'first')])
  if (preventBy) all.push([{ key: `preventLate ${preventBy}`, what: 'preventLate', on: dayOf(preventBy), at: preventBy }])
  return all.map((group) => group.slice(group.findLastIndex(({ key }) => dispute.reminded.includes(key)) + 1))
}

/** Everything that the clock still has to remind of, in no order. */
export const pending = (dispute: Dispute): Due[] => groups(dispute).flat()

/** What a calendar shows, each thing once: what is late, on the day after its day; the way to court, on the last day that is open. */
export function onCalendar(dispute: Dispute, local: LocalDays): Due[] {
  const all = pending({ ...dispute, reminded: [] })
  const { effectiveOn } = dispute.agreement ?? {}
  return [
    ...all.filter(({ what }) => !what.endsWith('Soon')),
    ...(effectiveOn && all.some(({ what }) => what === 'courtSoon') ? [due('courtSoon', confirmBy(effectiveOn, local), 'last')] : []),
  ]
}

/** The next instant at which the clock has to look at it; null if never. */
export const nextAt = (dispute: Dispute): Instant | null =>
  pending(dispute).reduce<Instant | null>((first, { at }) => (first === null || at < first ? at : first), null)

/** What is to be reminded of now, oldest first; of each thing only the last word. */
export const dueNow = (dispute: Dispute, now: Instant): Due[] =>
  groups(dispute)
    .flatMap((group) => group.findLast(({ at }) => at <= now) ?? [])
    .sort((one, other) => (one.at < other.at ? -1 : 1))

/** What it would be idle to remind of: the way to court, where an agreement comes into the file when it is over already. */
export function tooLate(dispute: Dispute, at: Instant): string[] {
  const { effectiveOn } = dispute.agreement ?? {}
  if (!effectiveOn || confirmBy(effectiveOn) >= dayOf(at)) return []
  return pending(dispute).flatMap(({ what, key }) => (what === 'courtSoon' ? [key] : []))
}
