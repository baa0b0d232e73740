import { expect, test } from 'vitest'
import { blank, commandOf, type Filled, missing } from './form.ts'
import { Command } from './wire.ts'

const filled: Filled = {
  words: ' 请到现场看一下 ',
  channel: '县信访局 0359-0000000',
  photos: [],
  seat: 'lane_chief@140826100201001001',
  department: 'water',
  isPublic: false,
}

test.each(['accept', 'settle', 'passUp', 'handDown', 'handOver', 'refuse', 'comment', 'verify', 'reopen', 'withdraw'] as const)(
  'a filled form of %s is a command that the server takes',
  (action) => {
    expect(missing(action, filled)).toBeUndefined()
    expect(Command.safeParse(commandOf(action, filled)).success).toBe(true)
  },
)

test.each([
  ['settle', 'words'],
  ['handDown', 'seat'],
  ['handOver', 'department'],
  ['comment', 'words'],
] as const)('an empty form of %s asks for its %s', (action, field) => {
  expect(missing(action, blank)).toBe(field)
})

test('declining names where to turn instead', () => {
  expect(missing('refuse', { ...blank, words: '不归这里管' })).toBe('channel')
})
