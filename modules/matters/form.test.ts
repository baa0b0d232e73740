import { expect, test } from 'vitest'
import type { MatterId } from '#modules/kernel/ids.ts'
import { begun, blank, commandOf, type Filled, missing } from './form.ts'
import { applicationKinds } from './matter.ts'
import { actions } from './rules/procedure.ts'
import { Command } from './wire.ts'

const filled: Filled = {
  words: ' 请到现场看一下 ',
  channel: '县信访局 0359-0000000',
  photos: [],
  seat: 'lane_chief@140826100201001001',
  department: 'water',
  isPublic: false,
  wish: 'extension',
  days: '3',
  until: '2026-07-01',
  category: '0402',
  application: 4,
  answered: 5,
  order: 'supervise',
  dueBy: '2026-06-03T10:00:00.000Z',
  station: ' 城关派出所 ',
  toldAt: '2026-06-03T04:00:00.000Z',
  main: '00000000-0000-4000-8000-000000000001' as MatterId,
}

test.each(actions.filter((action) => action !== 'rate' && action !== 'close'))(
  'a filled form of %s is a command that the server takes',
  (action) => {
    expect(missing(action, filled)).toBeUndefined()
    expect(Command.safeParse(commandOf(action, filled)).error).toBeUndefined()
  },
)

test.each([
  ['settle', 'words'],
  ['handDown', 'seat'],
  ['handOver', 'department'],
  ['comment', 'words'],
  ['apply', 'wish'],
  ['grant', 'application'],
  ['order', 'dueBy'],
  ['answer', 'answered'],
  ['resume', 'words'],
  ['tellPolice', 'toldAt'],
  ['link', 'main'],
] as const)('an empty form of %s asks for its %s', (action, field) => {
  expect(missing(action, blank)).toBe(field)
})

test.each([
  ['extension', 'days'],
  ['suspension', 'until'],
  ['reclassification', 'category'],
  ['voiding', 'words'],
  ['notOurs', 'words'],
] as const)('applying for %s asks for its %s', (wish, field) => {
  expect(missing('apply', { ...blank, wish })).toBe(field)
})

test.each(applicationKinds)('an application for %s carries only its own measure', (wish) => {
  const command = Command.parse(commandOf('apply', { ...filled, wish }))
  expect(Object.keys(command).filter((key) => ['days', 'until', 'category'].includes(key)).length).toBe(
    wish === 'voiding' || wish === 'notOurs' ? 0 : 1,
  )
})

test('an application and an order need their reason', () => {
  expect(missing('apply', { ...filled, words: ' ' })).toBe('words')
  expect(missing('order', { ...filled, words: ' ' })).toBe('words')
  expect(missing('decline', { ...filled, words: ' ' })).toBe('words')
})

test('granting takes words but needs none', () => {
  expect(missing('grant', { ...filled, words: '' })).toBeUndefined()
  expect(commandOf('grant', { ...filled, words: '' })).toEqual({ do: 'grant', application: 4 })
})

test('a form opens about the application and the oldest order of its matter', () => {
  const order = { id: 7, kind: 'urge' } as never
  expect(begun({ application: { id: 3 } as never, orders: [order] })).toMatchObject({ application: 3, answered: 7 })
  expect(commandOf('answer', begun({ application: null, orders: [] }))).toBeUndefined()
})

test('declining names where to turn instead', () => {
  expect(missing('refuse', { ...blank, words: '不归这里管' })).toBe('channel')
})
