/** One record of a village day from its filing to what became of it, through the product's own rules: what they refuse is a mistake here. */
import type { BeatRecord } from '#modules/beats/beat.ts'
import { blank, decide, decideFile, type Event, evolve, type Recorded } from '#modules/beats/rules/decide.ts'
import type { Command, Facts } from '#modules/beats/wire.ts'
import type { CommandId, Day, PlaceCode } from '#modules/kernel/ids.ts'
import { isRefusal, type Refusal } from '#modules/kernel/refusal.ts'
import type { Actor } from '#modules/people/actor.ts'
import { idAt } from './life.ts'
import type { Random } from './random.ts'
import { instant } from './rhythm.ts'

export type BeatLife = { record: BeatRecord; readonly events: Recorded[] }

function add(life: BeatLife, event: Event | Refusal, random: Random, time: number): void {
  if (isRefusal(event)) throw new Error(`${JSON.stringify(event)} for ${JSON.stringify(life.record)}`)
  life.record = evolve(life.record, event)
  life.events.push({ ...event, version: life.record.version, commandId: idAt<CommandId>(random, time) })
}

export function fileRecord(random: Random, actor: Actor, village: PlaceCode, on: Day, facts: Facts, time: number): BeatLife {
  const life: BeatLife = { record: blank(actor.county, idAt<string>(random, time)), events: [] }
  add(life, decideFile({ do: 'file', village, on, facts }, actor, instant(time)), random, time)
  return life
}

export function goOn(random: Random, life: BeatLife, actor: Actor, command: Exclude<Command, { do: 'file' }>, time: number): void {
  add(life, decide(life.record, command, actor, instant(time)), random, time)
}
