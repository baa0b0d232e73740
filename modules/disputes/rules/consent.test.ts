/** Free will, from beginning to end: 人民调解法 arts. 17, 19, 20, 23, 24. */
import { describe, expect, test } from 'vitest'
import {
  answer,
  around,
  as,
  byParty,
  commands,
  day,
  days,
  filed,
  idOf,
  inTurn,
  li,
  next,
  party,
  son,
  stages,
  term,
  told,
  wang,
  zhang,
} from '#tests/mediation.ts'
import type { Dispute } from '../dispute.ts'
import type { Command } from '../wire.ts'
import { actions, whyNot } from './procedure.ts'

const { registered, mediating, agreed, declined } = stages
const refused = (dispute: Dispute, command: Command, asker = as('mediator')) => answer(dispute, command, asker)

describe('art. 17', () => {
  const left = [
    'amendParty',
    'removeParty',
    'checkPaper',
    'attach',
    'noteSigns',
    'prevent',
    'tellPolice',
    'referUp',
    'comment',
    'close',
    'tell',
  ]

  test.each(actions.filter((action) => !left.includes(action)))(
    'art. 17: once a party clearly refuses nothing of mediation goes on: no %s',
    (action) => {
      const asker =
        action === 'confirmTerm' ? byParty(zhang) : ['callBack', 'decideClaim'].includes(action) ? as('judicial') : as('mediationHead')
      expect(answer(declined, commands[action] as Command, asker)).toEqual({ refused: 'dispute.declined', facts: { action } })
    },
  )

  test('art. 17: a party’s refusal is recorded only with all the other ways told to them (art. 26)', () => {
    expect(refused(registered, { ...commands.decline, routes: ['court'] })).toEqual({
      ...{ refused: 'dispute.routes_untold', facts: { routes: ['arbitration', 'administrative'] } },
    })
    expect(declined).toMatchObject({ status: 'declined', ending: 'declined', routesTold: { on: day(0), routes: told } })
  })

  test('art. 17: as long as a party has not said that they want mediation it is not accepted', () => {
    const silent = inTurn(filed(), { ...commands.inform, party: zhang }, { ...commands.inform, party: li }, commands.consent)

    expect(refused(silent, commands.accept)).toEqual({ refused: 'dispute.consent_missing', facts: { parties: [li] } })
  })

  test('art. 17: there is no mediation with one side alone', () => {
    expect(refused(next(registered, commands.removeParty), commands.accept)).toMatchObject({ refused: 'dispute.one_side' })
    const third = next(next(registered, commands.removeParty), commands.addParty)
    expect(refused(third, commands.accept)).toMatchObject({ refused: 'dispute.one_side' })
  })

  test('art. 17: who was asked later and clearly refuses stops it too; who consented and began ends it instead (art. 23)', () => {
    const joined = next(mediating, commands.addParty)

    expect(next(joined, { ...commands.decline, party: wang })).toMatchObject({ status: 'declined' })
    expect(refused(joined, commands.decline)).toMatchObject({ refused: 'dispute.consented' })
  })
})

describe('arts. 23, 24', () => {
  test('arts. 23, 24: nobody consents before they were told their rights and duties', () => {
    expect(refused(filed(), commands.consent)).toEqual({ refused: 'dispute.not_informed', facts: { parties: [zhang] } })
    expect(refused(filed(), commands.accept)).toEqual({ refused: 'dispute.not_informed', facts: { parties: [zhang, li] } })
    expect(refused(filed(), { ...commands.inform, on: day(1) })).toMatchObject({ refused: 'dispute.day_ahead' })
  })

  test('art. 23 (2): a party ends it at any time before the agreement binds, by their code or by word, and it stays ended', () => {
    for (const dispute of [registered, mediating, agreed]) {
      expect(next(dispute, { ...commands.withdraw, routes: [] }, byParty(zhang))).toMatchObject({
        status: 'withdrawn',
        routesTold: { routes: told },
      })
      expect(next(dispute, commands.withdraw)).toMatchObject({ status: 'withdrawn', ending: 'withdrawn' })
    }
    expect(refused(stages.performing, commands.withdraw)).toMatchObject({ refused: 'dispute.wrong_status' })
    expect(refused(mediating, { ...commands.withdraw, routes: [] })).toMatchObject({ refused: 'dispute.routes_untold' })
  })

  test('art. 23 (2): nobody ends it in another party’s name', () => {
    expect(refused(mediating, commands.withdraw, byParty(li))).toMatchObject({ refused: 'dispute.not_party' })
    const spoken = next(mediating, { do: 'addParty', party: party(son, 'respondent', { of: li }) })
    expect(refused(spoken, { ...commands.withdraw, party: son })).toMatchObject({ refused: 'dispute.party_unknown' })
    expect(refused(spoken, { ...commands.withdraw, party: li }, byParty(son))).toMatchObject({ refused: 'dispute.not_party' })
  })

  test('art. 23 (3): it is open only if every party wants it; closed is never refused', () => {
    expect(refused(mediating, { ...commands.setOpenness, agreedBy: [zhang] })).toEqual({
      refused: 'dispute.all_parties',
      facts: { parties: [li] },
    })
    const open = next(mediating, commands.setOpenness)
    expect(open.isOpenSession).toBe(true)
    expect(next(open, { do: 'setOpenness', isOpen: false, agreedBy: [] }).isOpenSession).toBe(false)
  })

  test('art. 23 (3): who comes in later has not agreed to an open session; who only speaks for a party changes nothing', () => {
    const open = next(mediating, commands.setOpenness)

    expect(next(open, commands.addParty).isOpenSession).toBe(false)
    expect(next(open, { do: 'addParty', party: party(son, 'applicant', { of: zhang }) }).isOpenSession).toBe(true)
  })

  test('art. 23 (2): after a party was added it goes on only once they were told and are willing', () => {
    const joined = next(mediating, commands.addParty)
    const again = { ...commands.hold, session: term.id }

    expect(refused(joined, again)).toEqual({ refused: 'dispute.not_informed', facts: { parties: [wang] } })
    expect(refused(joined, commands.agree)).toMatchObject({ refused: 'dispute.not_informed' })
    const informed = next(joined, { ...commands.inform, party: wang })
    expect(refused(informed, again)).toEqual({ refused: 'dispute.consent_missing', facts: { parties: [wang] } })
    expect(refused(next(informed, { ...commands.consent, party: wang }), again)).toMatchObject({ type: 'held' })
  })

  test('who has taken part stays in the file; who has not, can leave it again', () => {
    expect(refused(mediating, commands.removeParty)).toMatchObject({ refused: 'dispute.party_stays' })
    expect(next(next(mediating, commands.addParty), { do: 'removeParty', party: wang }).parties).toEqual(mediating.parties)
    const spoken = next(registered, { do: 'addParty', party: party(son, 'respondent', { of: li }) })
    expect(refused(spoken, commands.removeParty)).toMatchObject({ refused: 'dispute.party_spoken_for' })
  })

  test('once the agreement is written its parties are fixed; somebody who speaks for one can still be added', () => {
    expect(refused(agreed, commands.addParty)).toMatchObject({ refused: 'dispute.parties_fixed' })
    expect(refused(agreed, commands.removeParty)).toMatchObject({ refused: 'dispute.parties_fixed' })
    expect(refused(agreed, { do: 'addParty', party: party(son, 'respondent', { of: li }) })).toMatchObject({ type: 'partyAdded' })
  })
})

describe('arts. 19, 20', () => {
  test('art. 19: without a mediator nothing begins and nothing goes on', () => {
    const nobody = filed({}, 'chief')
    expect(nobody).toMatchObject({ mediators: [], chosenBy: null })
    expect(whyNot({ ...registered, mediators: [] }, 'accept', as('mediationHead'), around())).toMatchObject({
      refused: 'dispute.no_mediator',
    })
  })

  test('art. 19: only who sits on the committee is named, by its head or as the parties chose', () => {
    expect(answer(registered, { ...commands.assign, mediators: [idOf('nextMediator')] }, as('mediationHead'))).toEqual({
      ...{ refused: 'dispute.not_member', facts: { people: [idOf('nextMediator')] } },
    })
    expect(next(registered, commands.assign, as('mediationHead'))).toMatchObject({
      mediators: [idOf('mediator'), idOf('otherMediator')],
      chosenBy: 'parties',
    })
  })

  test('art. 19: a recusal that leaves nobody stops the work until the head names another, never the one who stepped back', () => {
    const alone = next(mediating, commands.recuse)
    const again = { ...commands.hold, session: term.id, mediators: [idOf('otherMediator')] }

    expect(alone).toMatchObject({ mediators: [], recused: [idOf('mediator')] })
    expect(answer(alone, again, as('mediationHead'))).toMatchObject({ refused: 'dispute.no_mediator' })
    expect(answer(alone, commands.agree, as('mediationHead'))).toMatchObject({ refused: 'dispute.no_mediator' })
    expect(answer(alone, commands.comment, as('mediator'))).toMatchObject({ refused: 'not_found' })
    expect(answer(alone, commands.assign, as('mediationHead'))).toEqual({
      refused: 'dispute.recused',
      facts: { people: [idOf('mediator')] },
    })
    const other = next(alone, { ...commands.assign, mediators: [idOf('otherMediator')] }, as('mediationHead'))
    expect(answer(other, again, as('otherMediator'))).toMatchObject({ type: 'held' })
  })

  test('art. 19: mediators step back themselves; over a colleague the head decides', () => {
    const two = next(mediating, commands.assign, as('mediationHead'))

    expect(refused(two, { ...commands.recuse, mediator: idOf('otherMediator'), askedBy: 'party' })).toMatchObject({
      refused: 'dispute.not_head',
    })
    expect(next(two, { ...commands.recuse, mediator: idOf('otherMediator'), askedBy: 'party' }, as('mediationHead')).mediators).toEqual([
      idOf('mediator'),
    ])
    expect(refused(two, { ...commands.recuse, mediator: idOf('mediationHead') })).toMatchObject({ refused: 'dispute.not_assigned' })
  })

  test('art. 20: relatives, neighbours and experts join only with the consent of every party, also of who came in later', () => {
    expect(refused(mediating, { ...commands.invite, agreedBy: [zhang] })).toEqual({
      refused: 'dispute.all_parties',
      facts: { parties: [li] },
    })
    const invited = next(mediating, commands.invite)
    const together = { ...commands.hold, session: term.id, guests: [commands.invite.guest] }
    expect(refused(mediating, together)).toMatchObject({ refused: 'dispute.guest_unknown' })
    expect(refused(invited, together)).toMatchObject({ type: 'held' })

    const joined = inTurn(invited, commands.addParty, { ...commands.inform, party: wang }, { ...commands.consent, party: wang })
    expect(refused(joined, together)).toEqual({ refused: 'dispute.all_parties', facts: { parties: [wang] } })
    const asked = next(joined, { ...commands.invite, agreedBy: [zhang, li, wang] })
    expect(asked.guests).toHaveLength(1)
    expect(refused(asked, together)).toMatchObject({ type: 'held' })
  })
})

test('a file begins its thirty days on the day it is accepted, and is extended once, by all parties, by thirty days at most', () => {
  expect(mediating).toMatchObject({ acceptedOn: day(0), settleBy: day(30) })
  for (const until of [day(30), day(61)])
    expect(refused(mediating, { ...commands.extend, until })).toEqual({
      refused: 'dispute.extension',
      facts: { after: day(30), until: day(60) },
    })
  expect(refused(mediating, { ...commands.extend, agreedBy: [li] })).toMatchObject({ refused: 'dispute.all_parties' })
  const extended = next(mediating, { ...commands.extend, until: day(60) })
  expect(extended).toMatchObject({ settleBy: day(60), isExtended: true })
  expect(answer(extended, commands.extend, as('mediator'), days(40))).toMatchObject({ refused: 'dispute.extended_already' })
})
