import { expect, test } from 'vitest'
import type { CommandId, County, DisputeId, MatterId, PersonId } from '#modules/kernel/ids.ts'
import type { Matter } from '#modules/matters/matter.ts'
import type { Dispute, Party } from './dispute.ts'
import { begun, blank, type Filled, missing, needed } from './form.ts'
import { commandOf } from './form-command.ts'
import { fenOf, yuanOf } from './form-fields.ts'
import { beginIntake, fromMatter, type Intake, missingInIntake, registrationOf } from './intake.ts'
import { blank as noDispute } from './rules/evolve.ts'
import { actions } from './rules/procedure.ts'
import { Command, Register } from './wire.ts'

const uuid = (last: number) => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`
const [zhang, li, made, mediator] = [uuid(1), uuid(2), uuid(3), uuid(4)] as [string, string, string, string]
const at = '2026-06-03T10:00:00.000Z'

const party = (id: string, side: Party['side']): Party => ({
  ...{
    id,
    kind: 'person',
    side,
    of: null,
    speaksAs: null,
    needsGuardian: false,
    paper: null,
    informedOn: '2026-06-01',
    isWilling: true,
    wantsOpen: null,
  },
})
const dispute: Dispute = {
  ...noDispute('140826' as County, uuid(9) as DisputeId),
  ...{
    status: 'mediating',
    summary: '两家因排水沟起争执',
    parties: [party(zhang, 'applicant'), party(li, 'respondent')],
    signs: ['threat'],
  },
  mediators: [mediator as PersonId],
}

const filled: Filled = {
  ...blank,
  ...{ id: made, party: zhang, words: ' 说清楚了 ', on: '2026-06-03', until: '2026-07-01', where: '村委会', whom: '邻居王某' },
  ...{ startedAt: '2026-06-03T01:00:00.000Z', endedAt: '2026-06-03T03:00:00.000Z', parties: [zhang, li], agreedBy: [zhang, li] },
  ...{ mediators: [mediator], photos: [uuid(5)], routes: ['arbitration', 'administrative', 'court'], signs: ['weapon'] },
  ...{ type: '0201', occurredOn: '2026-05-30', involved: '2', yuan: '3,500.5', wish: '恢复原状', side: 'applicant', paper: 'idCard' },
  ...{ name: ' 张三 ', phone: '138 0000 0001', birthYear: '1970', job: '务农', gender: 'male', guestKind: 'neighbour' },
  ...{
    pieceKind: 'evidence',
    title: '现场照片',
    facts: '沟被堵',
    issues: '谁来疏通',
    responsibility: '李四疏通',
    mediator,
    device: 'Android',
  },
  terms: [{ id: uuid(6), by: li, what: '疏通排水沟', way: '自己动手', dueOn: '2026-06-20', yuan: '' }],
  ...{ term: uuid(6), court: '绛县人民法院', result: 'confirmed', performance: 'done', satisfaction: 'satisfied', station: '城关派出所' },
  ...{ toldAt: at, office: 'judicial_officer@140826100', retention: 'ten', shelf: '3-2', grade: 'simple', called: 'confirmed' },
}

test.each(actions)('a filled form of %s is a command that the server takes', (action) => {
  expect(missing(action, filled)).toBeUndefined()
  expect(Command.safeParse(commandOf(action, filled)).error).toBeUndefined()
})

test.each(actions.filter((action) => needed[action].length > 0))(
  'an empty form of %s is no command, and asks for its first field',
  (action) => {
    const empty = { ...blank, involved: '', occurredOn: '' }
    expect(missing(action, empty)).toBe(needed[action][0])
    expect(commandOf(action, empty)).toBeUndefined()
  },
)

test.each([
  ['a telephone number that is none', 'addParty', { phone: '1234' }, 'phone'],
  ['a year of birth that is none', 'addParty', { birthYear: '70' }, 'birthYear'],
  ['money that is none', 'amend', { yuan: '三千' }, 'yuan'],
  ['a count of people that is none', 'amend', { involved: '0' }, 'involved'],
  ['a promise that nobody makes', 'agree', { terms: [{ ...filled.terms[0]!, by: '' }] }, 'terms'],
  ['a promise without a day', 'agree', { terms: [{ ...filled.terms[0]!, dueOn: '' }] }, 'terms'],
  ['an identity paper that is nobody’s', 'attach', { pieceKind: 'identity', party: '' }, 'party'],
  ["a party's signature that is nobody's", 'sign', { signAs: 'party', party: '' }, 'party'],
  ['a doubt without words', 'callBack', { called: 'doubted', words: ' ' }, 'words'],
  ['a refused claim without a reason', 'decideClaim', { isGranted: false, words: '' }, 'words'],
] as const)('it is asked again for %s', (_name, action, change, field) => {
  expect(missing(action, { ...filled, ...change })).toBe(field)
})

test('a drawn signature says on what it was drawn, and a scan the day on the paper', () => {
  expect(commandOf('sign', { ...filled, way: 'drawn' })).toEqual({
    ...{ do: 'sign', as: 'party', party: zhang, way: 'drawn', photos: [uuid(5)], device: 'Android' },
  })
  expect(commandOf('sign', { ...filled, way: 'scan', signAs: 'all' })).toEqual({
    ...{ do: 'sign', as: 'all', way: 'scan', photos: [uuid(5)], on: '2026-06-03' },
  })
})

test('an organisation has who stands for it, and no year of birth', () => {
  const command = commandOf('addParty', { ...filled, kind: 'organisation', headedBy: '王经理' })
  expect(command).toMatchObject({ party: { identity: { name: '张三', phone: '13800000001', headedBy: '王经理' } } })
  expect(JSON.stringify(command)).not.toContain('birthYear')
})

test('a form opens with what the file knows', () => {
  const start = { at, id: made }
  expect(begun('hold', dispute, start)).toMatchObject({ parties: [zhang, li], mediators: [mediator], endedAt: at, id: made })
  expect(begun('agree', dispute, start)).toMatchObject({ facts: dispute.summary, terms: [{ id: made, by: '' }] })
  expect(begun('noteSigns', dispute, start).signs).toEqual(['threat'])
  expect(begun('amendParty', dispute, { ...start, party: li, identity: { name: '李四', birthYear: 1980 } })).toMatchObject({
    ...{ party: li, name: '李四', birthYear: '1980', side: 'respondent' },
  })
  expect(begun('addParty', { ...dispute, parties: [] }, start).side).toBe('applicant')
})

test('money is typed in yuan and kept in fen', () => {
  expect(['', '3500', '3,500.50', '3500.5元', '三千', '1.234'].map(fenOf)).toEqual([undefined, 350_000, 350_050, 350_050, 'odd', 'odd'])
  expect([null, 350_000, 350_050].map(yuanOf)).toEqual(['', '3500', '3500.50'])
})

const matter = {
  ...{ id: uuid(7) as MatterId, place: '140826100201001001', category: '0104', words: '借了两万不还', source: 'web' },
  reportedAt: '2026-06-02T01:00:00.000Z',
} as Matter
const intake: Intake = { ...beginIntake(at, [uuid(8), zhang, li]), committee: '140826100201' }

test('a registration from a matter takes over what the matter says', () => {
  const taken = fromMatter(intake, matter, '东村 二巷', { name: '张三', phone: '13800000001' })

  expect(missingInIntake(taken)).toBeUndefined()
  expect(Register.parse(registrationOf(taken, uuid(10) as CommandId))).toMatchObject({
    ...{ matterId: matter.id, place: matter.place, source: 'application', type: '0804', summary: matter.words, occurredOn: '2026-06-02' },
    parties: [{ id: zhang, side: 'applicant', identity: { name: '张三', phone: '13800000001' } }],
  })
})

test('who reported without a name is asked for, and somebody on the staff reports on nobody’s application', () => {
  expect(missingInIntake(fromMatter(intake, matter, '', undefined))).toBe('parties')
  expect(missingInIntake(fromMatter(intake, { ...matter, source: 'staff' }, '', undefined))).toBeUndefined()
})

test('an office that passed it on is named', () => {
  const passedOn: Intake = { ...intake, place: '140826100201', type: '0201', summary: '排水', source: 'court' }
  expect(missingInIntake(passedOn)).toBe('referredBy')
  expect(registrationOf({ ...passedOn, referredBy: '绛县人民法院' }, uuid(10) as CommandId)).toMatchObject({
    referredBy: '绛县人民法院',
    parties: [],
  })
})

test('half a party is not sent', () => {
  const half: Intake = { ...intake, place: '140826100201', type: '0201', summary: '排水', source: 'initiative' }
  const [first, second] = half.parties
  expect(missingInIntake({ ...half, parties: [{ ...first!, phone: '13800000001' }, second!] })).toBe('name')
})
