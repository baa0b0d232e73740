import { describe, expect, test } from 'vitest'
import type { PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Duty, Evidence, Leave, Term } from './duty.ts'
import { eightOnes } from './eight.ts'
import { cutGoal, type DutyFacts, owes, stateOf, stillOpen } from './state.ts'

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
  const evidence = [...visits('2018-09-04', 1), ...visits('2018-09-12', 1)]

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

describe('what counts, for whom and where', () => {
  const week = (evidence: readonly Evidence[], more: Partial<DutyFacts> = {}, its: Partial<Duty> = {}, of: Partial<Term> = {}) =>
    stateOf({ ...duty('day'), ...its }, { ...term, ...of }, evidence, { ...facts, today: '2018-09-16', ...more })
  const reached = (state: ReturnType<typeof week>) => state.windows.map(({ needs }) => needs[0]!.reached)
  const there = left('villageDay', '2018-09-04')

  test('nothing of another place, and nothing of another person', () => {
    expect(reached(week([{ ...there, place: '149901100202001001' as PlaceCode }]))).toEqual([0, 0])
    expect(reached(week([{ ...there, by: other! }]))).toEqual([0, 0])
    expect(reached(week([{ ...there, by: other! }], {}, { by: 'anybody' }))).toEqual([1, 0])
  })

  test('for the seat: whoever held it on that day, and nobody before or after', () => {
    const holders = [{ person: other!, place: village, since: '2018-09-03', until: '2018-09-12', role: 'police_officer' as const }]
    const held = (on: string, more: Partial<Evidence> = {}) =>
      reached(week([left('villageDay', on, { by: other!, ...more })], { holders }, { by: 'seat' }))
    expect([held('2018-09-11'), held('2018-09-12')]).toEqual([
      [0, 1],
      [0, 0],
    ])
    expect(held('2018-09-11', { by: 'o3' as PersonId })).toEqual([0, 0])
  })

  test('the last day of a term is the day before the other’s first', () => {
    expect(week([], {}, {}, { until: '2018-09-10' }).windows.map(({ to }) => to)).toEqual(['2018-09-09'])
    expect(week([], {}, { until: '2018-09-05' }).windows.map(({ to }) => to)).toEqual(['2018-09-05'])
  })

  test('only one’s own leave cuts, to its last day; and only where the duty says so', () => {
    const leave = { person: officer!, from: '2018-09-03', to: '2018-09-07' }
    const excused = (leaves: readonly Leave[], its: Partial<Duty> = {}) =>
      week([], { leaves }, its).windows.map(({ isExcused }) => isExcused)
    expect(excused([leave])).toEqual([true, false])
    expect(excused([{ ...leave, person: other! }])).toEqual([false, false])
    expect(excused([leave], { cutBy: [] })).toEqual([false, false])
    expect(week([], { leaves: [{ ...leave, to: '2018-09-06' }] }).windows[0]?.available).toEqual({ days: 1, of: 5 })
    expect(week([], { leaves: [leave] }).due).toBe(0) // what is excused is not due, met or not
  })

  test('a week that was met stays met, whatever leave is entered over the rest of it', () => {
    const rest = { person: officer!, from: '2018-09-05', to: '2018-09-09' }
    const whole = { person: officer!, from: '2018-09-03', to: '2018-09-09' }
    for (const leave of [rest, whole]) expect(week([there], { leaves: [leave] })).toMatchObject({ due: 1, met: 1 })
  })

  test('what stands is owed by nobody who has left, nor by whoever is on leave today', () => {
    const standing = (of: Partial<Term>, leaves: readonly Leave[] = []) =>
      week([], { leaves }, duty('team'), of).windows.map(({ isExcused }) => isExcused)
    expect(standing({})).toEqual([false])
    expect(standing({ until: '2018-09-10' })).toEqual([true])
    expect(standing({}, [{ person: officer!, from: '2018-09-16', to: '2018-09-20' }])).toEqual([true])
  })

  test('a duty of one place is owed there and nowhere else', () => {
    const seat = { ...term, role: 'police_officer' as const }
    expect(owes(seat, { ...duty('day'), place: village })).toBe(true)
    expect(owes(seat, { ...duty('day'), place: '149901100' as PlaceCode })).toBe(true)
    expect(owes(seat, { ...duty('day'), place: '149901100202' as PlaceCode })).toBe(false)
    expect(owes({ ...seat, role: 'legal_adviser' }, duty('day'))).toBe(false)
  })

  test('a question answered opens no visit, a household or a day that was declared does', () => {
    const opened = (...evidence: Evidence[]) => week(evidence, {}, duty('households')).windows.length
    expect(opened(there)).toBe(0)
    expect(opened({ ...there, isGood: true })).toBe(1)
    expect(opened(left('visit', '2018-09-04', { key: 'a' }))).toBe(1)
  })

  test('what is owed once is the same from whatever days one looks, and is due when it ends', () => {
    const once = { ...duty('meeting'), window: 'once', by: 'self' } as const
    const seen = (range?: { from: string; to: string }, its: Partial<Duty> = {}) =>
      week([left('meeting', '2018-09-04')], range ? { range } : {}, { ...once, ...its }).windows.map(({ from, needs }) => [
        from,
        needs[0]!.reached,
      ])
    expect(seen()).toEqual([['2018-09-03', 1]])
    expect(seen({ from: '2018-09-10', to: '2018-09-16' })).toEqual([['2018-09-03', 1]])
    expect(week([], {}, { ...once, until: '2018-09-10' })).toMatchObject({ due: 1, met: 0 })
  })
})

test('a goal is cut in proportion, half and more rounded up, and never above itself', () => {
  expect([1, 2, 3, 4, 5].map((days) => cutGoal(1, { days, of: 5 }))).toEqual([0, 0, 1, 1, 1])
  expect(cutGoal(5, { days: 3, of: 5 })).toBe(3)
  expect(cutGoal(5, { days: 9, of: 5 })).toBe(5)
  expect(cutGoal(5, { days: 0, of: 0 })).toBe(0)
})

test('a Saturday that was worked instead is a day like any other, and a Sunday is none', () => {
  const daily: Duty = { ...duty('day'), window: 'day' }
  const { windows } = stateOf(daily, { ...term, since: '2018-09-28' }, [], { ...facts, today: '2018-10-01' })
  expect(windows.map(({ from, isExcused }) => [from, isExcused])).toEqual([
    ['2018-09-28', false],
    ['2018-09-29', false], // Saturday and Sunday before the National Day were worked
    ['2018-09-30', false],
    ['2018-10-01', true],
  ])
})

test('a goal that began since is the goal of what is owed once or at any time', () => {
  const goals = [{ duty: 'team', place: village, need: 'team', atLeast: 2, from: '2018-09-20' }] as const
  for (const window of ['once', 'standing'] as const)
    expect(stateOf({ ...duty('team'), window }, term, [], { ...facts, goals }).windows).toMatchObject([{ needs: [{ asked: 2 }] }])
})

test('what should stand until a day that is past is due as it stood then', () => {
  const ended: Duty = { ...duty('team'), until: '2018-09-20' }
  const state = (on: string) => stateOf(ended, term, [left('team', on)], facts)
  expect(state('2018-09-20')).toMatchObject({ due: 1, met: 1 })
  expect(state('2018-09-21')).toMatchObject({ due: 1, met: 0 })
})

test('a week with worked weekend days has no more days than a full one, so that it asks for no more', () => {
  // Monday off for the Mid-Autumn Festival, Saturday and Sunday worked: six days.
  const { windows } = stateOf(duty('day'), { ...term, since: '2018-09-24' }, [], facts)
  expect(windows).toMatchObject([{ available: { days: 5, of: 5 }, needs: [{ asked: 1 }] }])
})
