import { expect, test } from 'vitest'
import { audiences } from '../notice.ts'
import { templates } from '../texts.ts'
import { aloneAtMost, counted, digest, manyOf, type Tellable } from './digest.ts'

const late = (key: string, more: Partial<Tellable> = {}): Tellable => ({
  key,
  event: 'lapsed',
  audience: 'holder',
  isUrgent: false,
  ...more,
})
const some = (count: number, key: string, more?: Partial<Tellable>) => Array.from({ length: count }, () => late(key, more))
const none = new Map<string, number>()
const gathered = (all: readonly Tellable[], alone: ReadonlyMap<string, number> = none, begun: readonly string[] = []) => {
  const { alone: single, many } = digest(all, alone, new Set(begun))
  return { alone: single.length, many: many.map(({ key, template, count }) => `${key} ${template} ${count}`) }
}

test('a few are told one by one', () => {
  expect(gathered(some(aloneAtMost, 'chief'))).toEqual({ alone: 5, many: [] })
})

test('an emergency is never counted among many', () => {
  expect(gathered(some(9, 'chief', { isUrgent: true }))).toEqual({ alone: 9, many: [] })
  expect(gathered(some(9, 'chief', { isUrgent: true }), none, ['chief'])).toEqual({ alone: 9, many: [] })
})

test('what somebody did is told alone, however often; so is what residents hear', () => {
  expect(gathered(some(9, 'chief', { event: 'passedUp' }))).toEqual({ alone: 9, many: [] })
  expect(gathered(some(9, 'zhang', { event: 'lapsed', audience: 'reporters' }))).toEqual({ alone: 9, many: [] })
})

test('more than a few become one, for each reader and kind by itself', () => {
  const all = [...some(12, 'chief'), ...some(3, 'official'), ...some(6, 'old', { audience: 'oldHolder' })]

  expect(gathered(all)).toEqual({ alone: 3, many: ['chief manyLapsedTo 12', 'old manyLapsedFrom 6'] })
})

test('those told one by one before count too; once many were counted, even one more is added to them', () => {
  expect(gathered(some(2, 'chief'), new Map([['chief', 4]]))).toEqual({ alone: 0, many: ['chief manyLapsedTo 2'] })
  expect(gathered(some(1, 'chief'), none, ['chief'])).toEqual({ alone: 0, many: ['chief manyLapsedTo 1'] })
})

test('every text for many is one a county has, and only says how many and where', () => {
  const codes = new Set(
    (['reminded', 'lapsed', 'overdue', 'moved'] as const).flatMap((event) =>
      audiences.flatMap((audience) => manyOf(event, audience) ?? []),
    ),
  )
  const all = templates.filter(({ code }) => code.startsWith('many'))

  expect([...codes].sort()).toEqual(all.map(({ code }) => code).sort())
  for (const { title, titleEn, body, bodyEn } of all)
    for (const text of [title, titleEn, body, bodyEn]) expect(text.replace(/\{(count|link)\}/g, '')).not.toContain('{')
})

test('the number is filled in when it is read', () => {
  expect(counted('{count} 件事项已超时', 12)).toBe('12 件事项已超时')
  expect(counted('期限快到了', null)).toBe('期限快到了')
})
