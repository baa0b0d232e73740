/** The queue's columns. */
import { columns as all, type Column } from '#modules/matters/wire.ts'
import type { Columns } from '../../list/columns.tsx'

export const usual: readonly Column[] = ['number', 'category', 'words', 'place', 'status', 'holder', 'dueBy']
export const queueColumns: Columns<Column> = { all, usual, fixed: 'words' }

/** What a list is about is shown in it, chosen or not: how long it is late, what is applied for, what was ordered. */
const ofView: Readonly<Record<string, Column>> = { late: 'lateSince', decide: 'application', ordered: 'orders' }

export function columnsFor(view: string, chosen: readonly Column[]): readonly Column[] {
  const own = ofView[view]
  if (!own || chosen.includes(own)) return chosen
  const at = chosen.indexOf('dueBy')
  return at < 0 ? [...chosen, own] : [...chosen.slice(0, at), own, ...chosen.slice(at)]
}

/** The catalogue calls a deadline "due". */
export const columnKey = (column: Column) => `matters:fields.${column === 'dueBy' ? 'due' : column}`
