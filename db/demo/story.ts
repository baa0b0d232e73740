/** The words of one matter: what was reported, and what each of those who had it said. */
import type { Rung } from '#modules/categories/category.ts'
import { pick, type Random, weighted } from './random.ts'
import {
  answers,
  handDownWords,
  handOverWords,
  notes,
  passUpReasons,
  questions,
  ratingRemarks,
  refusals,
  reopenReasons,
  withdrawReasons,
} from './texts/general.ts'
import { fill, suiting, type Template, textOf } from './texts/template.ts'
import { reportWords, texts } from './texts/texts.ts'

export type Story = {
  readonly report: string
  outcome(): string
  /** In the file, or to the reporter. */
  note(isPublic: boolean): string
  question(): string
  passUp(from: Exclude<Rung, 'county'>): string
  handDown(): string
  handOver(): string
  refusal(): { reason: string; channel: string }
  notSolved(): string
  withdraw(): string
  remark(rating: 1 | 2 | 3 | 4 | 5): string
}

/** Two characters that stand together: what a Chinese sentence is about, roughly. */
const pairs = (text: string): string[] => [...text.matchAll(/(?=(\p{Script=Han}{2}))/gu)].map(([, pair]) => pair!)

const known = new Map<Template, ReadonlySet<string>>()
const pairsOf = (template: Template): ReadonlySet<string> => {
  const found = known.get(template) ?? new Set(pairs(textOf(template)))
  known.set(template, found)
  return found
}

/** Of a category that something is reported under in the month (1 to 12). */
export function storyOf(category: string, month: number, random: Random): Story {
  const report = reportWords(random, category, month)
  const one = (list: readonly Template[]) => fill(random, pick(random, suiting(list, category)))
  return {
    report,
    /** The likelier the more words it shares with the report: a lamp is mended, not swept. */
    outcome() {
      const said = pairs(report)
      return fill(
        random,
        weighted(
          random,
          texts[category]!.outcomes.map((each) => [each, 0.4 + said.filter((pair) => pairsOf(each).has(pair)).length ** 2]),
        ),
      )
    },
    note: (isPublic) => one(isPublic ? answers : notes),
    question: () => one(questions),
    passUp: (from) => one([...passUpReasons.any, ...passUpReasons[from]]),
    handDown: () => one(handDownWords),
    handOver: () => one(handOverWords),
    refusal() {
      const { reason, channel } = pick(
        random,
        refusals.filter(({ about }) => about?.some((start) => category.startsWith(start)) ?? true),
      )
      return { reason: fill(random, reason), channel: fill(random, channel) }
    },
    notSolved: () => one(reopenReasons),
    withdraw: () => one(withdrawReasons),
    remark: (rating) => one(ratingRemarks[rating]),
  }
}
