/** The command that a filled form becomes. */
import type { PersonId, PhotoId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Role } from '#modules/people/role.ts'
import type { Action } from './dispute.ts'
import { type Filled, missing } from './form.ts'
import { fenOf, identityOf } from './form-fields.ts'
import type { Command } from './wire.ts'

/** Undefined while something that the command cannot do without is missing. */
export function commandOf(action: Action, filled: Filled): Command | undefined {
  return missing(action, filled) === undefined ? written(action, filled) : undefined
}

const money = (yuan: string) => {
  const fen = fenOf(yuan)
  return typeof fen === 'number' ? { fen } : {}
}

/** Every field that the action needs is there: `missing` has seen to it, and the empty values below never leave this file. */
function written(action: Action, filled: Filled): Command | undefined {
  const { party, on, routes, agreedBy, parties, mediators, guests, photos } = filled
  const words = filled.words.trim()
  const through = filled.through ? { through: filled.through } : {}
  const people = [...mediators] as PersonId[]
  const pictures = [...photos] as PhotoId[]
  const trimmed = (field: 'where' | 'whom' | 'title' | 'facts' | 'issues' | 'responsibility' | 'court' | 'station' | 'device') =>
    filled[field].trim()
  switch (action) {
    case 'amend':
      return {
        ...{ do: action, type: filled.type, scale: filled.scale, occurredOn: filled.occurredOn, involved: Number(filled.involved) },
        ...(filled.nationalType ? { nationalType: filled.nationalType } : {}),
        ...{ summary: words, wish: filled.wish.trim(), isDifficult: filled.isDifficult, ...money(filled.yuan) },
      }
    case 'addParty': {
      const { id, kind, side, of, speaksAs, needsGuardian } = filled
      if (!side) return undefined
      const who = of ? { of, speaksAs } : { needsGuardian: needsGuardian && kind === 'person' }
      return { do: action, party: { id, kind, side, ...who, identity: identityOf(filled) } }
    }
    case 'amendParty':
      return filled.side
        ? { do: action, party, identity: identityOf(filled), side: filled.side, needsGuardian: filled.needsGuardian }
        : undefined
    case 'removeParty':
      return { do: action, party }
    case 'checkPaper':
      return filled.paper ? { do: action, party, paper: filled.paper } : undefined
    case 'inform':
      return { do: action, party, on }
    case 'consent':
      return { do: action, party, wantsOpen: filled.wantsOpen, ...through }
    case 'decline':
      return { do: action, party, reason: words, routes: [...routes], ...through }
    case 'assign':
      return { do: action, mediators: people, chosenBy: filled.chosenBy }
    case 'recuse':
      return { do: action, mediator: filled.mediator as PersonId, askedBy: filled.askedBy, reason: words }
    case 'accept':
      return { do: action }
    case 'setOpenness':
      return { do: action, isOpen: filled.isOpen, agreedBy: [...agreedBy] }
    case 'invite': {
      const { id, guestKind: kind } = filled
      return kind ? { do: action, guest: id, kind, identity: identityOf(filled), agreedBy: [...agreedBy] } : undefined
    }
    case 'hold': {
      const { id, startedAt, endedAt } = filled
      const there = { parties: [...parties], mediators: people, guests: [...guests] }
      return { do: action, session: id, startedAt, endedAt, where: trimmed('where'), ...there, notes: words }
    }
    case 'inquire':
      return { do: action, inquiry: filled.id, on, where: trimmed('where'), whom: trimmed('whom'), notes: words }
    case 'attach': {
      const { id, pieceKind: kind } = filled
      return kind ? { do: action, piece: id, kind, title: trimmed('title'), ...(party ? { party } : {}), photos: pictures } : undefined
    }
    case 'extend':
      return { do: action, until: filled.until, agreedBy: [...agreedBy], reason: words }
    case 'agree': {
      const terms = filled.terms.map(({ id, by, what, way, dueOn, yuan }) => ({
        ...{ id, by, what: what.trim(), way: way.trim(), dueOn },
        ...money(yuan),
      }))
      const said = { facts: trimmed('facts'), issues: trimmed('issues'), responsibility: trimmed('responsibility') }
      return { do: action, form: filled.form, ...said, terms, on }
    }
    case 'sign': {
      const { signAs: as, way } = filled
      const who = as === 'party' ? { party, ...through } : {}
      const drawnOn = trimmed('device')
      return {
        ...{ do: action, as, ...who, way, photos: pictures },
        ...(way === 'scan' && on ? { on } : {}),
        ...(way === 'drawn' && drawnOn ? { device: drawnOn.slice(0, 100) } : {}),
      }
    }
    case 'fail':
      return { do: action, reason: words, routes: [...routes] }
    case 'withdraw':
      return { do: action, party, reason: words, routes: [...routes] }
    case 'perform':
      return { do: action, term: filled.term, on, words }
    case 'breach':
      return { do: action, term: filled.term, words, routes: [...routes] }
    case 'confirmTerm':
      return { do: action, term: filled.term }
    case 'tell':
    case 'prevent':
    case 'comment':
      return { do: action, words }
    case 'askCourt':
      return { do: action, court: trimmed('court'), on, agreedBy: [...agreedBy], concerns: filled.concerns }
    case 'courtDecided': {
      const paperNumber = filled.paperNumber.trim()
      return filled.result ? { do: action, result: filled.result, on, ...(paperNumber ? { paperNumber } : {}) } : undefined
    }
    case 'revisit': {
      const { id, performance, satisfaction, danger } = filled
      if (!performance || !satisfaction) return undefined
      return { do: action, revisit: id, on, parties: [...parties], performance, satisfaction, danger, notes: words }
    }
    case 'noteSigns':
      return { do: action, signs: [...filled.signs] }
    case 'tellPolice':
      return { do: action, station: trimmed('station'), toldAt: filled.toldAt, ...(words ? { words } : {}) }
    case 'referUp': {
      const [role = '', place = ''] = filled.office.split('@')
      return { do: action, role: role as Role, place: place as PlaceCode, reason: words }
    }
    case 'close':
      return { do: action, note: words }
    case 'archive':
      return filled.retention ? { do: action, retention: filled.retention, shelf: filled.shelf.trim() } : undefined
    case 'claim':
      return filled.grade ? { do: action, grade: filled.grade } : undefined
    case 'callBack':
      return filled.called ? { do: action, result: filled.called, words } : undefined
    case 'decideClaim':
      return { do: action, isGranted: filled.isGranted, reason: words }
  }
}
