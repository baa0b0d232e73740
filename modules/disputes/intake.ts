/**
 * The form with which a file begins: what it holds, what it takes over from a matter (事项), what is still missing, and the registration
 * it becomes. Who the parties are can follow later; one applicant's name is asked for when they applied themselves.
 */
import { dayOf } from '#modules/kernel/calendar.ts'
import type { CommandId, Day, DisputeId, Instant, MatterId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Matter } from '#modules/matters/matter.ts'
import { suggestedFor } from './codes/suggest.ts'
import type { Scale, Side, Source, Speaker } from './dispute.ts'
import { type FilledIdentity, fenOf, identityOf, isOddIdentity, noIdentity, wholeNumber } from './form-fields.ts'
import type { Register } from './wire.ts'

export type FilledParty = FilledIdentity & {
  readonly id: string
  readonly side: Side
  readonly of: string
  readonly speaksAs: Speaker
  readonly needsGuardian: boolean
}

export const emptyParty = (id: string, side: Side): FilledParty => ({
  ...noIdentity,
  id,
  side,
  of: '',
  speaksAs: 'agent',
  needsGuardian: false,
})

export type Intake = {
  /** Minted when the form opens: sent twice, there is one file. */
  readonly id: string
  readonly committee: string
  readonly place: string
  readonly placeName: string
  readonly source: Source | ''
  readonly referredBy: string
  readonly matterId: string
  readonly type: string
  /** Empty: the one that stands beside the type in the county's table. */
  readonly nationalType: string
  readonly scale: Scale
  readonly occurredOn: Day | ''
  /** As typed. */
  readonly involved: string
  readonly yuan: string
  readonly isDifficult: boolean
  readonly summary: string
  readonly wish: string
  readonly parties: readonly FilledParty[]
}

/** `ids`: of the file, and of a party for each side. */
export const beginIntake = (at: Instant, ids: readonly [string, string, string]): Intake => ({
  ...{ id: ids[0], committee: '', place: '', placeName: '', source: '', referredBy: '', matterId: '' },
  ...{ type: '', nationalType: '', scale: '01', occurredOn: dayOf(at), involved: '2', yuan: '', isDifficult: false, summary: '', wish: '' },
  parties: [emptyParty(ids[1], 'applicant'), emptyParty(ids[2], 'respondent')],
})

type Reporter = { readonly name: string | null; readonly phone: string | null }

/** What a matter already says, so that nothing is typed twice. `reporter` as far as whoever fills the form may know. */
export function fromMatter(intake: Intake, matter: Matter, placeName: string, reporter: Reporter | undefined): Intake {
  const [first, ...others] = intake.parties
  const suggested = suggestedFor(matter.category)
  const known = { name: reporter?.name ?? '', phone: reporter?.phone ?? '' }
  return {
    ...intake,
    ...{ matterId: matter.id, place: matter.place, placeName, summary: matter.words, occurredOn: dayOf(matter.reportedAt) },
    source: matter.source === 'staff' ? 'initiative' : 'application',
    ...{ type: suggested?.type ?? '', nationalType: suggested?.nationalType ?? '' },
    parties: first ? [{ ...first, ...known }, ...others] : [],
  }
}

/** Passed on by an office, which is then named. */
export const isReferred = (source: Source | ''): boolean => source !== '' && source !== 'application' && source !== 'initiative'

export type IntakeField = keyof Intake | keyof FilledIdentity

const isUnused = ({ name, phone, address }: FilledParty) => !name.trim() && !phone.trim() && !address.trim()

/** The first field that is still empty or cannot be read, by its name in the catalogue. */
export function missingInIntake(filled: Intake): IntakeField | undefined {
  const used = filled.parties.filter((party) => !isUnused(party))
  if (!filled.committee) return 'committee'
  if (!filled.place) return 'place'
  if (!filled.type) return 'type'
  if (!filled.source) return 'source'
  if (isReferred(filled.source) && !filled.referredBy.trim()) return 'referredBy'
  if (used.some(({ name }) => !name.trim())) return 'name'
  if (filled.source === 'application' && !used.some(({ side }) => side === 'applicant')) return 'parties'
  const odd = used.map(isOddIdentity).find((field) => field !== undefined)
  if (odd) return odd
  if (!filled.summary.trim()) return 'summary'
  if (!filled.occurredOn) return 'occurredOn'
  if (!wholeNumber(filled.involved)) return 'involved'
  return fenOf(filled.yuan) === 'odd' ? 'yuan' : undefined
}

/** Undefined while something is missing. */
export function registrationOf(filled: Intake, commandId: CommandId): Register | undefined {
  const { source } = filled
  if (missingInIntake(filled) !== undefined || !source) return undefined
  const fen = fenOf(filled.yuan)
  const used = filled.parties.filter((party) => !isUnused(party))
  return {
    ...{ commandId, id: filled.id as DisputeId, committee: filled.committee as PlaceCode, place: filled.place as PlaceCode, source },
    ...(isReferred(source) ? { referredBy: filled.referredBy.trim() } : {}),
    ...(filled.matterId ? { matterId: filled.matterId as MatterId } : {}),
    ...(filled.nationalType ? { nationalType: filled.nationalType } : {}),
    ...(typeof fen === 'number' ? { fen } : {}),
    ...{ type: filled.type, scale: filled.scale, occurredOn: filled.occurredOn, involved: Number(filled.involved) },
    ...{ summary: filled.summary.trim(), wish: filled.wish.trim(), isDifficult: filled.isDifficult },
    parties: used.map((party) => ({
      ...{ id: party.id, kind: party.kind, side: party.side },
      ...(party.of && used.some(({ id }) => id === party.of) ? { of: party.of, speaksAs: party.speaksAs } : {}),
      ...(party.needsGuardian && party.kind === 'person' && !party.of ? { needsGuardian: true } : {}),
      identity: identityOf(party),
    })),
  }
}
