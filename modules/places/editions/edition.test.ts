import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { County, PlaceCode } from '#modules/kernel/ids.ts'
import { isRefusal } from '#modules/kernel/refusal.ts'
import { outcomeOf } from '../change.ts'
import { after } from '../outcome.ts'
import { kindOf, levelOf, type Place, parentOf } from '../place.ts'
import { compare, type Told } from './edition.ts'

const today = '2020-12-01'
type Codes = { divisions: { code: PlaceCode; name: string; villages: { code: PlaceCode; name: string }[] }[] }
const { divisions } = JSON.parse(readFileSync(new URL('../../../db/demo/jiangxian-2019.json', import.meta.url), 'utf8')) as Codes
const edition2019: Told[] = divisions.flatMap(({ code, name, villages }) => [{ code, name }, ...villages])
const place = ({ code, name }: Told): Place => ({
  ...{ county: '140826' as County, code, name, level: levelOf(code), kind: kindOf(code), households: null, scope: null },
  ...{ latitude: null, longitude: null, since: '2019-01-01', until: null },
})
const standing = [{ code: '140826' as PlaceCode, name: '绛县' }, ...edition2019].map(place)

const without = (...codes: string[]) => edition2019.filter(({ code }) => !codes.includes(code))
const also = (code: string, name: string): Told => ({ code: code as PlaceCode, name })
const named = (code: string) => edition2019.find((each) => each.code === code)!.name
const told = (file: readonly Told[], places: readonly Place[] = standing) => compare(places, file, today)
const brief = ({ guesses }: ReturnType<typeof told>) => guesses.map(({ what, code, newCode, newName }) => [what, code, newCode, newName])

test('the edition that stands changes nothing', () => {
  expect(told(edition2019)).toEqual({ kept: edition2019.length, guesses: [] })
})

test('a code of a place that ended comes back as a doubt, never as a plan', () => {
  const ended = standing.map((each) => (each.code === '140826100200' ? { ...each, until: '2020-01-01' } : each))

  expect(told(edition2019, ended).guesses).toMatchObject([{ what: 'reused', code: '140826100200', plan: null }])
})

test('another name under the same code is a new name', () => {
  const file = [...without('140826100200'), also('140826100200', '东关新村村委会')]

  expect(brief(told(file))).toEqual([['renamed', '140826100200', '140826100200', '东关新村村委会']])
})

test('a code that is gone, with no name like it, is abolished, and somebody has to say into what', () => {
  expect(told(without('140826100203')).guesses).toMatchObject([{ what: 'abolished', code: '140826100203', plan: null }])
})

test('a name under another code has moved there, be it in another town', () => {
  const file = [...without('140826100203'), also('140826101399', named('140826100203'))]

  expect(told(file).guesses).toMatchObject([
    { what: 'moved', plan: { kind: 'move', place: '140826100203', parent: '140826101', code: '140826101399' } },
  ])
})

test('a village that becomes a residents’ committee keeps what it was called before that word', () => {
  const file = [...without('140826100200'), also('140826100009', '东关社区居委会')]

  expect(told(file).guesses).toMatchObject([
    { what: 'moved', newCode: '140826100009', plan: { kind: 'move', name: '东关社区居委会', code: '140826100009' } },
  ])
})

test('a code nobody knew is a new place', () => {
  expect(told([...edition2019, also('140826102299', '新建村委会')]).guesses).toMatchObject([
    { what: 'new', plan: { kind: 'found', parent: '140826102', code: '140826102299', name: '新建村委会' } },
  ])
})

test('a town that is gone goes where its villages went, and ends after them', () => {
  const [town, other] = [divisions[9]!, divisions[8]!]
  const free = (n: number) => `${other.code}${String(360 + n)}`
  const file = [...without(town.code, ...town.villages.map(({ code }) => code)), ...town.villages.map(({ name }, n) => also(free(n), name))]
  const { guesses } = told(file)

  expect(guesses.at(-1)).toMatchObject({ what: 'abolished', code: town.code, plan: { kind: 'merge', into: other.code } })
  expect(guesses.slice(0, -1).every(({ what }) => what === 'moved')).toBe(true)
})

test('whatever the edition says: carried out in this order, the places stand as it tells, and the same file again changes nothing', () => {
  const [first] = divisions
  const file = [
    ...without('140826100200', '140826100203', '140826101', ...divisions[1]!.villages.map(({ code }) => code)),
    also('140826100200', '东关新村村委会'),
    also('140826102399', named('140826100203')),
    also('140826108', divisions[1]!.name),
    ...divisions[1]!.villages.map(({ code, name }) => also(`140826108${code.slice(-3)}`, name)),
    also(`${first!.code}290`, '新建村委会'),
  ].filter(({ code }, index, all) => all.findIndex((each) => each.code === code) === index)
  let places: readonly Place[] = standing
  for (const { plan } of told(file).guesses) {
    const made = outcomeOf(places, plan!, today)
    if (isRefusal(made)) throw new Error(JSON.stringify([plan, made]))
    places = after(places, made, today)
  }
  const now = places.filter((each) => each.until === null && each.level !== 'county')

  expect(now.map(({ code, name }) => `${code} ${name}`).sort()).toEqual(file.map(({ code, name }) => `${code} ${name}`).sort())
  expect(told(file, places).guesses).toEqual([])
  expect(now.every(({ code }) => places.some((each) => each.code === parentOf(code) && each.until === null))).toBe(true)
})
