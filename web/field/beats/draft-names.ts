/** Under which name a form is kept that begins with a record; the forms of reports and disputes know the record by it, and nothing else. */
import type { DisputeId, MatterId } from '#modules/kernel/ids.ts'
import { sendBeatCommand } from '#web/client/beats-outbox.ts'
import type { Subject } from '#web/client/outbox-rules.ts'

export const reportOfRecord = (record: string) => `report/record/${record}`
export const disputeOfRecord = (record: string) => `dispute/record/${record}`

/** Points the record at what came of it, once that has arrived. */
export function sendFollow(record: string, came: { matterId: MatterId } | { disputeId: DisputeId }, about: string) {
  const after: Subject = 'matterId' in came ? { of: 'matters', id: came.matterId } : { of: 'disputes', id: came.disputeId }
  return sendBeatCommand(record, { do: 'follow', ...came }, about, { after })
}
