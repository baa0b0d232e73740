/** The words a person reads beside a matter's codes: category, place, holder, worker. */
import type { Db } from '#db/db.ts'
import { categoryNames, departmentNames } from '#modules/categories/store.server.ts'
import type { County, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import { namesOf } from '#modules/people/store.server.ts'
import * as photos from '#modules/photos/store.server.ts'
import { pathName, pathOf } from '#modules/places/place.ts'
import { placeNames } from '#modules/places/store.server.ts'
import { becameOf } from '#modules/places/successor-store.server.ts'
import { words } from '#server/words.ts'
import { holderOf, type Matter } from './matter.ts'
import { numberOf } from './number.ts'
import type { MatterRow } from './reply.ts'

/** What stands at a seat: the department's name, or the place's. */
export const seatName = (
  { place, department }: { place: PlaceCode; department: string | null },
  places: ReadonlyMap<PlaceCode, string>,
  departments: ReadonlyMap<string, string>,
): string => (department ? (departments.get(department) ?? department) : (places.get(place) ?? place))

/** "卫庄镇 东村 三巷（现为东关村 第一网格 三巷）": a place that ended keeps its name, and says what it is today. */
const withNow = (name: string, now: readonly string[] | undefined, english: boolean) =>
  now ? words(english ? 'en' : 'zh-CN')('places:now', { name, now: now.join(english ? ', ' : '、') }) : name

export async function rowsOf(db: Db, county: County, matters: readonly Matter[], english: boolean): Promise<MatterRow[]> {
  if (matters.length === 0) return []
  const codes = matters.flatMap(({ place, holderPlace }) => [...pathOf(place), holderPlace])
  const [places, became, people, pictures, categories, departments] = await Promise.all([
    placeNames(db, county, codes),
    becameOf(
      db,
      county,
      matters.map(({ place }) => place),
    ),
    namesOf(
      db,
      county,
      matters.map(({ worker }) => worker as PersonId | null),
    ),
    photos.countsOf(
      db,
      county,
      matters.map(({ id }) => id),
    ),
    categoryNames(
      db,
      county,
      matters.map(({ category }) => category),
      english,
    ),
    departmentNames(db, county, english),
  ])
  return matters.map((matter) => ({
    matter,
    number: numberOf(matter),
    categoryName: categories.get(matter.category) ?? matter.category,
    placeName: withNow(pathName(matter.place, places), became.get(matter.place), english),
    holderName: seatName(holderOf(matter), places, departments),
    workerName: matter.worker ? (people.get(matter.worker) ?? null) : null,
    photos: pictures.get(matter.id) ?? 0,
  }))
}
