/**
 * A dispute: the file of a people's mediation, from the day somebody asks for it to the shelf of the archive.
 *
 *   register ──▶ registered ── accept ──▶ mediating ── agree, written ──▶ agreed ── all signed, seal on ──▶ performing ──▶ performed
 *                    │                        │  └───── agree, orally ───────────────────────────────────────▲  │            │
 *          a party   │                        │ fail (routes told)         (a term can be breached, and made good)           │
 *          refuses   ▼                        ▼                                                                              ▼
 *                 declined    withdrawn    failed ───────────────────────────── close ──────────────────────────────────▶ closed ──▶ archived
 *
 * From `performing` it goes back to `agreed` only when the court did not confirm the agreement and the parties make another (art. 33).
 *
 * Sources: 人民调解法 (2010), cited by article beside each rule; the forms of 司发通〔2010〕239号. Mediation is free of charge (art. 4).
 * What may happen when stands in rules/procedure.ts. Who the parties are (names, numbers, papers) is kept sealed beside the file,
 * never in it: the rules need only that they are there.
 *
 * Pure: no clock, database or network. The phone runs this to know which buttons to offer; the server runs it again to decide.
 */
import type { County, Day, DisputeId, Instant, MatterId, PersonId, PhotoId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Actor, Seat } from '#modules/people/actor.ts'
import type { Grade } from './rules/allowance.ts'
import type { Sign } from './rules/danger.ts'
import type { Command } from './wire.ts'

export const statuses = [
  'registered',
  'mediating',
  'agreed',
  'performing',
  'performed',
  'failed',
  'declined',
  'withdrawn',
  'closed',
  'archived',
] as const
export type Status = (typeof statuses)[number]

/** Mediation is going on, or about to begin. */
export const openStatuses: readonly Status[] = ['registered', 'mediating', 'agreed']
/** Mediation has ended without an agreement that counts. */
export const endedWithout: readonly Status[] = ['failed', 'declined', 'withdrawn']

/** How mediation ended. It stays so when the file is closed and archived, which the status does not. */
export const endings = ['agreed', 'failed', 'declined', 'withdrawn'] as const
export type Ending = (typeof endings)[number]

/** How it came in (the national form's sources): by application, on the committee's own initiative, or passed on by an office. */
export const sources = ['application', 'initiative', 'court', 'procuratorate', 'police', 'petitions', 'other'] as const
export type Source = (typeof sources)[number]

/** GB/T 31000-2015, 事件规模. */
export const scales = ['01', '02', '03'] as const
export type Scale = (typeof scales)[number]

export const sides = ['applicant', 'respondent', 'third'] as const
export type Side = (typeof sides)[number]

/** The papers by which somebody showed who they are: which, not its number. */
export const papers = ['idCard', 'householdBook', 'passport', 'licence', 'knownInPerson'] as const
export type Paper = (typeof papers)[number]

/** By what somebody speaks for a party: a power of attorney (民法典 art. 165), or the law, as a guardian (民法典 arts. 23, 27, 28). */
export const speakers = ['agent', 'guardian'] as const
export type Speaker = (typeof speakers)[number]

/** A party, or somebody who speaks for one (`of`). Their name and how to reach them are sealed elsewhere under the same id. */
export type Party = {
  readonly id: string
  readonly kind: 'person' | 'organisation'
  readonly side: Side
  /** The party that this one speaks for; null for a party itself. */
  readonly of: string | null
  readonly speaksAs: Speaker | null
  /** Under eighteen, or unable to judge what they do: a guardian consents and signs for them (民法典 arts. 19-23). */
  readonly needsGuardian: boolean
  readonly paper: Paper | null
  /** When they were told their rights and duties (arts. 23, 24), and how. */
  readonly informedOn: Day | null
  /** Whether they want mediation; null as long as they have not said (art. 17). */
  readonly isWilling: boolean | null
  /** Said that they may take part in an open session; null as long as they have not (art. 23). */
  readonly wantsOpen: boolean | null
}

/** Somebody who helps with the parties' consent (art. 20). Named under the same id in the sealed part. */
export const guestKinds = ['relative', 'neighbour', 'colleague', 'expert', 'organisation'] as const
export type Guest = { readonly id: string; readonly kind: (typeof guestKinds)[number]; readonly agreedBy: readonly string[] }

export type Session = {
  readonly id: string
  readonly startedAt: Instant
  readonly endedAt: Instant
  readonly where: string
  readonly parties: readonly string[]
  readonly mediators: readonly PersonId[]
  readonly guests: readonly string[]
  readonly isOpen: boolean
  readonly notes: string
}

export type Inquiry = { readonly id: string; readonly on: Day; readonly where: string; readonly whom: string; readonly notes: string }

/** A paper in the file, photographed page by page. */
export const pieceKinds = [
  'application',
  'notice',
  'identity',
  'powerOfAttorney',
  'inquiry',
  'evidence',
  'session',
  'signedAgreement',
  'performance',
  'confirmation',
  'other',
] as const
export type PieceKind = (typeof pieceKinds)[number]
export type Piece = {
  readonly id: string
  readonly kind: PieceKind
  readonly title: string
  /** Whose it is, where it is somebody's: identity papers, powers of attorney. */
  readonly party: string | null
  readonly pages: readonly PhotoId[]
}

/** What somebody promised: what, how and until when (art. 29 (3)). Money in fen. */
export type Term = {
  readonly id: string
  readonly by: string
  readonly what: string
  readonly way: string
  readonly dueOn: Day
  readonly fen: number | null
  readonly state: 'due' | 'performed' | 'breached'
  readonly doneOn: Day | null
  /** The parties who said themselves that it was done. */
  readonly confirmedBy: readonly string[]
}

/** A name under the agreement: drawn on a screen, or on paper that was photographed (a seal or a fingerprint counts, art. 29). */
export type Signature = {
  readonly as: 'party' | 'mediator' | 'seal'
  /** The party's id or the mediator's; the committee's place for the seal. */
  readonly who: string
  readonly way: 'drawn' | 'scan'
  readonly picture: PhotoId
  /** Who signed for the party. */
  readonly through: string | null
  /** The day of the drawing, or the day that stands on the paper; the last of all is the day from which it binds. */
  readonly on: Day
  readonly at: Instant
  /** "Android 9, Chrome": what it was drawn on. */
  readonly device: string | null
}

export type Agreement = {
  readonly form: 'written' | 'oral'
  readonly facts: string
  readonly issues: string
  readonly responsibility: string
  readonly terms: readonly Term[]
  readonly madeOn: Day
  /** When it began to bind: all have signed and the seal is on, or the day of an oral one (arts. 29, 30). */
  readonly effectiveOn: Day | null
  readonly signatures: readonly Signature[]
}

/**
 * What parties may want a court to confirm. It takes rights and duties between them; it does not take relations of identity, adoptions or
 * marriages (法释〔2011〕5号 art. 4), who owns a thing or a right of the mind (民诉法解释 art. 355 (5)), nor what has a procedure of its own,
 * such as bankruptcy (art. 355 (4)).
 */
export const concerns = ['rights', 'identity', 'adoption', 'marriage', 'ownership', 'special'] as const
export type Concern = (typeof concerns)[number]

/** The joint application for judicial confirmation (art. 33, 民事诉讼法 art. 205). */
export type Confirmation = {
  readonly court: string
  readonly askedOn: Day
  readonly result: 'confirmed' | 'rejected' | 'notAccepted' | null
  readonly decidedOn: Day | null
  readonly paperNumber: string | null
}

export type Revisit = {
  readonly id: string
  readonly on: Day
  readonly parties: readonly string[]
  readonly performance: 'done' | 'partly' | 'not'
  readonly satisfaction: 'satisfied' | 'fair' | 'unsatisfied'
  readonly danger: boolean
  readonly notes: string
}

/** Other ways that are open when mediation ends or a promise is broken (arts. 26, 32). */
export const routes = ['arbitration', 'administrative', 'court'] as const
export type Route = (typeof routes)[number]

export const retentions = ['permanent', 'thirty', 'ten'] as const
export type Retention = (typeof retentions)[number]

/** 以案定补: claimed once, after the file is closed, and decided by the judicial office. Money in fen. */
export type Allowance = {
  readonly grade: Grade
  readonly isComplete: boolean
  readonly fen: number
  readonly claimedBy: PersonId
  readonly claimedAt: Instant
  /** Drawn for a call to the parties before it is decided. */
  readonly isSampled: boolean
  readonly calledBack: 'confirmed' | 'doubted' | null
  readonly isGranted: boolean | null
}

export type Dispute = {
  readonly county: County
  readonly id: DisputeId
  /** Whose file it is: the village or town whose mediation committee takes it. */
  readonly committee: PlaceCode
  /** Where it happened: within the committee's place. */
  readonly place: PlaceCode
  /** The year and count of its file number, "(2026)河湾村人调字第3号"; given when it is registered. */
  readonly year: number
  readonly serial: number
  readonly source: Source
  /** Which office passed it on, and its paper's number. */
  readonly referredBy: string | null
  /** The matter it came from, which follows its outcome. */
  readonly matterId: MatterId | null
  /** GB/T 31000-2015, 事件类别 (four digits), and the 18 types of the national mediation statistics. */
  readonly type: string
  readonly nationalType: string
  readonly scale: Scale
  readonly occurredOn: Day
  readonly involved: number
  /** What it is about in money, in fen; null where it is not about money. */
  readonly fen: number | null
  readonly isDifficult: boolean
  readonly summary: string
  /** What the applicants want. */
  readonly wish: string
  readonly status: Status
  readonly registeredAt: Instant
  readonly registeredBy: PersonId
  readonly parties: readonly Party[]
  readonly guests: readonly Guest[]
  readonly mediators: readonly PersonId[]
  /** Chosen by the parties, or named by the committee (art. 19). */
  readonly chosenBy: 'committee' | 'parties' | null
  /** Mediators who stepped back for interest: they may not be named again. */
  readonly recused: readonly PersonId[]
  readonly isOpenSession: boolean
  readonly acceptedOn: Day | null
  /** Mediation is to end by then: thirty days, longer only if all parties agree. */
  readonly settleBy: Day | null
  readonly isExtended: boolean
  readonly sessions: readonly Session[]
  readonly inquiries: readonly Inquiry[]
  readonly pieces: readonly Piece[]
  readonly agreement: Agreement | null
  readonly confirmation: Confirmation | null
  readonly revisits: readonly Revisit[]
  /** Signs of escalation, facts about the dispute and never about a person (art. 25). */
  readonly signs: readonly Sign[]
  /** A preventive measure is to be recorded by then; null when none is asked for. */
  readonly preventBy: Instant | null
  readonly policeToldAt: Instant | null
  /** When and of which other ways the parties were told. */
  readonly routesTold: { readonly on: Day; readonly routes: readonly Route[] } | null
  /** Offices it was referred up to: whoever sits there can open it. */
  readonly offices: readonly Seat[]
  readonly ending: Ending | null
  readonly endedOn: Day | null
  /** 卷宗情况说明, written when it is closed. */
  readonly note: string | null
  readonly closedOn: Day | null
  readonly archivedOn: Day | null
  readonly retention: Retention | null
  readonly shelf: string | null
  readonly allowance: Allowance | null
  /** What the clock has reminded of, by rules/clock.ts. */
  readonly reminded: readonly string[]
  readonly nextAt: Instant | null
  readonly version: number
}

/** Who asks: one of the staff, a party by their code, or the clock. */
export type Asker =
  | { readonly as: 'staff'; readonly actor: Actor }
  | { readonly as: 'party'; readonly party: string }
  | { readonly as: 'system' }

export type Action = Command['do']

export const isOpen = ({ status }: Pick<Dispute, 'status'>): boolean => openStatuses.includes(status)

/** The parties themselves, without those who speak for them. */
export const principals = ({ parties }: Pick<Dispute, 'parties'>): readonly Party[] => parties.filter(({ of }) => of === null)
