/**
 * A file that was registered on this phone and has not arrived yet: made from its registration by the same rules, so that a mediator
 * without signal can go on with it at once. It has no number until the committee's next one is given.
 */
import type { Dispute } from '#modules/disputes/dispute.ts'
import type { Committee, DisputeFile, TypeChoice } from '#modules/disputes/reply.ts'
import { firstTable } from '#modules/disputes/rules/allowance.ts'
import { blank, evolve } from '#modules/disputes/rules/evolve.ts'
import { decideRegister } from '#modules/disputes/rules/register.ts'
import { mayOpen } from '#modules/disputes/rules/sight.ts'
import type { Register } from '#modules/disputes/wire.ts'
import type { CommandId, PersonId } from '#modules/kernel/ids.ts'
import { isRefusal } from '#modules/kernel/refusal.ts'
import type { Actor } from '#modules/people/actor.ts'
import type { Entry } from '#web/client/outbox-rules.ts'

type Known = { readonly types: readonly TypeChoice[]; readonly committees: readonly Committee[]; readonly placeName: string }

/** Undefined where the entry would be refused, or where its author will not find the file again. */
export function fileOfEntry(entry: Entry, actor: Actor, { types, committees, placeName }: Known): DisputeFile | undefined {
  const wanted = entry.body as unknown as Register
  const type = types.find(({ code }) => code === wanted.type)
  const event = decideRegister(wanted, actor, {
    ...{
      at: entry.madeAt,
      nationalType: type?.nationalType ?? wanted.nationalType ?? 'other',
      year: Number(entry.madeAt.slice(0, 4)),
      serial: 0,
    },
    matter: wanted.matterId ? { isMediated: false, isUntold: false } : undefined,
  })
  if (isRefusal(event)) return undefined
  const dispute: Dispute = evolve(blank(actor.county, wanted.id), event)
  if (!mayOpen(actor, dispute)) return undefined
  const committee = committees.find(({ place }) => place === wanted.committee)
  const members = committee?.people.map(({ id }) => id as PersonId) ?? [actor.id as PersonId]
  return {
    ...{ dispute, number: '', title: wanted.parties.map(({ identity }) => identity.name).join('、'), typeName: type?.name ?? wanted.type },
    ...{ placeName, committeeName: committee?.name ?? '', mediatorNames: dispute.mediators.map(() => actor.name), next: null, missing: 0 },
    nationalName: '',
    identities: Object.fromEntries(wanted.parties.map(({ id, identity }) => [id, identity])),
    events: [{ ...event, version: 1, commandId: entry.id as CommandId, byName: actor.name }],
    people: Object.fromEntries([[actor.id, actor.name], ...(committee?.people.map(({ id, name }) => [id, name] as const) ?? [])]),
    around: { at: entry.madeAt, local: {}, members, table: firstTable },
    ...{ openings: null, matter: null, offices: [], coded: [] },
  }
}
