/** A dispute as the rules alone see it, without a server: two neighbours of 河湾村 and a ditch, and their file in every status. */

import { type Asker, type Dispute, routes, type Status } from '#modules/disputes/dispute.ts'
import { firstTable } from '#modules/disputes/rules/allowance.ts'
import { decide } from '#modules/disputes/rules/decide.ts'
import type { Event } from '#modules/disputes/rules/event.ts'
import { blank, evolve } from '#modules/disputes/rules/evolve.ts'
import type { Around } from '#modules/disputes/rules/procedure.ts'
import { decideRegister, type RegisterFacts } from '#modules/disputes/rules/register.ts'
import type { Command, NewParty, Register } from '#modules/disputes/wire.ts'
import type { CommandId, DisputeId, Instant, PersonId, PhotoId, PostId } from '#modules/kernel/ids.ts'
import { isRefusal, type Refusal } from '#modules/kernel/refusal.ts'
import type { Actor } from '#modules/people/actor.ts'
import { cast } from './cast.ts'
import { noon, type Who } from './server.ts'

const { places } = cast

export const actor = (who: Who): Actor => {
  const { id, name, county, seat } = cast.people[who]
  return { id, name, county, posts: seat ? [{ ...seat, id: `post of ${who}` as PostId }] : [] }
}
export const idOf = (who: Who): PersonId => cast.people[who].id
export const as = (who: Who): Asker => ({ as: 'staff', actor: actor(who) })
export const byParty = (party: string): Asker => ({ as: 'party', party })
export const clock: Asker = { as: 'system' }

export const zhang = '00000000-0000-4000-8000-000000000001'
export const li = '00000000-0000-4000-8000-000000000002'
/** Who comes in later, or speaks for somebody. */
export const wang = '00000000-0000-4000-8000-000000000003'
export const son = '00000000-0000-4000-8000-000000000004'

export const days = (count: number, from: Instant = noon): Instant => new Date(Date.parse(from) + count * 86_400_000).toISOString()
/** noon's day, and those after it. */
export const day = (count: number): string => days(count).slice(0, 10)

export const around = (at: Instant = noon, change: Partial<Around> = {}): Around => ({
  ...{ at, local: {}, table: { ...firstTable, sampleOneIn: 0 } },
  members: [idOf('mediator'), idOf('otherMediator'), idOf('mediationHead')],
  ...change,
})

export const party = (id: string, side: NewParty['side'], change: Partial<NewParty> = {}): NewParty => ({
  ...{ id, side, kind: 'person', identity: { name: '某某' } },
  ...change,
})

export const registration: Register = {
  ...{ commandId: 'c' as CommandId, id: '00000000-0000-4000-8000-00000000000f' as DisputeId },
  ...{ committee: places.village, place: places.lane, source: 'application', type: '0201', scale: '01', occurredOn: day(-2) },
  ...{ involved: 2, summary: '排水沟堵了，两家起了争执', wish: '疏通水沟', isDifficult: false },
  parties: [party(zhang, 'applicant'), party(li, 'respondent')],
}
export const registerFacts: RegisterFacts = { at: noon, nationalType: 'neighbours', year: 2026, serial: 1, matter: undefined }

export function happened(answer: Event | Refusal): Event {
  if (isRefusal(answer)) throw new Error(`${answer.refused} ${JSON.stringify(answer.facts)}`)
  return answer
}

export const filed = (change: Partial<Register> = {}, by: Who = 'mediator'): Dispute =>
  evolve(
    blank(cast.people.chief.county, registration.id),
    happened(decideRegister({ ...registration, ...change }, actor(by), registerFacts)),
  )

/** What the rules answer. */
export const answer = (
  dispute: Dispute,
  command: Command,
  asker: Asker = as('mediator'),
  at: Instant = noon,
  change: Partial<Around> = {},
) => decide(dispute, command, asker, around(at, change))
/** The file after something that is allowed. */
export const next = (dispute: Dispute, command: Command, asker: Asker = as('mediator'), at: Instant = noon): Dispute =>
  evolve(dispute, happened(answer(dispute, command, asker, at)))
export const inTurn = (dispute: Dispute, ...commands: Command[]): Dispute =>
  commands.reduce((each, command) => next(each, command), dispute)

export const told = [...routes]
const photos = ['00000000-0000-4000-8000-0000000000aa' as PhotoId]
const uuid = (last: number) => `00000000-0000-4000-8000-0000000001${String(last).padStart(2, '0')}`

export const term = { id: uuid(1), by: li, what: '疏通排水沟', way: '自己动手', dueOn: day(10) }

/** One of each, as it would usually be said. */
export const commands = {
  amend: { do: 'amend', type: '0202', scale: '01', occurredOn: day(-3), involved: 3, summary: '界墙', wish: '', isDifficult: false },
  addParty: { do: 'addParty', party: party(wang, 'third') },
  amendParty: { do: 'amendParty', party: li, identity: { name: '李四' }, side: 'respondent' },
  removeParty: { do: 'removeParty', party: li },
  checkPaper: { do: 'checkPaper', party: zhang, paper: 'idCard' },
  inform: { do: 'inform', party: zhang, on: day(0) },
  consent: { do: 'consent', party: zhang, wantsOpen: true },
  decline: { do: 'decline', party: li, reason: '要去法院', routes: told },
  assign: { do: 'assign', mediators: [idOf('mediator'), idOf('otherMediator')], chosenBy: 'parties' },
  recuse: { do: 'recuse', mediator: idOf('mediator'), askedBy: 'mediator', reason: '是张三的表弟' },
  accept: { do: 'accept' },
  setOpenness: { do: 'setOpenness', isOpen: true, agreedBy: [zhang, li] },
  invite: { do: 'invite', guest: uuid(2), kind: 'neighbour', identity: { name: '赵大爷' }, agreedBy: [zhang, li] },
  hold: {
    ...{ do: 'hold', session: uuid(3), startedAt: days(-0.1), endedAt: noon, where: '村委会' },
    ...{ parties: [zhang, li], mediators: [idOf('mediator')], guests: [], notes: '各退一步' },
  },
  inquire: { do: 'inquire', inquiry: uuid(4), on: day(0), where: '沟边', whom: '邻居', notes: '沟堵了' },
  attach: { do: 'attach', piece: uuid(5), kind: 'evidence', title: '照片', photos },
  extend: { do: 'extend', until: day(50), agreedBy: [zhang, li], reason: '等天晴' },
  agree: {
    ...{ do: 'agree', form: 'written', facts: '沟堵', issues: '谁疏通', responsibility: '李四', terms: [term], on: day(0) },
  },
  sign: { do: 'sign', as: 'all', way: 'scan', photos, on: day(0) },
  fail: { do: 'fail', reason: '谈不拢', routes: told },
  withdraw: { do: 'withdraw', party: zhang, reason: '不谈了', routes: told },
  perform: { do: 'perform', term: term.id, on: day(0), words: '通了' },
  breach: { do: 'breach', term: term.id, words: '没动', routes: ['court'] },
  confirmTerm: { do: 'confirmTerm', term: term.id },
  tell: { do: 'tell', words: '水又堵了' },
  askCourt: { do: 'askCourt', court: '测试县人民法院', on: day(0), agreedBy: [zhang, li], concerns: 'rights' },
  courtDecided: { do: 'courtDecided', result: 'confirmed', on: day(0), paperNumber: '(2026)调确1号' },
  revisit: {
    ...{ do: 'revisit', revisit: uuid(6), on: day(0), parties: [zhang, li], performance: 'done', satisfaction: 'satisfied' },
    ...{ danger: false, notes: '都好' },
  },
  noteSigns: { do: 'noteSigns', signs: ['weapon'] },
  prevent: { do: 'prevent', words: '劝开了，刀收走了' },
  tellPolice: { do: 'tellPolice', station: '东镇派出所', toldAt: noon },
  referUp: { do: 'referUp', role: 'judicial_officer', place: places.eastTown, reason: '请指导' },
  comment: { do: 'comment', words: '明天再去' },
  close: { do: 'close', note: '共二十页' },
  archive: { do: 'archive', retention: 'ten', shelf: '3-2' },
  claim: { do: 'claim', grade: 'ordinary' },
  callBack: { do: 'callBack', result: 'confirmed', words: '属实' },
  decideClaim: { do: 'decideClaim', isGranted: true, reason: '' },
} as const satisfies { readonly [Do in Command['do']]: Extract<Command, { do: Do }> }

const willing = (dispute: Dispute, id: string): Dispute =>
  inTurn(
    dispute,
    { do: 'inform', party: id, on: day(0) },
    { do: 'checkPaper', party: id, paper: 'idCard' },
    { do: 'consent', party: id, wantsOpen: false },
  )

const registered = willing(willing(filed(), zhang), li)
const mediating = inTurn(registered, commands.accept, commands.hold)
const agreed = next(mediating, commands.agree)
const performing = next(agreed, commands.sign)
const performed = next(performing, commands.perform)
const closed = inTurn(performed, commands.revisit, commands.close)

/** A file in each status; the one that is registered wants nothing but to be accepted. */
export const stages: Readonly<Record<Status, Dispute>> = {
  ...{ registered, mediating, agreed, performing, performed, closed },
  failed: next(mediating, commands.fail),
  declined: next(registered, commands.decline),
  withdrawn: next(mediating, commands.withdraw),
  archived: next(closed, commands.archive, as('mediationHead')),
}
