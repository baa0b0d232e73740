/** A year of beats in the demo county: everybody has an officer, some keep their duties and some do not, and nothing in it is refused by the rules. */
import { expect, test } from 'vitest'
import { monthsOver, zeroOf } from '#modules/beats/beat.ts'
import { sitsIn } from '#modules/beats/clues/unit.ts'
import { blank, evolve } from '#modules/beats/rules/decide.ts'
import { dayOf, daysAfter } from '#modules/kernel/calendar.ts'
import type { PlaceCode } from '#modules/kernel/ids.ts'
import { kindOf } from '#modules/places/place.ts'
import { drawBeatPeople } from './beats-people.ts'
import { drawReports, reportedMonths, withoutAny } from './beats-reports.ts'
import { liveBeats, type VillageYear } from './beats-year.ts'
import { drawCounty } from './county.ts'
import { between, type Random, seeded } from './random.ts'
import { drawStaff } from './roster.ts'
import { shown } from './shown.ts'
import * as texts from './texts/beats.ts'
import { fill, type Template } from './texts/template.ts'

const now = '2026-06-03T04:00:00.000Z' // a Wednesday, 12:00 in the county
const today = dayOf(now)
const towns = drawCounty()
const since = (random: Random) => `${2026 - between(random, 2, 3)}-0${between(random, 1, 9)}-01`
const people = drawBeatPeople(towns, drawStaff(towns, since), daysAfter(today, -364), today)
const villages = towns.flatMap((town) => town.villages.map(({ code }) => code))
const held = (role: string) => people.staff.flatMap(({ posts }) => posts.filter((post) => post.role === role).map(({ place }) => place))

test('every village has one officer and one legal adviser, every town a station', () => {
  expect(villages.filter((code) => kindOf(code) === 'village_committee')).toHaveLength(189)
  expect(held('police_officer').sort()).toEqual([...villages].sort())
  expect(held('legal_adviser').sort()).toEqual([...villages].sort())
  expect(new Set(held('station_officer'))).toEqual(new Set(towns.map(({ code }) => code)))
})

test('some villages changed hands, and somebody stood in for most of those on leave', () => {
  expect(people.past.filter(({ until }) => until <= today).length).toBeGreaterThan(8)
  expect(people.leaves.length).toBeGreaterThan(15)
  expect(people.leaves.filter(({ substitute }) => substitute !== null).length).toBeGreaterThan(10)
  expect(people.leaves.some(({ from, to }) => from <= today && to >= today)).toBe(true)
  for (const { since, until } of people.past) expect(since < until).toBe(true)
})

const station = people.stations.get(shown.town)!
const bureau = {
  ...station,
  posts: [{ ...station.posts[0]!, role: 'department_officer' as const, place: shown.county, department: 'petitions' }],
}

test.each(['2026-01-15T04:00:00.000Z', '2026-02-01T04:00:00.000Z', now, '2026-12-31T04:00:00.000Z'])(
  'at %s 146 of 189 villages had no case and 165 no petition, this year so far and in the twelve months before',
  (at) => {
    const reports = drawReports(villages, (kind, town) => (kind === 'cases' ? people.stations.get(town)! : bureau), at)
    const months = reportedMonths(dayOf(at))
    expect(reports.filter((report) => report.at > at)).toEqual([])
    for (const kind of ['cases', 'petitions'] as const)
      for (const period of [monthsOver(dayOf(at)), months, months.slice(-12)]) {
        const zero = villages.filter(
          (village) =>
            zeroOf(
              period,
              reports.filter((report) => report.kind === kind && report.village === village),
            ).state === 'zero',
        )
        expect([zero.length, zero.filter((village) => kindOf(village) === 'village_committee').length]).toEqual([
          withoutAny[kind],
          withoutAny[kind],
        ])
      }
    expect(reports.filter(({ month }) => month >= at.slice(0, 7))).toEqual([])
    const last = reports.filter(({ kind, month }) => kind === 'cases' && month === months.at(-1))
    expect(villages.length - last.length).toBeLessThan(25)
    if (at === now) expect(villages.length - last.length).toBeGreaterThan(0)
  },
)

const years: VillageYear[] = []
const year = () => {
  if (years.length === 0) years.push(...liveBeats(towns, people, () => 0, [station.id], daysAfter(today, -364), now))
  return {
    records: years.flatMap(({ records }) => records),
    bulletins: years.flatMap(({ bulletins }) => bulletins),
    clues: years.flatMap(({ clues }) => clues),
  }
}

test('every record is its events, folded; all of it lies in the past but for what is planned', () => {
  const { records, bulletins } = year()
  expect(records.length).toBeGreaterThan(40_000)
  for (const { record, events } of records) {
    if (record.voided !== null || events.length > 2) expect(events.reduce(evolve, blank(record.county, record.id))).toEqual(record)
    if (events.some(({ at }) => at > now)) throw new Error(JSON.stringify(record))
    if (record.on > today && !(record.facts.kind === 'day' && record.facts.state === 'planned')) throw new Error(JSON.stringify(record))
  }
  expect(new Set(records.map(({ record }) => record.id)).size).toBe(records.length)
  expect(bulletins.every(({ at }) => at <= now)).toBe(true)
  expect(Math.max(...bulletins.map(({ body }) => body.length))).toBeLessThan(400)
})

test('about half of the clues go to the station of the village, whose own officers say what they were worth', () => {
  const { clues } = year()
  expect(clues.length).toBeGreaterThan(3000)
  expect(clues.filter(({ unit }) => unit === 'station').length / clues.length).toBeCloseTo(0.5, 1)
  for (const { unit, village, outcome } of clues) {
    const posts = people.staff.find(({ id }) => id === outcome?.by)?.posts ?? []
    if (outcome && unit === 'station') expect(sitsIn(posts, { unit, village })).toBe(true)
  }
  for (const unit of ['station', 'police'])
    expect(clues.filter((clue) => clue.unit === unit && clue.outcome === null).length).toBeGreaterThan(0)
})

test('nobody works in a village before they are there, or while they are away', () => {
  const { records } = year()
  const wrong = records.filter(({ record }) => {
    const stints = people.stints.get(record.village as PlaceCode)!
    return !stints.some(({ actor, from, to }) => actor.id === record.by && record.on >= from && record.on <= to)
  })
  expect(wrong).toEqual([])
})

/** A template filled many times over, so that every word of its gaps has its turn. */
const said = (template: Template) => {
  const random = seeded('said', JSON.stringify(template))
  return Array.from({ length: 40 }, () => fill(random, template))
}
const wrong = /[{}|]|undefined|\d{7}|[\u4e00-\u9fff],|[,;?!][\u4e00-\u9fff]|，，|了了|。，|，。|^\s|\s$|^.?$|^.{201}/

test('what officers write reads well however the gaps are filled', () => {
  const all: Template[] = [
    ...Object.values(texts.heard).flat(),
    ...[texts.promised, texts.plans, texts.meetings, texts.helps, texts.unsolved, texts.clues, texts.sources, texts.useful, texts.useless],
    ...texts.questions.flat(),
    ...Object.values(texts.bulletins).flat(2),
    ...texts.bulletinEnds,
  ].flat() as Template[]
  expect(all.flatMap(said).filter((sentence) => wrong.test(sentence))).toEqual([])
})
