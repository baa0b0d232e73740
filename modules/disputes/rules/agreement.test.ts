/** Sessions, failure and agreement: 人民调解法 arts. 26-32. */
import { describe, expect, test } from 'vitest'
import {
  answer,
  as,
  byParty,
  commands,
  day,
  days,
  idOf,
  inTurn,
  li,
  next,
  party,
  registration,
  son,
  stages,
  term,
  told,
  zhang,
} from '#tests/mediation.ts'
import type { Dispute } from '../dispute.ts'
import type { Command } from '../wire.ts'
import { unsigned } from './agreement.ts'

const { registered, mediating, agreed, performing, performed } = stages
const refused = (dispute: Dispute, command: Command, asker = as('mediator'), at?: string) => answer(dispute, command, asker, at)
const { photos } = commands.sign
const drawn = { do: 'sign', way: 'drawn', photos, device: 'Android 9, Chrome' } as const
const oral = { ...commands.agree, form: 'oral' } as const
const again = { ...commands.hold, session: term.id }

describe('art. 27: what was said is written down', () => {
  test('art. 27: a session ends after it began, not in the future, and not before the dispute was there', () => {
    for (const [startedAt, endedAt] of [
      [days(-0.1), days(-0.2)],
      [days(-0.1), days(0.1)],
      [days(-9), days(-8.9)],
    ] as const)
      expect(refused(mediating, { ...again, startedAt, endedAt }), startedAt).toMatchObject({ refused: 'dispute.session_time' })
  })

  test('arts. 19, 27: only assigned mediators and parties of the file sat there', () => {
    expect(refused(mediating, { ...again, mediators: [idOf('mediator'), idOf('otherMediator')] })).toEqual({
      ...{ refused: 'dispute.not_assigned', facts: { people: [idOf('otherMediator')] } },
    })
    expect(refused(mediating, { ...again, parties: [son] })).toMatchObject({ refused: 'dispute.party_unknown' })
  })

  test('art. 23 (3): the record says whether the session was open', () => {
    expect(next(next(mediating, commands.setOpenness), again).sessions.map(({ isOpen }) => isOpen)).toEqual([false, true])
  })
})

describe('art. 26: it fails', () => {
  test.each([['arbitration', 'administrative'], ['court'], []] as const)(
    'art. 26: not while the parties were told of %s alone',
    (...routes) => {
      expect(refused(mediating, { ...commands.fail, routes: [...routes] })).toMatchObject({
        refused: 'dispute.routes_untold',
        facts: { routes: told.filter((route) => !(routes as readonly string[]).includes(route)) },
      })
    },
  )

  test('art. 26: then it is over, and that they were told stays in the file', () => {
    expect(stages.failed).toMatchObject({ ending: 'failed', endedOn: day(0), routesTold: { on: day(0), routes: told } })
    expect(next(agreed, commands.fail)).toMatchObject({ status: 'failed', agreement: { effectiveOn: null } })
    expect(next(registered, commands.fail)).toMatchObject({ status: 'failed', acceptedOn: null })
  })

  test('art. 31: an agreement that binds does not fail, and is not talked over or written anew', () => {
    for (const command of [commands.fail, { ...commands.agree }, again])
      expect(refused(performing, command), command.do).toEqual({ refused: 'dispute.binding', facts: { day: day(0) } })
  })
})

describe('arts. 28, 29: a written agreement', () => {
  test('arts. 28, 29: not before anybody sat together, nor dated before they did', () => {
    expect(refused(next(registered, commands.accept), commands.agree)).toMatchObject({ refused: 'dispute.no_session' })
    expect(refused(mediating, { ...commands.agree, on: day(-1) })).toEqual({ refused: 'dispute.day_before', facts: { day: day(0) } })
    expect(refused(mediating, { ...commands.agree, on: day(1) })).toMatchObject({ refused: 'dispute.day_ahead' })
  })

  test('art. 29 (3): each promise is a party’s, each once, and due no earlier than the agreement', () => {
    const terms = (...those: (typeof term)[]) => refused(mediating, { ...commands.agree, terms: those })

    expect(terms({ ...term, by: son })).toMatchObject({ refused: 'dispute.party_unknown' })
    expect(terms(term, term)).toMatchObject({ refused: 'conflict' })
    expect(terms({ ...term, dueOn: day(-1) })).toEqual({ refused: 'dispute.term_before', facts: { day: day(-1) } })
    expect(terms({ ...term, dueOn: day(0) })).toMatchObject({ type: 'agreed' })
  })

  test('art. 29: it binds only when every party, a mediator and the seal are under it, in any order', () => {
    const signatures: [Command, Parameters<typeof as>[0]][] = [
      [{ ...drawn, as: 'seal' }, 'mediationHead'],
      [{ ...drawn, as: 'party', party: li }, 'mediator'],
      [{ ...drawn, as: 'mediator' }, 'mediator'],
      [{ ...drawn, as: 'party', party: zhang }, 'mediator'],
    ]
    let dispute = agreed
    for (const [index, [command, who]] of signatures.entries()) {
      expect(dispute).toMatchObject({ status: 'agreed', ending: null, agreement: { effectiveOn: null } })
      expect(unsigned(dispute)).toHaveLength(signatures.length - index)
      dispute = next(dispute, command, as(who), days(index))
    }
    expect(dispute).toMatchObject({ status: 'performing', ending: 'agreed', endedOn: day(3), agreement: { effectiveOn: day(3) } })
    expect(dispute.agreement?.signatures[1]).toMatchObject({ who: li, way: 'drawn', device: 'Android 9, Chrome', on: day(1), at: days(1) })
  })

  test('art. 29: only the head puts the seal on, only an assigned mediator signs as one, only a party as a party', () => {
    expect(refused(agreed, { ...drawn, as: 'seal' })).toMatchObject({ refused: 'dispute.not_head' })
    expect(refused(agreed, { ...drawn, as: 'mediator' }, as('mediationHead'))).toMatchObject({ refused: 'dispute.not_assigned' })
    const spoken = next(agreed, { do: 'addParty', party: party(son, 'respondent', { of: li }) })
    expect(refused(spoken, { ...drawn, as: 'party', party: son })).toMatchObject({ refused: 'dispute.party_unknown' })
    expect(refused(agreed, { ...drawn, as: 'party' })).toMatchObject({ refused: 'dispute.party_unknown' })
    expect(refused(next(agreed, { ...drawn, as: 'mediator' }), { ...drawn, as: 'mediator' })).toMatchObject({
      refused: 'dispute.signed_already',
    })
  })

  test('art. 29: a paper that everybody signed is photographed, and says its day', () => {
    expect(refused(agreed, { ...drawn, as: 'all' })).toMatchObject({ refused: 'dispute.scan_only' })
    expect(refused(agreed, { do: 'sign', as: 'all', way: 'scan', photos })).toMatchObject({ refused: 'dispute.paper_day' })
    expect(refused(agreed, { ...commands.sign, on: day(-1) })).toMatchObject({ refused: 'dispute.before_agreement' })
    expect(refused(agreed, { ...commands.sign, on: day(1) })).toMatchObject({ refused: 'dispute.day_ahead' })
    expect(refused({ ...agreed, mediators: [] }, commands.sign, as('mediationHead'))).toMatchObject({ refused: 'dispute.no_mediator' })
  })

  test('art. 29: it binds from the day on which the last signed, not the day on which the paper came into the file', () => {
    const late = next(agreed, { ...commands.sign, on: day(2) }, as('mediator'), days(9))
    expect(late).toMatchObject({ agreement: { effectiveOn: day(2) }, endedOn: day(2) })

    const first = next(agreed, { ...drawn, as: 'party', party: li }, as('mediator'), days(5))
    const rest = next(first, { ...commands.sign, on: day(2) }, as('mediator'), days(9))
    expect(rest.agreement?.effectiveOn).toBe(day(5))
  })

  test('art. 29: written anew before it binds, it has to be signed anew', () => {
    const half = next(agreed, { ...drawn, as: 'party', party: li })
    const anew = next(half, { ...commands.agree, facts: '改过' })

    expect(anew).toMatchObject({ status: 'agreed', agreement: { facts: '改过', signatures: [] } })
    expect(unsigned(anew)).toHaveLength(4)
  })

  test('art. 19: who steps back for interest takes their signature along', () => {
    const recused = next(next(agreed, { ...drawn, as: 'mediator' }), commands.recuse)

    expect(recused.agreement?.signatures).toEqual([])
    expect(unsigned(recused)).toContainEqual({ as: 'mediator', who: '' })
  })

  test('民法典 art. 165: an agent signs only with a power of attorney', () => {
    const spoken = next(agreed, { do: 'addParty', party: party(son, 'respondent', { of: li }) })
    const command = { ...drawn, as: 'party', party: li, through: son } as const

    expect(refused(spoken, command)).toMatchObject({ refused: 'dispute.no_power_of_attorney' })
    const allowed = next(spoken, { ...commands.attach, kind: 'powerOfAttorney', party: son })
    expect(refused(allowed, command)).toMatchObject({ type: 'signed', signatures: [{ who: li, through: son }] })
    expect(refused(next(allowed, command), { do: 'removeParty', party: son })).toMatchObject({ refused: 'dispute.party_stays' })
  })
})

describe('art. 30: an oral agreement', () => {
  test('art. 30: it binds from the day on which it was reached, with no signature', () => {
    expect(next(mediating, oral)).toMatchObject({
      status: 'performing',
      ending: 'agreed',
      agreement: { effectiveOn: day(0), signatures: [] },
    })
    expect(next(mediating, oral, as('mediator'), days(3)).agreement?.effectiveOn).toBe(day(0))
  })

  test('art. 30: every party was at the table, or somebody who speaks for them', () => {
    const alone = { ...commands.hold, parties: [zhang] }
    const accepted = next(registered, commands.accept)
    expect(refused(next(accepted, alone), oral)).toEqual({ refused: 'dispute.party_absent', facts: { parties: [li] } })
    expect(refused(next(accepted, alone), commands.agree)).toMatchObject({ type: 'agreed' })

    const spoken = next(accepted, { do: 'addParty', party: party(son, 'respondent', { of: li }) })
    expect(refused(next(spoken, { ...commands.hold, parties: [zhang, son] }), oral)).toMatchObject({ type: 'agreed' })
  })
})

describe('arts. 31, 32: it is kept, or not', () => {
  test('art. 31: all promises kept, it is performed', () => {
    const other = { ...term, id: registration.id as string, by: zhang }
    const two = next(next(mediating, { ...commands.agree, terms: [term, other] }), commands.sign)
    const half = next(two, commands.perform)

    expect(half.status).toBe('performing')
    expect(next(half, { ...commands.perform, term: other.id }).status).toBe('performed')
    expect(refused(half, commands.perform)).toEqual({ refused: 'dispute.term_done', facts: { state: 'performed' } })
    expect(refused(half, { ...commands.perform, term: zhang })).toMatchObject({ refused: 'dispute.term_unknown' })
    expect(refused(half, { ...commands.perform, term: other.id, on: day(-1) })).toMatchObject({ refused: 'dispute.day_before' })
  })

  test('art. 32: a promise is broken when its day is over, and whoever it was made to hears that they can sue', () => {
    const late = days(11)
    expect(refused(performing, commands.breach)).toEqual({ refused: 'dispute.term_not_due', facts: { day: day(10) } })
    expect(refused(performing, commands.breach, as('mediator'), days(10))).toMatchObject({ refused: 'dispute.term_not_due' })
    expect(refused(performing, { ...commands.breach, routes: ['arbitration'] }, as('mediator'), late)).toEqual({
      ...{ refused: 'dispute.routes_untold', facts: { routes: ['court'] } },
    })
    const broken = next(performing, commands.breach, as('mediator'), late)
    expect(broken).toMatchObject({ status: 'performing', routesTold: { on: day(11), routes: ['court'] } })
    expect(refused(broken, commands.breach, as('mediator'), late)).toEqual({ refused: 'dispute.term_done', facts: { state: 'breached' } })
    expect(refused(broken, { ...commands.breach, term: li }, as('mediator'), late)).toMatchObject({ refused: 'dispute.term_unknown' })
  })

  test('art. 31: what was broken can be made good, late', () => {
    const broken = next(performing, commands.breach, as('mediator'), days(11))
    const mended = next(broken, { ...commands.perform, on: day(12) }, as('mediator'), days(12))

    expect(mended).toMatchObject({ status: 'performed', agreement: { terms: [{ state: 'performed', doneOn: day(12) }] } })
  })

  test('a file is closed with a broken promise, but not with one that is still open', () => {
    const visited = next(performing, commands.revisit)
    expect(refused(visited, commands.close)).toMatchObject({ refused: 'dispute.terms_due' })
    const broken = next(visited, commands.breach, as('mediator'), days(11))
    expect(next(broken, commands.close, as('mediator'), days(11))).toMatchObject({ status: 'closed', ending: 'agreed' })
  })

  test('a party says once, by their code, that a promise was kept; that alone does not end it', () => {
    const confirmed = next(performing, commands.confirmTerm, byParty(zhang))

    expect(confirmed).toMatchObject({ status: 'performing', agreement: { terms: [{ state: 'due', confirmedBy: [zhang] }] } })
    expect(refused(confirmed, commands.confirmTerm, byParty(zhang))).toMatchObject({ refused: 'dispute.confirmed_already' })
    expect(refused(confirmed, { ...commands.confirmTerm, term: li }, byParty(zhang))).toMatchObject({ refused: 'dispute.term_unknown' })
  })

  test('人民调解工作若干规定 art. 36: a visit asks parties of the file, after the agreement began to bind', () => {
    expect(refused(performed, { ...commands.revisit, parties: [son] })).toMatchObject({ refused: 'dispute.party_unknown' })
    expect(refused(performed, { ...commands.revisit, on: day(-1) })).toMatchObject({ refused: 'dispute.day_before' })
    expect(inTurn(performed, commands.revisit, commands.close).status).toBe('closed')
  })
})
