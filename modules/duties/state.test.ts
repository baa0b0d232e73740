import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysAfter } from '#modules/kernel/calendar.ts'
import type { PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Duty, Evidence, Leave, Term } from './duty.ts'
import { evidenceKinds, windowKinds } from './duty.ts'
import { eightOnes } from './eight.ts'
import { cutGoal, type DutyFacts, stateOf, stillOpen } from './state.ts'
import { daysBetween, windowsOf } from './windows.ts'

const [officer, other] = ['o1', 'o2'] as PersonId[]
const village = '149901100201' as PlaceCode
const lane = `${village}001001` as PlaceCode
const term: Term = { person: officer!, place: village, since: '2018-09-03', until: null }
const facts: DutyFacts = { goals: [], leaves: [], local: {}, today: '2018-09-30' }
const duty = (code: string) => eightOnes.find((each) => each.code === code)!

let made = 0
const left = (kind: Evidence['kind'], on: string, more: Partial<Evidence> = {}): Evidence => ({
  ...{ id: `e${made++}`, kind, on, by: officer!, place: lane, amount: 1, key: null, isGood: null, link: '' },
  ...more,
})
const visits = (on: string, count: number) => Array.from({ length: count }, (_, index) => left('visit', on, { key: `${lane} ${index}` }))

describe('the eight ones of one officer, worked out by hand', () => {
  test('一、每周至少有一天在村里工作: three weeks met, the one without a day is not', () => {
    const days = ['2018-09-04', '2018-09-12', '2018-09-13', '2018-09-27'].map((on) => left('villageDay', on))
    const { windows, due, met } = stateOf(duty('day'), term, days, facts)

    expect(windows.map(({ from, to, isMet, needs }) => [from, to, needs[0]!.asked, needs[0]!.reached, isMet])).toEqual([
      ['2018-09-03', '2018-09-09', 1, 1, true],
      ['2018-09-10', '2018-09-16', 1, 2, true],
      ['2018-09-17', '2018-09-23', 1, 0, false],
      ['2018-09-24', '2018-09-30', 1, 1, true],
    ])
    expect([due, met]).toEqual([3, 2]) // the last week runs until tonight
  })

  test('二、每次至少走访5户群众: each visit for itself, the same household once', () => {
    const evidence = [
      left('villageDay', '2018-09-04'),
      ...visits('2018-09-04', 5),
      left('villageDay', '2018-09-12'),
      ...visits('2018-09-12', 4),
      left('visit', '2018-09-12', { key: `${lane} 0` }),
    ]
    const { windows } = stateOf(duty('households'), term, evidence, facts)

    expect(windows.map(({ from, needs, isMet }) => [from, needs[0]!.reached, isMet])).toEqual([
      ['2018-09-04', 5, true],
      ['2018-09-12', 4, false],
    ])
  })

  test('三、每月至少参加一次村民会议', () => {
    const { windows } = stateOf(duty('meeting'), term, [left('meeting', '2018-09-20')], facts)

    expect(windows).toMatchObject([{ from: '2018-09-03', to: '2018-09-30', isMet: true }])
  })

  test('四、每月至少通报一次治安情况', () => {
    expect(stateOf(duty('bulletin'), term, [], { ...facts, today: '2018-10-02' }).windows).toMatchObject([
      { to: '2018-09-30', isMet: false, isRunning: false },
      { from: '2018-10-01', to: '2018-10-31', isRunning: true },
    ])
  })

  test('五、帮助、督促每村组建一支群防群治队伍: whoever founded it, it stands today', () => {
    expect(stateOf(duty('team'), term, [], facts).windows).toMatchObject([{ isMet: false }])
    expect(stateOf(duty('team'), term, [left('team', '2017-01-01', { by: other! })], facts).windows).toMatchObject([{ isMet: true }])
  })

  test('六、“一标三实”每天至少采集录入20条: on collecting days only, as a count', () => {
    const evidence = [
      left('entries', '2018-09-05', { amount: 12 }),
      left('entries', '2018-09-05', { amount: 9 }),
      left('entries', '2018-09-06', { amount: 19 }),
    ]
    const { windows } = stateOf(duty('entries'), term, evidence, facts)

    expect(windows.map(({ from, needs, isMet }) => [from, needs[0]!.reached, isMet])).toEqual([
      ['2018-09-05', 21, true],
      ['2018-09-06', 19, false],
    ])
  })

  test('七、每周至少提供一条有价值的线索、解决一起矛盾纠纷或法律问题: both, and only what was found useful', () => {
    const week = { ...facts, today: '2018-09-10' }
    const useless = [left('clue', '2018-09-04', { isGood: false }), left('solved', '2018-09-05', { isGood: true })]

    expect(stateOf(duty('clue'), term, useless, week).windows[0]).toMatchObject({ isMet: false })
    expect(stateOf(duty('clue'), term, [...useless, left('clue', '2018-09-06', { isGood: true })], week).windows[0]).toMatchObject({
      isMet: true,
    })
  })

  test('八、每村建立一份档案', () => {
    expect(stateOf(duty('dossier'), term, [left('dossier', '2018-01-01', { by: other! })], facts).windows).toMatchObject([
      { isMet: true, isRunning: true },
    ])
  })
})

test('a week of National Day asks for nothing; a day of the week before an officer came is cut in proportion', () => {
  const october = { ...facts, today: '2018-10-14' }
  const { windows } = stateOf(duty('day'), { ...term, since: '2018-09-28' }, [], october)

  expect(windows.map(({ from, available, isExcused, needs }) => [from, available, isExcused, needs[0]!.asked])).toEqual([
    ['2018-09-28', { days: 3, of: 5 }, false, 1], // Friday, and a Saturday and Sunday that were worked
    ['2018-10-01', { days: 0, of: 5 }, true, 0],
    ['2018-10-08', { days: 5, of: 5 }, false, 1],
  ])
})

test('another goal for one place is a row, and the narrowest and latest wins', () => {
  const goals = [
    { duty: 'households', place: '149901' as PlaceCode, need: 'visit', atLeast: 3, from: '2018-01-01' },
    { duty: 'households', place: village, need: 'visit', atLeast: 8, from: '2018-09-10' },
  ] as const
  const evidence = [left('villageDay', '2018-09-04'), left('villageDay', '2018-09-12')]

  expect(stateOf(duty('households'), term, evidence, { ...facts, goals }).windows.map(({ needs }) => needs[0]!.asked)).toEqual([3, 8])
})

test('what is still open says it of the window that runs', () => {
  const states = eightOnes.map((each) =>
    stateOf(each, term, [left('villageDay', '2018-09-25'), ...visits('2018-09-25', 2)], { ...facts, today: '2018-09-25' }),
  )

  expect(stillOpen(states).map(({ duty }) => duty)).toEqual(['households', 'meeting', 'bulletin', 'team', 'clue', 'dossier'])
})

test('a clue that nobody has answered waits in its week, and does not count before it was found useful', () => {
  const week = { ...facts, today: '2018-09-16' }
  const solved = left('solved', '2018-09-05', { isGood: true })
  const handed = [left('clue', '2018-09-04'), left('clue', '2018-09-09'), left('clue', '2018-09-11')]
  const needs = (evidence: Evidence[]) =>
    stateOf(duty('clue'), term, [solved, ...evidence], week).windows.map(({ isMet, needs: [need] }) => [
      need!.reached,
      need!.waiting,
      isMet,
    ])

  expect(needs([])).toEqual([
    [0, 0, false],
    [0, 0, false],
  ])
  expect(needs(handed)).toEqual([
    [0, 2, false],
    [0, 1, false],
  ])
  expect(needs([...handed, left('clue', '2018-09-06', { isGood: false }), left('clue', '2018-09-12', { by: other! })])).toEqual(
    needs(handed),
  )
  expect(needs([{ ...handed[0]!, isGood: true }, handed[1]!])).toEqual([
    [1, 1, true],
    [0, 0, false],
  ])
})

test('nothing waits where whatever was done counts', () => {
  const { windows } = stateOf(duty('meeting'), term, [left('meeting', '2018-09-20')], facts)
  expect(windows).toMatchObject([{ needs: [{ reached: 1, waiting: 0 }] }])
})

const day = fc.integer({ min: 0, max: 120 }).map((count) => daysAfter('2018-08-01', count))
const someDuty: fc.Arbitrary<Duty> = fc
  .constantFrom(...eightOnes)
  .chain((each) => fc.constantFrom(...windowKinds).map((window) => ({ ...each, window })))
const someEvidence = fc.array(
  fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom(...evidenceKinds),
    on: day,
    by: fc.constantFrom(officer!, other!),
    place: fc.constantFrom(lane, '149901100202001001' as PlaceCode),
    amount: fc.integer({ min: 1, max: 30 }),
    key: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')),
    isGood: fc.option(fc.boolean()),
    link: fc.constant(''),
  }),
  { maxLength: 40 },
)
const someTerm = fc
  .tuple(day, fc.option(day))
  .map(([since, until]): Term => ({ ...term, since, until: until && until > since ? until : null }))
const someLeave: fc.Arbitrary<Leave> = fc
  .tuple(day, fc.nat(20))
  .map(([from, length]) => ({ person: officer!, from, to: daysAfter(from, length) }))

test('the same evidence in any order gives the same state', () => {
  fc.assert(
    fc.property(someDuty, someTerm, someEvidence, fc.infiniteStream(fc.nat()), (each, its, evidence, noise) => {
      const mixed = evidence
        .map((one) => ({ one, at: noise.next().value }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one)
      expect(stateOf(each, its, mixed, facts)).toEqual(stateOf(each, its, evidence, facts))
    }),
  )
})

test('windows tile the term: every day lies in exactly one', () => {
  fc.assert(
    fc.property(fc.constantFrom('day', 'week', 'month', 'once', 'standing'), day, fc.nat(100), (kind, from, length) => {
      const to = daysAfter(from, length)
      expect(windowsOf(kind, { from, to }, []).flatMap((window) => daysBetween(window.from, window.to))).toEqual(daysBetween(from, to))
    }),
  )
})

test('leave never makes a duty harder: nothing more is asked, and what was met stays met', () => {
  fc.assert(
    fc.property(someDuty, someTerm, someEvidence, fc.array(someLeave, { maxLength: 3 }), someLeave, (each, its, evidence, leaves, more) => {
      const [before, after] = [leaves, [...leaves, more]].map((some) => stateOf(each, its, evidence, { ...facts, leaves: some }).windows)
      for (const [index, window] of before!.entries()) {
        const then = after![index]!
        for (const [at, need] of window.needs.entries()) expect(then.needs[at]!.asked).toBeLessThanOrEqual(need.asked)
        if (window.isMet) expect(then.isMet).toBe(true)
      }
    }),
  )
})

test('more evidence never makes a duty less met, except where a day in the village opens a window of its own', () => {
  fc.assert(
    fc.property(
      someDuty.filter(({ window }) => window !== 'visit' && window !== 'collectingDay'),
      someTerm,
      someEvidence,
      someEvidence,
      (each, its, evidence, more) => {
        expect(stateOf(each, its, [...evidence, ...more], facts).met).toBeGreaterThanOrEqual(stateOf(each, its, evidence, facts).met)
      },
    ),
  )
})

test('what waits for an answer never makes a duty met', () => {
  fc.assert(
    fc.property(someDuty, someTerm, someEvidence, someEvidence, (each, its, evidence, more) => {
      const mine = duty('clue').needs.map((need) => ({ ...need }))
      const useful = {
        ...each,
        needs: mine,
        window: each.window === 'visit' || each.window === 'collectingDay' ? ('week' as const) : each.window,
      }
      const unanswered = more.map((one) => ({ ...one, isGood: null }))
      const [before, after] = [evidence, [...evidence, ...unanswered]].map((some) => stateOf(useful, its, some, facts))
      const reached = ({ windows }: typeof before & object) =>
        windows.map(({ isMet, needs }) => [isMet, ...needs.map((need) => need.reached)])
      expect(reached(after!)).toEqual(reached(before!))
    }),
  )
})

test.each([
  [1, 5, 5, 1],
  [1, 3, 5, 1],
  [1, 2, 5, 0],
  [4, 3, 5, 2],
  [5, 0, 5, 0],
])('a goal of %i with %i of %i days is %i', (full, days, of, asked) => {
  expect(cutGoal(full, { days, of })).toBe(asked)
})
