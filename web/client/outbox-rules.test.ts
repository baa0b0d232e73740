import { describe, expect, test } from 'vitest'
import { refuse } from '#modules/kernel/refusal.ts'
import {
  afterFailure,
  backOff,
  type Entry,
  goesWith,
  heldBy,
  modern,
  nextLook,
  nextToSend,
  rebased,
  retried,
  stopsAll,
  tally,
  verdict,
} from './outbox-rules.ts'

const now = '2026-11-23T06:00:00.000Z'
const later = '2026-11-23T06:00:30.000Z'
const round = { now, isForced: false, tried: new Set<string>() }

const entry = (order: number, matter: string, given: Partial<Entry> = {}): Entry => ({
  id: `c${order}`,
  person: 'zhang',
  kind: 'command',
  subject: { of: 'matters', id: matter },
  path: `/matters/${matter}/commands`,
  body: { commandId: `c${order}`, command: { do: 'accept' }, version: 1 },
  photos: [],
  about: '',
  madeAt: now,
  order,
  tries: 0,
  notBefore: null,
  state: 'waiting',
  refusal: null,
  ...given,
})

test('what was tapped first goes first', () => {
  expect(nextToSend([entry(2, 'b'), entry(1, 'a')], round)?.id).toBe('c1')
})

test('a matter keeps its order: what comes later waits for what came before', () => {
  const first = entry(1, 'a', { notBefore: later })
  const entries = [first, entry(2, 'a'), entry(3, 'b')]

  expect(nextToSend(entries, round)?.id).toBe('c3')
  expect(heldBy(entries[1]!, entries)).toBe(first)
})

test('a refused entry holds those behind it on its matter, and no other', () => {
  const entries = [entry(1, 'a', { state: 'refused' }), entry(2, 'a'), entry(3, 'b')]

  expect(nextToSend(entries, round)?.id).toBe('c3')
  expect(nextToSend(entries.slice(0, 2), round)).toBeUndefined()
  expect(nextLook(entries.slice(0, 2))).toBeUndefined()
})

test('what says that something came of a visit waits until that is there, and goes with it when it is let go', () => {
  const report = entry(1, 'a', { kind: 'first', notBefore: later })
  const follow = entry(2, 'v', { subject: { of: 'beats', id: 'v' }, after: { of: 'matters', id: 'a' } })
  const entries = [report, follow]

  expect(heldBy(follow, entries)).toBe(report)
  expect(nextToSend(entries, round)).toBeUndefined()
  expect(nextToSend([follow], round)).toBe(follow)
  expect(goesWith(report, entries)).toEqual([follow])
  expect(goesWith({ ...report, kind: 'command' }, entries)).toEqual([])
})

test('what was being sent when the phone was switched off is sent again', () => {
  expect(nextToSend([entry(1, 'a', { state: 'sending' })], round)?.id).toBe('c1')
})

test('a round tries each once, and what failed in it still holds what is behind it', () => {
  const entries = [entry(1, 'a'), entry(2, 'a'), entry(3, 'b')]

  expect(nextToSend(entries, { ...round, tried: new Set(['c1']) })?.id).toBe('c3')
})

test('when signal comes back nobody waits for the timer', () => {
  const entries = [entry(1, 'a', { notBefore: later })]

  expect(nextToSend(entries, round)).toBeUndefined()
  expect(nextToSend(entries, { ...round, isForced: true })?.id).toBe('c1')
  expect(nextLook(entries)).toBe(later)
})

describe('what an answer means', () => {
  test.each([
    ['offline', 0],
    ['internal', 500],
    ['not_signed_in', 401],
    ['throttled', 429],
    ['password.must_change', 409],
    ['conflict', 409],
  ])('%s keeps it waiting', (refused, status) => {
    expect(verdict(refuse(refused), status, 1)).toBe('later')
  })

  test.each([
    ['matter.stale', 409],
    ['not_permitted', 403],
    ['not_found', 404],
    ['invalid', 422],
    ['photo.unreadable', 422],
  ])('%s is a refusal that the person sees', (refused, status) => {
    expect(verdict(refuse(refused), status, 1)).toBe('refused')
  })

  test('a conflict is tried a few times, not for ever', () => {
    expect(verdict(refuse('conflict'), 409, 5)).toBe('refused')
  })

  test('without signal or session nothing else is tried; a fault with one does not stop the others', () => {
    expect(stopsAll(refuse('offline'), 0)).toBe(true)
    expect(stopsAll(refuse('not_signed_in'), 401)).toBe(true)
    expect(stopsAll(refuse('internal'), 500)).toBe(false)
    expect(stopsAll(refuse('matter.stale'), 409)).toBe(false)
  })
})

test('it waits longer each time, up to five minutes, and as long as the server asks', () => {
  expect([1, 2, 3, 4, 5, 6, 60].map((tries) => backOff(tries, 0))).toEqual([5, 15, 30, 60, 120, 300, 300])
  expect(backOff(1, 0.99)).toBe(6)
  expect(afterFailure(entry(1, 'a'), refuse('throttled', { seconds: 30 }), 429, now, 0).notBefore).toBe(later)
})

test('a refused entry keeps its reason until it is retried', () => {
  const refused = afterFailure(entry(1, 'a'), refuse('matter.stale'), 409, now, 0)

  expect(refused).toMatchObject({ state: 'refused', tries: 1, refusal: { refused: 'matter.stale' } })
  expect(retried(refused)).toMatchObject({ state: 'waiting', refusal: null, notBefore: null })
})

test('later taps on the same matter take the version that the earlier one made; a report has none', () => {
  expect(rebased(entry(2, 'a'), 7).body['version']).toBe(7)
  expect(rebased(entry(2, 'a', { body: {} }), 7).body).toEqual({})
})

test('the strip counts what waits and what was refused, not what a refused one holds', () => {
  expect(tally([entry(1, 'a'), entry(2, 'b', { state: 'sending' }), entry(3, 'c', { state: 'refused' }), entry(4, 'c')])).toEqual({
    waiting: 2,
    refused: 1,
  })
})

test('a matter and a dispute do not hold each other, whatever their ids', () => {
  const other = entry(1, 'a', { subject: { of: 'disputes', id: 'a' } })
  expect(heldBy(entry(2, 'a'), [other])).toBeUndefined()
  expect(heldBy(entry(2, 'a', { subject: other.subject }), [other])?.id).toBe('c1')
})

test('a command that names no version is sent as it is', () => {
  const signature = entry(2, 'a', { subject: { of: 'disputes', id: 'a' }, body: { command: { do: 'sign' } } })
  expect(rebased(signature, undefined)).toEqual(signature)
  expect(rebased(signature, 7)).toEqual(signature)
})

test('what waited on the phone before there were disputes still goes', () => {
  const { subject: _, ...before } = entry(1, 'a')
  const form = { draft: 'report', value: { words: '路灯不亮' }, page: '/report' }
  expect(modern({ ...before, kind: 'report', matter: 'a', form: form.value })).toEqual(entry(1, 'a', { kind: 'first', form }))
  expect(modern({ ...before, kind: 'command', matter: 'a' })).toEqual(entry(1, 'a'))
  expect(modern(entry(1, 'a'))).toEqual(entry(1, 'a'))
})
