import { expect, test } from 'vitest'
import { dayInWords, distance, instantOf, inWords, typedOf } from './instants.ts'

const now = '2026-11-23T06:05:00.000Z'

test('a time is told in the county time, with the year only when it is another', () => {
  expect(inWords('2026-11-23T06:05:00.000Z', now, 'zh-CN')).toBe('11月23日 14:05')
  expect(inWords('2025-12-31T16:30:00.000Z', now, 'zh-CN')).toBe('1月1日 00:30')
  expect(inWords('2025-12-31T15:30:00.000Z', now, 'zh-CN')).toBe('2025年12月31日 23:30')
  expect(inWords('2026-11-23T06:05:00.000Z', now, 'en')).toBe('23 Nov 14:05')
})

test('what is left is never more than there is', () => {
  expect(distance('2026-11-23T06:34:59.000Z', now)).toEqual({ count: 29, unit: 'minutes', isPast: false })
  expect(distance('2026-11-23T09:59:00.000Z', now)).toEqual({ count: 3, unit: 'hours', isPast: false })
  expect(distance('2026-11-25T06:05:00.000Z', now)).toEqual({ count: 2, unit: 'days', isPast: false })
  expect(distance('2026-11-21T06:04:00.000Z', now)).toEqual({ count: 2, unit: 'days', isPast: true })
})

test('a day is told with the year only when it is another', () => {
  expect(dayInWords('2026-12-01', now, 'zh-CN')).toBe('12月1日')
  expect(dayInWords('2027-01-02', now, 'zh-CN')).toBe('2027年1月2日')
  expect(dayInWords('2027-01-02', now, 'en')).toBe('2 Jan 2027')
})

test('what is typed into a field for date and time is the county’s time, there and back', () => {
  expect(instantOf('2026-11-23T14:05')).toBe(now)
  expect(typedOf(now)).toBe('2026-11-23T14:05')
  expect(instantOf('')).toBe('')
})
