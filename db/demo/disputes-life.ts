/**
 * One dispute from its registration to wherever it has come by now. Every step goes through the product's own decide() and evolve(), and the
 * clock reminds as it would have, so that the demo's files are ones that people could have made; a step that the rules refuse throws.
 */

import { typeOf } from '#modules/disputes/codes/types.ts'
import type { Asker, Dispute } from '#modules/disputes/dispute.ts'
import { firstTable } from '#modules/disputes/rules/allowance.ts'
import { dueNow } from '#modules/disputes/rules/clock.ts'
import { decide } from '#modules/disputes/rules/decide.ts'
import type { Event } from '#modules/disputes/rules/event.ts'
import { blank, evolve } from '#modules/disputes/rules/evolve.ts'
import { decideRegister } from '#modules/disputes/rules/register.ts'
import type { Command, Identity, Register } from '#modules/disputes/wire.ts'
import type { CommandId, DisputeId, PersonId, PhotoId } from '#modules/kernel/ids.ts'
import { idFor } from '#modules/kernel/name-id.server.ts'
import { isRefusal } from '#modules/kernel/refusal.ts'
import type { Actor } from '#modules/people/actor.ts'
import { idAt } from './life.ts'
import type { Random } from './random.ts'
import { instant } from './rhythm.ts'
import { demoCounty } from './shown.ts'

export type Shot = {
  readonly id: PhotoId
  readonly of: 'signature' | 'paper'
  readonly by: PersonId | null
  readonly version: number
  readonly at: string
}

export type DisputeLife = {
  dispute: Dispute
  readonly events: { readonly event: Event; readonly commandId: CommandId }[]
  readonly identities: Map<string, Identity>
  readonly shots: Shot[]
  /** When the last thing happened, in milliseconds since the epoch. */
  time: number
  readonly random: Random
  /** Who sits on the committee. */
  readonly members: readonly PersonId[]
}

export type Start = Omit<Register, 'id' | 'commandId'>

function add(life: DisputeLife, event: Event, commandId: CommandId, time: number): void {
  life.dispute = evolve(life.dispute, event)
  life.events.push({ event, commandId })
  life.time = time
  const { version } = life.dispute
  const of = event.type === 'signed' && event.signatures.every(({ way }) => way === 'drawn') ? 'signature' : 'paper'
  for (const id of event.photos ?? []) life.shots.push({ id, of, by: event.by, version, at: event.at })
}

export function open(
  wanted: Start,
  actor: Actor,
  { time, serial, year, random, members }: { time: number; serial: number; year: number; random: Random; members: readonly PersonId[] },
): DisputeLife {
  const id = idAt<DisputeId>(random, time)
  const commandId = idAt<CommandId>(random, time)
  const nationalType = typeOf(wanted.type)?.nationalType
  const matter = wanted.matterId ? { isMediated: false, isUntold: false } : undefined
  const event = decideRegister({ ...wanted, id, commandId }, actor, { at: instant(time), nationalType, year, serial, matter })
  if (isRefusal(event)) throw new Error(`${JSON.stringify(event)} for ${JSON.stringify(wanted)}`)
  const identities = new Map(wanted.parties.map((party) => [party.id, party.identity]))
  const life: DisputeLife = { dispute: blank(demoCounty, id), events: [], identities, shots: [], time, random, members }
  add(life, event, commandId, time)
  return life
}

export function act(life: DisputeLife, asker: Asker, command: Command, time: number): void {
  remindUntil(life, time)
  const around = { at: instant(time), local: {}, members: life.members, table: firstTable }
  const event = decide(life.dispute, command, asker, around)
  if (isRefusal(event)) throw new Error(`${JSON.stringify(event)} for ${JSON.stringify(command)} on ${JSON.stringify(life.dispute)}`)
  if (command.do === 'invite') life.identities.set(command.guest, command.identity)
  add(life, event, idAt<CommandId>(life.random, time), time)
}

/** Lets the clock remind of what was due before `until`, each thing once (modules/disputes/jobs.server.ts). */
export function remindUntil(life: DisputeLife, until: number): void {
  for (;;) {
    const { id, nextAt } = life.dispute
    const time = nextAt === null ? until : Math.max(life.time, Date.parse(nextAt) + 4000)
    if (time >= until) return
    for (const { key, what, on } of dueNow(life.dispute, instant(time))) {
      const said = { by: null, as: 'system', at: instant(time) } as const
      add(life, { ...said, type: 'reminded', key, what, on }, idFor<CommandId>('reminded', id, key), time)
    }
  }
}
