import fc from 'fast-check'
import { expect, test } from 'vitest'
import { categories } from '#modules/categories/categories.ts'
import type { MatterId, PlaceCode } from '#modules/kernel/ids.ts'
import { type Seat, sameSeat } from '#modules/people/actor.ts'
import { cast } from '#tests/cast.ts'
import { noon } from '#tests/server.ts'
import { holderOf, isOpen, type Matter, type Status } from '../matter.ts'
import { blank, evolve } from './evolve.ts'
import { firstSeat } from './ladder.ts'
import { moved } from './resettle.ts'

const { people, places } = cast
const later = (hours: number) => new Date(Date.parse(noon) + hours * 3_600_000).toISOString()
const seat = (role: Seat['role'], place: PlaceCode): Seat => ({ role, place, department: null })
const now = '149901101209001001' as PlaceCode
const chief = seat('lane_chief', now)
const official = seat('village_official', '149901101209' as PlaceCode)
const category = categories.find(({ code }) => code === '0401')!

const matter = (status: Status, change: Partial<Matter> = {}): Matter => ({
  ...blank(people.chief.county, 'm' as MatterId),
  ...{ place: places.lane, category: '0401', status, holderRole: 'lane_chief', holderPlace: places.lane },
  ...{ worker: status === 'waiting' ? null : people.chief.id, acceptBy: later(-20), settleBy: later(30), version: 4, movedVersion: 2 },
  ...{ acceptedAt: status === 'waiting' ? null : later(-21) },
  dueBy: status === 'working' ? later(30) : status === 'waiting' ? later(-20) : status === 'suspended' ? later(90) : null,
  silenceAt: status === 'settled' ? later(60) : null,
  pause:
    status === 'suspended'
      ? {
          ...{ from: 'working', since: noon, until: later(90) },
          ...{ acceptLeft: { minutes: 0, runs: 'working' }, settleLeft: { minutes: 60, runs: 'working' } },
        }
      : null,
  ...change,
})
const go = (before: Matter, filled: readonly Seat[], sits: readonly Seat[], place: PlaceCode = now) => {
  const asked = { at: noon, category, local: {}, filled, place, sits: (wanted: Seat) => sits.some((each) => sameSeat(each, wanted)) }
  return evolve(before, moved(before, asked))
}

test('who comes along goes on where they were: the same promises, the same person, nothing to accept again', () => {
  const before = matter('working')
  const after = go(before, [chief], [chief])

  expect(after).toMatchObject({ ...before, place: now, holderPlace: now, version: 5, lateAt: before.settleBy, nextAt: before.settleBy })
  expect(after.movedVersion).toBe(before.movedVersion)
})

test('others in the seat accept it first, and get no more time to settle it', () => {
  const after = go(matter('working'), [chief, official], [])

  expect(after).toMatchObject({
    status: 'waiting',
    worker: null,
    settleBy: later(30),
    holderRole: 'lane_chief',
    holderPlace: now,
    acceptedAt: null,
  })
  expect(after.dueBy! > noon && after.dueBy! <= later(30)).toBe(true)
})

test('where nobody sits in that seat it goes to the first above, and what was waiting late stays late', () => {
  const after = go(matter('waiting', { lateSince: later(-20) }), [official], [])

  expect(after).toMatchObject({ holderRole: 'village_official', holderPlace: '149901101209', dueBy: later(-20), lateAt: later(-20) })
})

test('a lane that is abolished into a village leaves its matters with the village’s official', () => {
  const village = '149901101209' as PlaceCode

  expect(go(matter('working'), [official], [], village)).toMatchObject({
    place: village,
    ...{ holderRole: 'village_official', settleBy: later(30) },
  })
})

test('a suspended matter stays suspended; when it goes on, whoever has it now accepts it', () => {
  expect(go(matter('suspended'), [official], [])).toMatchObject({
    status: 'suspended',
    dueBy: later(90),
    worker: null,
    pause: { from: 'waiting' },
  })
  expect(go(matter('suspended'), [chief], [chief])).toMatchObject({
    status: 'suspended',
    worker: people.chief.id,
    pause: { from: 'working' },
  })
})

test('who decides an application, and who waits for an answer, is found at the new place', () => {
  const from = seat('lane_chief', places.lane)
  const application = {
    ...{ id: 3, kind: 'extension' as const, by: people.chief.id, from, at: noon, reason: '等配件', decideBy: later(8) },
    ...{ decider: seat('village_official', places.village), days: 3, until: null, category: null },
  }
  const order = {
    id: 4,
    kind: 'urge' as const,
    by: people.official.id,
    from: seat('village_official', places.village),
    at: noon,
    words: '快',
    dueBy: later(9),
    isLate: false,
  }
  const after = go(matter('working', { application, orders: [order] }), [chief], [chief])

  expect([after.application?.from, after.application?.decider, after.orders[0]?.from]).toEqual([chief, official, official])
})

test('a department keeps what it has', () => {
  const before = matter('working', { holderRole: 'department_officer', holderPlace: places.county, holderDepartment: 'city' })

  expect(go(before, [], [])).toMatchObject({ ...before, place: now, version: 5, lateAt: before.settleBy, nextAt: before.settleBy })
})

test('whatever it is and whoever sits where: it is as open as before, at the new place, with no more time, in a seat there that is filled or the county’s', () => {
  const status = fc.constantFrom<Status>('waiting', 'working', 'suspended', 'settled')
  fc.assert(
    fc.property(status, fc.subarray([chief, official]), fc.boolean(), (status, filled, comes) => {
      const before = matter(status)
      const after = go(before, filled, comes ? [chief] : [])
      expect([after.place, isOpen(after), after.settleBy, after.silenceAt]).toEqual([
        now,
        isOpen(before),
        before.settleBy,
        before.silenceAt,
      ])
      expect((after.dueBy ?? '') <= (before.dueBy && before.dueBy > before.settleBy ? before.dueBy : before.settleBy)).toBe(true)
      if (status !== 'settled')
        expect(filled.some((each) => sameSeat(each, holderOf(after))) || sameSeat(holderOf(after), firstSeat(now, category, filled))).toBe(
          true,
        )
    }),
  )
})
