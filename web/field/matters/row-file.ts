/**
 * A matter that was never opened on this phone, without signal: what its row in the list says, made into a file that the
 * rules can run on. The seats and the history are not known, so only what needs neither is offered.
 */
import type { InfiniteData } from '@tanstack/react-query'
import type { Catalogue } from '#modules/categories/category.ts'
import type { Action } from '#modules/matters/matter.ts'
import type { MatterFile, QueuePage } from '#modules/matters/reply.ts'
import { cache } from '#web/client/cache.ts'

export const withoutFile: readonly Action[] = [
  'accept',
  'settle',
  'passUp',
  'comment',
  'cancel',
  'grant',
  'decline',
  'answer',
  'resume',
  'tellPolice',
]

/** Days as they usually are; the server counts with the county's own. */
const usual = { silenceDays: 7, reopenDays: 15, local: {} }

export function fileOfRow(id: string): MatterFile | undefined {
  const lists = cache.getQueriesData<InfiniteData<QueuePage>>({ queryKey: ['matters', 'list'] })
  const row = lists.flatMap(([, data]) => data?.pages.flatMap(({ rows }) => rows) ?? []).find(({ matter }) => matter.id === id)
  const category = row && cache.getQueryData<Catalogue>(['catalogue'])?.categories.find(({ code }) => code === row.matter.category)
  return (
    row &&
    category && {
      row,
      path: [],
      events: [],
      watch: null,
      duplicates: [],
      main: null,
      around: { ...usual, category, filled: [] },
      contact: null,
    }
  )
}
