import { expect, test } from 'vitest'
import type { PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import { words } from '#server/words.ts'
import { dossierOf, type Facts, type Part, partCodes } from './dossier.ts'
import { freshnessOf, isWhole, type Kept } from './freshness.ts'
import { handsOf } from './handover.ts'
import { valueText } from './said.ts'

const village = '149901100201' as PlaceCode
const grid = `${village}001` as PlaceCode
const lane = `${grid}001` as PlaceCode
const today = '2026-06-03'
const kept: Kept = {
  facilities: { count: 1, seenOn: '2026-05-01' },
  groups: { count: 1, seenOn: '2026-05-01', noticeOn: '2026-05-20' },
  ...{ visits: '2026-06-02', meetings: '2026-05-10', bulletins: '2026-05-25' },
}
const seat = (role: string, place: PlaceCode, name: string) => ({ role: role as 'police_officer', place, name, since: '2025-01-01' })

const facts = (change: Partial<Facts> = {}): Facts => ({
  ...{ today, kept, grids: [grid], lanes: [{ code: lane, households: 24 }], bulletins: 11, hazards: [] },
  place: { code: village, name: '河湾村委会', townName: '东镇', since: '2025-01-01' },
  seated: [
    ...[seat('police_officer', village, '张民警'), seat('legal_adviser', village, '水律师'), seat('village_official', village, '王村官')],
    ...[seat('grid_worker', grid, '李网格'), seat('lane_chief', lane, '张街长')],
  ],
  committee: { electedOn: '2025-03-01', members: 3, head: '严主任', problems: 0 },
  facilities: [{ id: 'f', village, kind: 'camera', spot: '村口', count: 2, works: true, seenOn: '2026-05-01', by: 'p' as PersonId }],
  groups: [
    {
      ...{ county: '149901' as never, id: 'g', village, kind: 'wechat', name: '平安群', owner: 'p' as PersonId, size: 60 },
      ...{ lastNoticeOn: '2026-05-20', link: null, seenOn: '2026-05-01' },
    },
  ],
  matters: { reported: 40, settled: 38, open: 2, late: 0 },
  disputes: { registered: 12, open: 6, ended: 6 },
  records: { days: 48, visited: 21, advice: 30, entries: 400, meetings: 11 },
  zero: {
    cases: { standing: { state: 'zero' }, asOf: '2026-06-01' },
    petitions: { standing: { state: 'some', count: 2 }, asOf: '2026-06-01' },
  },
  ...change,
})
const part = (code: Part['code'], change: Partial<Facts> = {}) => dossierOf(facts(change)).parts.find((each) => each.code === code)!
const value = (of: Part, key: string) => of.lines.find((line) => line.key === key)?.value

test('every part is there, each value with its source and its day; what has no module is not in use, and nothing is invented for it', () => {
  const { parts, isWhole } = dossierOf(facts())

  expect(parts.map(({ code }) => code)).toEqual([...partCodes])
  expect(parts.filter(({ state }) => state === 'notInUse').map(({ code }) => code)).toEqual(['security', 'patrols', 'publicity'])
  expect(parts.filter(({ state }) => state === 'notInUse').flatMap(({ lines }) => lines)).toEqual([])
  for (const { source, asOf, key } of parts.flatMap(({ lines }) => lines))
    expect([key, source !== undefined, asOf]).toEqual([key, true, expect.any(String)])
  expect(isWhole).toBe(true)
})

test('what is older than its limit is stale, and so is its part; what is not there is missing', () => {
  const with_ = (change: Partial<Kept>): Kept => ({ ...kept, ...change })
  expect(freshnessOf('visits', with_({ visits: '2026-05-13' }), today)).toBe('fresh')
  expect(freshnessOf('visits', with_({ visits: '2026-05-12' }), today)).toBe('stale')
  expect(freshnessOf('meetings', with_({ meetings: '2026-04-02' }), today)).toBe('fresh')
  expect(freshnessOf('meetings', with_({ meetings: '2026-04-01' }), today)).toBe('stale')
  expect(freshnessOf('bulletins', with_({ bulletins: null }), today)).toBe('missing')
  expect(freshnessOf('facilities', with_({ facilities: { count: 0, seenOn: null } }), today)).toBe('missing')
  expect(freshnessOf('facilities', with_({ facilities: { count: 3, seenOn: '2025-12-01' } }), today)).toBe('stale')
  expect(freshnessOf('groups', with_({ groups: { count: 1, seenOn: '2026-05-01', noticeOn: null } }), today)).toBe('stale')
  expect(freshnessOf('groups', with_({ groups: { count: 1, seenOn: '2026-03-01', noticeOn: '2026-06-01' } }), today)).toBe('stale')
  expect(part('visits', { kept: with_({ visits: '2026-05-01' }) }).lines[0]).toMatchObject({
    key: 'lastDay',
    isStale: true,
    asOf: '2026-05-01',
  })
})

test('a dossier is whole for the officer when all that the officer keeps is fresh, whatever others left undone', () => {
  expect(isWhole(kept, today)).toBe(true)
  expect(isWhole({ ...kept, meetings: null }, today)).toBe(false)
  expect(dossierOf(facts({ committee: { electedOn: '2022-01-01', members: 3, head: null, problems: 1 } })).isWhole).toBe(false)
})

test('a village without an officer, an adviser or an official is incomplete; a lane without a chief is marked', () => {
  expect(part('people', { seated: [] }).state).toBe('missing')
  const { state, lines } = part('people', { seated: facts().seated.slice(0, 4) })
  expect([state, lines.at(-1)]).toEqual([
    'fresh',
    expect.objectContaining({ key: 'lane_chief', value: { is: 'count', count: 0, of: 1 }, isStale: true }),
  ])
})

test('a committee whose three years are over, or with which the law finds something wrong, is out of date', () => {
  const committee = facts().committee
  expect(part('committee').state).toBe('fresh')
  expect(part('committee', { committee: { ...committee, electedOn: '2023-06-02' } }).state).toBe('stale')
  expect(part('committee', { committee: { ...committee, problems: 1 } }).state).toBe('stale')
  expect(part('committee', { committee: { ...committee, members: 0 } }).state).toBe('missing')
})

test.each([
  [{ registered: 3, open: 1, ended: 2 }],
  [{ registered: 8, open: 3, ended: 5 }],
  [{ registered: 4, open: 0, ended: 4 }],
  [{ registered: 20, open: 2, ended: 18 }],
])('of the disputes %o no number from 1 to 4 can be read or computed', (disputes) => {
  const shown = part('disputes', { disputes })
  const cells = ['registered', 'disputesOpen', 'ended'].map((key) => value(shown, key)!)
  for (const cell of cells) if (cell.is === 'count') expect(cell.count === 0 || cell.count >= 5).toBe(true)
  const [whole, open, ended] = cells
  if (whole?.is === 'count' && whole.count > 0) expect([open, ended].filter((cell) => cell?.is === 'hidden').length).not.toBe(1)
})

test('zero is said only where it was reported for every month', () => {
  const missing = { standing: { state: 'notReported', missing: ['2026-04', '2026-05'] }, asOf: null } as const
  const { state, lines } = part('zero', { zero: { cases: missing, petitions: facts().zero.petitions } })
  const say = words('zh-CN')

  expect(state).toBe('missing')
  expect(lines.map((line) => valueText(say, line))).toEqual(['没有填报（4月、5月）', '今年以来 2 件'])
  expect(valueText(say, part('zero').lines[0]!)).toBe('今年以来为零')
})

const term = (name: string, since: string, until: string | null) => ({ name, since, until })
const hands = (...officers: ReturnType<typeof term>[]) => {
  const found = handsOf(officers, today)
  return found && [found.from.name, found.to?.name ?? null]
}

test('who hands over to whom', () => {
  expect(hands()).toBeUndefined()
  expect(hands(term('now', '2024-01-01', null))).toEqual(['now', null])
  expect(hands(term('now', '2026-05-20', null), term('before', '2024-01-01', '2026-05-20'))).toEqual(['before', 'now'])
  expect(hands(term('now', '2026-01-20', null), term('before', '2024-01-01', '2026-01-20'))).toEqual(['now', null])
  expect(hands(term('next', '2026-06-10', null), term('now', '2024-01-01', '2026-06-10'))).toEqual(['now', 'next'])
  expect(hands(term('before', '2024-01-01', '2026-05-20'))).toEqual(['before', null])
})

test('who stood in for a leave hands nothing over', () => {
  expect(hands(term('substitute', '2026-05-20', '2026-05-30'), term('now', '2024-01-01', null))).toEqual(['now', null])
  expect(hands(term('substitute', '2026-06-01', '2026-06-10'), term('now', '2024-01-01', null))).toEqual(['now', null])
})
