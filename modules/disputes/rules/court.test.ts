/** Judicial confirmation: 人民调解法 art. 33; 民事诉讼法 arts. 205, 206; 民法典 arts. 201, 203; 法释〔2011〕5号. */
import { describe, expect, test } from 'vitest'
import { answer, around, as, commands, day, days, inTurn, li, next, stages, term, zhang } from '#tests/mediation.ts'
import type { Dispute } from '../dispute.ts'
import type { Command } from '../wire.ts'
import { confirmBy } from './clock.ts'
import { courtUntil, whyNot } from './procedure.ts'

const { mediating, agreed, performing } = stages
const asked = (on: string, at: string, dispute = performing, local = {}) =>
  answer(dispute, { ...commands.askCourt, on }, as('mediator'), at, { local })
const court = (dispute: Dispute, result: 'confirmed' | 'rejected' | 'notAccepted') =>
  inTurn(dispute, commands.askCourt, { ...commands.courtDecided, result })

describe('art. 33, 民事诉讼法 art. 205: within thirty days', () => {
  test('民法典 art. 201: the day on which it begins to bind is not counted, the thirtieth after it is the last', () => {
    // From Wednesday 3 June 2026: 3 July is a Friday.
    expect(confirmBy('2026-06-03')).toBe('2026-07-03')
    expect(asked('2026-07-03', '2026-07-03T10:00:00.000Z')).toMatchObject({ type: 'courtAsked' })
    expect(asked('2026-07-04', '2026-07-04T02:00:00.000Z')).toEqual({ refused: 'dispute.court_late', facts: { until: '2026-07-03' } })
  })

  test.each([
    ['a Saturday', '2026-06-04', '2026-07-06'],
    ['a Sunday', '2026-06-05', '2026-07-06'],
    ['the New Year’s holidays', '2026-12-02', '2027-01-04'],
    ['the Spring Festival of 2026', '2026-01-17', '2026-02-24'],
    ['the National Day of 2026', '2026-09-01', '2026-10-08'],
  ])('民法典 art. 203: a last day on %s rolls on to the next that is worked', (_name, effectiveOn, last) => {
    expect(confirmBy(effectiveOn)).toBe(last)
  })

  test('民法典 art. 203: a Saturday that is worked for a holiday is a last day', () => {
    expect(confirmBy('2026-01-15')).toBe('2026-02-14')
  })

  test('the county’s own days count too', () => {
    expect(courtUntil(performing, { '2026-07-03': false })).toBe('2026-07-06')
    expect(asked('2026-07-06', '2026-07-06T02:00:00.000Z', performing, { '2026-07-03': false })).toMatchObject({ type: 'courtAsked' })
  })

  test('what was asked in time can be written down later, for as long as the court has to decide', () => {
    expect(asked('2026-07-03', '2026-07-10T02:00:00.000Z')).toMatchObject({ type: 'courtAsked', confirmation: { askedOn: '2026-07-03' } })
    expect(asked('2026-07-03', '2026-07-19T02:00:00.000Z')).toMatchObject({ refused: 'dispute.court_late' })
    expect(whyNot(performing, 'askCourt', as('mediator'), around('2026-07-19T02:00:00.000Z'))).toMatchObject({
      refused: 'dispute.court_late',
    })
  })

  test('nobody can have asked before it bound, or tomorrow', () => {
    expect(asked(day(-1), days(0))).toMatchObject({ refused: 'dispute.before_agreement' })
    expect(asked(day(1), days(0))).toMatchObject({ refused: 'dispute.day_ahead' })
    expect(answer(agreed, commands.askCourt)).toMatchObject({ refused: 'dispute.wrong_status' })
  })
})

describe('art. 33: together, and what a court confirms', () => {
  test('art. 33: the parties ask together, all of them', () => {
    expect(answer(performing, { ...commands.askCourt, agreedBy: [zhang] })).toEqual({
      refused: 'dispute.court_alone',
      facts: { parties: [li] },
    })
  })

  test.each(['identity', 'adoption', 'marriage', 'ownership', 'special'] as const)(
    '法释〔2011〕5号 art. 4, 民诉法解释 art. 355: not %s',
    (concerns) => {
      expect(answer(performing, { ...commands.askCourt, concerns })).toEqual({ refused: 'dispute.court_excluded', facts: { concerns } })
    },
  )

  test('法释〔2011〕5号 art. 3: the court wants to see the agreement, so not an oral one', () => {
    expect(answer(next(mediating, { ...commands.agree, form: 'oral' }), commands.askCourt)).toMatchObject({ refused: 'dispute.court_oral' })
  })

  test('art. 33: once; and again only when the court did not take it, while there is time', () => {
    const waiting = next(performing, commands.askCourt)

    expect(answer(waiting, commands.askCourt)).toMatchObject({ refused: 'dispute.court_asked' })
    expect(answer(court(performing, 'confirmed'), commands.askCourt)).toMatchObject({ refused: 'dispute.court_asked' })
    expect(answer(court(performing, 'rejected'), commands.askCourt)).toMatchObject({ refused: 'dispute.court_asked' })
    expect(next(court(performing, 'notAccepted'), commands.askCourt).confirmation).toMatchObject({ result: null })
  })

  test('the court’s answer is written down once, after it was asked', () => {
    const waiting = next(performing, { ...commands.askCourt, on: day(2) }, as('mediator'), days(2))
    const decided = (dispute: Dispute, on: string) => answer(dispute, { ...commands.courtDecided, on }, as('mediator'), days(5))

    expect(answer(performing, commands.courtDecided)).toMatchObject({ refused: 'dispute.court_not_asked' })
    expect(decided(waiting, day(1))).toEqual({ refused: 'dispute.day_before', facts: { day: day(2) } })
    expect(decided(next(waiting, { ...commands.courtDecided, on: day(3) }, as('mediator'), days(5)), day(3))).toMatchObject({
      refused: 'dispute.court_decided',
    })
  })

  test('a file is not closed while the court has it, nor without the court’s paper when it has answered', () => {
    const visited = inTurn(performing, commands.perform, commands.revisit, commands.askCourt)
    expect(answer(visited, commands.close)).toMatchObject({ refused: 'dispute.court_pending' })
    const decided = next(visited, commands.courtDecided)
    expect(answer(decided, commands.close)).toMatchObject({ refused: 'dispute.incomplete', facts: { missing: [{ code: 'confirmation' }] } })
    expect(inTurn(decided, { ...commands.attach, kind: 'confirmation' }, commands.close).status).toBe('closed')
  })
})

describe('art. 33, 民事诉讼法 art. 206: what the court did not confirm', () => {
  const rejected = court(performing, 'rejected')
  const again: Command = { ...commands.hold, session: term.id }

  test('art. 33: the parties mediate again and make another agreement, which is signed and asked for anew', () => {
    const anew = inTurn(rejected, again, { ...commands.agree, facts: '写清楚了' })

    expect(anew).toMatchObject({
      status: 'agreed',
      ending: null,
      endedOn: null,
      confirmation: null,
      agreement: { signatures: [], effectiveOn: null },
    })
    expect(inTurn(anew, commands.sign, commands.askCourt)).toMatchObject({
      status: 'performing',
      ending: 'agreed',
      confirmation: { result: null },
    })
  })

  test('art. 33: or it ends, and they are told that they can sue', () => {
    expect(answer(rejected, { ...commands.fail, routes: [] })).toMatchObject({ refused: 'dispute.routes_untold' })
    expect(next(rejected, commands.fail)).toMatchObject({ status: 'failed', ending: 'failed' })
  })

  test.each(['confirmed', 'notAccepted'] as const)('art. 31: what was %s goes on to bind', (result) => {
    for (const command of [again, commands.agree, commands.fail])
      expect(answer(court(performing, result), command), command.do).toMatchObject({ refused: 'dispute.binding' })
  })
})
