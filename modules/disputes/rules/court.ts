/** To court together: judicial confirmation of an agreement (art. 33; 民事诉讼法 arts. 205, 206; 法释〔2011〕5号). */
import type { LocalDays } from '#modules/kernel/calendar.ts'
import { type Refusal, refuse } from '#modules/kernel/refusal.ts'
import type { Dispute } from '../dispute.ts'
import type { Command } from '../wire.ts'
import type { Event, Said } from './event.ts'
import { unagreed } from './parties.ts'
import { courtUntil } from './procedure.ts'

type Of<Do extends Command['do']> = Extract<Command, { do: Do }>

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
