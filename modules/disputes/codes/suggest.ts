/** What a matter's category (modules/categories/categories.ts) is most likely to be as a dispute: offered when a file is opened from it. */
import type { NationalType } from './national.ts'

export type Suggestion = {
  readonly type: string
  /** Where the category says more than the type's own national type. */
  readonly nationalType?: NationalType
}

/** Violence in the family (0107) is here because what is left after the police have come can be mediated, never before. */
const suggestions: Readonly<Record<string, Suggestion>> = {
  '0101': { type: '0299' },
  '0102': { type: '0199' },
  '0103': { type: '0902' },
  '0104': { type: '0804' },
  '0105': { type: '0701', nationalType: 'migrant_wages' },
  '0106': { type: '0303' },
  '0107': { type: '0199' },
  '0199': { type: '99' },
}

/** Undefined for what is no dispute by its category: the mediator chooses. */
export const suggestedFor = (category: string): Suggestion | undefined => suggestions[category]
