import { expect, test } from 'vitest'
import { categories } from '#modules/categories/categories.ts'
import type { Category } from '#modules/categories/category.ts'
import type { County, MatterId, PersonId, PlaceCode, PostId } from '#modules/kernel/ids.ts'
import type { Matter } from '#modules/matters/matter.ts'
import type { FilledSeat, MatterFile } from '#modules/matters/reply.ts'
import { blank } from '#modules/matters/rules/evolve.ts'
import type { Command } from '#modules/matters/wire.ts'
import type { Actor } from '#modules/people/actor.ts'
import type { Entry } from '#web/client/outbox-rules.ts'
import { foresee } from './foreseen.ts'

const lane = '149901100201001001' as PlaceCode
const village = '149901100201' as PlaceCode
const now = '2026-11-23T06:00:00.000Z'

const chief: Actor = {
  id: 'p1' as PersonId,
  county: '149901' as County,
  name: '陈守义',
  posts: [{ id: 'o1' as PostId, role: 'lane_chief', place: lane, department: null }],
}
const matter: Matter = {
  ...blank(chief.county, 'm1' as MatterId),
  place: lane,
  holderRole: 'lane_chief',
  holderPlace: lane,
  version: 1,
  movedVersion: 1,
}
const official: FilledSeat = { role: 'village_official', place: village, department: null, placeName: '上庄村', names: ['郑国庆'] }

const file: MatterFile = {
  row: { matter, number: '', categoryName: '', placeName: '', holderName: '一巷', workerName: null, photos: 0 },
  path: [],
  events: [],
  watch: null,
  duplicates: [],
  main: null,
  around: { category: categories.find(({ parent }) => parent) as Category, filled: [official], local: {}, silenceDays: 7, reopenDays: 15 },
  contact: null,
}

const waiting = (order: number, command: Command, given: Partial<Entry> = {}): Entry => ({
  id: `c${order}`,
  person: chief.id,
  kind: 'command',
  subject: { of: 'matters', id: 'm1' },
  path: '',
  body: { command },
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
const see = (...entries: Entry[]) => foresee(file, entries, chief, ({ placeName }) => placeName, categories)

test('what waits is shown as if it had happened, marked as waiting', () => {
  const { matter, events, isPending } = see(waiting(1, { do: 'accept' }), waiting(2, { do: 'settle', outcome: '已修好' }))

  expect(matter).toMatchObject({ status: 'settled', outcome: '已修好', version: 3 })
  expect(events.map(({ type, isPending }) => [type, isPending])).toEqual([
    ['accepted', true],
    ['settled', true],
  ])
  expect(isPending).toBe(true)
})

test('a matter passed up is shown with the seat it will go to', () => {
  const { matter, holderName } = see(waiting(1, { do: 'passUp', reason: '需要专业部门' }))

  expect(matter).toMatchObject({ status: 'waiting', holderRole: 'village_official', holderPlace: village })
  expect(holderName).toBe('上庄村')
})

test('what was refused, what the rules refuse, and what is another matter’s changes nothing', () => {
  const seen = see(
    waiting(1, { do: 'accept' }, { state: 'refused' }),
    waiting(2, { do: 'verify' }),
    waiting(3, { do: 'accept' }, { subject: { of: 'matters', id: 'm2' } }),
  )

  expect(seen.matter).toEqual(matter)
  expect(seen.isPending).toBe(false)
})

test('what the file already has is not counted twice', () => {
  const happened = { ...see(waiting(1, { do: 'accept' })).events[0]!, isPending: false }
  const seen = foresee({ ...file, events: [happened] }, [waiting(1, { do: 'accept' })], chief, () => '', categories)

  expect(seen.events).toHaveLength(1)
})

const granter: Actor = {
  id: 'p2' as PersonId,
  county: chief.county,
  name: '郑国庆',
  posts: [{ id: 'o2' as PostId, role: 'village_official', place: village, department: null }],
}
const working: Matter = { ...matter, status: 'working', settleBy: '2026-11-24T06:00:00.000Z', dueBy: '2026-11-24T06:00:00.000Z' }
const seenBy = (actor: Actor, of: Matter, ...entries: Entry[]) =>
  foresee({ ...file, row: { ...file.row, matter: of } }, entries, actor, ({ placeName }) => placeName, categories)

test('an application made without signal stands in the file with who will decide it', () => {
  const { matter, events } = seenBy(chief, working, waiting(1, { do: 'apply', kind: 'extension', days: 3, reason: '等灯杆' }))

  expect(matter.application).toMatchObject({ kind: 'extension', days: 3, decider: { role: 'village_official', place: village } })
  expect(events[0]).toMatchObject({ type: 'applied', deciderName: '上庄村', isPending: true })
})

const asked = (wish: Command): Matter => seenBy(chief, working, waiting(1, wish)).matter

test('what is granted without signal has its consequence at once', () => {
  const extended = asked({ do: 'apply', kind: 'extension', days: 3, reason: '等灯杆' })
  const { matter } = seenBy(granter, extended, waiting(1, { do: 'grant', application: extended.application?.id ?? 0 }))

  expect(matter.application).toBeNull()
  expect(matter.settleBy > working.settleBy).toBe(true)
})

test('another category is granted by the catalogue on the phone, to the seat that is next for it', () => {
  const other = categories.find(({ goesAround }) => goesAround) as Category
  const renamed = asked({ do: 'apply', kind: 'reclassification', category: other.code, reason: '说的是干部' })
  const { matter, events } = seenBy(granter, renamed, waiting(1, { do: 'grant', application: renamed.application?.id ?? 0 }))

  expect(matter).toMatchObject({ category: other.code, goesAround: true, holderRole: 'centre_officer' })
  expect(events[0]).toMatchObject({ type: 'granted' })
})

test('an order that was answered without signal is no longer open', () => {
  const ordered: Matter = {
    ...working,
    orders: [
      {
        id: 7,
        kind: 'urge',
        by: granter.id,
        from: { role: 'village_official', place: village, department: null },
        at: now,
        words: '抓紧',
        dueBy: now,
        isLate: true,
      },
    ],
  }

  expect(seenBy(chief, ordered, waiting(1, { do: 'answer', order: 7, words: '明天办完' })).matter.orders).toEqual([])
})
