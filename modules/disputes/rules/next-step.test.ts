import { expect, test } from 'vitest'
import { as, commands, day, days, filed, li, next, stages, zhang } from '#tests/mediation.ts'
import type { Who } from '#tests/server.ts'
import type { Dispute } from '../dispute.ts'
import { nextStep, stepFor } from './next-step.ts'
import { whyNot } from './procedure.ts'

const offered = (dispute: Dispute, who: Who = 'mediator', count = 0) =>
  nextStep(dispute, day(count), (action) => !whyNot(dispute, action, as(who), { at: days(count), local: {} }))

test('whoever has no part in a file is offered nothing', () => {
  expect(offered(stages.mediating, 'otherMediator')).toBeUndefined()
  expect(offered(stages.closed, 'township')).toBeUndefined()
})

test('the parties are asked one after the other before it is accepted', () => {
  const fresh = filed()
  expect(offered(fresh)).toEqual({ action: 'inform', party: zhang })
  const told = next(next(fresh, commands.inform), { do: 'inform', party: li, on: day(0) })
  expect(offered(told)).toEqual({ action: 'consent', party: zhang })
  expect(offered(stages.registered)).toEqual({ action: 'accept' })
})

test('a file from outside the committee first gets a mediator, from its head', () => {
  const fromOutside = filed({}, 'chief')
  expect(offered(fromOutside, 'mediationHead')).toEqual({ action: 'assign' })
})

test('an alarm comes before everything else', () => {
  expect(offered(next(stages.mediating, commands.noteSigns))).toEqual({ action: 'prevent' })
})

test('what is agreed is signed, what is due is asked for, and half a month later comes a visit', () => {
  expect(offered(stages.mediating)).toEqual({ action: 'agree' })
  expect(offered(stages.agreed)).toEqual({ action: 'sign' })
  expect(offered(stages.performing, 'mediator', 10)?.action).toBe('perform')
  const { terms } = stages.performing.agreement!
  const later = {
    ...stages.performing,
    agreement: { ...stages.performing.agreement!, terms: terms.map((term) => ({ ...term, dueOn: day(40) })) },
  }
  expect(offered(later, 'mediator', 15)).toEqual({ action: 'revisit' })
})

test('what the dossier lacks is the next step as long as the file cannot be closed for it', () => {
  expect(offered(stages.performed)).toEqual({ action: 'revisit' })
  expect(offered(next(stages.performed, commands.revisit))).toEqual({ action: 'close' })
  expect(offered(stages.failed)).toEqual({ action: 'close' })
  expect(stepFor({ code: 'powerOfAttorney', party: li })).toEqual({ action: 'attach', party: li, piece: 'powerOfAttorney' })
})

test('a closed file goes to the shelf by its head, and is claimed by who mediated it', () => {
  expect(offered(stages.closed, 'mediationHead')).toEqual({ action: 'archive' })
  expect(offered(stages.closed)).toEqual({ action: 'claim' })
  expect(offered(next(stages.archived, commands.claim), 'mediator')).toBeUndefined()
})
