/** The thirteen items of 司发通〔2010〕239号: 1, 2, 3, 7, 8 and 13 must be there; which they are depends on how mediation ended. */
import { expect, test } from 'vitest'
import { answer, as, commands, filed, inTurn, li, next, party, son, stages, zhang } from '#tests/mediation.ts'
import type { Dispute } from '../dispute.ts'
import { dossier, type Item, isComplete, items, missingIn } from './dossier.ts'

const { registered, mediating, agreed, performing, performed, failed, declined, withdrawn, closed, archived } = stages
const musts = (dispute: Dispute): Item[] => dossier(dispute).flatMap(({ item, need }) => (need === 'must' ? [item] : []))
const there = (dispute: Dispute): Item[] => dossier(dispute).flatMap(({ item, isThere }) => (isThere ? [item] : []))

test('there are thirteen, always, in their order', () => {
  for (const dispute of Object.values(stages)) expect(dossier(dispute).map(({ item }) => item)).toEqual(items)
  expect(items).toHaveLength(13)
})

const always: Item[] = ['application', 'backCover']
const accepted: Item[] = ['application', 'notice', 'identity']
const settled: Item[] = [...accepted, 'session', 'agreement', 'revisit', 'backCover']

test.each<[string, Dispute, Item[]]>([
  ['registered', registered, always],
  ['being mediated', mediating, [...accepted, 'session', 'backCover']],
  ['agreed, not signed', agreed, [...accepted, 'session', 'backCover']],
  ['being performed', performing, settled],
  ['performed', performed, settled],
  ['agreed orally', next(mediating, { ...commands.agree, form: 'oral' }), settled],
  ['failed', failed, [...accepted, 'session', 'backCover']],
  ['failed after a draft', next(agreed, commands.fail), [...accepted, 'session', 'backCover']],
  ['never accepted', next(registered, commands.fail), always],
  ['refused at once', declined, always],
  ['ended by a party before anybody sat together', inTurn(registered, commands.accept, commands.withdraw), [...accepted, 'backCover']],
  ['ended by a party', withdrawn, [...accepted, 'backCover']],
  ['closed', closed, settled],
  ['archived', archived, settled],
])('what must be there of a file that is %s', (_name, dispute, wanted) => {
  expect(musts(dispute)).toEqual(wanted)
})

test.each([
  ['failed', failed],
  ['never accepted', next(registered, commands.fail)],
  ['refused at once', declined],
  ['ended by a party', withdrawn],
  ['ended by a party before anybody sat together', inTurn(registered, commands.accept, commands.withdraw)],
])('a file that is %s stays complete when it is closed and archived', (_name, dispute) => {
  const shut = next(dispute, commands.close)
  expect(isComplete(shut)).toBe(true)
  expect(musts(shut)).toEqual(musts(dispute))
  expect(isComplete(next(shut, commands.archive, as('mediationHead')))).toBe(true)
})

test('what is missing is told by its item, and of whom', () => {
  const bare = inTurn(
    filed(),
    ...[zhang, li].flatMap((each) => [
      { ...commands.inform, party: each },
      { ...commands.consent, party: each },
    ]),
    commands.accept,
    commands.hold,
    commands.fail,
  )
  const missing = [
    { code: 'identity', party: zhang },
    { code: 'identity', party: li },
  ]

  expect(missingIn(bare)).toEqual(missing)
  expect(answer(bare, commands.close)).toEqual({ refused: 'dispute.incomplete', facts: { missing } })
  const shown = inTurn(bare, commands.checkPaper, { ...commands.attach, kind: 'identity', party: li })
  expect(missingIn(shown)).toEqual([])
  expect(next(shown, commands.close).status).toBe('closed')
})

test('a file is not closed before the session and the visit are in it', () => {
  const never = inTurn(registered, commands.accept, commands.fail)
  expect(missingIn(never)).toEqual([{ code: 'session' }])
  expect(missingIn(next(never, { ...commands.attach, kind: 'session' }))).toEqual([])
  expect(missingIn(performed)).toEqual([{ code: 'revisit' }])
  expect(answer(performed, commands.close)).toMatchObject({ refused: 'dispute.incomplete' })
})

test('somebody who speaks for a party shows who they are; an agent’s power of attorney is in it, a guardian needs none', () => {
  const speaks = (speaksAs: 'agent' | 'guardian') =>
    next(mediating, { do: 'addParty', party: party(son, 'respondent', { of: li, speaksAs }) })

  expect(missingIn(speaks('agent'))).toEqual([
    { code: 'identity', party: son },
    { code: 'powerOfAttorney', party: son },
  ])
  expect(missingIn(speaks('guardian'))).toEqual([{ code: 'identity', party: son }])
  const whole = inTurn(speaks('agent'), { ...commands.checkPaper, party: son }, { ...commands.attach, kind: 'powerOfAttorney', party: son })
  expect(missingIn(whole)).toEqual([])
  expect(there(whole)).toContain('powerOfAttorney')
})

test('once a court has answered, its paper must be there', () => {
  const decided = inTurn(performing, commands.askCourt, commands.courtDecided)
  expect(missingIn(decided)).toContainEqual({ code: 'confirmation' })
  expect(musts(next(performing, commands.askCourt))).not.toContain('confirmation')
  expect(missingIn(next(decided, { ...commands.attach, kind: 'confirmation' }))).not.toContainEqual({ code: 'confirmation' })
})

test('what may be there is told when it is, and never missed', () => {
  const may: Item[] = ['inquiry', 'evidence', 'performance', 'note']
  for (const dispute of Object.values(stages)) for (const item of may) expect(musts(dispute)).not.toContain(item)
  const rich = inTurn(mediating, commands.inquire, commands.attach)
  expect(there(rich)).toEqual(expect.arrayContaining(['inquiry', 'evidence']))
  expect(there(next(performing, { ...commands.attach, kind: 'performance' }))).toContain('performance')
  expect(there(closed)).toContain('note')
})

test('papers are put in until the file is archived', () => {
  expect(answer(closed, commands.attach)).toMatchObject({ type: 'attached' })
  expect(answer(archived, commands.attach)).toMatchObject({ refused: 'dispute.wrong_status' })
})
