import { expect, test } from 'vitest'
import { kindOf, wechatData, wrongField, wrongFields } from './fields.ts'

const told = '2026-06-03T04:00:00.000Z'
const facts = {
  number: '20260603-7F3KX',
  category: '路灯不亮',
  place: '东镇 河湾村委会 第一网格 大槐树下巷',
  due: '6月3日 17:30',
  dueAt: '2026-06-03T09:30:00.000Z',
}
const value = (name: string, text: string, of: object = facts) => wechatData([{ name, text }], of, told)[name]?.value

test.each([
  ['name1', '{number}', 'kind'],
  ['phone_number2', '{number}', 'kind'],
  ['thing', '{number}', 'kind'],
  ['first', '{number}', 'kind'],
  ['constructor1', '{number}', 'kind'],
  ['thing1', ' ', 'empty'],
  ['thing1', '{phone}', 'gap'],
  ['thing1', '{code}', 'gap'],
  ['thing1', '{link}', 'gap'],
  ['time1', '{due} 前', 'time'],
  ['time1', '今天', 'time'],
  ['date1', '{number}', 'time'],
])('a field %s of %s is refused: %s', (name, text, wrong) => {
  expect(wrongField({ name, text }, 'new')).toBe(wrong)
})

test('a field may not come twice', () => {
  const field = { name: 'thing1', text: '{place}' }

  expect(wrongFields([field, { name: 'time2', text: '{due}' }, field], 'new')).toEqual([[2, 'twice']])
})

test('a text for many knows how many, and nothing of one matter', () => {
  expect(wrongField({ name: 'thing1', text: '{count} 件' }, 'manyOverdue')).toBeUndefined()
  expect(wrongField({ name: 'thing1', text: '{place}' }, 'manyOverdue')).toBe('gap')
})

test('a thing has at most twenty characters, and says that it was cut', () => {
  expect(value('thing1', '{category}')).toBe('路灯不亮')
  expect(value('thing1', '𠮷'.repeat(30))).toBe(`${'𠮷'.repeat(19)}…`)
})

test('of a place that is too long the lane stays, not the town', () => {
  expect(value('thing1', '{place}')).toBe('东镇 河湾村委会 第一网格 大槐树下巷')
  expect(value('thing1', '{place} {category}')).toBe('第一网格 大槐树下巷 路灯不亮')
  expect(value('thing1', '{place}', { place: '槐'.repeat(25) })).toBe(`${'槐'.repeat(19)}…`)
})

test('nothing is sent empty, for WeChat would refuse the whole', () => {
  expect(value('thing1', '{seat}')).toBe('无')
  expect(value('phrase1', '{kind}')).toBe('无')
  expect(value('character_string1', '{category}')).toBe('-')
  expect(value('number1', '{seat}')).toBe('0')
})

test('a number of ours goes into a string of signs, and a phrase takes five Chinese characters', () => {
  expect(value('character_string1', '{number}')).toBe('20260603-7F3KX')
  expect(value('phrase1', '延期申请（第二次）')).toBe('延期申请第')
  expect(value('number1', '{count} 件', { count: '12' })).toBe('12')
})

test('a time is written as WeChat reads it, with its year; without one it is when it was told', () => {
  expect(value('time1', '{due}')).toBe('2026年6月3日 17:30')
  expect(value('date1', '{due}')).toBe('2026年6月3日')
  expect(value('time1', '{due}', {})).toBe('2026年6月3日 12:00')
  expect(value('time1', '{told}')).toBe('2026年6月3日 12:00')
})

test('the kind of a field is the word before its number', () => {
  expect(kindOf('character_string12')).toBe('character_string')
  expect(kindOf('thing1')).toBe('thing')
})
