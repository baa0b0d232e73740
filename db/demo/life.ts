/**
 * One matter from its report to wherever it has come by now. Every step goes through the product's own decide() and evolve(),
 * so that the demo's files are ones that people could have made; a step that the rules refuse is a mistake here and throws.
 */
import type { CommandId, MatterId } from '#modules/kernel/ids.ts'
import { idFor } from '#modules/kernel/name-id.server.ts'
import { isRefusal } from '#modules/kernel/refusal.ts'
import type { Asker, Matter } from '#modules/matters/matter.ts'
import { tick } from '#modules/matters/rules/clock.ts'
import type { Event, Recorded } from '#modules/matters/rules/event.ts'
import { blank, evolve } from '#modules/matters/rules/evolve.ts'
import { decide } from '#modules/matters/rules/procedure.ts'
import { decideReport, type Report } from '#modules/matters/rules/report.ts'
import type { Command } from '#modules/matters/wire.ts'
import { countyOf } from '#modules/places/place.ts'
import type { Ground } from './ground.ts'
import type { Random } from './random.ts'
import { instant } from './rhythm.ts'
import type { Story } from './story.ts'

export type First = Omit<Report, 'id' | 'commandId'> & { readonly asker: Asker; readonly time: number; readonly story: Story }

export type Life = {
  matter: Matter
  readonly events: Recorded[]
  /** When the last thing happened, and when it came to the seat where it stands: milliseconds since the epoch. */
  time: number
  arrived: number
  readonly story: Story
}

export type Move = { readonly command: Command; readonly asker: Asker; readonly time: number; readonly commandId?: CommandId }

/** A UUID of version 7: the time, then chance that is the same every time. */
export function idAt<T extends string>(random: Random, time: number): T {
  const part = (digits: number) =>
    Math.floor(random() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0')
  const stamp = time.toString(16).padStart(12, '0')
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${part(3)}-${'89ab'[Math.floor(random() * 4)]}${part(3)}-${part(6)}${part(6)}` as T
}

export const staffAsker = (actor: (Asker & { as: 'staff' })['actor']): Asker => ({ as: 'staff', actor })

export function add(life: Life, event: Event, commandId: CommandId, time: number): void {
  life.matter = evolve(life.matter, event)
  life.events.push({ ...event, version: life.matter.version, commandId })
  life.time = time
  if ('acceptBy' in event) life.arrived = time
}

export function begin({ asker, time, story, ...report }: First, ground: Ground, random: Random): Life {
  const whole: Report = { ...report, id: idAt<MatterId>(random, time), commandId: idAt<CommandId>(random, time) }
  const event = decideReport(whole, asker, ground.surroundings(report.place, report.category, instant(time)), false)
  if (isRefusal(event)) throw new Error(`${JSON.stringify(event)} for ${JSON.stringify(report)}`)
  const life: Life = { matter: blank(countyOf(report.place), whole.id), events: [], time, arrived: time, story }
  add(life, event, whole.commandId, time)
  return life
}

export function happen(life: Life, { command, asker, time, commandId }: Move, ground: Ground, random: Random): void {
  const { place, category } = life.matter
  if (time < life.time) throw new Error(`${command.do} before what happened last`)
  const event = decide(life.matter, command, asker, ground.surroundings(place, category, instant(time)))
  if (isRefusal(event)) throw new Error(`${JSON.stringify(event)} for ${JSON.stringify(command)} on ${JSON.stringify(life.matter)}`)
  add(life, event, commandId ?? idAt<CommandId>(random, time), time)
}

/** Lets the clock do what is due before `until`. True if that was more than a reminder: then things go on differently. */
export function tickUntil(life: Life, ground: Ground, until: number): boolean {
  for (;;) {
    const { nextAt, place, category, id, version } = life.matter
    const time = nextAt === null ? until : Math.max(life.time, nextRound(Date.parse(nextAt)))
    if (time >= until) return false
    const event = tick(life.matter, ground.surroundings(place, category, instant(time)))
    if (!event) throw new Error(`the clock has nothing to do at ${nextAt} for ${JSON.stringify(life.matter)}`)
    add(life, event, idFor<CommandId>('clock', id, String(version)), time)
    if (event.type !== 'reminded') return true
  }
}

/** The clock looks once a minute. */
const nextRound = (time: number) => Math.ceil(time / 60_000) * 60_000 + 4000

export const silenceCommand = ({ id, movedVersion }: Matter): CommandId => idFor<CommandId>('silence', id, String(movedVersion))

export const has = (life: Life, type: Event['type']): boolean => life.events.some((event) => event.type === type)
