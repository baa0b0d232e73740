/** The form of a record: what it asks for, and what it becomes. */
import { expect, test } from 'vitest'
import { Facts } from '#modules/beats/wire.ts'
import type { PlaceCode } from '#modules/kernel/ids.ts'
import { blankForm, type Filled, factsOf, formOf, missingIn, nextDoor, nextDoors } from './form.ts'

const today = '2026-06-03'
const lane = '149901100201001001' as PlaceCode
const nextLane = '149901100202001001'
const lanes = [lane]
const blank = blankForm(today)
const visit: Filled = { ...blank, lane, house: ' 12 ', purpose: 'care', heard: '老人一个人在家 ' }

test('a visit asks for a lane of the village, a door and what it was for, and for nothing else', () => {
  expect(missingIn('visit', blank, lanes)).toBe('lane')
  expect(missingIn('visit', { ...visit, lane: nextLane }, lanes)).toBe('lane')
  expect(missingIn('visit', { ...visit, house: ' ' }, lanes)).toBe('house')
  expect(missingIn('visit', { ...visit, purpose: '' }, lanes)).toBe('purpose')
  expect(missingIn('visit', { ...visit, heard: '' }, lanes)).toBeUndefined()
})

test('what cannot be read as a number is asked for again', () => {
  expect(missingIn('meeting', { ...blank, about: '修路', attended: '很多' }, lanes)).toBe('attended')
  expect(missingIn('meeting', { ...blank, about: '修路' }, lanes)).toBeUndefined()
  expect(missingIn('entries', blank, lanes)).toBe('counts')
  expect(missingIn('entries', { ...blank, counts: { ...blank.counts, house: '0' } }, lanes)).toBe('counts')
  expect(missingIn('entries', { ...blank, counts: { ...blank.counts, house: '20' } }, lanes)).toBeUndefined()
})

test('a day ahead is a plan, whatever was tapped; today it is what was tapped', () => {
  expect(factsOf('day', { ...blank, on: '2026-06-04' }, today)).toEqual([{ kind: 'day', state: 'planned' }])
  expect(factsOf('day', { ...blank, plan: '走访槐树巷' }, today)).toEqual([{ kind: 'day', state: 'done', plan: '走访槐树巷' }])
})

test('each kind of entries becomes a record of its own', () => {
  const counts = { ...blank.counts, house: '20', person: '35' }
  expect(factsOf('entries', { ...blank, counts }, today)).toEqual([
    { kind: 'entries', of: 'house', count: 20 },
    { kind: 'entries', of: 'person', count: 35 },
  ])
})

test('what the form becomes is what the server takes, and comes back as it was typed', () => {
  const filled: Filled = { ...visit, promised: '带他去办证', promisedBy: '2026-06-10' }
  const [facts] = factsOf('visit', filled, today)
  expect(Facts.safeParse(facts).success).toBe(true)
  const kept = { kind: 'visit', lane, house: '12', purpose: 'care', heard: '老人一个人在家' } as const
  expect(formOf({ on: today, facts: { ...kept, promised: '带他去办证', promisedBy: '2026-06-10', keptOn: null } })).toEqual({
    ...filled,
    house: '12',
    heard: '老人一个人在家',
  })
})

test('next door keeps the lane, the day and the purpose, and offers the doors beside', () => {
  expect(nextDoor({ ...visit, promised: '修灯' }, today)).toEqual({ ...blank, lane, purpose: 'care' })
  expect(nextDoors('12-1')).toEqual(['13', '14', '11'])
  expect(nextDoors('1')).toEqual(['2', '3'])
  expect(nextDoors('村东头')).toEqual([])
})
