/**
 * The dossier as plain data: the cover, the contents, and the thirteen items of 司发通〔2010〕239号 in their order.
 *
 *   {dispute, identities, names} ──▶ Part[] (what each document says) ──▶ render.server.ts (how it looks, on which page)
 */

import type { Say, Sheet } from '#modules/documents/page.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { DisputeFile } from '../reply.ts'
import { dossier, type Item, items } from '../rules/dossier.ts'
import { backCover, confirmation, note, performance, revisit } from './after.ts'
import { committeeOf, dayCell, dayText, doneBy, type Given, given, mediatorNames, titleOf } from './given.ts'
import { application, identity, notice, powerOfAttorney } from './intake.ts'
import { agreement } from './outcome.ts'
import { evidence, inquiry, session } from './work.ts'

/** One of the thirteen items with its documents; none where the file has nothing of it. */
export type Part = { readonly item: Item; readonly name: string; readonly isMissing: boolean; readonly sheets: readonly Sheet[] }

/** `isAlone`: printed by itself, and then as a blank form where the file has nothing of it. */
const composers: Record<Item, (from: Given, isAlone: boolean) => Sheet[]> = {
  application,
  notice,
  identity,
  powerOfAttorney,
  inquiry,
  evidence,
  session,
  agreement,
  performance,
  revisit,
  confirmation,
  note,
  backCover,
}

/** One document, or the blank form of it. */
export const document = (file: DisputeFile, item: Item, say: Say): readonly Sheet[] => composers[item](given(file, say), true)

/** The thirteen items, each with its documents. */
export function parts(file: DisputeFile, say: Say): readonly Part[] {
  const from = given(file, say)
  const missing = new Set(dossier(file.dispute).flatMap((line) => (line.missing.length > 0 ? [line.item] : [])))
  return items.map((item) => {
    const sheets = composers[item](from, false)
    return { item, name: sheets.find(({ name }) => name)?.name || nameOf(from, item), isMissing: missing.has(item), sheets }
  })
}

/** What an item is called in the contents: by the form that it has in this file. */
function nameOf({ file, say, t }: Given, item: Item): string {
  const { source, agreement: made } = file.dispute
  if (item === 'application') return t(source === 'application' ? 'application.title' : 'registered.title')
  if (item === 'agreement') return t(made?.form === 'oral' ? 'oral.title' : 'agreement.title')
  return say(`disputes:items.${item}`)
}

/** 卷宗封面. */
export function cover(file: DisputeFile, say: Say): Sheet {
  const from = given(file, say)
  const { t } = from
  const { registeredAt, acceptedOn, endedOn, archivedOn, closedOn, retention } = file.dispute
  const begun = dayText(from, acceptedOn ?? dayOf(registeredAt))
  const filedBy = doneBy(from, ({ type }) => type === 'archived').name || doneBy(from, ({ type }) => type === 'closed').name
  return {
    name: '',
    blocks: [
      {
        kind: 'cover',
        above: committeeOf(from),
        title: t('cover.title'),
        rows: [
          [t('cover.name'), titleOf(from)],
          [t('cover.number'), file.number],
          [t('cover.mediators'), mediatorNames(from)],
          [t('cover.mediated'), endedOn ? t('span', { from: begun, to: dayText(from, endedOn) }) : begun],
          [t('cover.filedBy'), filedBy],
          [t('cover.filedOn'), dayCell(from, archivedOn ?? closedOn)],
          [t('cover.retention'), retention ? say(`disputes:retentions.${retention}`) : ''],
        ],
      },
    ],
  }
}

/** Where an item stands in the bound dossier: its first and last page; null where it is not there. */
export type Place = { readonly first: number; readonly last: number } | null

/** 卷内目录. */
export function contents(file: DisputeFile, all: readonly Part[], places: readonly Place[], say: Say): Sheet {
  const { t } = given(file, say)
  const heads = ['at', 'name', 'pages', 'remark'].map((key) => ({ text: t(`contents.${key}`), isLabel: true }))
  const rows = all.map(({ item, name, isMissing }, at) => {
    const place = places[at] ?? null
    const pages = place ? (place.first === place.last ? `${place.first}` : t('contents.range', place)) : ''
    const remark = isMissing ? t('contents.missing') : place || item === 'backCover' ? '' : t('contents.none')
    return [
      { text: String(at + 1), align: 'center' as const },
      { text: name },
      { text: pages, align: 'center' as const },
      { text: remark, align: 'center' as const },
    ]
  })
  return {
    name: '',
    blocks: [
      { kind: 'title', text: t('contents.title') },
      { kind: 'number', text: file.number },
      { kind: 'table', columns: [10, 58, 16, 16], heads: 1, lines: 1.6, rows: [heads, ...rows] },
    ],
  }
}
