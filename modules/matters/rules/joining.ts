/**
 * Who stands behind a matter, and how they come and go:
 *
 *   reports it  →  the first: confirms, rates, reopens, withdraws
 *   joins it    →  follows, comments, hears of the outcome; may leave again
 *   is erased   →  name, number and code are gone; the matter stays, without them
 */
import type { Instant, PhotoId } from '#modules/kernel/ids.ts'
import { type Refusal, refuse } from '#modules/kernel/refusal.ts'
import { isOpen, type Matter } from '../matter.ts'
import type { Event } from './event.ts'

type Public = Pick<Matter, 'status' | 'isPublic' | 'goesAround' | 'seenBy'>

/** What is open, and may be known of by everybody. Anything else is, for a resident, not there. */
export function whyNotJoin(matter: Public): Refusal | undefined {
  if (!matter.isPublic || matter.goesAround || matter.seenBy) return refuse('not_found')
  return isOpen(matter) ? undefined : refuse('matter.join_ended', { status: matter.status })
}

/** Somebody can be forgotten when nothing is owed to them any more: it has ended, and so has the one it was linked to. */
export const hasEnded = ({ status }: Pick<Matter, 'status'>, main?: Pick<Matter, 'status'>): boolean =>
  status === 'linked' ? main !== undefined && hasEnded(main) : !isOpen({ status }) && status !== 'settled'

const byReporter = (at: Instant, reporter: string) => ({ by: null, as: 'reporter' as const, seat: null, at, reporter })

/** `isKnown`: the same telephone number stands behind it already, so that nobody is counted twice. What they add is a comment then. */
export function joined(
  { words, photos, reporter, isKnown }: { words: string | null; photos: readonly PhotoId[]; reporter: string; isKnown: boolean },
  at: Instant,
): Event | undefined {
  const said = { ...byReporter(at, reporter), ...(photos.length > 0 ? { photos } : {}) }
  if (!isKnown) return { ...said, type: 'joined', words }
  return words === null ? undefined : { ...said, type: 'commented', words, isPublic: true }
}

export const left = (reporter: string, at: Instant): Event => ({ ...byReporter(at, reporter), type: 'left' })

/** `by`: the reporter themselves, or the clock when the county's time is over. */
export const erased = (by: 'reporter' | 'system', reporter: string | undefined, at: Instant): Event => ({
  by: null,
  as: by,
  seat: null,
  at,
  ...(reporter === undefined ? {} : { reporter }),
  type: 'erased',
})
