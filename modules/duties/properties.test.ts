/** What holds of the engine for any duty, term, evidence, leave and goal. Evidence is drawn from the days and kinds that can count. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysAfter } from '#modules/kernel/calendar.ts'
import type { Day, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import { type Duty, type Evidence, evidenceKinds, type Goal, type Leave, makers, type Term, windowKinds } from './duty.ts'
import { type DutyFacts, stateOf } from './state.ts'
import { daysBetween } from './windows.ts'

const [officer, other] = ['o1', 'o2'] as [PersonId, PersonId]
const village = '149901100201' as PlaceCode
const begin = '2018-09-20'
/** Over the week of the National Day, with its days off and worked weekends. */
const day = fc.integer({ min: 0, max: 40 }).map((count) => daysAfter(begin, count))
const days = (from: Day, to: Day) => fc.constantFrom(...daysBetween(from, to))

const someDuty: fc.Arbitrary<Duty> = fc.record({
  ...{ code: fc.constant('some'), name: fc.constant(''), nameEn: fc.constant(''), source: fc.constant('') },
  needs: fc
    .uniqueArray(fc.constantFrom(...evidenceKinds), { minLength: 1, maxLength: 2 })
    .chain((kinds) =>
      fc.tuple(
        ...kinds.map((kind) =>
          fc.record({ kind: fc.constant(kind), atLeast: fc.integer({ min: 1, max: 4 }), onlyGood: fc.boolean(), distinct: fc.boolean() }),
        ),
      ),
    ),
  window: fc.constantFrom(...windowKinds),
  role: fc.constant('police_officer' as const),
  place: fc.constant(null),
  by: fc.constantFrom(...makers),
  from: fc.constantFrom('2018-01-01', '2018-09-27'),
  until: fc.constantFrom(null, null, '2018-10-16'),
  cutBy: fc.subarray(['holidays', 'leave'] as const),
})
const someTerm = fc
  .tuple(day, fc.option(fc.integer({ min: 1, max: 30 })))
  .map(([since, length]): Term => ({ person: officer, place: village, since, until: length === null ? null : daysAfter(since, length) }))
const evidenceFor = ({ needs }: Duty, { since }: Term) =>
  fc.array(
    fc.record({
      id: fc.uuid(),
      kind: fc.constantFrom(
        ...needs.flatMap(({ kind }) => [kind, kind, kind]),
        'visit' as const,
        'entries' as const,
        'villageDay' as const,
      ),
      on: days(since, daysAfter(since, 12)),
      by: fc.constantFrom(officer, officer, officer, other),
      place: fc.constantFrom(village, village, `${village}001001` as PlaceCode, '149901100202' as PlaceCode),
      amount: fc.integer({ min: 1, max: 3 }),
      key: fc.option(fc.constantFrom('a', 'b', 'c')),
      isGood: fc.constantFrom(true, true, false, null),
      link: fc.constant(''),
    }),
    { minLength: 15, maxLength: 40 },
  )
const leaveOf = (person: PersonId, { since }: Term): fc.Arbitrary<Leave> =>
  fc.tuple(days(since, daysAfter(since, 20)), fc.nat(12)).map(([from, length]) => ({ person, from, to: daysAfter(from, length) }))
const goalsFor = ({ needs }: Duty): fc.Arbitrary<Goal[]> =>
  fc.array(
    fc.record({
      ...{
        duty: fc.constant('some'),
        place: fc.constantFrom(village, '149901100' as PlaceCode),
        need: fc.constantFrom(...needs.map(({ kind }) => kind)),
      },
      ...{ atLeast: fc.integer({ min: 1, max: 5 }), from: day },
    }),
    { maxLength: 2 },
  )

type Case = { readonly duty: Duty; readonly term: Term; readonly evidence: Evidence[]; readonly leaves: Leave[]; readonly facts: DutyFacts }
const someCase: fc.Arbitrary<Case> = fc.tuple(someDuty, someTerm).chain(([duty, term]) =>
  fc
    .tuple(
      evidenceFor(duty, term),
      fc.array(leaveOf(officer, term), { maxLength: 2 }),
      goalsFor(duty),
      fc.constantFrom('2018-10-10', '2018-11-20'),
    )
    .map(([evidence, leaves, goals, today]) => ({
      ...{ duty, term, evidence, leaves },
      facts: {
        goals,
        leaves,
        local: {},
        today,
        holders: [
          { ...term, role: 'police_officer' as const },
          { ...term, person: other, role: 'police_officer' as const },
        ],
      },
    })),
)

test('the cases that are drawn have windows in which several things count', () => {
  const drawn = fc
    .sample(someCase, { numRuns: 300, seed: 1 })
    .map(({ duty, term, evidence, facts }) => stateOf(duty, term, evidence, facts))
  const several = drawn.filter(({ windows }) => windows.some(({ needs }) => needs.some(({ counted }) => counted.length > 1)))
  expect(several.length).toBeGreaterThan(60)
  expect(drawn.filter(({ due, met }) => due > met && met > 0).length).toBeGreaterThan(15)
})

test('the same evidence in any order gives the same state, to the order of what counted', () => {
  fc.assert(
    fc.property(someCase, fc.infiniteStream(fc.nat()), ({ duty, term, evidence, facts }, noise) => {
      const mixed = evidence
        .map((one) => ({ one, at: noise.next().value }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one)
      expect(stateOf(duty, term, mixed, facts)).toEqual(stateOf(duty, term, evidence, facts))
    }),
    { numRuns: 300 },
  )
})

test('windows tile two successive terms: every day that is owed lies in exactly one window of one of them', () => {
  fc.assert(
    fc.property(someDuty, day, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), (each, since, length, more) => {
      const duty = { ...each, window: each.window === 'visit' || each.window === 'collectingDay' ? ('week' as const) : each.window }
      const [change, end] = [daysAfter(since, length), daysAfter(since, length + more)]
      const facts: DutyFacts = { goals: [], leaves: [], local: {}, today: '2019-02-01' }
      const term = (from: Day, until: Day): Term => ({ person: officer, place: village, since: from, until })
      const covered = [term(since, change), term(change, end)].flatMap((its) =>
        stateOf(duty, its, [], facts).windows.flatMap(({ from, to }) => daysBetween(from, to)),
      )
      const owed = daysBetween(since, daysAfter(end, -1)).filter((on) => on >= duty.from && (duty.until === null || on <= duty.until))
      expect(covered.sort()).toEqual(owed)
    }),
    { numRuns: 300 },
  )
})

test('leave never makes a duty harder: no window asks for more, nothing that was met is lost, nothing more is missed', () => {
  fc.assert(
    fc.property(
      someCase.chain((its) => fc.tuple(fc.constant(its), leaveOf(officer, its.term))),
      ([{ duty, term, evidence, leaves, facts }, more]) => {
        const before = stateOf(duty, term, evidence, facts)
        const after = stateOf(duty, term, evidence, { ...facts, leaves: [...leaves, more] })
        expect(after.windows.map(({ from, to }) => [from, to])).toEqual(before.windows.map(({ from, to }) => [from, to]))
        for (const [at, window] of after.windows.entries()) {
          const was = before.windows[at]!
          for (const [index, need] of window.needs.entries()) expect(need.asked).toBeLessThanOrEqual(was.needs[index]!.asked)
          if (was.isMet) expect(window.isMet).toBe(true)
        }
        expect(after.due - after.met).toBeLessThanOrEqual(before.due - before.met)
        expect(after.met).toBeGreaterThanOrEqual(before.met)
      },
    ),
    { numRuns: 2000 },
  )
})

test('somebody else’s leave changes nothing', () => {
  fc.assert(
    fc.property(
      someCase.chain((its) => fc.tuple(fc.constant(its), leaveOf(other, its.term))),
      ([{ duty, term, evidence, leaves, facts }, theirs]) => {
        expect(stateOf(duty, term, evidence, { ...facts, leaves: [...leaves, theirs] })).toEqual(stateOf(duty, term, evidence, facts))
      },
    ),
  )
})

test('a window is the same from whatever days one looks', () => {
  fc.assert(
    fc.property(someCase, day, day, ({ duty, term, evidence, facts }, one, two) => {
      // What stands is shown as it stood on the last day that is looked at.
      fc.pre(duty.window !== 'standing')
      const range = one < two ? { from: one, to: two } : { from: two, to: one }
      const all = stateOf(duty, term, evidence, facts).windows
      const seen = stateOf(duty, term, evidence, { ...facts, range }).windows
      for (const window of seen) expect(all).toContainEqual(window)
      const touched = all.filter(({ from, to }) => from <= range.to && to >= range.from)
      for (const window of touched) expect(seen).toContainEqual(window)
    }),
    { numRuns: 1000 },
  )
})

test('what nobody has answered yet never counts where only what was found good does', () => {
  fc.assert(
    fc.property(someCase, ({ duty, term, evidence, facts }) => {
      const useful = { ...duty, needs: duty.needs.map((need) => ({ ...need, onlyGood: true })) }
      const reached = (some: readonly Evidence[]) =>
        stateOf(useful, term, some, facts).windows.map(({ from, needs }) => [from, ...needs.map((need) => need.reached)])
      const opens = duty.window === 'visit' || duty.window === 'collectingDay'
      if (!opens) expect(reached(evidence)).toEqual(reached(evidence.filter(({ isGood }) => isGood !== null)))
    }),
  )
})
