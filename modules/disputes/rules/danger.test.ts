/** Prevention: 人民调解法 art. 25. Signs are of the dispute, together they are an alarm, and nothing adds them up. */
import { expect, test } from 'vitest'
import { answer, as, byParty, commands, days, inTurn, next, stages, zhang } from '#tests/mediation.ts'
import type { Dispute } from '../dispute.ts'
import { alarms, alarmsIn, isNewAlarm, type Sign, signs } from './danger.ts'

const { registered, mediating, failed, declined, closed } = stages
const noted = (dispute: Dispute, ...ticked: Sign[]) => answer(dispute, { do: 'noteSigns', signs: ticked })
const after = (dispute: Dispute, ...ticked: Sign[]) => next(dispute, { do: 'noteSigns', signs: ticked })

/** Every set of signs there is. */
const sets: Sign[][] = Array.from({ length: 2 ** signs.length }, (_, bits) => signs.filter((_sign, index) => bits & (1 << index)))

const calm: string[] = ['', 'threat', 'repeated', 'violenceBefore', 'gathering', 'repeated gathering']

test.each(sets.map((set) => [set.join(' ') || 'nothing', set] as const))('art. 25: %s', (_name, set) => {
  const isCalm = calm.includes(set.join(' '))

  expect(alarmsIn(set).length === 0).toBe(isCalm)
  expect(noted(mediating, ...set)).toMatchObject({ preventBy: isCalm ? null : days(1) })
})

test('one more sign never makes an alarm go away', () => {
  for (const set of sets) for (const sign of signs) for (const alarm of alarmsIn(set)) expect(alarmsIn([...set, sign])).toContain(alarm)
})

test('art. 25: an alarm tells of itself once, however often the same signs are ticked', () => {
  const alarmed = after(mediating, 'weapon')

  expect(noted(mediating, 'weapon')).toMatchObject({ alarms: [['weapon']] })
  expect(noted(alarmed, 'weapon')).toMatchObject({ alarms: [] })
  expect(noted(alarmed, 'weapon', 'weapon')).toMatchObject({ alarms: [], signs: ['weapon'] })
})

test('art. 25: another combination in place of the first is told too', () => {
  const alarmed = next(after(mediating, 'weapon'), commands.prevent)

  expect(isNewAlarm(['weapon'], ['threat', 'repeated'])).toBe(true)
  expect(noted(alarmed, 'threat', 'repeated')).toMatchObject({ alarms: [['threat', 'repeated']], preventBy: days(1) })
  expect(isNewAlarm(['threat', 'repeated', 'weapon'], ['weapon'])).toBe(false)
})

test('art. 25: taking the ticks away does not answer an alarm; only a measure that is written down does', () => {
  const cleared = after(after(mediating, 'weapon'))

  expect(cleared).toMatchObject({ signs: [], preventBy: days(1) })
  expect(next(cleared, commands.prevent).preventBy).toBeNull()
  expect(answer(mediating, commands.prevent)).toMatchObject({ refused: 'dispute.no_alarm' })
})

test('a second alarm does not put off the measure that the first one asks for', () => {
  const first = next(mediating, { do: 'noteSigns', signs: ['weapon'] })
  const second = next(first, { do: 'noteSigns', signs: ['weapon', 'threat', 'gathering'] }, as('mediator'), days(0.5))

  expect(second.preventBy).toBe(days(1))
})

test.each([
  ['failed', failed],
  ['declined', declined],
  ['withdrawn', next(after(mediating, 'weapon'), commands.withdraw, byParty(zhang))],
])('a file that is %s is not closed while an alarm has no measure', (_name, dispute) => {
  const alarmed = dispute.preventBy ? dispute : after(dispute, 'weapon')

  expect(answer(alarmed, commands.close)).toMatchObject({ refused: 'dispute.prevention_open' })
  expect(inTurn(alarmed, commands.prevent, commands.close).status).toBe('closed')
})

test('mediation goes on under an alarm, and its end does not end the alarm', () => {
  const alarmed = after(registered, 'weapon')

  expect(answer(alarmed, commands.accept)).toMatchObject({ type: 'accepted' })
  expect(next(alarmed, commands.decline)).toMatchObject({ status: 'declined', preventBy: days(1) })
})

test('what flares up after the file was closed is noted and answered there, before it goes to the archive', () => {
  const alarmed = after(closed, 'weapon')

  expect(answer(alarmed, commands.archive, as('mediationHead'))).toMatchObject({ refused: 'dispute.prevention_open' })
  expect(next(next(alarmed, commands.prevent), commands.archive, as('mediationHead')).status).toBe('archived')
})

test('art. 25: the police were told at a time that has been; the first time stays', () => {
  expect(answer(mediating, { ...commands.tellPolice, toldAt: days(1) })).toMatchObject({ refused: 'dispute.day_ahead' })
  const told = inTurn(mediating, { ...commands.tellPolice, toldAt: days(-1) }, commands.tellPolice)
  expect(told.policeToldAt).toBe(days(-1))
})

test('no alarm is made of one sign but a weapon', () => {
  expect(alarms.filter((alarm) => alarm.length === 1)).toEqual([['weapon']])
})
