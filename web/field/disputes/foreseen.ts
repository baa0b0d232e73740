/**
 * A dispute as it will be once what waits in the outbox has arrived: the same rules that the server will run, run here. What they would
 * refuse now is left out; the server's answer will say so.
 */
import type { Dispute } from '#modules/disputes/dispute.ts'
import type { DisputeFile } from '#modules/disputes/reply.ts'
import { decide } from '#modules/disputes/rules/decide.ts'
import { evolve } from '#modules/disputes/rules/evolve.ts'
import type { Command, Identity } from '#modules/disputes/wire.ts'
import { isRefusal } from '#modules/kernel/refusal.ts'
import type { Actor } from '#modules/people/actor.ts'
import type { Entry } from '#web/client/outbox-rules.ts'

export type Told = DisputeFile['events'][number] & { readonly isPending?: boolean }

export type Foreseen = {
  readonly dispute: Dispute
  readonly events: readonly Told[]
  readonly identities: DisputeFile['identities']
  readonly isPending: boolean
}

/** Who a command brings into the file, or corrects: it is kept beside the file, so the rules do not carry it. */
function known(command: Command): Readonly<Record<string, Identity>> {
  switch (command.do) {
    case 'addParty':
      return { [command.party.id]: command.party.identity }
    case 'amendParty':
      return { [command.party]: command.identity }
    case 'invite':
      return { [command.guest]: command.identity }
    default:
      return {}
  }
}

export function foresee(file: DisputeFile, entries: readonly Entry[], actor: Actor): Foreseen {
  let { dispute, identities } = file
  const events: Told[] = [...file.events]
  const there = new Set<string>(file.events.map(({ commandId }) => commandId))
  for (const { id, kind, subject, state, body, madeAt } of entries) {
    if (kind !== 'command' || subject.id !== dispute.id || state === 'refused' || there.has(id)) continue
    const command = body['command'] as Command
    const event = decide(dispute, command, { as: 'staff', actor }, { ...file.around, at: madeAt })
    if (isRefusal(event)) continue
    dispute = evolve(dispute, event)
    identities = { ...identities, ...known(command) }
    events.push({ ...event, version: dispute.version, commandId: id as Told['commandId'], byName: actor.name, isPending: true })
  }
  return { dispute, events, identities, isPending: events.length > file.events.length || dispute.serial === 0 }
}
