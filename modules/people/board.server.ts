/** What a lane's notice board tells about people, and when that is no longer true. */
import { createHash } from 'node:crypto'
import type { Db } from '#db/db.ts'
import type { County, Day, PlaceCode } from '#modules/kernel/ids.ts'
import * as boards from '#modules/places/boards/store.server.ts'
import type { BoardReason } from '#modules/places/outcome.ts'
import { type Place, pathOf } from '#modules/places/place.ts'
import * as places from '#modules/places/store.server.ts'
import type { Seat } from './actor.ts'
import { boardRoles, type Contact, contactsAt, forGood } from './pages/contact.server.ts'
import type { Role } from './role.ts'

/** Why a board is out of date when somebody comes into a seat or leaves it; undefined for seats that stand on no board. */
export const boardReasonOf = (role: Role): 'chief' | 'officer' | undefined =>
  role === 'lane_chief' ? 'chief' : (boardRoles as readonly Role[]).includes(role) ? 'officer' : undefined

/** Somebody came into a seat, or left it: the boards of its lanes no longer tell the truth. */
export async function seatChanged(db: Db, county: County, { role, place }: Pick<Seat, 'role' | 'place'>, day: Day): Promise<void> {
  const why = boardReasonOf(role)
  if (why) await boards.staleUnder(db, county, [place], why, day)
}

/** The parts of a fingerprint, in order, and what it means when one differs. */
const parts = ['rename', 'chief', 'officer', 'telephone'] as const satisfies readonly BoardReason[]

const short = (of: unknown) => createHash('sha256').update(JSON.stringify(of)).digest('base64url').slice(0, 12)

/** What a board says, so that two can be compared part by part: the names of its places, its chief, the others, their telephones. */
function fingerprint(lane: Pick<Place, 'scope' | 'households'>, path: readonly string[], contacts: readonly Contact[]): string {
  const names = (isChief: boolean) => contacts.filter(({ role }) => (role === 'lane_chief') === isChief).map(({ name }) => name)
  return [[path, lane.scope, lane.households], names(true), names(false), contacts.map(({ phone }) => phone)].map(short).join('.')
}

/** The fingerprint of what the board of each lane says on a day. */
export async function fingerprintsOf(
  db: Db,
  county: County,
  lanes: readonly Pick<Place, 'code' | 'scope' | 'households'>[],
  on: Day,
): Promise<Map<PlaceCode, string>> {
  const codes = [...new Set(lanes.flatMap(({ code }) => pathOf(code).slice(1)))]
  const [names, contacts] = await Promise.all([
    places.placeNames(db, county, codes),
    contactsAt(
      db,
      county,
      codes.filter((code) => code.length > 9),
      on,
    ),
  ])
  const at = Map.groupBy(contacts, ({ place }) => place)
  return new Map(
    lanes.map((lane) => {
      const path = pathOf(lane.code)
      const told = forGood(path.flatMap((code) => at.get(code) ?? []))
      const words = path.slice(1).map((code) => names.get(code) ?? code)
      return [lane.code, fingerprint(lane, words, told)]
    }),
  )
}

/** Looks at every printed board: one that says something else than is true today is to be replaced. Answers how many that are. */
export async function recheck(db: Db, county: County, on: Day): Promise<number> {
  const printed = await boards.printed(db, county)
  if (printed.length === 0) return 0
  const lanes = await places.standingAmong(
    db,
    county,
    printed.map(({ lane }) => lane),
    on,
  )
  const now = await fingerprintsOf(db, county, lanes, on)
  let found = 0
  for (const why of parts) {
    const stale = printed.filter(({ lane, fingerprint }) => {
      const current = now.get(lane)
      return current !== undefined && differing(fingerprint, current) === why
    })
    await boards.stale(
      db,
      county,
      stale.map(({ lane }) => lane),
      why,
      on,
    )
    found += stale.length
  }
  return found
}

const differing = (one: string, other: string): BoardReason | undefined => {
  const [before, now] = [one.split('.'), other.split('.')]
  return parts.find((_, index) => before[index] !== now[index])
}
