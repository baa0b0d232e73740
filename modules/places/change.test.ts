import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { County, PlaceCode } from '#modules/kernel/ids.ts'
import { isRefusal, type Refusal } from '#modules/kernel/refusal.ts'
import { outcomeOf, type Plan } from './change.ts'
import { after, doubles, type Outcome } from './outcome.ts'
import { kindOf, levelOf, type Place, parentOf, standsOn } from './place.ts'

const today = '2026-06-03'
const at = (code: string) => code as PlaceCode
const place = (code: string, name: string, change: Partial<Place> = {}): Place => ({
  county: '149901' as County,
  code: at(code),
  name,
  level: levelOf(at(code)),
  kind: kindOf(at(code)),
  households: code.length === 18 ? 20 : null,
  scope: code.length === 18 ? `${name}两侧` : null,
  latitude: 35,
  longitude: 111,
  since: '2020-01-01',
  until: null,
  ...change,
})
/** Two towns; the east has two villages with two lanes each, the west one. */
const county = [
  place('149901', '县'),
  place('149901100', '东镇'),
  ...['201', '202'].flatMap((village) => [
    place(`149901100${village}`, `村${village}`),
    place(`149901100${village}001`, '第一网格'),
    place(`149901100${village}001001`, '前街'),
    place(`149901100${village}001002`, '后街'),
  ]),
  place('149901101', '西镇'),
  place('149901101201', '西村'),
  place('149901101201001', '第一网格'),
  place('149901101201001001', '井台巷'),
]
const village = at('149901100201')
const next = at('149901100202')
const west = at('149901101')
const outcome = (plan: Plan, places: readonly Place[] = county): Outcome => {
  const made = outcomeOf(places, plan, today)
  if (isRefusal(made)) throw new Error(JSON.stringify(made))
  return made
}
const refusal = (plan: Plan, places: readonly Place[] = county) => (outcomeOf(places, plan, today) as Refusal).refused
const heirs = ({ ended }: Outcome) => Object.fromEntries(ended.map(({ code, heirs }) => [code, heirs.join()]))

describe('refused', () => {
  const gone = county.map((each) => (each.code === next ? { ...each, until: '2025-01-01' } : each))
  test.each<[string, Plan, string, (readonly Place[])?]>([
    ['a place nobody knows', { kind: 'rename', place: at('149901199'), name: '新名' }, 'place.unknown'],
    ['a place that has ended', { kind: 'rename', place: next, name: '新名' }, 'place.ended', gone],
    ['the county itself', { kind: 'rename', place: at('149901'), name: '新县' }, 'change.county'],
    ['the name it has', { kind: 'rename', place: village, name: '村201' }, 'change.same_name'],
    ['a village merged into a lane', { kind: 'merge', places: [village], into: at('149901101201001001') }, 'change.level'],
    ['a village merged into itself', { kind: 'merge', places: [village, next], into: next }, 'change.inside'],
    ['one alone merged into a new one', { kind: 'merge', places: [village], name: '新村' }, 'change.parts'],
    ['merged into one that ended', { kind: 'merge', places: [village], into: next }, 'place.ended', gone],
    ['a village under a village', { kind: 'move', place: village, parent: next }, 'change.level'],
    ['moved to where it is', { kind: 'move', place: village, parent: at('149901100') }, 'change.same_parent'],
    ['a code used before', { kind: 'move', place: village, parent: west, code: at('149901101201') }, 'change.code_used'],
    ['a code of elsewhere', { kind: 'move', place: village, parent: west, code: at('149901100299') }, 'change.code'],
    ['a successor inside it', { kind: 'abolish', place: village, successor: at('149901100201001') }, 'change.inside'],
    ['a successor smaller than it', { kind: 'abolish', place: village, successor: at('149901101201001') }, 'change.level'],
    ['the county as successor', { kind: 'abolish', place: village, successor: at('149901') }, 'change.level'],
    [
      'a split that leaves a grid to nobody',
      {
        kind: 'split',
        place: village,
        stays: false,
        parts: [
          { name: '甲村', takes: [] },
          { name: '乙村', takes: [] },
        ],
      },
      'change.left_over',
    ],
    [
      'a split that gives away what is another’s',
      { kind: 'split', place: village, stays: true, parts: [{ name: '甲村', takes: [at('149901100202001')] }] },
      'change.parts',
    ],
    ['something below a lane', { kind: 'found', parent: at('149901101201001001'), name: '院' }, 'change.level'],
  ])('%s', (_name, plan, code, places) => {
    expect(refusal(plan, places)).toBe(code)
  })

  test('one more lane than a grid has numbers for', () => {
    const full = Array.from({ length: 999 }, (_, n) =>
      place(`149901101201001${String(n + 1).padStart(3, '0')}`, `巷${n}`, { until: '2021-01-01' }),
    )
    expect(refusal({ kind: 'found', parent: at('149901101201001'), name: '新巷' }, [...county.slice(0, -1), ...full])).toBe('change.full')
  })
})

test('a new name leaves the codes alone and makes the boards of all its lanes stale', () => {
  const { added, ended, changed, boards } = outcome({ kind: 'rename', place: village, name: '河湾新村' })

  expect([added, ended, changed.map(({ code, name }) => [code, name])]).toEqual([[], [], [[village, '河湾新村']]])
  expect(boards).toEqual([
    { lane: `${village}001001`, why: 'rename' },
    { lane: `${village}001002`, why: 'rename' },
  ])
})

test('a village that moves gets the next free code of its kind, and keeps the tails below it', () => {
  const made = outcome({ kind: 'move', place: village, parent: west })

  expect(heirs(made)).toEqual({
    '149901100201': '149901101200',
    '149901100201001': '149901101200001',
    '149901100201001001': '149901101200001001',
    '149901100201001002': '149901101200001002',
  })
  expect(made.added[0]).toMatchObject({ code: '149901101200', name: '村201', since: today, until: null, kind: 'village_committee' })
})

test('two villages become one: grids keep their number where it is free, and one name twice is said', () => {
  const made = outcome({ kind: 'merge', places: [village], into: next })

  expect(heirs(made)).toEqual({
    '149901100201': next,
    '149901100201001': `${next}002`,
    '149901100201001001': `${next}002001`,
    '149901100201001002': `${next}002002`,
  })
  expect(doubles(after(county, made, today), made, today)).toEqual([{ parent: next, name: '第一网格' }])
})

test('a lane that takes in another has the households and the scope of both, and needs a new board', () => {
  const [front, back] = [at(`${village}001001`), at(`${village}001002`)]
  const { changed, ended, boards } = outcome({ kind: 'merge', places: [back], into: front })

  expect(changed).toMatchObject([{ code: front, households: 40, scope: '前街两侧；后街两侧' }])
  expect([ended, boards]).toEqual([[{ code: back, heirs: [front] }], [{ lane: front, why: 'place' }]])
})

test('a part split off takes its grids along; the place itself stays', () => {
  const made = outcome({ kind: 'split', place: village, stays: true, parts: [{ name: '新庄', takes: [at(`${village}001`)] }] })

  expect(made.added[0]).toMatchObject({ name: '新庄', code: '149901100200' })
  expect(made.ended.map(({ code }) => code)).not.toContain(village)
  expect(heirs(made)[`${village}001001`]).toBe('149901100200001001')
})

test('what is abolished ends with everything in it, for one successor', () => {
  const made = outcome({ kind: 'abolish', place: village, successor: next })

  expect([made.added, made.ended.length, new Set(Object.values(heirs(made)))]).toEqual([[], 4, new Set([next])])
})

/** Any plan on any places of a county: many are refused, which is no harm. */
const planOn = (places: readonly Place[]): fc.Arbitrary<Plan> => {
  const code = fc.constantFrom(...places.map((each) => each.code))
  const name = fc.constantFrom('新村', '新街', '新网格', '新镇')
  return fc.oneof(
    fc.record({ kind: fc.constant('rename' as const), place: code, name }),
    fc.record({ kind: fc.constant('merge' as const), places: fc.uniqueArray(code, { minLength: 1, maxLength: 3 }), into: code }),
    fc.record({ kind: fc.constant('merge' as const), places: fc.uniqueArray(code, { minLength: 2, maxLength: 3 }), name }),
    fc.record({ kind: fc.constant('move' as const), place: code, parent: code }),
    fc.record({ kind: fc.constant('abolish' as const), place: code, successor: code }),
    fc.record({ kind: fc.constant('found' as const), parent: code, name }),
    fc.tuple(code, fc.boolean(), fc.integer({ min: 0, max: 3 })).map(([whole, stays, cut]): Plan => {
      const below = places.filter((each) => parentOf(each.code) === whole && standsOn(each, today)).map((each) => each.code)
      const parts = [
        { name: '甲', takes: below.slice(0, cut) },
        { name: '乙', takes: below.slice(cut) },
      ]
      return { kind: 'split', place: whole, stays, parts: stays ? parts.slice(0, 1) : parts }
    }),
  )
}

test('however places change one after the other: no code comes twice, everything that ended has a standing place that took it, and no lane is lost', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      let places: readonly Place[] = county
      const became = new Map<PlaceCode, PlaceCode>()
      for (let step = 0; step < 8; step++) {
        const [plan] = fc.sample(planOn(places), { seed: seed + step, numRuns: 1 })
        const made = outcomeOf(places, plan!, today)
        if (isRefusal(made)) continue
        const now = after(places, made, today)
        const found = new Map(now.map((each) => [each.code, each]))
        const stands = (code: PlaceCode | undefined) => code !== undefined && found.has(code) && standsOn(found.get(code)!, today)
        const lanes = (of: readonly Place[]) => of.filter((each) => each.level === 'lane' && standsOn(each, today)).length
        expect(found.size).toBe(now.length)
        expect(now.length).toBe(places.length + made.added.length)
        for (const { code, level } of now)
          if (stands(code) && level !== 'county') expect([plan, code, stands(parentOf(code))]).toEqual([plan, code, true])
        if (plan!.kind === 'rename' || plan!.kind === 'move') expect(lanes(now)).toBe(lanes(places))
        for (const { code, heirs } of made.ended) became.set(code, heirs[0]!)
        for (const [code, first] of became) {
          let heir = first
          for (let hops = 0; became.has(heir) && hops < 50; hops++) heir = became.get(heir)!
          expect([plan, code, stands(heir)]).toEqual([plan, code, true])
        }
        places = now
      }
    }),
    { numRuns: 300 },
  )
})
