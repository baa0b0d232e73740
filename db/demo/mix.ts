/** What is reported in the demo county, how often, and in which months more than in others. */
import { categories } from '#modules/categories/categories.ts'
import { type Random, weighted } from './random.ts'
import { inSeason } from './texts/template.ts'
import { texts } from './texts/texts.ts'

/** Of about ten thousand reports. Emergencies are rare. */
// biome-ignore format: a table, one kind a line
const shares: Readonly<Record<string, number>> = {
  '0101': 420, '0102': 170, '0103': 130, '0104': 70, '0105': 60, '0106': 8, '0107': 6, '0199': 90,
  '0201': 160, '0202': 110, '0203': 170, '0204': 4, '0205': 12, '0206': 4, '0207': 4, '0299': 160,
  '0301': 170, '0302': 120, '0303': 240, '0304': 150, '0305': 80, '0306': 90, '0399': 130,
  '0401': 1150, '0402': 300, '0403': 130, '0404': 520, '0405': 130, '0406': 170, '0407': 160, '0499': 150,
  '0501': 190, '0502': 110, '0503': 150, '0504': 120, '0505': 110, '0506': 40, '0507': 22, '0599': 70,
  '0601': 340, '0602': 210, '0603': 110, '0604': 110, '0605': 10, '0606': 70, '0607': 60, '0699': 70,
  '0701': 230, '0702': 110, '0703': 80, '0704': 60, '0705': 50, '0799': 40,
  '0801': 560, '0802': 400, '0803': 160, '0804': 270, '0805': 180, '0806': 280, '0807': 110, '0808': 130, '0899': 120,
  '0901': 70, '0902': 60, '0903': 40, '0904': 130, '0905': 3, '0906': 25, '0907': 70, '0999': 60,
  '1001': 70, '1002': 4, '1003': 25, '1004': 60, '1005': 230, '1006': 80, '1007': 2, '1099': 60,
  '1101': 140, '1102': 200, '1103': 170, '1104': 8, '1105': 8, '1106': 60, '1107': 80, '1199': 90,
}

/** How many times as often in each month, January first. */
// biome-ignore format: a table, one category a line
const seasons: Readonly<Record<string, readonly number[]>> = {
  '0204': [3, 2, 1, 0.5, 0.2, 0.2, 0.2, 0.2, 0.3, 0.6, 2, 3],
  '0207': [0, 0, 0, 0, 1, 1, 3, 4, 3, 0, 0, 0],
  '0304': [2, 2, 1, 1, 1, 0.6, 0.6, 0.8, 1, 1.5, 1.2, 1.5],
  '0305': [0.2, 0.2, 0.6, 2, 1, 1.5, 2, 2, 1, 0.8, 0.3, 0.2],
  '0405': [0.6, 1, 1.5, 1.2, 1, 2.2, 0.6, 0.5, 1.5, 2.5, 1.2, 0.6],
  '0602': [0.8, 0.8, 0.8, 0.9, 1, 2, 1, 0.9, 1.6, 2, 0.8, 0.8],
  '0607': [3, 2, 0.3, 0, 0, 0, 0, 0, 0, 0, 1.5, 3],
  '0701': [0.5, 0.6, 1, 1.2, 1.3, 1.5, 1.5, 1.3, 1, 0.8, 0.7, 0.5],
  '0705': [0, 0, 0.5, 1.5, 2, 2, 2, 1.5, 0.8, 0.3, 0, 0],
  '0806': [0.3, 0.3, 0.6, 0.8, 1, 1.4, 2.4, 2.4, 1.6, 0.8, 0.4, 0.3],
  '0807': [3, 2.5, 1.5, 0.2, 0, 0, 0, 0, 0.1, 0.8, 3, 3],
  '0808': [0.3, 1, 2, 2, 1.4, 1.6, 1, 0.8, 0.6, 0.5, 1.2, 0.8],
  '0903': [4, 4, 1, 0.5, 0.2, 0.2, 0.2, 0.2, 0.3, 0.4, 0.6, 1.5],
}

const weightOf = (code: string, month: number): number => {
  const share = shares[code]
  if (share === undefined) throw new Error(`no share for category ${code}`)
  return inSeason(texts[code]!.reports, month).length === 0 ? 0 : share * (seasons[code]?.[month - 1] ?? 1)
}

const months = Array.from({ length: 12 }, (_, index) =>
  categories.filter(({ parent }) => parent !== null).map(({ code }) => [code, weightOf(code, index + 1)] as const),
)

/** What a report of a month (1 to 12) is about: something that has words in that month. */
export const drawCategory = (random: Random, month: number): string => weighted(random, months[month - 1]!)
