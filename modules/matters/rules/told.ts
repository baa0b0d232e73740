/**
 * What a reporter is told of what happened. Staff and the clock are told of to everybody behind the matter; what reporters say stays
 * between each of them and the staff. `joined` is the id of somebody who joined, undefined for who reported it first.
 */
import type { PhotoId } from '#modules/kernel/ids.ts'
import type { Recorded } from './event.ts'

type Listener = string | undefined

/** What colleagues settle among themselves: reminders, applications, orders, who else stands behind it. */
const amongStaff: readonly Recorded['type'][] = [
  'reminded',
  'overdue',
  'applied',
  'cancelled',
  'declined',
  'applicationMoved',
  'ordered',
  'answered',
  'orderLapsed',
  'policeTold',
  'gained',
  'lost',
  'left',
  'erased',
]

/** Done by the listener themselves. */
export const isOwn = (event: Recorded, listener: Listener): boolean => event.as === 'reporter' && event.reporter === listener

/** Words between colleagues stay between them, and so does what one reporter says from the others. */
export function isTold(event: Recorded, listener: Listener): boolean {
  if (event.type === 'joined') return isOwn(event, listener)
  if (event.type === 'commented') return event.isPublic && (event.as !== 'reporter' || isOwn(event, listener))
  return !amongStaff.includes(event.type)
}

/** That it happened is told, its words and pictures are not: somebody else's report, whoever wrote it down. */
export const isWithheld = (event: Recorded, listener: Listener): boolean =>
  event.as === 'reporter' ? !isOwn(event, listener) : event.type === 'reported' && listener !== undefined

export const picturesFor = (events: readonly Recorded[], listener: Listener): PhotoId[] =>
  events
    .filter((event) => isTold(event, listener) && !isWithheld(event, listener) && event.type !== 'passedUp')
    .flatMap(({ photos = [] }) => photos)
