import { expect } from 'vitest'
import { cast } from '#tests/cast.ts'
import { type Served, served, type Who } from '#tests/server.ts'
import type { ReportTable, Unreported, VillageFile } from '../reply.ts'

const { places, people } = cast

const answer = async (reply: Response | Promise<Response>) => {
  const it = await reply
  return [it.status, ((await it.json()) as { refused?: string }).refused]
}
const village = async ({ as }: Served, who: Who) =>
  (await (await as(who).get(`/api/beats/villages/${places.village}`)).json()) as VillageFile

served('zero is shown only where somebody able to report has done so for every month', async (it) => {
  const report = (who: Who, kind: string, months: readonly string[], count = 0) =>
    it
      .as(who)
      .put(
        '/api/beats/reports',
        JSON.stringify({ kind, rows: months.map((month) => ({ village: places.village, month, count })) }),
        'application/json',
      )
  const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05']
  expect((await village(it, 'station')).zero).toMatchObject({ cases: { state: 'notReported' }, petitions: { state: 'notReported' } })
  for (const [who, kind] of [
    ['township', 'cases'],
    ['station', 'petitions'],
    ['petitions', 'cases'],
    ['westStation', 'cases'],
    ['justice', 'petitions'],
  ] as const)
    expect(await answer(report(who, kind, months)), who).toEqual([409, 'beat.not_reporter'])
  // It is the 3rd of June: there may still come a case this month.
  for (const month of ['2026-06', '2026-07'])
    expect(await answer(report('station', 'cases', ['2026-05', month]))).toEqual([409, 'beat.month_not_over'])
  await report('station', 'cases', months)
  await report('petitions', 'petitions', months.slice(1))

  expect((await village(it, 'station')).zero).toEqual({
    cases: { state: 'zero' },
    petitions: { state: 'notReported', missing: ['2026-01'] },
  })
  await report('station', 'cases', ['2026-03'], 2)
  expect((await village(it, 'station')).zero.cases).toEqual({ state: 'some', count: 2 })
})

served('whoever reports sees how much is still to be reported, and nobody else', async (it) => {
  const unreported = async (who: Who) => (await (await it.as(who).get('/api/beats/reports/missing')).json()) as Unreported
  const body = { kind: 'cases', rows: [{ village: places.village, month: '2026-05', count: 0 }] }
  expect((await it.as('station').put('/api/beats/reports', JSON.stringify(body), 'application/json')).status).toBe(200)
  const months = ['2026-01', '2026-02', '2026-03', '2026-04']
  const cases = [...months.map((month) => [month, 2]), ['2026-05', 1]]

  expect((await unreported('station')).map(({ month, villages }) => [month, villages])).toEqual(cases)
  expect((await unreported('station')).every(({ kind, town }) => kind === 'cases' && town === places.eastTown)).toBe(true)
  expect((await unreported('petitions')).find(({ town, month }) => town === places.eastTown && month === '2026-05')).toEqual({
    ...{ kind: 'petitions', town: places.eastTown, month: '2026-05', villages: 2 },
  })
  for (const who of ['justice', 'township', 'villagePolice', 'administrator'] as const) expect(await unreported(who), who).toEqual([])
})

served('a number that was wrong is put right or taken back, and the trail says from what to what', async (it) => {
  const put = (rows: object[]) => it.as('station').put('/api/beats/reports', JSON.stringify({ kind: 'cases', rows }), 'application/json')
  const row = (count: number | null, village: string = places.village) => ({ village, month: '2026-05', count })
  expect(await answer(put([row(1), row(2)]))).toEqual([409, 'beat.row_twice'])
  const unknown = `${places.village.slice(0, 9)}299`
  expect(await (await put([row(1, unknown)])).json()).toMatchObject({ refused: 'place.unknown', facts: { place: unknown } })
  for (const count of [2, 2, 0, null]) await put([row(count)])

  expect((await village(it, 'station')).zero.cases).toMatchObject({ state: 'notReported' })
  const trail = (await (await it.as('auditor').get('/api/audit?action=village.reported')).json()) as {
    rows: { subjectId: string; facts: object }[]
  }
  expect(trail.rows.map(({ subjectId, facts }) => [subjectId, facts])).toEqual([
    [places.village, { kind: 'cases', '2026-05': '0 → –' }],
    [places.village, { kind: 'cases', '2026-05': '2 → 0' }],
    [places.village, { kind: 'cases', '2026-05': '– → 2' }],
  ])
})

served('what was reported is read back as a table by those who report it and those who read the villages', async (it) => {
  const table = async (who: Who) => {
    const reply = await it.as(who).get('/api/beats/reports?kind=cases&year=2026')
    return [reply.status, reply.ok ? ((await reply.json()) as ReportTable) : undefined] as const
  }
  const body = { kind: 'cases', rows: [{ village: places.village, month: '2026-05', count: 0 }] }
  expect((await it.as('station').put('/api/beats/reports', JSON.stringify(body), 'application/json')).status).toBe(200)

  for (const who of ['chief', 'auditor', 'administrator', 'petitions'] as const) expect((await table(who))[0], who).toBe(404)
  expect((await table('station'))[1]).toMatchObject({
    villages: [{ village: places.village }, { village: places.nextVillage }],
    rows: [{ village: places.village, month: '2026-05', count: 0, byName: people.station.name }],
  })
  expect((await table('police'))[1]?.villages).toHaveLength(3)
  expect((await table('westStation'))[1]?.rows).toEqual([])
})
