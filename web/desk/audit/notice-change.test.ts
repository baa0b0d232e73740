import { expect, test } from 'vitest'
import { sidesOf, whatOf } from './notice-change.ts'

test.each([
  ['reported holder app', { kind: 'rule', event: 'reported', audience: 'holder', channel: 'app' }],
  ['quiet', { kind: 'quiet' }],
  ['sms', { kind: 'channel', name: 'sms' }],
  ['lapsedTo', { kind: 'text', name: 'lapsedTo' }],
  ['00000000-0000-4000-8000-000000000071', { kind: 'delivery' }],
  ['东镇 工作 群', { kind: 'robot', name: '东镇 工作 群' }],
])('what was changed is known by its name: %s', (name, what) => {
  expect(whatOf(name)).toEqual(what)
})

test('a change has two sides', () => {
  expect(sidesOf('true → false')).toEqual(['true', 'false'])
  expect(sidesOf('一 → 二 → 三')).toEqual(['一', '二 → 三'])
  expect(sidesOf('***')).toEqual(['–', '***'])
})
