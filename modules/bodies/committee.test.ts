import { expect, test } from 'vitest'
import type { PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Actor } from '#modules/people/actor.ts'
import { cast } from '#tests/cast.ts'
import { keepsRegister, type Member, problemsOf, termEnds } from './committee.ts'

const { places, people } = cast
const today = '2026-06-03'

const member = (number: number, change: Partial<Member> = {}): Member => ({
  id: `p${number}` as PersonId,
  role: number === 1 ? 'mediation_head' : 'mediator',
  isWoman: number === 2,
  electedOn: '2024-03-10',
  ...change,
})
const of = (count: number, change: (number: number) => Partial<Member> = () => ({})) =>
  Array.from({ length: count }, (_, index) => member(index + 1, change(index + 1)))
const codes = (members: readonly Member[], place: PlaceCode = places.village) =>
  problemsOf({ place, members }, today).map(({ code }) => code)

test('fewer than three or more than nine members are no committee (art. 8)', () => {
  expect(problemsOf({ place: places.village, members: of(2) }, today)).toEqual([{ code: 'too_few', count: 2, limit: 3 }])
  expect(problemsOf({ place: places.village, members: of(10) }, today)).toEqual([{ code: 'too_many', count: 10, limit: 9 }])
  expect([codes(of(3)), codes(of(9))]).toEqual([[], []])
})

test('a committee without a head, or with two, is not composed (art. 8)', () => {
  expect(codes(of(3, () => ({ role: 'mediator' })))).toEqual(['no_head'])
  expect(problemsOf({ place: places.village, members: of(3, (n) => ({ role: n < 3 ? 'mediation_head' : 'mediator' })) }, today)).toEqual([
    { code: 'several_heads', count: 2 },
  ])
})

test('a committee must have a woman; where nobody noted it, it says of how many (art. 8)', () => {
  expect(problemsOf({ place: places.village, members: of(4, () => ({ isWoman: false })) }, today)).toEqual([
    { code: 'no_woman', unnoted: 0 },
  ])
  expect(problemsOf({ place: places.village, members: of(4, (n) => ({ isWoman: n > 1 ? null : false })) }, today)).toEqual([
    { code: 'no_woman', unnoted: 3 },
  ])
})

test('a term ends three years after the election, and the members are named (art. 9)', () => {
  const members = of(4, (n) => ({ electedOn: n === 3 ? '2023-06-02' : '2023-06-03' }))

  expect(problemsOf({ place: places.village, members }, today)).toEqual([{ code: 'term_ended', people: ['p3'], on: '2026-06-02' }])
  expect(termEnds('2024-02-29')).toBe('2027-02-28')
})

test('an empty village is told of what it lacks at once', () => {
  expect(codes([])).toEqual(['too_few', 'no_head'])
})

test('the officers of a judicial office head a town’s committee together', () => {
  expect(
    codes(
      of(3, () => ({ role: 'judicial_officer' })),
      places.eastTown,
    ),
  ).toEqual([])
})

test('the register is kept by the head and the offices of justice above, and by nobody else', () => {
  const actor = ({ seat }: (typeof people)[keyof typeof people]) => ({ posts: seat ? [seat] : [] }) as unknown as Actor
  const keepers = Object.entries(people).filter(([, each]) => keepsRegister(actor(each), places.village))

  expect(keepers.map(([name]) => name)).toEqual(['mediationHead', 'judicial', 'justice'])
})
