/** Who is behind with what, and the windows that tell why. Pure. */
import type { Duty } from '#modules/duties/duty.ts'
import type { Standing } from '#modules/duties/reply.ts'
import type { DutyState, WindowState } from '#modules/duties/state.ts'

/** How a duty stands over some days: whether it stands today, or in how many of the windows that are over it was met. */
export type How =
  | { readonly is: 'notOwed' }
  | { readonly is: 'nothingDue' }
  | { readonly is: 'standing'; readonly isMet: boolean }
  | { readonly is: 'windows'; readonly isMet: boolean; readonly met: number; readonly due: number }

export function howOf(duty: Pick<Duty, 'window'>, state: DutyState | undefined): How {
  if (!state) return { is: 'notOwed' }
  const { due, met, windows } = state
  const [running] = windows.filter(({ isRunning }) => isRunning)
  if (duty.window === 'standing' && running) return { is: 'standing', isMet: running.isMet }
  return due === 0 ? { is: 'nothingDue' } : { is: 'windows', isMet: met >= due, met, due }
}

type Owing = Pick<Standing, 'states' | 'due' | 'met'>
type Owed = Pick<Duty, 'code' | 'window'>

const howIn = ({ states }: Owing, duty: Owed): How =>
  howOf(
    duty,
    states.find((state) => state.duty === duty.code),
  )

/** Behind with a duty: a window that is over was missed, or what should stand at any time does not. */
export function isBehindWith(standing: Owing, duty: Owed): boolean {
  const how = howIn(standing, duty)
  return 'isMet' in how && !how.isMet
}

export const behindWith = (standings: readonly Owing[], duty: Owed): number =>
  standings.filter((standing) => isBehindWith(standing, duty)).length

export const sorts = ['place', 'share'] as const

/** What was met of what was due, of one duty or of all. Nothing due is nothing missed. */
function shareOf(standing: Owing, duty: Owed | undefined): number {
  if (!duty) return standing.due > 0 ? standing.met / standing.due : 1
  const how = howIn(standing, duty)
  return how.is === 'windows' ? how.met / how.due : how.is === 'standing' && !how.isMet ? 0 : 1
}

/** In the order of the places, or whoever may need help first; never by name, and without a number. */
export const inOrder = <S extends Owing>(standings: readonly S[], sort: (typeof sorts)[number], duty?: Owed): S[] =>
  sort === 'place' ? [...standings] : [...standings].sort((one, other) => shareOf(one, duty) - shareOf(other, duty))

export const kinds = ['running', 'missed', 'excused', 'met'] as const
export type Kind = (typeof kinds)[number]

export const kindOf = ({ isRunning, isExcused, isMet }: Pick<WindowState, 'isRunning' | 'isExcused' | 'isMet'>): Kind =>
  isExcused ? 'excused' : isRunning ? 'running' : isMet ? 'met' : 'missed'

/** The windows of each kind, the latest first. */
export const windowsBy = (windows: readonly WindowState[]): Readonly<Record<Kind, readonly WindowState[]>> => {
  const latest = [...windows].reverse()
  return Object.fromEntries(kinds.map((kind) => [kind, latest.filter((window) => kindOf(window) === kind)])) as Record<Kind, WindowState[]>
}

/** Asked for less than a full window does, because of holidays, leave or the ends of a term. */
export const isCut = ({ available: { days, of } }: Pick<WindowState, 'available'>): boolean => days < of
