import { expect, test } from 'vitest'
import type { Agreement, Dispute, Party } from '#modules/disputes/dispute.ts'
import { blank } from '#modules/disputes/rules/evolve.ts'
import type { County, DisputeId, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Actor } from '#modules/people/actor.ts'
import type { Role } from '#modules/people/role.ts'
import { offersOf } from './offers.ts'
import { stepsOf } from './steps.ts'

const committee = '140826100201' as PlaceCode
const around = { at: '2026-06-03T04:00:00.000Z', local: {} }

const person = (id: string, role: Role): Actor => ({
  ...{ id: id as PersonId, name: id, county: '140826' as County },
  posts: [{ id: `post of ${id}` as never, role, place: committee, department: null }],
})
const [hua, yan] = [person('hua', 'mediator'), person('yan', 'mediation_head')]

const party = (id: string, side: Party['side'], change: Partial<Party> = {}): Party => ({
  ...{
    id,
    kind: 'person',
    side,
    of: null,
    speaksAs: null,
    needsGuardian: false,
    paper: 'idCard',
    informedOn: '2026-06-01',
    isWilling: true,
    wantsOpen: null,
  },
  ...change,
})
const file = (change: Partial<Dispute>): Dispute => ({
  ...blank('140826' as County, 'd1' as DisputeId),
  ...{ committee, mediators: [hua.id], parties: [party('li', 'applicant'), party('zhao', 'respondent')] },
  ...{ summary: '滴水', acceptedOn: '2026-06-01', settleBy: '2026-07-01' },
  ...change,
})
const term = {
  id: 't1',
  by: 'zhao',
  what: '改水管',
  way: '自己动手',
  dueOn: '2026-06-20',
  fen: null,
  state: 'due',
  doneOn: null,
  confirmedBy: [],
} as const
const agreement: Agreement = {
  ...{ form: 'written', facts: '', issues: '', responsibility: '', terms: [term], madeOn: '2026-06-02' },
  ...{ effectiveOn: null, signatures: [] },
}
const held = { sessions: [{ id: 's1' } as Dispute['sessions'][number]] }

const keys = (dispute: Dispute, actor = hua) =>
  stepsOf(dispute, actor, around).map(({ key, party, why }) => [key, party, why?.refused].filter(Boolean).join(' '))

test.each([
  ['one side is missing', file({ status: 'registered', parties: [party('li', 'applicant')] }), ['addParty']],
  [
    'each is told first, then asked',
    file({
      status: 'registered',
      parties: [party('li', 'applicant', { informedOn: null, isWilling: null }), party('zhao', 'respondent', { isWilling: null })],
    }),
    ['inform li', 'consent zhao'],
  ],
  ['all are willing', file({ status: 'registered' }), ['accept']],
  ['accepted', file({ status: 'mediating' }), ['hold']],
  ['after a session', file({ status: 'mediating', ...held }), ['agree', 'again']],
  [
    'a party added later holds it up',
    file({ status: 'mediating', ...held, parties: [...file({}).parties, party('sun', 'third', { informedOn: null, isWilling: null })] }),
    ['inform sun'],
  ],
  ['danger comes before everything', file({ status: 'mediating', preventBy: '2026-06-04T04:00:00.000Z' }), ['prevent', 'hold']],
  [
    'everybody has to sign, the seal is the head’s',
    file({ status: 'agreed', agreement }),
    ['sign li', 'sign zhao', 'sign', 'sign dispute.not_head'],
  ],
  [
    'kept, or to court together',
    file({ status: 'performing', ending: 'agreed', agreement: { ...agreement, effectiveOn: '2026-06-02' }, ...held }),
    ['term zhao', 'court', 'revisit'],
  ],
  [
    'past its day',
    file({
      status: 'performing',
      ...held,
      revisits: [{} as never],
      agreement: { ...agreement, form: 'oral', effectiveOn: '2026-05-02', terms: [{ ...term, dueOn: '2026-06-01' }] },
    }),
    ['termLate zhao'],
  ],
  ['nothing is missing', file({ status: 'failed', ...held, routesTold: { on: '2026-06-02', routes: [] } }), ['close']],
  [
    'a paper is missing',
    file({ status: 'failed', ...held, parties: [party('li', 'applicant', { paper: null }), party('zhao', 'respondent')] }),
    ['paper li'],
  ],
  ['done', file({ status: 'archived' }), []],
])('what comes next when %s', (_name, dispute, expected) => {
  expect(keys(dispute)).toEqual(expected)
})

test.each([
  [
    'somebody needs a guardian',
    file({
      status: 'registered',
      parties: [party('li', 'applicant', { needsGuardian: true, isWilling: null }), party('zhao', 'respondent')],
    }),
    ['guardian li', 'consent li'],
  ],
  [
    'the guardian is there',
    file({
      status: 'registered',
      parties: [
        party('li', 'applicant', { needsGuardian: true }),
        party('zhao', 'respondent'),
        party('mother', 'applicant', { of: 'li', speaksAs: 'guardian' }),
      ],
    }),
    ['accept'],
  ],
  [
    'a child was threatened',
    file({
      status: 'registered',
      signs: ['threat'],
      parties: [
        party('li', 'applicant', { needsGuardian: true }),
        party('zhao', 'respondent'),
        party('mother', 'applicant', { of: 'li', speaksAs: 'guardian' }),
      ],
    }),
    ['police'],
  ],
  [
    'the court did not confirm it',
    file({
      ...{ status: 'performing', ending: 'agreed', ...held, revisits: [{} as never], pieces: [{ kind: 'confirmation' } as never] },
      agreement: { ...agreement, effectiveOn: '2026-06-02' },
      confirmation: { court: '', askedOn: '2026-06-02', result: 'rejected', decidedOn: '2026-06-03', paperNumber: null },
    }),
    ['anew', 'over'],
  ],
])('what comes next when %s', (_name, dispute, expected) => {
  expect(keys(dispute)).toEqual(expected)
})

test('the head sets the seal, and does not sign for a mediator', () => {
  expect(keys(file({ status: 'agreed', agreement }), yan)).toEqual(['sign li', 'sign zhao', 'sign dispute.not_assigned', 'sign'])
})

test('somebody who does not mediate here is told so', () => {
  expect(keys(file({ status: 'registered' }), person('other', 'mediator'))).toEqual(['accept dispute.not_mediator'])
})

test('nobody is offered what the file is past, or what only the head may', () => {
  const offered = (dispute: Dispute, actor = hua) => offersOf(dispute, actor, around).map(({ action }) => action)
  expect(offered(file({ status: 'closed' }))).toEqual(['revisit', 'claim', 'attach', 'noteSigns', 'tellPolice', 'referUp', 'comment'])
  expect(offered(file({ status: 'registered' }))).not.toContain('assign')
  expect(offered(file({ status: 'registered' }), yan)).toContain('assign')
  expect(offered(file({ status: 'declined' }))).not.toContain('hold')
})
