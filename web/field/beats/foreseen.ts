/**
 * The records as they will be once what waits on this phone has arrived: the same rules run here and on the server, so whoever works
 * without signal sees the day as they have written it. Pure.
 */
import type { BeatRecord } from '#modules/beats/beat.ts'
import type { RecordRow } from '#modules/beats/reply.ts'
import { blank, decide, decideFile, type Event, evolve } from '#modules/beats/rules/decide.ts'
import type { Command } from '#modules/beats/wire.ts'
import { isRefusal, type Refusal } from '#modules/kernel/refusal.ts'
import type { Actor } from '#modules/people/actor.ts'
import type { Entry } from '#web/client/outbox-rules.ts'

export type Names = { readonly village: (code: string) => string; readonly lane: (code: string) => string | null }
export type Foreseen = RecordRow & { readonly isPending: boolean }

const commandIn = ({ body, subject, path }: Entry): Command | undefined =>
  subject.of === 'beats' && path.startsWith('/beats/records/') ? (body['command'] as Command) : undefined

const decided = (before: BeatRecord, command: Command, actor: Actor, at: string): Event | Refusal =>
  command.do === 'file' ? decideFile(command, actor, at) : decide(before, command, actor, at)

/** The newest first. What was refused is not foreseen: it waits in the outbox to be put right. */
export function foreseen(rows: readonly RecordRow[], entries: readonly Entry[], actor: Actor, names: Names): Foreseen[] {
  const now = new Map(rows.map((row): [string, Foreseen] => [row.record.id, { ...row, isPending: false }]))
  for (const entry of entries) {
    const command = entry.state === 'refused' ? undefined : commandIn(entry)
    if (!command) continue
    const { id } = entry.subject
    const row = now.get(id)
    // It has arrived, and the phone has not yet heard that it has.
    if (command.do === 'file' ? row : !row) continue
    const before = row?.record ?? blank(actor.county, id)
    const event = decided(before, command, actor, entry.madeAt)
    if (isRefusal(event)) continue
    const record = evolve(before, event)
    const laneName = record.facts.kind === 'visit' ? names.lane(record.facts.lane) : null
    now.set(id, { record, byName: row?.byName ?? actor.name, villageName: names.village(record.village), laneName, isPending: true })
  }
  return [...now.values()].sort((one, other) => (one.record.filedAt < other.record.filedAt ? 1 : -1))
}

/** Made on this phone and not arrived: what no list of the server has. */
export const unsent = (entries: readonly Entry[], actor: Actor, names: Names): Foreseen[] => foreseen([], entries, actor, names)
