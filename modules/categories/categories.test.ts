import { describe, expect, test } from 'vitest'
import { categories } from './categories.ts'
import { type Limits, rungs } from './category.ts'
import { departments } from './departments.ts'

const kinds = categories.filter((each) => each.parent === null)
const choices = categories.filter((each) => each.parent !== null)
const limitsOf = (limits: Limits) => rungs.flatMap((rung) => [limits[rung].accept, limits[rung].settle])

test('the eleven kinds are those of the article, in its order', () => {
  expect(kinds.map((each) => `${each.code} ${each.name}`)).toEqual([
    '01 矛盾化解',
    '02 隐患排查',
    '03 信息上报',
    '04 环境卫生',
    '05 民意诉求',
    '06 交通秩序',
    '07 绿化管理',
    '08 市政设施',
    '09 安全生产',
    '10 维稳安保',
    '11 便民服务',
  ])
})

test('no code or name is used twice', () => {
  expect(new Set(categories.map((each) => each.code)).size).toBe(categories.length)
  expect(new Set(categories.map((each) => each.name)).size).toBe(categories.length)
  expect(new Set(departments.map((each) => each.code)).size).toBe(departments.length)
})

test.each(kinds)('$code $name is asked as a resident would say it, and ends in an "other"', ({ code, ask, askEn }) => {
  const own = choices.filter((each) => each.parent === code)

  expect(code).toMatch(/^\d{2}$/)
  expect(ask).toBeTruthy()
  expect(askEn).toBeTruthy()
  expect(own.length).toBeGreaterThanOrEqual(4)
  expect(own.length).toBeLessThanOrEqual(9)
  expect(own.at(-1)?.code).toBe(`${code}99`)
})

describe.each(choices)('$code $name', ({ code, parent, department, isPublic, isEmergency, limits }) => {
  test('stands under its kind and goes to a department that exists', () => {
    expect(code).toMatch(/^\d{4}$/)
    expect(parent).toBe(code.slice(0, 2))
    expect(kinds.map((each) => each.code)).toContain(parent)
    expect(departments.map((each) => each.code)).toContain(department)
  })

  test('is never both an emergency and public', () => expect(isEmergency && isPublic).toBe(false))

  test('gives a higher rung more time, and more to settle than to accept', () => {
    for (const [index, rung] of rungs.entries()) {
      const { accept, settle } = limits[rung]
      const below = rungs[index - 1]
      expect(accept.minutes).toBeGreaterThan(0)
      expect(settle.minutes).toBeGreaterThan(accept.minutes)
      if (below) expect(accept.minutes).toBeGreaterThanOrEqual(limits[below].accept.minutes)
      if (below) expect(settle.minutes).toBeGreaterThan(limits[below].settle.minutes)
    }
  })

  test('runs on one clock, day and night if it is an emergency', () => {
    expect(new Set(limitsOf(limits).map((each) => each.runs)).size).toBe(1)
    if (isEmergency) expect(limits.lane.accept.runs).toBe('always')
  })
})

test('disputes, wishes and public order are shown to nobody', () => {
  expect(categories.filter((each) => ['01', '05', '10'].includes(each.code.slice(0, 2)) && each.isPublic)).toEqual([])
})

test('a complaint about an official goes to discipline inspection', () => {
  expect(categories.find((each) => each.name === '干部作风')).toMatchObject({ parent: '05', department: 'discipline', isPublic: false })
})
