import { describe, expect, test } from 'vitest'
import { categories } from '#modules/categories/categories.ts'
import { drawCategory } from './mix.ts'
import { gridName, laneNames, laneScope, personName } from './names.ts'
import { seeded } from './random.ts'
import * as general from './texts/general.ts'
import { fill, inSeason, suiting, type Template } from './texts/template.ts'
import { reportWords, texts } from './texts/texts.ts'

const months = Array.from({ length: 12 }, (_, index) => index + 1)
const choices = categories.filter((each) => each.parent !== null)

const { any, lane, village, town } = general.passUpReasons
const turns: readonly (readonly Template[])[] = [
  ...[any, lane, village, town],
  ...[general.notes, general.answers, general.questions, general.handDownWords, general.handOverWords],
  ...[general.reopenReasons, general.withdrawReasons, ...Object.values(general.ratingRemarks)],
]

/** A template filled many times over, so that every word of its gaps has its turn. */
const said = (template: Template) => {
  const random = seeded('said', JSON.stringify(template))
  return Array.from({ length: 60 }, () => fill(random, template))
}

/** What must not be in a sentence: gaps, telephone or identity numbers, Latin marks among Chinese characters, loose blanks. */
const wrong = /[{}|]|undefined|\d{7}|[\u4e00-\u9fff],|[,;?!][\u4e00-\u9fff]|，，|了了|。，|，。|^\s|\s$|^.?$|^.{201}/

const unreadable = (templates: readonly Template[]) => templates.flatMap(said).filter((sentence) => wrong.test(sentence))

test('every category has texts, and no texts are without a category', () => {
  expect(Object.keys(texts).sort()).toEqual(choices.map((each) => each.code).sort())
})

describe.each(choices)('$code $name', ({ code }) => {
  const { reports, outcomes } = texts[code]!

  test('has enough to say, each thing once', () => {
    expect(reports.length).toBeGreaterThanOrEqual(14)
    expect(outcomes.length).toBeGreaterThanOrEqual(5)
    expect(new Set(reports.map((each) => JSON.stringify(each))).size).toBe(reports.length)
  })

  test('reads well however the gaps are filled', () => {
    expect(unreadable([...reports, ...outcomes])).toEqual([])
    expect(reports.flatMap(said).filter((report) => report.length < 6)).toEqual([])
  })

  test('has a report for some month, and a word for every turn of its file', () => {
    expect(months.some((month) => inSeason(reports, month).length > 0)).toBe(true)
    for (const list of turns) expect(suiting(list, code).length).toBeGreaterThanOrEqual(3)
    expect(general.refusals.filter(({ about }) => about?.some((start) => code.startsWith(start)) ?? true).length).toBeGreaterThanOrEqual(4)
  })
})

test('what is said about any matter reads well', () => {
  expect(unreadable([...turns.flat(), ...general.refusals.flatMap(({ reason, channel }) => [reason, channel])])).toEqual([])
})

test('the same chance says the same thing', () => {
  const reports = texts['0401']!.reports
  const once = (random: () => number) => reports.map((each) => fill(random, each))

  expect(once(seeded(7))).toEqual(once(seeded(7)))
})

test('a gap that nobody fills is a mistake, not a sentence', () => {
  expect(() => fill(seeded(1), '{nothing}')).toThrow('{nothing}')
})

test('snow is not reported in July, burning straw is in June and October', () => {
  const saidIn = (code: string, month: number) => JSON.stringify(inSeason(texts[code]!.reports, month))

  expect(inSeason(texts['0607']!.reports, 7)).toEqual([])
  expect(saidIn('0405', 6)).toContain('麦茬')
  expect(saidIn('0405', 10)).toContain('玉米秆')
  expect(saidIn('0405', 8)).not.toMatch(/麦茬|玉米秆/)
})

test('twenty thousand reports, as the year brings them, are mostly of different words and none is long', () => {
  const random = seeded('variety')
  const all = Array.from({ length: 20_000 }, (_, index) => (index % 12) + 1).map((month) =>
    reportWords(random, drawCategory(random, month), month),
  )

  expect(all.filter((words) => wrong.test(words))).toEqual([])
  expect(Math.max(...all.map((words) => words.length))).toBeLessThanOrEqual(120)
  expect(new Set(all).size / all.length).toBeGreaterThan(0.5)
})

test('five thousand people have names of two to four characters, few of them shared', () => {
  const random = seeded('names')
  const names = Array.from({ length: 5000 }, () => personName(random))

  for (const name of names) expect(name).toMatch(/^[\u4e00-\u9fff]{2,4}$/)
  expect(new Set(names).size).toBeGreaterThan(3800)
})

test.each([1, 9, 35, 80])('the %i lanes of a village have different names', (count) => {
  const names = laneNames(seeded('lanes', count), count)

  expect(new Set(names).size).toBe(count)
  for (const name of names) expect(name).toMatch(/(巷|街|排|单元)$/)
})

test('a lane says what it takes in, and grids are numbered', () => {
  expect(laneScope(seeded('scope'), 24)).toMatch(/^[东南]至.+，[西北]至.+，共24户$/)
  expect([0, 9, 10, 19, 20].map(gridName)).toEqual(['第一网格', '第十网格', '第十一网格', '第二十网格', '第二十一网格'])
})
