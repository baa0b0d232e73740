/** Evidence as the desk shows it: what was made on one day and is shown in one place is one link. Pure. */
import type { Evidence, EvidenceKind } from '#modules/duties/duty.ts'
import type { RecordsSearch } from '../address.tsx'

export type Shown = Pick<Evidence, 'kind' | 'on' | 'place'> & {
  readonly key: string
  readonly count: number
  readonly to: 'matter' | 'records' | 'village' | 'nowhere'
  /** Of the matter. */
  readonly id: string
}

/** The server names places in the field app; a clue and a mediation file are shown only to those who may open them. */
function placeOf({ link, kind }: Pick<Evidence, 'link' | 'kind'>): Pick<Shown, 'to' | 'id'> {
  const [, first = '', id = ''] = link.split('?')[0]!.split('/')
  if (first === 'matters') return { to: 'matter', id }
  if (first === 'records') return { to: 'records', id: '' }
  if (first === 'villages') return { to: kind === 'villageDay' ? 'records' : 'village', id: '' }
  return { to: 'nowhere', id: '' }
}

export function shownOf(evidence: readonly Evidence[]): Shown[] {
  const shown = new Map<string, Shown>()
  for (const each of evidence) {
    const { to, id } = placeOf(each)
    const key = [each.kind, each.on, each.place, to, id].join(' ')
    const count = (shown.get(key)?.count ?? 0) + each.amount
    shown.set(key, { kind: each.kind, on: each.on, place: each.place, key, count, to, id })
  }
  return [...shown.values()]
}

/** Which of a village's records an evidence stands among. */
export const recordsOf = (kind: EvidenceKind, on: string): RecordsSearch => {
  if (kind === 'villageDay') return { on }
  return { on, kind: kind === 'solved' ? 'advice' : kind === 'team' ? 'help' : kind }
}
