/** What matters do by themselves as time passes. Each step has an id made of what it is about, so it happens once however many processes run. */
import type { Db } from '#db/db.ts'
import type { CommandId, Instant } from '#modules/kernel/ids.ts'
import { idFor } from '#modules/kernel/name-id.server.ts'
import { isRefusal } from '#modules/kernel/refusal.ts'
import { act } from './act.server.ts'
import * as store from './store.server.ts'

const batch = 200

/** Closes what was settled and about which its reporter has been silent long enough, oldest first, until none is left. Answers how many. */
export async function closeSilent(db: Db, now: Instant): Promise<number> {
  for (let closed = 0; ; ) {
    const due = await store.silentAt(db, now, batch)
    let ended = 0
    for (const matter of due) {
      const commandId = idFor<CommandId>('silence', matter.id, String(matter.movedVersion))
      const answer = await act(db, matter, { commandId, command: { do: 'close' } }, { as: 'system' }, now)
      if (!isRefusal(answer)) ended += 1
    }
    closed += ended
    if (due.length < batch || ended === 0) return closed
  }
}
