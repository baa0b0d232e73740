import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import type { County } from '#modules/kernel/ids.ts'
import { cast } from '#tests/cast.ts'
import { served } from '#tests/server.ts'
import { importFile } from './import.server.ts'
import { check, type Row } from './import.ts'
import type { ImportReport } from './wire.ts'

const { places } = cast
const county = '149901' as County
const today = '2026-06-03'
const row = (line: number, code: string, change: Partial<Row> = {}): Row => ({ line, code, name: '新巷', households: '25', ...change })
const problems = (...rows: Row[]) =>
  check(
    [row(1, '149901'), row(2, '149901100'), row(3, '149901100201'), row(4, '149901100201001'), ...rows],
    county,
    [],
    today,
  ).problems.map(({ line, problem, severity }) => [line, problem, severity])

test.each([
  ['a code of the wrong length', row(9, '14990110020100100'), 'import.code'],
  ['a code with a letter', row(9, '14990110020100100A'), 'import.code'],
  ['another county', row(9, '149902100201001001'), 'import.other_county'],
  ['a parent nobody knows', row(9, '149901100201009001'), 'import.unknown_parent'],
  ['no name', row(9, '149901100201001001', { name: ' ' }), 'import.name_missing'],
  ['a name too long', row(9, '149901100201001001', { name: '长'.repeat(101) }), 'import.name_long'],
  ['households that are no number', row(9, '149901100201001001', { households: '二十' }), 'import.households'],
  ['half a point', row(9, '149901100201001001', { latitude: '35.5' }), 'import.coordinates'],
  ['a point beyond the pole', row(9, '149901100201001001', { latitude: '95', longitude: '111' }), 'import.coordinates'],
])('%s is an error at its line', (_name, bad, problem) => {
  expect(problems(bad)).toContainEqual([9, problem, 'error'])
})

test('the same code twice is an error at the second', () => {
  expect(problems(row(8, '149901100201001001'), row(9, '149901100201001001'))).toEqual([[9, 'import.duplicate', 'error']])
})

test.each(['19', '31', ''])('a lane of %s households is a warning, not an error', (households) => {
  expect(problems(row(9, '149901100201001001', { households }))).toEqual([[9, 'import.lane_size', 'warning']])
})

const csv = (rows: string[]) => ['编码,名称,户数,范围,纬度,经度', ...rows].join('\r\n')
const lane = `${places.grid}003,桥头巷,26,"东至桥头,西至村口",35.51,111.52`

served('a file in GB18030 is read as one in UTF-8 is', async ({ opened: { db } }) => {
  for (const [bytes, added] of [
    [iconv.encode(csv([lane]), 'gb18030'), 1],
    [Buffer.from(`\ufeff${csv([lane])}`), 0],
  ] as const) {
    const report = await importFile(db, bytes, { name: 'lanes.csv', dryRun: false, today })
    expect(report).toMatchObject({ rows: 1, added, changed: 0, same: 1 - added, written: true, problems: [] })
  }
  const [found] = await db
    .selectFrom('places')
    .selectAll()
    .where('code', '=', `${places.grid}003` as never)
    .execute()
  expect(found).toMatchObject({ name: '桥头巷', households: 26, scope: '东至桥头,西至村口', latitude: 35.51 })
})

served('a dry run says what would happen and writes nothing', async ({ opened: { db } }) => {
  const report = await importFile(db, Buffer.from(csv([lane])), { name: 'lanes.csv', dryRun: true, today })

  expect(report).toMatchObject({ added: 1, written: false })
  expect(await db.selectFrom('places').select('code').where('name', '=', '桥头巷').execute()).toEqual([])
})

served('with one bad row nothing is written', async ({ opened: { db } }) => {
  const report = (await importFile(db, Buffer.from(csv([lane, '149901100999001001,无村巷,25,,,'])), {
    name: 'lanes.csv',
    dryRun: false,
    today,
  })) as ImportReport

  expect(report).toMatchObject({ written: false, problems: [{ line: 3, problem: 'import.unknown_parent', severity: 'error' }] })
  expect(await db.selectFrom('places').select('code').where('name', '=', '桥头巷').execute()).toEqual([])
})

served('a file that is no file of places is refused with a reason', async ({ opened: { db } }) => {
  for (const [name, text] of [
    ['a.csv', 'x,y\n1,2'],
    ['a.json', '{"x":1}'],
    ['a.json', '{'],
    ['a.csv', ''],
  ] as const)
    expect(await importFile(db, Buffer.from(text), { name, dryRun: false, today })).toMatchObject({ refused: 'import.bad_file' })
})

served('the national codes of a whole county, twice: the second time nothing changes', async ({ opened: { db } }) => {
  const bytes = readFileSync(new URL('../../db/demo/jiangxian-2019.json', import.meta.url))
  const first = await importFile(db, bytes, { name: 'codes.json', dryRun: false, today })
  const second = await importFile(db, bytes, { name: 'codes.json', dryRun: false, today })

  expect(first).toMatchObject({ rows: 1 + 11 + 198, added: 210, written: true, problems: [] })
  expect(second).toMatchObject({ added: 0, changed: 0, same: 210 })
})

served('at the desk only an administrator imports, and only into their county', async ({ as }) => {
  for (const who of ['township', 'centre', 'auditor', 'chief', 'nobody'] as const)
    expect((await as(who).post('/api/places/import', {})).status).toBe(403)
  const send = async (who: 'administrator' | 'farAdministrator') =>
    (await (await as(who).upload('/api/places/import?dryRun=false&name=lanes.csv', csv([lane]), 'text/csv')).json()) as ImportReport

  expect((await send('farAdministrator')).problems).toMatchObject([{ problem: 'import.other_county' }])
  expect(await send('administrator')).toMatchObject({ added: 1, written: true })
})
