import { expect, test } from 'vitest'
import { restAtMost, restBefore, shortCount, unreadIn } from './live-rules.ts'

test('rests longer after each failure, a minute at most, and not all phones at once', () => {
  expect([1, 2, 3, 7, 40].map((failures) => restBefore(failures, 0.5))).toEqual([1000, 2000, 4000, restAtMost, restAtMost])
  expect([restBefore(1, 0), restBefore(1, 1)]).toEqual([800, 1200])
})

test('shows no count for nothing, and no more than 99', () => {
  expect([0, 1, 99, 100].map(shortCount)).toEqual(['', '1', '99', '99+'])
})

test('reads the count the server sends, and takes nothing else for one', () => {
  expect(['{"unread":3}', '{"unread":0}', '{"unread":-1}', '{"unread":"3"}', '{}', 'null', ''].map(unreadIn)).toEqual([
    3,
    0,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
