import { expect, test } from 'vitest'
import { z } from 'zod'
import { text, words } from '#modules/kernel/ids.ts'
import { burdenOf, formOf, requiredIn, weekly } from './burden.ts'
import { forms } from './burden-forms.ts'

const required = (schema: z.ZodType) => formOf('x', schema, { leaves: 'x', roles: [] }).required
const form = (code: string) => forms.find((each) => each.code === code)!

test('what may be left out, left blank or left empty is not required', () => {
  expect(
    required(
      z.object({
        outcome: words(100),
        note: text(100),
        more: words(100).optional(),
        until: z.iso.date().nullable(),
        isPublic: z.boolean().default(false),
        named: z.array(z.uuid()).max(5),
      }),
    ),
  ).toEqual(['outcome'])
})

test("what the device mints and what the button says is nobody's to fill in", () => {
  expect(required(z.object({ commandId: z.uuid(), id: z.uuid(), do: z.literal('settle'), outcome: words(10) }))).toEqual(['outcome'])
})

test('a number, a day, a choice, a yes or no, and the least of a list count one each', () => {
  expect(
    required(
      z.object({
        count: z.int().min(0),
        on: z.iso.date(),
        kind: z.enum(['one', 'other']),
        isSolved: z.boolean(),
        photos: z.array(z.uuid()).min(1),
        terms: z.array(z.object({ what: words(10), by: z.iso.date() })).min(1),
      }),
    ),
  ).toEqual(['count', 'on', 'kind', 'isSolved', 'photos', 'terms.what', 'terms.by'])
})

test('of several ways to fill something in, the shortest counts', () => {
  expect(
    requiredIn(
      {
        anyOf: [
          { type: 'object', properties: { a: { type: 'number' }, b: { type: 'number' } }, required: ['a', 'b'] },
          { type: 'boolean' },
        ],
      },
      'way',
    ),
  ).toEqual(['way'])
})

test('the forms of the field are as short as they are said to be', () => {
  expect(form('matter.accept').required).toEqual([])
  expect(form('matter.settle').required).toEqual(['outcome'])
  expect(form('matter.report').required).toEqual(['place', 'category', 'words'])
  expect(form('beat.day').required).toEqual(['village', 'on', 'facts.state'])
  expect(form('beat.visit').required).toEqual(['village', 'on', 'facts.lane', 'facts.house', 'facts.purpose'])
  expect(form('beat.entries').required).toEqual(['village', 'on', 'facts.of', 'facts.count'])
  expect(Math.max(...forms.filter(({ code }) => code.startsWith('beat.')).map((each) => each.required.length))).toBeLessThanOrEqual(5)
})

test('every form can be sent by somebody, and leaves a trace of its own', () => {
  expect(forms.filter(({ roles }) => roles.length === 0)).toEqual([])
  expect(new Set(forms.map(({ leaves }) => leaves)).size).toBe(forms.length)
})

test('who has several posts filled the form in once', () => {
  const roles = burdenOf(
    forms,
    [
      { leaves: 'matter settled', by: 'both', times: 3 },
      { leaves: 'beat filed visit', by: 'officer', times: 10 },
      { leaves: 'matter overdue', by: 'officer', times: 9 },
      { leaves: 'matter settled', by: 'gone', times: 9 },
    ],
    [
      { person: 'both', role: 'grid_worker' },
      { person: 'both', role: 'lane_chief' },
      { person: 'officer', role: 'police_officer' },
    ],
  )
  const sent = Object.fromEntries(roles.filter(({ sent }) => sent.length > 0).map(({ role, sent }) => [role, sent]))

  expect(sent).toEqual({ lane_chief: [{ form: 'matter.settle', times: 3 }], police_officer: [{ form: 'beat.visit', times: 10 }] })
})

test('a week in minutes is fields times seconds, shared by the people in the role', () => {
  const fields = (code: string) => form(code).required.length
  const sent = [
    { form: 'beat.visit', times: 80 },
    { form: 'matter.accept', times: 500 },
  ]

  expect(weekly({ sent, people: 2 }, fields, { weeks: 8, seconds: 15 })).toEqual({ fields: 25, minutes: 6.25 })
  expect(weekly({ sent: [], people: 0 }, fields, { weeks: 8, seconds: 15 })).toBeNull()
})
