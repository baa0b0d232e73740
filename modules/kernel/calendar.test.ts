import chineseDays from 'chinese-days'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf, dueAfter, isWorked, workedBetween, workingDay } from './calendar.ts'

const county = (text: string) => new Date(`${text}+08:00`).toISOString()
const working = (minutes: number) => ({ minutes, runs: 'working' as const })

test.each([
  ['the same morning', '2018-10-24T09:00', 60, '2018-10-24T10:00'],
  ['over noon', '2018-10-24T11:30', 60, '2018-10-24T15:00'],
  ['over night', '2018-10-24T17:30', 60, '2018-10-25T08:30'],
  ['over a weekend', '2018-10-26T17:00', workingDay, '2018-10-29T17:00'],
  ['given in the night, it starts in the morning', '2018-10-24T02:00', 30, '2018-10-24T08:30'],
  ['given on a Sunday, it starts on Monday', '2018-10-28T12:00', 30, '2018-10-29T08:30'],
  ['over National Day, whose Saturday and Sunday before are worked', '2018-09-28T17:00', workingDay, '2018-09-29T17:00'],
  ['to the day after the holiday', '2018-09-30T17:30', 60, '2018-10-08T08:30'],
])('working time: %s', (_name, from, minutes, due) => {
  expect(dueAfter(county(from), working(minutes))).toBe(county(due))
})

test('plain time runs through the night and the holiday', () => {
  expect(dueAfter(county('2018-09-30T23:00'), { minutes: 120, runs: 'always' })).toBe(county('2018-10-01T01:00'))
})

test("the county's own days win over the national calendar", () => {
  const local = { '2018-10-25': false, '2018-10-27': true }

  expect(isWorked('2018-10-25', local)).toBe(false)
  expect(dueAfter(county('2018-10-24T17:30'), working(60), local)).toBe(county('2018-10-26T08:30'))
  expect(dueAfter(county('2018-10-26T17:30'), working(60), local)).toBe(county('2018-10-27T08:30'))
})

test.each([
  ...['2027-01-01', '2027-02-05', '2027-02-08', '2027-04-05', '2027-05-02', '2027-06-09', '2027-09-15', '2027-10-01'],
  ...['2028-01-25', '2028-01-26', '2028-10-03', '2029-12-31'],
])('%s: what the law itself names is a holiday before the notice for its year is out', (on) => {
  expect(isWorked(on)).toBe(on === '2029-12-31')
})

test('in the years whose notices are out the law names no day that was worked', () => {
  for (let time = Date.parse('2025-01-01'); time < Date.parse('2027-01-01'); time += 86_400_000) {
    const on = new Date(time).toISOString().slice(0, 10)
    expect(isWorked(on), on).toBe(chineseDays.isWorkday(on))
  }
})

test("a day is the county's day, eight hours ahead of UTC", () => {
  expect(dayOf('2018-10-23T16:00:00.000Z')).toBe('2018-10-24')
  expect(dayOf('2018-10-23T15:59:59.999Z')).toBe('2018-10-23')
})

const instants = fc
  .date({ min: new Date('2018-01-01'), max: new Date('2026-11-30'), noInvalidDate: true })
  .map((date) => date.toISOString())

test('the time to a deadline is as long as the limit, whenever it was given', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: 1, max: 5 * workingDay }), (from, minutes) => {
      const due = dueAfter(from, working(minutes))
      expect(due > from).toBe(true)
      expect(workedBetween(from, due)).toBeCloseTo(minutes, 6)
    }),
    { numRuns: 300 },
  )
})

test('a later start or a longer limit is never due earlier', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 3000 }), (from, later, minutes) => {
      const start = new Date(Date.parse(from) + later * 60_000).toISOString()
      expect(dueAfter(start, working(minutes)) >= dueAfter(from, working(minutes))).toBe(true)
      expect(dueAfter(from, working(minutes + later)) >= dueAfter(from, working(minutes))).toBe(true)
    }),
    { numRuns: 300 },
  )
})
