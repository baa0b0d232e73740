/** The demo's year of mediation, before it is written: every kind of dispute in every state, by the law's own rules. */
import { expect, test } from 'vitest'
import { problemsOf } from '#modules/bodies/committee.ts'
import { types } from '#modules/disputes/codes/types.ts'
import { sources, statuses } from '#modules/disputes/dispute.ts'
import { isComplete } from '#modules/disputes/rules/dossier.ts'
import { drawCommittees, memberCount } from './committees.ts'
import { drawCounty } from './county.ts'
import { liveDisputes } from './disputes-year.ts'
import { groundOf } from './ground.ts'
import { drawStaff } from './roster.ts'
import { shown } from './shown.ts'
import * as say from './texts/mediation.ts'

const now = '2026-06-03T04:00:00.000Z'
const towns = drawCounty()
const { staff, committees } = drawCommittees(
  towns,
  drawStaff(towns, () => '2024-01-01'),
  2026,
)
const { disputes, matters } = liveDisputes(towns, groundOf(staff), now)
const events = disputes.flatMap((life) => life.events)

test('nothing happens after now, and all of it in order', () => {
  for (const { events: own } of disputes) {
    const times = own.map(({ event }) => event.at)
    expect(times).toEqual([...times].sort())
    expect(times.at(-1)! <= now).toBe(true)
  }
})

test('no closed file lacks a paper that it must have', () => {
  const closed = disputes.filter(({ dispute }) => dispute.status === 'closed' || dispute.status === 'archived')

  expect(closed.length).toBeGreaterThan(500)
  expect(closed.filter(({ dispute }) => !isComplete(dispute))).toEqual([])
})

test('198 committees of villages have 625 members, each at least three, a head and a woman; only some terms are over', () => {
  const ofVillages = committees.filter(({ place }) => place.length === 12)
  const roleOf = new Map(staff.flatMap(({ id, posts }) => posts.map(({ role, place }) => [`${id} ${place} ${role}`, true] as const)))
  const problems = committees.flatMap(({ place, electedOn, members }) =>
    problemsOf(
      {
        place,
        members: members.map(({ id, isWoman }) => {
          const role = place.length === 9 ? 'judicial_officer' : roleOf.has(`${id} ${place} mediation_head`) ? 'mediation_head' : 'mediator'
          return { id, isWoman, electedOn, role } as const
        }),
      },
      '2026-06-03',
    ).map(({ code }) => code),
  )

  expect([ofVillages.length, ofVillages.reduce((sum, { members }) => sum + members.length, 0)]).toEqual([198, memberCount])
  expect([...new Set(problems)]).toEqual(['term_ended'])
  expect(problems.length).toBeLessThan(15)
  expect(new Set(staff.map(({ phone }) => phone)).size).toBe(staff.length)
})

test('every type of GB/T 31000 is there, in every state, from every source', () => {
  const leaves = types.filter(({ code }) => !types.some(({ parent }) => parent === code)).map(({ code }) => code)
  // What is named "other" under a kind is there where somebody has told of it.
  const wanted = leaves.filter((code) => code === '99' || !code.endsWith('99'))
  const seen = new Set(disputes.map(({ dispute }) => dispute.type))

  expect(wanted.filter((code) => !seen.has(code))).toEqual([])
  expect(statuses.filter((status) => !disputes.some(({ dispute }) => dispute.status === status))).toEqual([])
  expect(sources.filter((source) => !disputes.some(({ dispute }) => dispute.source === source))).toEqual([])
})

test('there are promises broken, courts asked, alarms raised and answered, claims called about and decided', () => {
  for (const type of [
    'breached',
    'courtAsked',
    'courtDecided',
    'signsNoted',
    'prevented',
    'policeTold',
    'calledBack',
    'claimDecided',
    'revisited',
  ])
    expect([type, events.some(({ event }) => event.type === type)]).toEqual([type, true])
  const open = disputes.filter(({ dispute }) => dispute.preventBy !== null)
  expect(open.map(({ dispute }) => dispute.committee)).toContain(shown.village)
})

test('about every fifth file came from a matter, which follows it', () => {
  expect(matters.length).toBeGreaterThan(100)
  for (const { matter } of matters)
    expect(disputes.some(({ dispute }) => dispute.matterId === matter.id && dispute.id === matter.disputeId)).toBe(true)
  expect(matters.filter(({ matter }) => matter.status === 'suspended').length).toBeGreaterThan(1)
})

test('a neighbour can read every sentence', () => {
  const sentences = [
    ...say.cases.flatMap(({ summary, wish, issue, responsibility, term }) => [summary, wish, issue, responsibility, term]),
    ...[say.replies, say.persuasions, say.findings, say.measures, say.revisitWords, say.breachWords, say.closings].flat(),
  ]

  expect(sentences.filter((sentence) => /[{}|]|undefined|[\u4e00-\u9fff][,;?!]|。。|^\s|\s$|^.?$|^.{81}/.test(sentence))).toEqual([])
  expect(new Set(say.cases.map(({ summary }) => summary)).size).toBe(say.cases.length)
})

test('the same day is the same year again', () => {
  const again = liveDisputes(towns, groundOf(staff), now)

  expect(again.disputes.map(({ dispute }) => dispute)).toEqual(disputes.map(({ dispute }) => dispute))
})
