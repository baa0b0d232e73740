/** Reads a file of places (JSON of the national codes, or CSV of grids and lanes in UTF-8 or GB18030) and writes it, whole or not at all. */
import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import { z } from 'zod'
import { type Db, transact } from '#db/db.ts'
import type { County, Day } from '#modules/kernel/ids.ts'
import { type Refusal, refuse } from '#modules/kernel/refusal.ts'
import { staleUnder } from './boards/store.server.ts'
import { rename } from './change-store.server.ts'
import { check, effectOf, type Row } from './import.ts'
import { countyOf, type Place } from './place.ts'
import * as store from './store.server.ts'
import type { ImportReport } from './wire.ts'

type Read = {
  readonly rows: Row[]
  readonly source: string | null
  readonly county: { code: County; name: string; city: string; province: string } | undefined
}

const named = z.object({ code: z.string(), name: z.string() })
/** The shape in which the national codes are kept: province, city, county, then towns with their villages. */
const Codes = z.object({
  source: z.string().max(300).optional(),
  province: named,
  city: named,
  county: named,
  divisions: z.array(named.extend({ villages: z.array(named) })),
})

/** UTF-8 if the bytes are that, else GB18030, which is what spreadsheets in a Chinese office write. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return iconv.decode(Buffer.from(bytes), 'gb18030')
  }
}

const columns: Record<string, keyof Row> = {
  code: 'code',
  编码: 'code',
  代码: 'code',
  区划代码: 'code',
  统计用区划代码: 'code',
  name: 'name',
  名称: 'name',
  households: 'households',
  户数: 'households',
  scope: 'scope',
  范围: 'scope',
  latitude: 'latitude',
  纬度: 'latitude',
  longitude: 'longitude',
  经度: 'longitude',
}

/** The Bureau of Statistics writes every code with twelve digits: 140826100000 is the town 140826100. No village has 000. */
const plain = (code: string) => (/^\d{12}$/.test(code) ? code.replace(/(000)+$/, '') : code)

function readCsv(text: string): Read | Refusal {
  let records: { record: Record<string, string>; info: { lines: number } }[]
  try {
    records = parse(text, {
      columns: (head: string[]) => head.map((title) => columns[title.trim()] ?? title),
      bom: true,
      info: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as never
  } catch (error) {
    return refuse('import.bad_file', { why: error instanceof Error ? error.message : '' })
  }
  const [first] = records
  if (!first || !('code' in first.record) || !('name' in first.record))
    return refuse('import.bad_file', { why: 'no columns code and name (编码, 名称)' })
  return {
    source: null,
    county: undefined,
    rows: records.map(({ record, info }) => ({
      ...(record as unknown as Row),
      line: info.lines,
      code: plain(record['code'] ?? ''),
      name: record['name'] ?? '',
    })),
  }
}

function readJson(text: string): Read | Refusal {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch (error) {
    return refuse('import.bad_file', { why: error instanceof Error ? error.message : '' })
  }
  const codes = Codes.safeParse(parsed)
  if (!codes.success)
    return refuse('import.bad_file', {
      why: codes.error.issues
        .slice(0, 3)
        .map(({ path, message }) => `${path.join('.')}: ${message}`)
        .join('; '),
    })
  const { source = null, province, city, county, divisions } = codes.data
  const lines = linesOf(text)
  const row = ({ code, name }: { code: string; name: string }): Row => ({ line: lines(code), code: plain(code), name })
  return {
    source,
    county: { code: plain(county.code) as County, name: county.name, city: city.name, province: province.name },
    rows: [row(county), ...divisions.flatMap(({ villages, ...town }) => [row(town), ...villages.map(row)])],
  }
}

/** Rows of places out of a file: JSON by its name or its first character, else CSV. */
export function readPlaces(bytes: Uint8Array, name: string): Read | Refusal {
  const text = decodeText(bytes)
  return /\.json$/i.test(name) || /^\s*\{/.test(text) ? readJson(text) : readCsv(text)
}

/** Where each code stands in a JSON text: asked in order, so that a code that stands twice is found twice. */
function linesOf(text: string): (code: string) => number {
  let from = 0
  return (code) => {
    const at = text.indexOf(`"${code}"`, from)
    if (at === -1) return 0
    from = at + 1
    return text.slice(0, at).split('\n').length
  }
}

/** A corrected name: the one before is kept, and the boards that show it are out of date. */
async function renamed(db: Db, place: Place, before: Place | undefined, today: Day): Promise<void> {
  if (!before || before.name === place.name) return
  await rename(db, place, before, { day: today, id: null })
  await staleUnder(db, place.county, [place.code], 'rename', today)
}

/**
 * Imports a file, or with `dryRun` only says what would happen. Idempotent: the same file again changes nothing. Refuses a file that cannot
 * be read at all; rows that cannot be believed are in the report, by line, and then nothing was written. `only` keeps it to one county.
 */
export async function importFile(
  db: Db,
  bytes: Uint8Array,
  { name, dryRun, today, only }: { name: string; dryRun: boolean; today: Day; only?: County },
): Promise<ImportReport | Refusal> {
  const read = readPlaces(bytes, name)
  if ('refused' in read) return read
  const county = only ?? read.county?.code ?? countyOf(read.rows[0]?.code ?? '')
  const standing = await store.all(db, county)
  const before = new Map(standing.map((place) => [place.code, place]))
  const { places, problems } = check(read.rows, county, standing, today)
  const effects = places.map((place) => effectOf(place, before.get(place.code)))
  const count = (effect: (typeof effects)[number]) => effects.filter((each) => each === effect).length
  const written = !dryRun && !problems.some(({ severity }) => severity === 'error')
  if (written) {
    await transact(db, async (trx) => {
      if (read.county) await store.putCounty(trx, read.county)
      const changed = places.filter((_, index) => effects[index] !== 'same')
      for (let start = 0; start < changed.length; start += 500) await store.put(trx, changed.slice(start, start + 500))
      for (const place of changed) await renamed(trx, place, before.get(place.code), today)
      if (changed.length > 0) await store.measure(trx, county)
    })
  }
  return { rows: read.rows.length, added: count('added'), changed: count('changed'), same: count('same'), written, problems: [...problems] }
}
