/** Items 9 to 13: whether promises were kept, what was found on a visit, the court, the remarks on the file, its back. */

import { type Block, type Cell, cell, label, type Sheet } from '#modules/documents/page.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { Revisit } from '../dispute.ts'
import { confirmBy } from '../rules/clock.ts'
import { dossier } from '../rules/dossier.ts'
import {
  committeeOf,
  dayCell,
  dayText,
  doneBy,
  type Given,
  mediatorNames,
  money,
  nameOf,
  partyNames,
  picturesOf,
  principalsOf,
  quarrelOf,
  ticked,
  titleOf,
} from './given.ts'
import { partyRows, columns as wide } from './parties.ts'

/** 9: what was promised and whether it was done, and the receipts. */
export function performance(from: Given, isAlone: boolean): Sheet[] {
  const { t, say, file } = from
  const { agreement, routesTold } = file.dispute
  const pictures = picturesOf(from, 'performance')
  const terms = agreement?.effectiveOn ? agreement.terms : []
  if (terms.length === 0 && pictures.length === 0 && !isAlone) return []
  const heads = ['by', 'what', 'dueOn', 'money', 'state'].map((key) => label(t(`performance.${key}`)))
  const rows = terms.map(({ by, what, way, dueOn, fen, state, doneOn, confirmedBy }) => {
    const confirmed = partyNames(from, confirmedBy)
    const said = [
      say(`disputes:termStates.${state}`),
      ...(doneOn ? [dayText(from, doneOn)] : []),
      ...(confirmed ? [t('performance.confirmed', { people: confirmed })] : []),
    ]
    return [
      cell(nameOf(from, by)),
      cell(t('performance.whatWay', { what, way })),
      cell(dayText(from, dueOn)),
      cell(money(from, fen)),
      cell(said.join('\n')),
    ]
  })
  const breached = terms.filter(({ state }) => state === 'breached')
  const told: Block[] =
    breached.length > 0 && routesTold ? [{ kind: 'paragraph', text: t('performance.told', { day: dayText(from, routesTold.on) }) }] : []
  const words = file.events.flatMap((event) =>
    (event.type === 'performed' || event.type === 'breached') && event.words
      ? [t('performance.word', { day: dayText(from, event.on), words: event.words })]
      : [],
  )
  return [
    {
      name: '',
      blocks: [
        { kind: 'title', text: t('performance.title') },
        { kind: 'number', text: file.number },
        {
          kind: 'table',
          columns: [12, 30, 22, 14, 22],
          heads: 1,
          rows: [heads, ...(rows.length > 0 ? rows : [1, 2, 3].map(() => heads.map(() => cell(''))))],
        },
        ...(words.length > 0 ? [{ kind: 'paragraph' as const, text: words.join('\n') }] : []),
        ...told,
        ...pictures,
      ],
    },
  ]
}

/** 10: 回访记录, one for each visit (art. 31). */
export function revisit(from: Given, isAlone: boolean): Sheet[] {
  const { revisits } = from.file.dispute
  const all: (Revisit | undefined)[] = revisits.length > 0 || !isAlone ? [...revisits] : [undefined]
  return all.map((each) => visited(from, each))
}

function visited(from: Given, visit: Revisit | undefined): Sheet {
  const { t, say, file } = from
  const choices = (group: string, all: readonly string[], said: string | undefined) =>
    ticked(all.map((each) => [say(`disputes:${group}.${each}`), each === said]))
  const danger = ticked([
    [t('revisit.danger'), visit?.danger === true],
    [t('revisit.noDanger'), visit?.danger === false],
  ])
  const by = doneBy(from, (event) => event.type === 'revisited' && event.revisit.id === visit?.id).name
  return {
    name: '',
    blocks: [
      { kind: 'title', text: t('revisit.title') },
      { kind: 'number', text: file.number },
      {
        kind: 'table',
        columns: [22, 78],
        lines: 2,
        rows: [
          [label(t('revisit.parties')), cell(partyNames(from, visit?.parties ?? []))],
          [label(t('revisit.agreement')), cell(file.number)],
          [label(t('revisit.about')), cell(t('revisit.aboutText', { title: titleOf(from) }))],
          [label(t('revisit.performance')), cell(choices('performances', ['done', 'partly', 'not'], visit?.performance))],
          [label(t('revisit.satisfaction')), cell(choices('satisfactions', ['satisfied', 'fair', 'unsatisfied'], visit?.satisfaction))],
          [label(t('revisit.hidden')), cell(danger)],
          [label(t('revisit.notes')), cell(visit?.notes ?? '\n\n\n\n')],
        ],
      },
      {
        kind: 'signing',
        lines: [{ label: t('revisit.signParty') }, { label: t('revisit.by'), ...(by ? { text: by } : {}) }],
        day: dayText(from, visit?.on),
      },
    ],
  }
}

/**
 * 11: the joint application for judicial confirmation (art. 33; 民事诉讼法 art. 205), with the promise of 法释〔2011〕5号 art. 4, and what the
 * court said. As a form of its own as soon as an agreement binds.
 */
export function confirmation(from: Given, isAlone: boolean): Sheet[] {
  const { t, say, file } = from
  const { confirmation: asked } = file.dispute
  const pictures = picturesOf(from, 'confirmation')
  if (!asked) {
    if (isAlone) return [applied(from), ...(pictures.length > 0 ? [{ name: '', blocks: pictures }] : [])]
    return pictures.length > 0 ? [{ name: '', blocks: pictures }] : []
  }
  const result = asked.result ? say(`disputes:courtResults.${asked.result}`) : t('court.waiting')
  const rows: Cell[][] = [
    [label(t('court.court')), cell(asked.court)],
    [label(t('court.askedOn')), cell(dayCell(from, asked.askedOn))],
    [label(t('court.result')), cell(result)],
    [label(t('court.decidedOn')), cell(dayCell(from, asked.decidedOn))],
    [label(t('court.paper')), cell(asked.paperNumber)],
  ]
  return [
    applied(from),
    {
      name: '',
      blocks: [
        { kind: 'title', text: t('court.title') },
        { kind: 'number', text: file.number },
        { kind: 'table', columns: [26, 74], rows },
        ...pictures,
      ],
    },
  ]
}

function applied(from: Given): Sheet {
  const { t, file } = from
  const { agreement, confirmation: asked, acceptedOn } = file.dispute
  const parties = principalsOf(from)
  const effectiveOn = agreement?.effectiveOn
  const facts = { number: file.number, committee: committeeOf(from) }
  return {
    name: '',
    blocks: [
      { kind: 'title', text: t('court.application') },
      { kind: 'table', columns: wide, rows: partyRows(from) },
      { kind: 'heading', text: t('court.ask') },
      { kind: 'paragraph', text: t('court.askText', facts) },
      { kind: 'heading', text: t('court.why') },
      {
        kind: 'paragraph',
        text: t('court.whyText', {
          ...facts,
          type: quarrelOf(from),
          accepted: dayText(from, acceptedOn),
          made: dayText(from, agreement?.madeOn),
          effective: dayText(from, effectiveOn),
          until: effectiveOn ? dayText(from, confirmBy(effectiveOn, file.around.local)) : dayText(from, null),
        }),
      },
      { kind: 'heading', text: t('court.promise') },
      { kind: 'paragraph', text: t('court.promiseText') },
      { kind: 'paragraph', text: `${t('court.to')}\n${asked?.court ?? t('court.blankCourt')}`, flush: 'last' },
      {
        kind: 'signing',
        lines: (parties.length > 0 ? parties.map(({ id }) => nameOf(from, id)) : ['', '']).map((name) => ({
          label: t('court.sign', { name }),
        })),
        day: dayText(from, asked?.askedOn),
      },
      { kind: 'paragraph', text: t('court.papers'), flush: 'all' },
    ],
  }
}

/** 12: 卷宗情况说明: how the matter went, what was done against worse (art. 25), and what the file lacks. */
export function note(from: Given, isAlone: boolean): Sheet[] {
  const { t, say, file } = from
  const { note: remarks, closedOn, mediators } = file.dispute
  const pictures = picturesOf(from, 'other')
  if (remarks === null && pictures.length === 0 && !isAlone) return []
  const lacking = dossier(file.dispute)
    .filter(({ missing }) => missing.length > 0)
    .map(({ item, missing }) => {
      const whose = partyNames(
        from,
        missing.flatMap(({ party }) => (party ? [party] : [])),
      )
      return whose ? t('note.lackingOf', { item: say(`disputes:items.${item}`), people: whose }) : say(`disputes:items.${item}`)
    })
  const measures = file.events.flatMap((event) => {
    const day = dayText(from, dayOf(event.at))
    if (event.type === 'signsNoted' && event.signs.length > 0)
      return [t('note.signs', { day, signs: event.signs.map((sign) => say(`disputes:signs.${sign}`)).join(t('comma')) })]
    if (event.type === 'prevented') return [t('note.prevented', { day, words: event.words })]
    if (event.type === 'policeTold') return [t('note.police', { day: dayText(from, dayOf(event.toldAt)), station: event.station })]
    return []
  })
  const closed = doneBy(from, (event) => event.type === 'closed').name
  return [
    {
      name: '',
      blocks: [
        { kind: 'title', text: t('note.title') },
        { kind: 'number', text: file.number },
        {
          kind: 'table',
          columns: [20, 80],
          lines: 2,
          rows: [
            [label(t('note.result')), cell(say(`disputes:statuses.${file.dispute.status}`))],
            [label(t('note.remarks')), cell(remarks ?? '\n\n\n\n\n')],
            ...(measures.length > 0 ? [[label(t('note.measures')), cell(measures.join('\n'))]] : []),
            [label(t('note.lacking')), cell(lacking.length > 0 ? lacking.join('\n') : t('note.complete'))],
            [label(t('note.mediators')), cell(mediatorNames(from, mediators))],
          ],
        },
        {
          kind: 'signing',
          lines: [{ label: t('note.by'), ...(closed ? { text: closed } : {}) }, { label: t('note.checkedBy') }],
          day: dayText(from, closedOn),
        },
        ...pictures,
      ],
    },
  ]
}

/** 13: 封底. "{pages}" is filled in by whoever counts them. */
export function backCover(from: Given): Sheet[] {
  const { t, say, file } = from
  const { retention, shelf, archivedOn } = file.dispute
  const lines = [
    t('back.pages'),
    ...(retention ? [t('back.retention', { retention: say(`disputes:retentions.${retention}`) })] : []),
    ...(shelf ? [t('back.shelf', { shelf })] : []),
    ...(archivedOn ? [t('back.archived', { day: dayText(from, archivedOn) })] : []),
  ]
  return [{ name: '', blocks: [{ kind: 'back', lines }] }]
}
