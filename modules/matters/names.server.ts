/** The words a person reads beside a matter's codes: category, place, holder, worker. */
import type { Db } from '#db/db.ts'
import type { County, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import { namesOf } from '#modules/people/store.server.ts'
import { pathOf } from '#modules/places/place.ts'
import { placeNames } from '#modules/places/store.server.ts'
import type { Category, Department } from './category.ts'
import { holderOf, type Matter } from './matter.ts'
import { numberOf } from './number.ts'
import * as photos from './photos-store.server.ts'
import type { MatterRow } from './reply.ts'

export const categoriesOf = (db: Db, county: County): Promise<Category[]> =>
  db
    .selectFrom('categories')
    .select(['code', 'parent', 'name', 'nameEn', 'ask', 'askEn', 'department', 'isPublic', 'isEmergency', 'goesAround', 'limits'])
    .where('county', '=', county)
    .orderBy('sort')
    .execute() as unknown as Promise<Category[]>

export const departmentsOf = (db: Db, county: County): Promise<Department[]> =>
  db.selectFrom('departments').select(['code', 'name', 'nameEn']).where('county', '=', county).orderBy('sort').execute()

/** "卫庄镇 东村村委会 第三网格 二巷": from the town down; the county's own name for a matter of the whole county. */
export const pathName = (code: PlaceCode, names: ReadonlyMap<PlaceCode, string>): string => {
  const path = pathOf(code)
  return (path.length > 1 ? path.slice(1) : path).map((each) => names.get(each) ?? each).join(' ')
}

/** What stands at a seat: the department's name, or the place's. */
export const seatName = (
  { place, department }: { place: PlaceCode; department: string | null },
  places: ReadonlyMap<PlaceCode, string>,
  departments: ReadonlyMap<string, string>,
): string => (department ? (departments.get(department) ?? department) : (places.get(place) ?? place))

export async function rowsOf(db: Db, county: County, matters: readonly Matter[], english: boolean): Promise<MatterRow[]> {
  if (matters.length === 0) return []
  const codes = matters.flatMap(({ place, holderPlace }) => [...pathOf(place), holderPlace])
  const [places, people, pictures, categories, departments] = await Promise.all([
    placeNames(db, county, codes),
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
    placeName: pathName(matter.place, places),
    holderName: seatName(holderOf(matter), places, departments),
    workerName: matter.worker ? (people.get(matter.worker) ?? null) : null,
    photos: pictures.get(matter.id) ?? 0,
  }))
}

async function categoryNames(db: Db, county: County, codes: readonly string[], english: boolean): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('categories')
    .select(['code', english ? 'nameEn as name' : 'name'])
    .where('county', '=', county)
    .where('code', 'in', [...new Set(codes)])
    .execute()
  return new Map(rows.map(({ code, name }) => [code, name]))
}

export async function departmentNames(db: Db, county: County, english: boolean): Promise<Map<string, string>> {
  const rows = await departmentsOf(db, county)
  return new Map(rows.map(({ code, name, nameEn }) => [code, english ? nameEn : name]))
}
