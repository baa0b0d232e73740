import { expect, test } from 'vitest'
import type { County, MatterId, PersonId, PlaceCode, PostId } from '#modules/kernel/ids.ts'
import type { Application, Matter, Order } from '#modules/matters/matter.ts'
import { blank } from '#modules/matters/rules/evolve.ts'
import type { Actor } from '#modules/people/actor.ts'
import type { Role } from '#modules/people/role.ts'
import { offersOf } from './offers.ts'

const lane = '149901100201001001' as PlaceCode
const village = '149901100201' as PlaceCode
const town = '149901100' as PlaceCode
const at = '2026-11-23T06:00:00.000Z'

const sitting = (role: Role, place: PlaceCode): Actor => ({
  id: role as string as PersonId,
  county: '149901' as County,
  name: role,
  posts: [{ id: role as string as PostId, role, place, department: null }],
})
const chief = sitting('lane_chief', lane)
const official = sitting('village_official', village)
const township = sitting('township_officer', town)
const police = sitting('police_officer', village)

const matter: Matter = {
  ...blank(chief.county, 'm1' as MatterId),
  place: lane,
  holderRole: 'lane_chief',
  holderPlace: lane,
  status: 'working',
}
const application: Application = {
  id: 3,
  kind: 'extension',
  by: chief.id,
  from: { role: 'lane_chief', place: lane, department: null },
  at,
  reason: '等灯杆',
  decider: { role: 'village_official', place: village, department: null },
  decideBy: at,
  days: 3,
  until: null,
  category: null,
}
const order: Order = {
  id: 4,
  kind: 'urge',
  by: township.id,
  from: { role: 'township_officer', place: town, department: null },
  at,
  words: '抓紧',
  dueBy: at,
  isLate: false,
}

const possible = (of: Matter, actor: Actor) =>
  offersOf(of, actor, { at, reopenDays: 15 })
    .filter(({ why }) => !why)
    .map(({ action }) => action)
const mentioned = (of: Matter, actor: Actor) => offersOf(of, actor, { at, reopenDays: 15 }).map(({ action }) => action)

test('an application is the first thing to whoever decides it, and among the rest to others above', () => {
  const asked = { ...matter, application }

  expect(possible(asked, official).slice(0, 2)).toEqual(['grant', 'decline'])
  expect(possible(asked, township)[0]).not.toBe('grant')
  expect(possible(asked, township)).toContain('grant')
  expect(possible(asked, chief)).toEqual(expect.arrayContaining(['settle', 'cancel']))
  expect(mentioned(asked, chief)).not.toContain('grant')
})

test('what those above want answered is the first thing to the holder', () => {
  expect(possible({ ...matter, orders: [order] }, chief).slice(0, 2)).toEqual(['answer', 'settle'])
})

test('of violence in the family the police are told first, and it cannot be settled before', () => {
  const violence: Matter = {
    ...matter,
    holderRole: 'police_officer',
    holderPlace: village,
    isEmergency: true,
    seenBy: ['police_officer', 'township_officer'],
  }
  const settle = offersOf(violence, police, { at, reopenDays: 15 }).find(({ action }) => action === 'settle')

  expect(possible(violence, police)[0]).toBe('tellPolice')
  expect(settle?.why?.refused).toBe('matter.police_first')
  expect(mentioned({ ...violence, policeToldAt: at }, police)).not.toContain('tellPolice')
})

test('nobody reads about what makes no sense: orders below, applications that are not there, going on with what never stopped', () => {
  expect(mentioned(matter, chief)).not.toEqual(expect.arrayContaining(['order']))
  for (const action of ['cancel', 'grant', 'decline', 'resume', 'unlink', 'tellPolice', 'withdraw', 'handDown', 'order'] as const)
    expect(mentioned(matter, chief)).not.toContain(action)
})
