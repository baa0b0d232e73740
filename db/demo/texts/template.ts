/**
 * Sentences with gaps, so that a few hundred of them read like twenty thousand.
 *
 *   "{where}的路灯{坏了|不亮}{days},{please}"  →  "桥头的路灯不亮三四天了，麻烦派人看看"
 *
 * {name} is filled from the list of that name in slots.ts, {a|b|c} with one of the words that stand there.
 * Pure: the same `random` gives the same sentence.
 */
import { pick, type Random } from '../random.ts'
import { slots } from './slots.ts'

/** A sentence with gaps. With `months` (1 to 12) it is only said in those, with `about` only of categories that begin so. */
export type Template = string | { readonly text: string; readonly months?: readonly number[]; readonly about?: readonly string[] }

/** What is said under one category: the words of a report, and what was done about it. */
export type Texts = { readonly reports: readonly Template[]; readonly outcomes: readonly Template[] }

export const during = (months: readonly number[], text: string): Template => ({ text, months })

/** Seasons of the county's year, as months. */
export const season = {
  newYear: [1, 2],
  templeFair: [2, 3, 4],
  springWater: [2, 3, 4],
  qingming: [3, 4],
  catkins: [4, 5],
  wheat: [5, 6],
  exams: [5, 6],
  summer: [6, 7, 8],
  rain: [7, 8, 9],
  school: [8, 9],
  maize: [9, 10],
  winterWater: [11, 12],
  heating: [11, 12, 1, 2, 3],
  snow: [11, 12, 1, 2],
} as const

export const about = (codes: readonly string[], text: string): Template => ({ text, about: codes })

export const textOf = (template: Template): string => (typeof template === 'string' ? template : template.text)

export function fill(random: Random, template: Template): string {
  return textOf(template).replace(/\{([^}]*)\}/g, (_, gap: string) => pick(random, gap.includes('|') ? gap.split('|') : listOf(gap)))
}

function listOf(gap: string): readonly string[] {
  const list = (slots as Readonly<Record<string, readonly string[]>>)[gap]
  if (!list) throw new Error(`no list of words for {${gap}}`)
  return list
}

/** Those of the templates that are said in a month (1 to 12). */
export const inSeason = (templates: readonly Template[], month: number): readonly Template[] =>
  templates.filter((each) => typeof each === 'string' || (each.months?.includes(month) ?? true))

/** Those of the templates that can be said of a category. */
export const suiting = (templates: readonly Template[], code: string): readonly Template[] =>
  templates.filter((each) => typeof each === 'string' || (each.about?.some((start) => code.startsWith(start)) ?? true))
