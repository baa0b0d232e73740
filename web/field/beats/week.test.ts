/** What the week asks, in lines: two goals in two windows stand beside each other, and what waits on the phone is said and not yet counted. */
import { expect, test } from 'vitest'
import type { RecordRow } from '#modules/beats/reply.ts'
import type { Evidence } from '#modules/duties/duty.ts'
import { eightOnes } from '#modules/duties/eight.ts'
import type { Standing } from '#modules/duties/reply.ts'
import { stateOf } from '#modules/duties/state.ts'
import type { County, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Entry } from '#web/client/outbox-rules.ts'
import { foreseen, unsent } from './foreseen.ts'
import { inOrder, linesOf } from './week.ts'

const places = { county: '149901' as County, village: '149901100201' as PlaceCode, lane: '149901100201001001' as PlaceCode }
const me = { id: 'zhang' as PersonId, name: '张民警' }
const actor = {
  id: me.id,
  name: me.name,
  county: places.county,
  posts: [{ id: 'p' as never, role: 'police_officer' as const, place: places.village, department: null }],
}
/** A Wednesday. */
const today = '2026-06-03'
const names = { village: () => '河湾村委会', lane: () => '槐树巷' }

const duties = eightOnes.filter(({ code }) => ['day', 'households'].includes(code))
const standing = (evidence: readonly Evidence[], owed = duties): Standing => {
  const term = { person: me.id, place: places.village, since: '2026-05-01', until: null }
  const states = owed.map((duty) => stateOf(duty, term, evidence, { goals: [], leaves: [], local: {}, today }))
  return { ...term, name: me.name, placeName: '河湾村委会', states, due: 0, met: 0, leaves: [], insteadOf: null, questions: [] }
}

const entry = (order: number, command: object, id = `r${order}`): Entry => ({
  ...{ id: `c${order}`, person: me.id, kind: 'first', subject: { of: 'beats', id }, path: `/beats/records/${id}/commands`, photos: [] },
  ...{ body: { commandId: `c${order}`, command }, about: '', madeAt: `${today}T0${order}:00:00.000Z`, order, tries: 0, notBefore: null },
  ...{ state: 'waiting', refusal: null },
})
const visit = (house: string) => ({
  ...{ do: 'file', village: places.village, on: today },
  facts: { kind: 'visit', lane: places.lane, house, purpose: 'care', heard: '' },
})

test('a day each week and five households each day are both said, before anybody has gone', () => {
  expect(inOrder(linesOf(standing([]), duties, [], today))).toEqual([
    {
      duty: 'day',
      window: 'week',
      kind: 'villageDay',
      asked: 1,
      reached: 0,
      waiting: 0,
      unanswered: 0,
      until: '2026-06-07',
      state: 'open',
    },
    { duty: 'households', window: 'visit', kind: 'visit', asked: 5, reached: 0, waiting: 0, unanswered: 0, until: null, state: 'next' },
  ])
})

test('visits that wait on the phone open the day, each household once, and do not count before they have arrived', () => {
  const entries = [entry(1, visit('12')), entry(2, visit('13')), entry(3, visit('12'))]
  const waiting = unsent(entries, actor, names).map(({ record }) => record)
  expect(linesOf(standing([]), duties, waiting, today)).toMatchObject([
    { kind: 'villageDay', reached: 0, waiting: 1, state: 'open' },
    { kind: 'visit', asked: 5, reached: 0, waiting: 2, state: 'open' },
  ])
})

test('what has arrived counts', () => {
  const counts = (kind: Evidence['kind'], key: string | null): Evidence => ({
    ...{ id: `${kind}${key}`, kind, on: today, by: me.id, place: places.village, amount: 1, key, isGood: null, link: '' },
  })
  const evidence = [counts('villageDay', null), ...['1', '2', '3', '4', '5'].map((house) => counts('visit', house))]
  expect(linesOf(standing(evidence), duties, [], today)).toMatchObject([
    { kind: 'villageDay', reached: 1, state: 'done' },
    { kind: 'visit', reached: 5, asked: 5, state: 'done' },
  ])
})

test('a clue handed on is said to wait for its answer; once found useful it counts', () => {
  const owed = eightOnes.filter(({ code }) => code === 'clue')
  const handed: Evidence = {
    ...{ id: 'clue', kind: 'clue', on: today, by: me.id, place: places.village, amount: 1, key: null, isGood: null, link: '' },
  }
  const lines = (isGood: boolean | null) => linesOf(standing([{ ...handed, isGood }], owed), owed, [], today)
  expect(lines(null)).toMatchObject([
    { kind: 'clue', asked: 1, reached: 0, unanswered: 1, waiting: 0, state: 'open' },
    { kind: 'solved', reached: 0, unanswered: 0, state: 'open' },
  ])
  expect(lines(false)[0]).toMatchObject({ reached: 0, unanswered: 0, state: 'open' })
  expect(lines(true)[0]).toMatchObject({ reached: 1, unanswered: 0, state: 'done' })
})

test('what was tapped after it was written is foreseen on it, also before the record itself has arrived', () => {
  const keep = entry(2, { do: 'keep', on: today }, 'r1')
  const written = entry(1, { ...visit('12'), facts: { ...visit('12').facts, promised: '修灯' } })
  const [row] = foreseen([], [written, { ...keep, kind: 'command' }], actor, names)
  expect(row).toMatchObject({
    isPending: true,
    villageName: '河湾村委会',
    record: { facts: { promised: '修灯', keptOn: today }, version: 2 },
  })
})

test('a refused entry is not foreseen, and neither is what another person may not do', () => {
  expect(unsent([{ ...entry(1, visit('12')), state: 'refused' }], actor, names)).toEqual([])
  const theirs = { record: { ...foreseen([], [entry(1, visit('12'))], actor, names)[0]!.record, by: 'shui' as PersonId } }
  const row = { ...theirs, byName: '', villageName: '', laneName: null } as RecordRow
  expect(foreseen([row], [{ ...entry(2, { do: 'void', reason: 'x' }, 'r1'), kind: 'command' }], actor, names)[0]).toMatchObject({
    isPending: false,
    record: { voided: null },
  })
})
