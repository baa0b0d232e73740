/** Whatever people do in whatever order, the clock never waits for something it would not do, and never looks away from what passed. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { categories } from '#modules/categories/categories.ts'
import type { CommandId, Instant, MatterId } from '#modules/kernel/ids.ts'
import { isRefusal } from '#modules/kernel/refusal.ts'
import type { Seat } from '#modules/people/actor.ts'
import { cast } from '#tests/cast.ts'
import { noon, type Who } from '#tests/server.ts'
import { type Asker, isOpen, type Matter } from '../matter.ts'
import type { Command } from '../wire.ts'
import { tick, vacated } from './clock.ts'
import type { Event } from './event.ts'
import { blank, evolve } from './evolve.ts'
import { decide, type Surroundings } from './procedure.ts'
import { decideReport } from './report.ts'

const { people, places } = cast
const filled: Seat[] = Object.values(people).flatMap(({ seat, county }) => (seat && (county as string) === places.county ? [seat] : []))
const category = categories.find(({ code }) => code === '0401')!
const after = (at: Instant, hours: number): Instant => new Date(Date.parse(at) + hours * 3_600_000).toISOString()
const around = (at: Instant): Surroundings => ({ at, category, filled, local: {}, silenceDays: 7, reopenDays: 15, main })
const main = { id: 'other' as MatterId, status: 'working' as const, number: '1' }

const asker = (who: Who | 'reporter'): Asker => {
  if (who === 'reporter') return { as: 'reporter' }
  const { id, name, county, seat } = people[who]
  return { as: 'staff', actor: { id, name, county, posts: seat ? [{ ...seat, id: `post of ${who}` as never }] : [] } }
}

type Wish = (matter: Matter, at: Instant) => Command | 'leaves'

const holders = ['chief', 'official', 'township', 'centre', 'reporter'] as const
const wishes: readonly Wish[] = [
  () => ({ do: 'accept' }),
  () => ({ do: 'settle', outcome: '好了' }),
  () => ({ do: 'passUp', reason: '难' }),
  () => ({ do: 'apply', kind: 'extension', reason: '等', days: 2 }),
  (_, at) => ({ do: 'apply', kind: 'suspension', reason: '等', until: after(at, 24 * 20).slice(0, 10) }),
  () => ({ do: 'apply', kind: 'notOurs', reason: '不归我' }),
  ({ orders }) => ({ do: 'answer', order: orders[0]?.id ?? 1, words: '在办' }),
  ({ application }) => ({ do: 'grant', application: application?.id ?? 1 }),
  ({ application }) => ({ do: 'decline', application: application?.id ?? 1, reason: '不行' }),
  (_, at) => ({ do: 'order', kind: 'urge', words: '快', dueBy: after(at, 30) }),
  () => ({ do: 'resume', reason: '能干了' }),
  () => ({ do: 'link', to: main.id }),
  () => ({ do: 'unlink' }),
  () => ({ do: 'comment', words: '看过了', isPublic: false }),
  () => ({ do: 'reopen', reason: '没好' }),
  () => 'leaves',
]

/** What comes of a wish at the hand of the first who may; undefined where nobody may. */
function happens(matter: Matter, wish: Wish, at: Instant): Event | undefined {
  const wanted = wish(matter, at)
  if (wanted === 'leaves') return isOpen(matter) && matter.holderRole !== 'centre_officer' ? vacated(matter, false, around(at)) : undefined
  return holders.map((who) => decide(matter, wanted, asker(who), around(at))).find((answer): answer is Event => !isRefusal(answer))
}

/** Everything the clock does by an instant. Throws where it waits for something that never comes. */
function run(matter: Matter, until: Instant): Matter {
  let now = matter
  for (let count = 0; now.nextAt !== null && now.nextAt <= until; count++) {
    const event = tick(now, around(now.nextAt))
    if (!event || count > 60) throw new Error(`${now.status}: nothing happens at ${now.nextAt}`)
    now = evolve(now, event)
  }
  return now
}

test('after any walk through the procedure everything that is due has a next step, and nothing open is without one', () => {
  const report = {
    commandId: 'c' as CommandId,
    id: 'm' as MatterId,
    place: places.lane,
    category: '0401',
    words: '垃圾',
    source: 'web' as const,
  }
  const first = decideReport(report, asker('reporter'), around(noon), false)
  if (isRefusal(first)) throw new Error(first.refused)
  const begun = evolve(blank(people.chief.county, report.id), first)
  const suspended = [wishes[0]!, wishes[4]!, wishes[7]!].reduce((matter, wish) => evolve(matter, happens(matter, wish, noon)!), begun)
  const walk = fc.array(fc.tuple(fc.constantFrom(...wishes), fc.constantFrom(0, 0, 1, 5, 30, 90)), { minLength: 10, maxLength: 40 })
  const taken = new Set<string>()

  fc.assert(
    fc.property(fc.constantFrom(begun, suspended), walk, (start, taking) => {
      let [matter, at] = [start, noon]
      for (const [wish, hours] of taking) {
        at = after(at, hours)
        matter = run(matter, at)
        const event = happens(matter, wish, at)
        if (!event) continue
        const { dueBy, lateAt, settleBy, acceptBy } = matter
        matter = evolve(matter, event)
        taken.add(event.type)
        if (['commented', 'ordered', 'answered', 'applied', 'declined'].includes(event.type))
          expect(matter, event.type).toMatchObject({ dueBy, lateAt, settleBy, acceptBy })
        if (isOpen(matter)) expect(matter.nextAt !== null || matter.isOverdue, JSON.stringify(matter)).toBe(true)
      }
      const end = run(matter, after(at, 24 * 365))
      expect(isOpen(end) ? end.isOverdue : true).toBe(true)
    }),
    { numRuns: 600, seed: 2018 },
  )
  const wanted = ['accepted', 'answered', 'applied', 'declined', 'granted', 'linked', 'moved', 'ordered', 'passedUp', 'reopened', 'resumed']
  expect([...taken]).toEqual(expect.arrayContaining([...wanted, 'settled', 'unlinked']))
})
