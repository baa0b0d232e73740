import { expect, test } from 'vitest'
import type { WindowState } from '#modules/duties/state.ts'
import { behindWith, howOf, inOrder, isBehindWith, isCut, kindOf, windowsBy } from './behind.ts'

const window = (change: Partial<WindowState> = {}): WindowState => ({
  ...{ from: '2026-06-01', to: '2026-06-07', whole: { from: '2026-06-01', to: '2026-06-07' }, needs: [] },
  ...{ isMet: true, isRunning: false, isExcused: false, available: { days: 5, of: 5 } },
  ...change,
})
const state = (duty: string, met: number, due: number, ...windows: WindowState[]) => ({ duty, met, due, windows, waiting: 0 })
const week = { window: 'week' } as const
const standing = { window: 'standing' } as const
const [day, team] = [
  { ...week, code: 'day' },
  { ...standing, code: 'team' },
]
const owing = (...states: ReturnType<typeof state>[]) => ({
  states,
  due: states.reduce((sum, { due }) => sum + due, 0),
  met: states.reduce((sum, { met }) => sum + met, 0),
})

test('whoever missed a window that is over is behind, whoever still has the week is not', () => {
  const running = window({ isRunning: true, isMet: false })

  expect(isBehindWith(owing(state('day', 3, 4)), day)).toBe(true)
  expect(isBehindWith(owing(state('day', 3, 4)), team)).toBe(false)
  expect(isBehindWith(owing(state('day', 4, 4, running)), day)).toBe(false)
  expect(isBehindWith(owing(state('team', 0, 0, running)), team)).toBe(true)
})

test('those who met the smaller part come first where that is asked for, of one duty or of all', () => {
  const [good, half, none] = [
    owing(state('day', 4, 4), state('team', 1, 4)),
    owing(state('day', 2, 4), state('team', 4, 4)),
    owing(state('day', 0, 0)),
  ]
  const all = [good!, none!, half!]

  expect(inOrder(all, 'place')).toEqual([good, none, half])
  expect(inOrder(all, 'share')).toEqual([good, half, none])
  expect(inOrder(all, 'share', day)).toEqual([half, good, none])
  expect(behindWith(all, day)).toBe(1)
})

test('what is not owed, what was never due and what stands are told apart', () => {
  expect(howOf(week, undefined)).toEqual({ is: 'notOwed' })
  expect(howOf(week, state('day', 0, 0))).toEqual({ is: 'nothingDue' })
  expect(howOf(week, state('day', 4, 5))).toEqual({ is: 'windows', isMet: false, met: 4, due: 5 })
  expect(howOf(standing, state('team', 0, 0, window({ isRunning: true })))).toEqual({ is: 'standing', isMet: true })
})

test('an excused week is neither met nor missed, and a cut one says so', () => {
  const excused = window({ isExcused: true, available: { days: 0, of: 5 } })

  expect(kindOf(excused)).toBe('excused')
  expect(isCut(excused)).toBe(true)
  expect(isCut(window())).toBe(false)
  expect(windowsBy([window(), window({ from: '2026-06-08' }), window({ isMet: false }), excused]).met.map(({ from }) => from)).toEqual([
    '2026-06-08',
    '2026-06-01',
  ])
})
