/** Marks of Chinese type: where a line may not begin or end (避头尾), and which share their empty halves (标点挤压). GB/T 15834-2011, 5.1. */

/** Empty in their right half. */
export const closing = new Set('。，、；：）》〉」』】〕”’')
/** Empty in their left half. */
export const opening = new Set('（《〈「『【〔“‘')

const notFirst = new Set([...closing, ...'？！…—％‰℃·～,.;:?!)]}%'])
const notLast = new Set([...opening, ...'￥([{$¥□☑'])

/** Whether a line may end between two characters. */
export const mayPart = (before: string, after: string): boolean => !notFirst.has(after) && !notLast.has(before)

/** How much nearer, in em, two marks stand that would leave a hole between them: ”。 and ；（ and （“. */
export function squeezed(before: string, after: string): number {
  if (closing.has(before)) return closing.has(after) || opening.has(after) ? 0.5 : 0
  return opening.has(before) && opening.has(after) ? 0.5 : 0
}
