/** Who will read the words of an action: those of these steps stand in the story on the reporter's progress page. */
import type { Action, Matter } from '#modules/matters/matter.ts'

const told: readonly Action[] = ['settle', 'passUp', 'refuse', 'reopen', 'withdraw']
const kept: readonly Action[] = ['handDown', 'handOver']

/** Only who reported on the web has a code and a progress page. A comment asks its writer who may read it. */
export function readBy(action: Action, { source }: Pick<Matter, 'source'>): 'reporter' | 'staff' | undefined {
  if (kept.includes(action)) return 'staff'
  return told.includes(action) && source === 'web' ? 'reporter' : undefined
}
