/**
 * What a matter or a dispute comes from: something of the work in a village. In an address it is "records/ID"; the form that begins with it is
 * kept under that name, and the forms of reports and disputes know nothing else of it.
 */
import type { DisputeId, MatterId } from '#modules/kernel/ids.ts'
import { sendBeatCommand, sendBeatPaper } from '#web/client/beats-outbox.ts'
import type { Subject } from '#web/client/outbox-rules.ts'

export type Origin = { readonly of: 'records' | 'bulletins' | 'clues'; readonly id: string }

export const addressOf = ({ of, id }: Origin): string => `${of}/${id}`
export const reportFrom = (from: string) => `report/${from}`
export const disputeFrom = (from: string) => `dispute/${from}`

/** Points it at what came of it, once that has arrived. */
export function sendFollow(from: string, came: { matterId: MatterId } | { disputeId: DisputeId }, about: string) {
  const after: Subject = 'matterId' in came ? { of: 'matters', id: came.matterId } : { of: 'disputes', id: came.disputeId }
  const [of, id = ''] = from.split('/')
  return of === 'bulletins' || of === 'clues'
    ? sendBeatPaper(`/${of}/${id}/follow`, id, came, about, { after })
    : sendBeatCommand(id, { do: 'follow', ...came }, about, { after })
}
