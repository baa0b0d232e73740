/** Items 5 to 7: what was asked, what was handed in, what was said when they sat together. */

import { cell, label, type Sheet } from '#modules/documents/page.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { Inquiry, Session } from '../dispute.ts'
import { dayCell, dayText, doneBy, type Given, mediatorNames, nameOf, names, partyNames, picturesOf, timeText } from './given.ts'

const alone = (from: Given, kind: Parameters<typeof picturesOf>[1]): Sheet[] => {
  const blocks = picturesOf(from, kind)
  return blocks.length > 0 ? [{ name: '', blocks }] : []
}

const columns = [17, 33, 17, 33]

/** 5: 调查记录. */
export function inquiry(from: Given, isAlone: boolean): Sheet[] {
  const { t, file } = from
  const pictures = alone(from, 'inquiry')
  const { inquiries } = file.dispute
  const all: (Inquiry | undefined)[] = inquiries.length > 0 || pictures.length > 0 || !isAlone ? [...inquiries] : [undefined]
  const sheets = all.map((each): Sheet => {
    const by = doneBy(from, (event) => event.type === 'inquired' && event.inquiry.id === each?.id).name
    return {
      name: '',
      blocks: [
        { kind: 'title', text: t('inquiry.title') },
        { kind: 'number', text: file.number },
        {
          kind: 'table',
          columns,
          rows: [
            [label(t('inquiry.on')), cell(dayCell(from, each?.on)), label(t('inquiry.where')), cell(each?.where)],
            [label(t('inquiry.whom')), cell(each?.whom), label(t('inquiry.by')), cell(by)],
          ],
        },
        { kind: 'heading', text: t('inquiry.notes') },
        { kind: 'paragraph', text: each?.notes ?? '\n\n\n\n\n\n' },
        {
          kind: 'signing',
          lines: [{ label: t('inquiry.signWhom') }, { label: t('inquiry.signBy') }],
          day: dayText(from, each?.on),
        },
      ],
    }
  })
  return [...sheets, ...pictures]
}

/** 6: 证据材料, with a list in front. */
export function evidence(from: Given, isAlone: boolean): Sheet[] {
  const { t, file } = from
  const pieces = file.dispute.pieces.filter(({ kind }) => kind === 'evidence')
  if (pieces.length === 0 && !isAlone) return []
  const heads = ['at', 'what', 'whose', 'pages'].map((key) => label(t(`evidence.${key}`)))
  const rows = pieces.map(({ title, party, pages }, at) => [
    { ...cell(String(at + 1)), align: 'center' as const },
    cell(title),
    cell(party ? nameOf(from, party) : ''),
    { ...cell(String(pages.length)), align: 'center' as const },
  ])
  const blanks = [1, 2, 3, 4, 5].map(() => heads.map(() => cell('')))
  return [
    {
      name: '',
      blocks: [
        { kind: 'title', text: t('evidence.title') },
        { kind: 'number', text: file.number },
        { kind: 'table', columns: [10, 54, 22, 14], heads: 1, rows: [heads, ...(rows.length > 0 ? rows : blanks)] },
        ...picturesOf(from, 'evidence'),
      ],
    },
  ]
}

/** 7: 调解记录 (art. 27), one for each time they sat together. */
export function session(from: Given, isAlone: boolean): Sheet[] {
  const { t, file } = from
  const { sessions } = file.dispute
  const pictures = alone(from, 'session')
  const all: (Session | undefined)[] = sessions.length > 0 || pictures.length > 0 || !isAlone ? [...sessions] : [undefined]
  return [...all.map((each, at) => sat(from, each, all.length > 1 ? t('session.nth', { count: at + 1 }) : '')), ...pictures]
}

function sat(from: Given, held: Session | undefined, nth: string): Sheet {
  const { t, say, file } = from
  const guests = (held?.guests ?? []).map((id) => {
    const kind = file.dispute.guests.find((guest) => guest.id === id)?.kind
    return kind ? t('session.guest', { name: nameOf(from, id), kind: say(`disputes:guestKinds.${kind}`) }) : nameOf(from, id)
  })
  const { chosenBy } = file.dispute
  const mediators = held ? mediatorNames(from, held.mediators) : ''
  const recorder = doneBy(from, (event) => event.type === 'held' && event.session.id === held?.id).name
  const signers = [
    ...(held?.parties ?? ['']).map((id) => ({ label: t('session.signParty', { name: id ? nameOf(from, id) : '' }) })),
    { label: t('session.signMediator') },
    { label: t('session.signRecorder'), ...(recorder ? { text: recorder } : {}) },
  ]
  return {
    name: '',
    blocks: [
      { kind: 'title', text: t('session.title') },
      { kind: 'number', text: nth ? t('session.numbered', { number: file.number, nth }) : file.number },
      {
        kind: 'table',
        columns,
        rows: [
          [label(t('session.time')), cell(held ? timeText(from, held.startedAt, held.endedAt) : '', 3)],
          [
            label(t('session.where')),
            cell(held?.where),
            label(t('session.openness')),
            cell(held ? t(held.isOpen ? 'session.open' : 'session.closed') : ''),
          ],
          [label(t('session.parties')), cell(partyNames(from, held?.parties ?? []), 3)],
          [
            label(t('session.mediators')),
            cell(mediators && chosenBy ? t('session.chosen', { people: mediators, by: t(`session.by.${chosenBy}`) }) : mediators, 3),
          ],
          [label(t('session.guests')), cell(guests.length > 0 ? t('session.agreed', { people: names(from, guests) }) : '', 3)],
        ],
      },
      { kind: 'heading', text: t('session.notes') },
      { kind: 'paragraph', text: `${held?.notes ?? '\n\n\n\n\n'}\n${t('session.read')}` },
      { kind: 'signing', lines: signers, day: dayText(from, held ? dayOf(held.endedAt) : null) },
    ],
  }
}
