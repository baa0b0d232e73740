/** The whole life of a file, and what stays true of it whatever anybody does in whatever order. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Instant } from '#modules/kernel/ids.ts'
import { isRefusal, type Refusal } from '#modules/kernel/refusal.ts'
import { sentence } from '#server/sentence.ts'
import {
  answer,
  around,
  as,
  byParty,
  clock,
  commands,
  day,
  days,
  filed,
  idOf,
  li,
  next,
  party,
  son,
  stages,
  term,
  told,
  wang,
  zhang,
} from '#tests/mediation.ts'
import { type Asker, concerns, type Dispute, pieceKinds, principals, statuses } from '../dispute.ts'
import type { Command } from '../wire.ts'
import { unsigned } from './agreement.ts'
import { dueNow, nextAt } from './clock.ts'
import { signs } from './danger.ts'
import { decide } from './decide.ts'
import { isComplete } from './dossier.ts'
import type { Event } from './event.ts'
import { evolve } from './evolve.ts'
import { actions, whyNot } from './procedure.ts'

test('a file from the day somebody asks for it to the shelf of the archive', () => {
  const steps: [Command, Asker, number][] = [
    ...[zhang, li].flatMap((each): [Command, Asker, number][] => [
      [{ ...commands.checkPaper, party: each }, as('mediator'), 0],
      [{ ...commands.inform, party: each }, as('mediator'), 0],
      [{ ...commands.consent, party: each }, as('mediator'), 0],
    ]),
    [commands.accept, as('mediator'), 0],
    [commands.inquire, as('mediator'), 1],
    [commands.invite, as('mediator'), 1],
    [commands.hold, as('mediator'), 2],
    [{ ...commands.agree, on: day(2) }, as('mediator'), 2],
    [{ do: 'sign', as: 'party', party: zhang, way: 'drawn', photos: commands.sign.photos, device: 'Android' }, as('mediator'), 2],
    [{ ...commands.sign, on: day(3) }, as('mediator'), 3],
    [{ ...commands.askCourt, on: day(4) }, as('mediator'), 4],
    [{ ...commands.courtDecided, on: day(9) }, as('mediator'), 9],
    [{ ...commands.attach, kind: 'confirmation' }, as('mediator'), 9],
    [commands.confirmTerm, byParty(zhang), 10],
    [{ ...commands.perform, on: day(10) }, as('mediator'), 10],
    [{ ...commands.revisit, on: day(18) }, as('mediator'), 18],
    [commands.close, as('mediator'), 20],
    [commands.claim, as('mediator'), 20],
    [commands.decideClaim, as('judicial'), 21],
    [commands.archive, as('mediationHead'), 22],
  ]
  const archived = steps.reduce((dispute, [command, asker, count]) => next(dispute, command, asker, days(count)), filed())

  expect(archived).toMatchObject({
    ...{ status: 'archived', ending: 'agreed', acceptedOn: day(0), endedOn: day(3), closedOn: day(20), archivedOn: day(22) },
    ...{ retention: 'ten', shelf: '3-2', note: '共二十页', confirmation: { result: 'confirmed' }, allowance: { isGranted: true } },
    ...{ version: steps.length + 1, nextAt: null },
  })
  expect(isComplete(archived)).toBe(true)
  for (const action of actions.filter((each) => !['claim', 'callBack', 'decideClaim'].includes(each)))
    for (const asker of [as('mediationHead'), byParty(zhang)])
      expect(answer(archived, commands[action] as Command, asker), action).toHaveProperty('refused')
})

const askers: Asker[] = [
  as('mediator'),
  as('mediationHead'),
  as('otherMediator'),
  as('judicial'),
  as('chief'),
  byParty(zhang),
  byParty(li),
  byParty(son),
  clock,
]
const ids = [zhang, li, wang, son]
const one = <T>(those: readonly T[]) => fc.constantFrom(...those)
const some = <T>(those: readonly T[]) => fc.subarray([...those])

/** What may be different in any command that has it. */
const variant = fc.record({
  party: one(ids),
  through: fc.option(one(ids), { nil: undefined, freq: 3 }),
  agreedBy: fc.oneof({ weight: 3, arbitrary: fc.constant(ids) }, { weight: 1, arbitrary: some(ids) }),
  parties: fc.oneof({ weight: 3, arbitrary: fc.constant([zhang, li]) }, { weight: 1, arbitrary: some(ids) }),
  routes: fc.oneof({ weight: 3, arbitrary: fc.constant(told) }, { weight: 1, arbitrary: some(told) }),
  mediators: fc.oneof(
    { weight: 3, arbitrary: fc.constant([idOf('mediator')]) },
    { weight: 1, arbitrary: fc.subarray([idOf('mediator'), idOf('otherMediator'), idOf('mediationHead')], { minLength: 1 }) },
  ),
  mediator: one([idOf('mediator'), idOf('otherMediator')]),
  signs: some(signs),
  concerns: fc.oneof({ weight: 3, arbitrary: fc.constant('rights' as const) }, { weight: 1, arbitrary: one(concerns) }),
  result: one(['confirmed', 'rejected', 'notAccepted', 'doubted']),
  form: one(['written', 'oral'] as const),
  as: one(['all', 'party', 'mediator', 'seal'] as const),
  way: one(['scan', 'drawn'] as const),
  kind: one(pieceKinds),
  isGranted: fc.boolean(),
  isOpen: fc.boolean(),
  needsGuardian: fc.boolean(),
  speaker: one(['agent', 'guardian', undefined] as const),
  ago: fc.integer({ min: -1, max: 3 }),
})
const step = fc.record({ variant, pick: fc.nat(), isGuided: fc.boolean(), hours: fc.integer({ min: 0, max: 120 }) })
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const minted = (number: number) => `00000000-0000-4000-9000-${String(number).padStart(12, '0')}`

/** The usual command of an action, with what the variant changes in it. */
function varied(action: Command['do'], { variant: v, pick }: Step, now: Instant): Command {
  const usual = commands[action] as Record<string, unknown>
  const replaced = Object.fromEntries(
    Object.keys(usual).flatMap((key) => (key in v && !['kind', 'form'].includes(key) ? [[key, v[key as keyof typeof v]]] : [])),
  )
  const on = 'on' in usual ? { on: days(-v.ago, now).slice(0, 10) } : {}
  const made = ['session', 'inquiry', 'piece', 'revisit', 'guest'].filter((key) => key in usual).map((key) => [key, minted(pick % 1000)])
  const changed = { ...usual, ...replaced, ...on, ...Object.fromEntries(made) } as Command
  switch (changed.do) {
    case 'addParty': {
      const id = v.party
      return {
        do: 'addParty',
        party: party(id, 'third', { ...(v.speaker && { of: v.through ?? li, speaksAs: v.speaker }), needsGuardian: v.needsGuardian }),
      }
    }
    case 'hold':
      return { ...changed, startedAt: days(-0.1, now), endedAt: now }
    case 'attach':
      return { ...changed, kind: v.kind, party: v.party }
    case 'agree':
      return { ...changed, form: v.form, terms: [{ ...term, by: v.parties[0] ?? li, dueOn: days(2, now).slice(0, 10) }] }
    case 'sign':
      return { ...changed, as: v.as, way: v.way, party: v.party, ...(v.through && { through: v.through }) }
    case 'consent':
    case 'decline':
      return { ...changed, ...(v.through && { through: v.through }) }
    case 'tellPolice':
      return { ...changed, toldAt: now }
    case 'extend':
      return { ...changed, until: days(35, now).slice(0, 10) }
    default:
      return changed
  }
}

type Life = { readonly dispute: Dispute; readonly events: Event[]; readonly refusals: Refusal[]; readonly at: Instant }

/** Lives through the steps; half of them are ones that somebody could really tap. `watch` sees every dispute as it comes. */
function live(from: Dispute, steps: readonly Step[], watch: (before: Dispute, after: Dispute, event: Event) => void = () => {}): Life {
  const life = { dispute: from, events: [] as Event[], refusals: [] as Refusal[], at: days(1) }
  for (const each of steps) {
    life.at = new Date(Date.parse(life.at) + each.hours * 3_600_000).toISOString()
    const pairs = actions.flatMap((action) => askers.map((asker) => ({ action, asker })))
    const possible = each.isGuided ? pairs.filter(({ action, asker }) => !whyNot(life.dispute, action, asker, around(life.at))) : []
    const chosen = possible.length > 0 ? possible : pairs
    const { action, asker } = chosen[each.pick % chosen.length]!
    const said = decide(life.dispute, varied(action, each, life.at), asker, around(life.at))
    if (isRefusal(said)) life.refusals.push(said)
    else {
      const after = evolve(life.dispute, said)
      watch(life.dispute, after, said)
      life.events.push(said)
      life.dispute = after
    }
    for (const { key, what, on } of dueNow(life.dispute, life.at)) {
      const event: Event = { by: null, as: 'system', at: life.at, type: 'reminded', key, what, on }
      life.events.push(event)
      life.dispute = evolve(life.dispute, event)
    }
  }
  return life
}

const lives = [fc.constantFrom(...statuses), fc.array(step, { minLength: 10, maxLength: 60 })] as const
const often = { numRuns: 120 }

test('whatever happened is folded: one version for each event, the same from the same events, and the clock knows when to look again', () => {
  fc.assert(
    fc.property(...lives, (status, steps) => {
      const { dispute, events } = live(stages[status], steps)
      const stored = JSON.parse(JSON.stringify(events)) as Event[]

      expect(dispute.version).toBe(stages[status].version + events.length)
      expect(stored.reduce(evolve, stages[status])).toEqual(dispute)
      expect(dispute.nextAt).toBe(nextAt(dispute))
      expect(new Set(dispute.reminded).size).toBe(dispute.reminded.length)
    }),
    often,
  )
})

test('art. 17: a file that a party refused is only ever closed and archived', () => {
  fc.assert(
    fc.property(lives[1], (steps) => {
      live(stages.declined, steps, (_before, after) => {
        expect(after).toMatchObject({ ending: 'declined', agreement: null, acceptedOn: null })
        expect(['declined', 'closed', 'archived']).toContain(after.status)
      })
    }),
    often,
  )
})

test('arts. 29, 30: an agreement binds only when all have signed and the seal is on, or when all were at the table', () => {
  fc.assert(
    fc.property(...lives, (status, steps) => {
      live(stages[status], steps, (before, after) => {
        const { agreement } = after
        if (!agreement?.effectiveOn) return
        if (agreement.form === 'written') {
          expect(unsigned(after)).toEqual([])
          expect(agreement.effectiveOn >= agreement.madeOn).toBe(true)
        } else if (!before.agreement?.effectiveOn) {
          const there = after.sessions.flatMap(({ parties }) => parties)
          for (const { id } of principals(after))
            expect(there.some((each) => each === id || after.parties.some((one) => one.id === each && one.of === id))).toBe(true)
        }
      })
    }),
    often,
  )
})

test('arts. 17, 23: nobody is mediated who was not told and did not consent, and a ward only by their guardian’s word', () => {
  fc.assert(
    fc.property(...lives, (status, steps) => {
      live(stages[status], steps, (before, _after, event) => {
        if (!['accepted', 'held', 'agreed'].includes(event.type)) return
        for (const { isWilling, informedOn, needsGuardian, id } of principals(before)) {
          expect(isWilling).toBe(true)
          expect(informedOn).not.toBeNull()
          expect(!needsGuardian || before.parties.some(({ of, speaksAs }) => of === id && speaksAs === 'guardian')).toBe(true)
        }
      })
    }),
    often,
  )
})

test('a file is closed complete, with no alarm open; how it ended stays; it is claimed once', () => {
  fc.assert(
    fc.property(...lives, (status, steps) => {
      const { events } = live(stages[status], steps, (before, after, event) => {
        if (event.type === 'closed') expect([isComplete(after), after.preventBy, after.ending === null]).toEqual([true, null, false])
        if (event.type === 'archived') expect([isComplete(after), after.preventBy]).toEqual([true, null])
        if (['closed', 'archived'].includes(before.status)) expect(after.ending).toBe(before.ending)
      })
      expect(events.filter(({ type }) => type === 'claimed').length).toBeLessThanOrEqual(1)
    }),
    often,
  )
})

test('every refusal on the way is a whole sentence in both languages', () => {
  const said = new Map<string, Refusal>()
  fc.assert(
    fc.property(...lives, (status, steps) => {
      for (const refusal of live(stages[status], steps).refusals) said.set(JSON.stringify(refusal), refusal)
    }),
    often,
  )
  expect(said.size).toBeGreaterThan(100)
  for (const refusal of said.values())
    for (const language of ['zh-CN', 'en'] as const) {
      const words = sentence(refusal, language, days(0))
      expect(words, refusal.refused).not.toMatch(/\{\{|undefined|null|代码|object|\d{4}-\d\d-\d\d|[a-z]+[A-Z]/)
    }
})

test('the life of which these properties speak reaches every status', () => {
  const reached = new Set<string>()
  fc.assert(
    fc.property(fc.constantFrom('registered', 'mediating', 'performing'), lives[1], (status, steps) => {
      live(stages[status], steps, (_before, after) => reached.add(after.status))
    }),
    { numRuns: 240, seed: 4 },
  )
  expect([...statuses].filter((status) => status !== 'registered' && !reached.has(status))).toEqual([])
})
