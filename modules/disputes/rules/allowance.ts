/**
 * 以案定补: what a mediator gets for a closed file, by its grade, how it ended, and whether the dossier is complete. The table is data of
 * the county; nothing in it pays more for more disputes, and one dispute is paid once.
 */
import type { Instant } from '#modules/kernel/ids.ts'
import type { Dispute } from '../dispute.ts'

export const grades = ['simple', 'ordinary', 'difficult', 'major'] as const
export type Grade = (typeof grades)[number]

/** Fen for each grade: settled by agreement, and ended without one. `incomplete`: the part that is paid when papers are missing, in percent. */
export type AllowanceTable = {
  readonly agreed: Readonly<Record<Grade, number>>
  readonly ended: Readonly<Record<Grade, number>>
  readonly incompletePercent: number
  /** One in so many claims is drawn for a call to the parties before it is decided. */
  readonly sampleOneIn: number
}

/** What a county begins with: yuan 50 to 500; common practice of county rules on 以案定补, to be set by each county's own. */
export const firstTable: AllowanceTable = {
  agreed: { simple: 5_000, ordinary: 10_000, difficult: 20_000, major: 50_000 },
  ended: { simple: 2_000, ordinary: 4_000, difficult: 8_000, major: 20_000 },
  incompletePercent: 50,
  sampleOneIn: 5,
}

/** Fen, whole yuan down. */
export function allowanceOf({ ending }: Pick<Dispute, 'ending'>, grade: Grade, isComplete: boolean, table: AllowanceTable): number {
  const whole = (ending === 'agreed' ? table.agreed : table.ended)[grade]
  return isComplete ? whole : Math.floor((whole * table.incompletePercent) / 10_000) * 100
}

/** Whether a claim is drawn for a call: by the file's id, and the instant at which the claim arrived, which nobody can choose. */
export const isSampled = (id: string, at: Instant, { sampleOneIn }: Pick<AllowanceTable, 'sampleOneIn'>): boolean =>
  sampleOneIn > 0 && (Number.parseInt(id.slice(-6), 16) + Date.parse(at)) % sampleOneIn === 0
