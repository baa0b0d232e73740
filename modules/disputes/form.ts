/**
 * What the form of each action on a dispute holds, what it begins with, and what is still missing in it. One flat record serves all
 * forms; which fields a form shows is its screen's, which it cannot do without stands in `needed`. The command that it becomes is written in
 * form-command.ts; registering has its own form, intake.ts.
 */
import { dayOf } from '#modules/kernel/calendar.ts'
import type { Day, Instant } from '#modules/kernel/ids.ts'
import type { Action, Concern, Dispute, Guest, Paper, PieceKind, Retention, Revisit, Route, Scale, Side, Speaker } from './dispute.ts'
import { principals } from './dispute.ts'
import { type FilledIdentity, fenOf, isOddIdentity, noIdentity, typedIdentity, wholeNumber, yuanOf } from './form-fields.ts'
import type { Grade } from './rules/allowance.ts'
import type { Sign } from './rules/danger.ts'
import { guardianOf } from './rules/parties.ts'
import type { Identity } from './wire.ts'

/** A line of the terms: money in yuan as typed. */
export type FilledTerm = {
  readonly id: string
  readonly by: string
  readonly what: string
  readonly way: string
  readonly dueOn: Day | ''
  readonly yuan: string
}

export type Filled = FilledIdentity & {
  /** The id of what the form makes (a party, guest, session, inquiry, paper, visit), minted when it opens: sent twice, it is there once. */
  readonly id: string
  /** The party it is about, and who speaks for them. */
  readonly party: string
  readonly through: string
  /** The form's main text: a reason, a note, minutes, what happened. */
  readonly words: string
  readonly on: Day | ''
  readonly until: Day | ''
  readonly startedAt: Instant | ''
  readonly endedAt: Instant | ''
  readonly where: string
  /** Who was asked, in an inquiry. */
  readonly whom: string
  readonly parties: readonly string[]
  readonly agreedBy: readonly string[]
  readonly mediators: readonly string[]
  readonly guests: readonly string[]
  readonly photos: readonly string[]
  readonly routes: readonly Route[]
  readonly signs: readonly Sign[]
  /** Of the file itself. `involved` and `yuan` as typed. */
  readonly type: string
  readonly nationalType: string
  readonly scale: Scale
  readonly occurredOn: Day | ''
  readonly involved: string
  readonly yuan: string
  readonly isDifficult: boolean
  readonly wish: string
  readonly side: Side | ''
  /** The party that the added one speaks for, and by what; empty for a party itself. */
  readonly of: string
  readonly speaksAs: Speaker
  readonly needsGuardian: boolean
  readonly paper: Paper | ''
  readonly wantsOpen: boolean
  readonly isOpen: boolean
  readonly chosenBy: 'committee' | 'parties'
  readonly mediator: string
  readonly askedBy: 'mediator' | 'party'
  readonly guestKind: Guest['kind'] | ''
  readonly pieceKind: PieceKind | ''
  readonly title: string
  readonly form: 'written' | 'oral'
  readonly facts: string
  readonly issues: string
  readonly responsibility: string
  readonly terms: readonly FilledTerm[]
  readonly signAs: 'party' | 'mediator' | 'seal' | 'all'
  readonly way: 'drawn' | 'scan'
  readonly device: string
  readonly term: string
  readonly court: string
  readonly concerns: Concern
  readonly result: 'confirmed' | 'rejected' | 'notAccepted' | ''
  readonly paperNumber: string
  readonly performance: Revisit['performance'] | ''
  readonly satisfaction: Revisit['satisfaction'] | ''
  readonly danger: boolean
  readonly station: string
  readonly toldAt: Instant | ''
  /** The office it is referred up to: "judicial_officer@140826100". */
  readonly office: string
  readonly retention: Retention | ''
  readonly shelf: string
  readonly grade: Grade | ''
  readonly called: 'confirmed' | 'doubted' | ''
  readonly isGranted: boolean
}

export const blank: Filled = {
  ...noIdentity,
  ...{ id: '', party: '', through: '', words: '', on: '', until: '', startedAt: '', endedAt: '', where: '', whom: '' },
  ...{ parties: [], agreedBy: [], mediators: [], guests: [], photos: [], routes: [], signs: [] },
  ...{ type: '', nationalType: '', scale: '01', occurredOn: '', involved: '', yuan: '', isDifficult: false, wish: '' },
  ...{
    side: '',
    of: '',
    speaksAs: 'agent',
    needsGuardian: false,
    paper: '',
    wantsOpen: false,
    isOpen: false,
    chosenBy: 'committee',
    mediator: '',
    askedBy: 'mediator',
  },
  ...{ guestKind: '', pieceKind: '', title: '', form: 'written', facts: '', issues: '', responsibility: '', terms: [] },
  ...{ signAs: 'party', way: 'drawn', device: '', term: '', court: '', concerns: 'rights', result: '', paperNumber: '' },
  ...{ performance: '', satisfaction: '', danger: false, station: '', toldAt: '', office: '' },
  ...{ retention: '', shelf: '', grade: '', called: '', isGranted: true },
}

/** What a form begins with beside the file: now, a fresh id, and what was tapped. */
export type Start = {
  readonly at: Instant
  readonly id: string
  readonly party?: string | undefined
  readonly term?: string | undefined
  readonly identity?: Identity | undefined
}

/** A form as it opens: with everything that the file knows already, so that nothing is typed twice. */
export function begun(action: Action, dispute: Dispute, { at, id, party = '', term = '', identity }: Start): Filled {
  const all = principals(dispute)
  const begins: Filled = {
    ...blank,
    id,
    party,
    term,
    on: dayOf(at),
    kind: dispute.parties.find((each) => each.id === party)?.kind ?? 'person',
  }
  const { agreement } = dispute
  switch (action) {
    case 'amend': {
      const { type, nationalType, scale, occurredOn, involved, fen, isDifficult, wish, summary } = dispute
      return {
        ...begins,
        type,
        nationalType,
        scale,
        occurredOn,
        involved: `${involved}`,
        yuan: yuanOf(fen),
        isDifficult,
        wish,
        words: summary,
      }
    }
    case 'addParty': {
      // Begun from a party, it is about somebody who speaks for them: their guardian where they need one.
      const whose = dispute.parties.find(({ id }) => id === party)
      if (whose)
        return { ...begins, party: '', kind: 'person', of: party, side: whose.side, speaksAs: whose.needsGuardian ? 'guardian' : 'agent' }
      return { ...begins, party: '', side: all.some(({ side }) => side === 'applicant') ? 'respondent' : 'applicant' }
    }
    case 'amendParty': {
      const { side = '', needsGuardian = false } = dispute.parties.find((each) => each.id === party) ?? {}
      return { ...begins, ...typedIdentity(identity), side, needsGuardian }
    }
    case 'assign':
      return { ...begins, mediators: dispute.mediators, chosenBy: dispute.chosenBy ?? 'committee' }
    case 'recuse':
      return { ...begins, mediator: dispute.mediators.length === 1 ? dispute.mediators[0]! : '' }
    case 'setOpenness':
      return { ...begins, isOpen: !dispute.isOpenSession, agreedBy: all.filter(({ wantsOpen }) => wantsOpen).map(({ id }) => id) }
    case 'hold': {
      const there = dispute.parties.filter(({ isWilling, of }) => isWilling === true && of === null).map(({ id }) => id)
      const startedAt = new Date(Date.parse(at) - 3_600_000).toISOString()
      return {
        ...begins,
        startedAt,
        endedAt: at,
        parties: there,
        mediators: dispute.mediators,
        where: dispute.sessions.at(-1)?.where ?? '',
      }
    }
    case 'agree': {
      const terms = agreement?.terms.map(({ id, by, what, way, dueOn, fen }) => ({ id, by, what, way, dueOn, yuan: yuanOf(fen) }))
      const { form = 'written', facts = dispute.summary, issues = '', responsibility = '' } = agreement ?? {}
      return { ...begins, form, facts, issues, responsibility, terms: terms ?? [emptyTerm(id)] }
    }
    case 'sign':
      return { ...begins, signAs: party ? 'party' : 'mediator', through: throughFor(dispute, party) }
    case 'consent':
      return { ...begins, through: throughFor(dispute, party) }
    case 'askCourt':
      return { ...begins, agreedBy: [] }
    case 'revisit':
      return { ...begins, parties: all.map(({ id }) => id), performance: dispute.status === 'performed' ? 'done' : '' }
    case 'noteSigns':
      return { ...begins, signs: dispute.signs }
    case 'tellPolice':
      return { ...begins, toldAt: at }
    default:
      return begins
  }
}

/** Who speaks for a party without being asked: the guardian of whoever needs one (民法典 arts. 19-23). */
export const throughFor = (dispute: Pick<Dispute, 'parties'>, party: string): string =>
  dispute.parties.find(({ id }) => id === party)?.needsGuardian ? (guardianOf(dispute, party)?.id ?? '') : ''

export const emptyTerm = (id: string): FilledTerm => ({ id, by: '', what: '', way: '', dueOn: '', yuan: '' })

/** What each form cannot do without, in the order in which it asks. What the rules want besides, they say. */
export const needed = {
  amend: ['type', 'words', 'occurredOn', 'involved'],
  addParty: ['side', 'name'],
  amendParty: ['party', 'side', 'name'],
  removeParty: ['party'],
  checkPaper: ['party', 'paper'],
  inform: ['party', 'on'],
  consent: ['party'],
  decline: ['party', 'routes'],
  assign: ['mediators'],
  recuse: ['mediator', 'words'],
  accept: [],
  setOpenness: [],
  invite: ['guestKind', 'name', 'agreedBy'],
  hold: ['startedAt', 'endedAt', 'where', 'parties', 'mediators', 'words'],
  inquire: ['on', 'where', 'whom', 'words'],
  attach: ['pieceKind', 'photos', 'title'],
  extend: ['until', 'words', 'agreedBy'],
  agree: ['facts', 'issues', 'responsibility', 'terms', 'on'],
  sign: ['photos'],
  fail: ['words', 'routes'],
  withdraw: ['party', 'routes'],
  perform: ['term', 'on'],
  breach: ['term', 'words', 'routes'],
  confirmTerm: ['term'],
  tell: ['words'],
  askCourt: ['court', 'on', 'agreedBy'],
  courtDecided: ['result', 'on'],
  revisit: ['on', 'parties', 'performance', 'satisfaction', 'words'],
  noteSigns: [],
  prevent: ['words'],
  tellPolice: ['toldAt', 'station'],
  referUp: ['office', 'words'],
  comment: ['words'],
  close: ['words'],
  archive: ['retention'],
  claim: ['grade'],
  callBack: ['called'],
  decideClaim: [],
} as const satisfies Record<Action, readonly (keyof Filled)[]>

export type Field = keyof Filled

const isEmpty = (value: Filled[Field]) => (typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0)

/** The first field that is still empty, or holds what cannot be read (a telephone number, money), by its name in the catalogue. */
export function missing(action: Action, filled: Filled): Field | undefined {
  const empty = (needed[action] as readonly Field[]).find((field) => isEmpty(filled[field]))
  if (empty) return empty
  switch (action) {
    case 'amend':
      return wholeNumber(filled.involved) ? oddMoney(filled.yuan) : 'involved'
    case 'addParty':
    case 'amendParty':
    case 'invite':
      return isOddIdentity(filled)
    case 'agree':
      return filled.terms.every(isWhole) ? undefined : 'terms'
    case 'attach':
      return ['identity', 'powerOfAttorney'].includes(filled.pieceKind) && !filled.party ? 'party' : undefined
    case 'sign':
      return filled.signAs === 'party' && !filled.party ? 'party' : undefined
    case 'callBack':
      return filled.called === 'doubted' && isEmpty(filled.words) ? 'words' : undefined
    case 'decideClaim':
      return filled.isGranted || !isEmpty(filled.words) ? undefined : 'words'
    default:
      return undefined
  }
}

const oddMoney = (yuan: string) => (fenOf(yuan) === 'odd' ? 'yuan' : undefined)

const isWhole = ({ by, what, way, dueOn, yuan }: FilledTerm) =>
  by !== '' && what.trim() !== '' && way.trim() !== '' && dueOn !== '' && fenOf(yuan) !== 'odd'
