/**
 * A matter: anything somebody in a lane reports, until they see that it was settled.
 *
 *               accept (报到)          settle              verify, or silence
 *   report ──▶ waiting ──────▶ working ──────▶ settled ──────────────────▶ closed
 *                ▲   ▲            │               │                           │
 *                │   └── pass up, ┘               │ reopen ("not solved")     │ reopen, within the window
 *                │       hand down,               │                           │
 *                │       hand over                │                           │
 *                └────────────────────────────────┴───────────────────────────┘
 *   From waiting and working it can also be refused (with the right channel) or withdrawn by its reporter.
 *
 * Pure: no clock, database or network. The phone runs this file to know which buttons to offer; the server runs it again
 * to decide. The steps are GB/T 30428's (收集, 立案, 派遣, 处理, 反馈, 核查结案, 评价) in the words of a village.
 */
import type { CommandId, County, Instant, MatterId, PersonId, PhotoId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Actor, Seat } from '#modules/people/actor.ts'
import type { Command } from './wire.ts'

export const statuses = ['waiting', 'working', 'settled', 'closed', 'refused', 'withdrawn'] as const
export type Status = (typeof statuses)[number]

export const openStatuses: readonly Status[] = ['waiting', 'working']

/** The most photos one report or one command can carry, and the most characters of a report or an outcome. */
export const photosAtMost = 6
export const wordsAtMost = 1000

export type Matter = {
  readonly county: County
  readonly id: MatterId
  readonly place: PlaceCode
  readonly category: string
  readonly words: string
  readonly status: Status
  /** The seat it stands with; who accepted it there, once somebody has. */
  readonly holderRole: Seat['role']
  readonly holderPlace: PlaceCode
  readonly holderDepartment: string | null
  readonly worker: PersonId | null
  /** Departments that have had it: they go on seeing it. */
  readonly departments: readonly string[]
  /** The staff member who filed it; null when a resident did. */
  readonly reporterId: PersonId | null
  readonly source: Source
  readonly isPublic: boolean
  readonly isEmergency: boolean
  /** A complaint about somebody in office: it goes to the department at once, and nobody below sees it (信访工作条例 art. 30). */
  readonly goesAround: boolean
  readonly latitude: number | null
  readonly longitude: number | null
  /** The map point lies outside the county: accepted, marked. */
  readonly isOutside: boolean
  readonly onTheSpot: boolean
  readonly reportedAt: Instant
  /** Promises made when it arrived at this rung. A comment, a photo or a view never moves them. */
  readonly acceptBy: Instant
  readonly settleBy: Instant
  /** The one that counts now: accept-by while waiting, settle-by while working, else null. */
  readonly dueBy: Instant | null
  readonly acceptedAt: Instant | null
  readonly settledAt: Instant | null
  /** When silence closes it, if it is settled. */
  readonly silenceAt: Instant | null
  readonly closedAt: Instant | null
  readonly outcome: string | null
  /** 1 to 5, given by the reporter. */
  readonly rating: number | null
  readonly version: number
  /** The version at which status or holder last changed: a command based on an older one is stale. */
  readonly movedVersion: number
}

/** How it came in: by a resident on the web, or by staff for themselves, for a caller, for somebody before them. */
export type Source = 'web' | 'staff' | 'phone' | 'inPerson'

export const holderOf = (matter: Matter): Seat => ({
  role: matter.holderRole,
  place: matter.holderPlace,
  department: matter.holderDepartment,
})

export const isOpen = (matter: Pick<Matter, 'status'>): boolean => openStatuses.includes(matter.status)

/** Who asks: one of the staff, the reporter by their tracking code, or the clock. */
export type Asker = { readonly as: 'staff'; readonly actor: Actor } | { readonly as: 'reporter' } | { readonly as: 'system' }

type Said = {
  /** Null when the reporter or the system did it. */
  readonly by: PersonId | null
  readonly as: Asker['as']
  /** The seat the staff member acted from. */
  readonly seat: Seat | null
  readonly at: Instant
  readonly photos?: readonly PhotoId[]
  /** When it was tapped, if it had to wait for signal. */
  readonly madeAt?: Instant
}

/** A step to a seat, with the promises that begin there. */
export type Step = { readonly to: Seat; readonly acceptBy: Instant; readonly settleBy: Instant }

export type Reported = {
  readonly type: 'reported'
  /** Departments that see it from the start: in an emergency, the one whose business it is. */
  readonly told: readonly string[]
  readonly place: PlaceCode
  readonly category: string
  readonly words: string
  readonly source: Source
  readonly isPublic: boolean
  readonly isEmergency: boolean
  /** A complaint about somebody in office: it goes to the department at once, and nobody below sees it (信访工作条例 art. 30). */
  readonly goesAround: boolean
  readonly latitude: number | null
  readonly longitude: number | null
  readonly isOutside: boolean
  /** Settled on the spot (现场处置): what was done. */
  readonly outcome: string | null
  readonly silenceAt: Instant | null
}

export type Event = Said &
  (
    | (Reported & Step)
    | { readonly type: 'accepted' }
    | { readonly type: 'settled'; readonly outcome: string; readonly silenceAt: Instant }
    | ({ readonly type: 'passedUp'; readonly reason: string } & Step)
    | ({ readonly type: 'handedDown'; readonly words: string; readonly place: PlaceCode } & Step)
    | ({ readonly type: 'handedOver'; readonly words: string } & Step)
    | ({ readonly type: 'moved'; readonly why: 'vacancy' } & Step)
    | { readonly type: 'takenOver'; readonly from: PersonId; readonly to: PersonId }
    | { readonly type: 'refused'; readonly reason: string; readonly channel: string }
    | { readonly type: 'commented'; readonly words: string; readonly isPublic: boolean }
    | { readonly type: 'verified' }
    | { readonly type: 'rated'; readonly rating: number; readonly words: string | null }
    | ({ readonly type: 'reopened'; readonly reason: string } & Step)
    | { readonly type: 'withdrawn'; readonly reason: string | null }
    | { readonly type: 'closed'; readonly why: 'silence' }
  )

export type Action = Command['do']

/** An event as it stands in the file. */
export type Recorded = Event & { readonly version: number; readonly commandId: CommandId }

const arrive = (matter: Matter, { to, acceptBy, settleBy }: Step): Matter => ({
  ...matter,
  status: 'waiting',
  holderRole: to.role,
  holderPlace: to.place,
  holderDepartment: to.department,
  departments: to.department && !matter.departments.includes(to.department) ? [...matter.departments, to.department] : matter.departments,
  worker: null,
  acceptBy,
  settleBy,
  dueBy: acceptBy,
  acceptedAt: null,
  settledAt: null,
  silenceAt: null,
  closedAt: null,
  movedVersion: matter.version,
})

const end = (matter: Matter, status: Status, at: Instant): Matter => ({
  ...matter,
  status,
  dueBy: null,
  silenceAt: null,
  closedAt: at,
  movedVersion: matter.version,
})

/** A matter that has not been reported yet: what the first event is folded into. */
export const blank = (county: County, id: MatterId): Matter => ({
  county,
  id,
  place: county as string as PlaceCode,
  category: '',
  words: '',
  status: 'waiting',
  holderRole: 'centre_officer',
  holderPlace: county as string as PlaceCode,
  holderDepartment: null,
  worker: null,
  departments: [],
  reporterId: null,
  source: 'web',
  isPublic: false,
  isEmergency: false,
  goesAround: false,
  latitude: null,
  longitude: null,
  isOutside: false,
  onTheSpot: false,
  reportedAt: '',
  acceptBy: '',
  settleBy: '',
  dueBy: null,
  acceptedAt: null,
  settledAt: null,
  silenceAt: null,
  closedAt: null,
  outcome: null,
  rating: null,
  version: 0,
  movedVersion: 0,
})

function report(matter: Matter, event: Extract<Event, { type: 'reported' }>): Matter {
  const { place, category, words, source, isPublic, isEmergency, goesAround, latitude, longitude, isOutside, at } = event
  const arrived = arrive(
    {
      ...matter,
      place,
      category,
      words,
      source,
      isPublic,
      isEmergency,
      goesAround,
      departments: [...event.told],
      latitude,
      longitude,
      isOutside,
      reportedAt: at,
      reporterId: event.by,
    },
    event,
  )
  if (event.outcome === null) return arrived
  return settle({ ...arrived, worker: event.by, onTheSpot: true, acceptedAt: at }, at, event.outcome, event.silenceAt)
}

const settle = (matter: Matter, at: Instant, outcome: string, silenceAt: Instant | null): Matter => ({
  ...matter,
  status: 'settled',
  outcome,
  silenceAt,
  settledAt: at,
  acceptedAt: matter.acceptedAt ?? at,
  dueBy: null,
  movedVersion: matter.version,
})

/** The matter after one more event. Total: an event that happened is never refused. */
export function evolve(matter: Matter, event: Event): Matter {
  const next = { ...matter, version: matter.version + 1 }
  switch (event.type) {
    case 'reported':
      return report(next, event)
    case 'accepted':
      return { ...next, status: 'working', worker: event.by, acceptedAt: event.at, dueBy: next.settleBy, movedVersion: next.version }
    case 'settled':
      return settle({ ...next, worker: event.by }, event.at, event.outcome, event.silenceAt)
    case 'handedDown':
      return arrive({ ...next, place: event.place }, event)
    case 'passedUp':
    case 'handedOver':
    case 'moved':
    case 'reopened':
      return arrive(next, event)
    case 'takenOver':
      return { ...next, worker: event.to }
    case 'refused':
      return end(next, 'refused', event.at)
    case 'withdrawn':
      return end(next, 'withdrawn', event.at)
    case 'verified':
    case 'closed':
      return end(next, 'closed', event.at)
    case 'rated':
      return { ...next, rating: event.rating }
    case 'commented':
      return next
  }
}
