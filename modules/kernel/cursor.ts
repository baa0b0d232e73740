/** Keyset cursors: the values that the last row of a page was sorted by, as one opaque text for a link. */
export const toCursor = (values: readonly string[]): string => values.map(encodeURIComponent).join('~')

/** The values back, or undefined if somebody else wrote it. */
function fromCursor(cursor: string | undefined, count: number): readonly string[] | undefined {
  if (cursor === undefined) return undefined
  try {
    const values = cursor.split('~').map(decodeURIComponent)
    return values.length === count ? values : undefined
  } catch {
    return undefined
  }
}

/** As toISOString writes it, of a day that there is. */
const isInstant = (text: string) =>
  /^(19|20|21)\d\d-\d\d-\d\dT[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text
const isDay = (text: string) =>
  /^(19|20|21)\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** A cursor of [instant, id], of [day, id], or of [text, id]; undefined if it is not one. */
export const timeCursor = (cursor: string | undefined) => {
  const values = fromCursor(cursor, 2)
  return values && isInstant(values[0]!) && isUuid(values[1]!) ? values : undefined
}
export const dayCursor = (cursor: string | undefined) => {
  const values = fromCursor(cursor, 2)
  return values && isDay(values[0]!) && isUuid(values[1]!) ? values : undefined
}
export const textCursor = (cursor: string | undefined) => {
  const values = fromCursor(cursor, 2)
  return values && !values[0]!.includes('\u0000') && isUuid(values[1]!) ? values : undefined
}

/** One page of `limit` out of rows that were asked for one more than that, and where the next begins. */
export function page<T>(rows: readonly T[], limit: number, keyOf: (row: T) => readonly string[]): { rows: T[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last !== undefined ? toCursor(keyOf(last)) : null }
}
