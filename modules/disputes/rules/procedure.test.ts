import { expect, test } from 'vitest'
import { actor, answer, around, as, byParty, clock, commands, day, filed, next, stages, term, wang, zhang } from '#tests/mediation.ts'
import type { Who as Somebody } from '#tests/server.ts'
import { type Action, type Asker, type Dispute, type Status, statuses } from '../dispute.ts'
import type { Command } from '../wire.ts'
import { actions, procedure, type Who, whyNot } from './procedure.ts'
import { decidesClaims, mayOpen } from './sight.ts'

const asked = { court: '法院', askedOn: day(0), decidedOn: null, paperNumber: null }
const claimed = next(stages.closed, commands.claim)
/** With everything there that an action needs beside its status. */
const ready = (dispute: Dispute, action: Action): Dispute => ({
  ...dispute,
  ...(action === 'prevent' && { preventBy: day(1) }),
  ...(action === 'courtDecided' && { confirmation: { ...asked, result: null } }),
  ...(['callBack', 'decideClaim'].includes(action) && { allowance: claimed.allowance }),
  ...(dispute.status === 'performing' &&
    ['hold', 'agree', 'fail'].includes(action) && { confirmation: { ...asked, result: 'rejected' as const } }),
  ...(dispute.status === 'performing' &&
    action === 'close' && {
      agreement: { ...dispute.agreement!, terms: [{ ...dispute.agreement!.terms[0]!, state: 'breached' as const }] },
    }),
  ...(action === 'close' && { revisits: stages.closed.revisits }),
  ...(action === 'agree' && { sessions: stages.mediating.sessions }),
})

/** Somebody for whom nothing but the status could stand in the way. */
const best: Record<Who, Asker> = {
  mediator: as('mediator'),
  head: as('mediationHead'),
  reader: as('mediator'),
  party: byParty(zhang),
  'mediator or party': as('mediator'),
  'mediator or office': as('mediator'),
  'judicial office': as('judicial'),
}

test.each(actions.flatMap((action) => statuses.map((status) => ({ action, status }))))(
  '$action of what is $status',
  ({ action, status }) => {
    const { from, who }: { from: readonly Status[]; who: Who } = procedure[action]
    const refusal = whyNot(ready(stages[status], action), action, best[who], around())

    if (from.includes(status)) expect(refusal).toBeUndefined()
    else if (status === 'declined') expect(refusal).toEqual({ refused: 'dispute.declined', facts: { action } })
    else expect(refusal).toEqual({ refused: 'dispute.wrong_status', facts: { action, status } })
  },
)

/** From which file each action of the table happens, as the usual command says it. */
const happens: Partial<Record<Action, Dispute>> = {
  removeParty: filed(),
  hold: next(stages.registered, commands.accept),
  addParty: stages.mediating,
  breach: stages.performing,
  prevent: next(stages.mediating, commands.noteSigns),
  courtDecided: next(stages.performing, commands.askCourt),
  close: stages.failed,
  callBack: claimed,
  decideClaim: claimed,
}
const eventOf = (action: Action) =>
  answer(
    happens[action] ?? stages[procedure[action].from[0]],
    commands[action] as Command,
    best[procedure[action].who],
    action === 'breach' ? `${day(20)}T00:00:00.000Z` : undefined,
  )

test.each(actions)('%s happens, as one event that says who did it', (action) => {
  expect(eventOf(action)).toMatchObject({ type: expect.any(String), as: best[procedure[action].who].as })
})

const outsiders: Somebody[] = [
  ...([
    'otherMediator',
    'nextMediator',
    'nextHead',
    'judicial',
    'westJudicial',
    'justice',
    'official',
    'chief',
    'township',
    'centre',
  ] as const),
  ...(['police', 'villagePolice', 'administrator', 'auditor', 'nobody', 'farChief'] as const),
]
const byWho = (...whose: Who[]) => actions.filter((action) => whose.includes(procedure[action].who))
const fileFor = (action: Action) => ready(happens[action] ?? stages[procedure[action].from[0]], action)

test.each(byWho('mediator', 'mediator or party', 'mediator or office').flatMap((action) => outsiders.map((who) => ({ action, who }))))(
  '$who, who does not mediate it, may not $action',
  ({ action, who }) => {
    expect(answer(fileFor(action), commands[action] as Command, as(who))).toMatchObject({ refused: 'dispute.not_mediator' })
  },
)

test.each(byWho('reader').flatMap((action) => outsiders.map((who) => ({ action, who }))))(
  '$who, who cannot open the file, finds nothing to $action',
  ({ action, who }) => {
    expect(answer(fileFor(action), commands[action] as Command, as(who))).toMatchObject({ refused: 'not_found' })
  },
)

test.each(byWho('head'))('%s is the head’s alone, not even the mediator’s', (action) => {
  for (const who of ['mediator', ...outsiders] as const)
    expect(answer(fileFor(action), commands[action] as Command, as(who)), who).toMatchObject({ refused: 'dispute.not_head' })
})

test.each(byWho('party'))('%s is a party’s alone, with their code', (action) => {
  for (const who of ['mediator', 'mediationHead', ...outsiders] as const)
    expect(answer(fileFor(action), commands[action] as Command, as(who)), who).toMatchObject({ refused: 'dispute.not_party' })
  expect(answer(fileFor(action), commands[action] as Command, byParty(wang))).toMatchObject({ refused: 'not_found' })
})

test.each(actions.filter((action) => !['party', 'mediator or party'].includes(procedure[action].who)))('no party may %s', (action) => {
  expect(answer(fileFor(action), commands[action] as Command, byParty(zhang))).toMatchObject({ refused: 'dispute.not_mediator' })
})

test.each(actions)('the clock does not %s: it only reminds', (action) => {
  expect(answer(fileFor(action), commands[action] as Command, clock)).toMatchObject({ refused: 'dispute.not_mediator' })
})

test('an office that it was referred up to reads, comments and helps to prevent, and mediates nothing', () => {
  const referred = next(next(stages.mediating, commands.referUp), commands.noteSigns)

  for (const action of ['comment', 'tellPolice', 'prevent'] as const)
    expect(answer(referred, commands[action], as('judicial')), action).toHaveProperty('type')
  for (const action of ['hold', 'agree', 'close', 'fail', 'referUp'] as const)
    expect(answer(referred, commands[action] as Command, as('judicial')), action).toMatchObject({ refused: 'dispute.not_mediator' })
  expect(answer(referred, commands.comment, as('westJudicial'))).toMatchObject({ refused: 'not_found' })
})

test('it is referred up to the judicial office or the township above, once, and nowhere else', () => {
  const up = (role: 'judicial_officer' | 'township_officer' | 'centre_officer' | 'mediation_head', place: string) =>
    answer(stages.mediating, { ...commands.referUp, role, place } as Command)

  expect(up('township_officer', '149901100')).toMatchObject({ type: 'referredUp' })
  for (const [role, place] of [
    ['judicial_officer', '149901101'],
    ['judicial_officer', '149901'],
    ['centre_officer', '149901'],
    ['mediation_head', '149901100201'],
  ] as const)
    expect(up(role, place), `${role} ${place}`).toMatchObject({ refused: 'dispute.not_office' })
  expect(answer(next(stages.mediating, commands.referUp), commands.referUp)).toMatchObject({ refused: 'dispute.referred_already' })
})

test('arts. 13, 15 (4): the assigned mediators, the head and the named office open a file, and nobody else does', () => {
  const open = (dispute: Dispute) =>
    [...outsiders, 'mediator' as const, 'mediationHead' as const].filter((who) => mayOpen(actor(who), dispute))

  expect(open(stages.mediating)).toEqual(['mediator', 'mediationHead'])
  expect(open(next(stages.mediating, commands.referUp))).toEqual(['judicial', 'mediator', 'mediationHead'])
  expect(open({ ...stages.mediating, committee: '149901100202' as never })).toEqual(['nextHead'])
})

test('a mediator who has left the committee cannot open the file any more', () => {
  expect(mayOpen({ ...actor('mediator'), posts: [] }, stages.mediating)).toBe(false)
})

test('who decides an allowance: the town’s judicial office, or the county’s justice department for the town’s own files', () => {
  const deciders = (dispute: Dispute) => outsiders.filter((who) => decidesClaims(actor(who), dispute))

  expect(deciders(claimed)).toEqual(['judicial'])
  expect(deciders({ ...claimed, committee: '149901100' as never })).toEqual(['justice'])
})

test('the second time of what is written with an id of its own is a conflict, and writes over nothing', () => {
  const twice = (action: 'hold' | 'inquire' | 'attach' | 'addParty') =>
    answer(next(stages.mediating, action === 'hold' ? { ...commands.hold, session: term.id } : (commands[action] as Command)), {
      ...commands[action],
      ...(action === 'hold' && { session: term.id }),
    } as Command)

  for (const action of ['hold', 'inquire', 'attach', 'addParty'] as const)
    expect(twice(action), action).toMatchObject({ refused: 'conflict' })
  expect(answer(next(stages.performing, commands.revisit), commands.revisit)).toMatchObject({ refused: 'conflict' })
  expect(answer(stages.mediating, { ...commands.invite, guest: zhang })).toMatchObject({ refused: 'conflict' })
})
