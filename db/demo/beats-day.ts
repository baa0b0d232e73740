/** One day of an officer or adviser in a village: the households they went to, what they heard and promised, and what else the day brought. */
import { type Purpose, purposes } from '#modules/beats/beat.ts'
import type { Facts } from '#modules/beats/wire.ts'
import { daysAfter } from '#modules/kernel/calendar.ts'
import type { Day, PlaceCode } from '#modules/kernel/ids.ts'
import { type BeatLife, fileRecord, goOn } from './beats-life.ts'
import type { Conduct, Stint } from './beats-people.ts'
import type { Village } from './county.ts'
import { between, chance, pick, type Random, seeded, weighted } from './random.ts'
import { day, hour, midnight, minute } from './rhythm.ts'
import * as texts from './texts/beats.ts'
import { fill, inSeason, type Template } from './texts/template.ts'

export type Door = { readonly lane: PlaceCode; readonly house: string }
/** The way an officer goes through the village: every door once, in an order of their own, then again. */
export type Round = { readonly doors: readonly Door[]; at: number }

export function roundOf({ code, grids }: Village, { trick }: Conduct): Round {
  const random = seeded('round', code)
  const doors = grids.flatMap(({ lanes }) =>
    lanes.flatMap(({ code: lane, households }) => Array.from({ length: households }, (_, n) => ({ lane, house: String(n + 1) }))),
  )
  const mixed = doors.map((door) => [random(), door] as const).sort(([one], [other]) => one - other)
  return { doors: mixed.slice(0, trick === 'sameHouseholds' ? 7 : undefined).map(([, door]) => door), at: 0 }
}

export type At = {
  readonly random: Random
  readonly stint: Stint
  readonly village: Village
  readonly on: Day
  /** The demo's present, in milliseconds. */
  readonly now: number
}

const clock = (on: Day, random: Random, from: number, to: number) => Math.floor(midnight(on) + from * hour + random() * (to - from) * hour)

/** Files what was done at a time; who is behind often does so days later. Undefined where that is still ahead. */
export function filed({ random, stint, village, on, now }: At, facts: Facts, time: number): BeatLife | undefined {
  const slow = stint.conduct.keeps === 'behind' && chance(random, 0.25) ? between(random, 1, 8) * day : between(random, 1, 15) * minute
  const at = time + slow < now ? time + slow : time + minute
  return at < now ? fileRecord(random, stint.actor, village.code, on, facts, at) : undefined
}

export const say = (random: Random, on: Day, from: readonly Template[]) =>
  fill(random, pick(random, inSeason(from, Number(on.slice(5, 7)))))

const perDay = {
  good: [
    [5, 50],
    [6, 28],
    [7, 14],
    [8, 8],
  ],
  average: [
    [3, 8],
    [4, 12],
    [5, 45],
    [6, 23],
    [7, 12],
  ],
  behind: [
    [1, 15],
    [2, 22],
    [3, 25],
    [4, 18],
    [5, 20],
  ],
} as const satisfies Record<Conduct['keeps'], readonly (readonly [number, number])[]>
const kept = { good: 0.995, average: 0.97, behind: 0.85 }
const weights: Record<Purpose, number> = { safety: 20, fraud: 22, fire: 14, dispute: 9, care: 16, traffic: 8, advice: 6, other: 5 }

export function visits(at: At, round: Round, count?: number): BeatLife[] {
  const { random, stint, on, now } = at
  const { keeps, trick } = stint.conduct
  const many = count ?? weighted(random, perDay[keeps])
  return Array.from({ length: many }, (_, nth) => {
    // Mostly the next door of the round; now and then one that was seen not long ago.
    const back = chance(random, 0.12) ? between(random, 1, 12) : 0
    const door = round.doors[Math.max(0, round.at - back) % round.doors.length]!
    round.at += back === 0 ? 1 : 0
    const purpose = weighted(
      random,
      purposes.map((each) => [each, weights[each]] as const),
    )
    const words =
      trick === 'sameWords' && chance(random, 0.6) ? '走访群众，宣传安全防范知识，一切正常' : say(random, on, texts.heard[purpose])
    const gives = chance(random, 0.13)
    const promise = gives ? { promised: say(random, on, texts.promised), promisedBy: daysAfter(on, between(random, 5, 14)) } : {}
    const time = clock(on, random, (nth < 4 ? 8.6 : 13) + nth * 0.75, (nth < 4 ? 9.2 : 13.5) + nth * 0.75)
    const life = filed(at, { kind: 'visit', ...door, purpose, heard: words, ...promise }, time)
    if (!life) return []
    if (gives && chance(random, kept[keeps])) {
      const then = clock(daysAfter(on, between(random, 2, 16)), random, 8, 19)
      if (then < now && then > Date.parse(life.record.filedAt))
        goOn(random, life, stint.actor, { do: 'keep', on: new Date(then + 8 * hour).toISOString().slice(0, 10) }, then)
    } else if (chance(random, 0.003)) {
      const then = Date.parse(life.record.filedAt) + between(random, 2, 30) * hour
      if (then < now) goOn(random, life, stint.actor, { do: 'void', reason: '门牌记错了，另记一条' }, then)
    }
    return [life]
  }).flat()
}

/** A day that was planned the evening before, or written down when it was done. Undefined and no visits where it was called off. */
export function dayOut(at: At, planned: boolean): { lives: BeatLife[]; isOff: boolean } {
  const { random, stint, on, now, village } = at
  if (!planned) {
    const life = chance(random, 0.4) ? filed(at, { kind: 'day', state: 'done' }, clock(on, random, 17, 18)) : undefined
    return { lives: life ? [life] : [], isOff: false }
  }
  const before = Math.min(clock(daysAfter(on, -1), random, 16, 21), now - between(random, 20, 240) * minute)
  const life = fileRecord(
    random,
    stint.actor,
    village.code,
    on,
    { kind: 'day', state: 'planned', plan: say(random, on, texts.plans) },
    before,
  )
  const isOff = chance(random, 0.025)
  const end = isOff ? clock(on, random, 7, 8) : clock(on, random, 17.2, 18.5)
  if (end < now) goOn(random, life, stint.actor, { do: 'finish', state: isOff ? 'cancelled' : 'done' }, end)
  return { lives: [life], isOff }
}

export function advice(at: At, solved: number): BeatLife | undefined {
  const { random, on } = at
  const [question, answer] = pick(random, texts.questions)
  const isSolved = chance(random, solved)
  const words = { question: fill(random, question), answer: isSolved ? fill(random, answer) : say(random, on, texts.unsolved) }
  return filed(at, { kind: 'advice', ...words, isSolved }, clock(on, random, 10, 17))
}

export const meeting = (at: At): BeatLife | undefined =>
  filed(
    at,
    { kind: 'meeting', about: say(at.random, at.on, texts.meetings), attended: between(at.random, 9, 68) },
    clock(at.on, at.random, 15, 17),
  )

export const help = (at: At): BeatLife | undefined =>
  filed(
    at,
    {
      kind: 'help',
      team: texts.teams(at.village.name.replace(/(村委会|社区居委会|居委会)$/, '')),
      what: say(at.random, at.on, texts.helps),
    },
    clock(at.on, at.random, 16, 18),
  )

const many = { good: [21, 38], average: [14, 31], behind: [5, 23] } as const

/** What was entered in the police's own system on a day: a count of a kind, or of two. */
export function entries(at: At): BeatLife[] {
  const { random, on, stint } = at
  const { keeps, trick } = stint.conduct
  const [least, most] = many[keeps]
  const count = trick === 'roundNumbers' ? 10 * between(random, 1, 3) : between(random, least, most)
  const half = trick !== 'roundNumbers' && chance(random, 0.4) ? Math.floor(count / 2) : 0
  return [count - half, half].flatMap((number) => {
    if (number === 0) return []
    const life = filed(at, { kind: 'entries', of: weighted(random, texts.entryKindsBy), count: number }, clock(on, random, 14, 18))
    return life ? [life] : []
  })
}
