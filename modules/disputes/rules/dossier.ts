/**
 * The thirteen items of the dossier (司发通〔2010〕239号), which must be there and which may, and what is still missing before it can be
 * closed. What the product writes itself (the application form, the records, the agreement) is there once its facts are.
 */
import { type Dispute, type PieceKind, principals } from '../dispute.ts'

export const items = [
  'application', // 1 人民调解申请书 or 受理登记表
  'notice', // 2 当事人权利义务告知书
  'identity', // 3 当事人身份证明
  'powerOfAttorney', // 4 授权委托书
  'inquiry', // 5 调查记录
  'evidence', // 6 证据材料
  'session', // 7 调解记录
  'agreement', // 8 调解协议书 or 口头协议登记表
  'performance', // 9 履行凭证
  'revisit', // 10 回访记录
  'confirmation', // 11 司法确认有关材料
  'note', // 12 卷宗情况说明
  'backCover', // 13 封底
] as const
export type Item = (typeof items)[number]

export type Line = {
  readonly item: Item
  /** `must`: the file cannot be closed without it, as it is now. */
  readonly need: 'must' | 'may'
  readonly isThere: boolean
  /** What is missing, as codes with the parties they are about. */
  readonly missing: readonly { readonly code: string; readonly party?: string }[]
}

const has = (dispute: Dispute, kind: PieceKind, party?: string) =>
  dispute.pieces.some((piece) => piece.kind === kind && (party === undefined || piece.party === party))

const lacking = (code: string, parties: readonly { id: string }[]) => parties.map(({ id }) => ({ code, party: id }))

/** The state of each of the thirteen, in their order. */
export function dossier(dispute: Dispute): Line[] {
  const { ending, sessions, inquiries, revisits, confirmation } = dispute
  const parties = principals(dispute)
  const speakers = dispute.parties.filter(({ of }) => of !== null)
  // A guardian speaks by law: the household book among the proofs of identity is their power of attorney.
  const agents = speakers.filter(({ speaksAs }) => speaksAs === 'agent')
  const isAgreed = ending === 'agreed'
  const wasAccepted = dispute.acceptedOn !== null
  const line = (item: Item, isMust: boolean, isThere: boolean, missing: Line['missing'] = []): Line => ({
    item,
    need: isMust ? 'must' : 'may',
    isThere,
    missing: isMust && !isThere ? (missing.length > 0 ? missing : [{ code: item }]) : [],
  })
  const uninformed = parties.filter(({ informedOn }) => informedOn === null)
  // Who refused or left before mediation began was told as much as there was to tell.
  const unshown = [...parties, ...speakers].filter(({ id, paper }) => paper === null && !has(dispute, 'identity', id))
  const unsigned = agents.filter(({ id }) => !has(dispute, 'powerOfAttorney', id))
  const unnoted = dispute.note === null
  return [
    line('application', true, dispute.summary !== ''),
    line('notice', wasAccepted, uninformed.length === 0, lacking('notice', uninformed)),
    line('identity', wasAccepted, unshown.length === 0, lacking('identity', unshown)),
    line('powerOfAttorney', agents.length > 0, agents.length > 0 && unsigned.length === 0, lacking('powerOfAttorney', unsigned)),
    line('inquiry', false, inquiries.length > 0 || has(dispute, 'inquiry')),
    line('evidence', false, has(dispute, 'evidence')),
    line('session', wasAccepted && ending !== 'withdrawn' && ending !== 'declined', sessions.length > 0 || has(dispute, 'session')),
    line('agreement', isAgreed, isAgreed),
    line('performance', false, has(dispute, 'performance')),
    // 人民调解工作若干规定 (2002) art. 36: how an agreement is kept is asked on a visit, and written down.
    line('revisit', isAgreed, revisits.length > 0),
    line('confirmation', confirmation?.result != null, has(dispute, 'confirmation')),
    line('note', false, !unnoted),
    line('backCover', true, true),
  ]
}

export const missingIn = (dispute: Dispute): Line['missing'] => dossier(dispute).flatMap(({ missing }) => missing)

export const isComplete = (dispute: Dispute): boolean => missingIn(dispute).length === 0

/** Papers that are printed before they are there: to be read out, filled in and signed. */
const printedBefore: readonly Item[] = ['application', 'notice']

/** Whether there is something to print of it. */
export const isPrinted = ({ agreement }: Pick<Dispute, 'agreement'>, { item, isThere }: Line): boolean =>
  isThere || printedBefore.includes(item) || (item === 'agreement' && agreement !== null)
