/**
 * Many at once become one. When a sweep makes many matters late for one reader, the reader is told how many and where the list is, instead of
 * once for each.
 *
 *     late, late, late  ── at most five ──▶  each alone
 *     late × 12         ── more ───────────▶ "12 件事项已超时", which counts on for the rest of the hour
 *
 * An emergency is always told alone.
 */
import type { Audience, Facts, Told } from '../notice.ts'

/** So many of one kind are still told one by one. */
export const aloneAtMost = 5

/** The text that stands for many of one kind; undefined where each is told alone, whatever their number. */
export function manyOf(event: Told, audience: Audience): string | undefined {
  if (!['reminded', 'lapsed', 'overdue', 'moved'].includes(event)) return undefined
  switch (audience) {
    case 'holder':
      return { reminded: 'manyReminded', lapsed: 'manyLapsedTo', overdue: 'manyOverdue' }[event as string] ?? 'manyMoved'
    case 'oldHolder':
      return 'manyLapsedFrom'
    case 'above':
      return 'manyOverdue'
    case 'group':
      return 'manyGroup'
    default:
      return undefined
  }
}

/** `key`: reader, channel, event, audience and the hour in which they hear of it. Two of one key say the same of two matters. */
export type Tellable = { readonly key: string; readonly event: Told; readonly audience: Audience; readonly isUrgent: boolean }
export type Many<T> = { readonly key: string; readonly first: T; readonly template: string; readonly count: number }

/**
 * Which stand alone and which are counted together. `alone`: how many each key was already told one by one; `begun`: the keys of which there is
 * a count already, which only goes on.
 */
export function digest<T extends Tellable>(
  all: readonly T[],
  alone: ReadonlyMap<string, number>,
  begun: ReadonlySet<string>,
): { readonly alone: readonly T[]; readonly many: readonly Many<T>[] } {
  const single: T[] = []
  const many: Many<T>[] = []
  for (const [key, these] of Map.groupBy(all, (each) => (each.isUrgent ? '' : each.key))) {
    const [first] = these
    const template = key && first ? manyOf(first.event, first.audience) : undefined
    const isMany = begun.has(key) || (alone.get(key) ?? 0) + these.length > aloneAtMost
    if (first && template && isMany) many.push({ key, first, template, count: these.length })
    else single.push(...these)
  }
  return { alone: single, many }
}

/** Texts of many keep the gap of their number until somebody reads them: it may still grow. */
export const counted = (text: string, count: Facts['count'] | number | null | undefined): string =>
  count == null ? text : text.replaceAll('{count}', String(count))
