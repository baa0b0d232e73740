/** Who speaks for a party: 民法典 arts. 19-23, 165; 反家庭暴力法 art. 14; 未成年人保护法 art. 11. */
import { expect, test } from 'vitest'
import { answer, as, commands, filed, inTurn, li, next, party, son, stages, wang, zhang } from '#tests/mediation.ts'
import type { Dispute } from '../dispute.ts'
import type { Command } from '../wire.ts'

const { registered, agreed } = stages
const refused = (dispute: Dispute, command: Command, asker = as('mediator')) => answer(dispute, command, asker)
const photo = commands.sign.photos
const agent = next(filed(), { do: 'addParty', party: party(son, 'respondent', { of: li }) })
const informed = next(agent, { ...commands.inform, party: li })
const through = { ...commands.consent, party: li, through: son }
const paper = { ...commands.attach, kind: 'powerOfAttorney' as const, party: son }

test('民法典 art. 165: an agent speaks only with a power of attorney in the file', () => {
  expect(refused(informed, through)).toMatchObject({ refused: 'dispute.no_power_of_attorney' })
  expect(refused(next(informed, paper), through)).toMatchObject({ type: 'consented', through: son })
  expect(refused(next(informed, paper), { ...commands.decline, through: son })).toMatchObject({ type: 'declined' })
})

test('nobody speaks for a party whom they do not stand for', () => {
  expect(refused(next(informed, { ...commands.inform, party: zhang }), { ...through, party: zhang })).toMatchObject({
    refused: 'dispute.not_representative',
  })
  expect(refused(informed, { ...through, through: wang })).toMatchObject({ refused: 'dispute.not_representative' })
  expect(refused(filed(), { do: 'addParty', party: party(son, 'third', { of: wang }) })).toMatchObject({
    refused: 'dispute.party_unknown',
  })
  expect(refused(agent, { do: 'addParty', party: party(wang, 'third', { of: son }) })).toMatchObject({ refused: 'dispute.party_unknown' })
  expect(refused(filed(), { ...commands.inform, party: wang })).toMatchObject({ refused: 'dispute.party_unknown' })
})

test('a power of attorney stands with the agent it names, proofs of identity with whose they are', () => {
  for (const command of [
    { ...paper, party: li },
    { ...commands.attach, kind: 'powerOfAttorney' as const },
    { ...commands.attach, kind: 'identity' as const },
  ])
    expect(refused(agent, command), JSON.stringify(command)).toMatchObject({ refused: 'dispute.whose_paper' })
})

const child = filed({ parties: [party(zhang, 'applicant'), party(li, 'respondent', { needsGuardian: true })] })
const guarded = next(child, { do: 'addParty', party: party(son, 'respondent', { of: li, speaksAs: 'guardian' }) })

test('民法典 arts. 19-23: for whoever needs a guardian, it begins with a guardian in the file, who consents without a power of attorney', () => {
  const toldBoth = (dispute: Dispute) => inTurn(dispute, commands.inform, { ...commands.inform, party: li }, commands.consent)

  expect(refused(toldBoth(child), commands.accept)).toEqual({ refused: 'dispute.guardian_missing', facts: { parties: [li] } })
  expect(refused(toldBoth(guarded), { ...commands.consent, party: li })).toEqual({
    refused: 'dispute.guardian_speaks',
    facts: { parties: [li] },
  })
  const willing = next(toldBoth(guarded), through)
  expect(refused(willing, commands.accept)).toMatchObject({ type: 'accepted' })
})

test('民法典 arts. 19-23: the guardian signs; what the ward said and signed alone does not count', () => {
  const late = { do: 'addParty', party: party(son, 'respondent', { of: li, speaksAs: 'guardian' }) } as const
  const drawn = { do: 'sign', as: 'party', party: li, way: 'drawn', photos: photo } as const
  const found = next(inTurn(agreed, drawn, late), { ...commands.amendParty, needsGuardian: true })

  expect(found.agreement?.signatures).toEqual([])
  expect(found.parties.find(({ id }) => id === li)).toMatchObject({ needsGuardian: true, isWilling: null })
  expect(refused(found, drawn)).toMatchObject({ refused: 'dispute.guardian_speaks' })
  expect(refused(found, { ...drawn, through: son })).toMatchObject({ type: 'signed' })
  const alone = next(agreed, { ...commands.amendParty, needsGuardian: true })
  expect(refused(alone, commands.sign)).toEqual({ refused: 'dispute.guardian_missing', facts: { parties: [li] } })
  expect(next(found, commands.sign).agreement?.signatures.find(({ who }) => who === li)).toMatchObject({ through: son })
})

test('an organisation, and somebody who speaks for another, need no guardian', () => {
  const company = filed({ parties: [party(zhang, 'applicant', { kind: 'organisation', needsGuardian: true }), party(li, 'respondent')] })
  expect(company.parties[0]).toMatchObject({ needsGuardian: false })
})

test.each(['violenceBefore', 'threat', 'weapon'] as const)(
  '反家庭暴力法 art. 14, 未成年人保护法 art. 11: with %s and somebody who needs a guardian, the police come before mediation',
  (sign) => {
    const feared = next(guarded, { do: 'noteSigns', signs: [sign] })

    expect(refused(feared, commands.accept)).toMatchObject({ refused: 'dispute.police_first' })
    expect(refused(next(feared, commands.tellPolice), commands.accept)).toMatchObject({ refused: 'dispute.not_informed' })
    expect(refused(next(registered, { do: 'noteSigns', signs: [sign] }), commands.accept)).toMatchObject({ type: 'accepted' })
  },
)

test('反家庭暴力法 art. 14: what comes to light later stops the sessions and the agreement likewise', () => {
  const willing = inTurn(guarded, commands.inform, { ...commands.inform, party: li }, commands.consent, through, commands.accept)
  const feared = next(willing, { do: 'noteSigns', signs: ['violenceBefore'] })

  expect(refused(feared, commands.hold)).toMatchObject({ refused: 'dispute.police_first' })
  expect(refused(feared, commands.agree)).toMatchObject({ refused: 'dispute.police_first' })
  expect(refused(next(feared, commands.tellPolice), commands.hold)).toMatchObject({ type: 'held' })
})
