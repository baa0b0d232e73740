/** Two changes of places that are planned, so that their page has something on it: a lane that gets another name, and two that become one. */
import type { Db } from '#db/db.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { Instant, PersonId } from '#modules/kernel/ids.ts'
import { idFor } from '#modules/kernel/name-id.server.ts'
import { isRefusal } from '#modules/kernel/refusal.ts'
import { decide } from '#modules/places/change.server.ts'
import type { Plan } from '#modules/places/change.ts'
import { followers } from '#server/followers.ts'
import type { Town } from './county.ts'
import { demoCounty } from './shown.ts'

const aDay = 86_400_000

/** `by` is the administrator who decides. */
export async function planChanges(db: Db, towns: readonly Town[], by: PersonId, at: Instant): Promise<void> {
  const [first, second] = (towns[3]?.villages ?? []).flatMap(({ grids }) => grids).filter(({ lanes }) => lanes.length > 2)
  const [renamed] = first?.lanes ?? []
  const [into, , merged] = second?.lanes ?? []
  if (!renamed || !into || !merged) throw new Error('the demo county has too few lanes')
  const plans: readonly (readonly [Plan, number, string])[] = [
    [{ kind: 'rename', place: renamed.code, name: '迎宾巷' }, 10, '地名规范'],
    [{ kind: 'merge', places: [merged.code], into: into.code }, 30, '两条街巷户数都少，合为一条'],
  ]
  for (const [turn, [plan, days, reason]] of plans.entries()) {
    const id = idFor<string>('demo place change', String(turn))
    const day = dayOf(new Date(Date.parse(at) + days * aDay).toISOString())
    const made = await decide(db, followers, { county: demoCounty, id, plan, day, reason, turn, by, at })
    if (isRefusal(made)) throw new Error(JSON.stringify(made))
  }
}
