/** A change of places, decided through the real server. */
import type { Plan } from '#modules/places/change.ts'
import type { ChangeView, Preview } from '#modules/places/change-wire.ts'
import { uuid } from './matter.ts'
import type { Served, Who } from './server.ts'

export const today = '2026-06-03'

export const previewed = async ({ as }: Pick<Served, 'as'>, plan: Plan, day = today, who: Who = 'administrator') =>
  (await (await as(who).post('/api/places/changes/preview', { plan, day })).json()) as Preview

let decided = 7000

/** Looked at and decided, which must be allowed. */
export async function changed(served: Pick<Served, 'as'>, plan: Plan, day = today): Promise<ChangeView> {
  const { fingerprint } = await previewed(served, plan, day)
  const decision = { id: uuid(decided++), plan, day, reason: '县政府批复', document: '绛政函〔2026〕8号', fingerprint }
  const reply = await served.as('administrator').post('/api/places/changes', decision)
  if (!reply.ok) throw new Error(`${JSON.stringify(plan)}: ${await reply.text()}`)
  return (await reply.json()) as ChangeView
}
