/** Editions of a whole county, as large as they come. */
import { expect } from 'vitest'
import { cast } from '#tests/cast.ts'
import { uuid } from '#tests/matter.ts'
import { previewed, today } from '#tests/place-change.ts'
import { type Served, served } from '#tests/server.ts'
import type { Plan } from '../change.ts'
import type { ChangeView, Edition, Preview } from '../change-wire.ts'
import type { ImportReport } from '../wire.ts'

const { places } = cast
const three = (n: number) => String(n).padStart(3, '0')
const towns = Array.from({ length: 20 }, (_, n) => `149901${300 + n}`)
/** The cast's own places as they are, and twenty towns of 150 villages beside them: over 200 KB. */
const rows = (suffix = '') => [
  '编码,名称',
  ...['149901100,东镇', '149901101,西镇', `${places.village},河湾村委会`, `${places.nextVillage},坡上村委会`],
  `${places.westVillage},西沟村委会`,
  ...towns.flatMap((town, n) => [
    `${town},第${n}镇`,
    ...Array.from(
      { length: 150 },
      (_, m) => `${town}${three(m + 200)},${`第${n}镇第${m}生产大队`.padEnd(20, '原')}村民委员会${m < 3 ? suffix : ''}`,
    ),
  ]),
]
const file = (suffix?: string) => rows(suffix).join('\n')
const asked = (it: Served, path: string, text: string) => it.as('administrator').upload(path, text, 'text/csv')
const compared = async (it: Served, text: string) => (await (await asked(it, '/api/places/editions?name=e.csv', text)).json()) as Edition

served('what is larger than a county’s file, and any other body over 200 KB, is refused', async (it) => {
  for (const path of ['/api/places/import?name=a.csv', '/api/places/editions?name=a.csv'])
    expect((await asked(it, path, 'x'.repeat(10_000_001))).status, path).toBe(413)
  expect((await it.as('administrator').post('/api/places/changes/many', { reason: 'x'.repeat(2_000_001) })).status).toBe(413)
  for (const path of ['/api/places/changes', '/api/places/changes/preview', '/api/matters'])
    expect(await (await it.as('administrator').post(path, { reason: 'x'.repeat(200_001) })).json(), path).toEqual({
      refused: 'too_large',
      facts: { megabytes: 0.2 },
    })
  expect((await it.as('chief').upload('/api/places/import?name=a.csv', 'x', 'text/csv')).status).toBe(403)
})

served(
  'a county’s edition of thousands of rows is imported; the next year’s is compared, looked at whole and confirmed',
  async (it) => {
    expect(Buffer.byteLength(file())).toBeGreaterThan(200_000)
    const imported = (await (await asked(it, '/api/places/import?name=a.csv&dryRun=false', file())).json()) as ImportReport
    expect(imported).toMatchObject({ rows: 3025, added: 3020, same: 5, written: true })
    expect((await compared(it, file())).proposals).toEqual([])

    const { proposals, fingerprint, kept } = await compared(it, file('（新）'))
    expect([kept, proposals.length, proposals.every(({ what }) => what === 'renamed')]).toEqual([2965, 60, true])
    const plans = proposals.map(({ plan }) => plan)
    const looked = await it.as('administrator').post('/api/places/changes/many/preview', { plans, day: today })
    expect(((await looked.json()) as Preview).sums).toMatchObject({ villages: 60, boards: 0, posts: 0 })
    const body = { day: today, reason: '新版', fingerprint, plans: plans.map((plan, n) => ({ id: uuid(2000 + n), plan })) }
    const reply = await it.as('administrator').post('/api/places/changes/many', body)
    expect([reply.status, ((await reply.json()) as { rows: ChangeView[] }).rows.every(({ state }) => state === 'done')]).toEqual([
      201,
      true,
    ])
    expect((await compared(it, file('（新）'))).proposals).toEqual([])
  },
  60_000,
)

served('an edition as the Bureau of Statistics writes it, twelve digits a code and no county, is the same edition', async (it) => {
  const bureau = [
    '统计用区划代码,城乡分类代码,名称',
    ...['149901100000,,东镇', '149901100201,220,河湾村委会', '149901100202,220,坡上村委会'],
    ...['149901101000,,西镇', '149901101201,220,西沟村委会'],
  ]
  expect(await compared(it, bureau.join('\n'))).toMatchObject({ kept: 5, proposals: [] })
})

served('an edition in which a village stands without its town is refused: it would abolish the town', async (it) => {
  expect(await compared(it, '编码,名称\n149901100,东镇\n149901100201,河湾村委会\n149901101201,西沟村委会')).toMatchObject({
    refused: 'import.bad_rows',
    facts: { line: 4, place: '149901101201', count: 1 },
  })
})

const move: Plan = { kind: 'move', place: places.village, parent: places.westTown, code: `${places.westTown}250` as never }
const rename: Plan = { kind: 'rename', place: `${places.westTown}250` as never, name: '新河湾村委会' }
const manyPreviewed = async (it: Served, plans: Plan[]) => {
  const reply = await it.as('administrator').post('/api/places/changes/many/preview', { plans, day: today })
  return (await reply.json()) as Preview
}

served('several changes are looked at as one: what stood before all of them, what stands after, each thing counted once', async (it) => {
  const alone = await previewed(it, move)
  const both = await manyPreviewed(it, [move, rename])

  expect(both.sums).toEqual(alone.sums)
  expect(both.before.find(({ code }) => code === places.village)).toMatchObject({ mark: 'ends', other: '新河湾村委会', posts: 6 })
  expect(both.after.find(({ code }) => code === rename.place)).toMatchObject({ mark: 'came', name: '新河湾村委会', other: '河湾村委会' })
})

served('which of several changes cannot be is said, and a past day is refused', async (it) => {
  expect(await manyPreviewed(it, [move, move])).toMatchObject({ refused: 'place.ended', facts: { at: 2 } })
  const reply = await it.as('administrator').post('/api/places/changes/many/preview', { plans: [move], day: '2026-06-02' })
  expect(await reply.json()).toMatchObject({ refused: 'change.past' })
})
