import { expect, test } from 'vitest'
import { categories } from '#modules/categories/categories.ts'
import { dueAfter, minutesBetween, workingDay } from '#modules/kernel/calendar.ts'
import type { CommandId, Instant, MatterId } from '#modules/kernel/ids.ts'
import { isRefusal } from '#modules/kernel/refusal.ts'
import type { Actor, Seat } from '#modules/people/actor.ts'
import { cast } from '#tests/cast.ts'
import { noon, type Who } from '#tests/server.ts'
import { type Asker, holderOf, type Matter, statuses } from '../matter.ts'
import type { Command } from '../wire.ts'
import { clocks, tick, vacated } from './clock.ts'
import type { Event } from './event.ts'
import { blank, evolve } from './evolve.ts'
import { decide, type Surroundings } from './procedure.ts'
import { decideReport } from './report.ts'

const { people, places } = cast
const filled: Seat[] = Object.values(people).flatMap(({ seat, county }) => (seat && (county as string) === places.county ? [seat] : []))
const category = categories.find(({ code }) => code === '0401')!

const around = (at: Instant, change: Partial<Surroundings> = {}): Surroundings => ({
  ...{ at, category, filled, local: {}, silenceDays: 7, reopenDays: 15 },
  ...change,
})
const staff = (who: Who): Asker => {
  const { id, name, county, seat } = people[who]
  const actor: Actor = { id, name, county, posts: seat ? [{ ...seat, id: `post of ${who}` as never }] : [] }
  return { as: 'staff', actor }
}
const happened = (answer: ReturnType<typeof decide>): Event => {
  if (isRefusal(answer)) throw new Error(answer.refused)
  return answer
}
const filed = (change: Partial<Surroundings> = {}): Matter => {
  const report = {
    commandId: 'c' as CommandId,
    id: 'm' as MatterId,
    place: places.lane,
    category: '0401',
    words: '垃圾',
    source: 'web' as const,
  }
  return evolve(
    blank(people.chief.county, 'm' as MatterId),
    happened(decideReport(report, { as: 'reporter' }, around(noon, change), false)),
  )
}
const then = (matter: Matter, command: Command, who: Who, at = noon) =>
  evolve(matter, happened(decide(matter, command, staff(who), around(at))))

/** Lets the clock do everything that is due by an instant; what it did, in order. */
function run(matter: Matter, until: Instant, change: Partial<Surroundings> = {}): { matter: Matter; did: Event[] } {
  const did: Event[] = []
  let now = matter
  for (let next = now.nextAt; next !== null && next <= until; next = now.nextAt) {
    const event = tick(now, around(next, change))
    if (!event) throw new Error(`nothing to do at ${next}`)
    did.push(event)
    now = evolve(now, event)
    if (did.length > 50) throw new Error('never ends')
  }
  return { matter: now, did }
}
const days = (count: number) => new Date(Date.parse(noon) + count * 86_400_000).toISOString()

test('the holder is reminded once, when a quarter of the time is left, and of the second promise again', () => {
  const waiting = filed()
  const { matter, did } = run(waiting, waiting.remindAt!)

  expect(did).toMatchObject([{ type: 'reminded', what: 'accept', dueBy: waiting.acceptBy }])
  expect(matter).toMatchObject({ remindAt: null, dueBy: waiting.acceptBy, status: 'waiting' })
  const left = minutesBetween(waiting.remindAt!, waiting.acceptBy, 'working')
  expect(left / minutesBetween(noon, waiting.acceptBy, 'working')).toBeCloseTo(0.25, 1)
  const working = then(matter, { do: 'accept' }, 'chief')
  expect(run(working, working.remindAt!).did).toMatchObject([{ type: 'reminded', what: 'settle', dueBy: working.settleBy }])
})

test('a promise that passes takes it up one step with promises of its own, step by step to the county centre, where it stays', () => {
  const { matter, did } = run(filed(), days(60))

  expect(did.filter(({ type }) => type !== 'reminded').map((event) => ('to' in event ? (event.to as Seat).role : event.type))).toEqual([
    'village_official',
    'township_officer',
    'centre_officer', // no one sits in the cast's department of urban management
    'overdue',
  ])
  expect(matter).toMatchObject({ lateSince: filed().acceptBy, lateAt: filed().acceptBy, isOverdue: true, nextAt: null, status: 'waiting' })
})

test('it stays on the lists of the late until it is settled, however new the promise of the next seat is', () => {
  const at = filed().acceptBy
  const { matter } = run(filed(), at)
  const settled = then(matter, { do: 'settle', outcome: '清走了' }, 'official', at)

  expect(matter.dueBy! > at).toBe(true)
  expect(matter.lateAt).toBe(at)
  expect(settled).toMatchObject({ lateAt: null, lateSince: matter.lateSince })
})

test('an empty seat is passed over; the last promise of a short ladder is told where it is', () => {
  const withoutTown = filled.filter(({ role }) => role !== 'township_officer' && role !== 'village_official')
  const { did } = run(filed(), days(60), { filled: withoutTown })
  expect(did.filter(({ type }) => type === 'lapsed').map((event) => 'to' in event && (event.to as Seat).role)).toEqual(['centre_officer'])

  const short = { ...category, ladder: ['lane_chief', 'village_official'] as const }
  const low = run(filed({ category: short }), days(60), { category: short })
  expect(low.matter).toMatchObject({ holderRole: 'village_official', isOverdue: true })
  expect(low.did.at(-1)).toMatchObject({ type: 'overdue' })
})

test('a comment, a photo and an order move no clock', () => {
  const working = then(filed(), { do: 'accept' }, 'chief')
  for (const command of [
    { do: 'comment', words: '催一下', isPublic: false },
    { do: 'order', kind: 'urge', words: '请抓紧', dueBy: days(2) },
  ] as const) {
    const { acceptBy, settleBy, dueBy, remindAt } = then(working, command, 'township')
    expect({ acceptBy, settleBy, dueBy, remindAt }).toEqual({
      acceptBy: working.acceptBy,
      settleBy: working.settleBy,
      dueBy: working.dueBy,
      remindAt: working.remindAt,
    })
  }
})

const suspended = (until: string, at = noon) => {
  const working = then(filed(), { do: 'accept' }, 'chief')
  const wished = then(working, { do: 'apply', kind: 'suspension', reason: '等上冻', until }, 'chief', at)
  return { working, matter: then(wished, { do: 'grant', application: wished.application!.id }, 'official', at) }
}

test.each(['2026-06-08', '2026-06-20', '2026-09-30'])('a suspension until %s costs no time: what was left is left', (until) => {
  const at = days(0.02)
  const { working, matter } = suspended(until, at)
  const resumed = run(matter, days(150)).did[0]!

  expect(matter).toMatchObject({ status: 'suspended', remindAt: null })
  expect(resumed).toMatchObject({ type: 'resumed', why: 'time' })
  const after = evolve(matter, resumed)
  expect(minutesBetween(resumed.at, after.settleBy, 'working')).toBe(Math.round(minutesBetween(at, working.settleBy, 'working')))
  expect(after).toMatchObject({ status: 'working', worker: working.worker, pause: null })
})

test('the clock stands still exactly where the table says so', () => {
  const working = then(filed(), { do: 'accept' }, 'chief')
  for (const status of statuses) {
    const late: Matter = { ...working, status, dueBy: noon, isOverdue: false, pause: suspended('2026-06-20').matter.pause, silenceAt: null }
    const event = tick(late, around(days(1)))
    expect(event?.type === 'lapsed' || event?.type === 'overdue', status).toBe(clocks[status] === 'accept' || clocks[status] === 'settle')
  }
})

test('an extension counts from the promise, and from now once that has passed', () => {
  const working = then(filed(), { do: 'accept' }, 'chief')
  const wished = then(working, { do: 'apply', kind: 'extension', reason: '等配件', days: 3 }, 'chief')
  const granted = then(wished, { do: 'grant', application: wished.application!.id }, 'official')

  expect(granted.settleBy).toBe(dueAfter(working.settleBy, { minutes: 3 * workingDay, runs: 'working' }))
  expect(granted).toMatchObject({ dueBy: granted.settleBy, application: null, status: 'working' })
  const late = then(wished, { do: 'grant', application: wished.application!.id }, 'official', days(20))
  expect(late.settleBy).toBe(dueAfter(days(20), { minutes: 3 * workingDay, runs: 'working' }))
})

test('an application that nobody decides goes one above, and is declined where nobody is above: nothing hangs', () => {
  const working = { ...then(filed(), { do: 'accept' }, 'chief'), settleBy: days(100), dueBy: days(100), remindAt: null }
  const wished = then(working, { do: 'apply', kind: 'voiding', reason: '误报' }, 'chief')
  const { matter, did } = run(wished, days(60))

  expect(did.map((event) => (event.type === 'applicationMoved' ? event.decider.role : event.type))).toEqual([
    'township_officer',
    'centre_officer',
    'declined',
  ])
  expect(matter).toMatchObject({ application: null, status: 'working' })
})

test('an application ends when the matter moves on', () => {
  const wished = then(then(filed(), { do: 'accept' }, 'chief'), { do: 'apply', kind: 'extension', reason: '等配件', days: 3 }, 'chief')

  expect(then(wished, { do: 'passUp', reason: '要机械' }, 'chief').application).toBeNull()
})

test('giving it back ("not ours") brings it to who agreed; a new category begins new promises at a seat of its ladder', () => {
  const back = then(filed(), { do: 'apply', kind: 'notOurs', reason: '是电力的线' }, 'chief')
  expect(holderOf(then(back, { do: 'grant', application: back.application!.id }, 'official'))).toEqual(people.official.seat)

  const other = categories.find(({ code }) => code === '0107')!
  const wrong = then(filed(), { do: 'apply', kind: 'reclassification', reason: '是家里动手', category: '0107' }, 'chief')
  const answer = decide(wrong, { do: 'grant', application: wrong.application!.id }, staff('official'), { ...around(noon), other })
  expect(evolve(wrong, happened(answer))).toMatchObject({
    category: '0107',
    holderRole: 'police_officer',
    isEmergency: true,
    departments: [other.department], // told at once, like every other level
    seenBy: other.ladder,
  })
})

test('an order that nobody answers is told once to whoever gave it; an answer ends it', () => {
  const ordered = then(
    { ...then(filed(), { do: 'accept' }, 'chief'), dueBy: days(100), remindAt: null },
    { do: 'order', kind: 'supervise', words: '请说明', dueBy: days(1) },
    'township',
  )
  const { matter, did } = run(ordered, days(3))

  expect(did).toMatchObject([{ type: 'orderLapsed', order: ordered.orders[0]!.id }])
  expect(matter.orders).toMatchObject([{ isLate: true }])
  expect(then(matter, { do: 'answer', order: matter.orders[0]!.id, words: '明天完' }, 'chief').orders).toEqual([])
})

test('an order given while the work rests is late as any other, and ends with its answer', () => {
  const { matter } = suspended('2026-09-30')
  const ordered = then(matter, { do: 'order', kind: 'urge', words: '还要等吗', dueBy: days(1) }, 'township')
  const { matter: after, did } = run(ordered, days(3))

  expect(did).toMatchObject([{ type: 'orderLapsed', order: ordered.orders[0]!.id }])
  expect(after).toMatchObject({ status: 'suspended', orders: [{ isLate: true }], nextAt: matter.dueBy })
  expect(then(after, { do: 'answer', order: after.orders[0]!.id, words: '要等' }, 'chief')).toMatchObject({
    status: 'suspended',
    orders: [],
  })
})

test('what was suspended when its holder left stays so at the next seat, which accepts it when it goes on', () => {
  const { matter } = suspended('2026-06-20')
  const empty = { filled: filled.filter(({ role }) => role !== 'lane_chief' && role !== 'grid_worker') }
  const moved = evolve(matter, vacated(matter, false, around(days(1), empty)))

  expect(moved).toMatchObject({ status: 'suspended', holderRole: 'village_official', worker: null, dueBy: matter.dueBy, remindAt: null })
  const resumed = evolve(moved, run(moved, days(30), empty).did[0]!)
  expect(resumed).toMatchObject({ status: 'waiting', holderRole: 'village_official', pause: null })
  expect(minutesBetween(matter.dueBy!, resumed.acceptBy, 'working')).toBe(category.limits.village.accept.minutes)
  expect(minutesBetween(matter.dueBy!, resumed.settleBy, 'working')).toBe(matter.pause!.settleLeft.minutes)
})

test('whoever is not above neither decides nor orders; nobody decides their own application', () => {
  const wished = then(then(filed(), { do: 'accept' }, 'chief'), { do: 'apply', kind: 'extension', reason: '等配件', days: 3 }, 'chief')
  const grant = { do: 'grant', application: wished.application!.id } as const
  for (const who of [
    'chief',
    'gridWorker',
    'nextOfficial',
    'westTownship',
    'housing',
    'villagePolice',
    'administrator',
    'auditor',
    'farCentre',
  ] as const) {
    expect(decide(wished, grant, staff(who), around(noon)), who).toMatchObject({ refused: 'matter.not_above' })
    expect(decide(wished, { do: 'order', kind: 'urge', words: '快', dueBy: days(1) }, staff(who), around(noon)), who).toMatchObject({
      refused: 'matter.not_above',
    })
  }
  expect(decide(wished, { ...grant, application: 99 }, staff('official'), around(noon))).toMatchObject({ refused: 'matter.no_application' })
})

test('wishes that say too little are refused', () => {
  const working = then(filed(), { do: 'accept' }, 'chief')
  const wish = (more: object) => decide(working, { do: 'apply', reason: '…', ...more } as Command, staff('chief'), around(noon))
  expect(wish({ kind: 'extension' })).toMatchObject({ refused: 'matter.wish_incomplete', facts: { field: 'days' } })
  for (const until of [undefined, '2026-06-03', '2020-01-01', '2027-06-03'])
    expect(wish({ kind: 'suspension', until })).toMatchObject({ facts: { field: 'until' } })
  for (const code of [undefined, '0401'])
    expect(wish({ kind: 'reclassification', category: code })).toMatchObject({ facts: { field: 'category' } })
  expect(decide(filed(), { do: 'apply', kind: 'extension', reason: '…', days: 2 }, staff('chief'), around(noon))).toMatchObject({
    refused: 'matter.accept_first',
  })
})
