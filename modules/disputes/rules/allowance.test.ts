/** 以案定补: what is paid for a file, once, and not by whoever gets it. */
import { expect, test } from 'vitest'
import { answer, around, as, commands, idOf, inTurn, next, registration, stages } from '#tests/mediation.ts'
import type { Dispute } from '../dispute.ts'
import { allowanceOf, firstTable, grades, isSampled } from './allowance.ts'
import { decide } from './decide.ts'
import { whyNot } from './procedure.ts'

const { closed, archived, failed, registered, mediating } = stages
const claimed = next(closed, commands.claim)
const judicial = as('judicial')

test.each(grades)('%s: an agreement is paid more than an end without one, a whole dossier more than half a one', (grade) => {
  const paid = (ending: Dispute['ending'], isComplete: boolean) => allowanceOf({ ending }, grade, isComplete, firstTable)

  expect(paid('agreed', true)).toBe(firstTable.agreed[grade])
  for (const ending of ['failed', 'withdrawn', 'declined'] as const) expect(paid(ending, true)).toBe(firstTable.ended[grade])
  expect(paid('agreed', false)).toBe(firstTable.agreed[grade] / 2)
  expect(allowanceOf({ ending: 'agreed' }, grade, false, { ...firstTable, incompletePercent: 33 }) % 100).toBe(0)
})

test('a dispute is claimed once, by whoever mediated it', () => {
  expect(claimed.allowance).toEqual({
    ...{ grade: 'ordinary', isComplete: true, fen: 10_000, claimedBy: idOf('mediator'), claimedAt: around().at },
    ...{ isSampled: false, calledBack: null, isGranted: null },
  })
  expect(answer(claimed, commands.claim)).toMatchObject({ refused: 'dispute.claimed_already' })
  const refused = next(claimed, { do: 'decideClaim', isGranted: false, reason: '重复' }, judicial)
  expect(answer(refused, commands.claim)).toMatchObject({ refused: 'dispute.claimed_already' })
  expect(answer(closed, commands.claim, as('mediationHead'))).toEqual({
    refused: 'dispute.not_assigned',
    facts: { people: [idOf('mediationHead')] },
  })
})

test('a closed failure is paid as one, and stays claimable from the archive', () => {
  const shut = next(failed, commands.close)
  expect(next(shut, commands.claim).allowance).toMatchObject({ fen: 4_000, isComplete: true })
  expect(next(archived, commands.claim).allowance).toMatchObject({ fen: 10_000 })
})

test('nothing is paid for what was never mediated: invented files are worth nothing', () => {
  for (const dispute of [stages.declined, next(registered, commands.fail), inTurn(registered, commands.accept, commands.withdraw)])
    expect(answer(next(dispute, commands.close), commands.claim)).toMatchObject({ refused: 'dispute.never_mediated' })
})

test('nobody decides their own, not even as the judicial office', () => {
  const own = { ...claimed, mediators: [idOf('judicial')] }

  for (const action of ['callBack', 'decideClaim'] as const) {
    expect(answer(own, commands[action], judicial), action).toMatchObject({ refused: 'dispute.own_claim' })
    expect(answer(claimed, commands[action], as('mediator')), action).toMatchObject({ refused: 'dispute.own_claim' })
    for (const who of ['mediationHead', 'otherMediator', 'westJudicial', 'justice', 'township', 'centre', 'auditor'] as const)
      expect(answer(claimed, commands[action], as(who)), who).toMatchObject({ refused: 'dispute.not_judicial_office' })
  }
})

test('a town’s own file is decided in the county’s department of justice', () => {
  const town = { ...claimed, committee: '149901100' as Dispute['committee'], mediators: [idOf('judicial')] }

  expect(answer(town, commands.decideClaim, as('justice'))).toMatchObject({ type: 'claimDecided' })
  expect(answer(town, commands.decideClaim, as('housing'))).toMatchObject({ refused: 'dispute.not_judicial_office' })
})

test('it is decided once, after it was claimed', () => {
  expect(answer(closed, commands.decideClaim, judicial)).toMatchObject({ refused: 'dispute.not_claimed' })
  expect(answer(closed, commands.callBack, judicial)).toMatchObject({ refused: 'dispute.not_claimed' })
  expect(answer(mediating, commands.claim)).toMatchObject({ refused: 'dispute.wrong_status' })
  const decided = next(claimed, commands.decideClaim, judicial)
  expect(decided.allowance?.isGranted).toBe(true)
  expect(answer(decided, commands.decideClaim, judicial)).toMatchObject({ refused: 'dispute.claim_decided' })
  expect(answer(decided, commands.callBack, judicial)).toMatchObject({ refused: 'dispute.claim_decided' })
})

test('a claim that was drawn is decided after a call, and not granted when the call left a doubt', () => {
  const drawn = { ...claimed, allowance: { ...claimed.allowance!, isSampled: true } }

  expect(answer(drawn, commands.decideClaim, judicial)).toMatchObject({ refused: 'dispute.call_first' })
  const called = next(drawn, commands.callBack, judicial)
  expect(answer(called, commands.callBack, judicial)).toMatchObject({ refused: 'dispute.called_already' })
  expect(answer(called, commands.decideClaim, judicial)).toMatchObject({ type: 'claimDecided' })
  const doubted = next(drawn, { ...commands.callBack, result: 'doubted' }, judicial)
  expect(answer(doubted, commands.decideClaim, judicial)).toMatchObject({ refused: 'dispute.claim_doubted' })
  expect(answer(doubted, { ...commands.decideClaim, isGranted: false }, judicial)).toMatchObject({ type: 'claimDecided' })
})

test('one in so many is drawn, whoever minted the id; none where the county draws none', () => {
  const { at } = around()
  const later = Array.from({ length: 1000 }, (_, milliseconds) => new Date(Date.parse(at) + milliseconds).toISOString())
  const drawn = (sampleOneIn: number) => later.filter((each) => isSampled(registration.id, each, { sampleOneIn })).length

  expect(drawn(5)).toBe(200)
  expect(drawn(1)).toBe(1000)
  expect(drawn(0)).toBe(0)
  expect(decide(closed, commands.claim, as('mediator'), around(at, { table: { ...firstTable, sampleOneIn: 1 } }))).toMatchObject({
    allowance: { isSampled: true },
  })
})

test('the button is offered to whoever can claim, and to nobody else', () => {
  expect(whyNot(closed, 'claim', as('mediator'), around())).toBeUndefined()
  expect(whyNot(closed, 'claim', as('mediationHead'), around())).toMatchObject({ refused: 'dispute.not_assigned' })
})
