/** Who and what a demo dispute is about, and how its steps are written down. */
import type { Asker } from '#modules/disputes/dispute.ts'
import type { Command } from '#modules/disputes/wire.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { PhotoId } from '#modules/kernel/ids.ts'
import type { Actor } from '#modules/people/actor.ts'
import type { DisputeLife } from './disputes-life.ts'
import { idAt } from './life.ts'
import { instant } from './rhythm.ts'
import type { Case } from './texts/mediation.ts'

export type Ending = 'written' | 'oral' | 'failed' | 'declined' | 'withdrawn'

export type Scene = {
  readonly life: DisputeLife
  readonly about: Case
  readonly ending: Ending
  /** Those who sit on the committee, the head first. */
  readonly members: readonly Actor[]
  readonly heads: readonly Actor[]
  /** Who decides an allowance of this committee. */
  readonly deciders: readonly Actor[]
  /** Left unanswered until now: signs of escalation without a preventive measure. */
  readonly isAlarming: boolean
  /** Agreed on paper, and nobody has come to sign yet. */
  readonly isUnsigned: boolean
  readonly fen: number | null
}

/** `after`: hours from what happened last, at least and at most; or the time itself. */
export type Step = { readonly asker: Asker; readonly command: (time: number) => Command } & (
  | { readonly after: readonly [number, number] }
  | { readonly at: number }
)

export const on = (time: number) => dayOf(instant(time))

export const photo = ({ random, time }: DisputeLife): PhotoId => idAt<PhotoId>(random, time)

/** A mediator of the file, or its head where nobody is. */
export const mediatorOf = ({ life, members, heads }: Scene): Actor =>
  members.find(({ id }) => id === life.dispute.mediators[0]) ?? heads[0]!

export const staff = (actor: Actor): Asker => ({ as: 'staff', actor })
