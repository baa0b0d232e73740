import { expect, test } from 'vitest'
import { categories } from '#modules/categories/categories.ts'
import type { CommandId, MatterId, PlaceCode } from '#modules/kernel/ids.ts'
import { isRefusal } from '#modules/kernel/refusal.ts'
import type { Actor, Seat } from '#modules/people/actor.ts'
import { cast } from '#tests/cast.ts'
import { noon, type Who } from '#tests/server.ts'
import { type Asker, type Matter, openStatuses, type Status, statuses } from '../matter.ts'
import type { Command } from '../wire.ts'
import type { Event } from './event.ts'
import { blank, evolve } from './evolve.ts'
import { actions, decide, procedure, type Surroundings, whyNot } from './procedure.ts'
import { decideReport } from './report.ts'

const { people, places } = cast

const actor = (who: Who): Actor => {
  const { id, name, county, seat } = people[who]
  return { id, name, county, posts: seat ? [{ ...seat, id: `post of ${who}` as never }] : [] }
}
const staff = (who: Who): Asker => ({ as: 'staff', actor: actor(who) })
const reporter: Asker = { as: 'reporter' }
const clock: Asker = { as: 'system' }

const filled: Seat[] = Object.values(people).flatMap(({ seat, county }) => (seat && (county as string) === places.county ? [seat] : []))
const around = (at = noon, without: Who[] = []): Surroundings => ({
  at,
  category: categories.find(({ code }) => code === '0401')!,
  filled: filled.filter((seat) => !without.some((who) => people[who].seat === seat)),
  local: {},
  silenceDays: 7,
  reopenDays: 15,
  main: { id: 'main' as MatterId, status: 'waiting', number: '20260603-AAAAA' },
})
const later = (days: number) => new Date(Date.parse(noon) + days * 86_400_000).toISOString()

const happened = (answer: ReturnType<typeof decide>): Event => {
  if (isRefusal(answer)) throw new Error(answer.refused)
  return answer
}
const filed = (place: PlaceCode = places.lane): Matter => {
  const report = { commandId: 'c' as CommandId, id: 'm' as MatterId, place, category: '0401', words: '垃圾', source: 'web' as const }
  return evolve(blank(people.chief.county, 'm' as MatterId), happened(decideReport(report, reporter, around(), false)))
}
const then = (matter: Matter, command: Command, asker: Asker, at = noon) =>
  evolve(matter, happened(decide(matter, command, asker, around(at))))

const commands: Record<Command['do'], Command> = {
  accept: { do: 'accept' },
  settle: { do: 'settle', outcome: '清走了' },
  passUp: { do: 'passUp', reason: '要机械' },
  handDown: { do: 'handDown', role: 'village_official', place: places.village, words: '请先看' },
  handOver: { do: 'handOver', department: 'housing', words: '请处理' },
  refuse: { do: 'refuse', reason: '不归我们管', channel: '请打 12345' },
  apply: { do: 'apply', kind: 'extension', reason: '等配件', days: 3 },
  cancel: { do: 'cancel', application: 3 },
  grant: { do: 'grant', application: 3 },
  decline: { do: 'decline', application: 3, reason: '今天能办完' },
  order: { do: 'order', kind: 'urge', words: '请尽快', dueBy: '2026-06-05T09:00:00.000Z' },
  answer: { do: 'answer', order: 3, words: '明天完' },
  resume: { do: 'resume', reason: '配件到了' },
  tellPolice: { do: 'tellPolice', station: '东镇派出所', toldAt: noon },
  link: { do: 'link', to: 'main' as MatterId },
  unlink: { do: 'unlink', reason: '不是一件事' },
  comment: { do: 'comment', words: '知道了', isPublic: false },
  verify: { do: 'verify' },
  rate: { do: 'rate', rating: 5 },
  reopen: { do: 'reopen', reason: '没解决' },
  withdraw: { do: 'withdraw' },
  close: { do: 'close' },
}

const waiting = filed()
const working = then(waiting, commands.accept, staff('chief'))
const settled = then(working, commands.settle, staff('chief'))
const closed = then(settled, commands.verify, reporter)
const applied = (wish: Command) => then(working, wish, staff('chief'))
const suspended = then(
  applied({ do: 'apply', kind: 'suspension', reason: '等上冻', until: '2026-06-20' }),
  commands.grant,
  staff('official'),
)
const byStatus: Record<Status, Matter> = {
  waiting,
  working,
  settled,
  closed,
  refused: then(waiting, commands.refuse, staff('chief')),
  withdrawn: then(waiting, commands.withdraw, reporter),
  suspended,
  voided: then(applied({ do: 'apply', kind: 'voiding', reason: '误报' }), commands.grant, staff('official')),
  linked: then(waiting, commands.link, staff('chief')),
}
/** With everything open that some actions need: an application, an order, an emergency. */
const ready = (matter: Matter, action: Command['do']): Matter => ({
  ...matter,
  ...(['cancel', 'grant', 'decline'].includes(action) && { application: { ...applied(commands.apply).application!, id: 3 } }),
  ...(action === 'answer' && { orders: then(working, commands.order, staff('township')).orders }),
  ...(action === 'tellPolice' && { isEmergency: true }),
})
/** Somebody for whom nothing but the status could stand in the way. */
const best: Record<Command['do'], Asker> = {
  accept: staff('chief'),
  settle: staff('chief'),
  passUp: staff('chief'),
  handDown: staff('township'),
  handOver: staff('township'),
  refuse: staff('chief'),
  apply: staff('chief'),
  cancel: staff('chief'),
  grant: staff('official'),
  decline: staff('official'),
  order: staff('township'),
  answer: staff('chief'),
  resume: staff('chief'),
  tellPolice: staff('chief'),
  link: staff('chief'),
  unlink: staff('chief'),
  comment: staff('chief'),
  verify: reporter,
  rate: reporter,
  reopen: reporter,
  withdraw: reporter,
  close: clock,
}

test.each(actions.flatMap((action) => statuses.map((status) => ({ action, status }))))(
  '$action of what is $status',
  ({ action, status }) => {
    const allowed: readonly Status[] = procedure[action].from
    const refusal = whyNot(ready(byStatus[status], action), action, best[action], around(later(0)))

    if (allowed.includes(status)) expect(refusal).toBeUndefined()
    else expect(refusal).toEqual({ refused: 'matter.wrong_status', facts: { action, status } })
  },
)

const onlyTheHolder = ['accept', 'settle', 'passUp', 'refuse', 'apply', 'cancel', 'answer'] as const
const others: Who[] = [
  'nobody',
  'official',
  'gridWorker',
  'nextChief',
  'township',
  'housing',
  'centre',
  'administrator',
  'auditor',
  'farChief',
]

test.each(onlyTheHolder.flatMap((action) => others.map((who) => ({ action, who }))))(
  '$who may not $action what the lane chief holds',
  ({ action, who }) => {
    expect(decide(waiting, commands[action], staff(who), around())).toMatchObject({ refused: 'matter.not_holder' })
  },
)

test.each(onlyTheHolder)('neither the reporter nor the clock may %s', (action) => {
  expect(decide(waiting, commands[action], reporter, around())).toMatchObject({ refused: 'matter.not_holder' })
  expect(decide(waiting, commands[action], clock, around())).toMatchObject({ refused: 'matter.not_holder' })
})

test.each(['handDown', 'handOver'] as const)('%s: the seats above may, the lane and the neighbours may not', (action) => {
  const held = then(waiting, commands.passUp, staff('chief'))
  for (const who of ['westTownship', 'nextOfficial', 'chief', 'auditor', 'administrator', 'farCentre'] as const)
    expect(decide(held, commands[action], staff(who), around()), who).toHaveProperty('refused')
  for (const who of ['township', 'centre'] as const)
    expect(decide(waiting, commands[action], staff(who), around()), who).toHaveProperty('type')
})

test('passing up goes one level, and over an empty chair', () => {
  expect(then(waiting, commands.passUp, staff('chief'))).toMatchObject({ holderRole: 'village_official', status: 'waiting', worker: null })
  expect(happened(decide(waiting, commands.passUp, staff('chief'), around(noon, ['official'])))).toMatchObject({
    to: { role: 'township_officer' },
  })
})

test('at the top of the ladder there is nothing to pass up to, at the bottom nothing to hand down to', () => {
  const top = then(waiting, { do: 'handOver', department: 'housing', words: '请处理' }, staff('township'))

  expect(decide(top, commands.passUp, staff('housing'), around())).toMatchObject({ refused: 'matter.top_of_ladder' })
  expect(whyNot(waiting, 'handDown', staff('chief'), around())).toMatchObject({ refused: 'matter.bottom_of_ladder' })
})

test('handing down to where nobody sits, or over to a department without officers, is refused', () => {
  expect(decide(waiting, { ...commands.handDown, place: places.nextVillage } as Command, staff('township'), around())).toMatchObject({
    refused: 'matter.nobody_there',
  })
  expect(decide(waiting, { do: 'handOver', department: 'water', words: '请处理' }, staff('township'), around())).toMatchObject({
    refused: 'matter.nobody_there',
  })
})

test('whoever settled it does not verify it; the grid worker may', () => {
  expect(decide(settled, commands.verify, staff('chief'), around())).toMatchObject({ refused: 'matter.own_work' })
  expect(decide(settled, commands.verify, staff('gridWorker'), around())).toMatchObject({ type: 'verified' })
})

test('reopened within the window it goes back to the seat that settled it; after the window it does not', () => {
  expect(then(closed, commands.reopen, reporter, later(14))).toMatchObject({ status: 'waiting', holderRole: 'lane_chief', settledAt: null })
  expect(decide(closed, commands.reopen, reporter, around(later(16)))).toMatchObject({ refused: 'matter.window_over' })
  expect(happened(decide(closed, commands.reopen, reporter, around(later(1), ['chief'])))).toMatchObject({
    to: { role: 'village_official' },
  })
})

test('silence closes a settled matter after its time, not before', () => {
  expect(decide(settled, commands.close, clock, around(later(6)))).toMatchObject({ refused: 'matter.window_open' })
  expect(then(settled, commands.close, clock, later(7))).toMatchObject({ status: 'closed', silenceAt: null })
})

test('it is rated once', () => {
  expect(decide(then(closed, commands.rate, reporter), commands.rate, reporter, around())).toMatchObject({
    refused: 'matter.rated_already',
  })
})

test('a comment moves no clock', () => {
  const commented = then(working, commands.comment, reporter, later(1))

  expect({ ...commented, version: 0 }).toEqual({ ...working, version: 0 })
})

test('a move begins new promises at the new rung, and forgets who was working on it', () => {
  const moved = then(working, commands.passUp, staff('chief'), later(1))

  expect(moved.acceptBy > later(1)).toBe(true)
  expect(moved).toMatchObject({ worker: null, acceptedAt: null, dueBy: moved.acceptBy, movedVersion: moved.version })
})

test('what is waiting, working or suspended is due, what has ended is not', () => {
  for (const status of statuses) expect(byStatus[status].dueBy !== null).toBe(openStatuses.includes(status))
})

const complaint = (without: Who[] = []) => {
  const surroundings = { ...around(noon, without), category: { ...categories.find(({ code }) => code === '0507')!, department: 'police' } }
  const report = {
    commandId: 'c' as CommandId,
    id: 'm' as MatterId,
    place: places.lane,
    category: '0507',
    words: '态度差',
    source: 'web' as const,
  }
  return {
    report,
    surroundings,
    matter: evolve(blank(people.chief.county, 'm' as MatterId), happened(decideReport(report, reporter, surroundings, false))),
  }
}

test('a complaint about somebody in office goes to the department at once, around everybody below (信访工作条例 art. 30)', () => {
  expect(complaint().matter).toMatchObject({ holderRole: 'department_officer', holderDepartment: 'police', goesAround: true })
  expect(complaint(['police']).matter).toMatchObject({ holderRole: 'centre_officer' })
})

test('it is neither handed down nor settled on the spot', () => {
  const { matter, report, surroundings } = complaint()

  expect(decide(matter, commands.handDown, staff('police'), surroundings)).toMatchObject({ refused: 'matter.goes_around' })
  expect(decideReport({ ...report, source: 'web', outcome: '说过了' } as typeof report, staff('chief'), surroundings, false)).toMatchObject(
    { refused: 'matter.goes_around' },
  )
})
