import { expect, test } from 'vitest'
import type { WindowState } from '#modules/duties/state.ts'
import { howOf, isBehind, isCut, kindOf, windowsBy } from './behind.ts'

const window = (change: Partial<WindowState> = {}): WindowState => ({
  ...{ from: '2026-06-01', to: '2026-06-07', whole: { from: '2026-06-01', to: '2026-06-07' }, needs: [] },
  ...{ isMet: true, isRunning: false, isExcused: false, available: { days: 5, of: 5 } },
  ...change,
})
const state = (duty: string, met: number, due: number, ...windows: WindowState[]) => ({ duty, met, due, windows })
const week = { window: 'week' } as const
const standing = { window: 'standing' } as const

test('whoever missed a window that is over is behind, whoever still has the week is not', () => {
  const duties = [
    { ...week, code: 'day' },
    { ...standing, code: 'team' },
  ] as never
  const running = window({ isRunning: true, isMet: false })

  expect(isBehind({ states: [state('day', 3, 4)] }, duties)).toBe(true)
  expect(isBehind({ states: [state('day', 4, 4, running)] }, duties)).toBe(false)
  expect(isBehind({ states: [state('team', 0, 0, running)] }, duties)).toBe(true)
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
