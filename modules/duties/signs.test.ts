import { expect, test } from 'vitest'
import { daysAfter } from '#modules/kernel/calendar.ts'
import type { Day, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Evidence, Term } from './duty.ts'
import { eightOnes } from './eight.ts'
import { asOfFor, questionsOf, type Said } from './signs.ts'
import { stateOf } from './state.ts'

const [officer, chief] = ['o1', 's1'] as [PersonId, PersonId]
const village = '149901100201' as PlaceCode
const term: Term = { person: officer, place: village, since: '2018-05-07', until: null }
const today = '2018-08-01'
/** Mondays of ten weeks. */
const weeks = Array.from({ length: 10 }, (_, n) => daysAfter('2018-05-07', 7 * n))

let made = 0
const left = (kind: Evidence['kind'], on: Day, more: Partial<Evidence> = {}): Evidence => ({
  ...{ id: `e${made++}`, kind, on, by: officer, place: village, amount: 1, key: null, isGood: null, link: '' },
  ...more,
})
const asked = (evidence: readonly Evidence[], said: readonly Said[] = [], asOf: Day = today, households = 200) => {
  const duty = eightOnes.find(({ code }) => code === 'day')!
  const states = [stateOf(duty, term, evidence, { goals: [], leaves: [], local: {}, today })]
  return questionsOf(states, evidence, said, { households, local: {}, asOf }).map(({ code }) => code)
}
const days = (after: number, more: Partial<Evidence> = {}) =>
  weeks.map((monday) => left('villageDay', daysAfter(monday, after), 'filedOn' in more ? more : {}))

test('honest work raises no question: a Tuesday each week, or a Friday, written down on the day', () => {
  const houses = weeks.flatMap((monday, week) =>
    Array.from({ length: 6 }, (_, n) => left('visit', daysAfter(monday, 1), { key: `lane ${week * 6 + n}` })),
  )
  const entries = weeks.map((monday, n) => left('entries', daysAfter(monday, 1), { amount: 21 + 3 * n }))
  const said = weeks.map((on, n): Said => ({ kind: 'visit', on, filedOn: null, words: `第 ${n} 家的水管和灶台都看过了` }))

  expect(asked([...days(1), ...houses, ...entries], said)).toEqual([])
  expect(asked(days(4))).toEqual([])
})

test('all of it on Sundays, or all of it typed on the last evening for earlier days, is asked about', () => {
  expect(asked(days(6))).toEqual(['lastHours'])
  expect(asked(weeks.map((monday) => left('villageDay', daysAfter(monday, 1), { filedOn: daysAfter(monday, 6) })))).toEqual(['lastHours'])
  expect(asked(weeks.slice(0, 3).map((monday) => left('villageDay', daysAfter(monday, 6))))).toEqual([])
})

test('the same words again and again, on visits as in meetings', () => {
  const said = (kind: Said['kind']) =>
    weeks.map((on, n): Said => ({ kind, on, filedOn: null, words: n < 6 ? '家里一切正常，没有事情。' : `第 ${n} 回，说了些别的事情` }))
  expect(asked(days(1), said('visit'))).toEqual(['sameWords'])
  expect(asked(days(1), said('meeting'))).toEqual(['sameWords'])
})

test('the same few households while others are never seen', () => {
  const visits = weeks.flatMap((monday) => ['a', 'b', 'c', 'd', 'e'].map((key) => left('visit', daysAfter(monday, 1), { key })))
  expect(asked([...days(1), ...visits])).toEqual(['sameHouseholds'])
  expect(asked([...days(1), ...visits], [], today, 12)).toEqual([]) // a hamlet has no others
})

test('round numbers are of collecting days, whatever was entered of each kind', () => {
  const entries = (amount: number) => weeks.map((monday) => left('entries', daysAfter(monday, 1), { amount }))
  expect(asked([...days(1), ...entries(15), ...entries(5)])).toEqual(['roundNumbers'])
  expect(asked([...days(1), ...entries(15), ...entries(6)])).toEqual([])
})

test('an officer is asked first; whoever assesses sees the question a week later', () => {
  expect(asOfFor(officer, officer, today)).toBe(today)
  const late = asOfFor(chief, officer, '2018-06-06')
  expect(late).toBe('2018-05-30')
  const sundays = days(6)
  const seen = (asOf: Day) =>
    asked(
      sundays.filter(({ on }) => on <= '2018-06-06'),
      [],
      asOf,
    )
  expect([seen('2018-06-06'), seen(late)]).toEqual([['lastHours'], []])
})
