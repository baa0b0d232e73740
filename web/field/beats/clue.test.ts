/** A clue on the phone: there is always somebody to hand it to, and what waits for signal is seen to wait. */
import { expect, test } from 'vitest'
import { departments } from '#modules/categories/departments.ts'
import type { PersonId } from '#modules/kernel/ids.ts'
import type { Entry } from '#web/client/outbox-rules.ts'
import { draftOf, unitsOffered, unsentClues } from './clue.ts'

const entry = (order: number, path: string, more: Partial<Entry> = {}): Entry => ({
  ...{
    id: `c${order}`,
    person: 'zhang' as PersonId,
    kind: 'first',
    subject: { of: 'beats', id: `r${order}` },
    path,
    photos: [],
    about: '',
  },
  ...{ body: { id: `r${order}`, village: '149901100201', on: `2026-06-0${order}`, unit: 'station', words: '货车' } },
  ...{ madeAt: '2026-06-03T01:00:00.000Z', order, tries: 0, notBefore: null, state: 'waiting', refusal: null },
  ...more,
})

test('before the departments are here, station, judicial office and bureau can be chosen', () => {
  expect(unitsOffered(undefined)).toEqual({ first: ['station', 'judicial', 'police'], rest: [] })
})

test('the nearest stand first, and every other department is behind one tap, once', () => {
  const { first, rest } = unitsOffered(departments)
  expect(first).toEqual(['station', 'judicial', 'police'])
  expect([...first, ...rest].sort()).toEqual(['station', 'judicial', ...departments.map(({ code }) => code)].sort())
})

test('a county without a bureau is not offered one, and a department of the same code as an office of the town stands nowhere twice', () => {
  expect(unitsOffered([{ code: 'station' }, { code: 'fire' }])).toEqual({ first: ['station', 'judicial'], rest: ['fire'] })
})

test('clues that wait on the phone are shown by day and unit, without a word of them; refused ones and other papers are not', () => {
  const entries = [
    entry(1, '/beats/clues'),
    entry(2, '/beats/clues', { state: 'refused' }),
    entry(3, '/beats/clues/r1/follow'),
    entry(4, '/beats/bulletins'),
    entry(5, '/beats/clues', { state: 'sending' }),
  ]
  expect(unsentClues(entries)).toEqual([
    { id: 'r5', village: '149901100201', on: '2026-06-05', unit: 'station' },
    { id: 'r1', village: '149901100201', on: '2026-06-01', unit: 'station' },
  ])
})

test('a clue half written in one village is not there in another', () => {
  expect(draftOf('149901100201')).not.toBe(draftOf('149901100202'))
})
