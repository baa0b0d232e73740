/**
 * Rows of places from a file, checked against each other and against what stands already.
 *
 *   national codes (JSON)  ─┐
 *   grids and lanes (CSV)  ─┴▶ rows ─▶ check ─▶ places to write, and every problem by line
 *
 * One error, and nothing is written: a half-imported county would send people's matters to the wrong door.
 */
import type { County, Day, PlaceCode } from '#modules/kernel/ids.ts'
import { countyOf, isInside, isPlaceCode, kindOf, laneHouseholds, levelOf, type Place, parentOf } from './place.ts'
import type { RowProblem } from './wire.ts'

/** A row as it was read: text, not yet believed. */
export type Row = {
  readonly line: number
  readonly code: string
  readonly name: string
  readonly households?: string | undefined
  readonly scope?: string | undefined
  readonly latitude?: string | undefined
  readonly longitude?: string | undefined
}

export type Checked = { readonly places: readonly Place[]; readonly problems: readonly RowProblem[] }

const nameAtMost = 100
const scopeAtMost = 300
const householdsAtMost = 100_000
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are exactly what is looked for
const hasControls = (typed: string) => /[\u0000-\u001f\u007f]/.test(typed) || !typed.isWellFormed()

const number = (text: string | undefined): number | null | undefined => {
  if (text === undefined || text.trim() === '') return null
  const value = Number(text)
  return Number.isFinite(value) ? value : undefined
}

/** `standing` are the places already there; `since` is the day on which new ones begin. */
export function check(rows: readonly Row[], county: County, standing: readonly Place[], since: Day): Checked {
  const known = new Map(standing.map((place) => [place.code as string, place]))
  const inFile = new Map<string, number>()
  for (const { code, line } of rows) if (!inFile.has(code)) inFile.set(code, line)

  const far = farFrom(standing)
  const isOver = (code: string) => (known.get(code)?.until ?? '9999') <= since
  const places: Place[] = []
  const problems: RowProblem[] = []
  for (const row of rows) {
    const found = problemsOf(row, county, far, (code) => known.has(code) || inFile.has(code), inFile.get(row.code))
    // What ended stays as it was: a code is never used for another place.
    if (isOver(row.code)) found.push({ line: row.line, code: row.code, problem: 'import.ended', facts: {}, severity: 'error' })
    problems.push(...found)
    if (!found.some(({ severity }) => severity === 'error')) places.push(placeOf(row, known.get(row.code), since))
  }
  return { places: places.sort((one, other) => (one.code < other.code ? -1 : 1)), problems }
}

function problemsOf(
  row: Row,
  county: County,
  far: (latitude: number, longitude: number) => boolean,
  exists: (code: string) => boolean,
  firstLine: number | undefined,
): RowProblem[] {
  const { line, code, name } = row
  const problems: RowProblem[] = []
  const say = (severity: RowProblem['severity'], problem: string, facts: RowProblem['facts'] = {}) =>
    problems.push({ line, code, problem, facts, severity })

  if (!isPlaceCode(code)) {
    say('error', 'import.code', { length: code.length })
    return problems
  }
  if (countyOf(code) !== county) {
    say('error', 'import.other_county', { county })
    return problems
  }
  if (firstLine !== undefined && firstLine !== line) say('error', 'import.duplicate', { firstLine })
  const parent = parentOf(code)
  if (parent && !exists(parent)) say('error', 'import.unknown_parent', { parent })
  if (hasControls(`${name}${row.scope ?? ''}`)) say('error', 'import.controls')
  if (name.trim() === '') say('error', 'import.name_missing')
  if (name.length > nameAtMost) say('error', 'import.name_long', { atMost: nameAtMost })
  if ((row.scope?.length ?? 0) > scopeAtMost) say('error', 'import.scope_long', { atMost: scopeAtMost })

  const households = number(row.households)
  if (
    households === undefined ||
    (households !== null && (households < 0 || households > householdsAtMost || !Number.isInteger(households)))
  )
    say('error', 'import.households', { text: row.households ?? '' })
  else if (levelOf(code) === 'lane' && (households === null || households < laneHouseholds.min || households > laneHouseholds.max))
    say('warning', 'import.lane_size', { households, ...laneHouseholds })

  const [latitude, longitude] = [number(row.latitude), number(row.longitude)]
  const impossible = latitude === undefined || longitude === undefined || (latitude === null) !== (longitude === null)
  if (impossible || Math.abs(latitude ?? 0) > 90 || Math.abs(longitude ?? 0) > 180)
    say('error', 'import.coordinates', { latitude: row.latitude ?? '', longitude: row.longitude ?? '' })
  else if (latitude !== null && longitude !== null && far(latitude!, longitude!))
    say('warning', 'import.far', { latitude: row.latitude ?? '', longitude: row.longitude ?? '' })
  return problems
}

/** Whether a point lies more than half a degree (about 50 km) beyond everything already there; never, where nothing is. */
function farFrom(standing: readonly Place[]): (latitude: number, longitude: number) => boolean {
  const points = standing.filter(({ latitude, longitude }) => latitude !== null && longitude !== null)
  if (points.length === 0) return () => false
  const [latitudes, longitudes] = [points.map(({ latitude }) => latitude!), points.map(({ longitude }) => longitude!)]
  const bounds = {
    south: Math.min(...latitudes) - 0.5,
    north: Math.max(...latitudes) + 0.5,
    west: Math.min(...longitudes) - 0.5,
    east: Math.max(...longitudes) + 0.5,
  }
  return (latitude, longitude) => !isInside(bounds, latitude, longitude)
}

/** The place a good row describes; what the row does not say stays as it was. */
function placeOf(row: Row, before: Place | undefined, since: Day): Place {
  const code = row.code as PlaceCode
  const [households, latitude, longitude] = [number(row.households), number(row.latitude), number(row.longitude)]
  return {
    county: countyOf(code),
    code,
    name: row.name.trim(),
    level: levelOf(code),
    kind: kindOf(code),
    households: households ?? before?.households ?? null,
    scope: row.scope?.trim() || (before?.scope ?? null),
    latitude: latitude ?? before?.latitude ?? null,
    longitude: longitude ?? before?.longitude ?? null,
    since: before?.since ?? since,
    until: before?.until ?? null,
  }
}

const fields = ['name', 'households', 'scope', 'latitude', 'longitude', 'kind'] as const

/** What a row would do to what stands: add it, change it, or nothing. */
export const effectOf = (place: Place, before: Place | undefined): 'added' | 'changed' | 'same' =>
  before === undefined ? 'added' : fields.some((field) => place[field] !== before[field]) ? 'changed' : 'same'
