/** The words a person reads beside a matter's codes: category, place, holder, worker. */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import { type Asked, statement } from '#db/statement.ts'
import type { County, MatterId, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import { pathApart, pathName, pathOf } from '#modules/places/place.ts'
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

/** Everything that a page of matters speaks of. */
type Spoken = {
  readonly county: County
  readonly places: readonly PlaceCode[]
  /** The places of matters: of those that have ended, what they are today. */
  readonly own: readonly PlaceCode[]
  readonly people: readonly PersonId[]
  readonly matters: readonly MatterId[]
  readonly categories: readonly string[]
}

/** By code or id. */
type Names = {
  readonly places: Readonly<Record<string, string>>
  readonly became: Readonly<Record<string, readonly PlaceCode[]>>
  readonly people: Readonly<Record<string, string>>
  readonly photos: Readonly<Record<string, number>>
  readonly categories: Readonly<Record<string, string>>
  readonly departments: Readonly<Record<string, string>>
}

/** All their names in one question: a page asks for them each time. */
const names = (english: boolean) =>
  statement((_, is: Asked<Spoken>) => {
    const name = sql.ref(english ? 'name_en' : 'name')
    return sql<Names>`select
      (select coalesce(json_object_agg(code, name), '{}') from places
        where county = ${is('county')} and (code = any(${is('places')}::varchar[]) or code in (
          select left(successor, depth) from place_successors, unnest(array[6, 9, 12, 15, 18]) as depth
          where county = ${is('county')} and place = any(${is('own')}::varchar[])))) as places,
      (select coalesce(json_object_agg(place, heirs), '{}') from (
        select heirs.place, json_agg(now.code order by heirs.sort, now.code) as heirs
        from place_successors heirs join places now on now.county = heirs.county and now.code = heirs.successor
        where heirs.county = ${is('county')} and heirs.place = any(${is('own')}::varchar[]) and now.until is null
        group by heirs.place) as ended) as became,
      (select coalesce(json_object_agg(id, name), '{}') from people
        where county = ${is('county')} and id = any(${is('people')}::uuid[])) as people,
      (select coalesce(json_object_agg(matter_id, n), '{}') from (
        select matter_id, count(*) as n from photos
        where county = ${is('county')} and matter_id = any(${is('matters')}::uuid[]) group by matter_id) as shown) as photos,
      (select coalesce(json_object_agg(code, ${name}), '{}') from categories
        where county = ${is('county')} and code = any(${is('categories')}::varchar[])) as categories,
      (select coalesce(json_object_agg(code, ${name}), '{}') from departments where county = ${is('county')}) as departments
      from counties where counties.code = ${is('county')}`
  })

const namesInChinese = names(false)
const namesInEnglish = names(true)

/** The most that are asked about at once: the connection for short reads is everybody's. */
const atOnce = 100

export async function rowsOf(db: Db, county: County, matters: readonly Matter[], english: boolean): Promise<MatterRow[]> {
  const rows: MatterRow[] = []
  for (let start = 0; start < matters.length; start += atOnce)
    rows.push(...(await someRows(db, county, matters.slice(start, start + atOnce), english)))
  return rows
}

async function someRows(db: Db, county: County, matters: readonly Matter[], english: boolean): Promise<MatterRow[]> {
  const once = <T>(values: readonly T[]): T[] => [...new Set(values)]
  const [names] = await (english ? namesInEnglish : namesInChinese)(db, {
    county,
    places: once(matters.flatMap(({ place, holderPlace }) => [...pathOf(place), holderPlace])),
    own: once(matters.map(({ place }) => place)),
    people: once(matters.flatMap(({ worker }) => worker ?? [])),
    matters: matters.map(({ id }) => id),
    categories: once(matters.map(({ category }) => category)),
  })
  if (!names) throw new Error(`no county ${county}`)
  const places = new Map(Object.entries(names.places) as [PlaceCode, string][])
  const departments = new Map(Object.entries(names.departments))
  return matters.map((matter) => ({
    matter,
    number: numberOf(matter),
    categoryName: names.categories[matter.category] ?? matter.category,
    placeName: withNow(
      pathName(matter.place, places),
      names.became[matter.place]?.map((now) => pathApart(matter.place, now, places)),
      english,
    ),
    holderName: seatName(holderOf(matter), places, departments),
    workerName: matter.worker ? (names.people[matter.worker] ?? null) : null,
    photos: names.photos[matter.id] ?? 0,
  }))
}
