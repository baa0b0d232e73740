/** To court together: judicial confirmation of an agreement (art. 33; 民事诉讼法 arts. 205, 206; 法释〔2011〕5号). */
import { dayOf, type LocalDays } from '#modules/kernel/calendar.ts'
import type { Day, Instant } from '#modules/kernel/ids.ts'
import { type Refusal, refuse } from '#modules/kernel/refusal.ts'
import type { Dispute } from '../dispute.ts'
import type { Command } from '../wire.ts'
import { confirmBy, daysAfter } from './clock.ts'
import type { Event, Said } from './event.ts'
import { unagreed } from './parties.ts'

type Of<Do extends Command['do']> = Extract<Command, { do: Do }>

/** The last day on which the parties can go to court together; null without an agreement that binds. */
export const courtUntil = ({ agreement }: Pick<Dispute, 'agreement'>, local: LocalDays): Day | null =>
  agreement?.effectiveOn ? confirmBy(agreement.effectiveOn, local) : null

/** Days in which an application made in time can still be written into the file: as many as the court has to decide (法释〔2011〕5号 art. 5). */
const daysToRecord = 15

/** Whether the court can be asked at all. It can be asked again when it did not take the application, as long as there is time. */
export function whyNotCourt(dispute: Dispute, at: Instant, local: LocalDays): Refusal | undefined {
  const { confirmation, agreement } = dispute
  if (confirmation && confirmation.result !== 'notAccepted') return refuse('dispute.court_asked')
  // The agreement itself is among the papers that the court wants to see (法释〔2011〕5号 art. 3).
  if (agreement?.form === 'oral') return refuse('dispute.court_oral')
  const until = courtUntil(dispute, local)
  return until !== null && dayOf(at) > daysAfter(until, daysToRecord) ? refuse('dispute.court_late', { until }) : undefined
}

/** It is the day of the application that has to be in time, not the day on which somebody writes it into the file. */
export function courtAsked(dispute: Dispute, command: Of<'askCourt'>, said: Said, local: LocalDays): Event | Refusal {
  const { court, on: askedOn, concerns, agreedBy } = command
  if (concerns !== 'rights') return refuse('dispute.court_excluded', { concerns })
  const { effectiveOn = null } = dispute.agreement ?? {}
  if (effectiveOn === null || askedOn < effectiveOn) return refuse('dispute.before_agreement', { day: effectiveOn })
  const until = courtUntil(dispute, local)!
  if (askedOn > until) return refuse('dispute.court_late', { until })
  const alone = unagreed(dispute, agreedBy)
  if (alone) return refuse('dispute.court_alone', alone.facts)
  return { ...said, type: 'courtAsked', confirmation: { court, askedOn, result: null, decidedOn: null, paperNumber: null } }
}

export function courtDecided(dispute: Dispute, { result, on, paperNumber }: Of<'courtDecided'>, said: Said): Event | Refusal {
  const { askedOn = on } = dispute.confirmation ?? {}
  if (on < askedOn) return refuse('dispute.day_before', { day: askedOn })
  return { ...said, type: 'courtDecided', result, on, paperNumber: paperNumber || null }
}
