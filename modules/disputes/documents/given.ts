/** What a document is composed from: the file, and the words. What is not known is left blank, to be written by hand; never "null". */

import type { Block, Say } from '#modules/documents/page.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { Day, Instant, PhotoId } from '#modules/kernel/ids.ts'
import { type Party, type PieceKind, principals, type Signature } from '../dispute.ts'
import { shortName } from '../number.ts'
import type { DisputeFile } from '../reply.ts'
import type { Identity } from '../wire.ts'

export type Given = {
  readonly file: DisputeFile
  readonly say: Say
  /** The documents' own words. */
  readonly t: Say
}

export const given = (file: DisputeFile, say: Say): Given => ({
  file,
  say,
  t: (key, facts) => say(`disputes:documents.${key}`, facts),
})

/** "河湾村人民调解委员会" */
export const committeeOf = ({ file, t }: Given): string => t('committee', { place: shortName(file.committeeName) })

export const identityOf = ({ file }: Given, id: string): Partial<Identity> => file.identities[id] ?? {}
export const nameOf = (from: Given, id: string): string => identityOf(from, id).name ?? ''
export const personOf = ({ file }: Given, id: string | null | undefined): string => (id && file.people[id as never]) || ''

export const names = ({ t }: Given, all: readonly string[]): string => all.filter(Boolean).join(t('comma'))
export const partyNames = (from: Given, ids: readonly string[]): string =>
  names(
    from,
    ids.map((id) => nameOf(from, id)),
  )
export const mediatorNames = (from: Given, ids: readonly string[] = from.file.dispute.mediators): string =>
  names(
    from,
    ids.map((id) => personOf(from, id)),
  )

export const principalsOf = ({ file }: Given): readonly Party[] => principals(file.dispute)
export const speakersOf = ({ file }: Given, party?: string): readonly Party[] =>
  file.dispute.parties.filter(({ of }) => of !== null && (party === undefined || of === party))

/** "邻里纠纷", "用水排水纠纷": a type in the middle of a sentence. */
export const quarrelOf = ({ file: { typeName }, t }: Given): string =>
  /(纠纷|争议)$/.test(typeName) ? typeName : t('quarrel', { type: typeName })

/** 卷名: "李大山与赵小河邻里纠纷"; as in the register where a side is not known yet. */
export function titleOf(from: Given): string {
  const of = (side: Party['side']) =>
    partyNames(
      from,
      principalsOf(from).flatMap((party) => (party.side === side ? [party.id] : [])),
    )
  const [one, other] = [of('applicant'), of('respondent')]
  return one && other ? from.t('title', { one, other, quarrel: quarrelOf(from) }) : from.file.title
}

/** "2026年3月5日"; room to write one where there is none. */
export function dayText({ t }: Given, day: Day | null | undefined): string {
  if (!day) return t('blankDay')
  const [year, month, date] = day.split('-').map(Number)
  return t('day', { year, month, day: date })
}

/** As dayText, but nothing where there is none: for cells of tables, which are blank by themselves. */
export const dayCell = (from: Given, day: Day | null | undefined): string => (day ? dayText(from, day) : '')

export const eight = 8 * 3_600_000
const clock = (at: Instant) => new Date(Date.parse(at) + eight).toISOString().slice(11, 16)

/** "2026年3月5日 09:30 至 11:00" */
export function timeText(from: Given, startedAt: Instant, endedAt: Instant): string {
  const [begun, ended] = [dayOf(startedAt), dayOf(endedAt)]
  const until = begun === ended ? clock(endedAt) : `${dayText(from, ended)} ${clock(endedAt)}`
  return from.t('span', { from: `${dayText(from, begun)} ${clock(startedAt)}`, to: until })
}

/** "2026年3月5日 09:30" */
export const momentText = (from: Given, at: Instant): string => `${dayText(from, dayOf(at))} ${clock(at)}`

/** "1,200.50元": fen in yuan. */
export function money({ t }: Given, fen: number | null): string {
  if (fen === null) return ''
  const [yuan = '', rest = ''] = (fen / 100).toFixed(2).split('.')
  return t('yuan', { amount: yuan.replace(/\B(?=(\d{3})+$)/g, ',') + (rest === '00' ? '' : `.${rest}`) })
}

/** "☑有 □无": what was said is ticked, and nothing where it was not said. */
export const ticked = (choices: readonly (readonly [text: string, isTrue: boolean])[]): string =>
  choices.map(([text, isTrue]) => `${isTrue ? '☑' : '□'}${text}`).join('　')

/** The pictures of the papers of a kind, a block for each paper. */
export const picturesOf = (from: Given, kind: PieceKind): Block[] =>
  from.file.dispute.pieces
    .filter((piece) => piece.kind === kind)
    .map(({ title, party, pages }) => ({
      kind: 'pictures',
      caption: party ? from.t('captionOf', { name: nameOf(from, party), title }) : title,
      pages,
    }))

/** Who did the last thing of a kind, and when: for "checked by", "asked by". */
export const doneBy = (
  from: Given,
  is: (event: DisputeFile['events'][number]) => boolean,
): { readonly name: string; readonly on: Day | null } => {
  const event = from.file.events.findLast(is)
  return { name: event?.byName ?? '', on: event ? dayOf(event.at) : null }
}

/** Pages of paper that were signed by hand and photographed, each once. */
export const scannedPages = ({ file }: Given): readonly PhotoId[] => [
  ...new Set(
    file.events.flatMap((event) =>
      event.type === 'signed' && event.signatures.some(({ way }) => way === 'scan')
        ? (event.photos ?? event.signatures.map(({ picture }) => picture))
        : [],
    ),
  ),
]

export const signatureOf = ({ file }: Given, as: Signature['as'], who: string): Signature | undefined =>
  file.dispute.agreement?.signatures.find((each) => each.as === as && each.who === who)
