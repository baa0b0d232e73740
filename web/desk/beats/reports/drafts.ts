/**
 * What was typed into the tables of reports and not sent yet, of every table: it stays while the app is open, whichever page one goes to.
 * Whoever signs in next finds nothing of it.
 */
import { useSyncExternalStore } from 'react'
import type { StandingKind } from '#modules/beats/beat.ts'
import { type Draft, unsavedIn } from './draft.ts'

export type TableOf = { readonly kind: StandingKind; readonly year: string; readonly town: string; readonly townName: string }
type Kept = TableOf & { readonly person: string; readonly draft: Draft }

const nothing: Draft = {}
const listeners = new Set<() => void>()
let drafts: ReadonlyMap<string, Kept> = new Map()

const keyOf = (person: string, { kind, year, town }: TableOf) => [person, kind, year, town].join(' ')
const now = () => drafts
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const draftOf = (person: string, table: TableOf): Draft => drafts.get(keyOf(person, table))?.draft ?? nothing

export function keepDraft(person: string, table: TableOf, draft: Draft) {
  const kept = new Map(drafts)
  if (Object.keys(draft).length > 0) kept.set(keyOf(person, table), { ...table, person, draft })
  else kept.delete(keyOf(person, table))
  drafts = kept
  for (const listener of listeners) listener()
}

/** The other tables of one person in which something was typed and not saved, and how much. */
export const unsavedElsewhere = (person: string, here: TableOf): (TableOf & { readonly count: number })[] =>
  [...drafts.values()]
    .filter((kept) => kept.person === person && keyOf(person, kept) !== keyOf(person, here))
    .map(({ kind, year, town, townName, draft }) => ({ kind, year, town, townName, count: unsavedIn(draft) }))
    .filter(({ count }) => count > 0)

/** One table's draft, and where else something waits. */
export function useDraft(person: string, table: TableOf) {
  useSyncExternalStore(subscribe, now)
  return { draft: draftOf(person, table), elsewhere: unsavedElsewhere(person, table) }
}
