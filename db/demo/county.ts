/**
 * The demo county's places: the real divisions of 2019, and below them 304 grids and 1,849 lanes (article, D) that are invented.
 * So are all coordinates: towns stand about where they are, villages are scattered round their town and lanes round their village.
 */
import { readFileSync } from 'node:fs'
import type { PlaceCode } from '#modules/kernel/ids.ts'
import { laneHouseholds } from '#modules/places/place.ts'
import { gridName, laneNames, laneScope } from './names.ts'
import { around, type Random, seeded, sharedOut } from './random.ts'

export const gridCount = 304
export const laneCount = 1849

type Point = { readonly latitude: number; readonly longitude: number }
export type Lane = Point & { readonly code: PlaceCode; readonly name: string; readonly households: number; readonly scope: string }
export type Grid = { readonly code: PlaceCode; readonly name: string; readonly lanes: readonly Lane[] }
export type Village = Point & { readonly code: PlaceCode; readonly name: string; readonly grids: readonly Grid[] }
export type Town = Point & { readonly code: PlaceCode; readonly name: string; readonly villages: readonly Village[] }

type Named = { readonly code: string; readonly name: string; readonly kind: string }
type Divisions = { readonly county: Named; readonly divisions: readonly (Named & { readonly villages: readonly Named[] })[] }

/** The national codes, as the importer takes them. */
export const divisionsFile = readFileSync(new URL('./jiangxian-2019.json', import.meta.url), 'utf8')

/** Roughly where each town's office is, in WGS 84 degrees. */
const townPoints: Readonly<Record<string, readonly [number, number]>> = {
  '140826100': [35.491, 111.568], // 古绛镇
  '140826101': [35.522, 111.452], // 横水镇
  '140826102': [35.447, 111.665], // 陈村镇
  '140826103': [35.54, 111.66], // 卫庄镇
  '140826104': [35.475, 111.745], // 么里镇
  '140826105': [35.617, 111.615], // 南樊镇
  '140826106': [35.42, 111.5], // 安峪镇
  '140826107': [35.605, 111.5], // 大交镇
  '140826200': [35.562, 111.545], // 郝庄乡
  '140826201': [35.345, 111.605], // 冷口乡
  '140826402': [35.505, 111.52], // 经济开发区
}

const degreesPerKm = { latitude: 1 / 111.2, longitude: 1 / 90.5 }
const goldenAngle = Math.PI * (3 - Math.sqrt(5))

/** The index-th of `count` points scattered evenly in a disc, each a little off. */
function scattered(random: Random, centre: Point, radiusKm: number, index: number, count: number): Point {
  const angle = index * goldenAngle + random() * 0.6
  const distance = radiusKm * Math.sqrt((index + 0.2 + random() * 0.6) / count)
  return {
    latitude: centre.latitude + Math.sin(angle) * distance * degreesPerKm.latitude,
    longitude: centre.longitude + Math.cos(angle) * distance * degreesPerKm.longitude,
  }
}

/** How large a village is beside the others; residents' committees in the county town are several times as large. */
const sizeOf = (random: Random, { kind }: Named): number =>
  Math.exp(around(random, 0, 0.4)) * (kind === 'residents_committee' ? 4 : kind === 'quasi_residents_committee' ? 1.2 : 1)

/** The same county every time. */
export function drawCounty(): Town[] {
  const random = seeded('places')
  const { divisions } = JSON.parse(divisionsFile) as Divisions
  const units = divisions.flatMap(({ villages }) => villages)
  const laneCounts = sharedOut(
    laneCount,
    units.map((unit) => sizeOf(random, unit)),
    3,
  )
  const gridCounts = sharedOut(
    gridCount,
    laneCounts.map((lanes) => Math.max(0.1, lanes - 4)),
    1,
  )
  let next = 0
  return divisions.map(({ code, name, villages }) => {
    const [latitude, longitude] = townPoints[code]!
    const town = { code: code as PlaceCode, name, latitude, longitude }
    const radius = Math.min(5.2, 0.95 * Math.sqrt(villages.length))
    return {
      ...town,
      villages: villages.map((village, index) => {
        const point = scattered(random, town, radius, index, villages.length)
        const [lanes, grids] = [laneCounts[next]!, gridCounts[next]!]
        next += 1
        return { code: village.code as PlaceCode, name: village.name, ...point, grids: gridsOf(random, village.code, point, lanes, grids) }
      }),
    }
  })
}

function gridsOf(random: Random, village: string, centre: Point, lanes: number, grids: number): Grid[] {
  const names = laneNames(random, lanes)
  const radius = 0.09 * Math.sqrt(lanes)
  const perGrid = sharedOut(lanes, Array<number>(grids).fill(1), 1)
  let next = 0
  return perGrid.map((count, index) => {
    const code = `${village}${String(index + 1).padStart(3, '0')}`
    const own = Array.from({ length: count }, (_, place): Lane => {
      const name = names[next]!
      const point = scattered(random, centre, radius, next++, lanes)
      const households = Math.min(laneHouseholds.max, Math.max(laneHouseholds.min, Math.round(around(random, 25, 3))))
      return {
        code: `${code}${String(place + 1).padStart(3, '0')}` as PlaceCode,
        name,
        ...point,
        households,
        scope: laneScope(random, households),
      }
    })
    return { code: code as PlaceCode, name: gridName(index), lanes: own }
  })
}

const mean = (points: readonly Point[]): Point => ({
  latitude: points.reduce((sum, { latitude }) => sum + latitude, 0) / points.length,
  longitude: points.reduce((sum, { longitude }) => sum + longitude, 0) / points.length,
})

/** The grids and lanes as a spreadsheet, and above them where county, towns and villages lie. */
export function spreadsheetOf(towns: readonly Town[]): string {
  const { county } = JSON.parse(divisionsFile) as Divisions
  const line = (code: string, name: string, { latitude, longitude }: Point, households: number | '' = '', scope = '') =>
    [code, name, households, scope && `"${scope}"`, latitude.toFixed(5), longitude.toFixed(5)].join(',')
  const lines = ['编码,名称,户数,范围,纬度,经度', line(county.code, county.name, towns[0]!)]
  for (const town of towns) {
    lines.push(line(town.code, town.name, town))
    for (const village of town.villages) {
      lines.push(line(village.code, village.name, village))
      for (const { code, name, lanes } of village.grids) {
        lines.push(
          line(
            code,
            name,
            mean(lanes),
            lanes.reduce((sum, { households }) => sum + households, 0),
          ),
        )
        for (const lane of lanes) lines.push(line(lane.code, lane.name, lane, lane.households, lane.scope))
      }
    }
  }
  return lines.join('\n')
}
