/**
 * The outbox's rules: what goes next, what an answer means, and when to try again. Pure.
 *
 *   waiting ──▶ sending ──▶ gone            the server has it
 *      ▲           │
 *      ├───────────┤  no signal, our fault, signed out, too many at once
 *      │           ▼
 *      │        refused ──▶ discarded, or edited and sent anew
 *      └───────────┘ retried by the person
 *
 * One subject's entries (a matter's, a dispute's, a record's of a village day) go in the order they were made. A refused one holds those behind it, because they were made
 * on the belief that it happened.
 */
import type { Instant } from '#modules/kernel/ids.ts'
import { type Refusal, refuse } from '#modules/kernel/refusal.ts'

/** What an entry is about, by its id: a matter, a dispute, or something of the work in a village (a record, bulletin, clue, group or facility). */
export type Subject = { readonly of: 'matters' | 'disputes' | 'beats'; readonly id: string }

export const isSame = (one: Subject, other: Subject): boolean => one.id === other.id && one.of === other.of

/** What was typed, the draft it was kept as, and the page of the form: it goes back there when it was refused. */
export type Form = { readonly draft: string; readonly value: unknown; readonly page: string }

export type Entry = {
  /** The command's id, minted when it was tapped: sent twice, it happens once. */
  readonly id: string
  /** Whose it is: nobody else signing in on this phone sees or sends it. */
  readonly person: string
  /** `first`: it begins what it is about, a report or a registration. */
  readonly kind: 'first' | 'command'
  readonly subject: Subject
  /** What has to be there first, beside its own subject: the matter that came of a visit, before the visit points at it. */
  readonly after?: Subject
  /** POST unless it says so. */
  readonly method?: 'PUT' | 'DELETE'
  readonly path: string
  readonly body: { readonly [name: string]: unknown }
  /** Photos that have to be there first. */
  readonly photos: readonly string[]
  /** What it is about, in words, for the list of what waits. */
  readonly about: string
  /** The form as it was typed, to be corrected if it is refused. */
  readonly form?: Form
  readonly madeAt: Instant
  /** Counts up on this device; the order in which things were tapped. */
  readonly order: number
  readonly tries: number
  /** Not before this, after a try that failed. */
  readonly notBefore: Instant | null
  readonly state: 'waiting' | 'sending' | 'refused'
  readonly refusal: Refusal | null
}

export const inOrder = (entries: readonly Entry[]): Entry[] => [...entries].sort((one, other) => one.order - other.order)

/** Whether `later` is made on top of what is about `subject`. */
const isOn = (subject: Subject, later: Entry): boolean =>
  isSame(subject, later.subject) || (later.after !== undefined && isSame(subject, later.after))

/** Why an entry does not go now, though it waits: an earlier one about the same subject has to go first. */
export const heldBy = (entry: Entry, entries: readonly Entry[]): Entry | undefined =>
  inOrder(entries).find((each) => isOn(each.subject, entry) && each.order < entry.order)

/** What goes with an entry that is let go: what only said that it had come of something else. */
export const goesWith = (gone: Entry, entries: readonly Entry[]): Entry[] =>
  gone.kind === 'first' ? entries.filter(({ after }) => after !== undefined && isSame(after, gone.subject)) : []

type Round = {
  readonly now: Instant /** Signal has just come back, or somebody asked: the waiting time does not count. */
  readonly isForced: boolean
  readonly tried: ReadonlySet<string>
}

/** The next to send in a round, which tries each once. */
export const nextToSend = (entries: readonly Entry[], { now, isForced, tried }: Round): Entry | undefined =>
  inOrder(entries).find(
    (each) =>
      each.state !== 'refused' && !tried.has(each.id) && !heldBy(each, entries) && (isForced || !each.notBefore || each.notBefore <= now),
  )

/** When to look again by itself; undefined when nothing waits or everything is held. */
export function nextLook(entries: readonly Entry[]): Instant | undefined {
  const times = entries.filter((each) => each.state !== 'refused' && !heldBy(each, entries)).map((each) => each.notBefore ?? '')
  return times.sort()[0]
}

const keptFor: readonly string[] = ['offline', 'internal', 'not_signed_in', 'password.must_change', 'throttled']
const patientWithConflict = 5

/** What an answer means for what was sent: it is not lost unless the server has it or the person lets it go. */
export function verdict({ refused }: Refusal, status: number, tries: number): 'later' | 'refused' {
  if (keptFor.includes(refused) || status === 0 || status >= 500 || [401, 408, 425, 429].includes(status)) return 'later'
  if (refused === 'conflict' && tries < patientWithConflict) return 'later'
  return 'refused'
}

/** Whether it is of no use to send anything else now: nobody answers, or nobody knows us. */
export const stopsAll = ({ refused }: Refusal, status: number): boolean =>
  status === 0 || status === 401 || status === 429 || refused === 'password.must_change'

const waits = [5, 15, 30, 60, 120, 300]

/** Seconds to wait after a number of tries, with up to a fifth more so that a village does not send at once. `chance` in [0, 1). */
export const backOff = (tries: number, chance: number): number =>
  Math.round((waits[Math.min(tries, waits.length) - 1] ?? 5) * (1 + chance / 5))

export function afterFailure(entry: Entry, refusal: Refusal, status: number, now: Instant, chance: number): Entry {
  const tries = entry.tries + 1
  if (verdict(refusal, status, tries) === 'refused') return { ...entry, state: 'refused', tries, refusal, notBefore: null }
  const seconds = Math.max(backOff(tries, chance), typeof refusal.facts['seconds'] === 'number' ? refusal.facts['seconds'] : 0)
  return { ...entry, state: 'waiting', tries, refusal, notBefore: new Date(Date.parse(now) + seconds * 1000).toISOString() }
}

/** A person asks for it to be tried again. */
export const retried = (entry: Entry): Entry => ({ ...entry, state: 'waiting', notBefore: null, refusal: null })

/**
 * Later commands on the same subject were made on top of the one that has just gone: the version they saw is the one the
 * server has answered, where the command names one. Only a move by somebody else in between makes them stale.
 */
export const rebased = (later: Entry, version: number | undefined): Entry =>
  version !== undefined && typeof later.body['version'] === 'number' ? { ...later, body: { ...later.body, version } } : later

/** Numbers for the strip above the bar. What a refused entry holds is not counted as going by itself. */
export function tally(entries: readonly Entry[]) {
  const refused = entries.filter(({ state }) => state === 'refused')
  const isHeld = (entry: Entry) => refused.some(({ subject, order }) => isOn(subject, entry) && order < entry.order)
  return { refused: refused.length, waiting: entries.filter((entry) => entry.state !== 'refused' && !isHeld(entry)).length }
}

export const lostPhoto = refuse('photo.unknown')

/** An entry as it was kept before there were other subjects than matters. */
type Former = Omit<Entry, 'kind' | 'subject' | 'form'> & {
  readonly kind: 'report' | 'command'
  readonly matter: string
  readonly form?: unknown
}

/** What waits on a phone from before outlives the change of its shape. */
export function modern(entry: Entry | Former): Entry {
  if ('subject' in entry) return entry
  const { matter, kind, form: value, ...rest } = entry
  const subject = { of: 'matters', id: matter } as const
  return kind === 'report'
    ? { ...rest, subject, kind: 'first', form: { draft: 'report', value, page: '/report' } }
    : { ...rest, subject, kind }
}
