/** Who can be handed a matter, and by what name people know them. */

import { holderOf } from '#modules/matters/matter.ts'
import type { FilledSeat, MatterFile } from '#modules/matters/reply.ts'
import { isOnLadder, ladderOf, seatAbove, seatsBelow } from '#modules/matters/rules/ladder.ts'
import { type Actor, postIn, type Seat, sameSeat } from '#modules/people/actor.ts'
import { covers, pathOf } from '#modules/places/place.ts'
import { seatsOf } from './file.ts'

/** The seat one acts from: the holder's if one sits there, else the lowest of one's own that covers the matter. */
function seatOf(file: MatterFile, actor: Actor): Seat | undefined {
  const { matter } = file.row
  const [lowest] = actor.posts
    .filter((post) => isOnLadder(post) && covers(post.place, matter.place))
    .sort((one, other) => other.place.length - one.place.length)
  return postIn(actor, holderOf(matter)) ?? lowest
}

const found = (file: MatterFile, seat: Seat) => file.around.filled.find((each) => sameSeat(each as unknown as Seat, seat))

/** The seats below, nearest level first. */
export function handDownSeats(file: MatterFile, actor: Actor): readonly FilledSeat[] {
  const from = seatOf(file, actor)
  if (!from) return []
  return seatsBelow(from, file.row.matter.place, seatsOf(file), file.row.matter.seenBy)
    .filter((seat) => !sameSeat(seat, holderOf(file.row.matter)))
    .flatMap((seat) => found(file, seat) ?? [])
    .sort((one, other) => one.place.length - other.place.length || (one.place < other.place ? -1 : 1))
}

export function passUpSeat(file: MatterFile): FilledSeat | undefined {
  const { matter } = file.row
  const seat = seatAbove(holderOf(matter), matter.place, file.around.category, seatsOf(file))
  return seat && found(file, seat)
}

export const departmentSeats = (file: MatterFile): readonly FilledSeat[] =>
  file.around.filled.filter(({ role, department }) => role === 'department_officer' && department !== file.row.matter.holderDepartment)

/** The filled seats on the matter's own ladder, lowest first. */
export const ladderSeats = (file: MatterFile): readonly FilledSeat[] =>
  ladderOf(file.row.matter.place, file.around.category).flatMap((seat) => found(file, seat) ?? [])

/** "东村 三巷": names of the places on the way to a seat, as far as the file knows them, from the town down. */
export function seatPath(file: MatterFile, { place, placeName, department }: FilledSeat): string {
  if (department) return placeName
  const names = new Map<string, string>(file.path.map(({ code, name }) => [code, name]))
  for (const seat of file.around.filled) if (!seat.department) names.set(seat.place, seat.placeName)
  const path = pathOf(place as Seat['place']).slice(1)
  return (
    path
      .map((code) => names.get(code))
      .filter(Boolean)
      .join(' ') || placeName
  )
}
