/** "No", as a value: a code the catalogue has words for, and the facts those words need. Never a sentence. */
export type Fact = string | number | boolean | null | undefined | readonly Fact[] | { readonly [name: string]: Fact }

export type Refusal = { readonly refused: string; readonly facts: { readonly [name: string]: Fact } }

export const refuse = (refused: string, facts: Refusal['facts'] = {}): Refusal => ({ refused, facts })

export const isRefusal = (answer: unknown): answer is Refusal => typeof answer === 'object' && answer !== null && 'refused' in answer
