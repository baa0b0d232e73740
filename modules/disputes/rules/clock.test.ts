/** What the clock reminds of, each thing once, and never because somebody commented. */
import { expect, test } from 'vitest'
import { startOf } from '#modules/kernel/calendar.ts'
import type { Instant } from '#modules/kernel/ids.ts'
import { as, byParty, commands, day, days, inTurn, next, stages, zhang } from '#tests/mediation.ts'
import type { Dispute } from '../dispute.ts'
import { dueNow, nextAt, pending } from './clock.ts'
import { evolve } from './evolve.ts'

const { registered, mediating, agreed, performing, performed, failed, closed, archived } = stages

/** Lets the clock say everything until an instant, at the times it asked for: what, and on which day. */
function run(dispute: Dispute, until: Instant): string[] {
  const said: string[] = []
  let now = dispute
  for (let at = now.nextAt; at !== null && at <= until; at = now.nextAt) {
    const due = dueNow(now, at)
    if (due.length === 0) throw new Error(`nothing to say at ${at}`)
    for (const { key, what, on } of due) {
      said.push(`${what} ${on}`)
      now = evolve(now, { by: null, as: 'system', at, type: 'reminded', key, what, on })
    }
    if (said.length > 50) throw new Error('never ends')
  }
  return said
}
const year = days(365)

test('a file that nobody accepts is reminded of after three days', () => {
  expect(run(registered, year)).toEqual([`acceptLate ${day(3)}`])
})

test('thirty days to settle: three days before, and when they are over', () => {
  expect(run(mediating, year)).toEqual([`settleSoon ${day(27)}`, `settleLate ${day(31)}`])
  expect(run(agreed, year)).toEqual(run(mediating, year))
})

test('a file that is extended is reminded of its new day', () => {
  const late = run(mediating, days(28))
  const extended = next(mediating, { ...commands.extend, until: day(60) })

  expect(late).toEqual([`settleSoon ${day(27)}`])
  expect(run(extended, year)).toEqual([`settleSoon ${day(57)}`, `settleLate ${day(61)}`])
})

test('art. 31, art. 33: a promise before and after its day, the court ten and three days before the last, a visit after fifteen', () => {
  // It binds from 3 June: the last day for the court is 3 July; the promise is for 13 June.
  expect(run(performing, year)).toEqual([
    ...['termSoon 2026-06-10', 'termLate 2026-06-14', 'revisit 2026-06-18', 'courtSoon 2026-06-23', 'courtSoon 2026-06-30'],
  ])
})

test('each is said in the morning of its day', () => {
  expect(performing.nextAt).toBe(startOf('2026-06-10'))
})

test('nobody is reminded of the court after it was asked, for an oral agreement, or once everything is performed', () => {
  const withoutCourt = (dispute: Dispute) => expect(run(dispute, year).filter((said) => said.startsWith('courtSoon'))).toEqual([])

  withoutCourt(next(performing, commands.askCourt))
  withoutCourt(next(mediating, { ...commands.agree, form: 'oral' }))
  withoutCourt(performed)
})

test('a paper that comes into the file late is reminded of once, and not of a time that is over', () => {
  const scanned = (count: number) => next(agreed, { ...commands.sign, on: day(0) }, as('mediator'), days(count))
  const ofCourt = (dispute: Dispute) => run(dispute, year).filter((said) => said.startsWith('courtSoon'))

  expect(ofCourt(scanned(0))).toHaveLength(2)
  expect(dueNow(scanned(28), days(28)).map(({ what, on }) => `${what} ${on}`)).toEqual([
    ...['termLate 2026-06-14', 'revisit 2026-06-18', 'courtSoon 2026-06-30'],
  ])
  expect(ofCourt(scanned(31))).toEqual([])
})

test('a clock that stood still says the last word of each thing, not all of them', () => {
  expect(dueNow(mediating, days(40)).map(({ what }) => what)).toEqual(['settleLate'])
  expect(run({ ...mediating, nextAt: days(40) }, days(40))).toEqual([`settleLate ${day(31)}`])
})

test('a kept promise is not reminded of, a broken one neither, and a visit only as long as there was none', () => {
  expect(run(performed, year)).toEqual([`revisit ${day(15)}`])
  expect(run(next(performed, commands.revisit), year)).toEqual([])
  expect(run(next(performing, commands.breach, as('mediator'), days(11)), year)).not.toContainEqual(expect.stringContaining('term'))
})

test('art. 25: a preventive measure is asked for when a day and a night are over, at that very time', () => {
  const alarmed = next(mediating, commands.noteSigns)

  expect(alarmed.nextAt).toBe(days(1))
  expect(dueNow(alarmed, days(1))).toMatchObject([{ what: 'preventLate' }])
  expect(run(alarmed, days(2))).toEqual([`preventLate ${day(1)}`])
  expect(run(next(alarmed, commands.prevent), days(2))).toEqual([])
})

test('nothing is reminded of a file that has ended', () => {
  for (const dispute of [failed, stages.declined, stages.withdrawn, closed, archived]) expect(pending(dispute)).toEqual([])
})

test.each([
  ['mediator’s comment', (dispute: Dispute) => next(dispute, commands.comment, as('mediationHead'), days(2))],
  ['party’s word', (dispute: Dispute) => next(dispute, commands.tell, byParty(zhang), days(2))],
  ['paper put in', (dispute: Dispute) => next(dispute, commands.attach, as('mediator'), days(2))],
])('a %s moves no clock', (_name, change) => {
  for (const dispute of [registered, mediating, agreed, performing, performed]) {
    expect(nextAt(change(dispute))).toBe(nextAt(dispute))
    expect(pending(change(dispute))).toEqual(pending(dispute))
  }
})

test('what was said is not said again, whatever happens afterwards', () => {
  const reminded = evolve(mediating, {
    ...{ by: null, as: 'system', at: days(27), type: 'reminded' },
    ...dueNow(mediating, days(27.5))[0]!,
  })
  const later = inTurn(reminded, commands.comment, commands.inquire, commands.noteSigns, commands.prevent)

  expect(pending(later).map(({ what }) => what)).toEqual(['settleLate'])
})
