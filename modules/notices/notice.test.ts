import { expect, test } from 'vitest'
import { routes } from './defaults.ts'
import { afterQuiet, attemptsAtMost, fill, groupChannels, restAfter, wrongGaps } from './notice.ts'
import { templates } from './texts.ts'

const text = (body: string) => ({ code: 'new', title: '题', titleEn: 'T', body, bodyEn: 'B' })

test('the texts a county starts with have no wrong gap, and those for groups say no more than a group may read', () => {
  const forGroups = new Set(routes.filter(({ channel }) => groupChannels.includes(channel)).map(({ template }) => template))

  expect(forGroups.size).toBeGreaterThan(0)
  expect(templates.filter((template) => wrongGaps(template, forGroups.has(template.code)).length > 0).map(({ code }) => code)).toEqual([])
  expect(routes.filter(({ template }) => !templates.some(({ code }) => code === template))).toEqual([])
})

test.each(['{name}', '{phone}', '{words}', '{reporter}', '{__proto__}', '{}'])('a text with %s is refused', (gap) => {
  expect(wrongGaps(text(`${gap} 请看`), false)).toHaveLength(1)
})

test('a group may not read what a matter is about or whose turn it is', () => {
  expect(wrongGaps(text('{category} {seat} {number}'), true)).toEqual(['category', 'seat'])
  expect(wrongGaps(text('{category} {seat} {number}'), false)).toEqual([])
})

test('what is filled in cannot bring gaps of its own', () => {
  expect(fill('{place} {number}', { place: '{code}', number: '1', code: '999999' })).toBe('{code} 1')
})

test.each([
  ['2026-06-03T13:29:00.000Z', '2026-06-03T13:29:00.000Z'], // 21:29
  ['2026-06-03T13:30:10.000Z', '2026-06-03T23:30:00.000Z'], // 21:30
  ['2026-06-03T23:29:59.000Z', '2026-06-03T23:30:00.000Z'], // 07:29
  ['2026-06-03T23:30:00.000Z', '2026-06-03T23:30:00.000Z'], // 07:30
])('at %s something that is not urgent leaves at %s', (at, leaves) => {
  expect(afterQuiet(at, { quietFrom: 1290, quietUntil: 450 })).toBe(leaves)
})

test('quiet hours within a day, and none at all', () => {
  expect(afterQuiet('2026-06-03T05:00:00.000Z', { quietFrom: 720, quietUntil: 840 })).toBe('2026-06-03T06:00:00.000Z')
  expect(afterQuiet('2026-06-03T05:00:00.000Z', { quietFrom: 0, quietUntil: 0 })).toBe('2026-06-03T05:00:00.000Z')
})

test('each rest is longer than the one before, and all of them together a day at most', () => {
  const rests = Array.from({ length: attemptsAtMost }, (_, index) => [restAfter(index + 1, 0), restAfter(index + 1, 1)] as const)

  for (const [index, [least]] of rests.entries()) if (index > 0) expect(least).toBeGreaterThan(rests[index - 1]![1])
  expect(rests.reduce((sum, [, most]) => sum + most, 0)).toBeLessThan(2 * 86_400_000)
})
