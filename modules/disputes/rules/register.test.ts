/** How a file begins: 人民调解法 arts. 17, 18; 反家庭暴力法 art. 14. */
import { expect, test } from 'vitest'
import { cast } from '#tests/cast.ts'
import {
  actor,
  answer,
  commands,
  day,
  filed,
  idOf,
  li,
  party,
  registerFacts,
  registration,
  son,
  stages,
  wang,
  zhang,
} from '#tests/mediation.ts'
import type { Who } from '#tests/server.ts'
import type { Register } from '../wire.ts'
import { decideRegister, type RegisterFacts } from './register.ts'

const { places } = cast
const asked = (change: Partial<Register> = {}, who: Who = 'mediator', facts: Partial<RegisterFacts> = {}) =>
  decideRegister({ ...registration, ...change }, actor(who), { ...registerFacts, ...facts })

test.each(['auditor', 'administrator', 'nobody', 'nextMediator', 'nextHead', 'nextChief', 'westJudicial', 'farChief'] as const)(
  '%s may not register a dispute of this village',
  (who) => {
    expect(asked({}, who)).toMatchObject({ refused: 'not_permitted' })
  },
)

test.each(['mediator', 'mediationHead', 'chief', 'gridWorker', 'official', 'villagePolice', 'township', 'judicial', 'centre'] as const)(
  '%s may, and only a member of the committee mediates it from then on',
  (who) => {
    const isMember = who === 'mediator' || who === 'mediationHead'
    expect(filed({}, who)).toMatchObject({
      status: 'registered',
      mediators: isMember ? [idOf(who)] : [],
      chosenBy: isMember ? 'committee' : null,
    })
  },
)

test('a village’s or a town’s committee takes it, and only what happened in its place', () => {
  expect(asked({ committee: places.eastTown }, 'judicial')).toMatchObject({ type: 'registered', mediators: [idOf('judicial')] })
  for (const committee of [places.nextVillage, places.westTown, places.grid, places.county])
    expect(asked({ committee }, 'centre'), committee).toMatchObject({ refused: 'dispute.no_committee' })
})

test('both codes of its type are known ones', () => {
  expect(asked({}, 'mediator', { nationalType: undefined })).toMatchObject({ refused: 'dispute.type_unknown' })
  expect(asked({ nationalType: 'invented' })).toMatchObject({ refused: 'dispute.type_unknown' })
  expect(filed({ nationalType: 'damages' })).toMatchObject({ type: '0201', nationalType: 'damages' })
  expect(answer(stages.registered, { ...commands.amend, type: '0298' })).toMatchObject({ refused: 'dispute.type_unknown' })
  expect(answer(stages.registered, { ...commands.amend, nationalType: 'invented' })).toMatchObject({ refused: 'dispute.type_unknown' })
  expect(answer(stages.registered, { ...commands.amend, type: '0503' })).toMatchObject({ about: { type: '0503', nationalType: 'traffic' } })
})

test('art. 18: what was passed on says by whom', () => {
  for (const source of ['court', 'procuratorate', 'police', 'petitions', 'other'] as const) {
    expect(asked({ source }), source).toMatchObject({ refused: 'dispute.referrer' })
    expect(asked({ source, referredBy: '县法院' }), source).toMatchObject({ type: 'registered', referredBy: '县法院' })
  }
})

test('it did not happen tomorrow', () => {
  expect(asked({ occurredOn: day(1) })).toMatchObject({ refused: 'dispute.day_ahead' })
  expect(answer(stages.registered, { ...commands.amend, occurredOn: day(1) })).toMatchObject({ refused: 'dispute.day_ahead' })
})

test('who speaks for somebody speaks for a party of the file, and nobody stands in it twice', () => {
  const parties = (...those: ReturnType<typeof party>[]) => asked({ parties: [party(zhang, 'applicant'), ...those] })

  expect(parties(party(son, 'respondent', { of: li }))).toMatchObject({ refused: 'dispute.party_unknown' })
  expect(parties(party(son, 'applicant', { of: zhang }), party(wang, 'applicant', { of: son }))).toMatchObject({
    refused: 'dispute.party_unknown',
  })
  expect(parties(party(son, 'applicant', { of: son }))).toMatchObject({ refused: 'dispute.party_unknown' })
  expect(parties(party(zhang, 'respondent'))).toMatchObject({ refused: 'conflict' })
  expect(parties(party(son, 'applicant', { of: zhang }))).toMatchObject({ parties: [{ speaksAs: null }, { of: zhang, speaksAs: 'agent' }] })
})

const matterId = 'm' as NonNullable<Register['matterId']>

test('from a matter that the actor may see, once', () => {
  expect(asked({ matterId })).toMatchObject({ refused: 'not_found' })
  expect(asked({ matterId }, 'mediator', { matter: { isMediated: true, isUntold: false } })).toMatchObject({
    refused: 'dispute.matter_mediated',
  })
  expect(asked({ matterId }, 'mediator', { matter: { isMediated: false, isUntold: false } })).toMatchObject({
    type: 'registered',
    matterId,
  })
})

test('反家庭暴力法 art. 14, 未成年人保护法 art. 11: of which the police must be told first, never ordinary mediation before that', () => {
  expect(asked({ matterId }, 'mediator', { matter: { isMediated: false, isUntold: true } })).toMatchObject({
    refused: 'matter.police_first',
  })
})
