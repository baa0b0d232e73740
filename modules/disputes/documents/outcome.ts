/** Item 8: how mediation ended: a written agreement, an oral one, or none, and then what the parties were told (arts. 26, 28-30). */

import { type Block, cell, label, type Sheet, type Signing } from '#modules/documents/page.ts'
import { type Agreement, endedWithout, type Signature, type Term } from '../dispute.ts'
import {
  committeeOf,
  dayCell,
  dayText,
  type Given,
  mediatorNames,
  momentText,
  money,
  nameOf,
  partyNames,
  personOf,
  picturesOf,
  principalsOf,
  quarrelOf,
  scannedPages,
  signatureOf,
} from './given.ts'
import { columns, partyRows } from './parties.ts'

export function agreement(from: Given, isAlone: boolean): Sheet[] {
  const { agreement: made, status } = from.file.dispute
  const isEnded = endedWithout.includes(status) || (made?.effectiveOn == null && endingOf(from) !== undefined)
  const sheets: Sheet[] = made && !isEnded ? [{ name: '', blocks: made.form === 'oral' ? oral(from, made) : written(from, made) }] : []
  if (isEnded) sheets.push(ending(from))
  if (sheets.length === 0 && isAlone) sheets.push({ name: '', blocks: written(from, null) })
  const scans = scannedPages(from)
  const pictures: Block[] = [
    ...(scans.length > 0 && made && !isEnded ? [{ kind: 'pictures' as const, caption: from.t('agreement.signedPage'), pages: scans }] : []),
    ...picturesOf(from, 'signedAgreement'),
  ]
  return pictures.length > 0 ? [...sheets, { name: '', blocks: pictures }] : sheets
}

/** "李四向张三支付……（方式：现金；期限：2026年5月1日前；金额：1,200元）" */
const termText = (from: Given, { by, what, way, dueOn, fen }: Term, at: number): string => {
  const key = fen === null ? 'agreement.term' : 'agreement.termMoney'
  return from.t(key, { at: at + 1, by: nameOf(from, by), what, way, day: dayText(from, dueOn), money: money(from, fen) })
}

/** 人民调解协议书, with the items of art. 29. */
function written(from: Given, made: Agreement | null): Block[] {
  const { t, file } = from
  const part = (key: string, text: string | undefined): Block[] => [
    { kind: 'heading', text: t(`agreement.${key}`) },
    { kind: 'paragraph', text: text ?? '\n\n' },
  ]
  const terms = made?.terms.map((term, at) => termText(from, term, at)).join('\n')
  const copies = Math.max(2, principalsOf(from).length) + 1
  return [
    { kind: 'title', text: t('agreement.title') },
    { kind: 'number', text: file.number },
    { kind: 'table', columns, rows: partyRows(from) },
    ...part('facts', made?.facts),
    ...part('issues', made?.issues),
    ...part('responsibility', made?.responsibility),
    ...part('terms', terms ?? '\n\n\n'),
    { kind: 'paragraph', text: t('agreement.binds', { count: copies }) },
    ...(made?.effectiveOn
      ? [{ kind: 'paragraph' as const, text: t('agreement.effective', { day: dayText(from, made.effectiveOn) }) }]
      : []),
    { kind: 'signing', lines: signings(from), day: dayText(from, made?.madeOn) },
    ...drawn(from, made?.signatures ?? []),
  ]
}

/** When and on what the names that were drawn on a screen were drawn: what stands on paper shows that by itself. */
function drawn(from: Given, signatures: readonly Signature[]): Block[] {
  const { t } = from
  const signer = ({ as, who, through }: Signature) =>
    as === 'party' ? nameOf(from, through ?? who) : as === 'mediator' ? personOf(from, who) : committeeOf(from)
  const each = signatures
    .filter(({ way }) => way === 'drawn')
    .map((one) => t('agreement.drawnBy', { name: signer(one), at: momentText(from, one.at), device: one.device ?? t('agreement.aScreen') }))
  return each.length > 0 ? [{ kind: 'paragraph', text: t('agreement.drawn', { each: each.join(t('agreement.and')) }), flush: 'all' }] : []
}

/** Everybody under the agreement: the name as it was drawn, or where the signed paper is. */
function signings(from: Given): Signing[] {
  const { t, file } = from
  const signed = (as: 'party' | 'mediator' | 'seal', who: string): Pick<Signing, 'picture' | 'text'> => {
    const signature = signatureOf(from, as, who)
    if (!signature) return {}
    return signature.way === 'drawn' ? { picture: signature.picture } : { text: t('agreement.onScan') }
  }
  const parties = principalsOf(from).map(({ id }) => {
    const through = signatureOf(from, 'party', id)?.through
    const key = through ? 'agreement.signThrough' : 'agreement.signParty'
    return { label: t(key, { name: nameOf(from, id), speaker: through ? nameOf(from, through) : '' }), ...signed('party', id) }
  })
  const blanks = ['', ''].map((name) => ({ label: t('agreement.signParty', { name }) }))
  const mediators = file.dispute.mediators.map((id) => ({
    label: t('agreement.signMediator', { name: personOf(from, id) }),
    ...signed('mediator', id),
  }))
  return [
    ...(parties.length > 0 ? parties : blanks),
    ...(mediators.length > 0 ? mediators : [{ label: t('agreement.signMediator', { name: '' }) }]),
    { label: t('sealOf', { committee: committeeOf(from) }), isSeal: true, ...signed('seal', file.dispute.committee) },
  ]
}

/** 口头协议登记表 (art. 28; it binds from the day it was reached, art. 30). */
function oral(from: Given, made: Agreement): Block[] {
  const { t, file } = from
  const terms = made.terms.map((term, at) => termText(from, term, at)).join('\n')
  return [
    { kind: 'title', text: t('oral.title') },
    { kind: 'number', text: file.number },
    {
      kind: 'table',
      columns,
      rows: [
        ...partyRows(from),
        [label(t('oral.facts')), cell(made.facts, 5)],
        [label(t('oral.issues')), cell(made.issues, 5)],
        [label(t('oral.responsibility')), cell(made.responsibility, 5)],
        [label(t('oral.terms')), cell(terms, 5)],
        [
          label(t('oral.madeOn')),
          cell(dayCell(from, made.madeOn), 2),
          label(t('oral.effectiveOn')),
          cell(dayCell(from, made.effectiveOn), 2),
        ],
        [label(t('oral.mediators')), cell(mediatorNames(from), 5)],
      ],
    },
    { kind: 'paragraph', text: t('oral.binds') },
    {
      kind: 'signing',
      lines: [{ label: t('oral.sign') }, { label: t('sealOf', { committee: committeeOf(from) }), isSeal: true }],
      day: dayText(from, made.madeOn),
    },
  ]
}

const endings = ['failed', 'declined', 'withdrawn'] as const

/** The event that ended mediation without an agreement. */
const endingOf = ({ file }: Given) =>
  file.events.findLast((event) => endings.some((type) => type === event.type)) as
    | Extract<Given['file']['events'][number], { type: (typeof endings)[number] }>
    | undefined

/** 终止调解告知书: that it has ended, why, and which other ways are open (arts. 17, 26). */
function ending(from: Given): Sheet {
  const { t, file } = from
  const event = endingOf(from)
  const { routesTold, endedOn } = file.dispute
  const parties = principalsOf(from).map(({ id }) => id)
  const why = event
    ? t(`ending.${event.type}`, { name: 'whose' in event ? nameOf(from, event.whose) : '' })
    : t('ending.failed', { name: '' })
  const ways = (routesTold?.routes ?? []).map((route, at) =>
    t('ending.way', { at: t(`ending.count.${at + 1}`), text: t(`ending.routes.${route}`) }),
  )
  return {
    name: t('ending.title'),
    blocks: [
      { kind: 'title', text: t('ending.title') },
      { kind: 'number', text: file.number },
      { kind: 'paragraph', flush: 'all', text: t('notice.to', { name: partyNames(from, parties) || t('blank') }) },
      { kind: 'paragraph', text: t('ending.text', { type: quarrelOf(from), why, day: dayText(from, endedOn) }) },
      ...(event?.reason ? [{ kind: 'paragraph' as const, text: t('ending.reason', { reason: event.reason }) }] : []),
      { kind: 'paragraph', text: t('ending.routesAre') },
      ...(ways.length > 0 ? [{ kind: 'paragraph' as const, text: ways.join('\n') }] : []),
      { kind: 'paragraph', text: t('ending.peace') },
      {
        kind: 'signing',
        lines: [
          ...(parties.length > 0 ? parties : ['']).map((id) => ({ label: t('ending.sign', { name: id ? nameOf(from, id) : '' }) })),
          { label: t('ending.by') },
          { label: t('sealOf', { committee: committeeOf(from) }), isSeal: true },
        ],
        day: dayText(from, routesTold?.on ?? endedOn),
      },
    ],
  }
}
