/**
 * A matter as it will be once what waits in the outbox has arrived: the same rules that the server will run, run here.
 * What the rules would refuse now is left out; the server's answer will say so.
 */
import type { Category } from '#modules/categories/category.ts'
import { isRefusal } from '#modules/kernel/refusal.ts'
import type { Matter } from '#modules/matters/matter.ts'
import type { FilledSeat, MatterFile } from '#modules/matters/reply.ts'
import type { Event } from '#modules/matters/rules/event.ts'
import { evolve } from '#modules/matters/rules/evolve.ts'
import { decide, type Surroundings } from '#modules/matters/rules/procedure.ts'
import type { Command } from '#modules/matters/wire.ts'
import { type Actor, type Seat, sameSeat } from '#modules/people/actor.ts'
import type { Entry } from '#web/client/outbox-rules.ts'
import { seatWords } from '#web/ui/seat.ts'

export type Told = MatterFile['events'][number] & { readonly isPending?: boolean }

export type Foreseen = {
  readonly matter: Matter
  readonly events: readonly Told[]
  readonly holderName: string
  readonly isPending: boolean
}

export const seatsOf = (filled: readonly FilledSeat[]): Seat[] => filled as readonly FilledSeat[] as unknown as Seat[]

/** A seat with the names of who sits there, if somebody does. */
export const filledSeat = ({ around }: MatterFile, wanted: Seat | undefined): FilledSeat | undefined =>
  wanted && around.filled.find((seat) => sameSeat(seat as unknown as Seat, wanted))

/** What the rules need now. A category that is applied for is one of the catalogue's. */
export const surroundingsOf = (
  { around }: MatterFile,
  at: string,
  { application }: Pick<Matter, 'application'>,
  categories: readonly Category[],
): Surroundings => ({
  ...around,
  at,
  filled: seatsOf(around.filled),
  other: application?.category ? categories.find(({ code }) => code === application.category) : undefined,
})

/** `nameOf` says who sits where: "卫庄镇 乡镇干部". */
export function foresee(
  file: MatterFile,
  entries: readonly Entry[],
  actor: Actor,
  nameOf: (seat: FilledSeat) => string,
  categories: readonly Category[],
): Foreseen {
  let { matter } = file.row
  let holderName = seatWords({ role: matter.holderRole, department: matter.holderDepartment }, file.row.holderName)
  const events: Told[] = [...file.events]
  const known = new Set<string>(file.events.map(({ commandId }) => commandId))
  for (const entry of entries) {
    if (entry.kind !== 'command' || entry.subject.id !== matter.id || entry.state === 'refused' || known.has(entry.id)) continue
    const event = decide(
      matter,
      entry.body['command'] as Command,
      { as: 'staff', actor },
      surroundingsOf(file, entry.madeAt, matter, categories),
    )
    if (isRefusal(event)) continue
    matter = evolve(matter, event)
    const to = filledSeat(file, seatAfter(event))
    if (to) holderName = nameOf(to)
    const decider = filledSeat(file, event.type === 'applied' ? event.decider : undefined)
    const commandId = entry.id as Told['commandId']
    events.push({
      ...event,
      version: matter.version,
      commandId,
      byName: actor.name,
      toName: to ? nameOf(to) : null,
      deciderName: decider ? nameOf(decider) : null,
      fromName: null,
      isPending: true,
    } as Told)
  }
  return { matter, events, holderName, isPending: events.length > file.events.length }
}

/** The seat that an event leads to. */
function seatAfter(event: Event): Seat | undefined {
  const step = event.type === 'granted' ? event.consequence : event
  return 'to' in step && typeof step.to === 'object' ? step.to : undefined
}
