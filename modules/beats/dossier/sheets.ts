/** The dossier, and the handover sheet, as documents to print. */
import { type Block, type Cell, cell, label, type Sheet } from '#modules/documents/page.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { RecordRow } from '../reply.ts'
import type { Dossier, Line, Part } from './dossier.ts'
import type { Hand, Handover } from './handover.ts'
import { dayText, type Say, standText, valueText } from './said.ts'

type Named = { readonly name: string; readonly townName: string }
const t =
  (say: Say): Say =>
  (key, facts) =>
    say(`beats:dossier.${key}`, facts)

/** A table for each part: what it is, how it stands, from where, of which day; a star where it is out of date. */
export function dossierSheet(dossier: Dossier & Named, say: Say): Sheet {
  const d = t(say)
  const inUse = dossier.parts.filter(({ state }) => state !== 'notInUse')
  const later = dossier.parts.filter(({ state }) => state === 'notInUse').map(({ code }) => d(`parts.${code}`))
  const isOld = inUse.some(({ lines }) => lines.some(({ isStale }) => isStale))
  return {
    name: d('title'),
    blocks: [
      { kind: 'title', text: d('titleOf', { village: dossier.name }) },
      { kind: 'number', text: d('under', { town: dossier.townName, day: dayText(say, dossier.on) }) },
      {
        kind: 'paragraph',
        text: standText(say, inUse) + (isOld ? d('star') : '') + d('later', { parts: later.join(d('comma')) }),
      },
      ...inUse.map((part) => partTable(part, say)),
      { kind: 'paragraph', text: d('hiddenNote') },
    ],
  }
}

/** One part, its name at the head, which comes again where the part goes on over the page. */
function partTable({ code, state, lines }: Part, say: Say): Block {
  const d = t(say)
  const name = d(`parts.${code}`)
  const head = state === 'fresh' ? name : d('partState', { part: name, state: d(`states.${state}`) })
  return {
    ...{ kind: 'table', columns: [30, 35, 17, 18], heads: 1 },
    rows: [
      [label(head), label(d('how')), label(d('source')), label(d('asOf'))],
      ...(lines.length > 0 ? lines.map((line) => lineRow(line, say)) : [[cell(d('none'), 4)]]),
    ],
  }
}

const lineRow = (line: Line, say: Say): Cell[] => {
  const { key, name, source, asOf, isStale } = line
  const d = t(say)
  const text = valueText(say, line)
  return [
    cell(name ? d('named', { what: d(`lines.${key}`), name }) : d(`lines.${key}`)),
    cell(isStale ? d('stale', { text }) : text),
    cell(d(`sources.${source}`)),
    { text: asOf ?? '', align: 'center' },
  ]
}

const hand = (say: Say, one: Hand | null): string =>
  one
    ? t(say)(one.until ? 'handEnded' : 'hand', {
        ...{ name: one.name, phone: one.phone, since: dayText(say, one.since), until: dayText(say, one.until) },
      })
    : ''

/** Rows to write in by hand, for what has to be given from hand to hand. */
const things = ['policeRoomKey', 'seal', 'devices', 'papers', 'otherThings'] as const

export function handoverSheet(handover: Handover, say: Say): Sheet {
  const d = t(say)
  const { from, to, promises, unsolved, planned, matters, groups, clues } = handover
  const list = <Row>(
    title: string,
    heads: readonly string[],
    columns: readonly number[],
    rows: readonly Row[],
    of: (row: Row) => readonly string[],
  ): Block[] => [
    { kind: 'heading', text: d('counted', { title, count: rows.length }) },
    rows.length === 0
      ? { kind: 'paragraph', text: d('noneToHandOver') }
      : {
          kind: 'table',
          columns,
          heads: 1,
          rows: [heads.map((head) => label(head)), ...rows.map((row) => of(row).map((text) => cell(text)))],
        },
  ]
  return {
    name: d('handover'),
    blocks: [
      { kind: 'title', text: d('handoverOf', { village: handover.name }) },
      { kind: 'number', text: d('under', { town: handover.townName, day: dayText(say, handover.on) }) },
      {
        kind: 'table',
        columns: [22, 78],
        rows: [
          [label(d('from')), cell(hand(say, from))],
          [label(d('to')), cell(hand(say, to))],
        ],
        lines: 1,
      },
      ...list(d('promises'), [d('when'), d('where'), d('promised'), d('until')], [18, 26, 38, 18], promises, (row) => promiseRow(row, say)),
      ...list(d('mattersHeld'), [d('number'), d('what'), d('when'), d('until')], [28, 32, 20, 20], matters, (row) => [
        ...[row.number, row.category, dayOf(row.reportedAt), row.dueBy ? dayOf(row.dueBy) : ''],
      ]),
      ...list(d('planned'), [d('when'), d('what')], [22, 78], planned, ({ record: { on, facts } }) => [
        on,
        (facts.kind === 'day' && facts.plan) || '',
      ]),
      ...list(d('unsolved'), [d('when'), d('what')], [22, 78], unsolved, ({ record: { on, facts } }) => [
        on,
        facts.kind === 'advice' ? facts.question : '',
      ]),
      ...list(d('groupsOwned'), [d('groupName'), d('groupSize'), d('lines.lastNotice')], [50, 20, 30], groups, (row) => [
        row.name,
        String(row.size),
        row.lastNoticeOn ?? d('none'),
      ]),
      { kind: 'heading', text: d('clues') },
      { kind: 'paragraph', text: d('cluesWords', { ...clues }) },
      { kind: 'heading', text: d('things') },
      {
        kind: 'table',
        columns: [30, 20, 50],
        heads: 1,
        lines: 1,
        rows: [[label(d('what')), label(d('size')), label(d('remark'))], ...things.map((thing) => [cell(d(thing)), cell(''), cell('')])],
      },
      { kind: 'signing', lines: [{ label: d('signFrom') }, { label: d('signTo') }, { label: d('signStation') }], day: d('blankDay') },
    ],
  }
}

const promiseRow = ({ record: { on, facts }, laneName }: RecordRow, say: Say): string[] => {
  const d = t(say)
  if (facts.kind !== 'visit') return [on, '', '', '']
  const where = facts.house ? d('door', { lane: laneName ?? '', house: facts.house }) : (laneName ?? '')
  return [on, where, facts.promised ?? '', facts.promisedBy ?? '']
}
