/**
 * The form a record is written in: what it holds as it is typed, what is still missing, and the facts it becomes. One shape for every
 * kind, so that nothing typed is lost when the kind is changed. Pure.
 */
import { type BeatRecord, type EntryKind, entryKinds, houseNumber, type Purpose, type RecordKind } from '#modules/beats/beat.ts'
import type { Facts } from '#modules/beats/wire.ts'
import type { Day, PlaceCode } from '#modules/kernel/ids.ts'

export type Filled = {
  readonly on: Day
  readonly isPlan: boolean
  readonly plan: string
  readonly lane: string
  readonly house: string
  readonly purpose: Purpose | ''
  readonly heard: string
  readonly promised: string
  readonly promisedBy: string
  readonly about: string
  readonly attended: string
  readonly team: string
  readonly what: string
  readonly question: string
  readonly answer: string
  readonly isSolved: boolean
  /** How many of each, as typed. */
  readonly counts: Readonly<Record<EntryKind, string>>
}

export const noCounts: Filled['counts'] = { address: '', house: '', unit: '', person: '' }

export const blankForm = (today: Day): Filled => ({
  ...{ on: today, isPlan: false, plan: '', lane: '', house: '', purpose: '', heard: '', promised: '', promisedBy: '' },
  ...{ about: '', attended: '', team: '', what: '', question: '', answer: '', isSolved: false, counts: noCounts },
})

/** What a record says, to be put right. */
export function formOf({ on, facts }: Pick<BeatRecord, 'on' | 'facts'>): Filled {
  const blank = { ...blankForm(on) }
  switch (facts.kind) {
    case 'day':
      return { ...blank, isPlan: facts.state === 'planned', plan: facts.plan ?? '' }
    case 'visit': {
      const { lane, house, purpose, heard } = facts
      return { ...blank, lane, house, purpose, heard, promised: facts.promised ?? '', promisedBy: facts.promisedBy ?? '' }
    }
    case 'meeting':
      return { ...blank, about: facts.about, attended: facts.attended === null ? '' : String(facts.attended) }
    case 'help':
      return { ...blank, team: facts.team, what: facts.what }
    case 'advice':
      return { ...blank, question: facts.question, answer: facts.answer, isSolved: facts.isSolved }
    case 'entries':
      return { ...blank, counts: { ...noCounts, [facts.of]: String(facts.count) } }
  }
}

const number = (typed: string): number | undefined => (/^\d{1,4}$/.test(typed.trim()) ? Number(typed.trim()) : undefined)
const isOdd = (typed: string, most: number) => typed.trim() !== '' && !((number(typed) ?? 0) >= 1 && (number(typed) ?? 0) <= most)

export type Missing = 'on' | 'lane' | 'house' | 'purpose' | 'about' | 'attended' | 'team' | 'what' | 'question' | 'answer' | 'counts'

/** The first thing that is missing or cannot be read. `lanes`: of the village that is chosen. */
export function missingIn(kind: RecordKind, filled: Filled, lanes: readonly string[]): Missing | undefined {
  if (!filled.on) return 'on'
  switch (kind) {
    case 'day':
      return undefined
    case 'visit':
      if (!lanes.includes(filled.lane)) return 'lane'
      if (houseNumber(filled.house) === undefined) return 'house'
      return filled.purpose ? undefined : 'purpose'
    case 'meeting':
      if (!filled.about.trim()) return 'about'
      return isOdd(filled.attended, 5000) ? 'attended' : undefined
    case 'help':
      if (!filled.team.trim()) return 'team'
      return filled.what.trim() ? undefined : 'what'
    case 'advice':
      if (!filled.question.trim()) return 'question'
      return filled.isSolved && !filled.answer.trim() ? 'answer' : undefined
    case 'entries': {
      const typed = Object.values(filled.counts)
      return typed.every((count) => !count.trim()) || typed.some((count) => isOdd(count, 2000)) ? 'counts' : undefined
    }
  }
}

/** One record, or as many as there are kinds of entries; only for a form in which nothing is missing. */
export function factsOf(kind: RecordKind, filled: Filled, today: Day): Facts[] {
  const promised = filled.promised.trim()
  switch (kind) {
    case 'day': {
      const plan = filled.plan.trim()
      return [{ kind, state: filled.isPlan || filled.on > today ? 'planned' : 'done', ...(plan ? { plan } : {}) }]
    }
    case 'visit': {
      const seen = { kind, lane: filled.lane as PlaceCode, house: houseNumber(filled.house) ?? '', purpose: filled.purpose as Purpose }
      const word = promised ? { promised, ...(filled.promisedBy ? { promisedBy: filled.promisedBy } : {}) } : {}
      return [{ ...seen, heard: filled.heard.trim(), ...word }]
    }
    case 'meeting': {
      const attended = number(filled.attended)
      return [{ kind, about: filled.about.trim(), ...(attended ? { attended } : {}) }]
    }
    case 'help':
      return [{ kind, team: filled.team.trim(), what: filled.what.trim() }]
    case 'advice':
      return [{ kind, question: filled.question.trim(), answer: filled.answer.trim(), isSolved: filled.isSolved }]
    case 'entries':
      return entryKinds.flatMap((of): Facts[] => {
        const count = number(filled.counts[of])
        return count ? [{ kind, of, count }] : []
      })
  }
}

/** The doors beside a door: "12" → 13, 14, 11; "12-1" → 13, 14, 11. Nothing for a door without a number. */
export function nextDoors(house: string): string[] {
  const door = Number(/^\d+/.exec(house.trim())?.[0])
  return Number.isInteger(door) && door > 0 ? [door + 1, door + 2, door - 1].filter((each) => each > 0).map(String) : []
}

/** The form for the house next door: the lane, the day and the purpose stay. */
export const nextDoor = (filled: Filled, today: Day): Filled => ({
  ...blankForm(today),
  ...{ on: filled.on, lane: filled.lane, purpose: filled.purpose },
})
