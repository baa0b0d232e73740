/** What became of places that ended, what places were called before: so that old boards, old links and old names still lead somewhere. */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import { type Asked, statement } from '#db/statement.ts'
import type { County, Day, PlaceCode } from '#modules/kernel/ids.ts'
import { countyOf, type Place, pathName, pathOf } from './place.ts'
import { placeNames } from './store.server.ts'
import type { PlaceHistory } from './wire.ts'

const heirs = statement(
  (_, is: Asked<{ county: County; place: PlaceCode; on: Day }>) => sql<Place & { day: Day }>`
    select now.county, now.code, now.name, now.level, now.kind, now.households, now.scope, now.latitude, now.longitude, now.since, now.until, heirs.day
    from place_successors heirs join places now on now.county = heirs.county and now.code = heirs.successor
    where heirs.county = ${is('county')} and heirs.place = ${is('place')} and (now.until is null or now.until > ${is('on')})
    order by heirs.sort, now.code`,
)

/** What a place is today: the standing places that took over, first the one that took its work and people. Empty while it stands itself. */
export const heirsOf = (db: Db, code: PlaceCode, on: Day): Promise<(Place & { day: Day })[]> =>
  heirs(db, { county: countyOf(code), place: code, on })

/** The one that took its work and people. */
export const heirOf = async (db: Db, code: PlaceCode, on: Day): Promise<PlaceCode | undefined> => (await heirsOf(db, code, on))[0]?.code

/** What a place was called before, and until which day; newest first. */
export const namesBefore = (db: Db, code: PlaceCode) =>
  db
    .selectFrom('placeNames')
    .select(['name', 'until'])
    .where('county', '=', countyOf(code))
    .where('place', '=', code)
    .orderBy('until', 'desc')
    .execute() as Promise<{ name: string; until: Day }[]>

const fromAtMost = 20

/** The ended places that became this one, or a part of it, and when; newest first. */
export const becameThis = (db: Db, code: PlaceCode) =>
  db
    .selectFrom('placeSuccessors as heirs')
    .innerJoin('places as old', (join) => join.onRef('old.county', '=', 'heirs.county').onRef('old.code', '=', 'heirs.place'))
    .select(['old.code', 'old.name', 'old.level', 'heirs.day'])
    .where('heirs.county', '=', countyOf(code))
    .where('heirs.successor', '=', code)
    .orderBy('heirs.day', 'desc')
    .orderBy('old.code')
    .limit(fromAtMost)
    .execute() as Promise<(Pick<Place, 'code' | 'name' | 'level'> & { day: Day })[]>

/** All that a place's page tells of before and after; other places by their paths. */
export async function historyOf(db: Db, { county, code, until }: Place, on: Day): Promise<PlaceHistory> {
  const isOver = until !== null && until <= on
  const [heirs, names, from] = await Promise.all([isOver ? heirsOf(db, code, on) : [], namesBefore(db, code), becameThis(db, code)])
  const words = await placeNames(
    db,
    county,
    [...heirs, ...from].flatMap(({ code }) => pathOf(code)),
  )
  const withPath = <T extends Pick<Place, 'code' | 'level'>>({ code, level }: T) => ({ code, level, name: pathName(code, words) })
  return {
    ended: isOver ? { day: until, heirs: heirs.map(withPath) } : null,
    names,
    from: from.map((each) => ({ ...withPath(each), day: each.day })),
  }
}
