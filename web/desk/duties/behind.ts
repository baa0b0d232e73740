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

/** Behind: a window that is over was missed, or what should stand at any time does not. */
export const isBehind = ({ states }: Pick<Standing, 'states'>, duties: readonly Duty[]): boolean =>
  states.some((state) => {
    const duty = duties.find(({ code }) => code === state.duty)
    const how = duty && howOf(duty, state)
    return how !== undefined && 'isMet' in how && !how.isMet
  })

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
