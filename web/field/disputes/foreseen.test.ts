import { expect, test } from 'vitest'
import type { DisputeFile } from '#modules/disputes/reply.ts'
import { firstTable } from '#modules/disputes/rules/allowance.ts'
import type { Command } from '#modules/disputes/wire.ts'
import type { County, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import { refuse } from '#modules/kernel/refusal.ts'
import type { Actor } from '#modules/people/actor.ts'
import type { Entry } from '#web/client/outbox-rules.ts'
import { foresee } from './foreseen.ts'
import { fileOfEntry } from './unsent-file.ts'

const committee = '140826100201' as PlaceCode
const hua: Actor = {
  ...{ id: 'hua' as PersonId, name: '华调解', county: '140826' as County },
  posts: [{ id: 'p1' as never, role: 'mediator', place: committee, department: null }],
}
const entry = (order: number, body: Entry['body'], change: Partial<Entry> = {}): Entry => ({
  ...{ id: `c${order}`, person: 'hua', kind: 'command', subject: { of: 'disputes', id: 'd1' }, path: '', body, photos: [], about: '' },
  ...{ madeAt: `2026-06-03T04:0${order}:00.000Z`, order, tries: 0, notBefore: null, state: 'waiting', refusal: null },
  ...change,
})
const command = (order: number, given: Command, change: Partial<Entry> = {}) => entry(order, { command: given }, change)

const registration = entry(
  0,
  {
    ...{ commandId: 'c0', id: 'd1', committee, place: `${committee}001`, source: 'application', type: '0201', scale: '01' },
    ...{ occurredOn: '2026-06-01', involved: 2, summary: '滴水', wish: '', isDifficult: false },
    parties: [
      { id: 'li', kind: 'person', side: 'applicant', identity: { name: '李大山' } },
      { id: 'zhao', kind: 'person', side: 'respondent', identity: { name: '赵小河' } },
    ],
  },
  { kind: 'first' },
)
const known = { types: [], committees: [], placeName: '' }
const file = fileOfEntry(registration, hua, known) as DisputeFile

test('a file registered without signal is there to go on with, for whoever sits on its committee', () => {
  expect(file).toMatchObject({ number: '', title: '李大山、赵小河', dispute: { status: 'registered', serial: 0, mediators: ['hua'] } })
  expect(file.around).toMatchObject({ members: ['hua'], table: firstTable })
  expect(foresee(file, [registration], hua)).toMatchObject({ isPending: true, events: [{ type: 'registered' }] })
})

test('who does not sit on the committee has no file of it, sent or not', () => {
  const official: Actor = { ...hua, posts: [{ ...hua.posts[0]!, role: 'village_official' }] }
  expect(fileOfEntry(registration, official, known)).toBeUndefined()
})

test('what waits is shown as done, in its order, with the names it brings', () => {
  const waiting = [
    command(1, { do: 'inform', party: 'li', on: '2026-06-03' }),
    command(2, { do: 'consent', party: 'li', wantsOpen: false }),
    command(3, { do: 'amendParty', party: 'zhao', side: 'respondent', identity: { name: '赵小禾' } }),
    command(4, { do: 'addParty', party: { id: 'sun', kind: 'person', side: 'third', identity: { name: '孙三' } } }),
  ]
  const seen = foresee(file, waiting, hua)

  expect(seen.dispute.parties.map(({ id, isWilling }) => [id, isWilling])).toEqual([
    ['li', true],
    ['zhao', null],
    ['sun', null],
  ])
  expect([seen.identities['zhao']?.name, seen.identities['sun']?.name]).toEqual(['赵小禾', '孙三'])
  expect(seen.events.filter(({ isPending }) => isPending)).toHaveLength(4)
})

test('what was refused, what the rules would refuse, and what the server has already is not foreseen', () => {
  const inform = command(1, { do: 'inform', party: 'li', on: '2026-06-03' })
  const refused = { ...inform, state: 'refused', refusal: refuse('dispute.wrong_status') } as const
  const tooEarly = command(2, { do: 'accept' })
  const there = { ...file, events: [...file.events, { ...file.events[0]!, commandId: inform.id as never }] }

  expect(foresee(file, [refused], hua).events).toHaveLength(1)
  expect(foresee(file, [tooEarly], hua).dispute.status).toBe('registered')
  expect(foresee(there, [inform], hua).events).toHaveLength(2)
  expect(foresee(file, [{ ...inform, subject: { of: 'disputes', id: 'other' } }], hua).events).toHaveLength(1)
})
