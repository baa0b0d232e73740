import { expect, test } from 'vitest'
import type { PlaceCode } from '#modules/kernel/ids.ts'
import { isRefusal } from '#modules/kernel/refusal.ts'
import type { Actor } from '#modules/people/actor.ts'
import { covers } from '#modules/places/place.ts'
import { cast } from '#tests/cast.ts'
import { nationalTypes } from '../codes/national.ts'
import { formOf, kindOfCommittee, marksOf, type Row, tally } from './form.ts'
import { scopeOf } from './scope.ts'

const { places, people } = cast
const county = '149901' as PlaceCode

const row = (disputes: number, change: Partial<Row> = {}): Row => ({
  committee: places.village,
  nationalType: 'neighbours',
  source: 'application',
  outcome: 'succeeded',
  form: 'written',
  isDifficult: false,
  disputes,
  involved: disputes * 2,
  fen: disputes * 100_000,
  ...change,
})
const formAbove = (place: PlaceCode, rows: readonly Row[], known: readonly PlaceCode[] = []) => {
  const marks = marksOf(county, rows, known)
  return formOf(tally(rows.filter(({ committee }) => covers(place, committee))), (key) => marks.get(`${place} ${key}`))
}
const typeLine = (form: ReturnType<typeof formOf>, code: string) => form.types.find((each) => each.code === code)!

const actor = (who: keyof typeof people) => ({ posts: people[who].seat ? [people[who].seat] : [] }) as unknown as Actor

test('whoever has no such post reads no figures, and nobody those of the place next door', () => {
  for (const who of ['chief', 'official', 'mediator', 'housing', 'auditor', 'administrator', 'nobody'] as const)
    expect(isRefusal(scopeOf(actor(who), {})), who).toBe(true)
  expect(scopeOf(actor('township'), { place: places.westTown })).toMatchObject({ refused: 'not_found' })
  expect(scopeOf(actor('mediationHead'), { place: places.nextVillage })).toMatchObject({ refused: 'not_found' })
  expect(scopeOf(actor('justice'), { place: places.farTown })).toMatchObject({ refused: 'not_found' })
})

test('offices above do not read one village’s figures, nor another committee’s exactly', () => {
  for (const who of ['township', 'judicial', 'justice', 'centre'] as const)
    expect(scopeOf(actor(who), { place: places.village }), who).toMatchObject({ refused: 'dispute.figures_too_narrow' })
  expect(scopeOf(actor('justice'), { place: places.eastTown, of: 'committee' })).toMatchObject({ refused: 'dispute.figures_too_narrow' })
})

test('a head reads their own committee’s, an office its town’s, the justice department the county’s', () => {
  expect(scopeOf(actor('mediationHead'), {})).toEqual({ place: places.village, of: 'committee' })
  expect(scopeOf(actor('judicial'), { of: 'committee' })).toEqual({ place: places.eastTown, of: 'committee' })
  expect(scopeOf(actor('judicial'), {})).toEqual({ place: places.eastTown, of: 'all' })
  expect(scopeOf(actor('justice'), {})).toEqual({ place: places.county, of: 'all' })
})

test('one to four disputes are shown as fewer than five, and so is nothing of their parties and their money', () => {
  const form = formAbove(places.eastTown, [
    ...[row(40), row(3, { nationalType: 'medical' }), row(12, { nationalType: 'traffic' })],
    ...[50, 60, 70].flatMap((disputes, index) => {
      const committee = `14990111${index}201` as PlaceCode
      return [row(disputes, { committee }), row(9, { committee, nationalType: 'medical' }), row(20, { committee, nationalType: 'traffic' })]
    }),
  ])

  expect(typeLine(form, 'medical')).toMatchObject({ disputes: 'small', involved: 'small', fen: 'small' })
  expect(typeLine(form, 'traffic').disputes).toBe('withheld')
  expect(typeLine(form, 'neighbours').disputes).toBe(40)
  expect(form.total.disputes).toBe(55)
})

test('what did not succeed is not told by what did', () => {
  const form = formAbove(places.eastTown, [row(38), row(2, { outcome: 'failed', form: null })])

  expect(form.results.find(({ code }) => code === 'failed')!.disputes).toBe('small')
  expect([form.total.disputes, form.total.succeeded].includes('withheld')).toBe(true)
  const { disputes, succeeded } = typeLine(form, 'neighbours')
  expect([disputes, succeeded].filter((figure) => typeof figure === 'number').length).toBeLessThan(2)
})

test('a town’s small count is not told by the county’s less the other towns’', () => {
  const rows = [row(30), row(2, { committee: places.westVillage })]
  const [all, east, west] = [county, places.eastTown, places.westTown].map((place) => formAbove(place as PlaceCode, rows).total.disputes)

  expect(west).toBe('small')
  expect([all, east].filter((figure) => typeof figure === 'number').length).toBeLessThan(2)
})

test('a judicial office that knows its own files cannot take them away from the town’s', () => {
  const rows = [row(20, { committee: places.eastTown }), row(6, { committee: places.eastTown, outcome: 'failed', form: null }), row(2)]

  expect(formAbove(places.eastTown, rows).total.disputes).toBe(28)
  expect(formAbove(places.eastTown, rows, [places.eastTown]).total.disputes).toBe('withheld')
})

test('a committee’s own head reads every number as it is', () => {
  const form = formOf(tally([row(3), row(1, { outcome: 'open', form: null, isDifficult: true, fen: 0 })]))

  expect(form.total).toEqual({ disputes: 4, succeeded: 3, difficult: 1, involved: 8, fen: 300_000 })
  expect(form.agreements).toEqual([
    { code: 'written', disputes: 3 },
    { code: 'oral', disputes: 0 },
  ])
  expect(form.types).toHaveLength(18)
})

test('a whole county is worked out while somebody waits for it', () => {
  const towns = Array.from({ length: 20 }, (_, index) => `1499011${String(index).padStart(2, '0')}`)
  const rows = Array.from({ length: 900 }, (_, n) =>
    row(1 + (n % 3), {
      committee: `${towns[(n * 7) % 20]}2${String(1 + (n % 13)).padStart(2, '0')}` as PlaceCode,
      nationalType: nationalTypes[(n * n) % 18]!.code,
      source: (['application', 'initiative', 'police', 'court'] as const)[n % 4]!,
      outcome: (['succeeded', 'succeeded', 'succeeded', 'failed', 'open'] as const)[n % 5]!,
      form: n % 5 < 3 ? (n % 2 ? 'written' : 'oral') : null,
      isDifficult: n % 11 === 0,
    }),
  )
  const started = performance.now()
  const form = formAbove(county, rows)

  expect(performance.now() - started).toBeLessThan(5000)
  expect(form.types.filter(({ disputes }) => typeof disputes === 'number').length).toBeGreaterThan(12)
  expect(formAbove(towns[3] as PlaceCode, rows).total.disputes).toBeTypeOf('number')
})

test('a committee’s kind follows from its place', () => {
  expect([places.village, places.eastTown, '149901001001', '149901001'].map((place) => kindOfCommittee(place as PlaceCode))).toEqual([
    'village',
    'town',
    'residents',
    'subdistrict',
  ])
})
