/** Keyset cursors: the values that the last row of a page was sorted by, as one opaque text for a link. */
export const toCursor = (values: readonly string[]): string => values.map(encodeURIComponent).join('~')

/** The values back, or undefined if somebody else wrote it. */
export function fromCursor(cursor: string | undefined, count: number): readonly string[] | undefined {
  if (cursor === undefined) return undefined
  try {
    const values = cursor.split('~').map(decodeURIComponent)
    return values.length === count ? values : undefined
  } catch {
    return undefined
  }
}

/** One page of `limit` out of rows that were asked for one more than that, and where the next begins. */
export function page<T>(rows: readonly T[], limit: number, keyOf: (row: T) => readonly string[]): { rows: T[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last !== undefined ? toCursor(keyOf(last)) : null }
}
