import { expect, test } from 'vitest'
import { routes } from '#modules/notices/defaults.ts'
import { templates } from '#modules/notices/texts.ts'
import { clockOf, inserted, isForGroups, linesOf, minutesOf, piecesOf, switched, textsFor, troubleIn } from './routing.ts'

const lapsed = { event: 'lapsed', template: 'lapsedTo', isOn: true, onlyEmergency: false } as const
const group = templates.find(({ code }) => code === 'group')!

test('shows one line for an event and an audience, with its channels beside each other', () => {
  const lines = linesOf([
    { ...lapsed, audience: 'group', channel: 'wecom', template: 'group' },
    { ...lapsed, audience: 'holder', channel: 'push' },
    { ...lapsed, audience: 'holder', channel: 'app' },
    { ...lapsed, event: 'reported', audience: 'levels', channel: 'sms' },
  ])
  expect(lines.map(({ event, audience, routes }) => [event, audience, ...routes.map(({ channel }) => channel)])).toEqual([
    ['reported', 'levels', 'sms'],
    ['lapsed', 'holder', 'push', 'app'],
    ['lapsed', 'group', 'wecom'],
  ])
})

test('switching a channel on for the first time says what the line says', () => {
  const line = { event: 'lapsed', audience: 'holder', routes: [{ ...lapsed, audience: 'holder', channel: 'app' }] } as const
  expect(switched(line, 'sms', true)).toEqual({ ...lapsed, audience: 'holder', channel: 'sms' })
  expect(switched(line, 'app', false)).toMatchObject({ channel: 'app', isOn: false })
})

test('a group is offered only texts that say little', () => {
  expect(textsFor('group', templates).map(({ code }) => code)).toContain('group')
  expect(textsFor('group', templates).map(({ code }) => code)).not.toContain('new')
  expect([isForGroups('group', routes), isForGroups('new', routes)]).toEqual([true, false])
})

test('refuses a text with an unknown gap, one for a group that says whose turn it is, and an empty one', () => {
  expect(troubleIn(group, true)).toBeUndefined()
  expect(troubleIn({ ...group, body: '{place}{seat}' }, true)).toEqual(['seat'])
  expect(troubleIn({ ...group, body: '{place}{seat}' }, false)).toBeUndefined()
  expect(troubleIn({ ...group, bodyEn: '{phone}' }, false)).toEqual(['phone'])
  expect(troubleIn({ ...group, titleEn: ' ' }, true)).toBe('empty')
})

test('tells gaps from words, and what is neither', () => {
  expect(piecesOf('{place} 有{phone}')).toEqual([{ gap: 'place' }, { text: ' 有' }, { wrong: 'phone' }])
})

test('puts a gap where the cursor stands, in place of what is chosen', () => {
  expect(inserted('在，请看', 1, 1, 'place')).toEqual(['在{place}，请看', 8])
  expect(inserted('在某处，请看', 1, 3, 'place')).toEqual(['在{place}，请看', 8])
})

test('minutes after midnight are a time of day, and back', () => {
  expect([0, 450, 1290, 1439].map(clockOf)).toEqual(['00:00', '07:30', '21:30', '23:59'])
  expect(['00:00', '07:30', '23:59', '24:00', ''].map(minutesOf)).toEqual([0, 450, 1439, undefined, undefined])
})
