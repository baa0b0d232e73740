/** Who will read the words of an action: those of these steps stand in the story on the reporter's progress page. */
import { type Action, type ApplicationKind, type Matter, reasonsTold } from '#modules/matters/matter.ts'

const told: readonly Action[] = ['settle', 'passUp', 'refuse', 'reopen', 'withdraw']
const kept: readonly Action[] = ['handDown', 'handOver', 'grant', 'decline', 'order', 'answer', 'resume', 'tellPolice', 'unlink']

/**
 * Only who reported on the web has a code and a progress page. A comment asks its writer who may read it. The reason of an application (`wish`)
 * is read by the reporter once it is granted, where it changes what was promised to them.
 */
export function readBy(
  action: Action,
  { source }: Pick<Matter, 'source'>,
  wish: ApplicationKind | '' = '',
): 'reporter' | 'staff' | undefined {
  if (action === 'apply') {
    const isTold = reasonsTold.some((kind) => kind === wish)
    return wish === '' ? undefined : isTold && source === 'web' ? 'reporter' : 'staff'
  }
  if (kept.includes(action)) return 'staff'
  return told.includes(action) && source === 'web' ? 'reporter' : undefined
}
